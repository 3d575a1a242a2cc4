/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/console-bar.h"
#include "app/shift.h"

/* The desk itself: lines, the call at hand, directory and message pad, in the midst of a shift. */

G_BEGIN_DECLS

#define DESK_TYPE_CONSOLE_PAGE (desk_console_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsolePage, desk_console_page, DESK, CONSOLE_PAGE, GtkBox)

/**
 * Signals of DeskConsolePage:
 *  - "finish" (): the trainee wants to finish
 *  - "stop-recording" (): the trainee does not want to be recorded any more
 */

/* `shift` has been started. */
GtkWidget *desk_console_page_new (DeskShift *shift, GSettings *settings);

/* What the keys do, for gtk_widget_insert_action_group() under the name "desk" in the window. */
GActionGroup *desk_console_page_get_actions (DeskConsolePage *self);

DeskConsoleBar *desk_console_page_get_bar (DeskConsolePage *self);

/* Says something in passing that the trainee should know. */
void desk_console_page_tell (DeskConsolePage *self, const char *words);

/* The same where nothing else is shown than `before`, which is no longer so; a screen reader says it in any case. */
void desk_console_page_mention (DeskConsolePage *self, const char *words, const char *before);

/* Issues what was typed and is not yet in the journal. */
void desk_console_page_flush (DeskConsolePage *self);

G_END_DECLS
