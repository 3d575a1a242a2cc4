/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Whether the machine keeps time: a thread that asks to be woken every few milliseconds, as the threads of
 * a sound server do, and counts how much later it was. */

G_BEGIN_DECLS

typedef struct _Punctuality Punctuality;

Punctuality *punctuality_new (void);

/* Ends it. How much too late it was woken at most, in µs. */
gint64 punctuality_free (Punctuality *self);

G_END_DECLS
