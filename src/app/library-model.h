/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-scores.h"
#include "scenario/library-entry.h"

/* The scenarios of the library: found on worker threads, one for each folder, so that a slow disk only
 * delays itself, and found again when their files change. */

G_BEGIN_DECLS

#define DESK_TYPE_LIBRARY_MODEL (desk_library_model_get_type ())
G_DECLARE_FINAL_TYPE (DeskLibraryModel, desk_library_model, DESK, LIBRARY_MODEL, GObject)

/**
 * Signals of DeskLibraryModel:
 *  - "entry" (DeskLibraryEntry *): new, or in place of what was known of its folder
 *  - "gone" (const char *folder): it is in the library no more
 *  - "state" (): whether it is reading, or what there is to tell, has changed
 *  - "scores" (): they have been read
 */

DeskLibraryModel *desk_library_model_new (void);

/* Scans the program's folder, the user's (`own`; NULL: the usual ones) and `added` (paths; may be NULL). */
void desk_library_model_set_folders (DeskLibraryModel *self,
                                     const char *bundled,
                                     const char *own,
                                     GPtrArray *added);

/* Looks again, reading only what has changed. */
void desk_library_model_refresh (DeskLibraryModel *self);

/* Whose scores are shown: "results of Kim", "everybody's results"; NULL: none. (transfer full) */
char *desk_library_model_describe_scores (DeskLibraryModel *self);

/* Reads the scores of `trainee` (NULL: of all) from the history at `path`. */
void desk_library_model_read_scores (DeskLibraryModel *self, const char *path, const char *trainee);

gboolean desk_library_model_is_reading (DeskLibraryModel *self);

/* Whether every folder has been read at least once. */
gboolean desk_library_model_was_read (DeskLibraryModel *self);

/* What is wrong with the folders, a sentence each; NULL: nothing. (transfer full) */
char *desk_library_model_get_notice (DeskLibraryModel *self);

/* NULL when there is none. Borrowed. */
const DeskHistoryScore *
desk_library_model_get_score (DeskLibraryModel *self, const DeskLibraryEntry *entry);

/* In no order. (transfer container) (element-type DeskLibraryEntry) */
GPtrArray *desk_library_model_list (DeskLibraryModel *self);

G_END_DECLS
