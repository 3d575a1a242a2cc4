/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-view.h"

/* The figures of a class in the user's words. */

G_BEGIN_DECLS

/* "Telephone number", "Facts: not betald". (transfer full) */
char *desk_class_words_mistake (const DeskClassMistake *mistake);

/* "9.3 s"; "–" where nobody answered. (transfer full) */
char *desk_class_words_seconds (double seconds);

/* The day a session began, by the clock where it was worked: "2026-11-28"; as it is written where it
 * is no date. (transfer full) */
char *desk_class_words_day (const DeskClassSession *session);

G_END_DECLS
