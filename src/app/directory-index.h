/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* The people of a scenario made findable: by the beginnings of the words of name, department,
 * extension and id, whatever the case and the accents. */

G_BEGIN_DECLS

typedef struct _DeskDirectoryIndex DeskDirectoryIndex;

DeskDirectoryIndex *desk_directory_index_new (DeskScenario *scenario);
void desk_directory_index_free (DeskDirectoryIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDirectoryIndex, desk_directory_index_free)

/* The people (DeskPerson) that match `text`, all of them for a blank one, in the order of their
 * names. (transfer container) */
GPtrArray *desk_directory_index_find (const DeskDirectoryIndex *self, const char *text);

gboolean desk_directory_index_matches (const DeskDirectoryIndex *self,
                                       const DeskPerson *person,
                                       const char *text);

/* The people whose name, and not only their department or extension, matches `text`; nobody for a
 * blank one. (transfer container) */
GPtrArray *desk_directory_index_find_named (const DeskDirectoryIndex *self, const char *text);

/* Whom `text` names in full, by id, extension or name, the case aside; NULL when nobody, or when
 * two people share the name. */
const DeskPerson *desk_directory_index_resolve (const DeskDirectoryIndex *self, const char *text);

G_END_DECLS
