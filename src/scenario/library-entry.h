/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* A scenario of the library: what can be told of it without opening it. Immutable, and shared by
 * reference between threads. */

G_BEGIN_DECLS

/* Where it was found; of the same folder found twice, the first counts. */
typedef enum {
  DESK_ORIGIN_BUNDLED, /* came with the program */
  DESK_ORIGIN_OWN,     /* the user's folder */
  DESK_ORIGIN_ADDED,   /* a folder that the user named */
} DeskOrigin;

/* Strings are owned and never NULL. What its file does not tell because of faults is "" or 0. */
typedef struct {
  DeskOrigin origin;
  char *folder;
  char *id;       /* the folder's name, by which the history knows it */
  char *identity; /* which folder it is, by whatever path */
  char *stamp;    /* changes with its files */
  char *title;    /* the folder's name where it has faults */
  char *organisation;
  char *language; /* BCP 47 */
  DeskLevel level;
  guint n_lines;
  guint n_calls;
  gint64 duration_ms;
  guint n_errors;
  guint n_warnings;
  char *words;        /* what is searched, folded, as is the next */
  char *folded_title; /* of these, the title */
  char *key;          /* of the title, to sort by */
} DeskLibraryEntry;

/* What is there now of the scenario in `folder`; NULL: no scenario. Reads one file's state, and
 * nothing in it. (transfer full) */
char *desk_library_entry_stamp (const char *folder);

/* Reads the scenario in `folder`, which may take as long as its clips are many. (transfer full) */
DeskLibraryEntry *desk_library_entry_read (const char *folder, DeskOrigin origin);

DeskLibraryEntry *desk_library_entry_ref (DeskLibraryEntry *entry);
void desk_library_entry_unref (DeskLibraryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLibraryEntry, desk_library_entry_unref)

/* Below, at or above 0, as strcmp(): those in `language` first, then by level, then by title; those
 * that have faults last. */
int desk_library_entry_compare (const DeskLibraryEntry *one,
                                const DeskLibraryEntry *other,
                                const char *language);

/* What is searched for. */
typedef struct {
  const char
      *words; /* each must be there, in title, organisation, briefing, folder or `also`; "": all */
  const char
      *also; /* what else the entry is known by: level and language in the user's words; or NULL */
  const char *language; /* the first part of the tag; NULL: any */
  int level;            /* a DeskLevel; -1: any */
} DeskLibraryFilter;

gboolean
desk_library_entry_matches (const DeskLibraryEntry *entry, const DeskLibraryFilter *filter);

/* Whether every word that is searched for stands in the title: such an entry is what was meant. `words`
 * "" is nobody's. */
gboolean desk_library_entry_is_called (const DeskLibraryEntry *entry, const char *words);

/* Whether two tags are of one language: "en-GB" and "en". */
gboolean desk_library_same_language (const char *one, const char *other);

G_END_DECLS
