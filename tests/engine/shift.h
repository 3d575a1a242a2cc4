/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"
#include "engine/session.h"

/* A small shift for the tests of the engine: a session in memory, worked by one-line commands. */

G_BEGIN_DECLS

typedef struct {
  DeskScenario *scenario;   /* owned */
  DeskClipLengths *lengths; /* owned */
  DeskJournal *journal;     /* owned, in memory */
  DeskSession *session;     /* owned */
  GArray *events;           /* of DeskEvent: all that happened */
} Shift;

/* The scenario of the tests: two lines; `one` rings at 1 s, `two` at 5 s, `three` at 6 s; anna is
 * available and answers after 4 s, bert is busy, carl is away, dora refuses until 1:40, desk takes
 * calls unannounced. Every reply lasts by its words: 0.4 s each, at least 1 s. */
extern const char shift_yaml[];

/* Reads `yaml` (or the scenario above for NULL) and starts a session in `mode`. */
Shift *shift_new (const char *yaml, DeskMode mode);

/* The same with a header of the test's own. */
Shift *shift_new_with_header (const char *yaml, const DeskJournalHeader *header);
void shift_free (Shift *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shift, shift_free)

/* Does a command given in words at `t_ms`: "answer 1", "say 1 greet", "transfer 1 anna", "pause". */
void shift_do (Shift *self, gint64 t_ms, const char *words);

/* Several, each "<ms> <words>", ending with NULL. */
void shift_play (Shift *self, const char *const *script);
void shift_advance (Shift *self, gint64 t_ms);

/* Keeps or logs a slip with this name and number for call `id`. */
void shift_write (Shift *self,
                  gint64 t_ms,
                  DeskCommandType type,
                  const char *id,
                  const char *name,
                  const char *phone);

/* The journal's text so far. (transfer full) */
char *shift_text (Shift *self);

/* Events so far as "t name" with what tells most, one a line, from number `from` on; for golden
 * comparisons. (transfer full) */
char *shift_story (Shift *self, guint from);

/* The last event, which there must be. */
const DeskEvent *shift_last (Shift *self);

G_END_DECLS
