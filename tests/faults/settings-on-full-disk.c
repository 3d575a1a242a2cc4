/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/mount.h>
#include <unistd.h>

#include "audio/sound-settings.h"

/* The file of the sound settings on a real disk that is full. Run it inside with-own-mounts. */

static void
fill (const char *path)
{
  static const char block[4096];
  const int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  while (write (fd, block, sizeof block) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (fd);
}

static double
kept_volume (const char *path)
{
  g_autoptr (DeskSoundSettings) again = desk_sound_settings_new (path);
  double volume;

  g_object_get (again, "voice-volume", &volume, NULL);
  return volume;
}

/* It is told, what was kept before stays whole, and the change is kept when there is room. */
static void
test_full_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("frontdesk-settings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autoptr (DeskSoundSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mount ("none", folder, "tmpfs", 0, "size=64k"), ==, 0);
  settings = desk_sound_settings_new (path);
  g_object_set (settings, "voice-volume", 0.25, NULL);
  g_assert_true (desk_sound_settings_save (settings, NULL));
  fill (ballast);

  g_object_set (settings, "voice-volume", 0.75, NULL);
  g_assert_false (desk_sound_settings_save (settings, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_assert_cmpfloat (kept_volume (path), ==, 0.25);

  g_assert_cmpint (g_unlink (ballast), ==, 0);
  g_assert_true (desk_sound_settings_save (settings, NULL));
  g_assert_cmpfloat (kept_volume (path), ==, 0.75);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/full-disk", test_full_disk);
  return g_test_run ();
}
