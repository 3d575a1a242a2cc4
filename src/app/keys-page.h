/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The page of the preferences on which keys are looked up and changed. */

G_BEGIN_DECLS

#define DESK_TYPE_KEYS_PAGE (desk_keys_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskKeysPage, desk_keys_page, DESK, KEYS_PAGE, GtkBox)

/* Changes go to the key "keys" of `settings` at once. (transfer floating) */
GtkWidget *desk_keys_page_new (GSettings *settings);

G_END_DECLS
