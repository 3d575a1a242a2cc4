/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "app/errand.h"
#include "records/store-setup.h"

/* Delivers finished sessions to the learning record store that is set, in the background: one run at a
 * time, and again by itself while the store is away. Where none is set it does nothing at all. */

G_BEGIN_DECLS

#define DESK_TYPE_STORE_SENDER (desk_store_sender_get_type ())
G_DECLARE_FINAL_TYPE (DeskStoreSender, desk_store_sender, DESK, STORE_SENDER, DeskErrand)

/* Follows the keys "store-…" of `settings`, unless the school has set a store. The application (may be NULL)
 * runs on until a run is done, also without a window. */
DeskStoreSender *desk_store_sender_new (GSettings *settings, GApplication *application);

/* Runs with the set-up looked at again: the secret may be another one. */
void desk_store_sender_run_anew (DeskStoreSender *self);

/* The store that is set; NULL: none is, or not as it should be. Owned by `self`. */
const DeskStoreSetup *desk_store_sender_get_setup (DeskStoreSender *self);

G_END_DECLS
