/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/exam-hearing.h"

/* The settings of an exam, shown before its start to be confirmed. */

G_BEGIN_DECLS

/* What it answers, beside GTK's own, where the exam cannot be begun. */
enum {
  DESK_EXAM_CHECK_SOUND = 1,
  DESK_EXAM_SHOW_GRANTS, /* where captions can be granted */
};

/* A dialogue that answers GTK_RESPONSE_ACCEPT to begin. What is hopeless cannot be begun: it says why, and
 * what leads on; `trouble` (NULL: nothing) is what more is known of that. Not shown yet. (transfer floating) */
GtkWidget *desk_exam_dialog_new (GtkWindow *parent,
                                 const DeskScenario *scenario,
                                 const DeskTerms *terms,
                                 DeskExamHearing hearing,
                                 const char *trouble);

G_END_DECLS
