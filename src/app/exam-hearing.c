/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/exam-hearing.h"

DeskExamHearing
desk_exam_hearing (DeskWindowSound *sound, DeskShiftVoices *voices)
{
  if (desk_window_sound_is_silent (sound))
    return DESK_EXAM_NO_SOUND;
  return desk_shift_voices_get_lengths (voices) != NULL && !desk_shift_voices_is_whole (voices)
             ? DESK_EXAM_NO_VOICES
             : DESK_EXAM_HEARD;
}

static gboolean
needs_sound (const DeskTerms *terms)
{
  return terms->mode == DESK_MODE_EXAM && !terms->captions;
}

gboolean
desk_exam_hearing_is_known (const DeskTerms *terms, DeskWindowSound *sound, DeskShiftVoices *voices)
{
  if (desk_shift_voices_get_lengths (voices) == NULL)
    return FALSE;
  return !needs_sound (terms) || desk_window_sound_is_heard (sound) ||
         desk_window_sound_is_silent (sound);
}

gboolean
desk_exam_is_hopeless (const DeskTerms *terms, DeskExamHearing hearing)
{
  return needs_sound (terms) && hearing != DESK_EXAM_HEARD;
}
