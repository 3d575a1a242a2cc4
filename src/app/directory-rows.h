/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/directory-index.h"
#include "engine/session.h"

/* The rows of the directory's list: a person each, and how they were found; and the cells that show them. */

G_BEGIN_DECLS

/* A plain value; everything in it is borrowed. The cells ask for their text when they are drawn: a thousand people
 * cost no more than the dozen in sight, and presence is shown afresh by drawing them again. */
typedef struct {
  GtkTreeView *list;
  DeskSession *session;
  const DeskDirectoryIndex *index;
} DeskDirectoryRows;

/* Adds the cells to the list's column: the shape of the presence, name and position, extension, and presence in
 * words. `self` outlives them; the rest of it may be filled in later, before the list has a model. */
void desk_directory_rows_add_cells (DeskDirectoryRows *self, GtkTreeViewColumn *column);

/* A row for each of `found` (DeskFound), in that order. (transfer full) */
GtkTreeModel *desk_directory_rows_model_new (const GArray *found);

const DeskPerson *desk_directory_rows_person_at (GtkTreeModel *model, GtkTreeIter *iter);

/* "Anna Berg, 203 · Sales". (transfer full) */
char *desk_directory_rows_describe (const DeskDirectoryRows *self, const DeskPerson *person);

/* What the trainee has to do with `person` right now, else where they are at the session's time, in full: "Away
 * for 3 min, back in 4 min". (transfer full) */
char *desk_directory_rows_presence (const DeskDirectoryRows *self, const DeskPerson *person);

/* The presence of all who are in sight, a line each: what has to be drawn anew when it changes.
 * (transfer full) */
char *desk_directory_rows_presence_in_sight (const DeskDirectoryRows *self);

G_END_DECLS
