/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/timeline-words.h"

#include "report/words.h"

#include <glib/gi18n-lib.h>

/* More of them in one place would make a tip that covers the timeline. */
#define MAX_LISTED 8

const char *
desk_timeline_kind_words (DeskMarkKind kind)
{
  switch (kind) {
  case DESK_MARK_PHRASE: return _ ("Said to the caller");
  case DESK_MARK_COLLEAGUE_PHRASE: return _ ("Said to a colleague");
  case DESK_MARK_MESSAGE: return _ ("Message logged");
  case DESK_MARK_CRITICAL: return _ ("Critical phrase");
  case DESK_MARK_PUT_THROUGH: return _ ("Put through");
  case DESK_MARK_NEVER_CAME: return _ ("Still to come");
  case DESK_MARK_BLOCKED: return _ ("All lines taken");
  case DESK_MARK_GAVE_UP: return _ ("Gave up");
  }
  g_return_val_if_reached ("");
}

char *
desk_timeline_call_words (const DeskTimeline *self, guint call)
{
  g_autofree char *written = desk_words_caller (self->scorecard->calls[call].call);
  g_autofree char *caller = desk_words_tame (written);

  return g_strdup_printf (_ ("%u. %s"), call + 1, caller);
}

static char *
length_words (gint64 length_ms)
{
  if (length_ms < 60000)
    return g_strdup_printf (_ ("%.1f s"), (double) length_ms / 1000);
  return g_strdup_printf (_ ("%d min %d s"), (int) (length_ms / 60000),
                          (int) (length_ms / 1000 % 60));
}

/* "00:09.8", with the decimal sign of the user. */
static char *
moment_words (gint64 t_ms)
{
  const gint64 tenths = (t_ms + 50) / 100;
  const int hours = (int) (tenths / 36000);
  const int minutes = (int) (tenths / 600 % 60);
  const double seconds = (double) (tenths % 600) / 10;

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%04.1f", hours, minutes, seconds);
  return g_strdup_printf ("%02d:%04.1f", minutes, seconds);
}

static char *
bar_state_words (const DeskTimelineBar *bar)
{
  const char *state = desk_words_line_state (bar->state);
  g_autofree char *name = bar->to != NULL ? desk_words_tame (bar->to->name) : NULL;

  return name != NULL ? g_strdup_printf ("%s: %s", state, name) : g_strdup (state);
}

char *
desk_timeline_bar_words (const DeskTimeline *self, const DeskTimelineBar *bar)
{
  g_autofree char *call = desk_timeline_call_words (self, bar->call);
  g_autofree char *state = bar_state_words (bar);
  g_autofree char *length = length_words (bar->to_ms - bar->from_ms);
  g_autofree char *from = moment_words (bar->from_ms);
  g_autofree char *to = moment_words (bar->to_ms);

  return g_strdup_printf ("%s\n%s\n%s – %s (%s)", call, state, from, to, length);
}

static char *
said_words (const DeskTimelineMark *mark)
{
  g_autofree char *phrase = desk_words_tame (desk_words_phrase (mark->phrase));
  g_autofree char *to = mark->to != NULL ? desk_words_tame (mark->to->name) : NULL;

  if (mark->kind == DESK_MARK_CRITICAL && to == NULL)
    return g_strdup_printf (_ ("“%s”, which must not be said"), phrase);
  if (mark->kind == DESK_MARK_CRITICAL)
    return g_strdup_printf (_ ("“%s” to %s, which must not be said"), phrase, to);
  if (to != NULL)
    return g_strdup_printf (_ ("“%s” to %s"), phrase, to);
  return g_strdup_printf (_ ("“%s”"), phrase);
}

static char *
message_words (const DeskTimeline *self, const DeskTimelineMark *mark)
{
  g_autofree char *after = NULL;

  if (mark->since_ms < 0)
    return g_strdup (_ ("Message logged during the call"));
  after = length_words (mark->t_ms - mark->since_ms);
  return g_strdup_printf (_ ("Message logged %s after the call"), after);
}

static char *
end_words (const DeskTimeline *self, const DeskTimelineMark *mark)
{
  g_autofree char *to = mark->to != NULL ? desk_words_tame (mark->to->name) : NULL;

  if (to != NULL)
    return g_strdup_printf (_ ("Put through to %s"), to);
  return g_strdup (desk_timeline_kind_words (mark->kind));
}

static char *
mark_words (const DeskTimeline *self, const DeskTimelineMark *mark)
{
  if (mark->phrase != NULL)
    return said_words (mark);
  if (mark->kind == DESK_MARK_MESSAGE)
    return message_words (self, mark);
  return end_words (self, mark);
}

/* The name of a call stands once above all that follows one another in it. */
static void
append_mark (GString *words, const DeskTimeline *self, const DeskTimelineMark *mark, gboolean named)
{
  g_autofree char *call = desk_timeline_call_words (self, mark->call);
  g_autofree char *what = mark_words (self, mark);
  g_autofree char *moment = moment_words (mark->t_ms);

  if (named)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", call);
  g_string_append_printf (words, "\n%s  %s", moment, what);
}

char *
desk_timeline_cluster_words (const DeskTimeline *self, const DeskTimelineCluster *cluster)
{
  GString *words = g_string_new (NULL);
  const guint n_listed = MIN (cluster->n, MAX_LISTED);

  for (guint n = 0; n < n_listed; n++)
    append_mark (words, self, &cluster->first[n],
                 n == 0 || cluster->first[n].call != cluster->first[n - 1].call);
  if (n_listed < cluster->n) {
    g_string_append_c (words, '\n');
    g_string_append_printf (words, ngettext ("and %u more", "and %u more", cluster->n - n_listed),
                            cluster->n - n_listed);
  }
  return g_string_free (words, FALSE);
}

char *
desk_timeline_words (gint64 from_ms, gint64 to_ms)
{
  g_autofree char *from = desk_words_clock (from_ms);
  g_autofree char *to = desk_words_clock (to_ms);

  return g_strdup_printf (_ ("What happened on each line from %s to %s"), from, to);
}
