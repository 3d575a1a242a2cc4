/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A text buffer with undo. */

G_BEGIN_DECLS

#define DESK_TYPE_NOTE_BUFFER (desk_note_buffer_get_type ())
G_DECLARE_FINAL_TYPE (DeskNoteBuffer, desk_note_buffer, DESK, NOTE_BUFFER, GtkTextBuffer)

/* In characters; what is pasted beyond it is cut off. */
#define DESK_NOTE_MAX_LENGTH 10000

/* Starts with `text`, which cannot be undone. */
DeskNoteBuffer *desk_note_buffer_new (const char *text);

/* (transfer full) */
char *desk_note_buffer_get_text (DeskNoteBuffer *self);

/* FALSE if there is nothing to undo, or redo. */
gboolean desk_note_buffer_undo (DeskNoteBuffer *self);
gboolean desk_note_buffer_redo (DeskNoteBuffer *self);

G_END_DECLS
