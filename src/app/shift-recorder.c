/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/shift-recorder.h"

#include "audio/recorder.h"

struct _DeskShiftRecorder {
  GObject parent_instance;

  DeskSessionDriver *driver; /* owned, as all below */
  DeskAudio *audio;
  DeskRecorder *recorder; /* NULL: it has stopped */
  char *fault;            /* or NULL */
  gboolean ended;
};

G_DEFINE_FINAL_TYPE (DeskShiftRecorder, desk_shift_recorder, G_TYPE_OBJECT)

static guint notice_signal, ended_signal;

static void
run (DeskShiftRecorder *self)
{
  gint64 session_ms, monotonic_us;

  desk_session_driver_get_moment (self->driver, &session_ms, &monotonic_us);
  desk_recorder_run (self->recorder, session_ms, monotonic_us);
}

static void
on_paused_changed (DeskShiftRecorder *self)
{
  if (self->recorder == NULL)
    return;
  if (desk_session_driver_get_paused (self->driver))
    desk_recorder_hold (self->recorder, desk_session_driver_get_now_ms (self->driver));
  else
    run (self);
}

static void
on_finished (GObject *recorder, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskShiftRecorder) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_recorder_finish_finish (DESK_RECORDER (recorder), result, &error))
    self->fault = g_strdup (error->message);
  self->ended = TRUE;
  desk_audio_want_microphone (self->audio, FALSE);
  g_signal_emit (self, ended_signal, 0);
}

/* What is on its way is waited for, but not by the window. The taps are the audio's, which `self` keeps. */
static void
finish (DeskShiftRecorder *self, gint64 session_ms)
{
  g_autoptr (DeskRecorder) recorder = g_steal_pointer (&self->recorder);

  if (recorder != NULL)
    desk_recorder_finish_async (recorder, session_ms, on_finished, g_object_ref (self));
}

static void
on_session_event (DeskShiftRecorder *self, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_FINISHED)
    finish (self, event->t_ms);
}

static void
on_notice (DeskShiftRecorder *self, const char *words)
{
  g_signal_emit (self, notice_signal, 0, words);
}

void
desk_shift_recorder_stop (DeskShiftRecorder *self)
{
  g_return_if_fail (DESK_IS_SHIFT_RECORDER (self));
  finish (self, desk_session_driver_get_now_ms (self->driver));
}

gboolean
desk_shift_recorder_has_ended (DeskShiftRecorder *self)
{
  g_return_val_if_fail (DESK_IS_SHIFT_RECORDER (self), TRUE);
  return self->ended;
}

const char *
desk_shift_recorder_get_fault (DeskShiftRecorder *self)
{
  g_return_val_if_fail (DESK_IS_SHIFT_RECORDER (self), NULL);
  return self->fault;
}

static void
follow (DeskShiftRecorder *self, DeskShift *shift)
{
  g_signal_connect_object (self->driver, "notify::paused", G_CALLBACK (on_paused_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk_shift_get_session (shift), "event", G_CALLBACK (on_session_event),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "notice", G_CALLBACK (on_notice), self,
                           G_CONNECT_SWAPPED);
  on_paused_changed (self);
}

DeskShiftRecorder *
desk_shift_recorder_new (DeskShift *shift, DeskAudio *audio, GError **error)
{
  g_autofree char *path = desk_journal_sound_path (desk_shift_get_journal (shift));
  DeskRecorder *recorder = desk_recorder_new (path, desk_audio_get_callers_tap (audio),
                                              desk_audio_get_microphone_tap (audio), error);
  DeskShiftRecorder *self;

  if (recorder == NULL)
    return NULL;
  self = g_object_new (DESK_TYPE_SHIFT_RECORDER, NULL);
  self->driver = g_object_ref (desk_shift_get_driver (shift));
  self->audio = g_object_ref (audio);
  self->recorder = recorder;
  desk_audio_want_microphone (audio, TRUE);
  follow (self, shift);
  return self;
}

static void
desk_shift_recorder_dispose (GObject *object)
{
  DeskShiftRecorder *self = DESK_SHIFT_RECORDER (object);

  g_clear_object (&self->recorder); /* one that nobody stopped ends now, and is waited for */
  g_clear_object (&self->audio);
  g_clear_object (&self->driver);
  g_clear_pointer (&self->fault, g_free);
  G_OBJECT_CLASS (desk_shift_recorder_parent_class)->dispose (object);
}

static void
desk_shift_recorder_class_init (DeskShiftRecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_shift_recorder_dispose;
  notice_signal = g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  ended_signal = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
desk_shift_recorder_init (DeskShiftRecorder *self)
{
}
