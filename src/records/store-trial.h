/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/store-setup.h"

/* Tries whether a store can be used as it is set up: asks what it is, and for a statement, with user and
 * secret. Writes nothing there. */

G_BEGIN_DECLS

void desk_store_try (const DeskStoreSetup *setup,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data);

/* FALSE sets a GError that says in one line what is wrong. */
gboolean desk_store_try_finish (GAsyncResult *result, GError **error);

G_END_DECLS
