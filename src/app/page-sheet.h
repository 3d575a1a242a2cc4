/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A column of a page that is read: as wide as lines of reading need in its own font, whatever it holds, so
 * that nothing moves sideways when something unfolds in it. */

G_BEGIN_DECLS

#define DESK_TYPE_PAGE_SHEET (desk_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DeskPageSheet, desk_page_sheet, DESK, PAGE_SHEET, GtkBox)

G_END_DECLS
