/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* The language of the window, and of the dates, numbers and GTK's own words in it. All on the main
 * thread. */

G_BEGIN_DECLS

/* Before anything is translated and before GTK is initialised. */
void desk_language_prepare (void);

/* Uses the language of the key `language` of `settings`; "": the system's. What is on the screen has to be
 * rebuilt. */
void desk_language_follow (GSettings *settings);

/* What this system lacks for the chosen language, in words; NULL: nothing. (transfer full) */
char *desk_language_get_trouble (void);

G_END_DECLS
