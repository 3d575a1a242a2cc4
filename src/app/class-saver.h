/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* Saves a class as it is shown, as a page (HTML), CSV or JSON: completely or not at all, on a worker
 * thread. */

G_BEGIN_DECLS

/* Called once. `words` tell the outcome; NULL: the user cancelled. `path` is the saved file, or NULL. */
typedef void (*DeskClassReportDone) (const char *words,
                                     const char *path,
                                     gboolean failed,
                                     gpointer data);

/* Asks for the file, whose name decides the format. */
void desk_class_save (DeskClassSnapshot *snapshot,
                      GtkWindow *parent,
                      DeskClassReportDone done,
                      gpointer data);

G_END_DECLS
