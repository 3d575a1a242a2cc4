/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/errand.h"

/* A share that hangs, or a store that is slow, does not keep a program without a window alive. */
#define LONGEST_STAY_SECONDS 30

typedef struct {
  GApplication *application; /* borrowed; NULL: none */
  char *words;               /* owned, as the next; or NULL */
  char *trouble;
  guint retry_id;
  guint stay_id; /* while the application is held for the run */
  gboolean runs;
  gboolean again; /* once the run is done */
} Private;

typedef Private DeskErrandPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskErrand, desk_errand, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_WORDS,
  PROP_TROUBLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static Private *
get (DeskErrand *self)
{
  return desk_errand_get_instance_private (self);
}

void
desk_errand_set_application (DeskErrand *self, GApplication *application)
{
  g_return_if_fail (DESK_IS_ERRAND (self));
  get (self)->application = application;
}

/* How it stands. */

void
desk_errand_tell (DeskErrand *self, char *words, char *trouble)
{
  Private *private = get (self);

  g_return_if_fail (DESK_IS_ERRAND (self));
  g_free (private->words);
  g_free (private->trouble);
  private->words = words;
  private->trouble = trouble;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

const char *
desk_errand_get_trouble (DeskErrand *self)
{
  g_return_val_if_fail (DESK_IS_ERRAND (self), NULL);
  return get (self)->trouble;
}

/* Staying. */

static void
stop_staying (DeskErrand *self)
{
  Private *private = get (self);

  if (private->stay_id == 0)
    return;
  g_clear_handle_id (&private->stay_id, g_source_remove);
  g_application_release (private->application);
}

static gboolean
on_stayed_long (gpointer data)
{
  Private *private = get (data);

  private->stay_id = 0;
  g_application_release (private->application);
  return G_SOURCE_REMOVE;
}

static void
stay (DeskErrand *self)
{
  Private *private = get (self);

  if (private->application == NULL)
    return;
  g_application_hold (private->application);
  private->stay_id = g_timeout_add_seconds (LONGEST_STAY_SECONDS, on_stayed_long, self);
}

/* Running. */

void
desk_errand_run (DeskErrand *self)
{
  Private *private = get (self);

  g_return_if_fail (DESK_IS_ERRAND (self));
  private->again = private->runs;
  if (private->runs || !DESK_ERRAND_GET_CLASS (self)->begin (self))
    return;
  private->runs = TRUE;
  desk_errand_give_up (self);
  stay (self);
}

void
desk_errand_end (DeskErrand *self)
{
  g_return_if_fail (DESK_IS_ERRAND (self));
  get (self)->runs = FALSE;
  stop_staying (self);
}

void
desk_errand_go_on (DeskErrand *self)
{
  g_return_if_fail (DESK_IS_ERRAND (self));
  if (get (self)->again)
    desk_errand_run (self);
}

static gboolean
on_retry (gpointer data)
{
  get (data)->retry_id = 0;
  desk_errand_run (data);
  return G_SOURCE_REMOVE;
}

void
desk_errand_try_later (DeskErrand *self, guint pause_ms)
{
  g_return_if_fail (DESK_IS_ERRAND (self));
  desk_errand_give_up (self);
  get (self)->retry_id = g_timeout_add (pause_ms, on_retry, self);
}

void
desk_errand_give_up (DeskErrand *self)
{
  g_return_if_fail (DESK_IS_ERRAND (self));
  g_clear_handle_id (&get (self)->retry_id, g_source_remove);
}

static void
desk_errand_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  Private *private = get (DESK_ERRAND (object));

  switch (id) {
  case PROP_WORDS: g_value_set_string (value, private->words); break;
  case PROP_TROUBLE: g_value_set_string (value, private->trouble); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

/* Never during a run, which holds a reference: so this waits for nothing. */
static void
desk_errand_dispose (GObject *object)
{
  desk_errand_give_up (DESK_ERRAND (object));
  G_OBJECT_CLASS (desk_errand_parent_class)->dispose (object);
}

static void
desk_errand_finalize (GObject *object)
{
  Private *private = get (DESK_ERRAND (object));

  g_free (private->words);
  g_free (private->trouble);
  G_OBJECT_CLASS (desk_errand_parent_class)->finalize (object);
}

static void
desk_errand_class_init (DeskErrandClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = desk_errand_get_property;
  object_class->dispose = desk_errand_dispose;
  object_class->finalize = desk_errand_finalize;
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
desk_errand_init (DeskErrand *self)
{
}
