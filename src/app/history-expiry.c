/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-expiry.h"

#include <glib/gi18n-lib.h>

#include "app/history-words.h"
#include "app/history-work.h"
#include "history/history-trainee.h"

typedef struct {
  guint days;
  DeskHistoryHolding gone; /* owned */
} Expiry;

static void
expiry_free (gpointer data)
{
  Expiry *self = data;

  desk_history_holding_clear (&self->gone);
  g_free (self);
}

static gpointer
expire (DeskHistory *history, gpointer data, GCancellable *cancellable, GError **error)
{
  Expiry *self = data;

  return desk_history_get_keep (history, &self->days, error) &&
                 desk_history_expire (history, &self->gone, error)
             ? self
             : NULL;
}

void
desk_history_expiry_run (const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  const DeskHistoryOrder order = { expire, g_new0 (Expiry, 1), expiry_free, NULL };

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    desk_history_work_run (path, &order, cancellable, callback, data);
  else
    expiry_free (order.data);
}

static char *
describe (const Expiry *self)
{
  g_autofree char *sessions = desk_history_words_sessions (self->gone.n_sessions);
  g_autofree char *files = desk_history_words_files (self->gone.n_files);

  return g_strdup_printf (
      ngettext ("Older than %u day, as set in the history, and deleted: %s, %s.",
                "Older than %u days, as set in the history, and deleted: %s, "
                "%s.",
                self->days),
      self->days, sessions, files);
}

char *
desk_history_expiry_finish (GAsyncResult *result, GError **error)
{
  const Expiry *self = desk_history_work_finish (result, error);
  const char *notice;
  g_autofree char *deleted = NULL;

  if (self == NULL)
    return NULL;
  notice = desk_history_work_get_notice (result);
  if (self->gone.n_sessions > 0 || self->gone.n_files > 0)
    deleted = describe (self);
  if (deleted != NULL && notice != NULL)
    return g_strdup_printf ("%s\n%s", notice, deleted);
  return deleted != NULL ? g_steal_pointer (&deleted) : g_strdup (notice);
}
