/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scenario/clip-lengths.h"
#include "scenario/spoken-clips.h"

/* Prepares the clips of a shift during the briefing: synthesises those that the scenario lacks, then reads
 * the lengths of all. */

G_BEGIN_DECLS

#define DESK_TYPE_SHIFT_VOICES (desk_shift_voices_get_type ())
G_DECLARE_FINAL_TYPE (DeskShiftVoices, desk_shift_voices, DESK, SHIFT_VOICES, GObject)

/**
 * Signals of DeskShiftVoices:
 *  - "ready" (): told once; what is missing by then stays silent
 */

DeskShiftVoices *desk_shift_voices_new (DeskScenario *scenario);

/* Begins on worker threads, unless it has begun. */
void desk_shift_voices_begin (DeskShiftVoices *self);

/* Somebody is waiting: begins if necessary, and after a moment shows progress over `parent` with a button
 * to go on without. */
void desk_shift_voices_show_progress (DeskShiftVoices *self, GtkWindow *parent);

/* NULL before "ready". Both are owned by the object. */
DeskClipLengths *desk_shift_voices_get_lengths (DeskShiftVoices *self);
DeskSpokenClips *desk_shift_voices_get_clips (DeskShiftVoices *self);

/* Why callers are silent, in a sentence; NULL: they are not, or the user went on without. */
const char *desk_shift_voices_get_trouble (DeskShiftVoices *self);

/* Whether everybody can be heard: nothing failed and nobody cancelled. */
gboolean desk_shift_voices_is_whole (DeskShiftVoices *self);

G_END_DECLS
