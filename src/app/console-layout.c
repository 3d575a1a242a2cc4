/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-layout.h"

#include <glib/gi18n-lib.h>

#include "app/focus.h"
#include "app/text-scale.h"

/* A container without a window that allocates by itself: no pane changes its parent when the arrangement
 * does, so that nothing loses its focus, its place or its words. Widths and heights with the name
 * ..._EM are pixels at the usual size of the text, and grow with it. */

#define LINES_EM 224
#define NARROW_LINES_EM 196
#define LEAST_LINES_EM 130
#define SIDE_EM 364 /* directory and slip: their rows fit */
#define DIRECTORY_LEAST_EM 150
#define SCROLLBAR 32 /* px at most, with large targets; one that is hidden tells no width */
#define RULE 1       /* px between columns */

struct _DeskConsoleLayout {
  GtkContainer parent_instance;

  GtkWidget *panes[DESK_N_PANES]; /* owned, as `tabs`: scrolled windows */
  GtkWidget *tabs;                /* a box of radio buttons */
  GtkWidget *buttons[DESK_N_PANES];
  GtkWidget *passing; /* borrowed, of the slip; or NULL */
  int lasting_width;  /* px: at which the slip needs `lasting_height` without it */
  int lasting_height;
  DeskPane raised; /* of those behind tabs; never lines */
  DeskArrangement arrangement;
  gboolean choosing; /* the tabs are being set, not pressed */
};

G_DEFINE_FINAL_TYPE (DeskConsoleLayout, desk_console_layout, GTK_TYPE_CONTAINER)

DeskArrangement
desk_arrangement_for (int width, int height, double scale)
{
  double columns = width / scale, rows = height / scale;

  if (columns >= 1560 && rows >= 480)
    return DESK_ARRANGEMENT_FOUR;
  if (columns >= 990 && rows >= 560)
    return DESK_ARRANGEMENT_COLUMNS;
  if (columns >= 850)
    return DESK_ARRANGEMENT_PAIR;
  return DESK_ARRANGEMENT_SINGLE;
}

static double
scale_of (DeskConsoleLayout *self)
{
  return desk_text_scale (GTK_WIDGET (self));
}

static int
in_px (DeskConsoleLayout *self, int em)
{
  return (int) (em * scale_of (self));
}

/* Whether `pane` waits behind the tabs in `arrangement`, with others. */
static gboolean
has_tab (DeskArrangement arrangement, DeskPane pane)
{
  switch (arrangement) {
  case DESK_ARRANGEMENT_FOUR:
  case DESK_ARRANGEMENT_COLUMNS: return FALSE;
  case DESK_ARRANGEMENT_PAIR: return pane == DESK_PANE_DIRECTORY || pane == DESK_PANE_SLIP;
  case DESK_ARRANGEMENT_SINGLE: return pane != DESK_PANE_LINES;
  }
  g_return_val_if_reached (FALSE);
}

/* The pane in sight of those that share a place. */
static DeskPane
front (DeskConsoleLayout *self)
{
  if (has_tab (self->arrangement, self->raised))
    return self->raised;
  return DESK_PANE_DIRECTORY;
}

gboolean
desk_console_layout_is_in_sight (DeskConsoleLayout *self, DeskPane pane)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_LAYOUT (self), FALSE);
  return !has_tab (self->arrangement, pane) || front (self) == pane;
}

DeskArrangement
desk_console_layout_get_arrangement (DeskConsoleLayout *self)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_LAYOUT (self), DESK_ARRANGEMENT_COLUMNS);
  return self->arrangement;
}

static void
drop_hidden_focus (DeskConsoleLayout *self)
{
  GtkWidget *focus = desk_focus_of (GTK_WIDGET (self));

  if (focus == NULL)
    return;
  for (guint n = 0; n < DESK_N_PANES; n++)
    if (!desk_console_layout_is_in_sight (self, (DeskPane) n) &&
        gtk_widget_is_ancestor (focus, self->panes[n]))
      gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_toplevel (focus)), NULL);
}

static void
show_panes (DeskConsoleLayout *self)
{
  for (guint n = 0; n < DESK_N_PANES; n++)
    gtk_widget_set_child_visible (self->panes[n],
                                  desk_console_layout_is_in_sight (self, (DeskPane) n));
  gtk_widget_set_child_visible (self->tabs, has_tab (self->arrangement, DESK_PANE_SLIP));
  gtk_widget_set_visible (self->buttons[DESK_PANE_CALL],
                          has_tab (self->arrangement, DESK_PANE_CALL));
  self->choosing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[front (self)]), TRUE);
  self->choosing = FALSE;
}

void
desk_console_layout_raise (DeskConsoleLayout *self, DeskPane pane)
{
  g_return_if_fail (DESK_IS_CONSOLE_LAYOUT (self));

  if (pane == DESK_PANE_LINES || self->raised == pane)
    return;
  if (pane == DESK_PANE_CALL && self->arrangement == DESK_ARRANGEMENT_PAIR)
    return; /* it is in sight; what the trainee works with beside it stays */
  self->raised = pane;
  show_panes (self);
  drop_hidden_focus (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Measuring. */

/* What `pane` needs, with its scrollbar: not every theme lays that over the content. */
static int
least_width (DeskConsoleLayout *self, DeskPane pane)
{
  GtkWidget *child = gtk_bin_get_child (GTK_BIN (self->panes[pane]));
  int least = 0;

  if (child != NULL)
    gtk_widget_get_preferred_width (child, &least, NULL);
  return least + SCROLLBAR;
}

/* What directory and slip need. */
static int
side_need (DeskConsoleLayout *self)
{
  return MAX (in_px (self, SIDE_EM),
              MAX (least_width (self, DESK_PANE_DIRECTORY), least_width (self, DESK_PANE_SLIP)));
}

static int
call_need (DeskConsoleLayout *self)
{
  return least_width (self, DESK_PANE_CALL) + 2 * RULE;
}

/* `per_cent` of `width` for the side, if the call has what it needs of the `rest`. */
static int
side_width (DeskConsoleLayout *self, int width, int per_cent, int rest)
{
  return MAX (side_need (self), MIN (width * per_cent / 100, rest - call_need (self)));
}

static int
slip_height (DeskConsoleLayout *self, int width)
{
  int height;

  gtk_widget_get_preferred_height_for_width (self->panes[DESK_PANE_SLIP], width, NULL, &height);
  return height;
}

/* The height of the slip without the part that comes and goes; while that is shown, as last measured. */
static int
lasting_slip_height (DeskConsoleLayout *self, int width)
{
  const gboolean is_away = self->passing == NULL || !gtk_widget_get_visible (self->passing);

  if (is_away || width != self->lasting_width) {
    self->lasting_width = width;
    self->lasting_height = slip_height (self, width);
  }
  return self->lasting_height;
}

/* A few people, and everything below them: who is chosen, and the buttons for them. */
static int
directory_least (DeskConsoleLayout *self, int width)
{
  GtkWidget *child = gtk_bin_get_child (GTK_BIN (self->panes[DESK_PANE_DIRECTORY]));
  int least = 0;

  if (child != NULL)
    gtk_widget_get_preferred_height_for_width (child, width, &least, NULL);
  return MAX (least, in_px (self, DIRECTORY_LEAST_EM)) + RULE;
}

static gboolean
side_is_high_enough (DeskConsoleLayout *self, int width, int height)
{
  return lasting_slip_height (self, width) + directory_least (self, width) <= height;
}

/* A smaller arrangement than the size of the text allows where the panes need more, as large targets do. */
static DeskArrangement
choose (DeskConsoleLayout *self, int width, int height)
{
  DeskArrangement chosen = desk_arrangement_for (width, height, scale_of (self));
  int call = call_need (self);
  int side = side_need (self);

  if (chosen == DESK_ARRANGEMENT_FOUR && in_px (self, LINES_EM) + call + 2 * side > width)
    chosen = DESK_ARRANGEMENT_COLUMNS;
  if (chosen == DESK_ARRANGEMENT_COLUMNS &&
      (in_px (self, LINES_EM) + call + side > width || !side_is_high_enough (self, side, height)))
    chosen = DESK_ARRANGEMENT_PAIR;
  if (chosen == DESK_ARRANGEMENT_PAIR && in_px (self, NARROW_LINES_EM) + call + side > width)
    chosen = DESK_ARRANGEMENT_SINGLE;
  return chosen;
}

/* Allocation. */

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  GdkRectangle where = { x, y, MAX (width, 1), MAX (height, 1) };
  int ignored;

  /* GTK requires a widget to be measured before it is allocated. */
  gtk_widget_get_preferred_width (widget, &ignored, NULL);
  gtk_widget_get_preferred_height_for_width (widget, where.width, &ignored, NULL);
  gtk_widget_size_allocate (widget, &where);
}

static void
place_beside (DeskConsoleLayout *self, GdkRectangle *rest, DeskPane pane, int width)
{
  place (self->panes[pane], rest->x, rest->y, width, rest->height);
  rest->x += width + RULE;
  rest->width -= width + RULE;
}

static void
place_four (DeskConsoleLayout *self, GdkRectangle rest)
{
  int lines = MAX (in_px (self, LINES_EM), rest.width * 14 / 100);
  int side = side_width (self, rest.width, 23, (rest.width - lines) / 2);

  place_beside (self, &rest, DESK_PANE_LINES, lines);
  place_beside (self, &rest, DESK_PANE_CALL, rest.width - 2 * side - RULE);
  place_beside (self, &rest, DESK_PANE_DIRECTORY, side);
  place (self->panes[DESK_PANE_SLIP], rest.x, rest.y, rest.width, rest.height);
}

/* The slip gets what it needs, the directory the rest. Where neither has enough, the slip scrolls. */
static void
place_side (DeskConsoleLayout *self, GdkRectangle rest)
{
  const int slip =
      MIN (slip_height (self, rest.width), rest.height - directory_least (self, rest.width));

  place (self->panes[DESK_PANE_DIRECTORY], rest.x, rest.y, rest.width, rest.height - slip - RULE);
  place (self->panes[DESK_PANE_SLIP], rest.x, rest.y + rest.height - slip, rest.width, slip);
}

static void
place_columns (DeskConsoleLayout *self, GdkRectangle rest)
{
  int spare = rest.width - call_need (self) - side_need (self);
  int lines = MAX (in_px (self, LINES_EM), MIN (rest.width * 17 / 100, spare));
  int side = side_width (self, rest.width, 30, rest.width - lines);

  place_beside (self, &rest, DESK_PANE_LINES, lines);
  place_beside (self, &rest, DESK_PANE_CALL, rest.width - side - RULE);
  place_side (self, rest);
}

/* Tabs, and under them the pane in sight. */
static void
place_tabbed (DeskConsoleLayout *self, GdkRectangle rest)
{
  int height;

  gtk_widget_get_preferred_height_for_width (self->tabs, rest.width, NULL, &height);
  place (self->tabs, rest.x, rest.y, rest.width, height);
  place (self->panes[front (self)], rest.x, rest.y + height, rest.width, rest.height - height);
}

static void
place_pair (DeskConsoleLayout *self, GdkRectangle rest)
{
  int lines = in_px (self, NARROW_LINES_EM);
  int side = side_width (self, rest.width, 40, rest.width - lines);

  place_beside (self, &rest, DESK_PANE_LINES, lines);
  place_beside (self, &rest, DESK_PANE_CALL, rest.width - side - RULE);
  place_tabbed (self, rest);
}

/* The list of lines yields first, down to number, state and clock. */
static void
place_single (DeskConsoleLayout *self, GdkRectangle rest)
{
  int need = MAX (call_need (self), side_need (self)) + RULE;
  int lines = MIN (in_px (self, NARROW_LINES_EM), rest.width * 36 / 100);

  lines = MAX (MIN (lines, rest.width - need), in_px (self, LEAST_LINES_EM));
  place_beside (self, &rest, DESK_PANE_LINES, lines);
  place_tabbed (self, rest);
}

static void
desk_console_layout_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  DeskConsoleLayout *self = DESK_CONSOLE_LAYOUT (widget);
  DeskArrangement arrangement = choose (self, allocation->width, allocation->height);
  gboolean rearranged = arrangement != self->arrangement;

  gtk_widget_set_allocation (widget, allocation);
  self->arrangement = arrangement;
  if (rearranged)
    show_panes (self);
  switch (arrangement) {
  case DESK_ARRANGEMENT_FOUR: place_four (self, *allocation); break;
  case DESK_ARRANGEMENT_COLUMNS: place_columns (self, *allocation); break;
  case DESK_ARRANGEMENT_PAIR: place_pair (self, *allocation); break;
  case DESK_ARRANGEMENT_SINGLE: place_single (self, *allocation); break;
  }
  if (rearranged)
    drop_hidden_focus (self);
}

/* Small at least, whatever the size of the text: it is the arrangement that follows the width. */
static void
desk_console_layout_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 640;
  *natural = 1280;
}

static void
desk_console_layout_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 240;
  *natural = 700;
}

static gboolean
desk_console_layout_draw (GtkWidget *widget, cairo_t *cr)
{
  gtk_render_background (gtk_widget_get_style_context (widget), cr, 0, 0,
                         gtk_widget_get_allocated_width (widget),
                         gtk_widget_get_allocated_height (widget));
  return GTK_WIDGET_CLASS (desk_console_layout_parent_class)->draw (widget, cr);
}

/* As a container. */

static void
desk_console_layout_forall (GtkContainer *container,
                            gboolean internals,
                            GtkCallback callback,
                            gpointer data)
{
  DeskConsoleLayout *self = DESK_CONSOLE_LAYOUT (container);
  static const DeskPane order[] = { DESK_PANE_LINES, DESK_PANE_CALL, DESK_PANE_DIRECTORY,
                                    DESK_PANE_SLIP };

  for (guint n = 0; n < G_N_ELEMENTS (order); n++) {
    if (order[n] == DESK_PANE_CALL && self->tabs != NULL)
      callback (self->tabs, data);
    if (self->panes[order[n]] != NULL)
      callback (self->panes[order[n]], data);
  }
}

static void
desk_console_layout_add (GtkContainer *container, GtkWidget *child)
{
  g_warn_if_reached (); /* panes are set by desk_console_layout_set_pane () */
}

static void
desk_console_layout_remove (GtkContainer *container, GtkWidget *child)
{
  DeskConsoleLayout *self = DESK_CONSOLE_LAYOUT (container);

  if (child == self->tabs)
    self->tabs = NULL;
  for (guint n = 0; n < DESK_N_PANES; n++)
    if (child == self->panes[n])
      self->panes[n] = NULL;
  gtk_widget_unparent (child);
}

static GType
desk_console_layout_child_type (GtkContainer *container)
{
  return G_TYPE_NONE;
}

/* A key that goes to the directory or the slip brings it forward. What is hidden by that loses the focus first, by
 * which no child of ours has it any more: the new one is set after. */
static void
desk_console_layout_set_focus_child (GtkContainer *container, GtkWidget *child)
{
  DeskConsoleLayout *self = DESK_CONSOLE_LAYOUT (container);

  for (guint n = DESK_PANE_CALL; child != NULL && n < DESK_N_PANES; n++)
    if (child == self->panes[n])
      desk_console_layout_raise (self, (DeskPane) n);
  GTK_CONTAINER_CLASS (desk_console_layout_parent_class)->set_focus_child (container, child);
}

/* Making. */

static void
on_tab_toggled (DeskConsoleLayout *self, GtkToggleButton *button)
{
  if (self->choosing || !gtk_toggle_button_get_active (button))
    return;
  for (guint n = DESK_PANE_CALL; n < DESK_N_PANES; n++)
    if (self->buttons[n] == GTK_WIDGET (button))
      desk_console_layout_raise (self, (DeskPane) n);
}

static void
add_tab (DeskConsoleLayout *self, DeskPane pane, const char *title)
{
  GtkRadioButton *group = GTK_RADIO_BUTTON (self->buttons[DESK_PANE_CALL]);
  GtkWidget *button = gtk_radio_button_new_with_label_from_widget (group, title);

  gtk_toggle_button_set_mode (GTK_TOGGLE_BUTTON (button), FALSE);
  gtk_container_add (GTK_CONTAINER (self->tabs), button);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_tab_toggled), self, G_CONNECT_SWAPPED);
  self->buttons[pane] = button;
}

static void
add_tabs (DeskConsoleLayout *self)
{
  GtkStyleContext *style;

  self->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  style = gtk_widget_get_style_context (self->tabs);
  gtk_style_context_add_class (style, "linked");
  gtk_style_context_add_class (style, "desk-tabs");
  gtk_widget_set_hexpand (self->tabs, TRUE);
  gtk_widget_set_parent (self->tabs, GTK_WIDGET (self));
  add_tab (self, DESK_PANE_CALL, _ ("Call"));
  add_tab (self, DESK_PANE_DIRECTORY, _ ("Directory"));
  add_tab (self, DESK_PANE_SLIP, _ ("Message"));
  gtk_widget_show_all (self->tabs);
}

void
desk_console_layout_set_pane (DeskConsoleLayout *self, DeskPane pane, GtkWidget *child)
{
  static const char *const classes[DESK_N_PANES] = { "desk-left-column", "desk-centre-column",
                                                     "desk-right-column", "desk-right-column" };

  g_return_if_fail (DESK_IS_CONSOLE_LAYOUT (self));
  gtk_style_context_add_class (gtk_widget_get_style_context (self->panes[pane]), classes[pane]);
  gtk_container_add (GTK_CONTAINER (self->panes[pane]), child);
}

void
desk_console_layout_set_passing (DeskConsoleLayout *self, GtkWidget *part)
{
  g_return_if_fail (DESK_IS_CONSOLE_LAYOUT (self));
  g_set_weak_pointer (&self->passing, part);
}

static void
desk_console_layout_dispose (GObject *object)
{
  g_clear_weak_pointer (&DESK_CONSOLE_LAYOUT (object)->passing);
  G_OBJECT_CLASS (desk_console_layout_parent_class)->dispose (object);
}

static void
desk_console_layout_class_init (DeskConsoleLayoutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkContainerClass *container_class = GTK_CONTAINER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_console_layout_dispose;
  widget_class->get_preferred_width = desk_console_layout_get_preferred_width;
  widget_class->get_preferred_height = desk_console_layout_get_preferred_height;
  widget_class->size_allocate = desk_console_layout_size_allocate;
  widget_class->draw = desk_console_layout_draw;
  container_class->forall = desk_console_layout_forall;
  container_class->add = desk_console_layout_add;
  container_class->remove = desk_console_layout_remove;
  container_class->child_type = desk_console_layout_child_type;
  container_class->set_focus_child = desk_console_layout_set_focus_child;
}

static void
desk_console_layout_init (DeskConsoleLayout *self)
{
  const char *const names[DESK_N_PANES] = {
    [DESK_PANE_LINES] = _ ("Lines"),
    [DESK_PANE_CALL] = _ ("Call"),
    [DESK_PANE_DIRECTORY] = _ ("Directory"),
    [DESK_PANE_SLIP] = _ ("Message"),
  };

  gtk_widget_set_has_window (GTK_WIDGET (self), FALSE);
  self->arrangement = DESK_ARRANGEMENT_COLUMNS;
  self->raised = DESK_PANE_CALL;
  for (guint n = 0; n < DESK_N_PANES; n++) {
    self->panes[n] = gtk_scrolled_window_new (NULL, NULL);
    gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->panes[n]), TRUE);
    /* It takes the focus itself while nothing in it can. */
    atk_object_set_name (gtk_widget_get_accessible (self->panes[n]), names[n]);
    gtk_widget_show (self->panes[n]);
    gtk_widget_set_parent (self->panes[n], GTK_WIDGET (self));
  }
  add_tabs (self);
  show_panes (self);
}
