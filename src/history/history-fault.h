/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Files with which not all was done that was asked for. */

G_BEGIN_DECLS

/* A file that could not be read, or was left as it is, and why; both owned. */
typedef struct {
  char *path; /* as shown */
  char *reason;
} DeskHistoryFault;

/* (transfer full) (element-type DeskHistoryFault) */
GPtrArray *desk_history_faults_new (void);

/* What stands after the path on a line, with its colon: ": it is empty", or, where the reason begins with the path
 * itself, what follows there: ":3: it is no event". (transfer full) */
char *desk_history_fault_tail (const DeskHistoryFault *self);

/* Path and reason on a line, the path once. (transfer full) */
char *desk_history_fault_describe (const DeskHistoryFault *self);

void desk_history_faults_add (GPtrArray *faults, const char *shown_path, const char *reason);

G_END_DECLS
