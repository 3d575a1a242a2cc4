/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "rehearsal/load.h"
#include "scenario/diagnostics.h"

/* What `check` prints for people: the faults on standard error, what a shift asks on standard
 * output. */

G_BEGIN_DECLS

/* Every fault with the line it is in. Places beyond the first hundred are told without their lines;
 * and of so many faults, which messages come most often. */
void desk_check_report_faults (DeskDiagnostics *diagnostics);

/* "3 errors, 1 warning", of `n_files` scenarios of which `n_faulty` have any; nothing where there are
 * none. */
void desk_check_report_sum (guint n_errors, guint n_warnings, guint n_faulty, guint n_files);

/* One line a scenario. */
void desk_check_report_load (const char *path, const DeskLoad *load);

/* What the shift will feel like, in lines that are indented below that one. */
void desk_check_report_details (const DeskLoad *load);

G_END_DECLS
