/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/replay.h"

static const DeskRecord *
next_record (const DeskReplay *self)
{
  const GArray *records = self->recording->records;

  return self->next < records->len ? &g_array_index (records, DeskRecord, self->next) : NULL;
}

static gboolean
is_written_like (const DeskRecord *record, const GString *line)
{
  g_autoptr (GString) recorded = g_string_new (NULL);

  if (record->is_command)
    desk_record_append_command (recorded, &record->command, record->t_ms);
  else
    desk_record_append_event (recorded, &record->event);
  return g_string_equal (recorded, line);
}

static DeskReplayMatch
take (DeskReplay *self, const GString *line)
{
  const DeskRecord *record = next_record (self);

  if (self->differs)
    return DESK_REPLAY_ANOTHER;
  if (record == NULL)
    return DESK_REPLAY_MISSING;
  if (!is_written_like (record, line)) {
    self->differs = TRUE;
    return DESK_REPLAY_ANOTHER;
  }
  self->next++;
  return DESK_REPLAY_RECORDED;
}

DeskReplayMatch
desk_replay_take_event (DeskReplay *self, const DeskEvent *event)
{
  g_autoptr (GString) line = g_string_new (NULL);

  desk_record_append_event (line, event);
  return take (self, line);
}

DeskReplayMatch
desk_replay_take_command (DeskReplay *self, const DeskCommand *command, gint64 t_ms)
{
  g_autoptr (GString) line = g_string_new (NULL);

  desk_record_append_command (line, command, t_ms);
  return take (self, line);
}

gboolean
desk_replay_is_whole (const DeskReplay *self)
{
  return !self->differs && self->next >= self->recording->records->len;
}

guint
desk_replay_get_line (const DeskReplay *self)
{
  const DeskRecord *record = next_record (self);

  return record != NULL ? record->line : 0;
}
