/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-import.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "engine/journal.h"
#include "history/history-files.h"
#include "history/history-judge.h"
#include "history/history-lock.h"
#include "history/history-row.h"
#include "history/history-schema.h"

/* Journals are read and scored one by one without holding up other programs; the rows are written together,
 * in a short transaction: every now and then by an import, once at the end by a rebuild. */

#define ROWS_AT_ONCE 32
#define LONGEST_NAME 200 /* bytes; leaves room for a number and an ending within 255 */
#define MOST_TRIES 20

/* One import or rebuild; borrowed except the last three. */
typedef struct {
  DeskHistory *history;
  DeskHistoryImport *result;
  DeskHistoryTell tell;
  gpointer data;
  GCancellable *cancellable;
  gboolean anew;     /* score again what is known already */
  GHashTable *seen;  /* identities met so far */
  GPtrArray *rows;   /* of DeskHistoryRow, scored and not written yet */
  GPtrArray *copies; /* paths of journals, and recordings, that were copied for them */
} Work;

void
desk_history_import_clear (DeskHistoryImport *result)
{
  g_clear_pointer (&result->unreadable, g_ptr_array_unref);
}

static void
add_fault (const char *path, const char *reason, gpointer data)
{
  const Work *work = data;

  desk_history_faults_add (work->result->unreadable, path, reason);
}

static void
work_init (Work *work)
{
  work->result->unreadable = desk_history_faults_new ();
  work->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_history_row_free);
  work->copies = g_ptr_array_new_with_free_func (g_free);
}

static void
work_clear (Work *work)
{
  g_hash_table_unref (work->seen);
  g_ptr_array_unref (work->rows);
  g_ptr_array_unref (work->copies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Another program may have deleted the session meanwhile: it must not come back. */
static gboolean
is_there_still (DeskHistory *self, const DeskHistoryRow *row)
{
  g_autofree char *journal = desk_history_lengthen_path (self, row->entry.journal);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
write_rows (DeskHistory *self, gpointer data, GError **error)
{
  const Work *work = data;

  for (guint n = 0; n < work->rows->len; n++) {
    const DeskHistoryRow *row = work->rows->pdata[n];

    if (is_there_still (self, row) && !desk_history_store_row (self, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
transact_rows (DeskHistory *self, gpointer data, GError **error)
{
  return desk_history_transact (self, write_rows, data, error);
}

static void
remove_copies (Work *work)
{
  for (guint n = 0; n < work->copies->len; n++)
    g_unlink (work->copies->pdata[n]);
}

static gboolean
flush (Work *work, GError **error)
{
  gboolean good =
      work->rows->len == 0 || desk_history_attempt (work->history, transact_rows, work, error);

  if (!good)
    remove_copies (work);
  g_ptr_array_set_size (work->copies, 0);
  g_ptr_array_set_size (work->rows, 0);
  return good;
}

/* What the history knows of a session. */
typedef struct {
  const char *identity;
  gboolean known;
  char *journal; /* as it is kept, or NULL; owned */
} Known;

static gboolean
look_up (DeskHistory *self, gpointer data, GError **error)
{
  Known *known = data;
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql, "SELECT journal FROM sessions WHERE identity = ?", error);
  int result;

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, known->identity);
  result = sqlite3_step (statement);
  known->known = result == SQLITE_ROW;
  if (known->known)
    known->journal = desk_sql_column_text (statement, 0);
  else if (result != SQLITE_DONE)
    desk_sql_fail (&self->sql, error);
  sqlite3_finalize (statement);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

/* A copy of this same journal, left by an import that was broken off, will do. */
static gboolean
holds (const char *path, GBytes *bytes)
{
  g_autoptr (GBytes) there = desk_history_read_file (path, DESK_HISTORY_LONGEST_JOURNAL, NULL);

  return there != NULL && g_bytes_equal (there, bytes);
}

/* The name of the file; of one too long to add a number to, only the beginning. (transfer full) */
static char *
name_of_copy (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  int length = LONGEST_NAME;

  if (strlen (name) <= LONGEST_NAME)
    return g_steal_pointer (&name);
  /* Do not cut inside a character. */
  while (length > 0 && ((guchar) name[length] & 0xc0) == 0x80)
    length--;
  return g_strdup_printf ("%.*s.journal", length, name);
}

/* Another program may take the name just found free: then the next one. */
static char *
copy_to (Work *work, const char *wished, GBytes *bytes, GError **error)
{
  for (guint n = 0;; n++) {
    g_autofree char *copy = desk_history_free_path (wished);
    g_autoptr (GError) local = NULL;

    if (holds (wished, bytes))
      return g_strdup (wished);
    if (desk_history_write_file (copy, bytes, &local)) {
      g_ptr_array_add (work->copies, g_strdup (copy));
      return g_steal_pointer (&copy);
    }
    if (n == MOST_TRIES || !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }
}

/* The recording comes along. That it cannot is reported, but does not keep the session out. */
static void
copy_sound (Work *work, const char *path, const char *copy)
{
  g_autofree char *from = desk_journal_sound_path (path);
  g_autofree char *to = desk_journal_sound_path (copy);
  g_autofree char *name = g_filename_display_name (from);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (from, G_FILE_TEST_IS_REGULAR) || g_file_test (to, G_FILE_TEST_EXISTS))
    return;
  if (g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS, work->cancellable, NULL, NULL,
                   &error)) {
    g_chmod (to, 0600);
    g_ptr_array_add (work->copies, g_steal_pointer (&to));
    return;
  }
  if (error->code != G_IO_ERROR_EXISTS)
    g_unlink (to);
  if (error->code != G_IO_ERROR_CANCELLED)
    add_fault (name, error->message, work);
}

/* Copies a journal into the folder of the sessions. Returns where. */
static char *
copy_in (Work *work, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_build_filename (work->history->sessions, DESK_HISTORY_IMPORTED, NULL);
  g_autofree char *name = name_of_copy (path);
  g_autofree char *wished = g_build_filename (folder, name, NULL);
  char *copy = NULL;

  if (desk_history_make_folder (folder, error))
    copy = copy_to (work, wished, bytes, error);
  if (copy != NULL)
    copy_sound (work, path, copy);
  return copy;
}

static char *
settle_place (Work *work, const char *path, GBytes *bytes, GError **error)
{
  if (desk_history_lies_in (path, work->history->sessions))
    return g_strdup (path);
  return copy_in (work, path, bytes, error);
}

/* The scorecard of a finished session; NULL for any other, which is counted as what it is. */
static DeskScorecard *
score (Work *work, const char *path, GBytes *bytes)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *reason = NULL;
  DeskScorecard *scorecard;

  switch (desk_history_judge (bytes, name, &scorecard, &reason)) {
  case DESK_VERDICT_FINISHED: break;
  case DESK_VERDICT_UNFINISHED:
  case DESK_VERDICT_TORN: work->result->n_unfinished++; break;
  case DESK_VERDICT_FAULTY: add_fault (name, reason, work); break;
  }
  return scorecard;
}

/* A known session whose journal is gone gets this one. */
static gboolean
is_complete (Work *work, const Known *known)
{
  g_autofree char *journal = desk_history_lengthen_path (work->history, known->journal);

  return known->known && !work->anew && journal != NULL &&
         g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
take_session (Work *work, const char *path, GBytes *bytes, const Known *known, GError **error)
{
  g_autoptr (DeskScorecard) scorecard = score (work, path, bytes);
  g_autofree char *place = NULL;

  if (scorecard == NULL)
    return TRUE;
  place = settle_place (work, path, bytes, error);
  if (place == NULL)
    return FALSE;
  g_ptr_array_add (work->rows, desk_history_row_new (work->history, scorecard, place, bytes));
  if (known->known)
    work->result->n_known++;
  else
    work->result->n_new++;
  return work->anew || work->rows->len < ROWS_AT_ONCE || flush (work, error);
}

static gboolean
take_bytes (Work *work, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *identity = desk_history_identity (bytes);
  Known known = { .identity = identity };
  gboolean good = TRUE;

  if (!g_hash_table_add (work->seen, g_strdup (identity))) {
    work->result->n_known++;
    return TRUE;
  }
  if (!desk_history_attempt (work->history, look_up, &known, error))
    good = FALSE;
  else if (is_complete (work, &known))
    work->result->n_known++;
  else
    good = take_session (work, path, bytes, &known, error);
  g_free (known.journal);
  return good;
}

static gboolean
take_file (Work *work, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = desk_history_read_file (path, DESK_HISTORY_LONGEST_JOURNAL, &local);

  if (bytes != NULL)
    return take_bytes (work, path, bytes, error);
  add_fault (name, local->message, work);
  return TRUE;
}

static gboolean
may_go_on (Work *work, const char *path, guint done, guint total, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (work->tell != NULL)
    work->tell (done, total, name, work->data);
  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

/* The journals among `files` (transfer full) that are not in `known` (nullable). (transfer full) */
static GPtrArray *
pick_journals (GPtrArray *files, GHashTable *known)
{
  GPtrArray *journals = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; n < files->len; n++) {
    if (desk_history_is_journal (files->pdata[n]) &&
        (known == NULL || !g_hash_table_contains (known, files->pdata[n])))
      g_ptr_array_add (journals, g_steal_pointer (&files->pdata[n]));
  }
  g_ptr_array_unref (files);
  return journals;
}

/* Journals taken before a failure stay; the rest is not begun. */
static gboolean
take_files (Work *work, const GPtrArray *files, GError **error)
{
  for (guint n = 0; n < files->len; n++) {
    if (!may_go_on (work, files->pdata[n], n, files->len, error) ||
        !take_file (work, files->pdata[n], error))
      return FALSE;
  }
  return files->len == 0 ||
         may_go_on (work, files->pdata[files->len - 1], files->len, files->len, error);
}

static gboolean
take_folder (Work *work, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) journals =
      pick_journals (desk_history_walk (folder, add_fault, work), NULL);

  return take_files (work, journals, error);
}

static gboolean
check_folder (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);

  return dir != NULL;
}

gboolean
desk_history_import (DeskHistory *self,
                     const char *folder,
                     DeskHistoryImport *result,
                     DeskHistoryTell tell,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *full = g_canonicalize_filename (folder, NULL);
  g_auto (Work) work = { self, result, tell, data, cancellable, FALSE, NULL, NULL, NULL };
  gboolean good;

  work_init (&work);
  if (!check_folder (full, error))
    return FALSE;
  good = take_folder (&work, full, error);
  /* What was scored is kept even when the work was cancelled. */
  return flush (&work, good ? error : NULL) && good;
}

static gboolean
read_named (DeskHistory *self, gpointer data, GError **error)
{
  GHashTable *named = data;
  sqlite3_stmt *statement = desk_sql_prepare (
      &self->sql, "SELECT journal FROM sessions WHERE journal IS NOT NULL", error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW) {
    g_autofree char *journal = desk_sql_column_text (statement, 0);

    g_hash_table_add (named, desk_history_lengthen_path (self, journal));
  }
  if (result != SQLITE_DONE)
    desk_sql_fail (&self->sql, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

static gboolean
catch_up (Work *work, GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) files = NULL;
  gboolean good;

  work_init (work);
  if (!g_file_test (work->history->sessions, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!desk_history_attempt (work->history, read_named, named, error))
    return FALSE;
  files = pick_journals (desk_history_walk (work->history->sessions, NULL, NULL), named);
  good = take_files (work, files, error);
  return flush (work, good ? error : NULL) && good;
}

gboolean
desk_history_catch_up (DeskHistory *self,
                       DeskHistoryImport *result,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Work) work = { self, result, NULL, NULL, cancellable, FALSE, NULL, NULL, NULL };

  return catch_up (&work, error);
}

static gboolean
rebuild (Work *work, GError **error)
{
  const char *folder = work->history->sessions;

  work_init (work);
  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  return take_folder (work, folder, error) && flush (work, error);
}

gboolean
desk_history_rebuild (DeskHistory *self,
                      DeskHistoryImport *result,
                      DeskHistoryTell tell,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Work) work = { self, result, tell, data, cancellable, TRUE, NULL, NULL, NULL };

  return rebuild (&work, error);
}

static gboolean
is_to_be_filled (DeskHistory *self)
{
  gint64 n = 0;

  return desk_sql_integer (&self->sql,
                           "SELECT count(*) FROM settings WHERE name IN"
                           " ('" DESK_HISTORY_TO_FILL "', '" DESK_HISTORY_TO_COMPLETE "')",
                           &n, NULL) &&
         n > 0;
}

static void
tell_filled (DeskHistory *self, const DeskHistoryImport *result)
{
  const guint n = result->n_new + result->n_known;

  if (self->notice == NULL)
    return;
  desk_history_take_notice (
      self, g_strdup_printf (ngettext ("%u session was read back from its journal.",
                                       "%u sessions were read back from their journals.", n),
                             n));
  if (result->unreadable->len > 0)
    desk_history_take_notice (
        self, g_strdup_printf (ngettext ("%u journal could not be read.",
                                         "%u journals could not be read.", result->unreadable->len),
                               result->unreadable->len));
}

static gboolean
fill (DeskHistory *self, DeskHistoryImport *result, GError **error)
{
  const DeskHistoryOptions none = { 0 };
  const DeskHistoryOptions *options = self->options != NULL ? self->options : &none;

  return desk_history_rebuild (self, result, options->tell, options->tell_data,
                               options->cancellable, error) &&
         desk_history_set_setting (self, DESK_HISTORY_TO_FILL, NULL, error) &&
         desk_history_set_setting (self, DESK_HISTORY_TO_COMPLETE, NULL, error);
}

void
desk_history_refill (DeskHistory *self)
{
  g_auto (DeskHistoryImport) result = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean taken;
  int lock;

  if (self->refilling || self->read_only || !is_to_be_filled (self))
    return;
  lock = desk_history_lock (self->path, DESK_HISTORY_TURN_FILL, 0, &taken);
  if (taken)
    return;
  self->refilling = TRUE;
  if (fill (self, &result, &error))
    tell_filled (self, &result);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_history_take_notice (
        self, g_strdup_printf (_ ("The sessions could not be read back from their journals: %s"),
                               error->message));
  self->refilling = FALSE;
  desk_history_unlock (lock);
}
