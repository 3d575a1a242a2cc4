/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/scenario-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define INCOMING ".incoming-"
#define MAX_DEPTH 32
#define LEFT_BEHIND_S (24 * 60 * 60)

gboolean
desk_scenario_folder_fail (const char *path, GError **error)
{
  const int saved = errno;
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", shown,
               g_strerror (saved));
  return FALSE;
}

static void
remove_below (const char *path, guint depth)
{
  GStatBuf status;
  g_autoptr (GDir) dir = NULL;

  if (g_lstat (path, &status) != 0)
    return;
  if (!S_ISDIR (status.st_mode)) {
    g_unlink (path);
    return;
  }
  dir = depth < MAX_DEPTH ? g_dir_open (path, 0, NULL) : NULL;
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_below (child, depth + 1);
  }
  g_rmdir (path);
}

void
desk_scenario_folder_remove (const char *path)
{
  remove_below (path, 0);
}

/* Whether only the user may write to it. In a shared folder such as /tmp, a folder that bears our mark may
 * be somebody else's, and lead elsewhere. */
static gboolean
is_ours_alone (const char *folder)
{
  GStatBuf status;

  return g_stat (folder, &status) == 0 && status.st_uid == geteuid () &&
         (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

static void
remove_left_behind (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const time_t now = time (NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *path = g_build_filename (parent, name, NULL);
    GStatBuf status;

    if (g_str_has_prefix (name, INCOMING) && g_lstat (path, &status) == 0 &&
        status.st_mtime < now - LEFT_BEHIND_S)
      desk_scenario_folder_remove (path);
  }
}

char *
desk_scenario_folder_make_temporary (const char *parent, GError **error)
{
  g_autofree char *path = g_build_filename (parent, INCOMING "XXXXXX", NULL);

  if (g_mkdir_with_parents (parent, 0700) != 0) {
    desk_scenario_folder_fail (parent, error);
    return NULL;
  }
  if (is_ours_alone (parent))
    remove_left_behind (parent);
  if (g_mkdtemp_full (path, 0700) == NULL) {
    desk_scenario_folder_fail (parent, error);
    return NULL;
  }
  return g_steal_pointer (&path);
}

/* Flushes it to the disk, so that after a power cut the name does not stand for half a scenario. */
static void
sync_disk (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  syncfs (fd);
  close (fd);
}

/* Some network file systems have no rename that refuses to replace. There we look first; plain rename()
 * replaces no folder but an empty one. */
static int
rename_to_free (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  if (g_file_test (to, G_FILE_TEST_EXISTS) || g_file_test (to, G_FILE_TEST_IS_SYMLINK)) {
    errno = EEXIST;
    return -1;
  }
  return g_rename (from, to);
}

gboolean
desk_scenario_folder_settle (const char *from, const char *to, GError **error)
{
  sync_disk (from);
  return rename_to_free (from, to) == 0 || desk_scenario_folder_fail (to, error);
}

char *
desk_scenario_folder_tidy_name (const char *name)
{
  g_autofree char *copy = g_strdup (name);

  g_strdelimit (copy, "/", '-');
  g_strchug (copy);
  while (*copy == '.' || *copy == '-')
    memmove (copy, copy + 1, strlen (copy));
  return *copy != '\0' ? g_steal_pointer (&copy) : g_strdup ("scenario");
}

char *
desk_scenario_folder_free_path (const char *parent, const char *name)
{
  g_autofree char *tidy = desk_scenario_folder_tidy_name (name);
  g_autofree char *path = g_build_filename (parent, tidy, NULL);
  GStatBuf status;

  for (guint n = 2; g_lstat (path, &status) == 0; n++) {
    g_free (path);
    path = g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%s-%u", parent, tidy, n);
  }
  return g_steal_pointer (&path);
}

/* What is being copied, and how far. */
typedef struct {
  guint n_files;
  guint64 n_bytes;
  GCancellable *cancellable; /* or NULL */
} Copy;

static gboolean
copy_folder (Copy *copy, const char *from, const char *to, guint depth, GError **error);

static gboolean
is_too_much (const Copy *copy)
{
  return copy->n_files > DESK_SCENARIO_MAX_FILES || copy->n_bytes > DESK_SCENARIO_MAX_BYTES;
}

static gboolean
copy_file (Copy *copy, const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target,
                      G_FILE_COPY_NOFOLLOW_SYMLINKS | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                      copy->cancellable, NULL, NULL, error);
}

static gboolean
copy_child (Copy *copy, const char *from, const char *to, guint depth, GError **error)
{
  GStatBuf status;

  if (g_lstat (from, &status) != 0)
    return desk_scenario_folder_fail (from, error);
  if (!S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode))
    return TRUE;
  copy->n_files++;
  copy->n_bytes += S_ISREG (status.st_mode) ? (guint64) status.st_size : 0;
  if (is_too_much (copy)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("The folder holds more than a scenario may: 512 MiB or 20,000 files."));
    return FALSE;
  }
  return S_ISDIR (status.st_mode) ? copy_folder (copy, from, to, depth + 1, error)
                                  : copy_file (copy, from, to, error);
}

static gboolean
copy_children (Copy *copy, const char *from, const char *to, guint depth, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, error);

  if (dir == NULL)
    return FALSE;
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);

    if (*name != '.' && !copy_child (copy, source, target, depth, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
copy_folder (Copy *copy, const char *from, const char *to, guint depth, GError **error)
{
  if (depth > MAX_DEPTH)
    return TRUE;
  if (g_mkdir (to, 0700) != 0 && errno != EEXIST)
    return desk_scenario_folder_fail (to, error);
  return copy_children (copy, from, to, depth, error);
}

char *
desk_scenario_folder_copy (const char *folder,
                           const char *parent,
                           GCancellable *cancellable,
                           GError **error)
{
  Copy copy = { .cancellable = cancellable };
  g_autofree char *temporary = desk_scenario_folder_make_temporary (parent, error);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *path = desk_scenario_folder_free_path (parent, name);

  if (temporary == NULL)
    return NULL;
  if (copy_folder (&copy, folder, temporary, 0, error) &&
      desk_scenario_folder_settle (temporary, path, error))
    return g_steal_pointer (&path);
  desk_scenario_folder_remove (temporary);
  return NULL;
}

char *
desk_scenario_folder_identity (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status.st_dev,
                          (guint64) status.st_ino);
}
