/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

#include "matching/slip.h"
#include "scenario/phrase.h"

/* A scenario as read: immutable, reference-counted, shared by all readers of a session. Its parts are plain
 * structs that live as long as it does. A string that the author left out is "" unless the field says NULL.
 * Times are in ms since the start. */

G_BEGIN_DECLS

typedef struct _DeskScenario DeskScenario;

typedef enum {
  DESK_LEVEL_TUTORIAL,
  DESK_LEVEL_BEGINNER,
  DESK_LEVEL_INTERMEDIATE,
  DESK_LEVEL_ADVANCED,
  DESK_LEVEL_EXAM,
} DeskLevel;

/* What the lines transmit of a voice. */
typedef enum {
  DESK_LINE_BAND_TELEPHONE, /* 300 to 3400 Hz, companded as in the country's exchanges */
  DESK_LINE_BAND_WIDEBAND,  /* everything */
} DeskLineBand;

typedef enum {
  DESK_PRESENCE_AVAILABLE,
  DESK_PRESENCE_BUSY,
  DESK_PRESENCE_DO_NOT_DISTURB,
  DESK_PRESENCE_AWAY,
} DeskPresence;

typedef enum {
  DESK_OUTCOME_TRANSFER,
  DESK_OUTCOME_MESSAGE,
  DESK_OUTCOME_INFORM,
  DESK_OUTCOME_DECLINE,
} DeskOutcome;

/* Something a caller or a colleague says. */
typedef struct {
  guint index;      /* index in DeskScenario.replies, and in a DeskClipLengths */
  const char *key;  /* "invoice/opening", "people/erik/answer", "neutral/goodbye" */
  const char *id;   /* "opening" */
  const char *text; /* never empty */
  const char *clip; /* path relative to the scenario's clips folder; NULL: to be synthesised */
} DeskReply;

typedef struct {
  gint64 from_ms;
  DeskPresence is;
} DeskPresenceSpan;

typedef struct {
  guint index;
  const char *id;
  const char *name;
  const char *title;
  const char *department;
  const char *extension;
  const char *voice;
  gboolean screens_calls;
  gint64 answers_after_ms;
  const DeskPresenceSpan *presence; /* ascending; the first starts at 0 */
  guint n_presence;
  const DeskReply *answer;  /* NULL: answers in silence */
  const DeskReply *accepts; /* NULL: accepts in silence */
  const DeskReply *refuses; /* NULL: refuses in silence */
  gboolean may_refuse;
  gint64 refuses_from_ms; /* refuses while from <= t < to */
  gint64 refuses_to_ms;
  const char *const *accept; /* other right spellings of the name; NULL-terminated */
} DeskPerson;

typedef struct {
  const char *given;
  const char *surname;
  const char *organisation;
  const char *phone;
  gboolean spells_name;
  const char *const *given_accept;
  const char *const *surname_accept;
  const char *const *organisation_accept;
} DeskCaller;

typedef struct {
  DeskOutcome what;
  const DeskPerson *to;         /* NULL for inform and decline */
  DeskOutcome otherwise;        /* transfer: what is right when `to` cannot take the call */
  const DeskPhrase *const *say; /* NULL-terminated */
  DeskTicks ticks;
  const char *message;
  const DeskFactSpec *facts;
  guint n_facts;
} DeskExpectation;

typedef struct {
  guint index;
  const char *id;
  gint64 at_ms;
  guint line; /* 1 to n_lines; 0: the lowest free one */
  const char *display_name;
  const char *display_number;
  gboolean withheld;
  const char *voice;
  gint64 patience_ringing_ms;
  gint64 patience_hold_ms;
  gint64 patience_silence_ms;
  gint64 calls_back_after_ms; /* -1: gives up for good */
  gboolean urgent;
  DeskCaller caller;
  const DeskReply *const *replies; /* NULL-terminated, in the file's order */
  DeskExpectation expect;
  const DeskSlipKey *key; /* the right slip for this call, whatever its outcome */
  guint file_line;        /* where the author wrote it, from 1 */
  guint file_column;
} DeskCall;

/* A voice that the author named: “gruff: espeak:sv+m3@90”. */
typedef struct {
  const char *name;
  const char *voice;
} DeskNamedVoice;

struct _DeskScenario {
  const char *id;     /* the folder's name */
  const char *folder; /* NULL when read from a journal */
  const char *title;
  const char *language;
  DeskCountry country;
  DeskLineBand line_band;
  DeskLevel level;
  guint n_lines;
  gint64 duration_ms;
  gboolean jittered;
  gint64 seed; /* 0 unless set */
  const char *organisation;
  const char *greeting; /* may hold "{trainee}" */
  const char *briefing;
  gint64 target_answer_ms;
  gint64 target_hold_ms;
  gint64 target_recall_ms;
  double weight_response;
  double weight_handling;
  double weight_message;
  double pass;
  const char *exam_time; /* what is granted in an exam: "1", "1.5", "2", "10", "untimed" */
  gboolean exam_captions;
  gboolean exam_hints;
  gboolean exam_pause;
  const DeskNamedVoice *voices;
  guint n_voices;
  const DeskPerson *const *people;
  guint n_people;
  const DeskPhrase *const
      *phrases; /* the built-in ones in the order of DeskPhraseId, then the file's */
  guint n_phrases;
  const DeskCall *const *calls; /* in the order of `at`, then of the file */
  guint n_calls;
  const DeskReply *const *replies; /* every one above, and the neutral ones of the language */
  guint n_replies;
  const DeskReply *const *neutral_replies; /* NULL-terminated: the last of these, by their ids */
  const char *yaml;                        /* the whole text, and its digest in hexadecimal */
  const char *sha256;
};

DeskScenario *desk_scenario_ref (DeskScenario *scenario);
void desk_scenario_unref (DeskScenario *scenario);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskScenario, desk_scenario_unref)

/* By id, in constant time; NULL when there is none. */
const DeskPerson *desk_scenario_find_person (const DeskScenario *scenario, const char *id);
const DeskPhrase *desk_scenario_find_phrase (const DeskScenario *scenario, const char *id);
const DeskCall *desk_scenario_find_call (const DeskScenario *scenario, const char *id);
const DeskReply *desk_scenario_find_reply (const DeskScenario *scenario, const char *key);

/* The voice that `written` after `voice:` stands for: the one of that name in the file, else `written`
 * itself. */
const char *desk_scenario_resolve_voice (const DeskScenario *scenario, const char *written);

/* The call's own reply `id`, or NULL where the author wrote none. */
const DeskReply *desk_call_find_reply (const DeskCall *call, const char *id);

/* "Åsa Lindqvist": the caller's name, or the organisation where no name is known. (transfer full) */
char *desk_call_caller_name (const DeskCall *call);

/* What the caller says for reply `id`: their own, else their `otherwise`, else a neutral one in the
 * scenario's language; never NULL. */
const DeskReply *
desk_scenario_reply_or_neutral (const DeskScenario *scenario, const DeskCall *call, const char *id);

DeskPresence desk_person_presence_at (const DeskPerson *person, gint64 t_ms);

/* When the presence that applies at `t_ms` began, and when the next begins (-1: never). */
void
desk_person_presence_span (const DeskPerson *person, gint64 t_ms, gint64 *from_ms, gint64 *to_ms);

gboolean desk_person_refuses_at (const DeskPerson *person, gint64 t_ms);

/* The greeting of the scenario with "{trainee}" filled in. (transfer full) */
char *desk_scenario_greeting_for (const DeskScenario *scenario, const char *trainee);

/* "transfer", "message", "inform", "decline". */
const char *desk_outcome_name (DeskOutcome outcome);

G_END_DECLS
