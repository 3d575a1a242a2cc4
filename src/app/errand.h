/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Background work that is repeated, one run at a time, and its status. Main thread only. */

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

  /* Begins a run, which holds a reference and later calls desk_errand_end(). FALSE: there is nothing to
   * do. */
  gboolean (*begin) (DeskErrand *self);
};

/* There may be something to do: runs now, or again after the current run. */
void desk_errand_run (DeskErrand *self);

/* The property "trouble"; owned by `self`. */
const char *desk_errand_get_trouble (DeskErrand *self);

/* For derived classes. */

/* The application (borrowed; may be NULL) is held until a run is done, even without a window, but not for
 * long: the next start does the rest. Call it once. */
void desk_errand_set_application (DeskErrand *self, GApplication *application);

/* Sets the properties. Takes ownership of both texts. */
void desk_errand_tell (DeskErrand *self, char *words, char *trouble);

/* The run is over; its outcome can be told. */
void desk_errand_end (DeskErrand *self);

/* Runs again if that was requested during the run. */
void desk_errand_go_on (DeskErrand *self);

/* Runs after `pause_ms`, unless it runs before. */
void desk_errand_try_later (DeskErrand *self, guint pause_ms);
void desk_errand_give_up (DeskErrand *self);

G_END_DECLS
