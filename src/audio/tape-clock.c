/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tape-clock.h"

void
desk_tape_clock_init (DeskTapeClock *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (DeskTapeSpan));
}

void
desk_tape_clock_clear (DeskTapeClock *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
}

static DeskTapeSpan *
last_span (const DeskTapeClock *self)
{
  return self->spans->len > 0 ? &g_array_index (self->spans, DeskTapeSpan, self->spans->len - 1)
                              : NULL;
}

static gboolean
is_running (const DeskTapeClock *self)
{
  const DeskTapeSpan *last = last_span (self);

  return last != NULL && last->to_ns == G_MAXINT64;
}

gint64
desk_tape_clock_get_stopped_ns (const DeskTapeClock *self)
{
  const DeskTapeSpan *last = last_span (self);

  return last == NULL || last->to_ns == G_MAXINT64 ? G_MININT64 : last->to_ns;
}

void
desk_tape_clock_hold (DeskTapeClock *self, gint64 session_ns)
{
  DeskTapeSpan *last = last_span (self);

  if (is_running (self))
    last->to_ns = last->from_ns + MAX (session_ns - last->session_ns, 0);
}

void
desk_tape_clock_run (DeskTapeClock *self, gint64 session_ns, gint64 from_ns)
{
  const DeskTapeSpan span = { from_ns, G_MAXINT64, session_ns };

  desk_tape_clock_hold (self, session_ns);
  g_array_append_val (self->spans, span);
}

gboolean
desk_tape_clock_find (const DeskTapeClock *self, gint64 at_ns, DeskTapeSpan *span)
{
  guint n = self->spans->len;

  while (n > 0 && g_array_index (self->spans, DeskTapeSpan, n - 1).to_ns > at_ns)
    n--;
  if (n == self->spans->len)
    return FALSE;
  *span = g_array_index (self->spans, DeskTapeSpan, n);
  return TRUE;
}

gint64
desk_tape_clock_session_at (const DeskTapeClock *self, gint64 at_ns)
{
  const DeskTapeSpan *last = last_span (self);
  DeskTapeSpan span;

  if (desk_tape_clock_find (self, at_ns, &span))
    return span.session_ns + MAX (at_ns - span.from_ns, 0);
  return last != NULL ? last->session_ns + last->to_ns - last->from_ns : 0;
}
