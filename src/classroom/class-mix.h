/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-session.h"

/* What makes sessions unlike the others beside them: exams, more time, calls that were not done. A mean
 * over such sessions must say so. */

G_BEGIN_DECLS

/* Begins as all zeros. A session may count under several. */
typedef struct {
  guint n_exams;
  guint n_guided;
  guint n_simulated;
  guint n_adjusted; /* with accommodations */
  guint n_early;    /* finished before all calls were done */
} DeskClassMix;

void desk_class_mix_add (DeskClassMix *self, const DeskClassSession *session);

void desk_class_mix_join (DeskClassMix *self, const DeskClassMix *other);

/* "2 exams, 1 adjusted"; NULL where nothing sets any session apart. (transfer full) */
char *desk_class_mix_describe (const DeskClassMix *self);

/* The same as a sentence to stand below means; NULL likewise. (transfer full) */
char *desk_class_mix_note (const DeskClassMix *self);

/* The same of one session: "exam, time ×1.5, finished early"; "" where nothing does. Tamed. (transfer full) */
char *desk_class_mix_of_session (const DeskClassSession *session);

G_END_DECLS
