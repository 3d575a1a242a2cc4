/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/interrupted.h"

/* Offers interrupted shifts, above the page on which another could be started. */

G_BEGIN_DECLS

#define DESK_TYPE_RECOVERY_BAR (desk_recovery_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecoveryBar, desk_recovery_bar, DESK, RECOVERY_BAR, GtkBox)

/**
 * Signals of DeskRecoveryBar, each with the path of a journal:
 *  - "go-on" (const char *path)
 *  - "summary" (const char *path): of what was done so far; in an exam it is handed in for that
 *  - "put-aside" (const char *path): NULL for all of them
 */
GtkWidget *desk_recovery_bar_new (void);

/* Hidden while there are none. (element-type DeskInterrupted) */
void desk_recovery_bar_set_shifts (DeskRecoveryBar *self, GPtrArray *shifts);

/* Shows that one of them is being recovered; the buttons are disabled meanwhile. */
void desk_recovery_bar_set_busy (DeskRecoveryBar *self, gboolean busy);

G_END_DECLS
