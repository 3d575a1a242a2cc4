/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/slip-draft.h"
#include "engine/session.h"

/* The drafts of all calls: every one that was written on, and the last few that nobody has written on. */

G_BEGIN_DECLS

typedef struct _DeskSlipDrafts DeskSlipDrafts;

/* Both must outlive what is returned. (transfer full) */
DeskSlipDrafts *desk_slip_drafts_new (DeskSession *session, const DeskDirectoryIndex *index);
void desk_slip_drafts_free (DeskSlipDrafts *self);

/* Of an answered call; opened when there is none. (transfer none: at least until other drafts were put
 * away) */
DeskSlipDraft *desk_slip_drafts_get (DeskSlipDrafts *self, const DeskCall *call);

/* Nobody writes on the draft of `call` for now, and what was written has gone to the session. */
void desk_slip_drafts_put_away (DeskSlipDrafts *self, const DeskCall *call);

/* How many are kept. */
guint desk_slip_drafts_count (DeskSlipDrafts *self);

G_END_DECLS
