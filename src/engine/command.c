/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/command.h"

static const char *const names[DESK_N_COMMANDS] = {
  [DESK_COMMAND_ANSWER] = "answer",   [DESK_COMMAND_HOLD] = "hold",
  [DESK_COMMAND_RESUME] = "resume",   [DESK_COMMAND_RELEASE] = "release",
  [DESK_COMMAND_SAY] = "say",         [DESK_COMMAND_TRANSFER] = "transfer",
  [DESK_COMMAND_CONSULT] = "consult", [DESK_COMMAND_COMPLETE] = "complete",
  [DESK_COMMAND_CANCEL] = "cancel",   [DESK_COMMAND_DRAFT] = "draft",
  [DESK_COMMAND_MESSAGE] = "message", [DESK_COMMAND_PAUSE] = "pause",
  [DESK_COMMAND_UNPAUSE] = "unpause", [DESK_COMMAND_REPEAT] = "repeat",
  [DESK_COMMAND_GO_ON] = "go-on",     [DESK_COMMAND_FINISH] = "finish",
};

const char *
desk_command_name (DeskCommandType type)
{
  return names[type];
}

gboolean
desk_command_from_name (const char *name, DeskCommandType *type)
{
  for (guint i = 0; i < DESK_N_COMMANDS; i++) {
    if (g_str_equal (name, names[i])) {
      *type = i;
      return TRUE;
    }
  }
  return FALSE;
}
