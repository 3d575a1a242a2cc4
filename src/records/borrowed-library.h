/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Libraries that are loaded only when needed. Without a learning record store none of what one needs is
 * loaded: that would cost each start of the program 5 ms, a tenth of it. */

G_BEGIN_DECLS

typedef struct {
  const char *name;
  gpointer *function; /* where to put it */
} DeskBorrowed;

/* Loads the library `name` ("libsoup-3.0.so.0"), which then stays loaded, and looks up its functions. FALSE
 * sets a G_IO_ERROR_NOT_FOUND that says what is missing. */
gboolean desk_borrow_library (const char *name,
                              const DeskBorrowed *functions,
                              guint n_functions,
                              GError **error);

G_END_DECLS
