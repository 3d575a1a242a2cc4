/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/shift-voices.h"

#include <glib/gi18n-lib.h>

#include "app/progress-dialog.h"
#include "scenario/synthesis.h"
#include "scenario/voice.h"

#define DIALOG_AFTER_MS 400 /* a shorter wait is not worth a window */

struct _DeskShiftVoices {
  GObject parent_instance;

  DeskScenario *scenario; /* owned */
  gboolean has_begun;
  GCancellable *cancellable;  /* owned: of the speaking, not of the lengths */
  DeskWorkProgress *progress; /* owned */
  DeskClipLengths *lengths;   /* owned; NULL until ready, as all below */
  DeskSpokenClips *clips;     /* owned */
  char *trouble;              /* owned */
  gboolean is_whole;
  GtkWindow *parent; /* weak */
  GtkWidget *dialog; /* owned by itself; NULL: not shown */
  guint dialog_source;
};

G_DEFINE_FINAL_TYPE (DeskShiftVoices, desk_shift_voices, G_TYPE_OBJECT)

enum {
  READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
  DeskScenario *scenario;
  DeskWorkProgress *progress;
  GCancellable *cancellable;
  DeskClipLengths *lengths;
  DeskSpokenClips *clips;
  GError *error;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  desk_scenario_unref (work->scenario);
  desk_work_progress_unref (work->progress);
  g_object_unref (work->cancellable);
  desk_clip_lengths_unref (work->lengths);
  desk_spoken_clips_unref (work->clips);
  g_clear_error (&work->error);
  g_free (work);
}

static void
on_spoken (guint done, guint all, gpointer data)
{
  desk_work_progress_tell (done, all, _ ("Preparing voices. Cancel to continue without them."),
                           data);
}

/* On a worker thread. */
static void
get_ready (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  const DeskScenario *scenario = work->scenario;
  g_autofree char *folder = desk_spoken_clips_folder ();

  work->clips = desk_spoken_clips_new (scenario, folder, DESK_SPOKEN_CLIPS_MAX_BYTES, on_spoken,
                                       work->progress, work->cancellable, &work->error);
  work->lengths = desk_clip_lengths_new (scenario);
  for (guint i = 0; i < scenario->n_replies; i++)
    if (desk_spoken_clips_get_path (work->clips, scenario->replies[i]) != NULL)
      desk_clip_lengths_set (work->lengths, scenario->replies[i],
                             desk_spoken_clips_get_length_ms (work->clips, scenario->replies[i]));
  g_task_return_boolean (task, TRUE);
}

static void
hide_dialog (DeskShiftVoices *self)
{
  g_clear_handle_id (&self->dialog_source, g_source_remove);
  if (self->dialog != NULL)
    gtk_widget_destroy (self->dialog);
}

static char *
trouble_of (const GError *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  return g_strdup (g_error_matches (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_NOT_INSTALLED)
                       ? desk_synthesis_advice ()
                       : error->message);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskShiftVoices *self = DESK_SHIFT_VOICES (source);
  Work *work = g_task_get_task_data (G_TASK (result));

  self->lengths = g_steal_pointer (&work->lengths);
  self->clips = g_steal_pointer (&work->clips);
  self->trouble = trouble_of (work->error);
  self->is_whole = work->error == NULL;
  hide_dialog (self);
  g_signal_emit (self, signals[READY], 0);
}

DeskShiftVoices *
desk_shift_voices_new (DeskScenario *scenario)
{
  DeskShiftVoices *self = g_object_new (DESK_TYPE_SHIFT_VOICES, NULL);

  self->scenario = desk_scenario_ref (scenario);
  return self;
}

void
desk_shift_voices_begin (DeskShiftVoices *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (DESK_IS_SHIFT_VOICES (self));
  if (self->has_begun)
    return;
  self->has_begun = TRUE;
  task = g_task_new (self, NULL, on_ready, NULL);
  work = g_new0 (Work, 1);
  work->scenario = desk_scenario_ref (self->scenario);
  work->progress = desk_work_progress_ref (self->progress);
  work->cancellable = g_object_ref (self->cancellable);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, get_ready);
}

static gboolean
on_long_wait (gpointer data)
{
  DeskShiftVoices *self = data;

  self->dialog_source = 0;
  if (self->parent != NULL)
    g_set_weak_pointer (&self->dialog,
                        desk_progress_dialog_new (self->parent, _ ("Preparing voices"),
                                                  self->progress, self->cancellable));
  return G_SOURCE_REMOVE;
}

void
desk_shift_voices_show_progress (DeskShiftVoices *self, GtkWindow *parent)
{
  g_return_if_fail (DESK_IS_SHIFT_VOICES (self));

  desk_shift_voices_begin (self);
  if (self->lengths != NULL || self->dialog != NULL || self->dialog_source != 0)
    return;
  g_set_weak_pointer (&self->parent, parent);
  self->dialog_source = g_timeout_add (DIALOG_AFTER_MS, on_long_wait, self);
}

DeskClipLengths *
desk_shift_voices_get_lengths (DeskShiftVoices *self)
{
  return self->lengths;
}

DeskSpokenClips *
desk_shift_voices_get_clips (DeskShiftVoices *self)
{
  return self->clips;
}

const char *
desk_shift_voices_get_trouble (DeskShiftVoices *self)
{
  return self->trouble;
}

gboolean
desk_shift_voices_is_whole (DeskShiftVoices *self)
{
  return self->is_whole;
}

/* While the work goes on its task holds the object: whoever is done with it runs its dispose. */
static void
desk_shift_voices_dispose (GObject *object)
{
  DeskShiftVoices *self = DESK_SHIFT_VOICES (object);

  g_cancellable_cancel (self->cancellable);
  hide_dialog (self);
  g_clear_weak_pointer (&self->dialog);
  g_clear_weak_pointer (&self->parent);
  G_OBJECT_CLASS (desk_shift_voices_parent_class)->dispose (object);
}

static void
desk_shift_voices_finalize (GObject *object)
{
  DeskShiftVoices *self = DESK_SHIFT_VOICES (object);

  desk_scenario_unref (self->scenario);
  g_object_unref (self->cancellable);
  desk_work_progress_unref (self->progress);
  desk_clip_lengths_unref (self->lengths);
  desk_spoken_clips_unref (self->clips);
  g_free (self->trouble);
  G_OBJECT_CLASS (desk_shift_voices_parent_class)->finalize (object);
}

static void
desk_shift_voices_class_init (DeskShiftVoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_shift_voices_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_shift_voices_finalize;
  signals[READY] = g_signal_new ("ready", DESK_TYPE_SHIFT_VOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
desk_shift_voices_init (DeskShiftVoices *self)
{
  self->cancellable = g_cancellable_new ();
  self->progress = desk_work_progress_new ();
}
