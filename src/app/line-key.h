/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/line-item.h"

/* The button of one line. */

G_BEGIN_DECLS

#define DESK_TYPE_LINE_KEY (desk_line_key_get_type ())
G_DECLARE_FINAL_TYPE (DeskLineKey, desk_line_key, DESK, LINE_KEY, GtkButton)

GtkWidget *desk_line_key_new (DeskLineItem *item);

DeskLineItem *desk_line_key_get_item (DeskLineKey *self);

/* For flashing: a key that does not alert stays lit. */
void desk_line_key_set_lit (DeskLineKey *self, gboolean lit);

G_END_DECLS
