/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/classroom-overview.h"

#include <glib/gi18n-lib.h>

#include "app/class-matrix.h"
#include "app/class-side.h"
#include "app/classroom-menus.h"
#include "app/context-menu.h"
#include "app/history-filter.h"
#include "app/room-paned.h"
#include "app/wrap-box.h"
#include "classroom/class-words.h"
#include "report/words.h"

struct _DeskClassroomOverview {
  GtkBox parent_instance;

  DeskHistoryFilterBar *filter;
  GtkComboBox *mode;
  GtkStack *table_stack;
  DeskClassMatrix *matrix;
  DeskClassSide *side;
  GtkLabel *hint;
  GtkButton *faults;
  GtkMenuButton *others;
  GtkWidget *open_button;

  const DeskClassCell *chosen; /* borrowed from the snapshot that is shown; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskClassroomOverview, desk_classroom_overview, GTK_TYPE_BOX)

enum {
  WISH,
  SESSION,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The choice of sessions. */

static void
on_filter_changed (DeskClassroomOverview *self)
{
  g_autoptr (DeskHistoryWish) sessions = desk_history_filter_bar_get_wish (self->filter);
  const int mode = gtk_combo_box_get_active (self->mode);
  const DeskClassWish wish = {
    .wish = sessions,
    .has_mode = mode > 0,
    .mode = mode > 0 ? (DeskMode) (mode - 1) : DESK_MODE_PRACTICE,
  };

  g_signal_emit (self, signals[WISH], 0, &wish);
}

static void
on_show_all_clicked (DeskClassroomOverview *self)
{
  gtk_combo_box_set_active (self->mode, 0);
  desk_history_filter_bar_clear (self->filter);
}

static void
fill_modes (DeskClassroomOverview *self)
{
  GtkComboBoxText *combo = GTK_COMBO_BOX_TEXT (self->mode);

  gtk_combo_box_text_append_text (combo, _ ("All modes"));
  for (guint mode = DESK_MODE_PRACTICE; mode <= (guint) DESK_MODE_SIMULATED; mode++)
    gtk_combo_box_text_append_text (combo, desk_words_mode ((DeskMode) mode));
  gtk_combo_box_set_active (self->mode, 0);
}

/* The cell that is chosen. */

static void
on_open (DeskClassroomOverview *self, const DeskClassCell *cell)
{
  g_signal_emit (self, signals[SESSION], 0, cell->latest);
}

static void
on_open_clicked (DeskClassroomOverview *self)
{
  if (self->chosen != NULL)
    on_open (self, self->chosen);
}

void
desk_classroom_overview_open (DeskClassroomOverview *self, guint n)
{
  g_return_if_fail (DESK_IS_CLASSROOM_OVERVIEW (self));
  if (self->chosen != NULL && n < self->chosen->sessions->len)
    g_signal_emit (self, signals[SESSION], 0, self->chosen->sessions->pdata[n]);
}

static void
on_chosen (DeskClassroomOverview *self, const DeskClassCell *cell)
{
  g_autofree char *words = cell != NULL ? desk_class_words_cell (cell) : NULL;
  g_autoptr (GMenuModel) menu = cell != NULL ? desk_classroom_menu_of_cell (cell) : NULL;

  self->chosen = cell;
  gtk_label_set_text (self->hint,
                      words != NULL ? words : _ ("Click a cell to see its latest session."));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint), words);
  gtk_widget_set_sensitive (self->open_button, cell != NULL);
  gtk_menu_button_set_menu_model (self->others, menu);
  gtk_widget_set_sensitive (GTK_WIDGET (self->others), cell != NULL && cell->sessions->len > 1);
}

static void
on_menu (DeskClassroomOverview *self,
         const DeskClassCell *cell,
         GtkWidget *widget,
         const GdkEvent *event)
{
  g_autoptr (GMenuModel) menu = desk_classroom_menu_of_cell (cell);

  desk_context_menu_show (widget, menu, event);
}

static void
on_trainee (DeskClassroomOverview *self, const char *trainee)
{
  desk_class_side_choose (self->side, trainee);
}

/* Showing a snapshot. */

static void
show_faults (DeskClassroomOverview *self, const DeskClassFolder *folder)
{
  const guint n = folder->unfinished->len + folder->faults->len;
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u journal without a result", "%u journals without a result", n), n);

  gtk_button_set_label (self->faults, words);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), n > 0);
}

/* Where there is none at all the choice stays as it was. */
static void
fill_filter (DeskClassroomOverview *self, const DeskClassSnapshot *snapshot)
{
  const DeskHistorySnapshot lists = { .trainees = snapshot->trainees,
                                      .scenarios = snapshot->scenarios };

  if (snapshot->folder->sessions->len > 0)
    desk_history_filter_bar_fill (self->filter, &lists);
}

void
desk_classroom_overview_show (DeskClassroomOverview *self, DeskClassSnapshot *snapshot)
{
  g_return_if_fail (DESK_IS_CLASSROOM_OVERVIEW (self));
  show_faults (self, snapshot->folder);
  desk_class_matrix_show (self->matrix, snapshot);
  desk_class_side_show (self->side, snapshot);
  gtk_stack_set_visible_child_name (self->table_stack,
                                    snapshot->view->n_sessions > 0 ? "table" : "nothing");
  on_chosen (self, desk_class_matrix_get_chosen (self->matrix));
  fill_filter (self, snapshot);
}

void
desk_classroom_overview_forget (DeskClassroomOverview *self)
{
  g_return_if_fail (DESK_IS_CLASSROOM_OVERVIEW (self));
  self->chosen = NULL;
}

char *
desk_classroom_overview_describe_rest (DeskClassroomOverview *self)
{
  g_return_val_if_fail (DESK_IS_CLASSROOM_OVERVIEW (self), NULL);
  return desk_class_matrix_describe_rest (self->matrix);
}

void
desk_classroom_overview_grab_focus (DeskClassroomOverview *self)
{
  g_return_if_fail (DESK_IS_CLASSROOM_OVERVIEW (self));
  desk_class_matrix_grab_focus (self->matrix);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskClassroomOverview, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (filter);
  BIND (mode);
  BIND (table_stack);
  BIND (matrix);
  BIND (side);
  BIND (hint);
  BIND (faults);
  BIND (others);
  BIND (open_button);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (DESK_TYPE_HISTORY_FILTER_BAR);
  g_type_ensure (DESK_TYPE_CLASS_MATRIX);
  g_type_ensure (DESK_TYPE_CLASS_SIDE);
  g_type_ensure (DESK_TYPE_ROOM_PANED);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/classroom-overview.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_trainee);
}

static void
desk_classroom_overview_class_init (DeskClassroomOverviewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[WISH] = g_signal_new ("wish", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
  signals[SESSION] = g_signal_new ("session", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_classroom_overview_init (DeskClassroomOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_modes (self);
}
