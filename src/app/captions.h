/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "engine/session.h"

/* What was said and done in each call, line by line. */

G_BEGIN_DECLS

typedef enum {
  DESK_CAPTION_BY_CALLER,
  DESK_CAPTION_BY_TRAINEE,
  DESK_CAPTION_BY_COLLEAGUE,
  DESK_CAPTION_BY_NOBODY, /* a note of what happened */
  DESK_CAPTION_BY_SOUND,  /* a tone that is heard */
} DeskCaptionBy;

#define DESK_TYPE_CAPTION (desk_caption_get_type ())
G_DECLARE_FINAL_TYPE (DeskCaption, desk_caption, DESK, CAPTION, GObject)

DeskCaptionBy desk_caption_get_by (DeskCaption *self);
gint64 desk_caption_get_t_ms (DeskCaption *self);

/* Who speaks, "You" for the trainee; "" for nobody. */
const char *desk_caption_get_name (DeskCaption *self);

/* What is said or happens; with captions off, how long somebody speaks. */
const char *desk_caption_get_text (DeskCaption *self);

#define DESK_TYPE_CAPTIONS (desk_captions_get_type ())
G_DECLARE_FINAL_TYPE (DeskCaptions, desk_captions, DESK, CAPTIONS, GObject)

/**
 * Properties of DeskCaptions:
 *  - "captions" (gboolean, default TRUE): what is heard is written too. Without them a transcript
 *    tells who speaks and for how long, and no tones; what happened stands there always, as does what
 *    the trainee says, which nobody hears.
 *  - "scale" (gdouble, 1.0 to 2.0): the size of the captions, as a factor of the other text's.
 */

/* Follows `session`. */
DeskCaptions *desk_captions_new (DeskSession *session);

/* Adds an earlier event, which led to `state`, as if it had been followed. */
void desk_captions_recall (DeskCaptions *self, const DeskState *state, const DeskEvent *event);

/* For a shift that has reached `state`: transcripts of calls that ended before are not kept, so their
 * events need not be added. */
gint64 desk_captions_kept_since_ms (const DeskState *state);

/* The growing list (of DeskCaption) of `call`. Of the calls that have ended, the lists of the last few and
 * the one last asked for are kept. (transfer none) */
GListModel *desk_captions_get_list (DeskCaptions *self, const DeskCall *call);

double desk_captions_get_scale (DeskCaptions *self);

G_END_DECLS
