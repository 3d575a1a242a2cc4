/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/library-page.h"

/* Scenarios on the disk, and the library's page as a user's hands and eyes have it. */

G_BEGIN_DECLS

/* Lets the main loop run until `condition` holds, and fails the test when it never does. */
#define desk_test_wait(condition)                                                                  \
  do {                                                                                             \
    guint patience = desk_test_patience_begin (#condition);                                        \
                                                                                                   \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (patience);                                                                    \
  } while (0)

guint desk_test_patience_begin (const char *what);

/* Writes a scenario without faults into the folder, which is made. */
void desk_test_library_write (const char *folder,
                              const char *title,
                              const char *language,
                              const char *level);

/* Puts `content` in its place, as an editor does that saves. */
void desk_test_library_save (const char *folder, const char *content);

/* A zip of one file, `name`, with `content`. */
void desk_test_library_zip (const char *path, const char *name, const char *content);

/* The whole text of a scenario called `title`. (transfer full) */
char *desk_test_library_text (const char *title, const char *language, const char *level);

/* A part of the page by its name in the template. */
gpointer desk_test_library_child (GtkWidget *page, const char *name);

/* The titles that can be seen, in their order, with " | " between. (transfer full) */
char *desk_test_library_titles (GtkWidget *page);

/* Whether they are these. */
gboolean desk_test_library_shows (GtkWidget *page, const char *titles);

/* The row called `title`; NULL: there is none to be seen. */
GtkListBoxRow *desk_test_library_row (GtkWidget *page, const char *title);

/* Which of the page's states is shown: "list", "reading", "empty" or "nothing". */
const char *desk_test_library_state (GtkWidget *page);

G_END_DECLS
