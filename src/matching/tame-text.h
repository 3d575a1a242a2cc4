/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Text written by others, made harmless for whatever displays it. */

G_BEGIN_DECLS

/* More combining marks on one letter occur in no real text (Unicode's "stream-safe" limit), and drawing a
 * pile of them takes quadratic time. */
#define DESK_MOST_MARKS 30

/* Whether `letter` is a control character, an override of the writing direction, or no character. Line ends
 * and tabs are harmless. */
gboolean desk_letter_is_wild (gunichar letter);

/* `text`, which may hold any bytes, with U+FFFD for each wild character and for what is not UTF-8, and with
 * at most DESK_MOST_MARKS marks on a letter. (transfer full) */
char *desk_tame_text (const char *text);

/* The same on one line: each run of line ends and tabs becomes a space. (transfer full) */
char *desk_tame_line (const char *text);

/* desk_tame_text() of the first `most` characters; " …" follows if there are more. (transfer full) */
char *desk_tame_start (const char *text, guint most);

G_END_DECLS
