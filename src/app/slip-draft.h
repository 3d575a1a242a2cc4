/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/directory-index.h"
#include "app/field-buffer.h"
#include "app/note-buffer.h"

/* One call's slip while it is being written: the buffers its fields are typed into. */

G_BEGIN_DECLS

#define DESK_TYPE_SLIP_DRAFT (desk_slip_draft_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlipDraft, desk_slip_draft, DESK, SLIP_DRAFT, GObject)

typedef enum {
  DESK_ENTRY_TO,
  DESK_ENTRY_NAME,
  DESK_ENTRY_ORGANISATION,
  DESK_ENTRY_PHONE,
} DeskEntry;

#define DESK_N_ENTRIES ((guint) DESK_ENTRY_PHONE + 1)

typedef enum {
  DESK_SLIP_BLANK,   /* nothing was written yet */
  DESK_SLIP_WRITING, /* not signalled yet */
  DESK_SLIP_SAVED,   /* as the session has it */
  DESK_SLIP_LOGGED,  /* as it was logged */
  DESK_SLIP_CHANGED, /* saved, but no longer what was logged */
} DeskSlipStage;

/* Signal "changed": something was typed, ticked or chosen.
 *
 * `kept`: what the session has (NULL: nothing); `logged`: what was last logged (NULL: never). `index` must
 * outlive the draft. */
DeskSlipDraft *desk_slip_draft_new (const DeskDirectoryIndex *index,
                                    DeskScenario *scenario,
                                    const DeskSlip *kept,
                                    const DeskSlip *logged);

GtkEntryBuffer *desk_slip_draft_get_entry (DeskSlipDraft *self, DeskEntry entry);
DeskNoteBuffer *desk_slip_draft_get_note (DeskSlipDraft *self);

DeskTicks desk_slip_draft_get_ticks (DeskSlipDraft *self);
void desk_slip_draft_set_ticks (DeskSlipDraft *self, DeskTicks ticks);

/* The recipient: as chosen, or the one person whom the typed text names in full; or NULL. */
const DeskPerson *desk_slip_draft_get_recipient (DeskSlipDraft *self);
void desk_slip_draft_set_recipient (DeskSlipDraft *self, const DeskPerson *person);

/* The slip as it stands; `to` is an id where there is a recipient, else what was typed.
 * (transfer full) */
DeskSlip *desk_slip_draft_get_slip (DeskSlipDraft *self);

/* The session has the slip as it stands now. */
void desk_slip_draft_mark_saved (DeskSlipDraft *self);

/* The session did not take the slip that was last marked as saved: it still has `kept` (NULL: nothing). */
void desk_slip_draft_mark_unsaved (DeskSlipDraft *self, const DeskSlip *kept);

/* The slip last marked as saved counts as logged, at `t_ms`. */
void desk_slip_draft_mark_logged (DeskSlipDraft *self, gint64 t_ms);

DeskSlipStage desk_slip_draft_get_stage (DeskSlipDraft *self);

/* -1: never, or before this draft was opened. */
gint64 desk_slip_draft_get_logged_ms (DeskSlipDraft *self);

G_END_DECLS
