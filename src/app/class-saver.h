/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* Saves a class, as it is shown, as a page (HTML), CSV or JSON: the whole file or nothing, on a thread. */

G_BEGIN_DECLS

/* Comes once. `words` say what came of it; NULL: the user thought better of it. `path` is of the file that was saved, or
 * NULL. */
typedef void (*DeskClassReportDone) (const char *words,
                                     const char *path,
                                     gboolean failed,
                                     gpointer data);

/* Asks where to and how: the kind is that of the file's name. */
void desk_class_save (DeskClassSnapshot *snapshot,
                      GtkWindow *parent,
                      DeskClassReportDone done,
                      gpointer data);

G_END_DECLS
