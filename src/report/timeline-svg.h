/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* The shift at a glance: a row a line, a bar for every state a call was in. */

G_BEGIN_DECLS

/* Appends an <svg> for inline use; its colours are classes of the page's style sheet, named after
 * the states ("held"). Nothing is appended for a session of no length. */
void desk_timeline_append_svg (const DeskScorecard *scorecard, GString *html);

G_END_DECLS
