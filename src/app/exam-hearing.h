/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/shift-voices.h"
#include "app/window-sound.h"
#include "engine/terms.h"

/* Whether the trainee will hear callers in an exam; checked before it starts. */

G_BEGIN_DECLS

typedef enum {
  DESK_EXAM_HEARD,     /* as far as is known */
  DESK_EXAM_NO_SOUND,  /* nothing can be heard */
  DESK_EXAM_NO_VOICES, /* some people have none */
} DeskExamHearing;

DeskExamHearing desk_exam_hearing (DeskWindowSound *sound, DeskShiftVoices *voices);

/* Whether this is known yet: the voices are ready and, if it matters on these terms, opening the device has
 * succeeded or failed. */
gboolean desk_exam_hearing_is_known (const DeskTerms *terms,
                                     DeskWindowSound *sound,
                                     DeskShiftVoices *voices);

/* Whether it is an exam that could only be failed: without sound and without captions. */
gboolean desk_exam_is_hopeless (const DeskTerms *terms, DeskExamHearing hearing);

G_END_DECLS
