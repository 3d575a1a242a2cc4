/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scoring/scorecard.h"

/* A scorecard as something to read, to print or to calculate with. JSON and CSV are the same bytes
 * in every locale; the others speak the user's language. All end with a newline. */

G_BEGIN_DECLS

/* For a terminal. (transfer full) */
char *desk_report_to_text (const DeskScorecard *scorecard);

/* The keys are a contract (DESIGN, "--format json of a scorecard"). (transfer full) */
char *desk_report_to_json (const DeskScorecard *scorecard);

/* One row a call, with the names of the JSON. (transfer full) */
char *desk_report_to_csv (const DeskScorecard *scorecard);

/* One file that needs no other, for screen and paper. (transfer full) */
char *desk_report_to_html (const DeskScorecard *scorecard);

/* A4 pages; sets a GIOError when they cannot be drawn. (transfer full) */
GBytes *desk_report_to_pdf (const DeskScorecard *scorecard, GError **error);

G_END_DECLS
