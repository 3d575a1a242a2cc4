/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Shows where the history and the recordings are, and opens their folder. */

G_BEGIN_DECLS

/* `path` is the history's own, should it not open. Finds the others on a worker thread first. */
void desk_history_places_show (const char *path, GtkWindow *parent);

G_END_DECLS
