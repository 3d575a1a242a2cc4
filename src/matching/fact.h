/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* One thing that a message must say, as the scenario writes it (RUBRIC, "Facts"). */

G_BEGIN_DECLS

typedef enum {
  DESK_FACT_NUMBER,
  DESK_FACT_TIME,
  DESK_FACT_PHRASE,
  DESK_FACT_NOT,
} DeskFactKind;

/* Strings are borrowed; lists end with NULL and may be NULL. */
typedef struct {
  DeskFactKind kind;
  const char *const *wordings; /* number and time: one; phrase and not: any of them counts */
  const char *const *accept;
  const char *const *wrong;
  double weight; /* above 0 */
  gboolean critical;
} DeskFactSpec;

/* Whether a caller who speaks `texts` (NULL-terminated) in `language` says the fact at all. */
gboolean
desk_fact_is_said (const DeskFactSpec *fact, const char *const *texts, const char *language);

/* Whether the time of day `written` ("14:30", "2:30 pm") can be read; for the scenario reader. */
gboolean desk_fact_time_is_readable (const char *written);

G_END_DECLS
