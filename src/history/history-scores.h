/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history.h"

/* How each scenario was last worked, in one query. */

G_BEGIN_DECLS

typedef struct {
  double last; /* points of the latest session, 0 to 100 */
  double best; /* the best among sessions in that mode and with those accommodations */
  guint n;     /* number of those sessions */
} DeskHistoryScore;

/* The scores by the scenario's id, of `trainee` (NULL: of all); simulated sessions are left out. Sets a
 * DeskHistoryError. (transfer full) (element-type utf8 DeskHistoryScore) */
GHashTable *desk_history_scores (DeskHistory *self, const char *trainee, GError **error);

G_END_DECLS
