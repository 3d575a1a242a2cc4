/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-filter.h"

#include <glib/gi18n-lib.h>

#include "app/date-entry.h"
#include "report/words.h"

/* The first row of the choosers of trainees and scenarios leaves all in; the others are the rows of
 * the lists below, in order. */

struct _DeskHistoryFilterBar {
  GtkBox parent_instance;

  GtkComboBoxText *trainee;
  GtkComboBoxText *scenario;
  GtkComboBoxText *period;
  GtkWidget *dates;
  DeskDateEntry *from;
  DeskDateEntry *to;
  GtkLabel *wrong;

  GPtrArray *trainees;  /* utf8; owned, as below */
  GPtrArray *scenarios; /* of DeskHistoryScenario */
  gboolean filling;     /* what changes now was not changed by the user */
};

G_DEFINE_FINAL_TYPE (DeskHistoryFilterBar, desk_history_filter_bar, GTK_TYPE_BOX)

static guint changed_signal;

/* In the order of the chooser. */
typedef enum {
  PERIOD_ALL,
  PERIOD_7_DAYS,
  PERIOD_30_DAYS,
  PERIOD_90_DAYS,
  PERIOD_YEAR,
  PERIOD_DATES,
} Period;

static Period
get_period (DeskHistoryFilterBar *self)
{
  return (Period) gtk_combo_box_get_active (GTK_COMBO_BOX (self->period));
}

/* The first moment of the day that was `days` days ago, here. */
static gint64
midnight_us (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);
  g_autoptr (GDateTime) midnight =
      g_date_time_new_local (g_date_time_get_year (then), g_date_time_get_month (then),
                             g_date_time_get_day_of_month (then), 0, 0, 0);

  return g_date_time_to_unix (midnight) * G_USEC_PER_SEC;
}

static gint64
new_year_us (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return midnight_us (g_date_time_get_day_of_year (now) - 1);
}

/* Today counts as the last of the days. */
static gint64
since_us (DeskHistoryFilterBar *self)
{
  gint64 from_us = 0;

  switch (get_period (self)) {
  case PERIOD_ALL: return 0;
  case PERIOD_7_DAYS: return midnight_us (6);
  case PERIOD_30_DAYS: return midnight_us (29);
  case PERIOD_90_DAYS: return midnight_us (89);
  case PERIOD_YEAR: return new_year_us ();
  case PERIOD_DATES: desk_date_entry_get_day (self->from, &from_us, NULL); return from_us;
  }
  g_return_val_if_reached (0);
}

static gint64
until_us (DeskHistoryFilterBar *self)
{
  gint64 to_us = 0;

  if (get_period (self) == PERIOD_DATES)
    desk_date_entry_get_day (self->to, NULL, &to_us);
  return to_us;
}

static const char *
chosen_trainee (DeskHistoryFilterBar *self)
{
  int row = gtk_combo_box_get_active (GTK_COMBO_BOX (self->trainee));

  return row > 0 ? self->trainees->pdata[row - 1] : NULL;
}

static const char *
chosen_scenario (DeskHistoryFilterBar *self)
{
  int row = gtk_combo_box_get_active (GTK_COMBO_BOX (self->scenario));

  return row > 0 ? ((DeskHistoryScenario *) self->scenarios->pdata[row - 1])->id : NULL;
}

DeskHistoryWish *
desk_history_filter_bar_get_wish (DeskHistoryFilterBar *self)
{
  const DeskHistoryWish wish = {
    .trainee = (char *) chosen_trainee (self),
    .scenario = (char *) chosen_scenario (self),
    .since_us = since_us (self),
    .until_us = until_us (self),
  };

  g_return_val_if_fail (DESK_IS_HISTORY_FILTER_BAR (self), NULL);
  return desk_history_wish_copy (&wish);
}

const char *
desk_history_filter_bar_get_trainee (DeskHistoryFilterBar *self)
{
  const char *chosen;

  g_return_val_if_fail (DESK_IS_HISTORY_FILTER_BAR (self), NULL);
  chosen = chosen_trainee (self);
  return chosen == NULL && self->trainees->len == 1 ? self->trainees->pdata[0] : chosen;
}

static const char *
what_is_wrong (DeskHistoryFilterBar *self)
{
  gint64 from_us, to_us;

  if (get_period (self) != PERIOD_DATES)
    return NULL;
  if (desk_date_entry_is_wrong (self->from) || desk_date_entry_is_wrong (self->to))
    return _ ("Write days as 2026-11-23.");
  from_us = since_us (self);
  to_us = until_us (self);
  if (from_us != 0 && to_us != 0 && from_us >= to_us)
    return _ ("The first day is after the last.");
  return NULL;
}

static void
show_what_is_wrong (DeskHistoryFilterBar *self)
{
  const char *wrong = what_is_wrong (self);

  gtk_label_set_text (self->wrong, wrong != NULL ? wrong : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), wrong != NULL);
}

static void
on_changed (DeskHistoryFilterBar *self)
{
  gtk_widget_set_visible (self->dates, get_period (self) == PERIOD_DATES);
  show_what_is_wrong (self);
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
add_row (GtkComboBoxText *combo, const char *text)
{
  g_autofree char *tame = desk_words_tame (text);

  g_strdelimit (tame, "\n", ' ');
  gtk_combo_box_text_append_text (combo, tame);
}

/* Offers just the wanted trainee until it is known who there is. */
static void
expect_trainee (DeskHistoryFilterBar *self, const char *trainee)
{
  g_ptr_array_unref (self->trainees);
  self->trainees = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->trainees, g_strdup (trainee));
  add_row (self->trainee, trainee);
}

void
desk_history_filter_bar_set_trainee (DeskHistoryFilterBar *self, const char *trainee)
{
  guint row = 0;

  g_return_if_fail (DESK_IS_HISTORY_FILTER_BAR (self));
  if (trainee != NULL && self->trainees->len == 0)
    expect_trainee (self, trainee);
  if (trainee == NULL ||
      !g_ptr_array_find_with_equal_func (self->trainees, trainee, g_str_equal, &row))
    gtk_combo_box_set_active (GTK_COMBO_BOX (self->trainee), 0);
  else
    gtk_combo_box_set_active (GTK_COMBO_BOX (self->trainee), (int) row + 1);
}

void
desk_history_filter_bar_clear (DeskHistoryFilterBar *self)
{
  g_return_if_fail (DESK_IS_HISTORY_FILTER_BAR (self));
  self->filling = TRUE;
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->trainee), 0);
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->scenario), 0);
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->period), PERIOD_ALL);
  self->filling = FALSE;
  on_changed (self);
}

static gboolean
is_scenario (gconstpointer scenario, gconstpointer id)
{
  return g_str_equal (((const DeskHistoryScenario *) scenario)->id, id);
}

static gboolean
are_same (const GPtrArray *old, const GPtrArray *new, GEqualFunc is_same)
{
  if (old->len != new->len)
    return FALSE;
  for (guint n = 0; n < old->len; n++)
    if (!is_same (old->pdata[n], new->pdata[n]))
      return FALSE;
  return TRUE;
}

/* A chooser that has not changed is left alone: it may be open. */
static void
fill_trainees (DeskHistoryFilterBar *self, GPtrArray *trainees)
{
  g_autofree char *chosen = g_strdup (chosen_trainee (self));

  if (are_same (self->trainees, trainees, g_str_equal))
    return;
  g_ptr_array_unref (self->trainees);
  self->trainees = g_ptr_array_ref (trainees);
  gtk_combo_box_text_remove_all (self->trainee);
  gtk_combo_box_text_append_text (self->trainee, _ ("All trainees"));
  for (guint n = 0; n < trainees->len; n++)
    add_row (self->trainee, trainees->pdata[n]);
  desk_history_filter_bar_set_trainee (self, chosen);
}

static gboolean
is_same_scenario (gconstpointer a, gconstpointer b)
{
  const DeskHistoryScenario *one = a;
  const DeskHistoryScenario *other = b;

  return g_str_equal (one->id, other->id) && g_str_equal (one->title, other->title);
}

static void
fill_scenarios (DeskHistoryFilterBar *self, GPtrArray *scenarios)
{
  g_autofree char *chosen = g_strdup (chosen_scenario (self));
  guint row = 0;

  if (are_same (self->scenarios, scenarios, is_same_scenario))
    return;

  g_ptr_array_unref (self->scenarios);
  self->scenarios = g_ptr_array_ref (scenarios);
  gtk_combo_box_text_remove_all (self->scenario);
  gtk_combo_box_text_append_text (self->scenario, _ ("All scenarios"));
  for (guint n = 0; n < scenarios->len; n++)
    add_row (self->scenario, ((DeskHistoryScenario *) scenarios->pdata[n])->title);
  if (chosen != NULL && g_ptr_array_find_with_equal_func (scenarios, chosen, is_scenario, &row))
    row++;
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->scenario), (int) row);
}

void
desk_history_filter_bar_fill (DeskHistoryFilterBar *self, const DeskHistorySnapshot *snapshot)
{
  gboolean had_trainee, had_scenario;

  g_return_if_fail (DESK_IS_HISTORY_FILTER_BAR (self));

  had_trainee = chosen_trainee (self) != NULL;
  had_scenario = chosen_scenario (self) != NULL;
  self->filling = TRUE;
  fill_trainees (self, snapshot->trainees);
  fill_scenarios (self, snapshot->scenarios);
  self->filling = FALSE;
  if ((had_trainee && chosen_trainee (self) == NULL) ||
      (had_scenario && chosen_scenario (self) == NULL))
    g_signal_emit (self, changed_signal, 0);
}

static void
desk_history_filter_bar_finalize (GObject *object)
{
  DeskHistoryFilterBar *self = DESK_HISTORY_FILTER_BAR (object);

  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_history_filter_bar_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskHistoryFilterBar, name)

static void
desk_history_filter_bar_class_init (DeskHistoryFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_history_filter_bar_finalize;
  changed_signal = g_signal_new ("changed", DESK_TYPE_HISTORY_FILTER_BAR, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/history-filter.ui");
  BIND (trainee);
  BIND (scenario);
  BIND (period);
  BIND (dates);
  BIND (from);
  BIND (to);
  BIND (wrong);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, show_what_is_wrong);
}

/* A long name must not push the others off the window. */
static void
bound_width (GtkComboBoxText *combo)
{
  g_autoptr (GList) cells = gtk_cell_layout_get_cells (GTK_CELL_LAYOUT (combo));

  for (GList *at = cells; at != NULL; at = at->next)
    g_object_set (at->data, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 6, "max-width-chars",
                  26, NULL);
}

static void
desk_history_filter_bar_init (DeskHistoryFilterBar *self)
{
  self->trainees = g_ptr_array_new ();
  self->scenarios = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bound_width (self->trainee);
  bound_width (self->scenario);
  bound_width (self->period);
  gtk_combo_box_text_append_text (self->trainee, _ ("All trainees"));
  gtk_combo_box_text_append_text (self->scenario, _ ("All scenarios"));
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->trainee), 0);
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->scenario), 0);
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->period), PERIOD_ALL);
  self->filling = FALSE;
}
