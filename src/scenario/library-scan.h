/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scenario/library-entry.h"

/* Finds the scenarios in a folder. */

G_BEGIN_DECLS

/* More than these are not looked for: somebody named a whole disk. */
#define DESK_LIBRARY_MAX_SCENARIOS 2000
#define DESK_LIBRARY_MAX_FOLDERS 20000

/* What was found in a folder; both are owned. */
typedef struct {
  GPtrArray *entries; /* of DeskLibraryEntry */
  GPtrArray
      *shelves; /* paths of the folders that hold no scenario but may hold some; with the root */
  gboolean cut_short; /* there is more */
} DeskLibraryScan;

void desk_library_scan_free (DeskLibraryScan *scan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLibraryScan, desk_library_scan_free)

/* Called on the thread that scans, once an entry has been read. */
typedef void (*DeskLibraryOnEntry) (DeskLibraryEntry *entry, gpointer data);

/* Looks into `root`, which may be a scenario itself, and the folders in it, three deep; not into a
 * scenario, nor into what is hidden. Each folder counts once, by whatever link it is reached. Entries of
 * `known` (path → entry; may be NULL) whose files did not change are not read again. May wait for the
 * disk. Sets a GIOError when `root` cannot be read. (transfer full) */
DeskLibraryScan *desk_library_scan (const char *root,
                                    DeskOrigin origin,
                                    GHashTable *known,
                                    DeskLibraryOnEntry on_entry,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
