/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The one line of the message pad that tells of the slip: how far it is, in its place a hint, or why it was not
 * logged. */

G_BEGIN_DECLS

typedef struct _DeskSlipLine DeskSlipLine;

/* `label` is borrowed and outlives the line. (transfer full) */
DeskSlipLine *desk_slip_line_new (GtkLabel *label);
void desk_slip_line_free (DeskSlipLine *self);

/* Shows how far the slip is. While there is a hint, the hint stays. */
void desk_slip_line_show_stage (DeskSlipLine *self, const char *words);

/* Shows what is good to know of the entry `about` (borrowed) while the trainee goes on, until its text is
 * changed. It is read out 400 ms later, unless the slip is refused meanwhile. */
void desk_slip_line_hint (DeskSlipLine *self, GtkEntry *about, const char *words);

/* Drops the hint if its entry has been changed since, or whatever it is about. The stage that is shown next
 * takes its place. */
void desk_slip_line_review_hint (DeskSlipLine *self);
void desk_slip_line_drop_hint (DeskSlipLine *self);

/* Shows and reads out why the slip was not logged. */
void desk_slip_line_refuse (DeskSlipLine *self, const char *words);

G_END_DECLS
