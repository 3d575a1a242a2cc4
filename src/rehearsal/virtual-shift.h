/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/autopilot.h"
#include "engine/recording.h"
#include "scoring/scorecard.h"

/* A whole shift in virtual time, and what it is worth. */

G_BEGIN_DECLS

/* Works `scenario` with a built-in trainee. `header` says mode, seed and whether arrivals move.
 * `journal`, when not NULL, is set to the bytes of the journal (transfer full). */
DeskRecording *desk_virtual_shift_run (DeskScenario *scenario,
                                       DeskClipLengths *lengths,
                                       const DeskJournalHeader *header,
                                       DeskTrainee trainee,
                                       GBytes **journal);

/* The same with the commands of a script, or of a journal, whose own header and clip lengths then
 * come before the given ones. */
DeskRecording *desk_virtual_shift_replay (DeskScenario *scenario,
                                          DeskClipLengths *lengths,
                                          const DeskJournalHeader *header,
                                          const DeskRecording *script,
                                          GBytes **journal);

G_END_DECLS
