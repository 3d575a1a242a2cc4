/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "history/history-aside.h"
#include "history/history-lock.h"
#include "history/history-schema.h"

/* How a file is opened that may be new, old, newer than this program, damaged, on another machine or
 * not writable. One program at a time does this; what it finds is one of these: */

typedef enum {
  FOUND_GOOD,
  FOUND_NEWER,
  FOUND_DAMAGED,  /* or no history at all */
  FOUND_UNSHARED, /* usable without shared memory, by which a file in WAL mode is read */
  FOUND_BUSY,     /* another program holds it exclusively, as when it opens or closes it */
  FOUND_FAILURE,  /* the error is set */
} Found;

#define BUSY_TIMEOUT_MS 10000
#define WAIT_FOR_TURN_MS 15000
#define BUSY_LOOK_AGAIN_US 10000
#define MOST_TRIES 4

/* All of this is done through SQLite. A file that a program closes by itself loses every lock that the
 * program holds on it, whoever in there took them; SQLite sees to it that none is lost. */

static int
connect_by_uri (DeskHistory *self, const char *how, sqlite3 **database)
{
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  g_autofree char *escaped = g_uri_escape_string (self->file, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?%s", escaped, how);

  return sqlite3_open_v2 (uri, database, flags, self->vfs);
}

static int
read_version (sqlite3 *database)
{
  sqlite3_stmt *statement = NULL;
  int version = 0;

  if (sqlite3_prepare_v2 (database, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
}

/* By the version in the file itself. SQLite is told that the file never changes, so it reads it without
 * looking at its log or tidying up. */
static gboolean
is_newer (DeskHistory *self)
{
  sqlite3 *database = NULL;
  const gboolean newer = connect_by_uri (self, "immutable=1", &database) == SQLITE_OK &&
                         read_version (database) > DESK_HISTORY_VERSION;

  sqlite3_close (database);
  return newer;
}

/* "history.db" gives "history-v2.db". */
static char *
path_beside (const char *path)
{
  g_autofree char *trunk = desk_history_trunk (path);

  return g_strdup_printf ("%s-v%d.db", trunk, DESK_HISTORY_VERSION);
}

static gboolean
is_remote (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL &&
         g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

/* A file of a newer program, or one to be set aside, must not change: SQLite would tidy up on
 * closing. */
static void
leave_as_it_is (DeskHistory *self, gboolean leave)
{
  sqlite3_db_config (self->sql.database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leave ? 1 : 0, NULL);
}

/* Tables made by a stranger may call functions. SQLite is told to call only harmless ones, and to let no
 * statement change its own tables. */
static void
distrust (sqlite3 *database)
{
  sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

/* Whether the file by that name is still the one that was opened. */
static gboolean
is_in_place (DeskHistory *self)
{
  struct stat info;

  return stat (self->file, &info) == 0 && info.st_dev == self->device && info.st_ino == self->inode;
}

/* SQLite notices that a file was moved, and leaves alone what has taken its place. */
void
desk_history_disconnect (DeskHistory *self)
{
  sqlite3_close (g_steal_pointer (&self->sql.database));
  self->damaged = FALSE;
  self->inode = 0;
}

static void
note_identity (DeskHistory *self)
{
  struct stat info;

  if (stat (self->file, &info) < 0)
    return;
  self->device = info.st_dev;
  self->inode = info.st_ino;
}

/* A file in WAL mode can be read without shared memory by a program that holds it exclusively: long enough
 * to turn it into one that is not. */
static gboolean
do_without_wal (DeskHistory *self, GError **error)
{
  return desk_sql_execute (&self->sql, "PRAGMA journal_mode = DELETE", error) &&
         desk_sql_execute (&self->sql, "PRAGMA locking_mode = NORMAL", error) &&
         desk_sql_execute (&self->sql, "SELECT count(*) FROM sqlite_master", error);
}

/* Where WAL is impossible SQLite keeps the old mode, and answers with it. */
static gboolean
settle_journal_mode (DeskHistory *self, GError **error)
{
  if (self->without_wal)
    return do_without_wal (self, error);
  return desk_sql_execute (&self->sql, "PRAGMA journal_mode = WAL", error);
}

static gboolean
may_lack_shared_memory (DeskHistory *self)
{
  const int code = sqlite3_errcode (self->sql.database) & 0xff;

  return !self->without_wal &&
         (code == SQLITE_CANTOPEN || code == SQLITE_PROTOCOL || code == SQLITE_IOERR);
}

static Found
found_failure (DeskHistory *self)
{
  if (self->damaged)
    return FOUND_DAMAGED;
  if ((sqlite3_errcode (self->sql.database) & 0xff) == SQLITE_BUSY)
    return FOUND_BUSY;
  return may_lack_shared_memory (self) ? FOUND_UNSHARED : FOUND_FAILURE;
}

static Found
check_soundness (DeskHistory *self, GError **error)
{
  sqlite3_stmt *statement = desk_sql_prepare (&self->sql, "PRAGMA quick_check (1)", error);
  Found found = FOUND_DAMAGED;

  if (statement == NULL)
    return found_failure (self);
  if (sqlite3_step (statement) != SQLITE_ROW) {
    desk_sql_fail (&self->sql, error);
    found = found_failure (self);
  } else if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0) {
    found = FOUND_GOOD;
  }
  sqlite3_finalize (statement);
  return found;
}

static Found
judge (DeskHistory *self, GError **error)
{
  int version = 0;
  Found found;

  if (!desk_history_schema_read_version (self, &version, error))
    return found_failure (self);
  if (version > DESK_HISTORY_VERSION)
    return FOUND_NEWER;
  found = check_soundness (self, error);
  if (found != FOUND_GOOD)
    return found;
  if (version < 0 || !desk_history_schema_is_ours (self, version))
    return FOUND_DAMAGED;
  leave_as_it_is (self, FALSE);
  if (!settle_journal_mode (self, error) || !desk_history_schema_settle (self, error))
    return found_failure (self);
  return FOUND_GOOD;
}

/* How well somebody did is nobody else's business. SQLite gives the files beside it the same permissions.
 * An existing file is not touched. */
static void
make_private (const char *path)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
}

static gboolean
connect_to_file (DeskHistory *self, GError **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

  desk_history_disconnect (self);
  make_private (self->file);
  if (sqlite3_open_v2 (self->file, &self->sql.database, flags, self->vfs) != SQLITE_OK)
    return desk_sql_fail (&self->sql, error);
  leave_as_it_is (self, TRUE);
  distrust (self->sql.database);
  sqlite3_busy_timeout (self->sql.database, BUSY_TIMEOUT_MS);
  return desk_sql_execute (&self->sql, "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON",
                           error);
}

/* Opening a named pipe would wait for a writer. */
static gboolean
check_file (DeskHistory *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->file);

  if (!g_file_test (self->file, G_FILE_TEST_EXISTS) ||
      g_file_test (self->file, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
               _ ("The history %s cannot be used: it is not a file"), name);
  return FALSE;
}

static Found
open_file (DeskHistory *self, GError **error)
{
  if (!check_file (self, error))
    return FOUND_FAILURE;
  if (is_newer (self))
    return FOUND_NEWER;
  if (!connect_to_file (self, error))
    return self->sql.database != NULL ? found_failure (self) : FOUND_FAILURE;
  if (self->without_wal && !desk_sql_execute (&self->sql, "PRAGMA locking_mode = EXCLUSIVE", error))
    return FOUND_FAILURE;
  return judge (self, error);
}

static void
tell_newer (DeskHistory *self, const char *newer)
{
  g_autofree char *old = g_filename_display_name (newer);
  g_autofree char *now = g_filename_display_name (self->file);

  desk_history_take_notice (
      self,
      g_strdup_printf (
          _ ("The history %s was written by a newer version of Frontdesk and is left as it is. "
             "This version keeps its sessions in %s."),
          old, now));
}

static gboolean
turn_to_file_beside (DeskHistory *self, GError **error)
{
  g_autofree char *beside = path_beside (self->path);
  g_autofree char *name = g_filename_display_name (self->file);

  if (g_str_equal (self->file, beside)) {
    g_set_error (
        error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
        _ ("The history %s was written by a newer version of Frontdesk; update this one to use it"),
        name);
    return FALSE;
  }
  desk_history_disconnect (self);
  g_free (self->file);
  self->file = g_steal_pointer (&beside);
  tell_newer (self, self->path);
  return TRUE;
}

/* The settings of a damaged file are saved if they can still be read. Otherwise those saved from the file
 * before it, which were not restored yet, stay. */
static void
save_settings (DeskHistory *self)
{
  g_autofree char *keep = NULL;

  if (self->sql.database != NULL)
    desk_history_get_setting (self, DESK_HISTORY_KEEP_DAYS, &keep, NULL);
  if (keep == NULL)
    return;
  g_free (self->saved_keep);
  self->saved_keep = g_steal_pointer (&keep);
}

static gboolean
set_aside (DeskHistory *self, GError **error)
{
  g_autofree char *aside = NULL;
  g_autofree char *name = NULL;

  save_settings (self);
  desk_history_disconnect (self);
  aside = desk_history_set_aside (self->file, error);
  if (aside == NULL)
    return FALSE;
  name = g_filename_display_name (aside);
  desk_history_take_notice (
      self, g_strdup_printf (_ ("The history was damaged, or no history at all. The file was set "
                                "aside as %s, and a new one begun."),
                             name));
  return TRUE;
}

/* Waits for the file to be free; FALSE when that takes too long. SQLite waits by itself in most cases, but
 * not for a program that is closing. */
static gboolean
wait_a_little (gint64 until_us)
{
  if (g_get_monotonic_time () >= until_us)
    return FALSE;
  g_usleep (BUSY_LOOK_AGAIN_US);
  return TRUE;
}

/* Decides by what was found what to try next; FALSE: nothing. */
static gboolean
go_on (DeskHistory *self, Found found, GError **error)
{
  switch (found) {
  case FOUND_NEWER: return turn_to_file_beside (self, error);
  case FOUND_DAMAGED: return set_aside (self, error);
  case FOUND_UNSHARED: self->without_wal = TRUE; return TRUE;
  case FOUND_GOOD:
  case FOUND_BUSY:
  case FOUND_FAILURE: return FALSE;
  }
  return FALSE;
}

static Found
open_when_free (DeskHistory *self, GError **error)
{
  const gint64 until_us = g_get_monotonic_time () + (gint64) BUSY_TIMEOUT_MS * 1000;
  g_autoptr (GError) local = NULL;
  Found found;

  do {
    g_clear_error (&local);
    found = open_file (self, &local);
  } while (found == FOUND_BUSY && wait_a_little (until_us));
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return found;
}

static gboolean
give_up (DeskHistory *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->file);

  g_set_error (
      error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
      _ ("The history %s was started afresh but was damaged again each time; the disk may be "
         "failing"),
      name);
  return FALSE;
}

static gboolean
find_good_file (DeskHistory *self, GError **error)
{
  for (guint n = 0; n < MOST_TRIES; n++) {
    g_autoptr (GError) local = NULL;
    const Found found = open_when_free (self, &local);

    if (found == FOUND_GOOD)
      return TRUE;
    if (found == FOUND_BUSY || found == FOUND_FAILURE) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (!go_on (self, found, error))
      return FALSE;
  }
  return give_up (self, error);
}

static gboolean
open_by_uri (DeskHistory *self, const char *how, GError **error)
{
  int version = 0;

  desk_history_disconnect (self);
  return connect_by_uri (self, how, &self->sql.database) == SQLITE_OK &&
         desk_history_schema_read_version (self, &version, error) &&
         version == DESK_HISTORY_VERSION && check_soundness (self, error) == FOUND_GOOD;
}

/* Nobody may write it. */
static gboolean
is_locked_away (DeskHistory *self)
{
  g_autofree char *folder = g_path_get_dirname (self->file);

  return access (self->file, R_OK) == 0 &&
         (access (self->file, W_OK) < 0 || access (folder, W_OK) < 0);
}

/* On a full disk there is no room for the files that programs share. Where the log of changes is empty,
 * everything is in the file itself. */
static gboolean
is_whole_on_full_disk (DeskHistory *self)
{
  g_autofree char *log = g_strconcat (self->file, "-wal", NULL);
  struct stat info;

  return (sqlite3_errcode (self->sql.database) & 0xff) == SQLITE_FULL &&
         (stat (log, &info) < 0 || info.st_size == 0);
}

/* A history that cannot be written can still be shown. Where SQLite cannot even create the files that
 * programs share, no other program writes either. */
static gboolean
open_to_read (DeskHistory *self)
{
  g_autofree char *name = g_filename_display_name (self->file);
  const gboolean full = is_whole_on_full_disk (self);

  if (!full && !is_locked_away (self))
    return FALSE;
  self->read_only = open_by_uri (self, "mode=ro", NULL) || open_by_uri (self, "immutable=1", NULL);
  if (self->read_only)
    desk_history_take_notice (
        self, g_strdup_printf (full ? _ ("The disk is full: the history %s can be read, but not "
                                         "written until there is room.")
                                    : _ ("The history %s can be read, but not written."),
                               name));
  return self->read_only;
}

static gboolean
begin_anew (DeskHistory *self, gboolean suspect, GError **error)
{
  if (suspect && is_in_place (self))
    return set_aside (self, error);
  desk_history_disconnect (self);
  return TRUE;
}

/* What another program set in the new file meanwhile wins. What cannot be written yet is kept for the next
 * time. */
static gboolean
restore_settings (DeskHistory *self, GError **error)
{
  g_autofree char *now = NULL;

  if (self->saved_keep == NULL)
    return TRUE;
  if (!desk_history_get_setting (self, DESK_HISTORY_KEEP_DAYS, &now, error) ||
      (now == NULL &&
       !desk_history_set_setting (self, DESK_HISTORY_KEEP_DAYS, self->saved_keep, error)))
    return FALSE;
  g_clear_pointer (&self->saved_keep, g_free);
  return TRUE;
}

static gboolean
settle_in_turn (DeskHistory *self, gboolean suspect, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!begin_anew (self, suspect, error))
    return FALSE;
  g_free (self->file);
  self->file = g_strdup (self->path);
  self->read_only = FALSE;
  self->without_wal = self->remote || is_remote (self->path);
  if (find_good_file (self, &local) && restore_settings (self, &local)) {
    note_identity (self);
    return TRUE;
  }
  if (open_to_read (self))
    return TRUE;
  desk_history_disconnect (self);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
desk_history_settle (DeskHistory *self, gboolean suspect, GError **error)
{
  gboolean taken;
  int lock = desk_history_lock (self->path, DESK_HISTORY_TURN_SETTLE, WAIT_FOR_TURN_MS, &taken);
  gboolean settled;

  if (taken) {
    g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
                 _ ("Another program is busy with the history; try again in a while"));
    return FALSE;
  }
  settled = settle_in_turn (self, suspect, error);
  desk_history_unlock (lock);
  return settled;
}

static gboolean
settle_and_fill (DeskHistory *self, gboolean suspect, GError **error)
{
  if (!desk_history_settle (self, suspect, error))
    return FALSE;
  desk_history_refill (self);
  return TRUE;
}

static gboolean
is_to_be_settled (DeskHistory *self)
{
  return self->sql.database == NULL || (!self->read_only && !is_in_place (self));
}

gboolean
desk_history_attempt (DeskHistory *self, DeskHistoryStep step, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (is_to_be_settled (self) && !settle_and_fill (self, FALSE, error))
    return FALSE;
  if (step (self, data, &local))
    return TRUE;
  if (!self->damaged || self->read_only) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return settle_and_fill (self, TRUE, error) && step (self, data, error);
}
