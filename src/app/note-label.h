/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/errand.h"

/* A paragraph of text on a preferences page. */

G_BEGIN_DECLS

/* Wraps. `words` may be NULL. (transfer floating) */
GtkWidget *desk_note_label_new (const char *words);

/* Shows the status of an errand, and reads out changes while it is visible. (transfer floating) */
GtkWidget *desk_note_label_new_of (DeskErrand *errand);

G_END_DECLS
