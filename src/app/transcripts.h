/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/captions.h"

/* What was said in the calls: a list for each, of which one is in sight. Whoever goes back and forth between
 * callers finds the rows as they were: to make them anew takes longer than all else that a key does. */

G_BEGIN_DECLS

#define DESK_TYPE_TRANSCRIPTS (desk_transcripts_get_type ())
G_DECLARE_FINAL_TYPE (DeskTranscripts, desk_transcripts, DESK, TRANSCRIPTS, GtkStack)

/* Brings the list of `call` into sight. Of other calls, those that have no line in `state` any more are let
 * go, so that there are never more lists than lines and one. */
void desk_transcripts_show (DeskTranscripts *self,
                            DeskCaptions *captions,
                            const DeskState *state,
                            const DeskCall *call);

G_END_DECLS
