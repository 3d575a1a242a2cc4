/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-side.h"

#include <glib/gi18n-lib.h>

#include "app/chart-series.h"
#include "app/class-mistakes-list.h"
#include "app/plain-label.h"
#include "app/progress-chart.h"
#include "classroom/class-weeks.h"
#include "classroom/class-words.h"
#include "matching/tame-text.h"

struct _DeskClassSide {
  GtkBox parent_instance;

  GtkWidget *title; /* borrowed, as below: children */
  GtkWidget *whole; /* goes back to the class */
  GtkWidget *summary;
  DeskProgressChart *chart;
  DeskClassMistakesList *mistakes;

  DeskClassSnapshot *snapshot; /* owned, as the next; or NULL */
  char *trainee;               /* NULL: the class */
};

G_DEFINE_FINAL_TYPE (DeskClassSide, desk_class_side, GTK_TYPE_BOX)

static guint open_signal;

/* A week as a point of the chart, at its Monday. */
static DeskHistoryEntry *
point_new (const DeskClassWeek *week)
{
  DeskHistoryEntry *point = g_new0 (DeskHistoryEntry, 1);

  point->id = g_strdup (week->week);
  point->trainee = g_strdup (week->trainee);
  point->scenario = g_strdup ("");
  point->scenario_title = g_strdup ("");
  point->started = g_strdup (week->week);
  point->started_us = desk_class_week_us (week);
  point->accommodations = g_strdup ("");
  point->score = week->score;
  point->pass = -1;
  point->passed = TRUE;
  point->response = week->response;
  point->message = week->message;
  return point;
}

static char *
describe (const GPtrArray *weeks)
{
  g_autofree char *latest = NULL;

  if (weeks->len == 0)
    return g_strdup (_ ("It is not known when these sessions were worked."));
  latest = desk_class_words_week (weeks->pdata[weeks->len - 1]);
  return g_strdup_printf (ngettext ("%u week. %s.", "%u weeks. %s.", weeks->len), weeks->len,
                          latest);
}

static void
show_weeks (DeskClassSide *self)
{
  g_autoptr (GPtrArray) weeks = desk_class_weeks_of (self->snapshot->view, self->trainee);
  g_autoptr (GPtrArray) points =
      g_ptr_array_new_with_free_func ((GDestroyNotify) desk_history_entry_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *summary = describe (weeks);

  for (guint n = 0; n < weeks->len; n++) {
    g_ptr_array_add (points, point_new (weeks->pdata[n]));
    g_ptr_array_add (words, desk_class_words_week (weeks->pdata[n]));
  }
  desk_plain_label_set_text (GTK_LABEL (self->summary), summary);
  desk_progress_chart_set_points (self->chart, points, words, summary);
}

static gboolean
is_there (DeskClassSide *self, const char *trainee)
{
  const GPtrArray *trainees = self->snapshot->view->trainees;

  return trainee != NULL &&
         g_ptr_array_find_with_equal_func ((GPtrArray *) trainees, trainee, g_str_equal, NULL);
}

static void
show_title (DeskClassSide *self)
{
  g_autofree char *name = self->trainee != NULL ? desk_tame_line (self->trainee) : NULL;

  gtk_label_set_text (GTK_LABEL (self->title), name != NULL ? name : _ ("The class"));
  gtk_widget_set_tooltip_text (self->title, name);
  gtk_widget_set_visible (self->whole, name != NULL);
}

void
desk_class_side_choose (DeskClassSide *self, const char *trainee)
{
  char *kept = g_strdup (trainee);

  g_return_if_fail (DESK_IS_CLASS_SIDE (self));
  g_free (self->trainee);
  self->trainee = kept;
  if (!is_there (self, trainee))
    g_clear_pointer (&self->trainee, g_free);
  show_title (self);
  show_weeks (self);
}

void
desk_class_side_show (DeskClassSide *self, DeskClassSnapshot *snapshot)
{
  DeskClassSnapshot *before;
  g_autofree char *trainee = NULL;

  g_return_if_fail (DESK_IS_CLASS_SIDE (self));
  before = self->snapshot;
  self->snapshot = desk_class_snapshot_ref (snapshot);
  g_clear_pointer (&before, desk_class_snapshot_unref);
  trainee = g_strdup (self->trainee);
  desk_class_side_choose (self, trainee);
  desk_class_mistakes_list_show (self->mistakes, snapshot);
}

static void
on_whole_clicked (DeskClassSide *self)
{
  desk_class_side_choose (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
on_open (DeskClassSide *self, gpointer cell)
{
  g_signal_emit (self, open_signal, 0, cell);
}

static void
desk_class_side_finalize (GObject *object)
{
  DeskClassSide *self = DESK_CLASS_SIDE (object);

  g_clear_pointer (&self->snapshot, desk_class_snapshot_unref);
  g_free (self->trainee);
  G_OBJECT_CLASS (desk_class_side_parent_class)->finalize (object);
}

static void
desk_class_side_class_init (DeskClassSideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_class_side_finalize;
  open_signal = g_signal_new ("open", DESK_TYPE_CLASS_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
add (DeskClassSide *self, GtkWidget *widget)
{
  gtk_container_add (GTK_CONTAINER (self), widget);
  gtk_widget_show (widget);
}

static GtkWidget *
head_new (DeskClassSide *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->title), "desk-pane-title");
  self->whole = gtk_button_new_with_mnemonic (_ ("_Whole class"));
  gtk_widget_set_tooltip_text (self->whole, _ ("Shows the weeks of the whole class again"));
  g_signal_connect_object (self->whole, "clicked", G_CALLBACK (on_whole_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_container_add (GTK_CONTAINER (head), self->title);
  gtk_container_add (GTK_CONTAINER (head), self->whole);
  gtk_widget_show (self->title);
  return head;
}

static void
desk_class_side_init (DeskClassSide *self)
{
  GtkWidget *chart = g_object_new (DESK_TYPE_PROGRESS_CHART, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-progress");
  self->chart = DESK_PROGRESS_CHART (chart);
  self->summary = desk_plain_label_new ("", NULL);
  self->mistakes = g_object_new (DESK_TYPE_CLASS_MISTAKES_LIST, NULL);
  atk_object_set_name (gtk_widget_get_accessible (chart),
                       _ ("Score, response and message accuracy over the weeks"));
  g_signal_connect_object (self->mistakes, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  add (self, head_new (self));
  add (self, self->summary);
  add (self, chart);
  add (self, desk_series_legend_new_of_weeks ());
  add (self, desk_plain_label_new (_ ("Mistakes that the class shares"), "desk-pane-title"));
  add (self, GTK_WIDGET (self->mistakes));
}
