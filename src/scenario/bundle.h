/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* A scenario as one file, for passing on: its folder, or the contents of it, as zip or tar (also gzipped).
 *
 * A bundle is untrusted. It is read to its end before anything is written, and then unpacked, with the same
 * checks, into a hidden folder beside its destination. Refused are: names that lead elsewhere; links and
 * devices; names that some system takes for the same file; anything encrypted or damaged; and more files or
 * bytes than a scenario has, as counted rather than claimed. Hidden files, archives inside it, and whatever
 * is beside the scenario's folder are left out. */

G_BEGIN_DECLS

#define DESK_BUNDLE_ERROR (desk_bundle_error_quark ())
GQuark desk_bundle_error_quark (void);

typedef enum {
  DESK_BUNDLE_ERROR_REFUSED, /* the bundle has faults; the message says which */
} DeskBundleError;

/* How far a bundle may go before it is refused as malicious. */
typedef struct {
  guint64 max_bytes; /* unpacked */
  guint max_entries;
  guint64 free_bytes; /* unpacked size below which no ratio is checked */
  guint max_ratio;    /* above it: the largest ratio of unpacked to packed size */
} DeskBundleLimits;

extern const DeskBundleLimits desk_bundle_limits;

/* A bundle that is unpacked but not yet in its place. Freeing it deletes everything it wrote, unless it was
 * kept. */
typedef struct {
  char *folder;     /* owned, as below: where it is now; NULL once kept */
  char *parent;     /* where it will be */
  char *name;       /* what its folder should be called */
  GPtrArray *notes; /* of char *: what was left out, in the user's language */
} DeskBundle;

void desk_bundle_free (DeskBundle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBundle, desk_bundle_free)

/* Whether the file's name has a bundle's ending. */
gboolean desk_bundle_is_one (const char *path);

/* Unpacks the bundle at `path` into a folder of its own in `parent`. Sets a DeskBundleError, or a
 * GIOError where the file or the disk is at fault. May take seconds. `limits`: NULL for the usual
 * ones. (transfer full) */
DeskBundle *desk_bundle_unpack (const char *path,
                                const char *parent,
                                const DeskBundleLimits *limits,
                                GCancellable *cancellable,
                                GError **error);

/* Moves the scenario to its place under `name`: completely or not at all, and never over anything
 * (G_IO_ERROR_EXISTS). Returns where it is; sets a GIOError. (transfer full) */
char *desk_bundle_keep (DeskBundle *self, const char *name, GError **error);

G_END_DECLS
