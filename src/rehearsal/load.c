/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "rehearsal/load.h"

/* Follows the lines as the events of a shift go by. */
typedef struct {
  guint in_use;
  guint most;
  guint handset; /* the line that is on it, or 0 */
  gint64 talks_since_ms;
  gint64 talk_ms;
  gboolean *waits; /* owned, by line from 1: it rings, came back or is on hold */
  guint n_waiting;
  gint64 waits_since_ms;
  gint64 waiting_ms;
} Watch;

static void
take_handset (Watch *watch, const DeskEvent *event)
{
  if (watch->handset == 0)
    watch->talks_since_ms = event->t_ms;
  watch->handset = event->line;
}

static void
leave_handset (Watch *watch, const DeskEvent *event)
{
  if (watch->handset != event->line)
    return;
  watch->talk_ms += event->t_ms - watch->talks_since_ms;
  watch->handset = 0;
}

static void
wait_or_not (Watch *watch, const DeskEvent *event, gboolean waits)
{
  if (watch->waits[event->line] == waits)
    return;
  watch->waits[event->line] = waits;
  if (waits && watch->n_waiting++ == 0)
    watch->waits_since_ms = event->t_ms;
  else if (!waits && --watch->n_waiting == 0)
    watch->waiting_ms += event->t_ms - watch->waits_since_ms;
}

static void
watch_event (Watch *watch, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_RINGING) {
    watch->in_use++;
    watch->most = MAX (watch->most, watch->in_use);
    wait_or_not (watch, event, TRUE);
  } else if (event->type == DESK_EVENT_ANSWERED || event->type == DESK_EVENT_RESUMED ||
             event->type == DESK_EVENT_CONSULTING) {
    take_handset (watch, event);
    wait_or_not (watch, event, FALSE);
  } else if (event->type == DESK_EVENT_HELD || event->type == DESK_EVENT_TRANSFERRING) {
    leave_handset (watch, event);
    wait_or_not (watch, event, event->type == DESK_EVENT_HELD);
  } else if (event->type == DESK_EVENT_RECALL) {
    wait_or_not (watch, event, TRUE);
  } else if (event->type == DESK_EVENT_TRANSFERRED || event->type == DESK_EVENT_RELEASED ||
             event->type == DESK_EVENT_ABANDONED) {
    leave_handset (watch, event);
    wait_or_not (watch, event, FALSE);
    watch->in_use--;
  }
}

static void
watch_shift (const DeskRecording *recording, DeskLoad *load)
{
  Watch watch = { .waits = g_new0 (gboolean, load->lines + 1) };
  gint64 end_ms = 0;

  for (guint i = 0; i < recording->records->len; i++) {
    const DeskRecord *record = &g_array_index (recording->records, DeskRecord, i);

    if (record->is_command)
      continue;
    watch_event (&watch, &record->event);
    end_ms = record->event.t_ms;
  }
  g_free (watch.waits);
  load->shift_seconds = (double) end_ms / 1000.0;
  load->most_at_once = watch.most;
  load->talk_seconds = (double) watch.talk_ms / 1000.0;
  if (end_ms > 0) {
    load->occupancy = (double) watch.talk_ms / (double) end_ms;
    load->waiting = (double) watch.waiting_ms / (double) end_ms;
  }
}

static void
sort_calls (const DeskScorecard *scorecard, DeskLoad *load)
{
  for (guint i = 0; i < scorecard->n_calls; i++) {
    const DeskCallScore *score = &scorecard->calls[i];
    gpointer call = (gpointer) score->call;

    if (!score->answered)
      g_ptr_array_add (load->unanswerable, call);
    if (score->end == DESK_END_BLOCKED)
      g_ptr_array_add (load->blocked, call);
    if (score->answered &&
        score->response_seconds * 1000.0 > (double) load->scenario->target_answer_ms)
      g_ptr_array_add (load->late, call);
  }
  load->n_unanswerable = load->unanswerable->len;
}

/* Enough shifts for a mean and an interval; fewer if each takes long. */
static guint
shifts_for (const DeskScenario *scenario)
{
  enum {
    MOST = 20,
    CALLS = 2000
  };

  return scenario->n_calls == 0 ? 1 : CLAMP (CALLS / scenario->n_calls, 1, MOST);
}

static DeskSpread
work_some (DeskScenario *scenario, DeskClipLengths *lengths, DeskTrainee trainee)
{
  g_autoptr (DeskJournalHeader) header =
      desk_journal_header_new (desk_trainee_name (trainee), DESK_MODE_SIMULATED);
  g_autoptr (DeskManyShifts) many = NULL;

  header->seed = scenario->seed;
  header->jittered = scenario->jittered;
  many =
      desk_many_shifts_run (scenario, lengths, header, trainee, shifts_for (scenario), NULL, NULL);
  return many->score;
}

static void
work_ideally (DeskLoad *load, DeskClipLengths *lengths)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("ideal", DESK_MODE_SIMULATED);
  g_autoptr (DeskRecording) recording =
      desk_virtual_shift_run (load->scenario, lengths, header, DESK_TRAINEE_IDEAL, NULL);
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);

  load->ideal_score = scorecard->score;
  load->notes = scorecard->totals.messages_due;
  watch_shift (recording, load);
  sort_calls (scorecard, load);
}

static void
judge_difficulty (DeskLoad *load)
{
  DeskStrain strain = {
    .occupancy = load->occupancy,
    .waiting = load->waiting,
    .most_at_once = load->most_at_once,
    .notes = load->calls > 0 ? (double) load->notes / load->calls : 0.0,
    .steady_score = load->steady.mean,
    .hurried_score = load->hurried.mean,
  };

  load->points = desk_difficulty_points (&strain);
  load->difficulty = desk_difficulty_of (desk_round_2 (load->points));
  load->against_level = desk_difficulty_against (load->difficulty, load->scenario->level);
}

void
desk_load_measure (DeskScenario *scenario, DeskLoad *load)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new (scenario);

  *load = (DeskLoad){
    .scenario = desk_scenario_ref (scenario),
    .calls = scenario->n_calls,
    .lines = scenario->n_lines,
    .calls_per_ten_minutes = scenario->n_calls * 600000.0 / (double) scenario->duration_ms,
    .unanswerable = g_ptr_array_new (),
    .blocked = g_ptr_array_new (),
    .late = g_ptr_array_new (),
  };
  work_ideally (load, lengths);
  load->ideal = (DeskSpread){ 1, load->ideal_score, 0.0, load->ideal_score, load->ideal_score };
  if (scenario->jittered)
    load->ideal = work_some (scenario, lengths, DESK_TRAINEE_IDEAL);
  load->steady = work_some (scenario, lengths, DESK_TRAINEE_STEADY);
  load->hurried = work_some (scenario, lengths, DESK_TRAINEE_HURRIED);
  judge_difficulty (load);
}

void
desk_load_clear (DeskLoad *load)
{
  g_clear_pointer (&load->unanswerable, g_ptr_array_unref);
  g_clear_pointer (&load->blocked, g_ptr_array_unref);
  g_clear_pointer (&load->late, g_ptr_array_unref);
  g_clear_pointer (&load->scenario, desk_scenario_unref);
}
