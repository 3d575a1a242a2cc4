/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/delivery.h"

#include <errno.h>
#include <string.h>

#include "classroom/ledger.h"
#include "classroom/own-sessions.h"
#include "history/history-files.h"

/* A journal is copied under another name, flushed, and then given its own, which says which session
 * it is of: the name it has here, and the beginning of the checksum of its bytes, since thirty seats
 * may call theirs the same. If that name is taken over there by the same bytes, the session was handed in already,
 * by a program that was killed before it could write that down; if by others, somebody has damaged what was
 * there, and it is handed in by a longer name. */

static const int digits[] = { 12, 24 }; /* of the checksum */
#define LONGEST_NAME 180 /* bytes; with the digits, the ending and a temporary one it fits in 255 */

/* Work that runs; borrowed. */
typedef struct {
  const char *sessions;
  const char *folder;
  DeskLedger *ledger;
  DeskDelivery *result;
  GCancellable *cancellable;
} Work;

char *
desk_delivery_default_ledger (void)
{
  return g_build_filename (g_get_user_data_dir (), "frontdesk", "handed-in.db", NULL);
}

/* (transfer full) */
static char *
place_of (const char *journal, GBytes *bytes, int n_digits)
{
  g_autofree char *name = g_path_get_basename (journal);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  int length = (int) MIN (strlen (name) - strlen (".journal"), LONGEST_NAME);

  /* Not in the middle of a letter. */
  while (length > 0 && ((guchar) name[length] & 0xc0) == 0x80)
    length--;
  return g_strdup_printf ("%.*s-%.*s.journal", length, name, n_digits, sum);
}

static gboolean
is_there (const char *place, GBytes *bytes)
{
  g_autoptr (GBytes) kept = desk_history_read_file (place, g_bytes_get_size (bytes), NULL);

  return kept != NULL && g_bytes_equal (kept, bytes);
}

static gboolean
copy (const Work *work, const char *journal, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;

  for (guint n = 0; n < G_N_ELEMENTS (digits); n++) {
    g_autofree char *name = place_of (journal, bytes, digits[n]);
    g_autofree char *place = g_build_filename (work->folder, name, NULL);

    g_clear_error (&local);
    if (desk_history_write_shared_file (place, bytes, &local))
      return TRUE;
    if (!g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
      break;
    if (is_there (place, bytes))
      return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Two programs may come this far together: what the second copies is there, and is written down already. */
static gboolean
deliver (const Work *work, const char *journal, GBytes *bytes, GError **error)
{
  if (!copy (work, journal, bytes, error) ||
      !desk_ledger_add (work->ledger, journal, work->folder, error))
    return FALSE;
  work->result->n_delivered++;
  return TRUE;
}

/* What cannot be read is left to the history, which tells it. Once the folder failed the rest is only
 * counted. */
static void
take_journal (const Work *work, const char *path, GError **error)
{
  const char *journal = desk_own_sessions_name (work->sessions, path);
  g_autoptr (DeskScorecard) scorecard = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (desk_ledger_has (work->ledger, journal, work->folder)) {
    work->result->n_before++;
    return;
  }
  bytes = desk_history_read_file (path, DESK_LONGEST_JOURNAL, NULL);
  scorecard = bytes != NULL ? desk_own_sessions_judge (path, bytes) : NULL;
  if (scorecard == NULL)
    return;
  if (*error != NULL || !deliver (work, journal, bytes, error))
    work->result->n_waiting++;
}

static gboolean
take_journals (const Work *work, GError **error)
{
  g_autoptr (GPtrArray) files = desk_own_sessions_list (work->sessions);
  g_autoptr (GError) local = NULL;

  if (!g_file_test (work->folder, G_FILE_TEST_IS_DIR)) {
    g_autofree char *shown = g_filename_display_name (work->folder);

    g_set_error (&local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s: %s", shown, g_strerror (ENOENT));
  }
  for (guint n = 0; n < files->len && !g_cancellable_is_cancelled (work->cancellable); n++)
    take_journal (work, files->pdata[n], &local);
  if (local == NULL)
    return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
desk_delivery_run (const char *sessions,
                   const char *ledger,
                   const char *folder,
                   DeskDelivery *result,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *full = g_canonicalize_filename (folder, NULL);
  g_autoptr (DeskLedger) opened = NULL;
  Work work = { sessions, full, NULL, result, cancellable };

  if (!g_file_test (sessions, G_FILE_TEST_IS_DIR))
    return TRUE;
  opened = desk_ledger_open (ledger, error);
  if (opened == NULL)
    return FALSE;
  work.ledger = opened;
  return take_journals (&work, error);
}
