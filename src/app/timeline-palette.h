/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "report/timeline-draw.h"

/* The colours of a timeline as the widget's theme has them: the named ones of pages.css, or that of
 * its text. `palette` borrows its font from `widget`'s style for as long as that does not change. */
void desk_timeline_palette_read (GtkWidget *widget, DeskTimelinePalette *palette);
