/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/phone-number.h"

/* From what an author wrote to what a synthesiser is given. */

G_BEGIN_DECLS

/* `written` as people say it on the telephone, in `language` (BCP 47): spelled names letter by letter, in
 * Swedish by the telephone alphabet; telephone numbers of `country` digit by digit in groups; times, dates,
 * amounts and the most common abbreviations in words. Words are unchanged; what cannot be spoken (control
 * characters, emoji) is left out. In languages other than English and Swedish, digits and letters are only
 * separated. Never for display. (transfer full) */
char *desk_spoken_text (const char *written, const char *language, DeskCountry country);

/* Whether there is anything to pronounce in `text`: a letter or a digit. */
gboolean desk_spoken_is_audible (const char *text);

G_END_DECLS
