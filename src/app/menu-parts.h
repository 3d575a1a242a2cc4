/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* What menus built in code, rather than in a template, share. */

G_BEGIN_DECLS

/* A new section at the end of `menu`, which owns it. (transfer none) */
GMenu *desk_menu_add_section (GMenu *menu);

/* `name` as part of a label in which "_" marks the access key. (transfer full) */
char *desk_menu_escape (const char *name);

G_END_DECLS
