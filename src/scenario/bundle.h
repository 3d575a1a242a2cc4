/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* A scenario as one file, to be passed on: its folder, or what is in it, packed by zip or tar (also
 * with gzip).
 *
 * A bundle comes from outside and is not trusted. It is read to its end before anything of it is
 * written, then unpacked into a hidden folder beside its place, with the same checks. Refused are names
 * that lead elsewhere, links, devices, names that one system or another takes for the same, what is
 * encrypted or damaged, and more than a scenario's worth of files or bytes, as counted and not as
 * claimed. Hidden files, archives inside it, and what lies beside the scenario's folder are left out. */

G_BEGIN_DECLS

#define DESK_BUNDLE_ERROR (desk_bundle_error_quark ())
GQuark desk_bundle_error_quark (void);

typedef enum {
  DESK_BUNDLE_ERROR_REFUSED, /* the bundle has faults; the message says which */
} DeskBundleError;

/* How much of a bundle is believed to be one. */
typedef struct {
  guint64 max_bytes; /* unpacked */
  guint max_entries;
  guint64 free_bytes; /* unpacked, for which no ratio is asked */
  guint max_ratio;    /* beyond that: unpacked to packed */
} DeskBundleLimits;

extern const DeskBundleLimits desk_bundle_limits;

/* Unpacked, and not yet in its place; goes away with all it wrote unless it is kept. */
typedef struct {
  char *folder;     /* owned, as below: where it is now; NULL once it was kept */
  char *parent;     /* where it will be */
  char *name;       /* what its folder should be called */
  GPtrArray *notes; /* of utf8: what was left out, in the user's words */
} DeskBundle;

void desk_bundle_free (DeskBundle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBundle, desk_bundle_free)

/* Whether the name of the file says that it is one. */
gboolean desk_bundle_is_one (const char *path);

/* Unpacks the bundle at `path` into a folder of its own in `parent`. Sets a DeskBundleError, or a
 * GIOError where the file or the disk is at fault. May take seconds. `limits`: NULL for the usual
 * ones. (transfer full) */
DeskBundle *desk_bundle_unpack (const char *path,
                                const char *parent,
                                const DeskBundleLimits *limits,
                                GCancellable *cancellable,
                                GError **error);

/* Puts the scenario in its place under `name`, whole or not at all and never over another
 * (G_IO_ERROR_EXISTS). Returns where it is; sets a GIOError. (transfer full) */
char *desk_bundle_keep (DeskBundle *self, const char *name, GError **error);

G_END_DECLS
