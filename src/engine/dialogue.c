/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/dialogue.h"

static const DeskReply *
own_or_neutral (const DeskState *state, const DeskCall *call, const char *id)
{
  return desk_scenario_reply_or_neutral (state->scenario, call, id);
}

/* What callers say of their own accord. `otherwise` answers a question, and nobody asked one. */
static const DeskReply *
unasked (const DeskState *state, const DeskCall *call, const char *id, const char *neutral)
{
  const DeskReply *own = desk_call_find_reply (call, id);

  return own ? own : desk_scenario_find_reply (state->scenario, neutral);
}

/* The caller hears the slip as it stands: only name and number are read back. */
static const DeskReply *
reply_to_read_back (const DeskState *state, const DeskCall *call)
{
  const DeskSlip *slip = state->calls[call->index].slip;
  gboolean right;

  if (!slip)
    slip = desk_slip_blank ();
  right = desk_slip_key_name_is_right (call->key, slip) &&
          desk_slip_key_phone_is_right (call->key, slip);
  return own_or_neutral (state, call, right ? "read_back_right" : "read_back_wrong");
}

static const DeskReply *
reply_to_ask_hold (const DeskState *state, const DeskCall *call)
{
  const DeskReply *refusal = desk_call_find_reply (call, "hold_no");

  return refusal ? refusal : own_or_neutral (state, call, "hold_yes");
}

static const DeskReply *
reply_to_ask_repeat (const DeskState *state, const DeskCall *call)
{
  const DeskReply *last = state->calls[call->index].last_reply;

  return last ? last : desk_dialogue_opening (call);
}

const DeskReply *
desk_dialogue_reply (const DeskState *state, const DeskCall *call, const DeskPhrase *phrase)
{
  switch (phrase->which) {
  case DESK_PHRASE_READ_BACK: return reply_to_read_back (state, call);
  case DESK_PHRASE_ASK_HOLD: return reply_to_ask_hold (state, call);
  case DESK_PHRASE_ASK_REPEAT: return reply_to_ask_repeat (state, call);
  case DESK_PHRASE_CUSTOM: return own_or_neutral (state, call, phrase->id);
  case DESK_PHRASE_GREET:
  case DESK_PHRASE_ASK_NAME:
  case DESK_PHRASE_ASK_SPELLING:
  case DESK_PHRASE_ASK_ORGANISATION:
  case DESK_PHRASE_ASK_NUMBER:
  case DESK_PHRASE_ASK_MATTER:
  case DESK_PHRASE_ASK_RECIPIENT:
  case DESK_PHRASE_THANK_HOLDING:
  case DESK_PHRASE_OFFER_MESSAGE:
  case DESK_PHRASE_TELL_TRANSFER:
  case DESK_PHRASE_ANNOUNCE:
  case DESK_PHRASE_APOLOGISE:
  case DESK_PHRASE_GOODBYE: return own_or_neutral (state, call, phrase->reply);
  }
  g_return_val_if_reached (NULL);
}

const DeskReply *
desk_dialogue_opening (const DeskCall *call)
{
  return desk_call_find_reply (call, "opening");
}

const DeskReply *
desk_dialogue_still_there (const DeskState *state, const DeskCall *call)
{
  return unasked (state, call, "still_there", "neutral/still_there");
}

const DeskReply *
desk_dialogue_leaving (const DeskState *state, const DeskCall *call)
{
  return unasked (state, call, "leaving", "neutral/leaving");
}

gboolean
desk_dialogue_is_prompt (const DeskReply *reply)
{
  return g_str_equal (reply->id, "still_there");
}
