/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "app/errand.h"
#include "records/store-setup.h"

/* Delivers finished sessions to the configured learning record store in the background: one run at a time,
 * retried while the store is unreachable. Does nothing if none is configured. */

G_BEGIN_DECLS

#define DESK_TYPE_STORE_SENDER (desk_store_sender_get_type ())
G_DECLARE_FINAL_TYPE (DeskStoreSender, desk_store_sender, DESK, STORE_SENDER, DeskErrand)

/* Follows the keys "store-…" of `settings`, unless the school has set a store. The application (may be NULL)
 * runs on until a run is done, also without a window. */
DeskStoreSender *desk_store_sender_new (GSettings *settings, GApplication *application);

/* Reads the configuration again and runs: the secret may have changed. */
void desk_store_sender_run_anew (DeskStoreSender *self);

/* The configured store; NULL: none, or a faulty configuration. Owned by `self`. */
const DeskStoreSetup *desk_store_sender_get_setup (DeskStoreSender *self);

G_END_DECLS
