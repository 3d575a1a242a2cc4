/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* Which voice each speaker of a scenario has. */

G_BEGIN_DECLS

typedef struct _DeskCast DeskCast;

/* Gives a voice to everybody who says something: the one that the author wrote, else one that nobody else
 * has, as long as there are any. `kept` (nullable) maps desk_cast_key_of_person() and _call() to voices
 * assigned before. The same scenario gets the same cast on every machine. */
DeskCast *desk_cast_new (const DeskScenario *scenario, GHashTable *kept);
void desk_cast_free (DeskCast *cast);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCast, desk_cast_free)

/* The voice as desk_voice_new() takes it: "female-2", "espeak:sv+m3". */
const char *desk_cast_get_person (const DeskCast *cast, const DeskPerson *person);
const char *desk_cast_get_call (const DeskCast *cast, const DeskCall *call);

/* The unique key of a speaker: "people/erik", "invoice". (transfer full) */
char *desk_cast_key_of_person (const DeskPerson *person);

G_END_DECLS
