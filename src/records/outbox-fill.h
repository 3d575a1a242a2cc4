/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox.h"
#include "records/statement-ways.h"

G_BEGIN_DECLS

/* Puts what the finished sessions of this machine's trainees, the journals in the folder `sessions`, have to say
 * into the outbox, each session once. FALSE sets an error of G_IO_ERROR (G_IO_ERROR_NO_SPACE: too much waits
 * already) or DESK_STATEMENT_ERROR; what was put in before stays in. Takes as long as it takes to score
 * those that are new: call it where nobody waits. */
gboolean desk_outbox_fill (DeskOutbox *self,
                           const char *sessions,
                           const DeskStatementWays *ways,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
