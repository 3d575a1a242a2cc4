/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* The address of a learning record store, and what may be requested below it: nothing outside. */

G_BEGIN_DECLS

/* The normalised address, ending in "/". It must be https, or http on this machine itself. NULL sets a
 * G_IO_ERROR_INVALID_ARGUMENT that says what is wrong and never repeats a password. (transfer full) */
char *desk_store_address_read (const char *text, GError **error);

/* Resolves `reference` ("statements?limit=1", or the path in a store's `more`) against `address`. NULL sets
 * G_IO_ERROR_PERMISSION_DENIED: it leads elsewhere. (transfer full) */
GUri *desk_store_address_resolve (const char *address, const char *reference, GError **error);

/* The host, and the port where it is not the usual one, as shown: "lrs.example.org:8443". (transfer full) */
char *desk_store_address_host (const char *address);

G_END_DECLS
