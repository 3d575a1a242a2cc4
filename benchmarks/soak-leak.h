/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A leak on purpose, for the tests to see that a soak finds one. */

G_BEGIN_DECLS

/* Loses a little of what `kind` names, once: a call's worth of it. NULL: nothing. */
void soak_leak (const char *kind);

G_END_DECLS
