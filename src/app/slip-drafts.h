/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/slip-draft.h"
#include "engine/session.h"

/* The drafts of all calls: those that were written on, and the last few that were not. */

G_BEGIN_DECLS

typedef struct _DeskSlipDrafts DeskSlipDrafts;

/* Both must outlive what is returned. (transfer full) */
DeskSlipDrafts *desk_slip_drafts_new (DeskSession *session, const DeskDirectoryIndex *index);
void desk_slip_drafts_free (DeskSlipDrafts *self);

/* The draft of an answered call, created if there is none. (transfer none): valid at least until others are
 * put away */
DeskSlipDraft *desk_slip_drafts_get (DeskSlipDrafts *self, const DeskCall *call);

/* The draft of `call` is no longer shown, and the session has what was written. */
void desk_slip_drafts_put_away (DeskSlipDrafts *self, const DeskCall *call);

/* How many are kept. */
guint desk_slip_drafts_count (DeskSlipDrafts *self);

G_END_DECLS
