/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history.h"

/* Looks sessions up by trainee, scenario and date. */

G_BEGIN_DECLS

/* Which sessions are wanted. A member that is NULL or 0 matches all. Borrowed for the call. */
typedef struct {
  const char *trainee;
  const char *scenario; /* its id */
  gint64 since_us;      /* started then or later; microseconds since 1970, UTC */
  gint64 until_us;      /* started before then */
} DeskHistoryFilter;

/* Reads a day as people write it, "2026-11-23", in the local time zone: its first moment and that of the
 * day after, in microseconds since 1970, UTC. FALSE when there is no such day. Either may be NULL. */
gboolean desk_history_read_day (const char *text, gint64 *from_us, gint64 *to_us);

/* An ISO 8601 date and time as microseconds since 1970, UTC; 0 when it cannot be read. */
gint64 desk_history_moment_us (const char *iso8601);

/* A session as the history has it. Strings are owned. A figure that does not apply, or that an earlier
 * version did not keep, is -1, and the count that goes with it 0. */
typedef struct {
  char *id; /* the name of its journal, without ".journal" */
  char *trainee;
  char *scenario;       /* its id */
  char *scenario_title; /* "" when it is not known */
  char *started;        /* ISO 8601 with offset */
  gint64 started_us;    /* the same moment, UTC; 0 when it cannot be read */
  DeskMode mode;
  char *accommodations; /* in order, "captions, time:1.5"; "" when nothing was adjusted */
  double score;
  double pass; /* points the scenario asked for; -1: not known */
  gboolean passed;
  DeskBand band;
  int n_calls;      /* that were due; -1: not known */
  int n_undone;     /* calls still open when the session was finished; 0 where not known */
  int n_critical;   /* calls with a critical failure; -1: not known */
  double response;  /* mean response value, 0 to 1; -1: no call was due */
  guint n_response; /* calls it is the mean of */
  double message;   /* mean message value, 0 to 1; -1: no message was due */
  guint n_message;  /* calls it is the mean of */
  double handling;  /* mean handling value of the calls answered, 0 to 1 */
  guint n_handling;
  double handling_seconds; /* mean time from answer to end */
  guint n_handling_seconds;
  gboolean imported; /* brought in from a folder, not worked here */
  char *journal;     /* its path, or NULL; it may be gone */
  char *sound;       /* path of the recording of what was heard and said; NULL: there is none */
} DeskHistoryEntry;

void desk_history_entry_free (DeskHistoryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHistoryEntry, desk_history_entry_free)

/* The sessions that match `filter` (NULL: all), newest first. Sets a DeskHistoryError, as do the functions
 * below. (transfer full) (element-type DeskHistoryEntry) */
GPtrArray *desk_history_list (DeskHistory *self, const DeskHistoryFilter *filter, GError **error);

/* Every trainee with a session, sorted as the user's locale sorts. (transfer full) (element-type utf8) */
GPtrArray *desk_history_list_trainees (DeskHistory *self, GError **error);

/* A scenario with the title it had when it was last worked; both owned. */
typedef struct {
  char *id;
  char *title; /* the id where no title is known; never "" */
} DeskHistoryScenario;

/* Every scenario with a session, sorted by title. (transfer full) (element-type DeskHistoryScenario) */
GPtrArray *desk_history_list_scenarios (DeskHistory *self, GError **error);

/* Sessions (of DeskHistoryEntry) as a table. The same bytes and the same names in every locale. JSON:
 * {"sessions":[…]}; CSV: one row a session. Both end with a newline. (transfer full) */
char *desk_history_to_json (const GPtrArray *entries);
char *desk_history_to_csv (const GPtrArray *entries);

G_END_DECLS
