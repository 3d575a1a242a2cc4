/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/directory-panel.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/directory-rows.h"
#include "app/icon-names.h"
#include "app/style-class.h"
#include "app/unchanged.h"
#include "matching/text-fold.h"

/* Nobody is chosen until the trainee types or points: a call that goes to whoever happens to stand
 * first in the list would go to the wrong one. For the same reason Enter does only what the trainee came
 * for: after the key to transfer or to consult it does that, and else it settles the choice. Whoever looks
 * somebody up does not put the caller through to them by it. */

#define ROWS_PER_PAGE 6

struct _DeskDirectoryPanel {
  GtkBox parent_instance;

  GtkEntry *search;
  GtkStack *stack;
  GtkTreeView *list;
  GtkTreeViewColumn *column;
  GtkLabel *empty;
  GtkWidget *bar;
  GtkLabel *chosen;
  GtkLabel *chosen_presence;
  GtkWidget *transfer_button;
  GtkWidget *consult_button;

  DeskSession *session;      /* owned */
  DeskDirectoryIndex *index; /* owned */
  DeskDirectoryRows rows;
  char *shown; /* owned: the presence of those in sight when it was last told; or NULL */
  gboolean can_transfer;
  guint sought;     /* what Enter does: TRANSFER or CONSULT, which one came for, or CHOSEN */
  gboolean asked;   /* Enter was pressed with nobody chosen */
  gboolean picked;  /* the choice was made by hand, not by being found first */
  gboolean filling; /* the selection changes with the list */
};

G_DEFINE_FINAL_TYPE (DeskDirectoryPanel, desk_directory_panel, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_CAN_TRANSFER,
  N_PROPS,
};

enum {
  TRANSFER,
  CONSULT,
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

const DeskPerson *
desk_directory_panel_get_person (DeskDirectoryPanel *self)
{
  GtkTreeModel *model;
  GtkTreeIter iter;

  g_return_val_if_fail (DESK_IS_DIRECTORY_PANEL (self), NULL);
  if (!gtk_tree_selection_get_selected (gtk_tree_view_get_selection (self->list), &model, &iter))
    return NULL;
  return desk_directory_rows_person_at (model, &iter);
}

/* The request to choose takes the room of both lines. */
static void
show_nobody (DeskDirectoryPanel *self)
{
  desk_text_unless_same (self->chosen, self->asked ? _ ("Type a name, or choose a person first")
                                                   : _ ("Nobody chosen"));
  gtk_label_set_line_wrap (self->chosen, self->asked);
  gtk_label_set_lines (self->chosen, self->asked ? 2 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_presence), !self->asked);
  desk_text_unless_same (self->chosen_presence, "");
  desk_tooltip_unless_same (self->chosen, NULL);
}

static void
show_person (DeskDirectoryPanel *self, const DeskPerson *person)
{
  g_autofree char *words = desk_directory_rows_describe (&self->rows, person);
  g_autofree char *presence = desk_directory_rows_presence (&self->rows, person);

  desk_text_unless_same (self->chosen, words);
  gtk_label_set_line_wrap (self->chosen, FALSE);
  gtk_label_set_lines (self->chosen, 1);
  desk_text_unless_same (self->chosen_presence, presence);
  gtk_widget_show (GTK_WIDGET (self->chosen_presence));
  desk_tooltip_unless_same (self->chosen, words);
  desk_tooltip_unless_same (self->chosen_presence, presence);
}

/* The call card has buttons of the same label; a screen reader tells these by whom they are for. */
static void
name_button (GtkWidget *button, const char *with, const char *without, const DeskPerson *person)
{
  g_autofree char *name = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  name = person != NULL ? g_strdup_printf (with, person->name) : g_strdup (without);
#pragma GCC diagnostic pop
  desk_name_unless_same (button, name);
}

static void
name_buttons (DeskDirectoryPanel *self, const DeskPerson *person)
{
  name_button (self->transfer_button, _ ("Transfer to %s"), _ ("Transfer to the person chosen"),
               person);
  name_button (self->consult_button, _ ("Consult %s"), _ ("Consult the person chosen"), person);
}

static void
update_bar (DeskDirectoryPanel *self)
{
  const DeskPerson *person = desk_directory_panel_get_person (self);
  gboolean ready = person != NULL && self->can_transfer;

  if (person != NULL)
    show_person (self, person);
  else
    show_nobody (self);
  name_buttons (self, person);
  gtk_widget_set_sensitive (self->transfer_button, ready);
  gtk_widget_set_sensitive (self->consult_button, ready);
}

static void
select_row (DeskDirectoryPanel *self, int n)
{
  g_autoptr (GtkTreePath) path = gtk_tree_path_new_from_indices (n, -1);

  gtk_tree_view_set_cursor (self->list, path, NULL, FALSE);
  gtk_tree_view_scroll_to_cell (self->list, path, NULL, FALSE, 0, 0);
}

static int
selected_row (DeskDirectoryPanel *self)
{
  g_autoptr (GtkTreePath) path = NULL;
  GtkTreeModel *model;
  GtkTreeIter iter;

  if (!gtk_tree_selection_get_selected (gtk_tree_view_get_selection (self->list), &model, &iter))
    return -1;
  path = gtk_tree_model_get_path (model, &iter);
  return gtk_tree_path_get_indices (path)[0];
}

/* The search keeps the focus, so that more can be typed; who is chosen is announced. */
static void
move_choice (DeskDirectoryPanel *self, int step)
{
  GtkTreeModel *model = gtk_tree_view_get_model (self->list);
  const int n = model != NULL ? gtk_tree_model_iter_n_children (model, NULL) : 0;
  const int row = selected_row (self);
  g_autofree char *words = NULL;

  if (n == 0)
    return;
  select_row (self, row < 0 ? (step > 0 ? 0 : n - 1) : CLAMP (row + step, 0, n - 1));
  words = g_strdup_printf ("%s; %s", gtk_label_get_text (self->chosen),
                           gtk_label_get_text (self->chosen_presence));
  desk_announce (GTK_WIDGET (self->search), words);
}

static void
tell_nobody (DeskDirectoryPanel *self, const char *text)
{
  g_autofree char *words = desk_session_get_scenario (self->session)->n_people == 0
                               ? g_strdup (_ ("The directory is empty"))
                               : g_strdup_printf (_ ("Nobody matches “%s”"), text);

  gtk_label_set_text (self->empty, words);
}

static gboolean
find_row (const GArray *found, const DeskPerson *person, int *row)
{
  for (*row = 0; *row < (int) found->len; ++*row)
    if (g_array_index (found, DeskFound, *row).person == person)
      return TRUE;
  return FALSE;
}

/* Fills the list with those who match the search, the best of whom is chosen, or who was chosen by
 * hand if still among them. An empty search chooses nobody. */
static void
fill (DeskDirectoryPanel *self)
{
  const char *text = gtk_entry_get_text (self->search);
  const DeskPerson *chosen = desk_directory_panel_get_person (self);
  g_autoptr (GArray) found = desk_directory_index_search (self->index, text);
  g_autoptr (GtkTreeModel) model = desk_directory_rows_model_new (found);
  int chosen_row = 0;

  self->asked = FALSE;
  self->picked = self->picked && find_row (found, chosen, &chosen_row);
  self->filling = TRUE;
  gtk_tree_view_set_model (self->list, model);
  if (found->len > 0 && !desk_text_is_blank (text))
    select_row (self, self->picked ? chosen_row : 0);
  else if (found->len == 0)
    tell_nobody (self, text);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "empty");
  update_bar (self);
}

static void
on_selection_changed (DeskDirectoryPanel *self)
{
  if (!self->filling)
    self->picked = desk_directory_panel_get_person (self) != NULL;
  update_bar (self);
}

static void
ask_for_choice (DeskDirectoryPanel *self)
{
  self->asked = TRUE;
  update_bar (self);
  desk_announce (GTK_WIDGET (self->chosen), gtk_label_get_text (self->chosen));
}

static void
hand_on (DeskDirectoryPanel *self, guint which)
{
  const DeskPerson *person = desk_directory_panel_get_person (self);

  if (person != NULL && (self->can_transfer || which == CHOSEN)) {
    self->picked = TRUE;
    g_signal_emit (self, signals[which], 0, person);
  } else if (person == NULL && desk_text_is_blank (gtk_entry_get_text (self->search))) {
    ask_for_choice (self);
  } else {
    gtk_widget_error_bell (GTK_WIDGET (self));
  }
}

static void
on_transfer_clicked (DeskDirectoryPanel *self)
{
  hand_on (self, TRANSFER);
}

static void
on_consult_clicked (DeskDirectoryPanel *self)
{
  hand_on (self, CONSULT);
}

static gboolean
is_enter (const GdkEventKey *event)
{
  return event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter ||
         event->keyval == GDK_KEY_ISO_Enter;
}

/* By how many rows a key moves the choice. */
static int
step_of (const GdkEventKey *event)
{
  switch (event->keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down: return 1;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up: return -1;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down: return ROWS_PER_PAGE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up: return -ROWS_PER_PAGE;
  default: return 0;
  }
}

/* In the search and in the list alike. */
static gboolean
on_key_press (DeskDirectoryPanel *self, GdkEventKey *event, GtkWidget *widget)
{
  guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();

  if (is_enter (event) && (modifiers & ~(guint) GDK_SHIFT_MASK) == 0) {
    hand_on (self, modifiers == GDK_SHIFT_MASK ? CONSULT : self->sought);
    return GDK_EVENT_STOP;
  }
  if (widget == GTK_WIDGET (self->search) && modifiers == 0 && step_of (event) != 0) {
    move_choice (self, step_of (event));
    return GDK_EVENT_STOP;
  }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_list_tooltip (DeskDirectoryPanel *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  g_autoptr (GtkTreePath) path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *presence = NULL;
  g_autofree char *words = NULL;
  const DeskPerson *person;
  GtkTreeModel *model;
  GtkTreeIter iter;

  if (!gtk_tree_view_get_tooltip_context (self->list, &x, &y, by_keyboard, &model, &path, &iter))
    return FALSE;
  person = desk_directory_rows_person_at (model, &iter);
  name = desk_directory_rows_describe (&self->rows, person);
  presence = desk_directory_rows_presence (&self->rows, person);
  words = g_strdup_printf ("%s\n%s", name, presence);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tree_view_set_tooltip_row (self->list, tooltip, path);
  return TRUE;
}

/* A thousand people cost no more than those in sight, and a second in which nobody comes or goes is not
 * drawn. */
static void
draw_presence (DeskDirectoryPanel *self)
{
  g_autofree char *shown = desk_directory_rows_presence_in_sight (&self->rows);

  if (g_strcmp0 (self->shown, shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  gtk_widget_queue_draw (GTK_WIDGET (self->list));
}

void
desk_directory_panel_update (DeskDirectoryPanel *self)
{
  g_return_if_fail (DESK_IS_DIRECTORY_PANEL (self));

  draw_presence (self);
  update_bar (self);
}

static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  desk_style_class_set (button, GTK_STYLE_CLASS_SUGGESTED_ACTION, suggested);
}

/* The button that Enter stands for is marked. */
static void
set_sought (DeskDirectoryPanel *self, guint sought)
{
  self->sought = sought;
  set_suggested (self->transfer_button, sought == TRANSFER);
  set_suggested (self->consult_button, sought == CONSULT);
}

void
desk_directory_panel_focus_search (DeskDirectoryPanel *self)
{
  g_return_if_fail (DESK_IS_DIRECTORY_PANEL (self));

  set_sought (self, CHOSEN);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
desk_directory_panel_seek (DeskDirectoryPanel *self, DeskCommandType what)
{
  g_return_if_fail (DESK_IS_DIRECTORY_PANEL (self));

  set_sought (self, what == DESK_COMMAND_CONSULT ? CONSULT : TRANSFER);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
choose (DeskDirectoryPanel *self, const DeskPerson *person)
{
  GtkTreeModel *model = gtk_tree_view_get_model (self->list);
  GtkTreeIter iter;
  int n = 0;

  for (gboolean more = gtk_tree_model_get_iter_first (model, &iter); more;
       more = gtk_tree_model_iter_next (model, &iter), n++)
    if (desk_directory_rows_person_at (model, &iter) == person) {
      select_row (self, n);
      return;
    }
}

void
desk_directory_panel_end_search (DeskDirectoryPanel *self)
{
  const DeskPerson *person;

  g_return_if_fail (DESK_IS_DIRECTORY_PANEL (self));
  person = desk_directory_panel_get_person (self);
  desk_directory_panel_reset (self);
  if (person != NULL)
    choose (self, person);
}

void
desk_directory_panel_reset (DeskDirectoryPanel *self)
{
  g_return_if_fail (DESK_IS_DIRECTORY_PANEL (self));

  gtk_tree_selection_unselect_all (gtk_tree_view_get_selection (self->list));
  gtk_entry_set_text (self->search, "");
  set_sought (self, CHOSEN);
  self->asked = FALSE;
  self->picked = FALSE;
  update_bar (self);
}

GtkWidget *
desk_directory_panel_new (DeskSession *session)
{
  DeskDirectoryPanel *self = g_object_new (DESK_TYPE_DIRECTORY_PANEL, NULL);

  self->sought = CHOSEN;
  self->session = g_object_ref (session);
  self->index = desk_directory_index_new (desk_session_get_scenario (session));
  self->rows.session = self->session;
  self->rows.index = self->index;
  fill (self);
  return GTK_WIDGET (self);
}

static void
desk_directory_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CAN_TRANSFER)
    g_value_set_boolean (value, DESK_DIRECTORY_PANEL (object)->can_transfer);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
desk_directory_panel_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  DeskDirectoryPanel *self = DESK_DIRECTORY_PANEL (object);

  if (id != PROP_CAN_TRANSFER) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  if (self->can_transfer == g_value_get_boolean (value))
    return;
  self->can_transfer = g_value_get_boolean (value);
  update_bar (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
desk_directory_panel_dispose (GObject *object)
{
  DeskDirectoryPanel *self = DESK_DIRECTORY_PANEL (object);

  /* The cells must not ask for people once the session is gone. */
  if (self->list != NULL)
    gtk_tree_view_set_model (self->list, NULL);
  G_OBJECT_CLASS (desk_directory_panel_parent_class)->dispose (object);
}

static void
desk_directory_panel_finalize (GObject *object)
{
  DeskDirectoryPanel *self = DESK_DIRECTORY_PANEL (object);

  g_free (self->shown);
  g_clear_pointer (&self->index, desk_directory_index_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (desk_directory_panel_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskDirectoryPanel, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/directory-panel.ui");
  BIND (search);
  BIND (stack);
  BIND (list);
  BIND (column);
  BIND (empty);
  BIND (bar);
  BIND (chosen);
  BIND (chosen_presence);
  BIND (transfer_button);
  BIND (consult_button);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_press);
  gtk_widget_class_bind_template_callback (widget_class, on_list_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, on_transfer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_consult_clicked);
}

static guint
add_person_signal (const char *name, GType type)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                       G_TYPE_POINTER);
}

static void
desk_directory_panel_class_init (DeskDirectoryPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_directory_panel_get_property;
  object_class->set_property = desk_directory_panel_set_property;
  object_class->dispose = desk_directory_panel_dispose;
  object_class->finalize = desk_directory_panel_finalize;
  props[PROP_CAN_TRANSFER] =
      g_param_spec_boolean ("can-transfer", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[TRANSFER] = add_person_signal ("transfer", G_TYPE_FROM_CLASS (klass));
  signals[CONSULT] = add_person_signal ("consult", G_TYPE_FROM_CLASS (klass));
  signals[CHOSEN] = add_person_signal ("chosen", G_TYPE_FROM_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_directory_panel_init (DeskDirectoryPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_icon_names_follow_tooltips (self->search);
  self->rows.list = self->list;
  desk_directory_rows_add_cells (&self->rows, self->column);
}
