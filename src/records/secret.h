/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/store-setup.h"

/* The secret with which a learning record store is opened: in a file that an administrator has made, or
 * in the user's keyring. It is in nothing else, and no error repeats it. Both may take long, a keyring
 * as long as somebody thinks about a password: call them where nobody waits. */

G_BEGIN_DECLS

/* NULL sets a G_IO_ERROR that says what to do. Free with desk_secret_free(). */
char *desk_secret_find (const DeskStoreSetup *setup, GCancellable *cancellable, GError **error);

/* Puts `secret` into the user's keyring, where it stays until another takes its place: whoever sets the same
 * store up again need not know it. Sets a GError of the keyring's. */
gboolean desk_secret_keep (const char *address,
                           const char *user,
                           const char *secret,
                           GCancellable *cancellable,
                           GError **error);

/* Overwrites it first. NULL is none. */
void desk_secret_free (char *secret);

G_END_DECLS
