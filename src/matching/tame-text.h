/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What others wrote, made harmless for whatever shows it. */

G_BEGIN_DECLS

/* Unicode takes more marks than these on one letter for no text ("stream-safe"), and to draw a pile
 * of them takes time that grows with its square. */
#define DESK_MOST_MARKS 30

/* Whether `letter` is a control character, an override of the direction of writing or no character
 * at all. Line ends and tabs are not. */
gboolean desk_letter_is_wild (gunichar letter);

/* `text`, of whatever bytes, with U+FFFD in the place of each that is wild and of what is not UTF-8,
 * and of the marks on a letter the first thirty. (transfer full) */
char *desk_tame_text (const char *text);

/* The same on one line: each line end or tab, and those beside it, is a space. (transfer full) */
char *desk_tame_line (const char *text);

/* The same as desk_tame_text() of the first `most` letters alone; where there are more, " …" follows. (transfer full) */
char *desk_tame_start (const char *text, guint most);

G_END_DECLS
