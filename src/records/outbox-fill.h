/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox.h"
#include "records/statement-ways.h"

G_BEGIN_DECLS

/* Puts the statements of all finished sessions of this machine's trainees, whose journals lie in the folder
 * `sessions`, into the outbox, each session once. FALSE sets a G_IO_ERROR (G_IO_ERROR_NO_SPACE: too much is
 * waiting already) or a DESK_STATEMENT_ERROR; what was put in before stays. Takes as long as scoring the
 * new ones takes: call it where nobody waits. */
gboolean desk_outbox_fill (DeskOutbox *self,
                           const char *sessions,
                           const DeskStatementWays *ways,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
