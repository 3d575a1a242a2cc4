/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/handing-in.h"

#include <glib/gi18n-lib.h>

#include "classroom/delivery.h"
#include "classroom/school.h"
#include "history/history.h"

#define KEY "results-folder"
#define SECONDS_TO_NEXT_TRY 300

struct _DeskHandingIn {
  DeskErrand parent_instance;

  GSettings *settings;       /* owned, as below */
  GCancellable *cancellable; /* of the run */
  char *school;              /* NULL: it says nothing */
  char *folder;
};

G_DEFINE_FINAL_TYPE (DeskHandingIn, desk_handing_in, DESK_TYPE_ERRAND)

enum {
  PROP_0,
  PROP_FOLDER,
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

static void
tell (DeskHandingIn *self, char *words, char *trouble)
{
  desk_errand_tell (DESK_ERRAND (self), words, trouble);
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
      ngettext ("%u finished session is waiting to be handed in: %s. Frontdesk will try again.",
                "%u finished sessions are waiting to be handed in: %s. Frontdesk will try again.",
                n),
      n, error->message);
}

static void
tell_trouble (DeskHandingIn *self, const DeskDelivery *result, const GError *error)
{
  char *trouble = describe_trouble (result, error);

  tell (self, g_strdup (trouble), result->n_waiting > 0 ? trouble : NULL);
  if (result->n_waiting == 0)
    g_free (trouble);
  desk_errand_try_later (DESK_ERRAND (self), 1000 * SECONDS_TO_NEXT_TRY);
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

  desk_errand_end (DESK_ERRAND (self));
  g_task_propagate_boolean (G_TASK (result), &error);
  tell_outcome (self, run, error);
  desk_errand_go_on (DESK_ERRAND (self));
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

static gboolean
desk_handing_in_begin (DeskErrand *errand)
{
  DeskHandingIn *self = DESK_HANDING_IN (errand);
  g_autoptr (GTask) task = NULL;

  if (self->folder == NULL)
    return FALSE;
  task = g_task_new (self, self->cancellable, on_done, NULL);
  g_task_set_task_data (task, run_new (self->folder), run_free);
  g_task_run_in_thread (task, hand_in);
  return TRUE;
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDER]);
  desk_errand_run (DESK_ERRAND (self));
}

static void
desk_handing_in_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskHandingIn *self = DESK_HANDING_IN (object);

  switch (id) {
  case PROP_FOLDER: g_value_set_string (value, self->folder); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_handing_in_dispose (GObject *object)
{
  DeskHandingIn *self = DESK_HANDING_IN (object);

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
  DESK_ERRAND_CLASS (klass)->begin = desk_handing_in_begin;
  properties[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, flags);
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
  desk_errand_set_application (DESK_ERRAND (self), application);
  find_folder (self);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (on_folder_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
