/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-number.h"

guint
desk_history_find_number (DeskHistoryIsTaken is_taken, gpointer data)
{
  guint taken = 1;
  guint free = 2;

  while (free < G_MAXUINT / 2 && is_taken (free, data)) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const guint middle = taken + (free - taken) / 2;

    if (is_taken (middle, data))
      taken = middle;
    else
      free = middle;
  }
  return free;
}
