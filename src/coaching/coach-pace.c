/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coaching/coach-pace.h"

/* How long the coach waits before it speaks: what a steady trainee thinks before a step (1.6 s,
 * autopilot.c) and a little more, so that trainees who know what to do are left alone. */
#define MOMENT_TUTORIAL_MS 2500
#define MOMENT_MS 4000

/* Of the 5 s that a greeting may take (RUBRIC): a beginner needs time to read. */
#define GREETING_MOMENT_MS 1500

/* After a step was done right this often the trainee knows it, and the coach waits three times as long. */
#define KNOWN_AFTER 2
#define KNOWN_FACTOR 3

#define SPEAKING_MS 15000  /* long enough to read it twice; then it shrinks to a reminder */
#define REMINDING_MS 8000  /* before advice given earlier is repeated as a reminder */
#define DISMISSED_MS 20000 /* before dismissed advice is repeated, if the step is still not done */
#define BREATH_MS 8000     /* after "Got it", before anything else is advised */
#define PRAISE_MS 2500
#define REGRET_MS 7000 /* two sentences, read once */

struct _DeskCoachPace {
  gint64 moment_ms;
  gboolean is_tutorial;
  DeskAdvice advice; /* that holds now */
  gint64 since_ms;
  gint64 touched_ms;
  gint64 breath_ms;     /* nothing is said before */
  gint64 dismissed_ms;  /* this advice was; -1: it was not */
  gint64 spoken_ms;     /* since when this advice is spoken */
  DeskCoachVoice voice; /* about this advice; never praise */
  gboolean was_done;
  gboolean at_once; /* this advice has no moment */
  DeskAdvice praised;
  gint64 praised_until_ms; /* 0: no praise */
  DeskMiss miss;
  gint64 regret_until_ms; /* 0: nothing was left out */
  GArray *told;           /* owned; of DeskAdvice */
  guint n_done[DESK_N_SKILLS];
  gboolean quiet;
};

DeskCoachPace *
desk_coach_pace_new (DeskLevel level)
{
  DeskCoachPace *self = g_new0 (DeskCoachPace, 1);

  self->moment_ms = level == DESK_LEVEL_TUTORIAL ? MOMENT_TUTORIAL_MS : MOMENT_MS;
  self->is_tutorial = level == DESK_LEVEL_TUTORIAL;
  self->dismissed_ms = -1;
  self->told = g_array_new (FALSE, FALSE, sizeof (DeskAdvice));
  return self;
}

void
desk_coach_pace_free (DeskCoachPace *self)
{
  if (!self)
    return;
  g_array_unref (self->told);
  g_free (self);
}

void
desk_coach_pace_touch (DeskCoachPace *self, gint64 now_ms)
{
  self->touched_ms = now_ms;
}

void
desk_coach_pace_observe (DeskCoachPace *self, const DeskEvent *event)
{
  if (desk_advice_is_done_by (&self->advice, event))
    self->was_done = TRUE;
}

void
desk_coach_pace_miss (DeskCoachPace *self, DeskMiss miss, gint64 now_ms)
{
  if (miss == DESK_MISS_NONE)
    return;
  self->miss = miss;
  self->regret_until_ms = now_ms + REGRET_MS;
}

DeskMiss
desk_coach_pace_get_miss (const DeskCoachPace *self)
{
  return self->miss;
}

static gboolean
was_told (const DeskCoachPace *self, const DeskAdvice *advice)
{
  for (guint i = 0; i < self->told->len; i++)
    if (desk_advice_equal (&g_array_index (self->told, DeskAdvice, i), advice))
      return TRUE;
  return FALSE;
}

/* Writing causes no event. It counts as done once the coach would advise something else and the trainee has
 * typed in the meantime. */
static gboolean
is_written (const DeskCoachPace *self, const DeskAdvice *next)
{
  return (self->advice.kind == DESK_ADVICE_WRITE || self->advice.kind == DESK_ADVICE_CHECK) &&
         self->touched_ms > self->since_ms && next->call == self->advice.call;
}

static void
finish_advice (DeskCoachPace *self, const DeskAdvice *next, gint64 now_ms)
{
  if (!self->was_done && !is_written (self, next))
    return;
  self->n_done[desk_advice_skill (&self->advice)]++;
  if (self->voice == DESK_COACH_SILENT)
    return;
  self->praised = self->advice;
  self->praised_until_ms = now_ms + PRAISE_MS;
}

/* A step that was advised is still open, and something else now comes before it: that is advised without a
 * pause. */
static gboolean
takes_the_place (const DeskCoachPace *self, const DeskAdvice *next)
{
  return self->voice != DESK_COACH_SILENT && !self->was_done && !is_written (self, next) &&
         next->kind != DESK_ADVICE_NONE && next->call == self->advice.call;
}

static void
take_up (DeskCoachPace *self, const DeskAdvice *next, gint64 now_ms)
{
  self->at_once = takes_the_place (self, next);
  finish_advice (self, next, now_ms);
  self->advice = *next;
  self->since_ms = now_ms;
  self->dismissed_ms = -1;
  self->voice = DESK_COACH_SILENT;
  self->was_done = FALSE;
}

static gint64
moment_ms (const DeskCoachPace *self)
{
  const DeskAdvice *advice = &self->advice;
  gint64 moment_ms = self->moment_ms;
  gboolean known = self->n_done[desk_advice_skill (advice)] >= KNOWN_AFTER;

  if (advice->phrase && advice->phrase->which == DESK_PHRASE_GREET)
    moment_ms = self->is_tutorial && !known ? 0 : MIN (moment_ms, GREETING_MOMENT_MS);
  if (known)
    moment_ms *= KNOWN_FACTOR;
  return was_told (self, advice) ? MAX (moment_ms, REMINDING_MS) : moment_ms;
}

static gint64
due_ms (const DeskCoachPace *self)
{
  gint64 from_ms = MAX (MAX (self->since_ms, self->touched_ms), self->breath_ms);

  if (self->dismissed_ms >= 0)
    return self->dismissed_ms + DISMISSED_MS;
  return self->advice.urgent || self->at_once ? self->since_ms : from_ms + moment_ms (self);
}

static void
speak (DeskCoachPace *self, gint64 now_ms)
{
  if (self->voice == DESK_COACH_SPEAKS) {
    if (now_ms >= self->spoken_ms + SPEAKING_MS)
      self->voice = DESK_COACH_REMINDS;
    return;
  }
  if (self->voice == DESK_COACH_REMINDS || now_ms < due_ms (self))
    return;
  self->voice = was_told (self, &self->advice) ? DESK_COACH_REMINDS : DESK_COACH_SPEAKS;
  self->spoken_ms = now_ms;
  if (self->voice == DESK_COACH_SPEAKS)
    g_array_append_val (self->told, self->advice);
}

DeskCoachVoice
desk_coach_pace_update (DeskCoachPace *self, const DeskAdvice *advice, gint64 now_ms)
{
  if (!desk_advice_equal (&self->advice, advice) || self->was_done)
    take_up (self, advice, now_ms);
  self->advice.why = advice->why;
  self->advice.urgent = advice->urgent;
  if (self->quiet)
    return DESK_COACH_SILENT;
  if (self->advice.kind != DESK_ADVICE_NONE)
    speak (self, now_ms);
  if (self->voice == DESK_COACH_SILENT && now_ms < self->regret_until_ms)
    return DESK_COACH_REGRETS;
  if (self->voice == DESK_COACH_SILENT && now_ms < self->praised_until_ms)
    return DESK_COACH_PRAISES;
  self->praised_until_ms = self->voice == DESK_COACH_SILENT ? self->praised_until_ms : 0;
  return self->voice;
}

const DeskAdvice *
desk_coach_pace_get_advice (const DeskCoachPace *self)
{
  return self->voice == DESK_COACH_SILENT && self->praised_until_ms > 0 ? &self->praised
                                                                        : &self->advice;
}

void
desk_coach_pace_dismiss (DeskCoachPace *self, gint64 now_ms)
{
  self->voice = DESK_COACH_SILENT;
  self->praised_until_ms = self->regret_until_ms = 0;
  self->dismissed_ms = now_ms;
  self->breath_ms = now_ms + BREATH_MS;
}

void
desk_coach_pace_be_quiet (DeskCoachPace *self)
{
  self->quiet = TRUE;
}
