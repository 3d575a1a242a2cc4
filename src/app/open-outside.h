/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Opens a file or folder with the desktop's program for it. */

G_BEGIN_DECLS

/* Returns at once. If nothing opens it, a dialog over `parent` gives the reason and the path, which can be
 * copied. */
void desk_open_outside (GtkWindow *parent, const char *path);

G_END_DECLS
