/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/outbox-fill.h"

#include <glib/gi18n-lib.h>

#include "classroom/class-stamp.h"
#include "classroom/own-sessions.h"
#include "history/history-files.h"
#include "records/statement.h"

/* What is put in together, in sessions and in bytes of statements: each such change waits for the disk, and one that
 * was not made yet is made again from the journals. In memory statements take several times their length. */
#define A_CHANGE 50
#define A_CHANGE_BYTES ((gint64) 8 << 20)

/* A filling; borrowed but for the sessions. */
typedef struct {
  DeskOutbox *outbox;
  const char *folder;
  const DeskStatementWays *ways;
  GPtrArray *sessions; /* of DeskOutboxSession, to be put in */
  gint64 bytes;        /* of their statements, about */
  gint64 room;         /* bytes, for what was not put in */
} Filling;

static void
free_session (gpointer session)
{
  desk_outbox_session_free (session);
}

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

/* A later program may find a result where this one finds none. */
static char *
stamp_of (const char *path)
{
  DeskClassStamp stamp = { 0 };

  desk_class_stamp_read (path, &stamp);
  return g_strdup_printf (DESK_VERSION " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                       " %" G_GUINT64_FORMAT,
                          stamp.size, stamp.modified_ns, stamp.inode);
}

/* Takes the statements, which may be NULL. */
static void
line_up (Filling *filling, const char *journal, const char *stamp, json_t *statements)
{
  DeskOutboxSession *session = g_new0 (DeskOutboxSession, 1);

  session->journal = g_strdup (journal);
  session->stamp = g_strdup (stamp);
  session->statements = statements;
  g_ptr_array_add (filling->sessions, session);
  if (statements != NULL)
    filling->bytes += (gint64) json_dumpb (statements, NULL, 0, JSON_COMPACT);
}

static gboolean
put_in (Filling *filling, GError **error)
{
  gint64 bytes;

  if (filling->sessions->len > 0 &&
      !desk_outbox_add (filling->outbox, filling->sessions, &bytes, error))
    return FALSE;
  filling->room -= filling->sessions->len > 0 ? bytes : 0;
  g_ptr_array_set_size (filling->sessions, 0);
  filling->bytes = 0;
  return TRUE;
}

static gboolean
is_a_change (const Filling *filling)
{
  return filling->sessions->len >= A_CHANGE ||
         filling->bytes >= MIN (A_CHANGE_BYTES, filling->room);
}

/* What cannot be read at the moment is not remembered: it may be another time. */
static gboolean
look_at (Filling *filling, const char *path, const char *journal, const char *stamp, GError **error)
{
  g_autoptr (GBytes) bytes = desk_history_read_file (path, DESK_LONGEST_JOURNAL, NULL);
  g_autoptr (DeskScorecard) scorecard = NULL;
  json_t *statements = NULL;

  if (bytes == NULL)
    return TRUE;
  scorecard = desk_own_sessions_judge (path, bytes);
  if (scorecard != NULL) {
    statements = statements_of (scorecard, bytes, filling->ways, error);
    if (statements == NULL)
      return FALSE;
  }
  line_up (filling, journal, stamp, statements);
  return !is_a_change (filling) || put_in (filling, error);
}

static gboolean
take (Filling *filling, const char *path, GError **error)
{
  g_autofree char *journal =
      g_filename_display_name (desk_own_sessions_name (filling->folder, path));
  g_autofree char *stamp = stamp_of (path);
  gboolean known;

  if (!desk_outbox_knows (filling->outbox, journal, stamp, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  if (filling->room > 0)
    return look_at (filling, path, journal, stamp, error);
  g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
      _ ("There is more waiting for the learning record store than can be queued at once: the rest "
         "stays in its journals, and goes with the next delivery."));
  return FALSE;
}

static gboolean
fill (Filling *filling, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) journals = desk_own_sessions_list (filling->folder);

  if (!desk_outbox_room (filling->outbox, &filling->room, error))
    return FALSE;
  for (guint n = 0; n < journals->len; n++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !take (filling, journals->pdata[n], error))
      return FALSE;
  }
  return TRUE;
}

/* What was made before something failed is put in all the same. */
gboolean
desk_outbox_fill (DeskOutbox *self,
                  const char *sessions,
                  const DeskStatementWays *ways,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (free_session);
  Filling filling = { self, sessions, ways, made, 0, 0 };
  const gboolean good = fill (&filling, cancellable, error);

  return put_in (&filling, good ? error : NULL) && good;
}
