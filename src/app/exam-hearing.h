/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/shift-voices.h"
#include "app/window-sound.h"
#include "engine/terms.h"

/* Whether callers will be heard in an exam, which is asked before its first ring. */

G_BEGIN_DECLS

typedef enum {
  DESK_EXAM_HEARD,     /* as far as is known */
  DESK_EXAM_NO_SOUND,  /* nothing can be heard */
  DESK_EXAM_NO_VOICES, /* some people have none */
} DeskExamHearing;

DeskExamHearing desk_exam_hearing (DeskWindowSound *sound, DeskShiftVoices *voices);

/* Whether the voices are ready and, where that matters on these terms, the device was opened or could
 * not be. */
gboolean desk_exam_hearing_is_known (const DeskTerms *terms,
                                     DeskWindowSound *sound,
                                     DeskShiftVoices *voices);

/* Whether a shift on these terms is an exam that could only be failed: unheard, and without captions. */
gboolean desk_exam_is_hopeless (const DeskTerms *terms, DeskExamHearing hearing);

G_END_DECLS
