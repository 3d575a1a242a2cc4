/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/glance-view.h"

/* A button beside the oldest promise, which lists all of them. With fewer than two it is invisible but
 * keeps its room, so that nothing moves. */

G_BEGIN_DECLS

#define DESK_TYPE_PROMISE_MENU (desk_promise_menu_get_type ())
G_DECLARE_FINAL_TYPE (DeskPromiseMenu, desk_promise_menu, DESK, PROMISE_MENU, GtkMenuButton)

/* Signal "chosen" (const DeskPromise *promise): it was pressed; borrowed for the call. */
GtkWidget *desk_promise_menu_new (void);

/* What is promised now, the oldest first. */
void desk_promise_menu_update (DeskPromiseMenu *self, const DeskState *state, GArray *promises);

/* "Message · Åsa Lindqvist" (transfer full) */
char *desk_promise_words (const DeskPromise *promise, const DeskScenario *scenario);

G_END_DECLS
