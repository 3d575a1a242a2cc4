/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/handing-in.h"

#include <glib/gi18n-lib.h>

#include "classroom/delivery.h"
#include "classroom/school.h"
#include "history/history.h"

#define KEY "results-folder"
#define SECONDS_TO_NEXT_TRY 300
/* A share that hangs does not keep a program without a window alive: the next start hands in. */
#define LONGEST_STAY_SECONDS 30

struct _DeskHandingIn {
  GObject parent_instance;

  GSettings *settings;       /* owned */
  GApplication *application; /* borrowed; NULL: none */
  GCancellable *cancellable; /* owned: of the run */
  char *school;              /* owned, as below; NULL: it says nothing */
  char *folder;
  char *words;
  char *trouble;
  guint retry_id;
  guint stay_id; /* while the application is held for the run */
  gboolean runs;
  gboolean again; /* once the run is done */
};

G_DEFINE_FINAL_TYPE (DeskHandingIn, desk_handing_in, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_WORDS,
  PROP_TROUBLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* What a run needs and what became of it; made and freed in the main thread. */
typedef struct {
  char *sessions;
  char *ledger;
  char *folder;
  DeskDelivery result;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_free (run->sessions);
  g_free (run->ledger);
  g_free (run->folder);
  g_free (run);
}

/* Takes both texts. */
static void
tell (DeskHandingIn *self, char *words, char *trouble)
{
  g_free (self->words);
  g_free (self->trouble);
  self->words = words;
  self->trouble = trouble;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static char *
describe (const DeskDelivery *result)
{
  const guint n = result->n_delivered + result->n_before;

  if (n == 0)
    return g_strdup (_ ("There was no finished session to hand in yet."));
  return g_strdup_printf (ngettext ("%u session of this computer has been handed in.",
                                    "%u sessions of this computer have been handed in.", n),
                          n);
}

static char *
describe_trouble (const DeskDelivery *result, const GError *error)
{
  const guint n = result->n_waiting;

  return g_strdup_printf (
      ngettext ("%u finished session waits to be handed in: %s. It is tried again by itself.",
                "%u finished sessions wait to be handed in: %s. It is tried again by itself.", n),
      n, error->message);
}

static gboolean
on_retry (gpointer data)
{
  DeskHandingIn *self = data;

  self->retry_id = 0;
  desk_handing_in_run (self);
  return G_SOURCE_REMOVE;
}

static void
tell_trouble (DeskHandingIn *self, const DeskDelivery *result, const GError *error)
{
  char *trouble = describe_trouble (result, error);

  tell (self, g_strdup (trouble), result->n_waiting > 0 ? trouble : NULL);
  if (result->n_waiting == 0)
    g_free (trouble);
  if (self->retry_id == 0)
    self->retry_id = g_timeout_add_seconds (SECONDS_TO_NEXT_TRY, on_retry, self);
}

static void
stop_staying (DeskHandingIn *self)
{
  if (self->stay_id == 0)
    return;
  g_clear_handle_id (&self->stay_id, g_source_remove);
  g_application_release (self->application);
}

static gboolean
on_stayed_long (gpointer data)
{
  DeskHandingIn *self = data;

  self->stay_id = 0;
  g_application_release (self->application);
  return G_SOURCE_REMOVE;
}

static void
stay (DeskHandingIn *self)
{
  if (self->application == NULL)
    return;
  g_application_hold (self->application);
  self->stay_id = g_timeout_add_seconds (LONGEST_STAY_SECONDS, on_stayed_long, self);
}

/* What another folder came to is of no interest any more. */
static void
tell_outcome (DeskHandingIn *self, const Run *run, const GError *error)
{
  if (g_strcmp0 (run->folder, self->folder) != 0)
    return;
  if (error == NULL)
    tell (self, describe (&run->result), NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_trouble (self, &run->result, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskHandingIn *self = DESK_HANDING_IN (source);
  const Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->runs = FALSE;
  g_task_propagate_boolean (G_TASK (result), &error);
  tell_outcome (self, run, error);
  stop_staying (self);
  if (self->again)
    desk_handing_in_run (self);
}

static void
hand_in (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;

  if (desk_delivery_run (run->sessions, run->ledger, run->folder, &run->result, cancellable,
                         &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static Run *
run_new (const char *folder)
{
  Run *run = g_new0 (Run, 1);

  run->sessions = desk_history_default_sessions ();
  run->ledger = desk_delivery_default_ledger ();
  run->folder = g_strdup (folder);
  return run;
}

static void
begin (DeskHandingIn *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_done, NULL);

  self->runs = TRUE;
  self->again = FALSE;
  stay (self);
  g_task_set_task_data (task, run_new (self->folder), run_free);
  g_task_run_in_thread (task, hand_in);
}

void
desk_handing_in_run (DeskHandingIn *self)
{
  g_return_if_fail (DESK_IS_HANDING_IN (self));
  if (self->runs)
    self->again = TRUE;
  else if (self->folder != NULL)
    begin (self);
}

const char *
desk_handing_in_get_school (DeskHandingIn *self)
{
  g_return_val_if_fail (DESK_IS_HANDING_IN (self), NULL);
  return self->school;
}

const char *
desk_handing_in_get_folder (DeskHandingIn *self)
{
  g_return_val_if_fail (DESK_IS_HANDING_IN (self), NULL);
  return self->folder;
}

const char *
desk_handing_in_get_trouble (DeskHandingIn *self)
{
  g_return_val_if_fail (DESK_IS_HANDING_IN (self), NULL);
  return self->trouble;
}

/* A school's file that cannot be read may mean anywhere: then nothing leaves the machine. */
static void
find_folder (DeskHandingIn *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSchool) school = desk_school_new (&error);
  g_autofree char *users = g_settings_get_string (self->settings, KEY);

  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->school, g_free);
  if (school == NULL) {
    tell (self, g_strdup (error->message), g_strdup (error->message));
    return;
  }
  if (school->results_folder != NULL) {
    self->school = g_strdup (school->path);
    self->folder = g_strdup (school->results_folder);
  } else if (*users != '\0') {
    self->folder = g_filename_from_uri (users, NULL, NULL);
  }
  tell (self, NULL, NULL);
}

/* Nothing more goes where nothing is to go. */
static void
on_folder_changed (DeskHandingIn *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  find_folder (self);
  desk_handing_in_run (self);
}

static void
desk_handing_in_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskHandingIn *self = DESK_HANDING_IN (object);

  switch (id) {
  case PROP_WORDS: g_value_set_string (value, self->words); break;
  case PROP_TROUBLE: g_value_set_string (value, self->trouble); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_handing_in_dispose (GObject *object)
{
  DeskHandingIn *self = DESK_HANDING_IN (object);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  stop_staying (self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_handing_in_parent_class)->dispose (object);
}

static void
desk_handing_in_finalize (GObject *object)
{
  DeskHandingIn *self = DESK_HANDING_IN (object);

  g_object_unref (self->cancellable);
  g_free (self->school);
  g_free (self->folder);
  g_free (self->words);
  g_free (self->trouble);
  G_OBJECT_CLASS (desk_handing_in_parent_class)->finalize (object);
}

static void
desk_handing_in_class_init (DeskHandingInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = desk_handing_in_get_property;
  object_class->dispose = desk_handing_in_dispose;
  object_class->finalize = desk_handing_in_finalize;
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
desk_handing_in_init (DeskHandingIn *self)
{
  self->cancellable = g_cancellable_new ();
}

DeskHandingIn *
desk_handing_in_new (GSettings *settings, GApplication *application)
{
  DeskHandingIn *self = g_object_new (DESK_TYPE_HANDING_IN, NULL);

  self->settings = g_object_ref (settings);
  self->application = application;
  find_folder (self);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (on_folder_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
