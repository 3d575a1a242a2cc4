/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/mistakes-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/clear-container.h"
#include "app/plain-label.h"
#include "report/words.h"

/* Points of a call. A change of less is not called one: with a handful of calls a session, chance
 * alone moves the mean by that much. */
#define SAME 0.5

struct _DeskMistakesList {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskMistakesList, desk_mistakes_list, GTK_TYPE_BOX)

static char *
describe_frequency (const DeskHistoryMistake *mistake, guint n_last)
{
  if (mistake->n_sessions == n_last)
    return g_strdup_printf (
        ngettext ("in %u of the last %u session", "in %u of the last %u sessions", n_last),
        mistake->n_sessions_lost, n_last);
  return g_strdup_printf (ngettext ("in %u of %u recent session where it mattered",
                                    "in %u of %u recent sessions where it mattered",
                                    mistake->n_sessions),
                          mistake->n_sessions_lost, mistake->n_sessions);
}

static char *
describe_loss (const DeskHistoryMistake *mistake)
{
  if (mistake->lost < 0.05)
    return g_strdup (_ ("costs next to nothing yet"));
  return g_strdup_printf (_ ("costs %.1f points of a call on average"), mistake->lost);
}

static char *
describe_trend (const DeskHistoryMistake *mistake)
{
  double change = mistake->lost - mistake->lost_before;

  if (mistake->lost_before < 0)
    return g_strdup (_ ("Nothing earlier to compare with"));
  if (fabs (change) < SAME)
    return g_strdup_printf (_ ("The same as before (%.1f points)"), mistake->lost_before);
  if (change < 0)
    return g_strdup_printf (_ ("▼ Better than before (%.1f points)"), mistake->lost_before);
  return g_strdup_printf (_ ("▲ Worse than before (%.1f points)"), mistake->lost_before);
}

static const char *
trend_class (const DeskHistoryMistake *mistake)
{
  double change = mistake->lost - mistake->lost_before;

  if (mistake->lost_before < 0 || fabs (change) < SAME)
    return "dim-label";
  return change < 0 ? "desk-right" : "desk-wrong";
}

static void
add (DeskMistakesList *self, const char *text, const char *style_class)
{
  GtkWidget *label = desk_plain_label_new (text, style_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_container_add (GTK_CONTAINER (self), label);
}

static void
add_mistake (DeskMistakesList *self, const DeskHistoryMistake *mistake, guint n_last)
{
  g_autofree char *frequency = describe_frequency (mistake, n_last);
  g_autofree char *loss = describe_loss (mistake);
  g_autofree char *trend = describe_trend (mistake);
  g_autofree char *words = g_strdup_printf ("%s · %s", frequency, loss);

  add (self, desk_history_kind_words (mistake->kind), "desk-mistake");
  add (self, words, NULL);
  add (self, trend, trend_class (mistake));
}

void
desk_mistakes_list_show (DeskMistakesList *self, const DeskHistoryProgress *progress)
{
  const GPtrArray *mistakes = progress->mistakes;

  g_return_if_fail (DESK_IS_MISTAKES_LIST (self));
  desk_clear_container (GTK_CONTAINER (self));
  if (mistakes == NULL)
    add (self,
         _ ("It is too early to say. Mistakes that persist show from the second comparable session "
            "on: same trainee, same mode, adjusted in the same way."),
         "dim-label");
  else if (mistakes->len == 0)
    add (self, _ ("None. Nothing was lost in the same way in most of the latest sessions."), NULL);
  for (guint n = 0; mistakes != NULL && n < mistakes->len; n++)
    add_mistake (self, mistakes->pdata[n], MIN (progress->n, DESK_HISTORY_WINDOW));
}

static void
desk_mistakes_list_class_init (DeskMistakesListClass *klass)
{
}

static void
desk_mistakes_list_init (DeskMistakesList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}
