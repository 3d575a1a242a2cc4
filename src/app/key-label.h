/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"

/* A label that shows the current key of an action, on the button that does the same; and tooltips with it.
 * Both use the keys of the widget tree they are in (desk_keys_attach()). */

G_BEGIN_DECLS

#define DESK_TYPE_KEY_LABEL (desk_key_label_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeyLabel, desk_key_label, DESK, KEY_LABEL, GtkLabel)

/* Property "key" (string): the id of the action. An action without a key leaves the label blank, as high
 * as before. */

GtkWidget *desk_key_label_new (const char *id);

/* Appends the key of action `id`, "(Ctrl+P)", to the tooltip of `widget`, which must have one. */
void desk_key_tooltip_add (GtkWidget *widget, const char *id);

G_END_DECLS
