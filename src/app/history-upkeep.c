/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-upkeep.h"

#include <glib/gi18n-lib.h>

#include "app/history-words.h"
#include "app/history-work.h"
#include "history/history-import.h"
#include "history/history-trainee.h"

typedef struct {
  guint days;
  DeskHistoryHolding gone; /* owned, as the next */
  DeskHistoryImport added;
} Upkeep;

static void
upkeep_free (gpointer data)
{
  Upkeep *self = data;

  desk_history_holding_clear (&self->gone);
  desk_history_import_clear (&self->added);
  g_free (self);
}

/* Old sessions are deleted first, with their journals, so that none of them is added again. */
static gpointer
keep_up (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Upkeep *self = data;

  return desk_history_get_keep (history, &self->days, error) &&
                 desk_history_expire (history, &self->gone, error) &&
                 desk_history_catch_up (history, &self->added, cancellable, error)
             ? self
             : NULL;
}

static gboolean
is_begun (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *sessions = g_build_filename (folder, "sessions", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (sessions, G_FILE_TEST_EXISTS);
}

void
desk_history_upkeep_run (const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  const DeskHistoryOrder order = { keep_up, g_new0 (Upkeep, 1), upkeep_free, NULL };

  if (is_begun (path))
    desk_history_work_run (path, &order, cancellable, callback, data);
  else
    upkeep_free (order.data);
}

static void
add_sentence (GString *words, const char *sentence)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", sentence);
}

static void
describe_gone (GString *words, const Upkeep *self)
{
  g_autofree char *sessions = desk_history_words_sessions (self->gone.n_sessions);
  g_autofree char *files = desk_history_words_files (self->gone.n_files);
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("Deleted because older than %u day, as set in the history: %s, %s.",
                "Deleted because older than %u days, as set in the history: %s, %s.", self->days),
      self->days, sessions, files);

  if (self->gone.n_sessions > 0 || self->gone.n_files > 0)
    add_sentence (words, sentence);
}

static void
describe_added (GString *words, const Upkeep *self)
{
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%u session was missing from the history and was added from its journal.",
                "%u sessions were missing from the history and were added from their journals.",
                self->added.n_new),
      self->added.n_new);

  if (self->added.n_new > 0)
    add_sentence (words, sentence);
}

char *
desk_history_upkeep_finish (GAsyncResult *result, GError **error)
{
  const Upkeep *self = desk_history_work_finish (result, error);
  const char *notice;
  GString *words;

  if (self == NULL)
    return NULL;
  words = g_string_new (NULL);
  notice = desk_history_work_get_notice (result);
  if (notice != NULL)
    add_sentence (words, notice);
  describe_gone (words, self);
  describe_added (words, self);
  return g_string_free (words, words->len == 0);
}
