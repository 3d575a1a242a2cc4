/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/exam-hearing.h"

/* The settings of an exam, shown before its start to be confirmed. */

G_BEGIN_DECLS

/* A dialogue that answers GTK_RESPONSE_ACCEPT to begin. What is hopeless cannot be begun, and it says
 * why; `trouble` (NULL: nothing) is what more is known of that. Not shown yet. (transfer floating) */
GtkWidget *desk_exam_dialog_new (GtkWindow *parent,
                                 const DeskScenario *scenario,
                                 const DeskTerms *terms,
                                 DeskExamHearing hearing,
                                 const char *trouble);

G_END_DECLS
