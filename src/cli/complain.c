/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/complain.h"

#include "matching/tame-text.h"

#define LONGEST 4000 /* letters; the faults of a scenario take several lines */

void
desk_complain (const char *command, const char *message)
{
  g_autofree char *start = desk_tame_start (message, LONGEST);

  g_printerr ("frontdesk %s: %s\n", command, start);
}
