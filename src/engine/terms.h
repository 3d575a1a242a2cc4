/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/journal.h"

/* The terms on which a shift is worked: its mode, how much time there is, and what was granted in an
 * exam. The header of a journal has them as mode and accommodations. */

G_BEGIN_DECLS

/* A plain value. What is granted matters in an exam alone: outside exams the trainee may choose it anyway. */
typedef struct {
  DeskMode mode;
  const char *time; /* one of desk_terms_times */
  gboolean captions;
  gboolean hints;
  gboolean pause;
} DeskTerms;

/* "1", "1.5", "2", "10", "untimed", from little to much; ends with NULL. */
extern const char *const desk_terms_times[];

/* The entry of desk_terms_times that equals `name`; "1" for any other text. Static storage. */
const char *desk_terms_find_time (const char *name);

/* What the author of `scenario` grants everyone who takes it as an exam. The mode is exam if the scenario
 * can only be taken as one, else practice. */
DeskTerms desk_terms_granted_by (const DeskScenario *scenario);

/* Adds what `granted` grants: in an exam, the better of the two. It is an exam if either says so. */
void desk_terms_merge (DeskTerms *self, const DeskTerms *granted);

/* The accommodations of a header, in this order: time, captions, hints, pause. (transfer full) */
GStrv desk_terms_to_accommodations (const DeskTerms *self);

/* Those of `accommodations` (NULL-terminated) that `scenario` does not grant itself, in their order: in an
 * exam an invigilator granted them. Unknown ones are included. (transfer full) */
GStrv desk_terms_beyond (const char *const *accommodations, const DeskScenario *scenario);

/* What limits are multiplied by; INFINITY for "untimed". */
double desk_terms_time_factor (const DeskTerms *self);

/* The terms of a header. A time that is not in desk_terms_times is taken as "1". */
DeskTerms desk_terms_of_header (const DeskJournalHeader *header);

/* Whether hints are shown: in an exam if they were granted, otherwise if the trainee wants them
 * (`wanted`). */
gboolean desk_terms_give_hints (const DeskTerms *self, gboolean wanted);

G_END_DECLS
