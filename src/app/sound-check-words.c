/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-check-words.h"

#include <glib/gi18n-lib.h>

const char *
desk_check_heading (DeskCheckStep step)
{
  switch (step) {
  case DESK_CHECK_RING: return _ ("The ring");
  case DESK_CHECK_CALLER: return _ ("A caller");
  case DESK_CHECK_MICROPHONE: return _ ("Your own voice");
  }
  g_return_val_if_reached ("");
}

const char *
desk_check_words (DeskCheckStep step)
{
  switch (step) {
  case DESK_CHECK_RING: return _ ("This is how a call comes in.");
  case DESK_CHECK_CALLER: return _ ("This is how you hear callers and colleagues.");
  case DESK_CHECK_MICROPHONE:
    return _ ("Say a word; two seconds later you hear it back. The microphone is only needed to "
              "record a shift.");
  }
  g_return_val_if_reached ("");
}

const char *
desk_check_help (DeskCheckStep step)
{
  switch (step) {
  case DESK_CHECK_RING:
  case DESK_CHECK_CALLER:
    return _ (
        "Is the headset plugged in and switched on? Is the volume up, here and in the settings "
        "of the computer? If so, choose another output, and play it again.");
  case DESK_CHECK_MICROPHONE:
    return _ ("Is the microphone plugged in, and not muted by a switch on the headset or in the "
              "settings of the computer? If so, choose another input, and say a word again.");
  }
  g_return_val_if_reached ("");
}

const char *
desk_check_finding (DeskCheckStep step, gboolean heard)
{
  switch (step) {
  case DESK_CHECK_RING:
    return heard ? _ ("You hear the ring.")
                 : _ ("You do not hear the ring: watch for a line that lights up.");
  case DESK_CHECK_CALLER:
    return heard ? _ ("You hear callers.")
                 : _ ("You do not hear callers. Captions can show what they say.");
  case DESK_CHECK_MICROPHONE:
    return heard ? _ ("You are heard.")
                 : _ ("You are not heard, which only matters when a shift is recorded.");
  }
  g_return_val_if_reached ("");
}

const char *
desk_check_verdict (const gboolean *heard)
{
  if (!heard[DESK_CHECK_RING] || !heard[DESK_CHECK_CALLER])
    return _ (
        "Not everything can be heard. You can still work a shift, and check the sound again from "
        "the preferences.");
  if (!heard[DESK_CHECK_MICROPHONE])
    return _ ("You can hear everything in a shift.");
  return _ ("The sound is as it should be.");
}
