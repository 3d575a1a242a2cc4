/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-recording.h"

#include <glib/gstdio.h>
#include <sndfile.h>

#include "cli/settings.h"
#include "hands.h"
#include "page-fixture.h"
#include "sound-fixture.h"

/* One recording after the other, and the last one after the window. There is no device but the test, which plays a
 * block just before the end, so that the next ones are waited for. */

typedef struct {
  DeskSoundFixture sound;
  GSettings *settings; /* owned, as the next */
  DeskWindowRecording *recording;
  GtkWidget *window; /* NULL: closed */
} Fixture;

/* One for all: it is known on the bus by a name that no other may have. */
static GtkApplication *application;

static void
set_page (Fixture *self, GtkWidget *page)
{
  GtkWidget *before = gtk_bin_get_child (GTK_BIN (self->window));

  if (before != NULL)
    gtk_widget_destroy (before);
  gtk_container_add (GTK_CONTAINER (self->window), page);
  gtk_widget_show (page);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  desk_sound_fixture_set_up (&self->sound, data);
  self->settings = desk_settings_new (NULL);
  self->recording = desk_window_recording_new (self->sound.audio);
  self->window = gtk_application_window_new (application);
  gtk_widget_show (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_widget_destroy (self->window);
  g_clear_object (&self->recording);
  g_object_unref (self->settings);
  desk_sound_fixture_tear_down (&self->sound, data);
}

/* A shift of somebody who wants to be recorded, on its console. (transfer full) */
static DeskShift *
begin_shift (Fixture *self)
{
  const DeskTerms terms = { .mode = DESK_MODE_PRACTICE, .time = "1" };
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (self->sound.scenario);
  GtkWidget *start = desk_start_page_new (self->sound.scenario, self->settings);
  g_autoptr (GError) error = NULL;
  GtkWidget *console;
  DeskShift *shift;

  set_page (self, start);
  desk_window_recording_ask (self->recording, DESK_START_PAGE (start));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "record")),
      TRUE);
  shift = desk_shift_new (self->sound.scenario, lengths, "Tess", &terms, &error);
  g_assert_no_error (error);
  desk_shift_start (shift, &error);
  g_assert_no_error (error);
  console = desk_console_page_new (shift, self->settings);
  set_page (self, console);
  desk_window_recording_begin (self->recording, shift, DESK_CONSOLE_PAGE (console));
  return shift;
}

/* The end is waited for by nobody, and is not there at once. */
static void
end_recording (Fixture *self)
{
  static const float silence[DESK_TAP_FRAMES];
  const gint64 now_ns = g_get_monotonic_time () * 1000;

  desk_tap_write (desk_audio_get_callers_tap (self->sound.audio), silence, 1, DESK_TAP_FRAMES,
                  now_ns - 10 * 1000000);
  desk_window_recording_end (self->recording);
}

static gboolean
is_shown (gpointer data)
{
  Fixture *self = data;
  GtkWidget *page = gtk_bin_get_child (GTK_BIN (self->window));
  DeskConsoleBar *bar = desk_console_page_get_bar (DESK_CONSOLE_PAGE (page));

  return gtk_widget_get_visible (GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (bar), DESK_TYPE_CONSOLE_BAR, "recording_box")));
}

static gboolean
has_ended (gpointer recorder)
{
  return desk_shift_recorder_has_ended (recorder);
}

static gboolean
has_run (gpointer shift)
{
  return desk_session_driver_get_now_ms (desk_shift_get_driver (shift)) > 400;
}

/* How long the recording of `shift` is that lies on the disk, closed; -1: it cannot be read. */
static double
seconds_of (DeskShift *shift)
{
  g_autofree char *path = desk_journal_sound_path (desk_shift_get_journal (shift));
  SF_INFO info = { 0 };
  SNDFILE *file = sf_open (path, SFM_READ, &info);

  if (file == NULL)
    return -1;
  sf_close (file);
  return (double) info.frames / info.samplerate;
}

static void
test_one_after_the_other (Fixture *self, gconstpointer data)
{
  g_autoptr (DeskShift) first = begin_shift (self);
  g_autoptr (DeskShiftRecorder) before =
      g_object_ref (desk_window_recording_get_recorder (self->recording));
  g_autoptr (DeskShift) second = NULL;
  g_autoptr (DeskShiftRecorder) after = NULL;

  g_assert_true (is_shown (self));
  desk_test_wait (has_run, first, "the first shift to run");
  end_recording (self);
  second = begin_shift (self);
  g_assert_false (desk_shift_recorder_has_ended (before));
  g_assert_true (desk_window_recording_is_on (self->recording));
  g_assert_null (desk_window_recording_get_recorder (self->recording));
  g_assert_false (is_shown (self));

  desk_test_wait (is_shown, self, "the second recording");
  g_assert_true (desk_shift_recorder_has_ended (before));
  g_assert_cmpfloat (seconds_of (first), >=, .4);
  after = g_object_ref (desk_window_recording_get_recorder (self->recording));
  desk_test_wait (has_run, second, "the second shift to run");
  end_recording (self);
  desk_test_wait (has_ended, after, "the end of the second recording");
  g_assert_cmpfloat (seconds_of (second), >=, .4);
}

/* Who is done before their turn comes is not recorded. */
static void
test_over_before_its_turn (Fixture *self, gconstpointer data)
{
  G_GNUC_UNUSED g_autoptr (DeskShift) first = begin_shift (self);
  g_autoptr (DeskShiftRecorder) before =
      g_object_ref (desk_window_recording_get_recorder (self->recording));
  g_autoptr (DeskShift) second = NULL;
  g_autofree char *path = NULL;
  DeskStreamStatus status;

  end_recording (self);
  second = begin_shift (self);
  end_recording (self);
  g_assert_false (desk_window_recording_is_on (self->recording));
  desk_test_wait (has_ended, before, "the end of the first recording");
  path = desk_journal_sound_path (desk_shift_get_journal (second));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  desk_audio_get_status (self->sound.audio, DESK_STREAM_MICROPHONE, &status);
  g_assert_false (status.wanted);
}

static gboolean
on_close_due (gpointer data)
{
  Fixture *self = data;

  end_recording (self);
  g_clear_object (&self->recording);
  gtk_widget_destroy (g_steal_pointer (&self->window));
  return G_SOURCE_REMOVE;
}

/* The program stays until the recording is written. */
static void
test_after_the_window (Fixture *self, gconstpointer data)
{
  g_autoptr (DeskShift) shift = begin_shift (self);
  g_autoptr (DeskShiftRecorder) recorder =
      g_object_ref (desk_window_recording_get_recorder (self->recording));

  desk_test_wait (has_run, shift, "the shift to run");
  g_idle_add (on_close_due, self);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_null (self->window);
  g_assert_true (desk_shift_recorder_has_ended (recorder));
  g_assert_cmpfloat (seconds_of (shift), >=, .4);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/window-recording/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
  g_signal_connect (application, "activate", G_CALLBACK (gtk_true), NULL);
  ADD ("one-after-the-other", test_one_after_the_other);
  ADD ("over-before-its-turn", test_over_before_its_turn);
  ADD ("after-the-window", test_after_the_window);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
