/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* A scenario of the library: what can be shown of it without opening it. Immutable, reference-counted, and
 * shared between threads. */

G_BEGIN_DECLS

/* Where it was found. If a folder is found in several places, the first of these counts. */
typedef enum {
  DESK_ORIGIN_BUNDLED, /* came with the program */
  DESK_ORIGIN_OWN,     /* the user's folder */
  DESK_ORIGIN_ADDED,   /* a folder that the user named */
} DeskOrigin;

/* Strings are owned and never NULL. What a faulty file does not tell is "" or 0. */
typedef struct {
  DeskOrigin origin;
  char *folder;
  char *id;       /* the folder's name, by which the history knows it */
  char *identity; /* identifies the folder, whatever path leads to it */
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
  char *words;        /* folded, for searching, as is the next */
  char *folded_title; /* of these, the title */
  char *key;          /* of the title, to sort by */
} DeskLibraryEntry;

/* A stamp that changes when the scenario in `folder` does; NULL: there is no scenario. Looks at one file's
 * metadata only. (transfer full) */
char *desk_library_entry_stamp (const char *folder);

/* Reads the scenario in `folder`, which takes longer the more clips it has. (transfer full) */
DeskLibraryEntry *desk_library_entry_read (const char *folder, DeskOrigin origin);

DeskLibraryEntry *desk_library_entry_ref (DeskLibraryEntry *entry);
void desk_library_entry_unref (DeskLibraryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLibraryEntry, desk_library_entry_unref)

/* Compares as strcmp() does: those in `language` come first, then by level, then by title; those with
 * faults last. */
int desk_library_entry_compare (const DeskLibraryEntry *one,
                                const DeskLibraryEntry *other,
                                const char *language);

/* A search. */
typedef struct {
  const char *words;    /* each occurs in title, organisation, briefing, folder or `also` */
  const char *also;     /* more of its words: level and language, translated; or NULL */
  const char *language; /* the first part of the tag; NULL: any */
  int level;            /* a DeskLevel; -1: any */
} DeskLibraryFilter;

gboolean
desk_library_entry_matches (const DeskLibraryEntry *entry, const DeskLibraryFilter *filter);

/* Whether every word searched for is in the title: then that entry is probably what was meant. FALSE if
 * `words` is "". */
gboolean desk_library_entry_is_called (const DeskLibraryEntry *entry, const char *words);

/* Whether two tags are of the same language: "en-GB" and "en". */
gboolean desk_library_same_language (const char *one, const char *other);

G_END_DECLS
