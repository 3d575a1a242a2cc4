/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* The timeline as SVG inside of an HTML page. Not Cairo's: its names of glyphs collide when two
 * pictures stand in one page, and its text cannot be read out or searched. */

G_BEGIN_DECLS

/* What goes into the page's style sheet; it needs the page's --ink, --paper, --soft, --edge and
 * --bad. */
const char *desk_timeline_svg_style (void);

/* Appends the pictures, strips of a long shift below one another, and their legend. Bars and marks
 * lead to "#call-N", the call's place in the page, from 1 on. Nothing is appended for a session of
 * no length. */
void desk_timeline_append_svg (const DeskScorecard *scorecard, GString *html);

G_END_DECLS
