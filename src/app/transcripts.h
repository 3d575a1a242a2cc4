/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/captions.h"

/* The transcripts of the calls: a list for each, one of them visible. The lists are kept for switching
 * between callers: building one takes longer than everything else that a key press does. */

G_BEGIN_DECLS

#define DESK_TYPE_TRANSCRIPTS (desk_transcripts_get_type ())
G_DECLARE_FINAL_TYPE (DeskTranscripts, desk_transcripts, DESK, TRANSCRIPTS, GtkStack)

/* Shows the list of `call`. Lists of other calls are dropped once they have no line in `state`, so that
 * there is at most one more than there are lines. */
void desk_transcripts_show (DeskTranscripts *self,
                            DeskCaptions *captions,
                            const DeskState *state,
                            const DeskCall *call);

G_END_DECLS
