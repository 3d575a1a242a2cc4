/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "coaching/coach-advice.h"

/* The control on the console that an advice is about. */

G_BEGIN_DECLS

/* The parts of the console; borrowed, and alive as long as it. */
typedef struct {
  GPtrArray *keys; /* of DeskLineKey, by line - 1 */
  GtkWidget *card;
  GtkWidget *phrases;
  GtkWidget *directory;
  GtkWidget *pad;
  GtkWidget *bar;
} DeskCoachDesk;

/* NULL if there is nothing to point at. */
GtkWidget *desk_coach_target_find (const DeskCoachDesk *desk, const DeskAdvice *advice);

G_END_DECLS
