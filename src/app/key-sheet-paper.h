/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "scenario/scenario.h"

/* The sheet of all current keys, drawn on one page for printing, for PDF and for the window. */

G_BEGIN_DECLS

/* Draws a page of that size in points, margins included, in black without a background. `scenario` (NULL:
 * none) gives the names of its own phrases and the number of lines. Everything fits: long texts are
 * shortened and many rows set smaller. Returns the font size used. */
double desk_key_sheet_draw (
    cairo_t *cairo, double width, double height, DeskKeys *keys, DeskScenario *scenario);

/* What the sheet says, a line for each action, for assistive technology and tests. (transfer full) */
char *desk_key_sheet_text (DeskKeys *keys, DeskScenario *scenario);

/* Prints the page, or exports it. (transfer full) */
GtkPrintOperation *desk_key_sheet_print_new (DeskKeys *keys, DeskScenario *scenario);

G_END_DECLS
