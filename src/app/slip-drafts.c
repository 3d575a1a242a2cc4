/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/slip-drafts.h"

/* Most calls need no message, and the buffers of a draft have some 6 KiB: over a long shift those that nobody
 * wrote on are dropped. Not at once: fields and text view go on showing the buffers of the draft that was put
 * away last until there is another, and may be within a signal of theirs. */
#define UNWRITTEN_KEPT 8

struct _DeskSlipDrafts {
  DeskSession *session;            /* borrowed, as the next */
  const DeskDirectoryIndex *index; /* the directory */
  GHashTable *drafts;              /* owned: DeskCall, borrowed → DeskSlipDraft, owned */
  GQueue unwritten; /* of DeskCall, borrowed: whose drafts were put away so, the first first */
};

DeskSlipDrafts *
desk_slip_drafts_new (DeskSession *session, const DeskDirectoryIndex *index)
{
  DeskSlipDrafts *self = g_new0 (DeskSlipDrafts, 1);

  self->session = session;
  self->index = index;
  self->drafts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_queue_init (&self->unwritten);
  return self;
}

void
desk_slip_drafts_free (DeskSlipDrafts *self)
{
  g_hash_table_unref (self->drafts);
  g_queue_clear (&self->unwritten);
  g_free (self);
}

static const DeskCallState *
state_of (DeskSlipDrafts *self, const DeskCall *call)
{
  return &desk_session_get_state (self->session)->calls[call->index];
}

DeskSlipDraft *
desk_slip_drafts_get (DeskSlipDrafts *self, const DeskCall *call)
{
  DeskSlipDraft *draft = g_hash_table_lookup (self->drafts, call);

  g_queue_remove (&self->unwritten, call);
  if (draft == NULL) {
    const DeskCallState *state = state_of (self, call);

    draft = desk_slip_draft_new (self->index, desk_session_get_scenario (self->session),
                                 state->slip, state->logged_slip);
    g_hash_table_insert (self->drafts, (gpointer) call, draft);
  }
  return draft;
}

/* What the session did not take, once it was over say, is in the draft alone. */
static gboolean
is_unwritten (DeskSlipDrafts *self, const DeskCall *call)
{
  DeskSlipDraft *draft = g_hash_table_lookup (self->drafts, call);

  return draft != NULL && desk_slip_draft_get_stage (draft) == DESK_SLIP_BLANK &&
         state_of (self, call)->slip == NULL;
}

void
desk_slip_drafts_put_away (DeskSlipDrafts *self, const DeskCall *call)
{
  const DeskCall *first;

  if (!is_unwritten (self, call))
    return;
  g_queue_push_tail (&self->unwritten, (gpointer) call);
  if (self->unwritten.length <= UNWRITTEN_KEPT)
    return;
  first = g_queue_pop_head (&self->unwritten);
  if (is_unwritten (self, first))
    g_hash_table_remove (self->drafts, first);
}

guint
desk_slip_drafts_count (DeskSlipDrafts *self)
{
  return g_hash_table_size (self->drafts);
}
