/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-list.h"
#include "shift.h"

/* A home with a history, and journals as trainees would have left them there. */

G_BEGIN_DECLS

typedef struct {
  char *folder;   /* taken away at the end, with all that is in it; owned, as are the others */
  char *path;     /* of the history, in a folder of its own that is not there yet */
  char *sessions; /* of the journals */
} Past;

void past_set_up (Past *past, gconstpointer data);
void past_tear_down (Past *past, gconstpointer data);

/* Must be without an error. (transfer full) */
DeskHistory *past_open (const Past *past);

/* How the one call of a session went. It is to be declined, so that its response and its handling
 * weigh 30 each, and greeting, outcome and closing share the handling as 1, 2 and 1. */
typedef enum {
  PAST_WELL,   /* 100 points */
  PAST_MUTE,   /* not greeted: an eighth is lost, 87.5 */
  PAST_CURT,   /* nor said goodbye to: the outcome is wrong too, 50 */
  PAST_ABSENT, /* not answered: 0 */
  PAST_EARLY,  /* finished with the call undone: 0 */
  PAST_CUT,    /* the session is not finished */
} PastWork;

/* The bytes of a journal. `accommodation` may be NULL. (transfer full) */
GBytes *past_journal (PastWork work,
                      DeskMode mode,
                      const char *accommodation,
                      const char *trainee,
                      const char *started);

/* Writes a practice session to `folder`/`name`; makes the folder. Returns the path. (transfer full) */
char *past_leave (
    const char *folder, const char *name, PastWork work, const char *trainee, const char *started);

/* Adds a session to the history whose journal lies in the sessions' folder as `name`. */
void past_add (const Past *past,
               DeskHistory *history,
               const char *name,
               PastWork work,
               const char *trainee,
               const char *started);

/* All sessions, or those of a trainee, newest first. (transfer full) */
GPtrArray *past_list (DeskHistory *history, const char *trainee);
guint past_count (DeskHistory *history);

/* The entry called `id`, which must be there; owned by `entries`. */
const DeskHistoryEntry *past_find (const GPtrArray *entries, const char *id);

/* The files in a folder and those inside it, in order. (transfer full) (element-type filename) */
GPtrArray *past_files (const char *folder);

/* The file whose name begins so in the folder of the history, which must be there. (transfer full) */
char *past_find_file (const Past *past, const char *beginning);

/* The checksum of a file, or "none". (transfer full) */
char *past_checksum (const char *path);

/* Runs SQL on a file, without the history's help. */
void past_sql (const char *path, const char *sql);

/* What a query that must be true comes to. */
void past_assert (const char *path, const char *sql);

/* Mounts a file system of `size` in a folder of the home, e.g. "size=256k"; FALSE where this may not be
 * done, and then the test is skipped. past_tear_down() takes it away. */
gboolean past_mount (const Past *past, const char *folder, const char *options);

G_END_DECLS
