/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/terms.h"

/* The settings of an exam, shown before its start to be confirmed. */

G_BEGIN_DECLS

/* A dialogue that answers GTK_RESPONSE_ACCEPT to begin. Where nothing can be heard (`silent`) and
 * captions are not granted it cannot be begun, and says so. Not shown yet. (transfer floating) */
GtkWidget *desk_exam_dialog_new (GtkWindow *parent,
                                 const DeskScenario *scenario,
                                 const DeskTerms *terms,
                                 gboolean silent);

G_END_DECLS
