/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-page.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>

#include "app/device-chooser.h"
#include "app/preferences-window.h"
#include "app/settings-saver.h"
#include "app/volume-scale.h"
#include "sound-fixture.h"

/* The preferences of the sound, by their widgets. */

#define SILENCE 0.001F
#define LOUD 0.05F

#define HEADSET "usb|Jabra Evolve2|1|2|1"
#define SPEAKERS "pci|Built-in loudspeakers|3|2|0"
#define SCREEN "hdmi|Screen by the window|4|2|0"
#define WEBCAM "cam|Webcam|5|0|1"

static GtkWidget *
open_page (DeskSoundFixture *fixture)
{
  GtkWidget *page = desk_sound_page_new (fixture->audio, fixture->devices, fixture->test);

  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (fixture->window), page);
  gtk_widget_show (fixture->window);
  return page;
}

static gpointer
child (GtkWidget *page, const char *name)
{
  GObject *object = gtk_widget_get_template_child (page, DESK_TYPE_SOUND_PAGE, name);

  g_assert_nonnull (object);
  return object;
}

static DeskDeviceChooser *
open_chooser (DeskSoundFixture *fixture, DeskStreamRole role)
{
  DeskDeviceChooser *chooser = g_object_new (DESK_TYPE_DEVICE_CHOOSER, "visible", TRUE, NULL);

  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (fixture->window), GTK_WIDGET (chooser));
  desk_device_chooser_set_role (chooser, role, fixture->settings);
  gtk_widget_show (fixture->window);
  return chooser;
}

static void
plug (DeskDeviceChooser *chooser, const char *const *devices)
{
  g_autoptr (GPtrArray) list = desk_test_devices_new (devices);

  desk_device_chooser_set_devices (chooser, list);
}

static void
assert_rows (DeskDeviceChooser *chooser, const char *expected)
{
  g_autofree char *rows = desk_test_chooser_rows (GTK_COMBO_BOX (chooser));

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_setting (DeskSoundFixture *fixture, const char *name, const char *expected)
{
  g_autofree char *value = NULL;

  g_object_get (fixture->settings, name, &value, NULL);
  g_assert_cmpstr (value, ==, expected);
}

/* Devices. */

static void
test_lists_outputs (DeskSoundFixture *fixture, gconstpointer data)
{
  DeskDeviceChooser *chooser = open_chooser (fixture, DESK_STREAM_HEADSET);

  assert_rows (chooser, "* System default [audio-card-symbolic]\n");
  plug (chooser, (const char *[]){ HEADSET, SPEAKERS, SCREEN, WEBCAM, NULL });
  assert_rows (chooser, "* System default (Jabra Evolve2) [audio-headset-symbolic]\n"
                        "Jabra Evolve2 [audio-headset-symbolic]\n"
                        "Built-in loudspeakers [audio-speakers-symbolic]\n"
                        "Screen by the window [video-display-symbolic]\n");
}

static void
test_lists_inputs (DeskSoundFixture *fixture, gconstpointer data)
{
  DeskDeviceChooser *chooser = open_chooser (fixture, DESK_STREAM_MICROPHONE);

  plug (chooser, (const char *[]){ SPEAKERS, WEBCAM, HEADSET, NULL });
  assert_rows (chooser, "* System default (Webcam) [audio-input-microphone-symbolic]\n"
                        "Webcam [audio-input-microphone-symbolic]\n"
                        "Jabra Evolve2 [audio-headset-symbolic]\n");
}

static void
test_chooses (DeskSoundFixture *fixture, gconstpointer data)
{
  DeskDeviceChooser *chooser = open_chooser (fixture, DESK_STREAM_RINGER);
  g_autoptr (DeskSoundSettings) read_back = NULL;
  g_autofree char *ringer = NULL;

  plug (chooser, (const char *[]){ HEADSET, SPEAKERS, NULL });
  desk_test_chooser_choose (GTK_COMBO_BOX (chooser), "pci");
  assert_setting (fixture, "ringer", "pci");
  assert_setting (fixture, "ringer-name", "Built-in loudspeakers");
  assert_setting (fixture, "headset", NULL);
  g_assert_true (desk_sound_settings_save (fixture->settings, NULL));
  read_back = desk_sound_settings_new (fixture->path);
  g_object_get (read_back, "ringer", &ringer, NULL);
  g_assert_cmpstr (ringer, ==, "pci");

  desk_test_chooser_choose (GTK_COMBO_BOX (chooser), "");
  assert_setting (fixture, "ringer", NULL);
  assert_rows (chooser, "* Same as voices [audio-headset-symbolic]\n"
                        "Jabra Evolve2 [audio-headset-symbolic]\n"
                        "Built-in loudspeakers [audio-speakers-symbolic]\n");
}

/* A screen reader says what stands in the box, and not what the sound server calls it. */
static void
test_says_what_is_chosen (DeskSoundFixture *fixture, gconstpointer data)
{
  DeskDeviceChooser *chooser = open_chooser (fixture, DESK_STREAM_HEADSET);
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (chooser));

  plug (chooser, (const char *[]){ HEADSET, SPEAKERS, NULL });
  g_assert_cmpstr (atk_object_get_name (accessible), ==, "System default (Jabra Evolve2)");
  desk_test_chooser_choose (GTK_COMBO_BOX (chooser), "pci");
  g_assert_cmpstr (atk_object_get_name (accessible), ==, "Built-in loudspeakers");
}

/* Devices come and go, and what was chosen stays so. */
static void
test_keeps_choice (DeskSoundFixture *fixture, gconstpointer data)
{
  DeskDeviceChooser *chooser = open_chooser (fixture, DESK_STREAM_HEADSET);

  plug (chooser, (const char *[]){ SPEAKERS, HEADSET, NULL });
  desk_test_chooser_choose (GTK_COMBO_BOX (chooser), "usb");
  plug (chooser, (const char *[]){ SPEAKERS, NULL });
  assert_setting (fixture, "headset", "usb");
  assert_rows (chooser, "System default (Built-in loudspeakers) [audio-speakers-symbolic]\n"
                        "Built-in loudspeakers [audio-speakers-symbolic]\n"
                        "* Jabra Evolve2 (not connected) [action-unavailable-symbolic]\n");

  plug (chooser, (const char *[]){ SCREEN, HEADSET, SPEAKERS, NULL });
  assert_setting (fixture, "headset", "usb");
  assert_rows (chooser, "System default (Screen by the window) [video-display-symbolic]\n"
                        "Screen by the window [video-display-symbolic]\n"
                        "* Jabra Evolve2 [audio-headset-symbolic]\n"
                        "Built-in loudspeakers [audio-speakers-symbolic]\n");
}

static gboolean
has_tooltip (DeskDeviceChooser *chooser)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean has;

  g_signal_emit_by_name (chooser, "query-tooltip", 1, 1, FALSE, tooltip, &has);
  return has;
}

static gboolean
has_room (gpointer chooser)
{
  return gtk_widget_get_allocated_width (chooser) >= 400;
}

/* It does not widen the window, and can be read all the same. */
static void
test_long_name (DeskSoundFixture *fixture, gconstpointer data)
{
  DeskDeviceChooser *chooser = open_chooser (fixture, DESK_STREAM_HEADSET);
  g_autofree char *name = g_strnfill (400, 'W');
  g_autofree char *device = g_strdup_printf ("long|%s|1|2|0", name);
  int before, after;

  plug (chooser, (const char *[]){ SPEAKERS, NULL });
  gtk_widget_get_preferred_width (GTK_WIDGET (chooser), &before, NULL);
  plug (chooser, (const char *[]){ SPEAKERS, device, NULL });
  desk_test_chooser_choose (GTK_COMBO_BOX (chooser), "long");
  gtk_widget_get_preferred_width (GTK_WIDGET (chooser), &after, NULL);
  g_assert_cmpint (after, ==, before);
  gtk_window_resize (GTK_WINDOW (fixture->window), 400, 50);
  desk_test_wait (has_room, chooser, "the window to be wider");
  g_assert_true (has_tooltip (chooser));
  desk_test_chooser_choose (GTK_COMBO_BOX (chooser), "");
  g_assert_false (has_tooltip (chooser));
}

/* The page. */

static void
test_opening_changes_nothing (DeskSoundFixture *fixture, gconstpointer data)
{
  double voices, ringer;

  open_page (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_get (fixture->settings, "voice-volume", &voices, "ringer-volume", &ringer, NULL);
  g_assert_cmpfloat_with_epsilon (voices, 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (ringer, 0.8, 1e-9);
  g_assert_true (desk_sound_settings_save (fixture->settings, NULL));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_volume (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkRange *slider = child (page, "voice_volume");
  double volume;

  g_assert_cmpfloat (gtk_range_get_value (slider), ==, 80);
  gtk_range_set_value (slider, 35);
  g_object_get (fixture->settings, "voice-volume", &volume, NULL);
  g_assert_cmpfloat_with_epsilon (volume, 0.35, 1e-9);
  g_object_set (fixture->settings, "ringer-volume", 0.55, NULL);
  g_assert_cmpfloat (gtk_range_get_value (child (page, "ringer_volume")), ==, 55);
  g_assert_cmpfloat (gtk_range_get_value (slider), ==, 35);
}

static void
test_ring_both (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *both = child (open_page (fixture), "ring_both");
  gboolean rings_both;

  g_assert_false (gtk_widget_get_sensitive (both));
  g_object_set (fixture->settings, "ringer", "pci", NULL);
  g_assert_true (gtk_widget_get_sensitive (both));
  gtk_button_clicked (GTK_BUTTON (both));
  g_object_get (fixture->settings, "ring-both", &rings_both, NULL);
  g_assert_true (rings_both);
}

static void
count (guint *n)
{
  (*n)++;
}

static double
get_latency (DeskSoundFixture *fixture)
{
  double latency_ms;

  g_object_get (fixture->settings, "latency-ms", &latency_ms, NULL);
  return latency_ms;
}

typedef struct {
  DeskSoundFixture *fixture;
  double latency_ms;
} Delay;

static gboolean
is_kept (gpointer data)
{
  const Delay *delay = data;

  return get_latency (delay->fixture) == delay->latency_ms;
}

/* Stepping through delays opens nothing; the one that rests is kept, or the last when the page goes. */
static void
test_latency (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  const double usual = get_latency (fixture);
  Delay delay = { fixture, 77 };
  guint n_changes = 0;

  g_signal_connect_swapped (fixture->settings, "notify::latency-ms", G_CALLBACK (count),
                            &n_changes);
  for (int ms = 70; ms <= 77; ms++)
    gtk_spin_button_set_value (child (page, "latency"), ms);
  g_assert_cmpfloat (get_latency (fixture), ==, usual);
  desk_test_wait (is_kept, &delay, "the delay to be kept");
  g_assert_cmpuint (n_changes, ==, 1);

  gtk_button_clicked (child (page, "reset_latency"));
  g_assert_cmpfloat (get_latency (fixture), ==, usual);
  g_assert_cmpfloat (gtk_spin_button_get_value (child (page, "latency")), ==, usual);

  gtk_spin_button_set_value (child (page, "latency"), 55);
  gtk_widget_destroy (fixture->window);
  fixture->window = NULL;
  g_assert_cmpfloat (get_latency (fixture), ==, 55);
}

static gboolean
wants_realtime (DeskSoundFixture *fixture)
{
  gboolean wanted;

  g_object_get (fixture->settings, "realtime", &wanted, NULL);
  return wanted;
}

static void
test_realtime (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkToggleButton *button = child (page, "realtime");

  g_assert_true (gtk_toggle_button_get_active (button));
  gtk_toggle_button_set_active (button, FALSE);
  g_assert_false (wants_realtime (fixture));
  g_object_set (fixture->settings, "realtime", TRUE, NULL);
  g_assert_true (gtk_toggle_button_get_active (button));
}

/* In a pause nothing can be tried, and what was being tried stops. */
static void
test_paused (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *test = child (page, "ringer_test");

  gtk_button_clicked (GTK_BUTTON (test));
  g_assert_cmpint (desk_sound_test_get_sample (fixture->test), ==, DESK_SAMPLE_RING);
  desk_audio_set_frozen (fixture->audio, TRUE);
  g_assert_cmpint (desk_sound_test_get_sample (fixture->test), ==, DESK_SAMPLE_NONE);
  g_assert_false (gtk_widget_get_sensitive (test));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (test)), !=, "S_top");
  desk_audio_set_frozen (fixture->audio, FALSE);
  g_assert_true (gtk_widget_get_sensitive (test));
}

/* What is heard. */

static gboolean
is_loud (gpointer data)
{
  const DeskHeard heard = desk_sound_fixture_hear (data, 20);

  return MAX (heard.left, heard.right) > LOUD;
}

/* The caller is in the handset, at the volume of voices, and in the ear that was chosen. */
static void
test_hears_caller (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkButton *button = child (page, "voice_test");
  DeskHeard heard;

  g_object_set (fixture->settings, "ringer-volume", 0.0, "voice-volume", 1.0, NULL);
  gtk_combo_box_set_active_id (child (page, "ear"), "-1");
  gtk_button_clicked (button);
  g_assert_cmpstr (gtk_button_get_label (button), ==, "S_top");
  desk_test_wait (is_loud, fixture, "the caller");
  heard = desk_sound_fixture_hear (fixture, 300);
  g_assert_cmpfloat (heard.left, >, LOUD);
  g_assert_cmpfloat (heard.right, <, SILENCE);

  gtk_button_clicked (button);
  g_assert_cmpstr (gtk_button_get_label (button), ==, "_Test");
  desk_sound_fixture_hear (fixture, 50);
  heard = desk_sound_fixture_hear (fixture, 300);
  g_assert_cmpfloat (heard.left, <, SILENCE);
}

/* The ring is at the console: the volume of voices and the ear are none of its affair. */
static void
test_hears_ring (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  DeskHeard heard;

  g_object_set (fixture->settings, "ringer-volume", 1.0, "voice-volume", 0.0, NULL);
  gtk_button_clicked (child (page, "ringer_test"));
  heard = desk_sound_fixture_hear (fixture, 300);
  g_assert_cmpfloat (heard.left, >, LOUD);

  gtk_button_clicked (child (page, "ringer_test"));
  desk_sound_fixture_hear (fixture, 50);
  heard = desk_sound_fixture_hear (fixture, 300);
  g_assert_cmpfloat (heard.left, <, SILENCE);
}

/* One test stops the other, and a sound that ends by itself gives the button its word back. */
static gboolean
is_at_rest (gpointer button)
{
  return strcmp (gtk_button_get_label (button), "S_top") != 0;
}

static void
test_one_at_a_time (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);

  gtk_button_clicked (child (page, "voice_test"));
  gtk_button_clicked (child (page, "ringer_test"));
  g_assert_true (is_at_rest (child (page, "voice_test")));
  g_assert_false (is_at_rest (child (page, "ringer_test")));
  desk_sound_fixture_hear (fixture, 15000);
  desk_test_wait (is_at_rest, child (page, "ringer_test"), "the end of the ring");
}

/* The settings file cannot be written. */

static gboolean
has_failed (gpointer saver)
{
  g_autofree char *failure = NULL;

  g_object_get (saver, "failure", &failure, NULL);
  return failure != NULL;
}

static void
test_says_what_is_not_kept (DeskSoundFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename ("/proc/frontdesk", "settings.ini", NULL);
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (path);
  g_autoptr (DeskSettingsSaver) saver = desk_settings_saver_new (settings);
  GtkWidget *parent = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);
  GtkWidget *page = gtk_label_new ("A page");
  GtkLabel *failure;

  fixture->window = desk_preferences_window_new (GTK_WINDOW (parent), saver);
  desk_preferences_window_add_page (DESK_PREFERENCES_WINDOW (fixture->window), page, "page",
                                    "A page");
  gtk_widget_show (fixture->window);
  failure = GTK_LABEL (
      gtk_widget_get_template_child (fixture->window, DESK_TYPE_PREFERENCES_WINDOW, "failure"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (failure)));
  g_object_set (settings, "voice-volume", 0.5, NULL);
  desk_test_wait (has_failed, saver, "the failure");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (failure)));
  g_assert_nonnull (strstr (gtk_label_get_text (failure), "/proc/frontdesk"));
  gtk_widget_destroy (fixture->window);
  fixture->window = NULL;
  gtk_widget_destroy (parent);
}

/* Everybody. */

static void
collect_mnemonic (GtkWidget *widget, gpointer seen)
{
  if (GTK_IS_LABEL (widget)) {
    const guint key = gtk_label_get_mnemonic_keyval (GTK_LABEL (widget));

    if (key != GDK_KEY_VoidSymbol && !g_hash_table_add (seen, GUINT_TO_POINTER (key)))
      g_error ("Alt+%s is taken twice", gdk_keyval_name (key));
  }
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), collect_mnemonic, seen);
}

static void
test_by_keys_and_ears (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  gtk_expander_set_expanded (GTK_EXPANDER (child (page, "advanced")), TRUE);
  desk_test_assert_named (page);
  collect_mnemonic (page, seen);
  g_assert_cmpuint (g_hash_table_size (seen), >=, 10);
}

/* A sound server at `path` that lets everybody in, and says nothing. (transfer full) */
static GSocket *
mute_server_new (const char *path)
{
  g_autofree char *name = g_strconcat ("unix:", path, NULL);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  GSocket *socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, 0, NULL);

  g_assert_true (g_socket_bind (socket, address, FALSE, NULL));
  g_assert_true (g_socket_listen (socket, NULL));
  g_setenv ("PULSE_SERVER", name, TRUE);
  return socket;
}

static gboolean
are_both_in_trouble (gpointer data)
{
  DeskSoundFixture *fixture = data;
  g_autofree char *notice = desk_audio_get_notice (fixture->audio);
  DeskStreamStatus microphone;

  desk_audio_get_status (fixture->audio, DESK_STREAM_MICROPHONE, &microphone);
  return notice != NULL && microphone.notice != NULL;
}

static void
count_announcement (guint *n)
{
  ++*n;
}

/* What is wrong with all sound is said once, and not beside the microphone too. */
static void
test_says_once (DeskSoundFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mute", NULL);
  g_autoptr (GSocket) server = mute_server_new (path);
  GtkWidget *page = open_page (fixture);
  guint n = 0;

  g_signal_connect_swapped (gtk_widget_get_accessible (child (page, "microphone_notice")),
                            "announcement", G_CALLBACK (count_announcement), &n);
  desk_audio_start (fixture->audio);
  desk_test_wait (are_both_in_trouble, fixture, "a server that does not answer");
  g_assert_true (gtk_widget_get_visible (child (page, "notice")));
  g_assert_false (gtk_widget_get_visible (child (page, "microphone_notice")));
  g_assert_cmpuint (n, ==, 0);
  g_unsetenv ("PULSE_SERVER");
  g_assert_true (g_socket_close (server, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
assert_described (gpointer widget, const char *expected)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  g_autofree char *tooltip = gtk_widget_get_tooltip_text (widget);

  g_assert_cmpstr (tooltip, ==, expected);
  g_assert_cmpstr (atk_object_get_description (accessible), ==, expected);
}

/* Voices and the ringer have the same words in the same places: what each belongs to is told too. */
static void
test_told_apart (DeskSoundFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  const struct {
    const char *child;
    const char *group;
  } rows[] = {
    { "voice_volume", "Voices" },
    { "ringer_volume", "Ringer" },
    { "microphone_device", "Microphone" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++) {
    AtkObject *accessible = gtk_widget_get_accessible (child (page, rows[n].child));
    AtkObject *group = atk_object_get_parent (accessible);

    g_assert_cmpstr (atk_object_get_name (group), ==, rows[n].group);
  }
  assert_described (child (page, "voice_test"), "Hear a caller");
  assert_described (child (page, "ringer_test"), "Hear the ring");
  desk_audio_set_frozen (fixture->audio, TRUE);
  assert_described (child (page, "ringer_test"), "There is no sound while the shift is paused.");
  desk_audio_set_frozen (fixture->audio, FALSE);
  assert_described (child (page, "ringer_test"), "Hear the ring");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/sound-page/" path, DeskSoundFixture, NULL, desk_sound_fixture_set_up, function,    \
              desk_sound_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("lists-outputs", test_lists_outputs);
  ADD ("lists-inputs", test_lists_inputs);
  ADD ("chooses", test_chooses);
  ADD ("says-what-is-chosen", test_says_what_is_chosen);
  ADD ("keeps-choice", test_keeps_choice);
  ADD ("long-name", test_long_name);
  ADD ("opening-changes-nothing", test_opening_changes_nothing);
  ADD ("volume", test_volume);
  ADD ("ring-both", test_ring_both);
  ADD ("latency", test_latency);
  ADD ("realtime", test_realtime);
  ADD ("paused", test_paused);
  ADD ("hears-caller", test_hears_caller);
  ADD ("hears-ring", test_hears_ring);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("says-what-is-not-kept", test_says_what_is_not_kept);
  ADD ("by-keys-and-ears", test_by_keys_and_ears);
  ADD ("told-apart", test_told_apart);
  ADD ("says-once", test_says_once);
  return g_test_run ();
}
