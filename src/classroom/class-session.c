/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-session.h"

#include <string.h>

#include "classroom/class-marks.h"
#include "history/history-list.h"

static double
figure (const DeskFigure *figure)
{
  return figure->n > 0 ? desk_round_2 (figure->value) : -1;
}

DeskClassSession *
desk_class_session_new (const char *path, const char *identity, const DeskScorecard *scorecard)
{
  DeskClassSession *self = g_new0 (DeskClassSession, 1);
  const DeskJournalHeader *header = scorecard->header;

  self->path = g_strdup (path);
  self->identity = g_strdup (identity);
  self->trainee = g_strdup (header->trainee);
  self->scenario = g_strdup (scorecard->scenario->id);
  self->title = g_strdup (scorecard->scenario->title != NULL ? scorecard->scenario->title : "");
  self->started = g_strdup (header->started);
  self->started_us = desk_history_moment_us (header->started);
  self->mode = header->mode;
  self->accommodations = g_strjoinv (", ", header->accommodations);
  self->n_undone = desk_scorecard_count_undone (scorecard);
  self->score = desk_round_2 (scorecard->score);
  self->passed = scorecard->passed;
  self->unproved = scorecard->chain.state == DESK_CHAIN_MISSING;
  self->response = figure (&scorecard->totals.response);
  self->asa_seconds = figure (&scorecard->totals.asa_seconds);
  self->message = figure (&scorecard->totals.message);
  self->marks = desk_class_marks_take (scorecard);
  return self;
}

void
desk_class_session_free (DeskClassSession *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->identity);
  g_free (self->trainee);
  g_free (self->scenario);
  g_free (self->title);
  g_free (self->started);
  g_free (self->accommodations);
  g_free (self->marks);
  g_free (self);
}

json_t *
desk_class_session_to_json (const DeskClassSession *self)
{
  return json_pack ("[s,s,s,s,s,I,i,s,i,f,b,b,f,f,f,s]", self->identity, self->trainee,
                    self->scenario, self->title, self->started, (json_int_t) self->started_us,
                    (int) self->mode, self->accommodations, (int) self->n_undone, self->score,
                    (int) self->passed, (int) self->unproved, self->response, self->asa_seconds,
                    self->message, self->marks);
}

/* The cache may be anybody's: what is read from it is looked at like any other file. */
DeskClassSession *
desk_class_session_from_json (const json_t *json, const char *path)
{
  const char *identity, *trainee, *scenario, *title, *started, *accommodations, *marks;
  DeskClassSession read = { 0 };
  json_int_t started_us;
  int mode;
  int n_undone;
  int passed;
  int unproved;

  if (json_unpack ((json_t *) json, "[s,s,s,s,s,I,i,s,i,F,b,b,F,F,F,s!]", &identity, &trainee,
                   &scenario, &title, &started, &started_us, &mode, &accommodations, &n_undone,
                   &read.score, &passed, &unproved, &read.response, &read.asa_seconds,
                   &read.message, &marks) != 0 ||
      mode < 0 || mode > (int) DESK_MODE_SIMULATED || n_undone < 0)
    return NULL;
  read.path = g_strdup (path);
  read.identity = g_strdup (identity);
  read.trainee = g_strdup (trainee);
  read.scenario = g_strdup (scenario);
  read.title = g_strdup (title);
  read.started = g_strdup (started);
  read.started_us = started_us;
  read.mode = (DeskMode) mode;
  read.accommodations = g_strdup (accommodations);
  read.n_undone = (guint) n_undone;
  read.passed = passed != 0;
  read.unproved = unproved != 0;
  read.marks = g_strdup (marks);
  return g_memdup2 (&read, sizeof read);
}

const char *
desk_class_session_called (const DeskClassSession *self)
{
  return *self->title != '\0' ? self->title : self->scenario;
}

int
desk_class_session_compare (gconstpointer a, gconstpointer b)
{
  const DeskClassSession *one = *(const DeskClassSession *const *) a;
  const DeskClassSession *other = *(const DeskClassSession *const *) b;

  if (one->started_us != other->started_us)
    return one->started_us < other->started_us ? -1 : 1;
  return strcmp (one->identity, other->identity);
}
