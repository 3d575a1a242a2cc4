/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* What a trainee can do, as it stands in scripts and journals. */

G_BEGIN_DECLS

typedef enum {
  DESK_COMMAND_ANSWER,
  DESK_COMMAND_HOLD,
  DESK_COMMAND_RESUME,
  DESK_COMMAND_RELEASE,
  DESK_COMMAND_SAY,
  DESK_COMMAND_TRANSFER,
  DESK_COMMAND_CONSULT,
  DESK_COMMAND_COMPLETE,
  DESK_COMMAND_CANCEL,
  DESK_COMMAND_DRAFT,
  DESK_COMMAND_MESSAGE,
  DESK_COMMAND_PAUSE,
  DESK_COMMAND_UNPAUSE,
  DESK_COMMAND_REPEAT, /* practice: a call that was missed rings again at once */
  DESK_COMMAND_GO_ON, /* issued by the program, when a shift that it was interrupted in is resumed */
  DESK_COMMAND_FINISH,
} DeskCommandType;

#define DESK_N_COMMANDS ((guint) DESK_COMMAND_FINISH + 1)

/* A command with what its type needs; the rest stays zero. The pointers are borrowed from the
 * scenario, the slip from whoever issues the command. */
typedef struct {
  DeskCommandType type;
  guint line;               /* answer to cancel: 1 to n_lines */
  const DeskPhrase *phrase; /* say */
  const DeskPerson *to;     /* transfer, consult */
  const DeskCall *call;     /* draft, message, repeat */
  const DeskSlip *slip;     /* draft, message */
  gint64 away_ms;           /* go-on: how long the shift was interrupted, by the wall clock */
  gboolean early;           /* finish: although calls are live or due (handed in, or abandoned) */
} DeskCommand;

/* "answer", "hold", ... */
const char *desk_command_name (DeskCommandType type);
gboolean desk_command_from_name (const char *name, DeskCommandType *type);

/* The longest interruption that a record may give: a hundred years. */
#define DESK_LONGEST_AWAY_MS ((gint64) 100 * 366 * 24 * 3600 * 1000)

G_END_DECLS
