/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Reading GTK's headers is half of what clang does for a file of the window. With -Db_pch=true they are
 * compiled ahead; gcc would gain nothing. Every file includes what it needs all the same, which a build
 * without finds out. */

#include <gtk/gtk.h>
