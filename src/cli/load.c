/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/load.h"

#include "cli/virtual-shift.h"

/* Follows the lines through the events of a shift. */
typedef struct {
  guint in_use;
  guint most;
  guint handset; /* the line that is on it, or 0 */
  gint64 since_ms;
  gint64 talk_ms;
} Watch;

static void
take_handset (Watch *watch, const DeskEvent *event)
{
  if (watch->handset == 0)
    watch->since_ms = event->t_ms;
  watch->handset = event->line;
}

static void
leave_handset (Watch *watch, const DeskEvent *event)
{
  if (watch->handset != event->line)
    return;
  watch->talk_ms += event->t_ms - watch->since_ms;
  watch->handset = 0;
}

static void
watch_event (Watch *watch, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_RINGING) {
    watch->in_use++;
    watch->most = MAX (watch->most, watch->in_use);
  } else if (event->type == DESK_EVENT_ANSWERED || event->type == DESK_EVENT_RESUMED ||
             event->type == DESK_EVENT_CONSULTING) {
    take_handset (watch, event);
  } else if (event->type == DESK_EVENT_HELD || event->type == DESK_EVENT_TRANSFERRING) {
    leave_handset (watch, event);
  } else if (event->type == DESK_EVENT_TRANSFERRED || event->type == DESK_EVENT_RELEASED ||
             event->type == DESK_EVENT_ABANDONED) {
    leave_handset (watch, event);
    watch->in_use--;
  }
}

static void
watch_shift (const DeskRecording *recording, DeskLoad *load)
{
  Watch watch = { 0 };

  for (guint i = 0; i < recording->records->len; i++) {
    const DeskRecord *record = &g_array_index (recording->records, DeskRecord, i);

    if (!record->is_command)
      watch_event (&watch, &record->event);
  }
  load->most_at_once = watch.most;
  load->talk_seconds = (double) watch.talk_ms / 1000.0;
}

static void
find_unanswerable (const DeskScorecard *scorecard, DeskLoad *load)
{
  for (guint i = 0; i < scorecard->n_calls; i++)
    if (!scorecard->calls[i].answered)
      g_ptr_array_add (load->unanswerable, (gpointer) scorecard->calls[i].call);
  load->n_unanswerable = load->unanswerable->len;
}

void
desk_load_measure (DeskScenario *scenario, DeskLoad *load)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("ideal", DESK_MODE_SIMULATED);
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new (scenario);
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (DeskScorecard) scorecard = NULL;

  recording = desk_virtual_shift_run (scenario, lengths, header, DESK_TRAINEE_IDEAL, NULL);
  scorecard = desk_scorecard_new (recording);
  *load = (DeskLoad){
    .calls = scenario->n_calls,
    .lines = scenario->n_lines,
    .calls_per_ten_minutes = scenario->n_calls * 600000.0 / (double) scenario->duration_ms,
    .ideal_score = scorecard->score,
    .unanswerable = g_ptr_array_new (),
  };
  watch_shift (recording, load);
  find_unanswerable (scorecard, load);
}

void
desk_load_clear (DeskLoad *load)
{
  g_clear_pointer (&load->unanswerable, g_ptr_array_unref);
}
