/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* The people of a scenario made findable: by the words of name, department, title, extension and
 * id, whatever the case and the accents, and by words that sound or are spelled nearly so. */

G_BEGIN_DECLS

typedef struct _DeskDirectoryIndex DeskDirectoryIndex;

/* How well a person matches, best first. */
typedef enum {
  DESK_FOUND_EXACT,  /* each word typed is a whole word of the name, the extension or the id */
  DESK_FOUND_PREFIX, /* begins one */
  DESK_FOUND_WORD,   /* begins a word of department or title */
  DESK_FOUND_SOUND,  /* sounds like a word */
  DESK_FOUND_NEAR,   /* is a slip of the finger away from one */
} DeskFoundHow;

typedef struct {
  const DeskPerson *person;
  DeskFoundHow how; /* of the word that matches least */
} DeskFound;

DeskDirectoryIndex *desk_directory_index_new (DeskScenario *scenario);
void desk_directory_index_free (DeskDirectoryIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDirectoryIndex, desk_directory_index_free)

/* Who matches every word of `text`, the best match first and then by name; everybody for a blank
 * one. (transfer container) (element-type DeskFound) */
GArray *desk_directory_index_search (const DeskDirectoryIndex *self, const char *text);

/* The people whose name, and not only their department or extension, has words that begin with
 * those of `text`; nobody for a blank one. (transfer container) */
GPtrArray *desk_directory_index_find_named (const DeskDirectoryIndex *self, const char *text);

/* Whom `text` names in full, by id, extension, name or label, the case aside; NULL when nobody, or
 * when two people share it. */
const DeskPerson *desk_directory_index_resolve (const DeskDirectoryIndex *self, const char *text);

/* "Erik Öberg"; of those with a namesake "Anna Berg (203)", and with more in the brackets where
 * that is not enough: no two people have the same. */
const char *
desk_directory_index_get_label (const DeskDirectoryIndex *self, const DeskPerson *person);

/* "Site manager, Projects"; with the id where two people would otherwise look the same. */
const char *
desk_directory_index_get_position (const DeskDirectoryIndex *self, const DeskPerson *person);

G_END_DECLS
