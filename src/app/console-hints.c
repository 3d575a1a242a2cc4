/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-hints.h"

#include <glib/gi18n-lib.h>

#include "app/key-label.h"

static DeskSession *
session_of (const DeskConsoleHints *self)
{
  return desk_shift_get_session (self->shift);
}

static const DeskState *
state_of (const DeskConsoleHints *self)
{
  return desk_session_get_state (session_of (self));
}

gboolean
desk_console_hints_are_given (const DeskConsoleHints *self)
{
  const DeskTerms terms = desk_shift_get_terms (self->shift);

  return desk_terms_give_hints (&terms, g_settings_get_boolean (self->settings, "hints"));
}

/* `format` is translated, and has a place for the key. (transfer full) */
static char *
with_finish_key (const DeskConsoleHints *self, const char *format)
{
  g_autofree char *key = desk_keys_name (desk_keys_of (self->page), "finish");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, key);
#pragma GCC diagnostic pop
}

static char *
when_all_is_done (const DeskConsoleHints *self)
{
  if (desk_owed_messages_has_any (self->owed, state_of (self)))
    return with_finish_key (self,
                            _ ("Every call is done. Log your last messages, then finish (%s)."));
  return with_finish_key (self, _ ("Every call is done. Finish the shift (%s)."));
}

char *
desk_console_hints_without_call (const DeskConsoleHints *self)
{
  const guint ringing = desk_state_next_ringing (state_of (self));
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;

  if (!desk_console_hints_are_given (self))
    return g_strdup ("");
  if (ringing == 0 && state_of (self)->n_left == 0)
    return when_all_is_done (self);
  if (ringing == 0)
    return g_strdup (_ ("Lines ring by themselves; press a line key to answer."));
  g_object_get (desk_board_get_item (self->board, ringing), "caller", &label, NULL);
  key = desk_keys_line_name (desk_keys_of (self->page), ringing);
  return g_strdup_printf (_ ("Line %u is ringing: %s. Press %s to answer."), ringing, label, key);
}

char *
desk_console_hints_last_call (const DeskConsoleHints *self)
{
  if (!desk_console_hints_are_given (self))
    return g_strdup (_ ("The last call is done."));
  if (desk_owed_messages_has_any (self->owed, state_of (self)))
    return with_finish_key (self,
                            _ ("The last call is done. Log your last messages, then finish (%s)."));
  return with_finish_key (self, _ ("The last call is done. Finish the shift (%s)."));
}
