/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Comma-separated values by RFC 4180, safe to open in a spreadsheet. */

G_BEGIN_DECLS

/* Each appends one cell to `csv`, with a comma before it unless it begins a row. A text of whatever
 * bytes is made tame (tame-text.h), and one that a spreadsheet would take for a formula gets an
 * apostrophe before it. */
void desk_csv_text (GString *csv, const char *text);
void desk_csv_integer (GString *csv, gint64 value);
void desk_csv_boolean (GString *csv, gboolean value);

/* At most two decimals, a point in every locale. */
void desk_csv_number (GString *csv, double value);

/* A cell that does not apply. */
void desk_csv_empty (GString *csv);

void desk_csv_end_row (GString *csv);

G_END_DECLS
