/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-cache.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* One row a file. All that is written goes into one transaction, begun with the first of it and ended
 * by the closing. Where another program writes meanwhile it remembers, and ours does not. */

/* Raised whenever what is kept of a session, or how it is scored, changes. */
#define VERSION 3
#define STRING(x) #x
#define TEXT_OF(x) STRING (x)
#define STAMP_OF_FILE TEXT_OF (VERSION) TEXT_OF (DESK_RUBRIC)

struct _DeskClassCache {
  sqlite3 *database; /* owned; NULL: remembers nothing */
  sqlite3_stmt *find;
  sqlite3_stmt *keep;
  gboolean writing; /* the transaction runs */
  GHashTable *seen; /* paths that were asked for; owned */
};

static const char tables[] =
    "CREATE TABLE files (path TEXT PRIMARY KEY NOT NULL, size INTEGER NOT NULL,"
    " modified INTEGER NOT NULL, inode INTEGER NOT NULL, session TEXT NOT NULL);"
    "PRAGMA user_version = " STAMP_OF_FILE ";";

char *
desk_class_cache_path (const char *folder)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folder, -1);
  g_autofree char *name = g_strdup_printf ("class-%.16s.db", sum);

  return g_build_filename (g_get_user_cache_dir (), "frontdesk", name, NULL);
}

static gboolean
execute (sqlite3 *database, const char *sql)
{
  return sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static int
read_version (sqlite3 *database)
{
  sqlite3_stmt *statement = NULL;
  int version = -1;

  sqlite3_prepare_v2 (database, "PRAGMA user_version", -1, &statement, NULL);
  if (sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
}

/* Whether it is a cache of this version, a new one included. */
static gboolean
is_ours (sqlite3 *database)
{
  const int version = read_version (database);

  return version == (int) g_ascii_strtoll (STAMP_OF_FILE, NULL, 10) ||
         (version == 0 && execute (database, tables));
}

static sqlite3_stmt *
prepare (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);
  return statement;
}

static void
disconnect (DeskClassCache *self)
{
  g_clear_pointer (&self->find, sqlite3_finalize);
  g_clear_pointer (&self->keep, sqlite3_finalize);
  g_clear_pointer (&self->database, sqlite3_close);
}

static gboolean
prepare_all (DeskClassCache *self)
{
  self->find = prepare (self->database, "SELECT session FROM files WHERE path = ? AND size = ?"
                                        " AND modified = ? AND inode = ?");
  self->keep = prepare (self->database, "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)");
  return self->find != NULL && self->keep != NULL;
}

/* FALSE: the file is of no use, and may go. */
static gboolean
connect_to (DeskClassCache *self, const char *path)
{
  int result;

  if (sqlite3_open (path, &self->database) == SQLITE_OK &&
      execute (self->database, "PRAGMA synchronous = OFF") && is_ours (self->database) &&
      prepare_all (self))
    return TRUE;
  result = sqlite3_errcode (self->database);
  disconnect (self);
  return result == SQLITE_BUSY || result == SQLITE_CANTOPEN || result == SQLITE_READONLY;
}

DeskClassCache *
desk_class_cache_open (const char *path)
{
  DeskClassCache *self = g_new0 (DeskClassCache, 1);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (path == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return self;
  if (!connect_to (self, path) && g_unlink (path) == 0)
    connect_to (self, path);
  return self;
}

/* (transfer full) (element-type utf8) */
static GPtrArray *
list_unseen (DeskClassCache *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = prepare (self->database, "SELECT path FROM files");

  while (sqlite3_step (statement) == SQLITE_ROW) {
    const char *path = (const char *) sqlite3_column_text (statement, 0);

    if (!g_hash_table_contains (self->seen, path))
      g_ptr_array_add (paths, g_strdup (path));
  }
  sqlite3_finalize (statement);
  return paths;
}

static gboolean
may_write (DeskClassCache *self)
{
  if (!self->writing)
    self->writing = execute (self->database, "BEGIN IMMEDIATE");
  return self->writing;
}

void
desk_class_cache_forget_others (DeskClassCache *self)
{
  g_autoptr (GPtrArray) paths = NULL;
  sqlite3_stmt *statement;

  if (self->database == NULL)
    return;
  paths = list_unseen (self);
  statement = prepare (self->database, "DELETE FROM files WHERE path = ?");
  for (guint n = 0; n < paths->len && may_write (self); n++) {
    sqlite3_bind_text (statement, 1, paths->pdata[n], -1, SQLITE_STATIC);
    sqlite3_step (statement);
    sqlite3_reset (statement);
  }
  sqlite3_finalize (statement);
}

void
desk_class_cache_close (DeskClassCache *self)
{
  if (self == NULL)
    return;
  if (self->writing)
    execute (self->database, "COMMIT");
  disconnect (self);
  g_hash_table_unref (self->seen);
  g_free (self);
}

static void
bind_stamp (sqlite3_stmt *statement, const char *path, const DeskClassStamp *stamp)
{
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, stamp->size);
  sqlite3_bind_int64 (statement, 3, stamp->modified_ns);
  sqlite3_bind_int64 (statement, 4, (gint64) stamp->inode);
}

DeskClassSession *
desk_class_cache_find (DeskClassCache *self, const char *path, const DeskClassStamp *stamp)
{
  DeskClassSession *session = NULL;
  json_t *json = NULL;

  g_hash_table_add (self->seen, g_strdup (path));
  if (self->database == NULL)
    return NULL;
  bind_stamp (self->find, path, stamp);
  if (sqlite3_step (self->find) == SQLITE_ROW)
    json = json_loads ((const char *) sqlite3_column_text (self->find, 0), 0, NULL);
  sqlite3_reset (self->find);
  if (json != NULL)
    session = desk_class_session_from_json (json, path);
  json_decref (json);
  return session;
}

void
desk_class_cache_keep (DeskClassCache *self,
                       const DeskClassSession *session,
                       const DeskClassStamp *stamp)
{
  json_t *json = self->database != NULL ? desk_class_session_to_json (session) : NULL;
  char *text = json != NULL ? json_dumps (json, JSON_COMPACT) : NULL;

  if (text != NULL && may_write (self)) {
    bind_stamp (self->keep, session->path, stamp);
    sqlite3_bind_text (self->keep, 5, text, -1, SQLITE_TRANSIENT);
    sqlite3_step (self->keep);
    sqlite3_reset (self->keep);
  }
  free (text);
  json_decref (json);
}
