/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* What the coach says, in a strip above the desk: it covers nothing, its room is reserved from the start,
 * and it never takes the focus. */

G_BEGIN_DECLS

#define DESK_TYPE_COACH_STRIP (desk_coach_strip_get_type ())
G_DECLARE_FINAL_TYPE (DeskCoachStrip, desk_coach_strip, DESK, COACH_STRIP, GtkBox)

typedef enum {
  DESK_COACH_TONE_ADVICE,
  DESK_COACH_TONE_REMINDER,
  DESK_COACH_TONE_PRAISE,
  DESK_COACH_TONE_REGRET,
} DeskCoachTone;

/**
 * Signals of DeskCoachStrip:
 *  - "got-it" (): the trainee has understood; by the button, or Escape where nothing else wants it
 *  - "show-me" (): where is it?
 *  - "quiet" (): not another word
 */
GtkWidget *desk_coach_strip_new (void);

/* `reason` is kept for "Why?"; NULL: there is none. What is said in full is read out too. */
void desk_coach_strip_say (DeskCoachStrip *self,
                           DeskCoachTone tone,
                           const char *words,
                           const char *reason);

/* Without advice: shows `words` about what comes next or what to do meanwhile. They are not read out. */
void desk_coach_strip_rest (DeskCoachStrip *self, const char *words);

/* Whether advice or a reminder is shown. */
gboolean desk_coach_strip_has_advice (DeskCoachStrip *self);

/* Shows the reason, or hides it again. */
void desk_coach_strip_toggle_reason (DeskCoachStrip *self);

G_END_DECLS
