/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/errand.h"

/* What a page of the preferences says in sentences. */

G_BEGIN_DECLS

/* Wraps. `words` may be NULL. (transfer floating) */
GtkWidget *desk_note_label_new (const char *words);

/* Says how an errand stands, and reads out what changes while it is seen. (transfer floating) */
GtkWidget *desk_note_label_new_of (DeskErrand *errand);

G_END_DECLS
