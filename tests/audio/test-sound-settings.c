/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/sound-settings.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder; /* owned, as the next */
  char *path;   /* in a folder of its own, which is not there yet */
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("frontdesk-settings-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "deep", "settings.ini", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  static const char *const endings[] = { "", ".bad", ".bad-2", ".bad-3" };
  g_autofree char *deep = g_path_get_dirname (place->path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strconcat (place->path, endings[i], NULL);

    g_remove (path);
  }
  g_rmdir (deep);
  g_remove (deep);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
write_file (Place *place, const char *text)
{
  g_autofree char *deep = g_path_get_dirname (place->path);

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_true (g_file_set_contents (place->path, text, -1, NULL));
}

static char *
read_file (Place *place)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (place->path, &text, NULL, NULL));
  return text;
}

typedef struct {
  char *headset;
  char *ringer;
  char *microphone;
  gboolean ring_both;
  gboolean checked;
  gboolean realtime;
  double voice_volume;
  double ringer_volume;
  double latency_ms;
  int ear;
} Values;

static void
values_clear (Values *values)
{
  g_free (values->headset);
  g_free (values->ringer);
  g_free (values->microphone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Values, values_clear)

static void
get_values (DeskSoundSettings *settings, Values *values)
{
  g_object_get (settings, "headset", &values->headset, "ringer", &values->ringer, "microphone",
                &values->microphone, "ring-both", &values->ring_both, "checked", &values->checked,
                "realtime", &values->realtime, "voice-volume", &values->voice_volume,
                "ringer-volume", &values->ringer_volume, "latency-ms", &values->latency_ms, "ear",
                &values->ear, NULL);
}

static void
assert_defaults (DeskSoundSettings *settings)
{
  g_auto (Values) values = { 0 };

  get_values (settings, &values);
  g_assert_null (values.headset);
  g_assert_null (values.ringer);
  g_assert_null (values.microphone);
  g_assert_false (values.ring_both);
  g_assert_false (values.checked);
  g_assert_true (values.realtime);
  g_assert_cmpfloat (values.voice_volume, ==, 0.8);
  g_assert_cmpfloat (values.ringer_volume, ==, 0.8);
  g_assert_cmpint (values.ear, ==, 0);
  g_assert_cmpfloat (values.latency_ms, >=, 2);
  g_assert_cmpfloat (values.latency_ms, <=, 200);
}

static void
test_no_file (Place *place, gconstpointer data)
{
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (place->path);
  g_autofree char *deep = g_path_get_dirname (place->path);

  assert_defaults (settings);
  g_assert_true (desk_sound_settings_save (settings, NULL));
  g_assert_false (g_file_test (deep, G_FILE_TEST_EXISTS));
}

static void
test_round_trip (Place *place, gconstpointer data)
{
  const char *id = "alsa: “Höger; lur” \\ #2 = [x]\t ";
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (place->path);
  g_auto (Values) values = { 0 };

  g_object_set (settings, "headset", id, "ringer", "r", "microphone", "m", "ring-both", TRUE,
                "checked", TRUE, "realtime", FALSE, "voice-volume", 1.0 / 3, "ringer-volume", 0.0,
                "latency-ms", 200.0, "ear", -1, NULL);
  g_clear_object (&settings);
  settings = desk_sound_settings_new (place->path);
  get_values (settings, &values);
  g_assert_cmpstr (values.headset, ==, id);
  g_assert_cmpstr (values.ringer, ==, "r");
  g_assert_cmpstr (values.microphone, ==, "m");
  g_assert_true (values.ring_both);
  g_assert_true (values.checked);
  g_assert_false (values.realtime);
  g_assert_cmpfloat (values.voice_volume, ==, 1.0 / 3);
  g_assert_cmpfloat (values.ringer_volume, ==, 0);
  g_assert_cmpfloat (values.latency_ms, ==, 200);
  g_assert_cmpint (values.ear, ==, -1);

  g_object_set (settings, "ringer", NULL, NULL);
  g_clear_object (&settings);
  settings = desk_sound_settings_new (place->path);
  values_clear (&values);
  get_values (settings, &values);
  g_assert_null (values.ringer);
}

/* What others wrote there is left as it was. */
static void
test_strangers_survive (Place *place, gconstpointer data)
{
  g_autoptr (DeskSoundSettings) settings = NULL;
  g_autofree char *text = NULL;
  static const char *const parts[] = { "# my own\n", "[window]\nwidth=900\nname[sv]=Växel\n",
                                       "# louder\n", "voice-volume=1\n", "future=7\n" };

  write_file (place, "# my own\n[window]\nwidth=900\nname[sv]=Växel\n\n[sound]\n# louder\n"
                     "voice-volume=0.5\nfuture=7\n");
  settings = desk_sound_settings_new (place->path);
  g_object_set (settings, "voice-volume", 1.0, NULL);
  g_assert_true (desk_sound_settings_save (settings, NULL));
  text = read_file (place);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (strstr (text, parts[i]) == NULL)
      g_error ("“%s” is not in “%s”", parts[i], text);
  }
}

/* Neither garbage nor figures out of range are taken, nor cleared away unless they are replaced. */
static void
test_garbage (Place *place, gconstpointer data)
{
  static const char *const texts[] = {
    "[sound]\nvoice-volume=loud\nringer-volume=\near=left\nring-both=perhaps\nrealtime=\nlatency-ms=fast\n",
    "[sound]\nvoice-volume=1.5\nringer-volume=-1\near=2\nlatency-ms=1\n",
    "[sound]\nvoice-volume=nan\nringer-volume=inf\nlatency-ms=nan\near=99999999999999\n",
    "[sound]\nvoice-volume=0.5x\nringer-volume=0,5\near=1.5\nlatency-ms=201\n",
    "[sound]\nheadset=\xff\xfe\nvoice-volume=2\nringer-volume=2\n",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (DeskSoundSettings) settings = NULL;
    g_autofree char *text = NULL;

    g_test_message ("%u", i);
    write_file (place, texts[i]);
    settings = desk_sound_settings_new (place->path);
    assert_defaults (settings);
    g_clear_object (&settings);
    text = read_file (place);
    g_assert_cmpstr (text, ==, texts[i]);
  }
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_strcmp0 (a, b);
}

static void
add_line (gpointer name, gpointer list)
{
  g_string_append_printf (list, "%s\n", (const char *) name);
}

/* The files beside the settings, in order, one a line. (transfer full) */
static char *
list_folder (Place *place)
{
  g_autofree char *deep = g_path_get_dirname (place->path);
  g_autoptr (GDir) folder = g_dir_open (deep, 0, NULL);
  GSequence *names = g_sequence_new (g_free);
  GString *list = g_string_new (NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_sequence_insert_sorted (names, g_strdup (name), compare_names, NULL);
  g_sequence_foreach (names, add_line, list);
  g_sequence_free (names);
  return g_string_free (list, FALSE);
}

static void
assert_beside (Place *place, const char *ending, const char *expected)
{
  g_autofree char *path = g_strconcat (place->path, ending, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static GString *printed;

static void
keep_print (const char *words)
{
  g_string_append (printed, words);
}

/* What cannot be read as settings at all is put aside, each under a name of its own, and that is said
 * once; the program begins with its defaults, and what is changed then is kept. */
static void
test_unreadable_is_put_aside (Place *place, gconstpointer data)
{
  static const char *const texts[] = { "no group\n", "[sound", "[sound]\nEncoding\n" };
  GPrintFunc former = g_set_printerr_handler (keep_print);
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (DeskSoundSettings) settings = NULL;
    g_autoptr (DeskSoundSettings) another = NULL;

    printed = g_string_new (NULL);
    write_file (place, texts[i]);
    settings = desk_sound_settings_new (place->path);
    another = desk_sound_settings_new (place->path);
    assert_defaults (settings);
    g_object_set (settings, "ear", i % 2 == 0 ? 1 : -1, NULL);
    g_clear_object (&settings);
    g_test_message ("%s", printed->str);
    g_assert_nonnull (strstr (printed->str, place->path));
    g_assert_true (strchr (printed->str, '\n') == printed->str + printed->len - 1);
    g_string_free (printed, TRUE);
  }
  g_set_printerr_handler (former);

  names = list_folder (place);
  g_assert_cmpstr (names, ==,
                   "settings.ini\nsettings.ini.bad\nsettings.ini.bad-2\nsettings.ini.bad-3\n");
  assert_beside (place, ".bad", texts[0]);
  assert_beside (place, ".bad-2", texts[1]);
  assert_beside (place, ".bad-3", texts[2]);
  text = read_file (place);
  g_assert_cmpstr (text, ==, "[sound]\near=1\n");
}

static void
on_notify (DeskSoundSettings *settings, GParamSpec *pspec, guint *n)
{
  ++*n;
}

/* The window opens all the same, and at once. A reader that waits for a pipe's other end would never
 * be seen to fail, so the alarm ends it. */
static void
test_no_plain_file (Place *place, gconstpointer data)
{
  g_autofree char *deep = g_path_get_dirname (place->path);
  g_autofree char *headset = NULL;

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  alarm (10);
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (place->path);
  alarm (0);
  g_object_get (settings, "headset", &headset, NULL);
  g_assert_null (headset);
}

/* A file that is full to the brim is read, and one that is fuller is nothing of ours. */
static void
test_much (Place *place, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("[sound]\nheadset=usb\n#");

  for (guint n_more = 0; n_more < 2; n_more++) {
    const gsize before = text->len;
    g_autofree char *headset = NULL;

    g_string_set_size (text, (1 << 20) + n_more);
    memset (text->str + before, 'x', text->len - before);
    write_file (place, text->str);
    g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (place->path);
    g_object_get (settings, "headset", &headset, NULL);
    g_assert_cmpstr (headset, ==, n_more == 0 ? "usb" : NULL);
  }
}

static void
test_notify_once (Place *place, gconstpointer data)
{
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (place->path);
  guint n = 0;

  g_signal_connect (settings, "notify", G_CALLBACK (on_notify), &n);
  g_object_set (settings, "headset", "a", NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (settings, "headset", "a", "ear", 0, "voice-volume", 0.8, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (settings, "ear", 1, "voice-volume", 0.9, NULL);
  g_assert_cmpuint (n, ==, 3);
  g_object_set (settings, "headset", NULL, NULL);
  g_assert_cmpuint (n, ==, 4);
}

/* No device has an empty id: it is as good as none, also before it was written. */
static void
test_empty_is_none (Place *place, gconstpointer data)
{
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (place->path);
  guint n = 0;

  g_signal_connect (settings, "notify", G_CALLBACK (on_notify), &n);
  g_object_set (settings, "headset", "", NULL);
  g_assert_cmpuint (n, ==, 0);
}

/* In place of the folder there is a file. It fails, says so, and is tried again when it can be. */
static void
test_unwritable (Place *place, gconstpointer data)
{
  g_autofree char *deep = g_path_get_dirname (place->path);
  g_autoptr (DeskSoundSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int ear;

  g_assert_true (g_file_set_contents (deep, "", -1, NULL));
  settings = desk_sound_settings_new (place->path);
  g_object_set (settings, "ear", 1, NULL);
  g_assert_false (desk_sound_settings_save (settings, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_FILE_ERROR);
  g_assert_nonnull (strstr (error->message, deep));
  g_object_get (settings, "ear", &ear, NULL);
  g_assert_cmpint (ear, ==, 1);

  g_assert_cmpint (g_remove (deep), ==, 0);
  g_assert_true (desk_sound_settings_save (settings, NULL));
  text = read_file (place);
  g_assert_nonnull (strstr (text, "ear=1\n"));
}

static gboolean
on_timeout (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
test_saved_by_itself (Place *place, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (place->path);
  g_autofree char *text = NULL;

  g_object_set (settings, "ear", 1, NULL);
  g_timeout_add (1000, on_timeout, loop);
  g_main_loop_run (loop);
  text = read_file (place);
  g_assert_cmpstr (text, ==, "[sound]\near=1\n");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/audio/sound-settings/" name, Place, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("no-file", test_no_file);
  ADD ("round-trip", test_round_trip);
  ADD ("strangers-survive", test_strangers_survive);
  ADD ("garbage", test_garbage);
  ADD ("no-plain-file", test_no_plain_file);
  ADD ("much", test_much);
  ADD ("unreadable-is-put-aside", test_unreadable_is_put_aside);
  ADD ("notify-once", test_notify_once);
  ADD ("empty-is-none", test_empty_is_none);
  ADD ("unwritable", test_unwritable);
  ADD ("saved-by-itself", test_saved_by_itself);

  return g_test_run ();
}
