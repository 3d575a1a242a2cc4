/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Reading GTK's headers takes longer than compiling most of our files: they are compiled ahead, once
 * for each library. Every file includes what it needs all the same; -Db_pch=false builds without. */

#include <gtk/gtk.h>
