/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* How a text is to be typed in YAML. */

G_BEGIN_DECLS

/* `text` in the quotation marks that need the fewest signs before those inside it; typographic ones
 * around the whole of it, as word processors make them, are taken for what was meant. (transfer full) */
char *desk_yaml_quote (const char *text);

G_END_DECLS
