/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/note-buffer.h"

/* A text view with undo (Ctrl+Z) and redo (Ctrl+Shift+Z, Ctrl+Y) for its note buffer. */

G_BEGIN_DECLS

#define DESK_TYPE_NOTE_VIEW (desk_note_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskNoteView, desk_note_view, DESK, NOTE_VIEW, GtkTextView)

G_END_DECLS
