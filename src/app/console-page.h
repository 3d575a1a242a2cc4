/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/console-bar.h"
#include "app/shift.h"

/* The desk during a shift: lines, selected call, directory and message pad. */

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

/* The actions of the keys, for gtk_widget_insert_action_group() on the window under the name "desk". */
GActionGroup *desk_console_page_get_actions (DeskConsolePage *self);

DeskConsoleBar *desk_console_page_get_bar (DeskConsolePage *self);

/* Shows a brief message to the trainee. */
void desk_console_page_tell (DeskConsolePage *self, const char *words);

/* The same, but only shown if nothing else than `before`, which is no longer true, is; it is read out in
 * any case. */
void desk_console_page_mention (DeskConsolePage *self, const char *words, const char *before);

/* Sends what was typed and is not in the journal yet. */
void desk_console_page_flush (DeskConsolePage *self);

G_END_DECLS
