/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/event.h"
#include "engine/state.h"

/* What a coach beside the trainee remembers of each call: what was said, heard and tried. It holds nothing
 * that has not happened yet. */

G_BEGIN_DECLS

typedef enum {
  DESK_CONSENT_NOT_ASKED,
  DESK_CONSENT_ASKED, /* the reply was not heard to its end */
  DESK_CONSENT_GIVEN,
  DESK_CONSENT_REFUSED,
} DeskConsent;

typedef struct {
  GPtrArray *said;    /* owned; of DeskPhrase: to the caller, in this conversation */
  GPtrArray *heard;   /* owned; of DeskReply: the caller's, heard to their end, ever */
  GHashTable *waived; /* owned, by matter: what the trainee does not want to be told again */
  DeskConsent consent;
  gboolean thanks_due;     /* taken back from hold, and not thanked yet */
  gboolean could_not_take; /* the person expected was seen away or engaged, refused, or rang out */
  gboolean handed_on;
  guint n_since_taken; /* phrases other than courtesies since the caller was answered or resumed */
  DeskSlip *read_back; /* owned: the slip as it was read back last, or NULL */
  gboolean read_back_right;
  guint n_read_back;
  DeskSlip *logged; /* owned: the slip as it was logged last, or NULL */
} DeskCallNotes;

typedef struct _DeskCoachNotes DeskCoachNotes;

DeskCoachNotes *desk_coach_notes_new (const DeskScenario *scenario);
void desk_coach_notes_free (DeskCoachNotes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCoachNotes, desk_coach_notes_free)

/* Takes note of `event`, after it was applied to `state`. */
void
desk_coach_notes_observe (DeskCoachNotes *self, const DeskState *state, const DeskEvent *event);

/* Those of `call`; owned by `self`. */
const DeskCallNotes *desk_coach_notes_of (const DeskCoachNotes *self, const DeskCall *call);

/* Until when a colleague is speaking, in ms; 0: none has. (The state knows when callers are.) */
gint64 desk_coach_notes_heard_out_ms (const DeskCoachNotes *self);

/* Stops advice on a `matter` of the call; the adviser numbers its matters as it likes. */
void desk_coach_notes_waive (DeskCoachNotes *self, const DeskCall *call, guint matter);
gboolean desk_call_notes_waived (const DeskCallNotes *self, guint matter);

gboolean desk_call_notes_said (const DeskCallNotes *self, const DeskPhrase *phrase);
gboolean desk_call_notes_said_builtin (const DeskCallNotes *self, DeskPhraseId which);

G_END_DECLS
