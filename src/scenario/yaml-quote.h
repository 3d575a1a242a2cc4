/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Quotes a text for YAML. */

G_BEGIN_DECLS

/* `text` in whichever quotation marks need fewer escapes inside. Typographic ones around all of it, as word
 * processors insert them, are taken for the ones meant. (transfer full) */
char *desk_yaml_quote (const char *text);

G_END_DECLS
