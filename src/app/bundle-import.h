/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scenario/bundle.h"

/* Imports a bundle into a folder of scenarios, on worker threads: it is unpacked first and, once the user
 * has answered, kept. */

G_BEGIN_DECLS

void desk_bundle_import_unpack (const char *path,
                                const char *parent,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);

/* (transfer full) */
DeskBundle *desk_bundle_import_unpack_finish (GAsyncResult *result, GError **error);

/* Keeps `bundle` (transfer full). `replace`: a scenario of the same name goes to the wastebasket; otherwise
 * an unused name is found. */
void desk_bundle_import_keep (DeskBundle *bundle,
                              gboolean replace,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* Where the scenario is. (transfer full) */
char *desk_bundle_import_keep_finish (GAsyncResult *result, GError **error);

G_END_DECLS
