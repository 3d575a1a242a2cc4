/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/mount.h>
#include <unistd.h>

#include "cli/settings.h"

/* Settings that the desktop keeps, in its own service and on a real disk that is full. Run it inside
 * with-own-mounts. */

#define SERVICES "/usr/share/dbus-1/services"
#define DCONF "ca.desrt.dconf.service"
#define PATIENCE_S 10

#define SKIPPED 77

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

static gboolean
on_patience_over (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* The service answers through the main loop. Whether the setting becomes `wanted` and stays so. */
static gboolean
comes_to (GSettings *settings, gboolean wanted)
{
  gboolean over = FALSE;
  const guint patience = g_timeout_add_seconds (PATIENCE_S, on_patience_over, &over);

  g_settings_sync ();
  while (!over && g_settings_get_boolean (settings, "captions") != wanted)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (patience);
  return !over;
}

/* What another program would read: the file that the service wrote. */
static gboolean
is_kept (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "dconf", "user", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
test_full_disk (gconstpointer folder)
{
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = desk_settings_new (&error);
  gboolean before;

  g_assert_no_error (error);
  before = !g_settings_get_boolean (settings, "captions");
  g_assert_true (g_settings_set_boolean (settings, "captions", before));
  g_assert_true (comes_to (settings, before));
  g_assert_true (is_kept (folder));

  fill (ballast);
  g_settings_set_boolean (settings, "captions", !before);
  g_assert_true (comes_to (settings, before));

  g_assert_cmpint (g_unlink (ballast), ==, 0);
  g_settings_set_boolean (settings, "captions", !before);
  g_assert_true (comes_to (settings, !before));
  g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_settings_get_boolean (settings, "captions") == !before);
}

/* The service is begun by the bus, and finds its folder in the bus's environment. */
int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("frontdesk-dconf-XXXXXX", NULL);
  g_autoptr (GTestDBus) bus = NULL;
  int status;

  if (!g_file_test (SERVICES "/" DCONF, G_FILE_TEST_EXISTS))
    return SKIPPED;
  g_assert_cmpint (mount ("none", folder, "tmpfs", 0, "size=64k"), ==, 0);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "dconf", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK); /* the desktop's own line is a warning */
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (bus, SERVICES);
  g_test_dbus_up (bus);
  g_test_add_data_func ("/desktop-settings/full-disk", folder, test_full_disk);
  status = g_test_run ();
  g_test_dbus_stop (bus);
  umount2 (folder, MNT_DETACH);
  g_rmdir (folder);
  return status;
}
