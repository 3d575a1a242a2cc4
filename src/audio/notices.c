/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/notices.h"

#include <glib/gi18n-lib.h>

char *
desk_notice_gone (gboolean is_input, const char *device)
{
  if (device == NULL)
    return g_strdup (is_input
                         ? _ ("The microphone is gone. It is used again as soon as it is back.")
                         : _ ("The sound output is gone. It is used again as soon as it is back."));
  return g_strdup_printf (
      is_input ? _ ("The microphone “%s” is gone. It is used again as soon as it is back.")
               : _ ("The sound output “%s” is gone. It is used again as soon as it is back."),
      device);
}

char *
desk_notice_no_answer (gboolean is_input, const char *device)
{
  return g_strdup_printf (
      is_input ? _ ("The microphone “%s” does not answer. Frontdesk will try again.")
               : _ ("The sound output “%s” does not answer. Frontdesk will try again."),
      device);
}

char *
desk_notice_stands_in (gboolean is_input, const char *device, const char *other)
{
  if (device == NULL)
    return g_strdup_printf (
        is_input
            ? _ ("The chosen microphone is not connected. “%s” is used until it is.")
            : _ ("The chosen sound output is not connected. Sound comes from “%s” until it is."),
        other);
  return g_strdup_printf (
      is_input ? _ ("The microphone “%s” is not connected. “%s” is used until it is.")
               : _ ("“%s” is not connected. Sound comes from “%s” until it is."),
      device, other);
}

char *
desk_notice_astray (gboolean is_input, const char *device, const char *other)
{
  return g_strdup_printf (is_input
                              ? _ ("The microphone “%s” cannot be used. “%s” is used instead.")
                              : _ ("Sound cannot be sent to “%s”. It comes from “%s” instead."),
                          device, other);
}

char *
desk_notice_mute (void)
{
  return g_strdup (_ ("Nothing at all is heard from the microphone; it may be muted."));
}

char *
desk_notice_nothing (gboolean is_input)
{
  return g_strdup (is_input ? _ ("No microphone is connected. One is used as soon as it is.")
                            : _ ("No sound output is connected. Sound starts as soon as one is."));
}

char *
desk_notice_fault (gboolean is_input, const char *why)
{
  return g_strdup_printf (
      is_input ? _ ("The microphone cannot be used: %s. Frontdesk will try again.")
               : _ ("There is no sound: %s. It starts as soon as an output is connected."),
      why);
}

char *
desk_notice_hanging (void)
{
  return g_strdup (_ ("The sound system does not answer. Sound starts as soon as it does."));
}
