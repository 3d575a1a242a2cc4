/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* Finds the people of a scenario by the words of their name, department, title, extension and id,
 * regardless of case and accents, and by words that sound or are spelled similarly. */

G_BEGIN_DECLS

typedef struct _DeskDirectoryIndex DeskDirectoryIndex;

/* How well a person matches, best first. */
typedef enum {
  DESK_FOUND_EXACT,  /* each word typed is a whole word of the name, the extension or the id */
  DESK_FOUND_PREFIX, /* begins one */
  DESK_FOUND_WORD,   /* begins a word of department or title */
  DESK_FOUND_SOUND,  /* sounds like a word */
  DESK_FOUND_NEAR,   /* is a typing error away from one */
} DeskFoundHow;

typedef struct {
  const DeskPerson *person;
  DeskFoundHow how; /* how the worst of the words matches */
} DeskFound;

DeskDirectoryIndex *desk_directory_index_new (DeskScenario *scenario);
void desk_directory_index_free (DeskDirectoryIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDirectoryIndex, desk_directory_index_free)

/* The people who match every word of `text`, by quality of the match and then by name; everybody for a
 * blank text. (transfer container) (element-type DeskFound) */
GArray *desk_directory_index_search (const DeskDirectoryIndex *self, const char *text);

/* The people whose name (not department or extension) has words that begin with those of `text`; nobody for
 * a blank text. (transfer container) */
GPtrArray *desk_directory_index_find_named (const DeskDirectoryIndex *self, const char *text);

/* The person whom `text` names in full, by id, extension, name or label, ignoring case; NULL if nobody or
 * more than one. */
const DeskPerson *desk_directory_index_resolve (const DeskDirectoryIndex *self, const char *text);

/* A unique label: "Erik Öberg", "Anna Berg (203)" for people with a namesake, with more in the brackets if
 * need be. */
const char *
desk_directory_index_get_label (const DeskDirectoryIndex *self, const DeskPerson *person);

/* "Site manager, Projects"; with the id if two people would otherwise look the same. */
const char *
desk_directory_index_get_position (const DeskDirectoryIndex *self, const DeskPerson *person);

G_END_DECLS
