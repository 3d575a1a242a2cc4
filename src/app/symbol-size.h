/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes symbols beside text as large as the text if it is larger than usual; GTK leaves them at 16 pixels.
 * Call it once, before the first window. */
void desk_symbols_follow_text (void);

G_END_DECLS
