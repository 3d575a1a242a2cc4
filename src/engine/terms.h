/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/journal.h"

/* The terms on which a shift is worked: its mode, how much time there is, and what was granted in an
 * exam. The header of a journal has them as mode and accommodations. */

G_BEGIN_DECLS

/* A plain value. What is granted counts in an exam alone: elsewhere the trainee has it anyway. */
typedef struct {
  DeskMode mode;
  const char *time; /* one of desk_terms_times */
  gboolean captions;
  gboolean hints;
  gboolean pause;
} DeskTerms;

/* "1", "1.5", "2", "10", "untimed", from little to much; ends with NULL. */
extern const char *const desk_terms_times[];

/* The one that is called `name`; "1" for any other text. (transfer none) */
const char *desk_terms_find_time (const char *name);

/* What the author of `scenario` grants everybody who takes it as an exam; the mode is that of an exam
 * where the scenario can be nothing else, else practice. */
DeskTerms desk_terms_granted_by (const DeskScenario *scenario);

/* Adds what is granted: in an exam the better of both. An exam it is if either says so. */
void desk_terms_merge (DeskTerms *self, const DeskTerms *granted);

/* As they stand in a header, in this order: time, captions, hints, pause. (transfer full) */
GStrv desk_terms_to_accommodations (const DeskTerms *self);

/* Of `accommodations`, as in a header, those that `scenario` does not grant: in an exam somebody at the
 * desk granted them. In their order; what is not known here is among them. (transfer full) */
GStrv desk_terms_beyond (const char *const *accommodations, const DeskScenario *scenario);

/* The factor that the time is multiplied with; INFINITY for "untimed". */
double desk_terms_time_factor (const DeskTerms *self);

/* The terms of a header; of the time only what is known here. */
DeskTerms desk_terms_of_header (const DeskJournalHeader *header);

/* Whether hints are given where the trainee wants them (`wanted`): in an exam if they were granted,
 * whatever is wanted elsewhere. */
gboolean desk_terms_give_hints (const DeskTerms *self, gboolean wanted);

G_END_DECLS
