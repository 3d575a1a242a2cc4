/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/directory-index.h"

/* Suggests people below an entry during typing, found as in the directory. */

G_BEGIN_DECLS

#define DESK_TYPE_RECIPIENT_PICKER (desk_recipient_picker_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecipientPicker, desk_recipient_picker, DESK, RECIPIENT_PICKER, GObject)

/**
 * Signal "picked" (const DeskPerson *person): by Enter or a click, or by Tab, which then goes on to
 * the next field as ever. Up and Down choose; Escape puts the suggestions away. Where only one
 * person fits best, that one is chosen already; of several nobody is, so that Tab takes none.
 *
 * `entry` and `index` are borrowed and must outlive it. (transfer full) */
DeskRecipientPicker *desk_recipient_picker_new (GtkEntry *entry, const DeskDirectoryIndex *index);

/* Hides the suggestions. */
void desk_recipient_picker_hide (DeskRecipientPicker *self);

/* What a row says of why somebody was found: "sounds alike"; NULL for a match by letters. */
const char *desk_found_how_words (DeskFoundHow how);

G_END_DECLS
