/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "scoring/scorecard.h"

/* A finished session as a class sees it: the figures of its scorecard, without the scenario and the journal
 * behind them, so that ten thousand of them fit in memory. */

G_BEGIN_DECLS

/* Strings are owned and never NULL. A figure that does not apply is -1. */
typedef struct {
  char *path;     /* of the journal, relative to the folder */
  char *identity; /* hash of the journal's bytes: one for the same session under two names */
  char *trainee;
  char *scenario;    /* its id */
  char *title;       /* "" when the scenario has none */
  char *started;     /* ISO 8601 with offset */
  gint64 started_us; /* the same moment, UTC; 0 when it cannot be read */
  DeskMode mode;
  char *accommodations; /* "captions, time:1.5"; "" when nothing was adjusted */
  guint n_undone;       /* calls still open when the session was finished */
  double score;         /* 0 to 100 */
  gboolean passed;
  gboolean unproved;  /* an exam without checksums: nobody can say whether it was changed */
  double response;    /* mean response value, 0 to 1 */
  double asa_seconds; /* average speed of answer, seconds */
  double message;     /* mean message value, 0 to 1: the accuracy of the messages */
  char *marks;        /* for class-marks.h */
} DeskClassSession;

/* (transfer full) */
DeskClassSession *
desk_class_session_new (const char *path, const char *identity, const DeskScorecard *scorecard);
void desk_class_session_free (DeskClassSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClassSession, desk_class_session_free)

/* For g_ptr_array_sort(): oldest first, and sessions of the same moment always in the same order. */
int desk_class_session_compare (gconstpointer a, gconstpointer b);

/* For the cache: all but `path`, and back. NULL for anything that desk_class_session_to_json() did not
 * write. (transfer full) */
json_t *desk_class_session_to_json (const DeskClassSession *self);
DeskClassSession *desk_class_session_from_json (const json_t *json, const char *path);

/* The title, or the id where there is none. */
const char *desk_class_session_called (const DeskClassSession *self);

G_END_DECLS
