/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history.h"

/* How the scenarios of this machine were last worked, in one question. */

G_BEGIN_DECLS

typedef struct {
  double last; /* points of the latest session */
  double best; /* the best of those in the same mode and with the same accommodations */
  guint n;     /* of those */
} DeskHistoryScore;

/* By scenario, of `trainee` (NULL: of all); simulated sessions are left out. Sets a DeskHistoryError.
 * (transfer full) (element-type utf8 DeskHistoryScore) */
GHashTable *desk_history_scores (DeskHistory *self, const char *trainee, GError **error);

G_END_DECLS
