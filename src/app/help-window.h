/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The documents of help-documents.h beside a list of them, in which the one that is read has its chapters below
 * it. Begins with the manual. Belongs to `parent`, and does not keep anybody from working in it. Not shown yet. */
GtkWidget *desk_help_window_new (GtkWindow *parent);

G_END_DECLS
