/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scenario/scenario-reader.h"

/* Reads a scenario on a thread of its own. */

G_BEGIN_DECLS

/* All owned. */
typedef struct {
  char *path;             /* as asked for */
  char *folder;           /* its folder */
  DeskScenario *scenario; /* NULL: it has faults */
  DeskDiagnostics *diagnostics;
} DeskOpening;

void desk_opening_free (DeskOpening *opening);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOpening, desk_opening_free)

void desk_opening_run (const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data);

/* NULL when it was cancelled. (transfer full) */
DeskOpening *desk_opening_finish (GAsyncResult *result);

G_END_DECLS
