/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Lengths of time as ISO 8601 writes them. */

G_BEGIN_DECLS

/* "PT1H2M3.45S", "PT0S": rounded to hundredths of a second, halves up, which is as fine as xAPI 1.0.3
 * compares (Data, 4.6). Hours may be any number; a negative length counts as none. The same in every
 * locale. (transfer full) */
char *desk_iso_duration (gint64 length_ms);

G_END_DECLS
