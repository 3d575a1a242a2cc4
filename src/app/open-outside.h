/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Opens a file or folder with the program that the desktop has for it. */

G_BEGIN_DECLS

/* Returns at once. Where nothing opens it, a dialogue over `parent` says why, and where it lies, to be copied. */
void desk_open_outside (GtkWindow *parent, const char *path);

G_END_DECLS
