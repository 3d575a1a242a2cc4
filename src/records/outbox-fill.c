/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/outbox-fill.h"

#include "classroom/own-sessions.h"
#include "records/statement.h"

/* A moment that cannot be read is a matter of one journal; it has nothing to say, and is not asked again. */
static json_t *
statements_of (const DeskScorecard *scorecard,
               GBytes *bytes,
               const DeskStatementWays *ways,
               GError **error)
{
  g_autofree char *identity = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) local = NULL;
  json_t *statements = desk_statements_new (scorecard, identity, ways, &local);

  if (statements != NULL)
    return statements;
  if (g_error_matches (local, DESK_STATEMENT_ERROR, DESK_STATEMENT_ERROR_NO_MOMENT))
    return json_array ();
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
take (DeskOutbox *self,
      const char *path,
      const char *journal,
      const DeskStatementWays *ways,
      guint *n_sessions,
      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DeskScorecard) scorecard = desk_own_sessions_judge (path, &bytes);
  json_t *statements;
  gboolean good;

  if (scorecard == NULL)
    return TRUE;
  statements = statements_of (scorecard, bytes, ways, error);
  good = statements != NULL && desk_outbox_add (self, journal, statements, error);
  if (good && json_array_size (statements) > 0)
    (*n_sessions)++;
  json_decref (statements);
  return good;
}

gboolean
desk_outbox_fill (DeskOutbox *self,
                  const char *sessions,
                  const DeskStatementWays *ways,
                  guint *n_sessions,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) journals = desk_own_sessions_list (sessions);

  *n_sessions = 0;
  for (guint n = 0; n < journals->len; n++) {
    const char *path = journals->pdata[n];
    g_autofree char *journal = g_filename_display_name (desk_own_sessions_name (sessions, path));

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!desk_outbox_knows (self, journal) && !take (self, path, journal, ways, n_sessions, error))
      return FALSE;
  }
  return TRUE;
}
