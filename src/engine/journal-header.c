/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/journal.h"

#include "engine/json-line.h"

/* "time:1.5" gives half as much time again; "untimed" takes the limits away. */
#define TIME_PREFIX "time:"
#define MOST_TIME 100.0

DeskJournalHeader *
desk_journal_header_new (const char *trainee, DeskMode mode)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  DeskJournalHeader *self = g_new0 (DeskJournalHeader, 1);

  self->program = g_strdup ("frontdesk " DESK_VERSION);
  self->trainee = g_strdup (trainee);
  self->started = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  self->mode = mode;
  self->accommodations = g_new0 (char *, 1);
  return self;
}

DeskJournalHeader *
desk_journal_header_copy (const DeskJournalHeader *self)
{
  DeskJournalHeader *copy = g_new (DeskJournalHeader, 1);

  *copy = *self;
  copy->program = g_strdup (self->program);
  copy->trainee = g_strdup (self->trainee);
  copy->started = g_strdup (self->started);
  copy->accommodations = g_strdupv (self->accommodations);
  return copy;
}

void
desk_journal_header_free (DeskJournalHeader *self)
{
  if (!self)
    return;
  g_free (self->program);
  g_free (self->trainee);
  g_free (self->started);
  g_strfreev (self->accommodations);
  g_free (self);
}

gboolean
desk_accommodation_read (const char *text, DeskRules *rules)
{
  char *end;
  double factor;

  if (g_str_equal (text, "untimed")) {
    rules->untimed = TRUE;
    return TRUE;
  }
  if (g_str_equal (text, "pause")) {
    rules->may_pause = TRUE;
    return TRUE;
  }
  if (!g_str_has_prefix (text, TIME_PREFIX))
    return TRUE;
  factor = g_ascii_strtod (text + strlen (TIME_PREFIX), &end);
  /* Written so that NaN fails too. */
  if (*end != '\0' || !(factor >= 1.0 && factor <= MOST_TIME))
    return FALSE;
  rules->patience_factor = factor;
  return TRUE;
}

DeskRules
desk_journal_header_rules (const DeskJournalHeader *self)
{
  DeskRules rules = {
    .mode = self->mode,
    .seed = self->seed,
    .jittered = self->jittered,
    .patience_factor = 1.0,
  };

  for (guint i = 0; self->accommodations[i]; i++)
    desk_accommodation_read (self->accommodations[i], &rules);
  return rules;
}

static void
append_scenario (GString *line, const DeskScenario *scenario)
{
  desk_json_line_key (line, "scenario");
  desk_json_line_open (line);
  desk_json_line_string (line, "id", scenario->id);
  desk_json_line_string (line, "title", scenario->title);
  desk_json_line_string (line, "sha256", scenario->sha256);
  desk_json_line_string (line, "yaml", scenario->yaml);
  g_string_append_c (line, '}');
}

static void
append_lengths (GString *line, const DeskScenario *scenario, const DeskClipLengths *lengths)
{
  desk_json_line_key (line, "clips");
  desk_json_line_open (line);
  for (guint i = 0; i < scenario->n_replies; i++)
    desk_json_line_int (line, scenario->replies[i]->key,
                        desk_clip_lengths_get (lengths, scenario->replies[i]));
  g_string_append_c (line, '}');
}

static void
append_accommodations (GString *line, const char *const *accommodations)
{
  desk_json_line_key (line, "accommodations");
  g_string_append_c (line, '[');
  for (guint i = 0; accommodations[i]; i++) {
    if (i > 0)
      g_string_append_c (line, ',');
    desk_json_line_quote (line, accommodations[i]);
  }
  g_string_append_c (line, ']');
}

void
desk_journal_header_to_json (const DeskJournalHeader *self,
                             const DeskScenario *scenario,
                             const DeskClipLengths *lengths,
                             GString *line)
{
  desk_json_line_open (line);
  desk_json_line_int (line, "journal", DESK_JOURNAL_FORMAT);
  desk_json_line_string (line, "program", self->program);
  desk_json_line_int (line, "rubric", DESK_RUBRIC);
  append_scenario (line, scenario);
  append_lengths (line, scenario, lengths);
  desk_json_line_string (line, "trainee", self->trainee);
  desk_json_line_string (line, "mode", desk_mode_name (self->mode));
  desk_json_line_int (line, "seed", self->seed);
  desk_json_line_string (line, "arrivals", self->jittered ? "jittered" : "written");
  desk_json_line_string (line, "started", self->started);
  append_accommodations (line, (const char *const *) self->accommodations);
  desk_json_line_close (line);
}
