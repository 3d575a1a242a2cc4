/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/console-hints.h"
#include "app/notice.h"

/* What the console tells in passing of what happens in a shift: in the strip of notices, in the bar that stays while
 * the journal cannot be written, and aloud. What happens on the lines a screen reader hears from the announcer, in
 * words of its own; what is said here besides is read out too. */

G_BEGIN_DECLS

#define DESK_TYPE_CONSOLE_NOTICES (desk_console_notices_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsoleNotices, desk_console_notices, DESK, CONSOLE_NOTICES, GObject)

/* Where it tells; all borrowed. */
typedef struct {
  DeskNotice *notice;
  GtkWidget *journal_bar;
  GtkLabel *journal_label;
} DeskNoticePlaces;

/* Follows the session of the shift of `hints`, which is borrowed, until its dispose; what has gone wrong with the
 * journal before is told at once. */
DeskConsoleNotices *
desk_console_notices_new (const DeskConsoleHints *hints, const DeskNoticePlaces *places);

/* Shows `words`, a sentence or two, and has them read out. */
void desk_console_notices_tell (DeskConsoleNotices *self, const char *words);

/* The same, but what is shown already stays, unless it is `before`, which is no longer so: for what matters less than
 * most. */
void desk_console_notices_mention (DeskConsoleNotices *self, const char *words, const char *before);

G_END_DECLS
