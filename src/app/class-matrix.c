/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-matrix.h"

#include <glib/gi18n-lib.h>

#include "app/class-cell-button.h"
#include "app/class-matrix-parts.h"
#include "app/class-panes.h"
#include "app/focus.h"
#include "app/roving-focus.h"
#include "classroom/class-grid.h"
#include "classroom/class-words.h"

/* px at the end of the headings and the names, so that they can be scrolled as far as the cells, which a
 * scroll bar takes room from. */
#define SPARE 40

struct _DeskClassMatrix {
  GtkGrid parent_instance;

  DeskClassPanes panes;
  GtkWidget *corner; /* borrowed, as the next two: children */
  GtkWidget *by_name;
  GtkWidget *by_mean;

  DeskClassSnapshot *snapshot; /* owned, as all below; or NULL */
  GPtrArray *rows;             /* of DeskClassRow */
  guint n_rows;                /* of those shown, as the next */
  guint n_columns;
  DeskClassSort sort;
  char *sort_scenario;
  char *trainee; /* of the cell that was chosen, as the next; or NULL */
  char *scenario;
};

G_DEFINE_FINAL_TYPE (DeskClassMatrix, desk_class_matrix, GTK_TYPE_GRID)

enum {
  CHOSEN,
  OPEN,
  MENU,
  TRAINEE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a widget stands for, borrowed from the snapshot. */
#define CELL "desk-class-cell"
#define NAME "desk-class-name"

static void fill (DeskClassMatrix *self);

/* The cells. */

static gboolean
is_chosen (DeskClassMatrix *self, const DeskClassCell *cell)
{
  return g_strcmp0 (cell->trainee, self->trainee) == 0 &&
         g_strcmp0 (cell->scenario, self->scenario) == 0;
}

static void
on_cell_clicked (DeskClassMatrix *self, GtkWidget *button)
{
  g_signal_emit (self, signals[OPEN], 0, g_object_get_data (G_OBJECT (button), CELL));
}

static void
choose (DeskClassMatrix *self, GtkWidget *button)
{
  const DeskClassCell *cell = g_object_get_data (G_OBJECT (button), CELL);

  g_free (self->trainee);
  g_free (self->scenario);
  self->trainee = g_strdup (cell->trainee);
  self->scenario = g_strdup (cell->scenario);
  g_signal_emit (self, signals[CHOSEN], 0, cell);
}

static gboolean
on_cell_focus (DeskClassMatrix *self, GdkEvent *event, GtkWidget *button)
{
  choose (self, button);
  return GDK_EVENT_PROPAGATE;
}

/* A window that is not active gives the keyboard to nobody: what the menu does is done to its cell also then. */
static void
ask_for_menu (DeskClassMatrix *self, GtkWidget *button, const GdkEvent *event)
{
  choose (self, button);
  g_signal_emit (self, signals[MENU], 0, g_object_get_data (G_OBJECT (button), CELL), button,
                 event);
}

static gboolean
on_cell_pressed (DeskClassMatrix *self, GdkEvent *event, GtkWidget *button)
{
  if (!gdk_event_triggers_context_menu (event))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (button);
  ask_for_menu (self, button, event);
  return GDK_EVENT_STOP;
}

static gboolean
on_cell_menu (DeskClassMatrix *self, GtkWidget *button)
{
  ask_for_menu (self, button, NULL);
  return TRUE;
}

static GtkWidget *
cell_new (DeskClassMatrix *self, const DeskClassCell *cell)
{
  GtkWidget *button;

  if (cell == NULL)
    return desk_class_part_nothing_new ();
  button = desk_class_cell_button_new (cell);
  g_object_set_data (G_OBJECT (button), CELL, (gpointer) cell);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_cell_clicked), self);
  g_signal_connect_swapped (button, "focus-in-event", G_CALLBACK (on_cell_focus), self);
  g_signal_connect_swapped (button, "button-press-event", G_CALLBACK (on_cell_pressed), self);
  g_signal_connect_swapped (button, "popup-menu", G_CALLBACK (on_cell_menu), self);
  return button;
}

/* Sorting. */

static void
sort_by (DeskClassMatrix *self, DeskClassOrder by, const char *scenario)
{
  const gboolean again = self->sort.by == by && g_strcmp0 (self->sort_scenario, scenario) == 0;
  char *kept = g_strdup (scenario);

  g_free (self->sort_scenario);
  self->sort_scenario = kept;
  self->sort =
      (DeskClassSort){ .by = by, .scenario = kept, .backwards = again && !self->sort.backwards };
  fill (self);
}

/* Destroying the widget here would be inside its own handler. If a reading came first, it is destroyed
 * already, and the scenario that it stood for is freed. */
static gboolean
on_sort_due (gpointer data)
{
  GtkWidget *button = data;
  GtkWidget *self = gtk_widget_get_ancestor (button, DESK_TYPE_CLASS_MATRIX);

  if (self != NULL)
    sort_by (DESK_CLASS_MATRIX (self), DESK_CLASS_BY_SCENARIO,
             g_object_get_data (G_OBJECT (button), NAME));
  return G_SOURCE_REMOVE;
}

static void
on_heading_clicked (GtkWidget *button)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_sort_due, g_object_ref (button), g_object_unref);
}

static void
on_by_name (DeskClassMatrix *self)
{
  sort_by (self, DESK_CLASS_BY_NAME, NULL);
}

static void
on_by_mean (DeskClassMatrix *self)
{
  sort_by (self, DESK_CLASS_BY_MEAN, NULL);
}

static void
on_name_clicked (DeskClassMatrix *self, GtkWidget *button)
{
  g_signal_emit (self, signals[TRAINEE], 0, g_object_get_data (G_OBJECT (button), NAME));
}

/* Filling. */

static void
add_row (DeskClassMatrix *self, GtkGrid *names, GtkGrid *cells, guint n)
{
  const DeskClassRow *row = self->rows->pdata[n];
  GtkWidget *name = desk_class_part_name_new (row);

  g_object_set_data (G_OBJECT (name), NAME, (gpointer) row->trainee);
  g_signal_connect_swapped (name, "clicked", G_CALLBACK (on_name_clicked), self);
  gtk_grid_attach (names, name, 0, (int) n, 1, 1);
  for (guint column = 0; column < self->n_columns; column++) {
    GtkWidget *cell = cell_new (self, row->cells->pdata[column]);

    gtk_grid_attach (cells, cell, (int) column, (int) n, 1, 1);
    if (column == 0)
      desk_class_panes_hold (GTK_SIZE_GROUP_VERTICAL, name, cell);
  }
}

static void
add_heading (DeskClassMatrix *self, GtkGrid *headings, GtkGrid *cells, guint n)
{
  const DeskClassView *view = self->snapshot->view;
  const char *scenario = view->scenarios->pdata[n];
  const gboolean is_sorted =
      self->sort.by == DESK_CLASS_BY_SCENARIO && g_strcmp0 (self->sort_scenario, scenario) == 0;
  GtkWidget *heading = desk_class_part_heading_new ();

  desk_class_part_heading_set (heading, desk_class_view_title (view, scenario), is_sorted,
                               self->sort.backwards);
  g_object_set_data (G_OBJECT (heading), NAME, (gpointer) scenario);
  g_signal_connect (heading, "clicked", G_CALLBACK (on_heading_clicked), NULL);
  gtk_grid_attach (headings, heading, (int) n, 0, 1, 1);
  if (self->n_rows > 0)
    desk_class_panes_hold (GTK_SIZE_GROUP_HORIZONTAL, heading,
                           gtk_grid_get_child_at (cells, (int) n, 0));
}

static void
show_order (DeskClassMatrix *self)
{
  desk_class_part_heading_set (self->by_name, _ ("Trainee"), self->sort.by == DESK_CLASS_BY_NAME,
                               self->sort.backwards);
  desk_class_part_heading_set (self->by_mean, _ ("Mean"), self->sort.by == DESK_CLASS_BY_MEAN,
                               self->sort.backwards);
}

/* The pane that has the keyboard; NULL: none. `name` (transfer full) is what has it stands for, where that is no
 * cell. */
static GtkWidget *
find_keyboard (DeskClassMatrix *self, char **name)
{
  GtkWidget *panes[] = { self->panes.headings, self->panes.names, self->panes.cells };
  GtkWidget *focus = desk_focus_of (GTK_WIDGET (self));

  for (guint n = 0; focus != NULL && n < G_N_ELEMENTS (panes); n++)
    if (gtk_widget_is_ancestor (focus, panes[n])) {
      *name = g_strdup (g_object_get_data (G_OBJECT (focus), NAME));
      return panes[n];
    }
  return NULL;
}

/* Everything was made anew. If what had the keyboard is gone, the cells get it. */
static void
give_keyboard_back (DeskClassMatrix *self, GtkWidget *pane, const char *name)
{
  g_autoptr (GList) stops =
      gtk_container_get_children (GTK_CONTAINER (desk_class_panes_grid (pane)));

  for (GList *at = stops; name != NULL && at != NULL; at = at->next)
    if (g_strcmp0 (g_object_get_data (at->data, NAME), name) == 0) {
      gtk_widget_grab_focus (at->data);
      return;
    }
  desk_class_matrix_grab_focus (self);
}

/* A scenario that is not there any more cannot be sorted by. */
static void
take_rows (DeskClassMatrix *self)
{
  const DeskClassView *view = self->snapshot->view;

  if (self->sort.by == DESK_CLASS_BY_SCENARIO &&
      !g_hash_table_contains (view->latest, self->sort_scenario))
    self->sort = (DeskClassSort){ .by = DESK_CLASS_BY_NAME };
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = desk_class_grid_new (view, &self->sort);
  self->n_columns = MIN (view->scenarios->len, DESK_CLASS_MATRIX_MOST_COLUMNS);
  self->n_rows = MIN (self->rows->len, DESK_CLASS_MATRIX_MOST_CELLS / MAX (self->n_columns, 1));
}

static void
fill (DeskClassMatrix *self)
{
  g_autofree char *name = NULL;
  GtkWidget *pane = find_keyboard (self, &name);
  GtkWidget *headings, *names, *cells;

  take_rows (self);
  headings = desk_class_panes_renew (self->panes.headings);
  names = desk_class_panes_renew (self->panes.names);
  cells = desk_class_panes_renew (self->panes.cells);
  gtk_widget_set_margin_end (headings, SPARE);
  gtk_widget_set_margin_bottom (names, SPARE);
  for (guint n = 0; n < self->n_rows; n++)
    add_row (self, GTK_GRID (names), GTK_GRID (cells), n);
  for (guint n = 0; n < self->n_columns; n++)
    add_heading (self, GTK_GRID (headings), GTK_GRID (cells), n);
  show_order (self);
  gtk_widget_show_all (headings);
  gtk_widget_show_all (names);
  gtk_widget_show_all (cells);
  if (pane != NULL)
    give_keyboard_back (self, pane, name);
}

void
desk_class_matrix_show (DeskClassMatrix *self, DeskClassSnapshot *snapshot)
{
  DeskClassSnapshot *before = self->snapshot;

  g_return_if_fail (DESK_IS_CLASS_MATRIX (self));
  self->snapshot = desk_class_snapshot_ref (snapshot);
  fill (self);
  g_clear_pointer (&before, desk_class_snapshot_unref); /* the widgets that stood for it are gone */
}

char *
desk_class_matrix_describe_rest (DeskClassMatrix *self)
{
  const DeskClassView *view = self->snapshot != NULL ? self->snapshot->view : NULL;

  if (view == NULL ||
      (self->n_rows == view->trainees->len && self->n_columns == view->scenarios->len))
    return NULL;
  return g_strdup_printf (
      _ ("The table shows %u of %u trainees and %u of %u scenarios. Choose above, "
         "or sort, to see others."),
      self->n_rows, view->trainees->len, self->n_columns, view->scenarios->len);
}

/* The keyboard. */

typedef struct {
  DeskClassMatrix *matrix;
  GtkWidget *chosen;
  GtkWidget *first; /* as one reads */
  int top, left;    /* its place */
} Search;

static void
look_at_cell (GtkWidget *widget, gpointer data)
{
  Search *search = data;
  const DeskClassCell *cell = g_object_get_data (G_OBJECT (widget), CELL);
  GtkContainer *grid = GTK_CONTAINER (gtk_widget_get_parent (widget));
  int top, left;

  if (cell == NULL)
    return;
  gtk_container_child_get (grid, widget, "top-attach", &top, "left-attach", &left, NULL);
  if (is_chosen (search->matrix, cell))
    search->chosen = widget;
  if (search->first == NULL || top < search->top || (top == search->top && left < search->left)) {
    search->first = widget;
    search->top = top;
    search->left = left;
  }
}

static Search
search_cells (DeskClassMatrix *self)
{
  Search search = { .matrix = self };
  GtkWidget *grid = desk_class_panes_grid (self->panes.cells);

  if (grid != NULL)
    gtk_container_foreach (GTK_CONTAINER (grid), look_at_cell, &search);
  return search;
}

const DeskClassCell *
desk_class_matrix_get_chosen (DeskClassMatrix *self)
{
  GtkWidget *chosen;

  g_return_val_if_fail (DESK_IS_CLASS_MATRIX (self), NULL);
  chosen = search_cells (self).chosen;
  return chosen != NULL ? g_object_get_data (G_OBJECT (chosen), CELL) : NULL;
}

void
desk_class_matrix_grab_focus (DeskClassMatrix *self)
{
  Search search;

  g_return_if_fail (DESK_IS_CLASS_MATRIX (self));
  search = search_cells (self);
  if (search.chosen != NULL || search.first != NULL)
    gtk_widget_grab_focus (search.chosen != NULL ? search.chosen : search.first);
}

/* The widget. */

static void
desk_class_matrix_finalize (GObject *object)
{
  DeskClassMatrix *self = DESK_CLASS_MATRIX (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->snapshot, desk_class_snapshot_unref);
  g_free (self->sort_scenario);
  g_free (self->trainee);
  g_free (self->scenario);
  G_OBJECT_CLASS (desk_class_matrix_parent_class)->finalize (object);
}

static void
desk_class_matrix_class_init (DeskClassMatrixClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_class_matrix_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, G_TYPE_POINTER, GTK_TYPE_WIDGET, G_TYPE_POINTER);
  signals[TRAINEE] = g_signal_new ("trainee", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_corner (DeskClassMatrix *self)
{
  self->corner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->by_name = desk_class_part_corner_new ();
  self->by_mean = desk_class_part_corner_new ();
  g_signal_connect_object (self->by_name, "clicked", G_CALLBACK (on_by_name), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->by_mean, "clicked", G_CALLBACK (on_by_mean), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (self->by_name, TRUE);
  gtk_container_add (GTK_CONTAINER (self->corner), self->by_name);
  gtk_container_add (GTK_CONTAINER (self->corner), self->by_mean);
  /* Children that expand must not take room in the table. */
  gtk_widget_set_hexpand (self->corner, FALSE);
  gtk_widget_set_vexpand (self->corner, FALSE);
  desk_roving_focus_add (self->corner);
  gtk_grid_attach (GTK_GRID (self), self->corner, 0, 0, 1, 1);
}

static void
desk_class_matrix_init (DeskClassMatrix *self)
{
  add_corner (self);
  desk_class_panes_add (&self->panes, GTK_GRID (self));
  show_order (self);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-matrix");
  gtk_widget_show_all (self->corner);
}
