/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "scenario/scenario.h"

/* The sheet of all keys as they now are, drawn on one page: what is printed, what the PDF holds and what
 * the window shows. */

G_BEGIN_DECLS

/* Draws a page of that size, margins included, in points, black on nothing. `scenario` (NULL: none) gives
 * the names of its own phrases, and leaves out lines that it has not. All fits whatever it holds: what
 * is too long is shortened, and many rows are set smaller. Returns the size of type used. */
double desk_key_sheet_draw (
    cairo_t *cairo, double width, double height, DeskKeys *keys, DeskScenario *scenario);

/* What the sheet says, a line for each action, for assistive technology and tests. (transfer full) */
char *desk_key_sheet_text (DeskKeys *keys, DeskScenario *scenario);

/* Prints the page, or exports it. (transfer full) */
GtkPrintOperation *desk_key_sheet_print_new (DeskKeys *keys, DeskScenario *scenario);

G_END_DECLS
