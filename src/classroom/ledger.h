/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* What was handed in where (SQLite). A handle belongs to one thread; several programs may write. */

G_BEGIN_DECLS

typedef struct _DeskLedger DeskLedger;

/* Sets a GIOError. */
DeskLedger *desk_ledger_open (const char *path, GError **error);
void desk_ledger_close (DeskLedger *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLedger, desk_ledger_close)

/* `journal`: its path relative to the folder of the sessions; `folder`: where it was handed in to. */
gboolean desk_ledger_has (DeskLedger *self, const char *journal, const char *folder);
gboolean
desk_ledger_add (DeskLedger *self, const char *journal, const char *folder, GError **error);

G_END_DECLS
