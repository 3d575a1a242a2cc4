/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "rehearsal/many-shifts.h"

/* What `simulate --runs` prints on standard output. */

G_BEGIN_DECLS

/* In the user's language. */
void desk_runs_report_print_text (const DeskManyShifts *many);

/* One line, the same bytes in every locale. */
void desk_runs_report_print_json (const DeskManyShifts *many);

G_END_DECLS
