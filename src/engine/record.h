/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "engine/event.h"

/* One line of a journal: a command as it was given, or an event as it happened. */

G_BEGIN_DECLS

typedef struct {
  gint64 t_ms;
  guint line; /* of the file, from 1 */
  gboolean is_command;
  union {
    DeskCommand command; /* its slip is owned by the record */
    DeskEvent event;
  };
} DeskRecord;

/* Append one record as a line of JSON, newline included. */
void desk_record_append_command (GString *line, const DeskCommand *command, gint64 t_ms);
void desk_record_append_event (GString *line, const DeskEvent *event);

/* Reads a record whose ids are those of `scenario`. On failure `fault` (transfer full) says what is
 * wrong with it, in English. The record needs desk_record_clear() either way. */
gboolean desk_record_read (DeskRecord *record,
                           const json_t *object,
                           const DeskScenario *scenario,
                           char **fault);

/* Frees what the record owns. */
void desk_record_clear (DeskRecord *record);

G_END_DECLS
