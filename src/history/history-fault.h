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

void desk_history_faults_add (GPtrArray *faults, const char *shown_path, const char *reason);

G_END_DECLS
