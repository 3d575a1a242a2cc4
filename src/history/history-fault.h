/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What could not be done with single files, while the rest of the work went on. */

G_BEGIN_DECLS

/* A file that could not be read or was left as it is, and the reason; both owned. */
typedef struct {
  char *path; /* as shown */
  char *reason;
} DeskHistoryFault;

/* (transfer full) (element-type DeskHistoryFault) */
GPtrArray *desk_history_faults_new (void);

/* What follows the path on a line, colon included: ": it is empty". Where the reason itself begins with the
 * path, only the rest of it: ":3: it is no event". (transfer full) */
char *desk_history_fault_tail (const DeskHistoryFault *self);

/* Path and reason on one line, the path said once. (transfer full) */
char *desk_history_fault_describe (const DeskHistoryFault *self);

void desk_history_faults_add (GPtrArray *faults, const char *shown_path, const char *reason);

G_END_DECLS
