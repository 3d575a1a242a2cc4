/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The text of a single-line field, with undo. */

G_BEGIN_DECLS

#define DESK_TYPE_FIELD_BUFFER (desk_field_buffer_get_type ())
G_DECLARE_FINAL_TYPE (DeskFieldBuffer, desk_field_buffer, DESK, FIELD_BUFFER, GtkEntryBuffer)

/* In characters; what is pasted beyond it is cut off. */
#define DESK_FIELD_MAX_LENGTH 200

/* Starts with `text`, which cannot be undone. */
DeskFieldBuffer *desk_field_buffer_new (const char *text);

/* Replaces the text as part of the user's last edit, so that both are undone together. `caret` is where
 * typing continues. An adjusted edit starts a new step, so that a number that is grouped while typed is
 * undone group by group. */
void desk_field_buffer_adjust (DeskFieldBuffer *self, const char *text, guint caret);

/* FALSE if there is nothing to undo, or redo; else `caret` is set to where the change was. */
gboolean desk_field_buffer_undo (DeskFieldBuffer *self, guint *caret);
gboolean desk_field_buffer_redo (DeskFieldBuffer *self, guint *caret);

G_END_DECLS
