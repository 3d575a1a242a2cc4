/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scenario/bundle.h"

/* Brings a bundle into a folder of scenarios, on threads of its own: first unpacked, then, as the user
 * answered, kept. */

G_BEGIN_DECLS

void desk_bundle_import_unpack (const char *path,
                                const char *parent,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);

/* (transfer full) */
DeskBundle *desk_bundle_import_unpack_finish (GAsyncResult *result, GError **error);

/* Takes `bundle`. `replace`: what has its name goes to the wastebasket first; else a free name is
 * found. */
void desk_bundle_import_keep (DeskBundle *bundle,
                              gboolean replace,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* Where the scenario is. (transfer full) */
char *desk_bundle_import_keep_finish (GAsyncResult *result, GError **error);

G_END_DECLS
