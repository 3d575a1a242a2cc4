/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-fault.h"

#include <string.h>

static void
fault_free (gpointer data)
{
  DeskHistoryFault *fault = data;

  g_free (fault->path);
  g_free (fault->reason);
  g_free (fault);
}

char *
desk_history_fault_tail (const DeskHistoryFault *self)
{
  const gsize length = strlen (self->path);

  if (g_str_has_prefix (self->reason, self->path) && self->reason[length] == ':')
    return g_strdup (self->reason + length);
  return g_strconcat (": ", self->reason, NULL);
}

char *
desk_history_fault_describe (const DeskHistoryFault *self)
{
  g_autofree char *tail = desk_history_fault_tail (self);

  return g_strconcat (self->path, tail, NULL);
}

GPtrArray *
desk_history_faults_new (void)
{
  return g_ptr_array_new_with_free_func (fault_free);
}

void
desk_history_faults_add (GPtrArray *faults, const char *shown_path, const char *reason)
{
  DeskHistoryFault *fault = g_new0 (DeskHistoryFault, 1);

  fault->path = g_strdup (shown_path);
  fault->reason = g_strdup (reason);
  g_ptr_array_add (faults, fault);
}
