/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-check.h"

#include <math.h>

#include "sound-fixture.h"

/* The sound check, walked through by its buttons. */

#define LOUD 0.05F

static gpointer
child (DeskSoundFixture *fixture, const char *name)
{
  GObject *object = gtk_widget_get_template_child (fixture->window, DESK_TYPE_SOUND_CHECK, name);

  g_assert_nonnull (object);
  return object;
}

static void
open_check (DeskSoundFixture *fixture)
{
  fixture->window = desk_sound_check_new (NULL, fixture->audio, fixture->devices, fixture->test);
  g_signal_connect (fixture->window, "destroy", G_CALLBACK (gtk_widget_destroyed),
                    &fixture->window);
  gtk_widget_show (fixture->window);
}

static const char *
text (DeskSoundFixture *fixture, const char *name)
{
  return gtk_label_get_text (child (fixture, name));
}

/* As a user would: only what can be seen and pressed. */
static void
press (DeskSoundFixture *fixture, const char *name)
{
  GtkWidget *button = child (fixture, name);

  if (!gtk_widget_is_visible (button) || !gtk_widget_is_sensitive (button))
    g_error ("The button %s cannot be pressed", name);
  gtk_button_clicked (GTK_BUTTON (button));
}

static gboolean
can_press (DeskSoundFixture *fixture, const char *name)
{
  return gtk_widget_is_visible (child (fixture, name)) &&
         gtk_widget_is_sensitive (child (fixture, name));
}

static gboolean
is_checked (DeskSoundFixture *fixture)
{
  gboolean checked;

  g_object_get (fixture->settings, "checked", &checked, NULL);
  return checked;
}

static gboolean
is_loud (gpointer data)
{
  const DeskHeard heard = desk_sound_fixture_hear (data, 20);

  return MAX (heard.left, heard.right) > LOUD;
}

static void
hear_and_agree (DeskSoundFixture *fixture)
{
  g_assert_false (can_press (fixture, "yes"));
  press (fixture, "play");
  desk_test_wait (is_loud, fixture, "the sound of a step");
  press (fixture, "yes");
}

/* The microphone, as the audio thread would have it. */

static DeskTap *
tap_of (DeskSoundFixture *fixture)
{
  return desk_audio_get_microphone_tap (fixture->audio);
}

static gboolean
is_listening (gpointer data)
{
  return atomic_load (&tap_of (data)->open);
}

static void
speak (DeskSoundFixture *fixture, float amplitude, guint ms)
{
  const guint32 n_frames = DESK_MS_TO_FRAMES (ms);
  g_autofree float *samples = g_new (float, n_frames);

  for (guint32 i = 0; i < n_frames; i++)
    samples[i] = amplitude * sinf ((float) (2 * G_PI * 440 / DESK_MIXER_RATE) * (float) i);
  desk_test_wait (is_listening, fixture, "somebody who listens");
  desk_tap_write (tap_of (fixture), samples, 1, n_frames, 0);
}

static gboolean
can_say_yes (gpointer data)
{
  return can_press (data, "yes");
}

static gboolean
can_say_a_word (gpointer data)
{
  return can_press (data, "say");
}

static gboolean
is_gone (gpointer data)
{
  return ((DeskSoundFixture *) data)->window == NULL;
}

static void
go_to_microphone (DeskSoundFixture *fixture)
{
  open_check (fixture);
  hear_and_agree (fixture);
  hear_and_agree (fixture);
  g_assert_cmpstr (text (fixture, "progress"), ==, "Step 3 of 3");
}

/* The tests. */

static void
test_all_is_well (DeskSoundFixture *fixture, gconstpointer data)
{
  g_autoptr (DeskSoundSettings) read_back = NULL;
  gboolean checked;

  go_to_microphone (fixture);
  press (fixture, "say");
  g_assert_false (can_press (fixture, "say"));
  speak (fixture, 0.5F, 2000);
  desk_test_wait (can_say_yes, fixture, "what was said");
  g_assert_false (is_listening (fixture));
  desk_test_wait (is_loud, fixture, "what was said, to be heard");
  g_assert_false (is_checked (fixture));
  press (fixture, "yes");

  g_assert_cmpstr (text (fixture, "verdict"), ==, "The sound is as it should be.");
  g_assert_cmpstr (text (fixture, "ring_finding"), ==, "You hear the ring.");
  g_assert_cmpstr (text (fixture, "caller_finding"), ==, "You hear callers.");
  g_assert_cmpstr (text (fixture, "microphone_finding"), ==, "You are heard.");
  g_assert_true (desk_sound_settings_save (fixture->settings, NULL));
  read_back = desk_sound_settings_new (fixture->path);
  g_object_get (read_back, "checked", &checked, NULL);
  g_assert_true (checked);
  press (fixture, "done");
  desk_test_wait (is_gone, fixture, "the window to go");
}

static void
test_what_is_not_heard (DeskSoundFixture *fixture, gconstpointer data)
{
  open_check (fixture);
  press (fixture, "play");
  press (fixture, "no");
  g_assert_true (gtk_widget_is_visible (child (fixture, "headset")));
  g_assert_false (gtk_widget_is_visible (child (fixture, "ringer")));
  g_assert_true (gtk_widget_is_visible (child (fixture, "ringer_volume")));
  press (fixture, "go_on");
  g_assert_cmpstr (text (fixture, "progress"), ==, "Step 2 of 3");
  hear_and_agree (fixture);
  press (fixture, "no");
  press (fixture, "go_on");

  g_assert_true (g_str_has_prefix (text (fixture, "verdict"), "Not everything can be heard."));
  g_assert_true (g_str_has_prefix (text (fixture, "ring_finding"), "You do not hear the ring"));
  g_assert_cmpstr (text (fixture, "caller_finding"), ==, "You hear callers.");
  g_assert_true (is_checked (fixture));
  press (fixture, "again");
  g_assert_cmpstr (text (fixture, "progress"), ==, "Step 1 of 3");
}

/* The ring has an output of its own, so that is the one to choose. */
static void
test_ringer_of_its_own (DeskSoundFixture *fixture, gconstpointer data)
{
  g_object_set (fixture->settings, "ringer", "pci", NULL);
  open_check (fixture);
  press (fixture, "no");
  g_assert_true (gtk_widget_is_visible (child (fixture, "ringer")));
  g_assert_false (gtk_widget_is_visible (child (fixture, "headset")));
}

static gboolean
says_only_silence (gpointer data)
{
  return g_str_has_prefix (text (data, "help_words"), "The microphone heard only silence.");
}

static void
test_silence (DeskSoundFixture *fixture, gconstpointer data)
{
  go_to_microphone (fixture);
  press (fixture, "say");
  speak (fixture, 0.0001F, 2000);
  desk_test_wait (says_only_silence, fixture, "help");
  g_assert_false (can_press (fixture, "yes"));

  press (fixture, "say");
  speak (fixture, 0.5F, 2000);
  desk_test_wait (can_say_yes, fixture, "what was said");
}

static void
test_deaf (DeskSoundFixture *fixture, gconstpointer data)
{
  go_to_microphone (fixture);
  press (fixture, "say");
  desk_test_wait (can_say_a_word, fixture, "the end of the wait");
  g_assert_true (
      g_str_has_prefix (text (fixture, "help_words"), "Nothing came from the microphone."));
  g_assert_false (is_listening (fixture));
  press (fixture, "go_on");
  g_assert_cmpstr (text (fixture, "verdict"), ==, "You can hear everything in a shift.");
}

/* Whoever leaves early is asked again the next time; nothing goes on behind the window. */
static void
test_leaves_early (DeskSoundFixture *fixture, gconstpointer data)
{
  go_to_microphone (fixture);
  press (fixture, "say");
  press (fixture, "back");
  g_assert_false (is_listening (fixture));
  press (fixture, "play");
  press (fixture, "cancel");
  desk_test_wait (is_gone, fixture, "the window to go");
  g_assert_cmpint (desk_sound_test_get_sample (fixture->test), ==, DESK_SAMPLE_NONE);
  g_assert_false (is_checked (fixture));
}

static void
test_by_ears (DeskSoundFixture *fixture, gconstpointer data)
{
  open_check (fixture);
  press (fixture, "no");
  desk_test_assert_named (fixture->window);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/sound-check/" path, DeskSoundFixture, NULL, desk_sound_fixture_set_up, function,   \
              desk_sound_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("all-is-well", test_all_is_well);
  ADD ("what-is-not-heard", test_what_is_not_heard);
  ADD ("ringer-of-its-own", test_ringer_of_its_own);
  ADD ("silence", test_silence);
  ADD ("deaf", test_deaf);
  ADD ("leaves-early", test_leaves_early);
  ADD ("by-ears", test_by_ears);
  return g_test_run ();
}
