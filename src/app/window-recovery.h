/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/shift.h"

/* Interrupted shifts: searched for on a thread after the window was first painted, and offered on the
 * library and the start page until they are resumed or put aside. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_RECOVERY (desk_window_recovery_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowRecovery, desk_window_recovery, DESK, WINDOW_RECOVERY, GObject)

/**
 * Signals of DeskWindowRecovery:
 *  - "resumed" (DeskShift *shift): the user wants to go on with it
 *  - "handed-in" (DeskShift *shift): the user has handed in this exam; it is finished
 *  - "summary" (DeskScorecard *scorecard, const char *journal): what was done so far, to be shown
 */

/* `window` lives longer. */
DeskWindowRecovery *desk_window_recovery_new (GtkWindow *window);

/* Offers them on `page`, a vertical box, and looks for more; NULL: nowhere. Failures that could not be
 * reported are reported then. */
void desk_window_recovery_set_page (DeskWindowRecovery *self, GtkWidget *page);

/* In the language that is spoken now. */
void desk_window_recovery_rebuild (DeskWindowRecovery *self);

/* Where the scenario that is open lies: clips may be there; NULL: none is. */
void desk_window_recovery_set_folder (DeskWindowRecovery *self, const char *folder);

G_END_DECLS
