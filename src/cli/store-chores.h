/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-folder.h"
#include "records/store-setup.h"

/* What an administrator or an instructor does with the learning record store of a class. */

G_BEGIN_DECLS

/* The store that is set, by the school or by the user; NULL: none is, or, with `status` another one than 0,
 * it is set wrongly, which was said. (transfer full) */
DeskStoreSetup *desk_store_chore_find (int *status);

/* Each returns the exit status. */
int desk_store_chore_send (const DeskStoreSetup *setup);
int desk_store_chore_test (const DeskStoreSetup *setup);

/* The class as the store has it; NULL: `status` says what became of it. (transfer full) */
DeskClassFolder *desk_store_chore_read (const DeskStoreSetup *setup, gint64 since_us, int *status);

G_END_DECLS
