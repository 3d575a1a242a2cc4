/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* The finished sessions of the trainees on this machine, in one SQLite file that several programs
 * may use at once. */

G_BEGIN_DECLS

#define DESK_HISTORY_ERROR (desk_history_error_quark ())
GQuark desk_history_error_quark (void);

typedef enum {
  DESK_HISTORY_ERROR_FAILED, /* disk, permissions, a file that is no history; the message says */
  DESK_HISTORY_ERROR_NEWER,  /* written by a newer Frontdesk; left as it is */
} DeskHistoryError;

/* A session as remembered. Strings are owned. */
typedef struct {
  char *id;
  char *trainee;
  char *scenario; /* its id */
  char *started;  /* ISO 8601 with offset */
  DeskMode mode;
  char *accommodations; /* "extra_time, captions"; "" when nothing was adjusted */
  double score;
  gboolean passed;
  double response; /* mean response value; -1: no call was due */
  double message;  /* mean message value; -1: no message was due */
  char *journal;   /* path of the recording, or NULL */
} DeskHistoryEntry;

void desk_history_entry_free (DeskHistoryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistoryEntry, desk_history_entry_free)

/* How a trainee gets on. Modes are never mixed, nor adjusted sessions with others. */
typedef struct {
  char *trainee; /* owned */
  DeskMode mode;
  gboolean adjusted;
  guint n;
  guint n_passed;
  double mean;
  double best;
  double first;
  double latest;
} DeskHistoryProgress;

void desk_history_progress_free (DeskHistoryProgress *progress);

typedef struct _DeskHistory DeskHistory;

/* Where the user's own history lies: "frontdesk/history.db" in the user's data folder. (transfer
 * full) */
char *desk_history_default_path (void);

/* Opens the history at `path`, and begins one where there is none. Sets a DeskHistoryError. */
DeskHistory *desk_history_open (const char *path, GError **error);
void desk_history_close (DeskHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistory, desk_history_close)

/* Remembers a session. It goes by the name of its journal, so that adding the same journal again
 * replaces what was there; without a journal (NULL) it gets a new name. */
gboolean desk_history_add (DeskHistory *self,
                           const DeskScorecard *scorecard,
                           const char *journal,
                           GError **error);

/* The sessions of `trainee` (NULL: of all), newest first. (transfer full) (element-type
 * DeskHistoryEntry) */
GPtrArray *desk_history_list (DeskHistory *self, const char *trainee, GError **error);

/* The same in figures, by trainee and mode. (transfer full) (element-type DeskHistoryProgress) */
GPtrArray *desk_history_progress (DeskHistory *self, const char *trainee, GError **error);

G_END_DECLS
