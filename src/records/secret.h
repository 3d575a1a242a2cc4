/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/store-setup.h"

/* The secret of a learning record store: in a file that an administrator made, or in the user's keyring. It
 * is kept nowhere else, and no error repeats it. Finding and keeping may take long (a keyring waits for its
 * password): call them where nobody waits. */

G_BEGIN_DECLS

/* NULL sets a G_IO_ERROR that says what to do. Free with desk_secret_free(). */
char *desk_secret_find (const DeskStoreSetup *setup, GCancellable *cancellable, GError **error);

/* Puts `secret` into the user's keyring, where it stays until replaced: whoever sets up the same store
 * again need not know it. Sets an error of the keyring's. */
gboolean desk_secret_keep (const char *address,
                           const char *user,
                           const char *secret,
                           GCancellable *cancellable,
                           GError **error);

/* Overwrites and frees it. NULL is allowed. */
void desk_secret_free (char *secret);

G_END_DECLS
