/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/autopilot.h"
#include "engine/recording.h"
#include "scoring/scorecard.h"

/* A whole shift in virtual time, and its score. */

G_BEGIN_DECLS

/* Works `scenario` with a built-in trainee. `header` gives mode, seed and whether arrivals are jittered.
 * `journal` (out, nullable) is set to the bytes of the journal. (transfer full) */
DeskRecording *desk_virtual_shift_run (DeskScenario *scenario,
                                       DeskClipLengths *lengths,
                                       const DeskJournalHeader *header,
                                       DeskTrainee trainee,
                                       GBytes **journal);

/* The same with the commands of a script or a journal. A journal's own header and clip lengths take the
 * place of the ones given. */
DeskRecording *desk_virtual_shift_replay (DeskScenario *scenario,
                                          DeskClipLengths *lengths,
                                          const DeskJournalHeader *header,
                                          const DeskRecording *script,
                                          GBytes **journal);

G_END_DECLS
