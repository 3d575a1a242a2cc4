/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "history/history-number.h"
#include "history/history-sort.h"

#define DEEPEST 16
#define MOST_ENTRIES 200000 /* files, folders and all else */
#define FIRST_CHUNK ((gsize) 16 << 10)

static gboolean
fail (const char *path, int saved_errno, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", name,
               g_strerror (saved_errno));
  return FALSE;
}

/* Where a file system cannot rename without replacing, a hard link is made and the old name removed; where
 * it has no hard links either, looking first has to do. */
static int
move_slowly (const char *from, const char *to)
{
  if (link (from, to) == 0)
    return unlink (from);
  if (errno == EEXIST)
    return -1;
  if (g_file_test (to, G_FILE_TEST_EXISTS)) {
    errno = EEXIST;
    return -1;
  }
  return rename (from, to);
}

gboolean
desk_history_move_file (const char *from, const char *to, GError **error)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if ((errno == EINVAL || errno == ENOSYS) && move_slowly (from, to) == 0)
    return TRUE;
  return fail (from, errno, error);
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0) {
    const ssize_t n = write (fd, data, left);

    if (n < 0 && errno != EINTR)
      return FALSE;
    data += MAX (n, 0);
    left -= (gsize) MAX (n, 0);
  }
  return fsync (fd) == 0;
}

static gboolean
write_new_file (const char *path, int mode, GBytes *bytes, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part-XXXXXX", NULL);
  int fd = g_mkstemp_full (part, O_WRONLY | O_CLOEXEC, mode);
  gboolean good;

  if (fd < 0)
    return fail (path, errno, error);
  good = write_all (fd, bytes) || fail (path, errno, error);
  if (close (fd) < 0 && good)
    good = fail (path, errno, error);
  good = good && desk_history_move_file (part, path, error);
  if (!good)
    unlink (part);
  return good;
}

gboolean
desk_history_write_file (const char *path, GBytes *bytes, GError **error)
{
  return write_new_file (path, 0600, bytes, error);
}

/* The new name is safe once the folder is flushed. Not every file system can flush a folder: there it is up
 * to the system. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
desk_history_write_shared_file (const char *path, GBytes *bytes, GError **error)
{
  if (!write_new_file (path, 0666, bytes, error))
    return FALSE;
  flush_folder (path);
  return TRUE;
}

char *
desk_history_read_line (const char *path, gsize limit, gsize *length)
{
  g_autofree char *line = g_malloc (FIRST_CHUNK);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  const char *end = NULL;
  gsize room = FIRST_CHUNK;
  gsize done = 0;
  ssize_t n;

  while (fd >= 0 && end == NULL && (n = read (fd, line + done, room - done)) != 0) {
    if (n < 0 && errno != EINTR)
      break;
    end = memchr (line + done, '\n', (size_t) MAX (n, 0));
    done += (gsize) MAX (n, 0);
    if (done == room && room >= limit)
      break;
    if (done == room)
      line = g_realloc (line, room = MIN (2 * room, limit));
  }
  if (fd >= 0)
    close (fd);
  if (end == NULL)
    return NULL;
  *length = (gsize) (end - line);
  return g_steal_pointer (&line);
}

static GBytes *
read_all (int fd, gsize size, const char *path, GError **error)
{
  g_autofree char *data = g_malloc (size + 1);
  gsize done = 0;

  while (done < size) {
    const ssize_t n = read (fd, data + done, size - done);

    if (n == 0)
      break;
    if (n < 0 && errno != EINTR) {
      fail (path, errno, error);
      return NULL;
    }
    done += (gsize) MAX (n, 0);
  }
  return g_bytes_new_take (g_steal_pointer (&data), done);
}

GBytes *
desk_history_read_file (const char *path, guint64 limit, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  GBytes *bytes = NULL;
  struct stat info;

  if (fd < 0 || fstat (fd, &info) < 0)
    fail (path, errno, error);
  else if (!S_ISREG (info.st_mode))
    fail (path, EISDIR, error);
  else if ((guint64) info.st_size > limit)
    fail (path, EFBIG, error);
  else
    bytes = read_all (fd, (gsize) info.st_size, path, error);
  if (fd >= 0)
    close (fd);
  return bytes;
}

gboolean
desk_history_make_folder (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, 0700) == 0 || fail (path, errno, error);
}

static char *
number_path (const char *path, guint number)
{
  const char *name = strrchr (path, '/');
  const char *ending = strrchr (name != NULL ? name : path, '.');
  const int stem = (int) (ending != NULL ? ending - path : (ptrdiff_t) strlen (path));

  return g_strdup_printf ("%.*s-%u%s", stem, path, number, ending != NULL ? ending : "");
}

static gboolean
is_taken (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK);
}

static gboolean
is_number_taken (guint number, gpointer path)
{
  g_autofree char *tried = number_path (path, number);

  return is_taken (tried);
}

char *
desk_history_free_path (const char *path)
{
  if (!is_taken (path))
    return g_strdup (path);
  return number_path (path, desk_history_find_number (is_number_taken, (gpointer) path));
}

/* A walk through a folder, and what was found so far. */
typedef struct {
  GPtrArray *files;
  DeskHistoryOnFault on_fault;
  gpointer data;
  guint n_entries;
} Walk;

static void walk_folder (Walk *walk, int parent, const char *name, const char *path, guint depth);

static void
tell_fault (const Walk *walk, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  if (walk->on_fault != NULL)
    walk->on_fault (name, reason, walk->data);
}

static void
walk_entry (Walk *walk, int folder, const char *name, const char *folder_path, guint depth)
{
  g_autofree char *path = g_build_filename (folder_path, name, NULL);
  struct stat info;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) < 0)
    tell_fault (walk, path, g_strerror (errno));
  else if (S_ISDIR (info.st_mode))
    walk_folder (walk, folder, name, path, depth + 1);
  else if (S_ISREG (info.st_mode))
    g_ptr_array_add (walk->files, g_steal_pointer (&path));
  else if (desk_history_is_journal (name))
    tell_fault (walk, path,
                S_ISLNK (info.st_mode) ? _ ("this is a link, which is not followed")
                                       : _ ("this is no file of data"));
}

/* Stops the walk at the limit, and reports that once. */
static gboolean
may_go_on (Walk *walk, const char *path)
{
  if (walk->n_entries > MOST_ENTRIES)
    return FALSE;
  if (walk->n_entries++ < MOST_ENTRIES)
    return TRUE;
  tell_fault (walk, path, _ ("there are too many files; the rest was not looked at"));
  return FALSE;
}

static void
walk_folder (Walk *walk, int parent, const char *name, const char *path, guint depth)
{
  const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (depth > 0 ? O_NOFOLLOW : 0);
  int fd;
  DIR *dir;

  if (depth > DEEPEST) {
    tell_fault (walk, path, _ ("this folder lies too deep; it was not looked into"));
    return;
  }
  fd = openat (parent, name, flags);
  dir = fd >= 0 ? fdopendir (fd) : NULL;
  if (dir == NULL) {
    tell_fault (walk, path, g_strerror (errno));
    if (fd >= 0)
      close (fd);
    return;
  }
  for (const struct dirent *entry; (entry = readdir (dir)) != NULL;) {
    if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, ".."))
      continue;
    if (!may_go_on (walk, path))
      break;
    walk_entry (walk, fd, entry->d_name, path, depth);
  }
  closedir (dir);
}

GPtrArray *
desk_history_walk (const char *folder, DeskHistoryOnFault on_fault, gpointer data)
{
  Walk walk = { g_ptr_array_new_with_free_func (g_free), on_fault, data, 0 };

  walk_folder (&walk, AT_FDCWD, folder, folder, 0);
  desk_history_sort (walk.files, (GCompareFunc) strcmp);
  return walk.files;
}

gboolean
desk_history_is_journal (const char *path)
{
  return g_str_has_suffix (path, ".journal");
}

gboolean
desk_history_lies_in (const char *path, const char *folder)
{
  return g_str_has_prefix (path, folder) && path[strlen (folder)] == '/';
}
