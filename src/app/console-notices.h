/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/console-hints.h"
#include "app/notice.h"

/* Brief messages about the shift: in the notice strip, in the bar that stays while the journal cannot be
 * written, and aloud. Events on the lines are announced by the announcer; all other messages shown here are
 * read out too. */

G_BEGIN_DECLS

#define DESK_TYPE_CONSOLE_NOTICES (desk_console_notices_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsoleNotices, desk_console_notices, DESK, CONSOLE_NOTICES, GObject)

/* Where it tells; all borrowed. */
typedef struct {
  DeskNotice *notice;
  GtkWidget *journal_bar;
  GtkLabel *journal_label;
} DeskNoticePlaces;

/* Follows the session of the shift of `hints`, which is borrowed, until it is disposed of. Reports at once
 * if the journal is already failing. */
DeskConsoleNotices *
desk_console_notices_new (const DeskConsoleHints *hints, const DeskNoticePlaces *places);

/* Shows `words`, a sentence or two, and reads them out. */
void desk_console_notices_tell (DeskConsoleNotices *self, const char *words);

/* The same, but only replaces `before`, which is no longer true: for what matters less than most. */
void desk_console_notices_mention (DeskConsoleNotices *self, const char *words, const char *before);

G_END_DECLS
