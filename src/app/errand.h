/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Work in the background that is done again and again, one run at a time, and how it stands. For the main
 * thread. */

G_BEGIN_DECLS

#define DESK_TYPE_ERRAND (desk_errand_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskErrand, desk_errand, DESK, ERRAND, GObject)

/**
 * Properties of DeskErrand:
 *  - "words" (string, read-only): how it stands, for whoever set it up; NULL: it was not
 *  - "trouble" (string, read-only): what the trainee should know; NULL: nothing
 */
struct _DeskErrandClass {
  GObjectClass parent_class;

  /* Begins a run, which holds a reference and comes to desk_errand_end() later; FALSE: there is nothing to
   * run for. */
  gboolean (*begin) (DeskErrand *self);
};

/* There may be something new to do. During a run: once it is done. */
void desk_errand_run (DeskErrand *self);

/* The property "trouble"; owned by `self`. */
const char *desk_errand_get_trouble (DeskErrand *self);

/* For those that derive from it. */

/* The application (borrowed; may be NULL) runs on until a run is done, also without a window, but not for long:
 * the next start does the rest. Comes once. */
void desk_errand_set_application (DeskErrand *self, GApplication *application);

/* Takes both texts. */
void desk_errand_tell (DeskErrand *self, char *words, char *trouble);

/* The run is over; what came of it can be told. */
void desk_errand_end (DeskErrand *self);

/* Runs again, if that was asked for during the run. */
void desk_errand_go_on (DeskErrand *self);

/* Runs by itself after `pause_ms`, unless it runs before. */
void desk_errand_try_later (DeskErrand *self, guint pause_ms);
void desk_errand_give_up (DeskErrand *self);

G_END_DECLS
