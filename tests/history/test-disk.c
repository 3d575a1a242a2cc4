/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <sqlite3.h>
#include <string.h>

#include "history/history-options.h"
#include "history/history-trainee.h"
#include "past.h"

/* A disk that fails where it is told to: SQLite reaches the files through it. */

#define DISK "failing-disk"

typedef enum {
  METHODS_DATABASE,
  METHODS_OTHER, /* for the files beside it SQLite has others */
  N_METHODS,
} Methods;

static struct {
  const sqlite3_io_methods *real[N_METHODS];
  sqlite3_io_methods failing[N_METHODS];
  gboolean garbles;      /* all that is read of a database */
  const char *cannot_be; /* words that cannot be written; or NULL */
} disk;

static Methods
methods_of (sqlite3_file *file)
{
  return file->pMethods == &disk.failing[METHODS_DATABASE] ? METHODS_DATABASE : METHODS_OTHER;
}

static int
read_file (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  const Methods methods = methods_of (file);

  if (disk.garbles && methods == METHODS_DATABASE)
    return SQLITE_CORRUPT;
  return disk.real[methods]->xRead (file, bytes, length, offset);
}

static int
write_file (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  if (disk.cannot_be != NULL &&
      memmem (bytes, (size_t) length, disk.cannot_be, strlen (disk.cannot_be)) != NULL)
    return SQLITE_FULL;
  return disk.real[methods_of (file)]->xWrite (file, bytes, length, offset);
}

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
  sqlite3_vfs *real = sqlite3_vfs_find ("unix");
  const int result = real->xOpen (real, name, file, flags, out);
  const Methods methods = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? METHODS_DATABASE : METHODS_OTHER;

  if (result != SQLITE_OK)
    return result;
  disk.real[methods] = file->pMethods;
  disk.failing[methods] = *file->pMethods;
  disk.failing[methods].xRead = read_file;
  disk.failing[methods].xWrite = write_file;
  file->pMethods = &disk.failing[methods];
  return result;
}

static void
install_disk (void)
{
  static sqlite3_vfs failing;

  failing = *sqlite3_vfs_find ("unix");
  failing.pNext = NULL;
  failing.zName = DISK;
  failing.xOpen = open_file;
  g_assert_cmpint (sqlite3_vfs_register (&failing, FALSE), ==, SQLITE_OK);
}

static const DeskHistoryOptions on_disk = { .vfs = DISK };

/* Each new file is damaged at once: that is said, and it comes to an end. */
static void
test_garbles (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  disk.garbles = TRUE;
  history = desk_history_open_with (past->path, &on_disk, &error);
  disk.garbles = FALSE;
  g_assert_null (history);
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, past->path));
  g_assert_nonnull (strstr (error->message, "damaged again each time"));
}

/* The time to keep is read from a damaged file and cannot be written to the new one at first. */
static void
test_settings_come_late (Past *past, gconstpointer data)
{
  g_autoptr (DeskHistory) history = desk_history_open_with (past->path, &on_disk, NULL);
  g_autoptr (GError) error = NULL;
  guint days = 0;

  past_add (past, history, "a.journal", PAST_WELL, "Kim", "2026-11-21T09:00:00Z");
  g_assert_true (desk_history_set_keep (history, 4000, NULL));
  past_sql (past->path, "PRAGMA writable_schema = ON;"
                        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
                        " WHERE name = 'settings') WHERE name = 'sessions';"
                        "PRAGMA schema_version = 1000");

  disk.cannot_be = "keep_days";
  g_assert_null (desk_history_list (history, NULL, &error));
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
  disk.cannot_be = NULL;

  g_assert_cmpuint (past_count (history), ==, 1);
  g_assert_true (desk_history_get_keep (history, &days, NULL));
  g_assert_cmpuint (days, ==, 4000);
}

static void
assert_journals_are_there (const Past *past, const char *const *names)
{
  for (; *names != NULL; names++) {
    g_autofree char *path = g_build_filename (past->sessions, *names, NULL);

    g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  }
}

/* The rows are deleted, but that cannot be made to last: no file goes. */
static void
test_deletion_does_not_last (Past *past, gconstpointer data)
{
  static const char *const names[] = { "a.journal", "b.journal", "c.journal", NULL };
  g_autoptr (DeskHistory) history = desk_history_open_with (past->path, &on_disk, NULL);
  g_auto (DeskHistoryHolding) holding = { 0 };
  g_autoptr (GError) error = NULL;

  past_add (past, history, names[0], PAST_WELL, "Kim", "2026-11-21T09:00:00Z");
  past_add (past, history, names[1], PAST_WELL, "Zebulon", "2026-11-22T09:00:00Z");
  past_add (past, history, names[2], PAST_WELL, "Kim", "2026-11-23T09:00:00Z");
  disk.cannot_be = "Zebulon"; /* whose row is on the same page */
  g_assert_false (desk_history_delete (history, "Kim", &holding, &error));
  disk.cannot_be = NULL;
  g_assert_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED);
  g_assert_cmpuint (past_count (history), ==, 3);
  assert_journals_are_there (past, names);
}

#define ADD(path, test) g_test_add (path, Past, NULL, past_set_up, test, past_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  install_disk ();
  ADD ("/disk/garbles", test_garbles);
  ADD ("/disk/settings-come-late", test_settings_come_late);
  ADD ("/disk/deletion-does-not-last", test_deletion_does_not_last);
  return g_test_run ();
}
