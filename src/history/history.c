/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "history/history-aside.h"
#include "history/history-files.h"
#include "history/history-private.h"
#include "history/history-row.h"

G_DEFINE_QUARK (desk_history_error, desk_history_error)

char *
desk_history_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "frontdesk", "history.db", NULL);
}

char *
desk_history_default_sessions (void)
{
  return g_build_filename (g_get_user_data_dir (), "frontdesk", "sessions", NULL);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) local = NULL;

  if (desk_history_make_folder (folder, &local))
    return TRUE;
  g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
               _ ("The folder for the history cannot be made: %s"), local->message);
  return FALSE;
}

static DeskHistory *
history_new (const char *path, const DeskHistoryOptions *options)
{
  DeskHistory *self = g_new0 (DeskHistory, 1);
  g_autofree char *folder = NULL;

  desk_history_sql_begin (self);
  self->path = g_canonicalize_filename (path, NULL);
  self->file = g_strdup (self->path);
  folder = g_path_get_dirname (self->path);
  self->sessions = g_build_filename (folder, "sessions", NULL);
  if (options != NULL) {
    self->vfs = g_strdup (options->vfs);
    self->remote = options->remote;
  }
  return self;
}

DeskHistory *
desk_history_open_with (const char *path, const DeskHistoryOptions *options, GError **error)
{
  g_autoptr (DeskHistory) self = NULL;

  if (!make_folder (path, error))
    return NULL;
  self = history_new (path, options);
  if (!desk_history_settle (self, FALSE, error))
    return NULL;
  self->options = options;
  desk_history_refill (self);
  self->options = NULL;
  return g_steal_pointer (&self);
}

DeskHistory *
desk_history_open (const char *path, GError **error)
{
  return desk_history_open_with (path, NULL, error);
}

void
desk_history_close (DeskHistory *self)
{
  if (self == NULL)
    return;
  desk_history_disconnect (self);
  g_free (self->path);
  g_free (self->file);
  g_free (self->sessions);
  g_free (self->vfs);
  g_free (self->saved_keep);
  g_free (self->notice);
  g_free (self);
}

void
desk_history_take_notice (DeskHistory *self, char *sentence)
{
  g_autofree char *before = g_steal_pointer (&self->notice);

  if (before == NULL)
    self->notice = g_steal_pointer (&sentence);
  else if (strstr (before, sentence) != NULL)
    self->notice = g_steal_pointer (&before);
  else
    self->notice = g_strjoin (" ", before, sentence, NULL);
  g_free (sentence);
}

const char *
desk_history_get_notice (DeskHistory *self)
{
  return self->notice;
}

const char *
desk_history_get_path (DeskHistory *self)
{
  return self->file;
}

const char *
desk_history_get_sessions (DeskHistory *self)
{
  return self->sessions;
}

GPtrArray *
desk_history_list_old_files (DeskHistory *self)
{
  return desk_history_find_aside (self->path, self->file);
}

char *
desk_history_get_journal_mode (DeskHistory *self)
{
  sqlite3_stmt *statement = desk_sql_prepare (&self->sql, "PRAGMA journal_mode", NULL);
  char *mode = NULL;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    mode = desk_sql_column_text (statement, 0);
  sqlite3_finalize (statement);
  return mode;
}

gint64
desk_history_moment_us (const char *iso8601)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso8601, utc);

  if (moment == NULL)
    return 0;
  return g_date_time_to_unix (moment) * G_USEC_PER_SEC + g_date_time_get_microsecond (moment);
}

char *
desk_history_shorten_path (DeskHistory *self, const char *path)
{
  g_autofree char *full = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;

  if (full != NULL && desk_history_lies_in (full, self->sessions))
    return g_strdup (full + strlen (self->sessions) + 1);
  return g_steal_pointer (&full);
}

char *
desk_history_lengthen_path (DeskHistory *self, const char *kept)
{
  if (kept == NULL || g_path_is_absolute (kept))
    return g_strdup (kept);
  return g_build_filename (self->sessions, kept, NULL);
}

static gboolean
store (DeskHistory *self, gpointer data, GError **error)
{
  return desk_history_store_row (self, data, error);
}

static gboolean
add (DeskHistory *self, gpointer data, GError **error)
{
  return desk_history_transact (self, store, data, error);
}

gboolean
desk_history_add (DeskHistory *self,
                  const DeskScorecard *scorecard,
                  const char *journal,
                  GError **error)
{
  g_autoptr (GBytes) bytes =
      journal != NULL ? desk_history_read_file (journal, DESK_HISTORY_LONGEST_JOURNAL, NULL) : NULL;
  g_autoptr (DeskHistoryRow) row = NULL;

  if (scorecard->chain.state == DESK_CHAIN_CHANGED) {
    g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
                 _ ("This exam was changed after it was worked, from line %u of its journal on; it "
                    "is not kept in the history."),
                 scorecard->chain.line);
    return FALSE;
  }
  row = desk_history_row_new (self, scorecard, journal, bytes);
  return desk_history_attempt (self, add, row, error);
}
