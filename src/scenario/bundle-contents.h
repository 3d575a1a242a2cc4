/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What a bundle claims to hold: which names are refused, and where in the scenario each belongs. Part of
 * bundle.c; it only sees names. */

G_BEGIN_DECLS

typedef struct _DeskBundleContents DeskBundleContents;

DeskBundleContents *desk_bundle_contents_new (void);
void desk_bundle_contents_free (DeskBundleContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBundleContents, desk_bundle_contents_free)

/* Adds an entry. `name` may hold any bytes; NULL: it cannot be read. Sets a DeskBundleError if the name
 * leads out of the bundle, if some system could not store it, or if it stands for the same file as an
 * earlier one. */
gboolean desk_bundle_contents_add (DeskBundleContents *self,
                                   const char *name,
                                   gboolean is_folder,
                                   GError **error);

/* Call it once all are added: finds the scenario among them. Sets a DeskBundleError. */
gboolean desk_bundle_contents_settle (DeskBundleContents *self, GError **error);

/* The name of the scenario's folder in the bundle; NULL: its files are at the root. */
const char *desk_bundle_contents_get_folder (const DeskBundleContents *self);

/* Where an added entry belongs within the scenario's folder; NULL: it is left out. (transfer full) */
char *desk_bundle_contents_place (const DeskBundleContents *self, const char *name);

/* Whether leaving it out is worth mentioning: it is not a file that operating systems leave behind. */
gboolean desk_bundle_contents_is_missed (const char *name);

/* A name from outside in a form that can be shown: valid UTF-8, of bounded length, without control
 * characters. (transfer full) */
char *desk_bundle_contents_show (const char *name);

/* Sets DESK_BUNDLE_ERROR_REFUSED. Returns FALSE. */
gboolean desk_bundle_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
