/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What people read on standard output and standard error. */

G_BEGIN_DECLS

/* From now on g_print() and g_printerr() pass on nothing that a terminal would obey, wherever in the
 * program they are called and whatever of a file's or a stranger's text stands in it: each wild
 * letter (tame-text.h) is U+FFFD. The text comes in the locale's character set, as without it. */
void desk_terminal_guard (void);

/* Makes way, on standard error, for what is said in the place of the line that was said last. */
void desk_terminal_begin_line_again (void);

/* Takes the line on standard error away. */
void desk_terminal_clear_line (void);

G_END_DECLS
