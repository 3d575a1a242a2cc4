/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What a bundle says it holds: which names are refused, and where in the scenario each belongs. Part
 * of bundle.c; knows names alone. */

G_BEGIN_DECLS

typedef struct _DeskBundleContents DeskBundleContents;

DeskBundleContents *desk_bundle_contents_new (void);
void desk_bundle_contents_free (DeskBundleContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBundleContents, desk_bundle_contents_free)

/* `name` as any bytes; NULL: it cannot be read. Sets a DeskBundleError when it leads out of the bundle,
 * no system could keep it, or it stands for the same file as one before. */
gboolean desk_bundle_contents_add (DeskBundleContents *self,
                                   const char *name,
                                   gboolean is_folder,
                                   GError **error);

/* Once all are added: finds the scenario among them. Sets a DeskBundleError. */
gboolean desk_bundle_contents_settle (DeskBundleContents *self, GError **error);

/* What the scenario's folder is called in the bundle; NULL: its files lie at the root. */
const char *desk_bundle_contents_get_folder (const DeskBundleContents *self);

/* Where an entry that was added belongs in the scenario's folder; NULL: it is left out. (transfer
 * full) */
char *desk_bundle_contents_place (const DeskBundleContents *self, const char *name);

/* Whether leaving it out is worth telling: it is no file that some system strews about. */
gboolean desk_bundle_contents_is_missed (const char *name);

/* A name from outside, fit to be shown: valid, of bounded length, without control characters.
 * (transfer full) */
char *desk_bundle_contents_show (const char *name);

/* Sets a DeskBundleError; FALSE. */
gboolean desk_bundle_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
