/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/terms.h"

#include <math.h>

#define UNTIMED "untimed"
#define TIME "time:"

const char *const desk_terms_times[] = { "1", "1.5", "2", "10", UNTIMED, NULL };

static guint
place_of_time (const char *name)
{
  for (guint i = 0; desk_terms_times[i] != NULL; i++) {
    if (g_strcmp0 (desk_terms_times[i], name) == 0)
      return i;
  }
  return 0;
}

const char *
desk_terms_find_time (const char *name)
{
  return desk_terms_times[place_of_time (name)];
}

DeskTerms
desk_terms_granted_by (const DeskScenario *scenario)
{
  return (DeskTerms){
    .mode = scenario->level == DESK_LEVEL_EXAM ? DESK_MODE_EXAM : DESK_MODE_PRACTICE,
    .time = desk_terms_find_time (scenario->exam_time),
    .captions = scenario->exam_captions,
    .hints = scenario->exam_hints,
    .pause = scenario->exam_pause,
  };
}

void
desk_terms_merge (DeskTerms *self, const DeskTerms *granted)
{
  if (granted->mode == DESK_MODE_EXAM)
    self->mode = DESK_MODE_EXAM;
  if (self->mode != DESK_MODE_EXAM)
    return;
  self->time = desk_terms_times[MAX (place_of_time (self->time), place_of_time (granted->time))];
  self->captions |= granted->captions;
  self->hints |= granted->hints;
  self->pause |= granted->pause;
}

GStrv
desk_terms_to_accommodations (const DeskTerms *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *time = desk_terms_find_time (self->time);
  const gboolean exam = self->mode == DESK_MODE_EXAM;

  if (g_str_equal (time, UNTIMED)) {
    g_strv_builder_add (builder, UNTIMED);
  } else if (time != desk_terms_times[0]) {
    g_autofree char *text = g_strconcat (TIME, time, NULL);

    g_strv_builder_add (builder, text);
  }
  if (exam && self->captions)
    g_strv_builder_add (builder, "captions");
  if (exam && self->hints)
    g_strv_builder_add (builder, "hints");
  if (exam && self->pause)
    g_strv_builder_add (builder, "pause");
  return g_strv_builder_end (builder);
}

double
desk_terms_time_factor (const DeskTerms *self)
{
  const char *time = desk_terms_find_time (self->time);

  return g_str_equal (time, UNTIMED) ? (double) INFINITY : g_ascii_strtod (time, NULL);
}

static gboolean
is_granted (const char *accommodation, const DeskTerms *granted)
{
  if (g_str_has_prefix (accommodation, TIME))
    return g_ascii_strtod (accommodation + strlen (TIME), NULL) <= desk_terms_time_factor (granted);
  return (g_str_equal (accommodation, UNTIMED) && isinf (desk_terms_time_factor (granted))) ||
         (g_str_equal (accommodation, "captions") && granted->captions) ||
         (g_str_equal (accommodation, "hints") && granted->hints) ||
         (g_str_equal (accommodation, "pause") && granted->pause);
}

GStrv
desk_terms_beyond (const char *const *accommodations, const DeskScenario *scenario)
{
  const DeskTerms granted = desk_terms_granted_by (scenario);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; accommodations[i] != NULL; i++)
    if (!is_granted (accommodations[i], &granted))
      g_strv_builder_add (builder, accommodations[i]);
  return g_strv_builder_end (builder);
}

DeskTerms
desk_terms_of_header (const DeskJournalHeader *header)
{
  const char *const *list = (const char *const *) header->accommodations;
  DeskTerms terms = {
    .mode = header->mode,
    .time = desk_terms_times[0],
    .captions = g_strv_contains (list, "captions"),
    .hints = g_strv_contains (list, "hints"),
    .pause = g_strv_contains (list, "pause"),
  };

  for (guint i = 0; list[i] != NULL; i++) {
    const char *text = g_str_has_prefix (list[i], TIME) ? list[i] + strlen (TIME) : list[i];

    if (place_of_time (text) > 0)
      terms.time = desk_terms_find_time (text);
  }
  return terms;
}

gboolean
desk_terms_give_hints (const DeskTerms *self, gboolean wanted)
{
  return self->mode == DESK_MODE_EXAM ? self->hints : wanted;
}
