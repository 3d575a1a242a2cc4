/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/directory-index.h"

/* Suggests people for the recipient of a slip, found as the directory finds them. */

G_BEGIN_DECLS

/* `index` must outlive it. (transfer full) */
GtkEntryCompletion *desk_recipient_completion_new (const DeskDirectoryIndex *index);

/* The person in a row of its model; for "match-selected". */
const DeskPerson *desk_recipient_completion_get_person (GtkTreeModel *model, GtkTreeIter *iter);

G_END_DECLS
