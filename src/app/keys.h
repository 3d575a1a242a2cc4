/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/key-stroke.h"
#include "app/key-table.h"

/* The current keys: the table, with the user's changes. No two actions share a key. Changes are saved to
 * the settings at once, and changes there are taken over. */

G_BEGIN_DECLS

#define DESK_TYPE_KEYS (desk_keys_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeys, desk_keys, DESK, KEYS, GObject)

/**
 * Signal "changed" (): some action has other keys than before.
 */

/* `settings` has the key "keys" of type a{sas}, ids with accelerators; NULL: changes are not saved. Invalid
 * entries are skipped, with a line on standard error. */
DeskKeys *desk_keys_new (GSettings *settings);

/* (element-type DeskKeyAction) */
const GPtrArray *desk_keys_get_table (DeskKeys *self);

/* NULL: there is none of that name. */
const DeskKeyAction *desk_keys_find (DeskKeys *self, const char *id);

/* The action called by that press or stroke; NULL: none. */
const DeskKeyAction *desk_keys_find_press (DeskKeys *self, const DeskKeyPress *press);
const DeskKeyAction *desk_keys_find_stroke (DeskKeys *self, DeskKeyStroke stroke);

/* The first key of an action, for people: "Ctrl+H"; "" where it has none. `self` NULL: as it was from
 * the start. (transfer full) */
char *desk_keys_label (DeskKeys *self, const char *id);

/* The same for the middle of a sentence: "its button" where it has none. (transfer full) */
char *desk_keys_name (DeskKeys *self, const char *id);

/* "Finish (Ctrl+F)", or `words` alone. (transfer full) */
char *desk_keys_with_words (DeskKeys *self, const char *id, const char *words);

/* The names above for line `line`, from 1 on. (transfer full) */
char *desk_keys_line_name (DeskKeys *self, guint line);

gboolean desk_keys_is_changed (DeskKeys *self, const char *id);
gboolean desk_keys_is_any_changed (DeskKeys *self);

/* Makes that the action's only key; desk_key_stroke_judge() must allow it. An action that had it loses it. */
void desk_keys_set (DeskKeys *self, const char *id, DeskKeyStroke stroke);

/* Restores its default keys; an action that has one of them loses it. */
void desk_keys_reset (DeskKeys *self, const char *id);
void desk_keys_reset_all (DeskKeys *self);

/* Undoes the last change made through this object. */
gboolean desk_keys_can_undo (DeskKeys *self);
void desk_keys_undo (DeskKeys *self);

/* Makes `widget` and its descendants use these keys. */
void desk_keys_attach (DeskKeys *self, GtkWidget *widget);

/* The keys of `widget`, or of its nearest ancestor with any; NULL: none. */
DeskKeys *desk_keys_of (GtkWidget *widget);

G_END_DECLS
