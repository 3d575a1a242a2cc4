/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The phrases that a trainee can say at the press of a button. */

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

/* The sixteen built-in phrases in `language`, by DeskPhraseId: Swedish for "sv" and its variants, otherwise
 * English. Static storage. */
const DeskPhrase *desk_builtin_phrases (const char *language);

/* The neutral reply `id` in `language`, for callers whose author wrote none. Never NULL: where none fits it
 * is "I'm afraid I couldn't say". Static storage. */
const char *desk_neutral_reply (const char *language, const char *id);

/* Every reply id that a call may use under `says`, except those of the scenario's own phrases;
 * NULL-terminated. */
const char *const *desk_builtin_reply_ids (void);

G_END_DECLS
