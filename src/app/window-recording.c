/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-recording.h"

#include <glib/gi18n-lib.h>

struct _DeskWindowRecording {
  GObject parent_instance;

  DeskAudio *audio;     /* owned */
  DeskStartPage *start; /* weak, as below: NULL once it is gone */
  DeskConsolePage *console;
  DeskShiftRecorder *recorder; /* owned; NULL: nothing was recorded of this shift, so far */
  DeskShiftRecorder *before;   /* owned; of an earlier shift, and has yet to end; or NULL */
  DeskShift *waiting;          /* owned; is recorded as soon as that has ended; or NULL */
  gboolean consent;
  gboolean hears; /* the microphone is open for the start page */
};

G_DEFINE_FINAL_TYPE (DeskWindowRecording, desk_window_recording, G_TYPE_OBJECT)

/* Consent. */

/* Whoever consents sees at once whether the microphone is there. */
static void
try_microphone (DeskWindowRecording *self, gboolean wanted)
{
  if (wanted == self->hears)
    return;
  self->hears = wanted;
  desk_audio_want_microphone (self->audio, wanted);
}

static gboolean
lacks_microphone (DeskWindowRecording *self)
{
  DeskStreamStatus status;

  desk_audio_get_status (self->audio, DESK_STREAM_MICROPHONE, &status);
  if (!self->hears || !status.wanted)
    return FALSE;
  switch (status.state) {
  case DESK_OUTPUT_OPENING:
  case DESK_OUTPUT_PLAYING: return FALSE;
  case DESK_OUTPUT_LOST:
  case DESK_OUTPUT_SILENT: break;
  }
  return TRUE;
}

static void
show_microphone (DeskWindowRecording *self)
{
  if (self->start == NULL)
    return;
  desk_start_page_set_record_notice (
      self->start, lacks_microphone (self)
                       ? _ ("No microphone was found: only the callers will be recorded.")
                       : NULL);
}

static void
on_record_toggled (DeskWindowRecording *self)
{
  self->consent = desk_start_page_get_record (self->start);
  try_microphone (self, self->consent);
  show_microphone (self);
}

void
desk_window_recording_ask (DeskWindowRecording *self, DeskStartPage *page)
{
  g_return_if_fail (DESK_IS_WINDOW_RECORDING (self));

  self->consent = FALSE;
  try_microphone (self, FALSE);
  g_set_weak_pointer (&self->start, page);
  g_signal_connect_object (page, "record-toggled", G_CALLBACK (on_record_toggled), self,
                           G_CONNECT_SWAPPED);
}

void
desk_window_recording_decline (DeskWindowRecording *self)
{
  g_return_if_fail (DESK_IS_WINDOW_RECORDING (self));

  self->consent = FALSE;
  try_microphone (self, FALSE);
}

/* The shift. */

static void
tell (DeskWindowRecording *self, const char *words)
{
  if (self->console != NULL)
    desk_console_page_tell (self->console, words);
}

static void
on_stop (DeskWindowRecording *self)
{
  desk_shift_recorder_stop (self->recorder);
  desk_console_bar_set_recording (desk_console_page_get_bar (self->console), FALSE);
  tell (self,
        _ ("The recording has ended. What was recorded so far is kept beside the session, and "
           "can be deleted from the history."));
}

static void
unref_application (gpointer application, GClosure *closure)
{
  g_object_unref (application);
}

/* Also after the window has gone: else the end of the file would be missing. */
static void
hold_application (DeskWindowRecording *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self->console));
  GtkApplication *application =
      GTK_IS_WINDOW (window) ? gtk_window_get_application (GTK_WINDOW (window)) : NULL;

  if (application == NULL)
    return;
  g_application_hold (G_APPLICATION (application));
  g_signal_connect_data (self->recorder, "ended", G_CALLBACK (g_application_release),
                         g_object_ref (application), unref_application, G_CONNECT_SWAPPED);
}

static void
record (DeskWindowRecording *self, DeskShift *shift)
{
  g_autoptr (GError) error = NULL;

  self->recorder = desk_shift_recorder_new (shift, self->audio, &error);
  if (self->recorder == NULL) {
    g_autofree char *words =
        g_strdup_printf (_ ("The shift goes on, but is not being recorded: %s."), error->message);

    tell (self, words);
    return;
  }
  g_signal_connect_object (self->recorder, "notice", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->console, "stop-recording", G_CALLBACK (on_stop), self,
                           G_CONNECT_SWAPPED);
  desk_console_bar_set_recording (desk_console_page_get_bar (self->console), TRUE);
  hold_application (self);
}

/* The recorder keeps the microphone open by itself. */
static void
record_now (DeskWindowRecording *self, DeskShift *shift)
{
  record (self, shift);
  try_microphone (self, FALSE);
}

/* Two recorders would each take a part of what comes through the taps, so one waits for the other. Speech
 * is missing meanwhile; what follows is not. */

static void
on_before_ended (DeskWindowRecording *self)
{
  g_autoptr (DeskShift) shift = g_steal_pointer (&self->waiting);

  g_clear_object (&self->before);
  if (shift != NULL)
    record_now (self, shift);
}

static void
keep_until_ended (DeskWindowRecording *self, DeskShiftRecorder *recorder)
{
  if (desk_shift_recorder_has_ended (recorder))
    return;
  self->before = g_object_ref (recorder);
  g_signal_connect_object (recorder, "ended", G_CALLBACK (on_before_ended), self,
                           G_CONNECT_SWAPPED);
}

void
desk_window_recording_begin (DeskWindowRecording *self, DeskShift *shift, DeskConsolePage *page)
{
  g_return_if_fail (DESK_IS_WINDOW_RECORDING (self));
  g_return_if_fail (self->recorder == NULL);

  g_set_weak_pointer (&self->console, page);
  if (self->consent && self->before != NULL)
    self->waiting = g_object_ref (shift);
  else if (self->consent)
    record_now (self, shift);
  self->consent = FALSE;
}

gboolean
desk_window_recording_is_on (DeskWindowRecording *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_RECORDING (self), FALSE);
  return self->recorder != NULL || self->waiting != NULL;
}

DeskShiftRecorder *
desk_window_recording_get_recorder (DeskWindowRecording *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_RECORDING (self), NULL);
  return self->recorder;
}

void
desk_window_recording_end (DeskWindowRecording *self)
{
  g_return_if_fail (DESK_IS_WINDOW_RECORDING (self));
  if (self->waiting != NULL)
    try_microphone (self, FALSE);
  g_clear_object (&self->waiting);
  if (self->recorder == NULL)
    return;
  desk_shift_recorder_stop (self->recorder);
  keep_until_ended (self, self->recorder);
  g_clear_object (&self->recorder);
}

static void
desk_window_recording_dispose (GObject *object)
{
  DeskWindowRecording *self = DESK_WINDOW_RECORDING (object);

  desk_window_recording_end (self);
  if (self->audio != NULL)
    try_microphone (self, FALSE);
  g_clear_object (&self->before);
  g_clear_weak_pointer (&self->start);
  g_clear_weak_pointer (&self->console);
  g_clear_object (&self->audio);
  G_OBJECT_CLASS (desk_window_recording_parent_class)->dispose (object);
}

static void
desk_window_recording_class_init (DeskWindowRecordingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_recording_dispose;
}

static void
desk_window_recording_init (DeskWindowRecording *self)
{
}

DeskWindowRecording *
desk_window_recording_new (DeskAudio *audio)
{
  DeskWindowRecording *self = g_object_new (DESK_TYPE_WINDOW_RECORDING, NULL);

  self->audio = g_object_ref (audio);
  g_signal_connect_object (audio, "changed", G_CALLBACK (show_microphone), self, G_CONNECT_SWAPPED);
  return self;
}
