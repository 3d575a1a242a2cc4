/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/timeline.h"

#include <glib/gi18n-lib.h>

static GArray *
marks_of (DeskTimelineLane *lane, DeskMarkKind kind)
{
  return kind < DESK_MARK_NEVER_CAME ? lane->above : lane->on;
}

static void
add_mark (DeskTimeline *self, guint lane, DeskTimelineMark mark)
{
  g_return_if_fail (lane < self->n_lanes);

  g_array_append_val (marks_of (&self->lanes[lane], mark.kind), mark);
  self->has_kind[mark.kind] = TRUE;
}

static void
add_bar (DeskTimeline *self, guint call, const DeskStretch *stretch)
{
  DeskTimelineBar bar = { .call = call,
                          .state = stretch->state,
                          .from_ms = stretch->from_ms,
                          .to_ms = stretch->to_ms,
                          .to = stretch->to };

  g_return_if_fail (stretch->line >= 1 && stretch->line <= self->n_lanes);

  g_array_append_val (self->lanes[stretch->line - 1].bars, bar);
  self->has_state[bar.state] = TRUE;
}

static const DeskStretch *
stretch_at (const DeskCallView *view, guint n)
{
  return &g_array_index (view->stretches, DeskStretch, n);
}

/* The stretch the call was in at `t_ms`, or the last one before. */
static const DeskStretch *
stretch_until (const DeskCallView *view, gint64 t_ms)
{
  const DeskStretch *found = stretch_at (view, 0);

  for (guint n = 1; n < view->stretches->len && stretch_at (view, n)->from_ms <= t_ms; n++)
    found = stretch_at (view, n);
  return found;
}

static DeskMarkKind
kind_of (const DeskSaying *saying)
{
  if (saying->phrase->critical)
    return DESK_MARK_CRITICAL;
  return saying->to != NULL ? DESK_MARK_COLLEAGUE_PHRASE : DESK_MARK_PHRASE;
}

/* Both are in the order of time, so one pass over the stretches does for all sayings. */
static void
add_sayings (DeskTimeline *self, guint call, const DeskCallView *view)
{
  guint at = 0;

  for (guint n = 0; n < view->sayings->len; n++) {
    const DeskSaying *saying = &g_array_index (view->sayings, DeskSaying, n);

    while (at + 1 < view->stretches->len && stretch_at (view, at + 1)->from_ms <= saying->t_ms)
      at++;
    add_mark (self, stretch_at (view, at)->line - 1,
              (DeskTimelineMark){ .call = call,
                                  .kind = kind_of (saying),
                                  .t_ms = saying->t_ms,
                                  .since_ms = -1,
                                  .phrase = saying->phrase,
                                  .to = saying->to });
  }
}

/* A slip is often logged when the caller has long hung up: it belongs to the line they were on. */
static void
add_message (DeskTimeline *self, guint call, const DeskCallView *view)
{
  const DeskStretch *stretch;

  if (view->logged_ms < 0)
    return;
  stretch = stretch_until (view, view->logged_ms);
  add_mark (
      self, stretch->line - 1,
      (DeskTimelineMark){ .call = call,
                          .kind = DESK_MARK_MESSAGE,
                          .t_ms = view->logged_ms,
                          .since_ms = stretch->to_ms < view->logged_ms ? stretch->to_ms : -1 });
}

static void
add_end (DeskTimeline *self,
         guint call,
         const DeskStretch *last,
         DeskMarkKind kind,
         const DeskPerson *to)
{
  add_mark (self, last->line - 1,
            (DeskTimelineMark){
                .call = call, .kind = kind, .t_ms = last->to_ms, .since_ms = -1, .to = to });
}

/* One who rings again gave up before: a gap between two stretches. */
static void
add_ends (DeskTimeline *self, guint call, const DeskCallView *view)
{
  const DeskStretch *last = stretch_at (view, view->stretches->len - 1);

  for (guint n = 1; n < view->stretches->len; n++) {
    if (stretch_at (view, n)->from_ms > stretch_at (view, n - 1)->to_ms)
      add_end (self, call, stretch_at (view, n - 1), DESK_MARK_GAVE_UP, NULL);
  }
  switch (view->end) {
  case DESK_END_TRANSFERRED: add_end (self, call, last, DESK_MARK_PUT_THROUGH, view->got_by); break;
  case DESK_END_ABANDONED_RINGING:
  case DESK_END_ABANDONED_HOLD:
  case DESK_END_ABANDONED_SILENCE: add_end (self, call, last, DESK_MARK_GAVE_UP, NULL); break;
  case DESK_END_NONE:
  case DESK_END_COMPLETED:
  case DESK_END_BLOCKED: break;
  }
}

static gboolean
is_lineless (const DeskCallView *view)
{
  return view->stretches->len == 0;
}

/* Where a call without a line was blocked; the end for one that was still to come. */
static gint64
lineless_ms (const DeskTimeline *self, const DeskCallView *view)
{
  return view->end == DESK_END_BLOCKED ? view->ended_ms : self->end_ms;
}

static void
add_lineless (DeskTimeline *self, guint call, const DeskCallView *view)
{
  add_mark (self, self->n_lanes - 1,
            (DeskTimelineMark){ .call = call,
                                .kind = view->end == DESK_END_BLOCKED ? DESK_MARK_BLOCKED
                                                                      : DESK_MARK_NEVER_CAME,
                                .t_ms = lineless_ms (self, view),
                                .since_ms = -1 });
}

static void
add_call (DeskTimeline *self, guint call, const DeskCallView *view)
{
  if (is_lineless (view)) {
    add_lineless (self, call, view);
    return;
  }
  for (guint n = 0; n < view->stretches->len; n++)
    add_bar (self, call, stretch_at (view, n));
  add_sayings (self, call, view);
  add_message (self, call, view);
  add_ends (self, call, view);
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const DeskTimelineBar *left = a, *right = b;

  if (left->from_ms != right->from_ms)
    return left->from_ms < right->from_ms ? -1 : 1;
  return (left->to_ms > right->to_ms) - (left->to_ms < right->to_ms);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const DeskTimelineMark *left = a, *right = b;

  return (left->t_ms > right->t_ms) - (left->t_ms < right->t_ms);
}

static void
lane_init (DeskTimelineLane *lane, char *name)
{
  lane->name = name;
  lane->bars = g_array_new (FALSE, FALSE, sizeof (DeskTimelineBar));
  lane->above = g_array_new (FALSE, FALSE, sizeof (DeskTimelineMark));
  lane->on = g_array_new (FALSE, FALSE, sizeof (DeskTimelineMark));
}

static gboolean
any_lineless (const DeskShiftView *shift)
{
  for (guint n = 0; n < shift->n_calls; n++) {
    if (is_lineless (&shift->calls[n]))
      return TRUE;
  }
  return FALSE;
}

static void
make_lanes (DeskTimeline *self)
{
  const guint n_lines = self->scorecard->scenario->n_lines;

  self->n_lanes = n_lines + (any_lineless (self->scorecard->shift) ? 1 : 0);
  self->lanes = g_new (DeskTimelineLane, self->n_lanes);
  for (guint line = 1; line <= n_lines; line++)
    lane_init (&self->lanes[line - 1], g_strdup_printf (_ ("Line %u"), line));
  if (self->n_lanes > n_lines)
    lane_init (&self->lanes[n_lines], g_strdup (_ ("No line")));
}

static void
sort_lane (DeskTimelineLane *lane)
{
  g_array_sort (lane->bars, compare_bars);
  g_array_sort (lane->above, compare_marks);
  g_array_sort (lane->on, compare_marks);
}

DeskTimeline *
desk_timeline_new (const DeskScorecard *scorecard)
{
  DeskTimeline *self = g_new0 (DeskTimeline, 1);

  self->scorecard = scorecard;
  self->end_ms = MAX (scorecard->shift->end_ms, 1);
  make_lanes (self);
  for (guint n = 0; n < scorecard->n_calls; n++)
    add_call (self, n, scorecard->calls[n].view);
  for (guint n = 0; n < self->n_lanes; n++)
    sort_lane (&self->lanes[n]);
  return self;
}

void
desk_timeline_free (DeskTimeline *self)
{
  if (self == NULL)
    return;
  for (guint n = 0; n < self->n_lanes; n++) {
    g_free (self->lanes[n].name);
    g_array_unref (self->lanes[n].bars);
    g_array_unref (self->lanes[n].above);
    g_array_unref (self->lanes[n].on);
  }
  g_free (self->lanes);
  g_free (self);
}

void
desk_timeline_call_span (const DeskTimeline *self, guint call, gint64 *from_ms, gint64 *to_ms)
{
  const DeskCallView *view;

  g_return_if_fail (call < self->scorecard->n_calls);

  view = self->scorecard->calls[call].view;
  if (is_lineless (view)) {
    *from_ms = *to_ms = lineless_ms (self, view);
    return;
  }
  *from_ms = stretch_at (view, 0)->from_ms;
  *to_ms = MAX (stretch_at (view, view->stretches->len - 1)->to_ms, view->logged_ms);
}
