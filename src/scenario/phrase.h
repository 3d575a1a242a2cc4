/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What a trainee can say at the press of a button. */

G_BEGIN_DECLS

typedef enum {
  DESK_PHRASE_GREET,
  DESK_PHRASE_ASK_NAME,
  DESK_PHRASE_ASK_SPELLING,
  DESK_PHRASE_ASK_ORGANISATION,
  DESK_PHRASE_ASK_NUMBER,
  DESK_PHRASE_ASK_MATTER,
  DESK_PHRASE_ASK_RECIPIENT,
  DESK_PHRASE_ASK_HOLD,
  DESK_PHRASE_THANK_HOLDING,
  DESK_PHRASE_OFFER_MESSAGE,
  DESK_PHRASE_READ_BACK,
  DESK_PHRASE_TELL_TRANSFER,
  DESK_PHRASE_ANNOUNCE,
  DESK_PHRASE_APOLOGISE,
  DESK_PHRASE_ASK_REPEAT,
  DESK_PHRASE_GOODBYE,
  DESK_PHRASE_CUSTOM, /* one of the scenario's own */
} DeskPhraseId;

#define DESK_N_BUILTIN_PHRASES ((guint) DESK_PHRASE_CUSTOM)

typedef struct {
  guint index; /* in DeskScenario.phrases */
  DeskPhraseId which;
  const char *id;     /* "greet", or the scenario's own */
  const char *label;  /* own phrases: the author's label; built-in: English msgid for gettext */
  const char *spoken; /* what the trainee is heard to say, in the scenario's language */
  const char
      *reply; /* the caller's reply to it by id, e.g. "opening"; NULL where the engine chooses */
  gboolean critical;
} DeskPhrase;

/* The sixteen built-in phrases as spoken in `language` ("sv" and its variants: Swedish, else
 * English), by DeskPhraseId. Static storage. */
const DeskPhrase *desk_builtin_phrases (const char *language);

/* The neutral reply `id` in `language`, for a caller whose author wrote none: never NULL, a general
 * "I'm afraid I couldn't say" for what has no fitting one. Static storage. */
const char *desk_neutral_reply (const char *language, const char *id);

/* Every reply id that a call may write under `says`, apart from those of own phrases; ends with NULL. */
const char *const *desk_builtin_reply_ids (void);

G_END_DECLS
