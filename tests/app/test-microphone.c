/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>

#include "app/sound-check.h"
#include "app/sound-page.h"
#include "sound-fixture.h"

/* What the windows show of a real microphone. It is a source of a real sound server that hears what the
 * server's output plays: nothing, which is zeros as of a microphone that is muted, until something is
 * played there. */

#define MICROPHONE "mouth"
#define MOVES 0.3

static void
run_pactl (const char *arguments)
{
  g_autofree char *command = g_strconcat ("pactl ", arguments, NULL);
  g_autofree char *output = NULL; /* no result of a test */
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
set_up (DeskSoundFixture *fixture, gconstpointer data)
{
  run_pactl ("load-module module-remap-source source_name=" MICROPHONE " master=line.monitor");
  desk_sound_fixture_set_up (fixture, data);
  g_object_set (fixture->settings, "microphone", MICROPHONE, NULL);
  desk_audio_start (fixture->audio);
}

static void
tear_down (DeskSoundFixture *fixture, gconstpointer data)
{
  desk_sound_fixture_tear_down (fixture, data);
  run_pactl ("unload-module module-remap-source");
}

/* What both windows have: a meter, and a label for the notice. */
typedef struct {
  DeskSoundFixture *fixture;
  GtkLevelBar *meter;
  GtkLabel *label;
} Watched;

static double
level (const Watched *watched)
{
  return gtk_level_bar_get_value (watched->meter);
}

static gboolean
is_called_mute (gpointer data)
{
  const Watched *watched = data;

  return gtk_widget_is_visible (GTK_WIDGET (watched->label)) &&
         g_str_has_prefix (gtk_label_get_text (watched->label),
                           "Nothing at all is heard from the microphone");
}

static gboolean
is_not_called_mute (gpointer data)
{
  return !is_called_mute (data);
}

static gboolean
moves (gpointer data)
{
  return level (data) > MOVES;
}

static gboolean
rests (gpointer data)
{
  return level (data) == 0;
}

/* Zeros: the meter is empty and the notice there. A ring: the meter moves and the notice goes; the ring
 * is over: the meter falls. */
static void
watch (Watched *watched)
{
  DeskAudio *audio = watched->fixture->audio;

  g_assert_true (is_not_called_mute (watched));
  desk_test_wait (is_called_mute, watched, "the notice");
  g_assert_cmpfloat (level (watched), ==, 0);

  desk_sound_test_play (watched->fixture->test, DESK_SAMPLE_RING);
  desk_test_wait (moves, watched, "the meter to move");
  desk_test_wait (is_not_called_mute, watched, "the notice to go");
  g_assert_cmpint (gtk_widget_get_allocated_width (GTK_WIDGET (watched->meter)), >, 20);

  desk_sound_test_stop (watched->fixture->test);
  desk_test_wait (rests, watched, "the meter to fall");
  g_assert_false (desk_audio_get_frozen (audio));
}

static void
test_page (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = desk_sound_page_new (fixture->audio, fixture->devices, fixture->test);
  Watched watched = { .fixture = fixture };

  watched.meter = GTK_LEVEL_BAR (
      gtk_widget_get_template_child (page, DESK_TYPE_SOUND_PAGE, "microphone_level"));
  watched.label =
      GTK_LABEL (gtk_widget_get_template_child (page, DESK_TYPE_SOUND_PAGE, "microphone_notice"));
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (fixture->window), page);
  gtk_widget_show (fixture->window);
  watch (&watched);
  g_assert_false (gtk_widget_is_visible (GTK_WIDGET (watched.label)));
}

static gpointer
check_child (DeskSoundFixture *fixture, const char *name)
{
  GObject *object = gtk_widget_get_template_child (fixture->window, DESK_TYPE_SOUND_CHECK, name);

  g_assert_nonnull (object);
  return object;
}

static gboolean
can_agree (gpointer data)
{
  return gtk_widget_is_sensitive (check_child (data, "yes"));
}

static void
hear_and_agree (DeskSoundFixture *fixture)
{
  gtk_button_clicked (check_child (fixture, "play"));
  desk_test_wait (can_agree, fixture, "the question");
  gtk_button_clicked (check_child (fixture, "yes"));
}

static void
test_check (DeskSoundFixture *fixture, gconstpointer data)
{
  Watched watched = { .fixture = fixture };

  fixture->window = desk_sound_check_new (NULL, fixture->audio, fixture->devices, fixture->test);
  gtk_widget_show (fixture->window);
  hear_and_agree (fixture);
  hear_and_agree (fixture);
  watched.meter = check_child (fixture, "level");
  watched.label = check_child (fixture, "device");
  watch (&watched);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (watched.label), "Picked up by: "));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/microphone/page", DeskSoundFixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/microphone/check", DeskSoundFixture, NULL, set_up, test_check, tear_down);
  return g_test_run ();
}
