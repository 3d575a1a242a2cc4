/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scenario/library-entry.h"

/* Finds the scenarios in a folder. */

G_BEGIN_DECLS

/* Beyond this many the scan stops: somebody has added a whole disk. */
#define DESK_LIBRARY_MAX_SCENARIOS 2000
#define DESK_LIBRARY_MAX_FOLDERS 20000

/* What was found in a folder; both are owned. */
typedef struct {
  GPtrArray *entries; /* of DeskLibraryEntry */
  GPtrArray *shelves; /* folders without a scenario that may get some, including the root */
  gboolean cut_short; /* there is more */
} DeskLibraryScan;

void desk_library_scan_free (DeskLibraryScan *scan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLibraryScan, desk_library_scan_free)

/* Called on the scanning thread for each entry that was read. */
typedef void (*DeskLibraryOnEntry) (DeskLibraryEntry *entry, gpointer data);

/* Scans `root`, which may be a scenario itself, and the folders in it, three levels deep; not within a
 * scenario, nor hidden folders. Each folder counts once, whichever links lead to it. Entries of `known`
 * (path → entry; may be NULL) whose files are unchanged are not read again. May block on the disk. Sets a
 * GIOError if `root` cannot be read. (transfer full) */
DeskLibraryScan *desk_library_scan (const char *root,
                                    DeskOrigin origin,
                                    GHashTable *known,
                                    DeskLibraryOnEntry on_entry,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
