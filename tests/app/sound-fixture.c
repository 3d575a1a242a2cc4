/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "sound-fixture.h"

#include <glib/gstdio.h>
#include <math.h>

#include "page-fixture.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

void
desk_sound_fixture_set_up (DeskSoundFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("frontdesk-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "settings.ini", NULL);
  fixture->scenario = desk_test_scenario_new_default ();
  fixture->settings = desk_sound_settings_new (fixture->path);
  fixture->audio = desk_audio_new (fixture->settings);
  fixture->test = desk_sound_test_new (fixture->audio, fixture->scenario);
  fixture->devices = desk_device_watch_new ();
}

void
desk_test_wait (gboolean (*is) (gpointer), gpointer data, const char *what)
{
  const gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (!is (data)) {
    if (g_get_monotonic_time () > end_us)
      g_error ("Waited for %s in vain", what);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_usleep (1000);
  }
}

static gboolean
are_listed (gpointer devices)
{
  return desk_device_watch_get_devices (devices) != NULL;
}

/* A thread that lists devices would load libraries while the test ends. */
void
desk_sound_fixture_tear_down (DeskSoundFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_widget_destroy (fixture->window);
  desk_test_wait (are_listed, fixture->devices, "the devices");
  g_object_unref (fixture->devices);
  g_object_unref (fixture->test);
  g_object_unref (fixture->audio);
  g_assert_finalize_object (fixture->settings);
  desk_scenario_unref (fixture->scenario);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

DeskHeard
desk_sound_fixture_hear (DeskSoundFixture *fixture, guint ms)
{
  DeskMixer *mixer =
      desk_speaker_get_mixer (desk_audio_get_speaker (fixture->audio, DESK_STREAM_HEADSET));
  float frames[2 * DESK_MIXER_CHUNK];
  DeskHeard heard = { 0, 0 };

  for (guint32 left = DESK_MS_TO_FRAMES (ms); left > 0;) {
    const guint32 n = MIN (left, DESK_MIXER_CHUNK);

    desk_mixer_run (mixer, frames, n, 0);
    for (guint32 i = 0; i < n; i++) {
      heard.left = MAX (heard.left, fabsf (frames[2 * i]));
      heard.right = MAX (heard.right, fabsf (frames[2 * i + 1]));
    }
    left -= n;
  }
  return heard;
}

/* Devices. */

static void
device_free (gpointer data)
{
  DeskDevice *device = data;

  g_free (device->id);
  g_free (device->name);
  g_free (device->host_api);
  g_free (device);
}

GPtrArray *
desk_test_devices_new (const char *const *devices)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (device_free);
  gboolean output = FALSE, input = FALSE;

  for (guint i = 0; devices[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (devices[i], "|", -1);
    DeskDevice *device = g_new0 (DeskDevice, 1);

    device->id = g_strdup (parts[0]);
    device->name = g_strdup (parts[1]);
    device->host_api = g_strdup ("PulseAudio");
    device->form = (DeskDeviceForm) atoi (parts[2]);
    device->n_outputs = (guint) atoi (parts[3]);
    device->n_inputs = (guint) atoi (parts[4]);
    device->default_output = device->n_outputs > 0 && !output;
    device->default_input = device->n_inputs > 0 && !input;
    output = output || device->n_outputs > 0;
    input = input || device->n_inputs > 0;
    g_ptr_array_add (list, device);
  }
  return list;
}

/* Columns as in device-chooser.c: words, id, icon. */
char *
desk_test_chooser_rows (GtkComboBox *chooser)
{
  GtkTreeModel *model = gtk_combo_box_get_model (chooser);
  g_autoptr (GString) rows = g_string_new (NULL);
  GtkTreeIter at;
  int n = 0;

  for (gboolean more = gtk_tree_model_get_iter_first (model, &at); more;
       more = gtk_tree_model_iter_next (model, &at), n++) {
    g_autofree char *icon = NULL;
    g_autofree char *words = NULL;

    gtk_tree_model_get (model, &at, 0, &words, 2, &icon, -1);
    g_string_append_printf (rows, "%s%s [%s]\n",
                            n == gtk_combo_box_get_active (chooser) ? "* " : "", words, icon);
  }
  return g_strdup (rows->str);
}

void
desk_test_chooser_choose (GtkComboBox *chooser, const char *id)
{
  GtkTreeModel *model = gtk_combo_box_get_model (chooser);
  GtkTreeIter at;

  for (gboolean more = gtk_tree_model_get_iter_first (model, &at); more;
       more = gtk_tree_model_iter_next (model, &at)) {
    g_autofree char *this = NULL;

    gtk_tree_model_get (model, &at, 1, &this, -1);
    if (strcmp (this, id) == 0) {
      gtk_combo_box_set_active_iter (chooser, &at);
      return;
    }
  }
  g_error ("There is no row %s", id);
}

/* Names. */

static gboolean
is_named (GtkWidget *widget)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  AtkRelationSet *relations = atk_object_ref_relation_set (accessible);
  const char *name = atk_object_get_name (accessible);
  const gboolean labelled = atk_relation_set_contains (relations, ATK_RELATION_LABELLED_BY);

  g_object_unref (relations);
  return labelled || (name != NULL && *name != '\0');
}

/* The toggle inside a combo box speaks for it. */
static void
assert_named (GtkWidget *widget, gpointer n_named)
{
  if (gtk_widget_get_can_focus (widget) && gtk_widget_get_visible (widget) &&
      !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_WINDOW (widget)) {
    if (!is_named (widget))
      g_error ("A %s (%s) has no name", G_OBJECT_TYPE_NAME (widget),
               gtk_buildable_get_name (GTK_BUILDABLE (widget)));
    ++*(guint *) n_named;
  }
  if (GTK_IS_CONTAINER (widget) && !GTK_IS_COMBO_BOX (widget))
    gtk_container_forall (GTK_CONTAINER (widget), assert_named, n_named);
}

void
desk_test_assert_named (GtkWidget *root)
{
  guint n_named = 0;

  assert_named (root, &n_named);
  g_assert_cmpuint (n_named, >, 0);
}
