/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* How the pages put times, callers and presence into the user's words. */

G_BEGIN_DECLS

/* Session time: "09:14", "1:09:14". (transfer full) */
char *desk_wording_clock (gint64 t_ms);

/* Who rings, as the telephone's display shows it; "Number withheld". (transfer full) */
char *desk_wording_caller (const DeskCall *call, DeskCountry country);

/* "Available", "Busy", ... */
const char *desk_wording_presence (DeskPresence presence);

/* "Site manager, Projects", with what the scenario left out left out. (transfer full) */
char *desk_wording_position (const DeskPerson *person);

/* The briefing with its paragraphs filled anew: a blank line parts them, a single line break is the
 * author's editor's. (transfer full) */
char *desk_wording_briefing (const DeskScenario *scenario);

/* "Beginner" */
const char *desk_wording_level (DeskLevel level);

/* "8 minutes". (transfer full) */
char *desk_wording_duration (gint64 duration_ms);

/* What people call the language of a tag: "Swedish"; a language we have no word for is its tag.
 * (transfer full) */
char *desk_wording_language (const char *tag);

G_END_DECLS
