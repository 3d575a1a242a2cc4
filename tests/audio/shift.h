/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/decider.h"

/* A small scenario in a temporary folder, with clips that are pure tones, and a state to evolve by
 * hand. */

typedef struct {
  char *folder;             /* owned */
  DeskScenario *scenario;   /* owned */
  DeskClipLengths *lengths; /* owned */
  DeskState *state;         /* owned */
  const char *colleague;    /* whom events are about: "erik" unless a test says another */
} Shift;

/* Calls `a` (opening: 1000 Hz for 2 s, number: 1800 Hz for 1 s), `b` (a clip that is broken later) and `u` (urgent, without a
 * clip); colleagues `erik` (answers: 1500 Hz), `hans` (busy), `dora` (not to be disturbed) and `rita`
 * (refuses). The lines are wideband, without noise, or as `sound` says. */
void shift_init (Shift *shift);
void shift_init_sounding (Shift *shift, const char *sound);
void shift_clear (Shift *shift);

/* The event `type` on the call and line; applied to the state. `reply` is a key or NULL. */
DeskEvent shift_evolve (Shift *shift,
                        DeskEventType type,
                        const char *call,
                        guint line,
                        const char *reply,
                        gboolean flag);
