/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/trainee-progress.h"

#include <glib/gi18n-lib.h>

#include "app/chart-series.h"
#include "app/history-words.h"
#include "app/mistakes-list.h"
#include "app/plain-label.h"
#include "app/progress-chart.h"
#include "report/terms-words.h"
#include "report/words.h"

struct _DeskTraineeProgress {
  GtkBox parent_instance;

  GtkLabel *name;
  GtkComboBoxText *group;
  GtkLabel *summary;
  DeskProgressChart *chart;
  GtkBox *legend_box;
  DeskMistakesList *mistakes;

  GPtrArray *groups; /* of DeskHistoryProgress; owned, as the next */
  char *wanted;      /* the group that the user chose, in the form of group_key(); or NULL */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DeskTraineeProgress, desk_trainee_progress, GTK_TYPE_BOX)

enum {
  CHOSEN,
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Figures. */

static double
mean_share (const GPtrArray *sessions, gsize offset)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < sessions->len; i++) {
    double share = G_STRUCT_MEMBER (double, sessions->pdata[i], offset);

    sum += share >= 0 ? share : 0;
    n += share >= 0 ? 1 : 0;
  }
  return n > 0 ? sum / n : -1;
}

double
desk_progress_mean_response (const DeskHistoryProgress *progress)
{
  return mean_share (progress->sessions, G_STRUCT_OFFSET (DeskHistoryEntry, response));
}

double
desk_progress_mean_message (const DeskHistoryProgress *progress)
{
  return mean_share (progress->sessions, G_STRUCT_OFFSET (DeskHistoryEntry, message));
}

/* Words. */

static char *
describe_scores (const DeskHistoryProgress *progress)
{
  if (progress->n == 1)
    return g_strdup_printf (_ ("score %.2f"), desk_round_2 (progress->latest));
  return g_strdup_printf (_ ("score first %.2f, latest %.2f, mean %.2f, best %.2f"),
                          desk_round_2 (progress->first), desk_round_2 (progress->latest),
                          desk_round_2 (progress->mean), desk_round_2 (progress->best));
}

static char *
describe_shares (const DeskHistoryProgress *progress)
{
  g_autofree char *response = desk_history_words_share (desk_progress_mean_response (progress));
  g_autofree char *message = desk_history_words_share (desk_progress_mean_message (progress));

  return g_strdup_printf (_ ("on average response points %s, message accuracy %s"), response,
                          message);
}

static char *
describe_limit (const DeskHistoryProgress *progress)
{
  if (progress->sessions->len <= DESK_PROGRESS_CHART_MOST)
    return g_strdup ("");
  return g_strdup_printf (_ (" The chart shows the latest %d; choose days to see others."),
                          DESK_PROGRESS_CHART_MOST);
}

static char *
describe (const DeskHistoryProgress *progress)
{
  g_autofree char *sessions = desk_history_words_sessions (progress->n);
  g_autofree char *passed =
      g_strdup_printf (ngettext ("%u passed", "%u passed", progress->n_passed), progress->n_passed);
  g_autofree char *scores = describe_scores (progress);
  g_autofree char *shares = describe_shares (progress);
  g_autofree char *limit = describe_limit (progress);

  return g_strdup_printf ("%s, %s · %s · %s.%s", sessions, passed, scores, shares, limit);
}

/* Groups. */

static char *
group_key (const DeskHistoryProgress *progress)
{
  return g_strdup_printf ("%s\n%s", desk_mode_name (progress->mode), progress->accommodations);
}

/* "Exam (3 sessions)", "Practice, adjusted: captions (2 sessions)" */
static char *
group_title (const DeskHistoryProgress *progress)
{
  g_autofree char *sessions = desk_history_words_sessions (progress->n);
  g_autofree char *adjusted = desk_words_kept_accommodations (progress->accommodations);
  g_autofree char *mode = desk_history_words_mode (progress->mode, adjusted);

  if (*adjusted == '\0')
    return g_strdup_printf ("%s (%s)", mode, sessions);
  return g_strdup_printf ("%s: %s (%s)", mode, adjusted, sessions);
}

static gint64
latest_us (const DeskHistoryProgress *progress)
{
  const DeskHistoryEntry *latest = progress->sessions->pdata[progress->sessions->len - 1];

  return latest->started_us;
}

static guint
find_group (DeskTraineeProgress *self)
{
  guint latest = 0;

  for (guint n = 0; n < self->groups->len; n++) {
    g_autofree char *key = group_key (self->groups->pdata[n]);

    if (g_strcmp0 (key, self->wanted) == 0)
      return n;
    if (latest_us (self->groups->pdata[n]) > latest_us (self->groups->pdata[latest]))
      latest = n;
  }
  return latest;
}

static void
show_group (DeskTraineeProgress *self)
{
  int active = gtk_combo_box_get_active (GTK_COMBO_BOX (self->group));
  const DeskHistoryProgress *progress;
  g_autofree char *words = NULL;

  if (active < 0)
    return;
  progress = self->groups->pdata[active];
  words = describe (progress);
  gtk_label_set_text (self->summary, words);
  desk_progress_chart_set_sessions (self->chart, progress->sessions, words);
  desk_mistakes_list_show (self->mistakes, progress);
}

static void
on_group_changed (DeskTraineeProgress *self)
{
  int active = gtk_combo_box_get_active (GTK_COMBO_BOX (self->group));

  if (self->filling || active < 0)
    return;
  g_free (self->wanted);
  self->wanted = group_key (self->groups->pdata[active]);
  show_group (self);
}

void
desk_trainee_progress_set_groups (DeskTraineeProgress *self, GPtrArray *groups)
{
  const DeskHistoryProgress *first = groups->pdata[0];

  g_return_if_fail (DESK_IS_TRAINEE_PROGRESS (self));
  g_return_if_fail (groups->len > 0);

  self->filling = TRUE;
  g_ptr_array_ref (groups);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = groups;
  desk_plain_label_set_text (self->name, first->trainee);
  gtk_combo_box_text_remove_all (self->group);
  for (guint n = 0; n < groups->len; n++) {
    g_autofree char *title = group_title (groups->pdata[n]);

    gtk_combo_box_text_append_text (self->group, title);
  }
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->group), (int) find_group (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), groups->len > 1);
  self->filling = FALSE;
  show_group (self);
}

void
desk_trainee_progress_choose (DeskTraineeProgress *self, const char *id)
{
  g_return_if_fail (DESK_IS_TRAINEE_PROGRESS (self));
  desk_progress_chart_choose (self->chart, id);
}

static void
on_chosen (DeskTraineeProgress *self, const DeskHistoryEntry *entry)
{
  g_signal_emit (self, signals[CHOSEN], 0, entry);
}

static void
on_open (DeskTraineeProgress *self, const DeskHistoryEntry *entry)
{
  g_signal_emit (self, signals[OPEN], 0, entry);
}

static void
desk_trainee_progress_finalize (GObject *object)
{
  DeskTraineeProgress *self = DESK_TRAINEE_PROGRESS (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self->wanted);
  G_OBJECT_CLASS (desk_trainee_progress_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskTraineeProgress, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (DESK_TYPE_PROGRESS_CHART);
  g_type_ensure (DESK_TYPE_MISTAKES_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/trainee-progress.ui");
  BIND (name);
  BIND (group);
  BIND (summary);
  BIND (chart);
  BIND (legend_box);
  BIND (mistakes);
  gtk_widget_class_bind_template_callback (widget_class, on_group_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
}

static void
desk_trainee_progress_class_init (DeskTraineeProgressClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_trainee_progress_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

/* The chooser of groups may have a long list of accommodations in it. */
static void
bound_width (GtkComboBoxText *combo)
{
  g_autoptr (GList) cells = gtk_cell_layout_get_cells (GTK_CELL_LAYOUT (combo));

  for (GList *at = cells; at != NULL; at = at->next)
    g_object_set (at->data, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 16, "max-width-chars",
                  40, NULL);
}

static void
desk_trainee_progress_init (DeskTraineeProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bound_width (self->group);
  gtk_container_add (GTK_CONTAINER (self->legend_box), desk_series_legend_new ());
}
