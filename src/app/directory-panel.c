/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/directory-panel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/announce.h"
#include "app/directory-index.h"
#include "app/icon-names.h"
#include "app/presence-cell.h"
#include "app/presence-words.h"
#include "app/recipient-picker.h"
#include "app/unchanged.h"
#include "matching/text-fold.h"

/* The list is a tree view whose cells ask for their text when they are drawn: a thousand people cost
 * no more than the dozen in sight, and presence is told afresh by drawing them again.
 *
 * Nobody is chosen until the trainee types or points: a call that goes to whoever happens to stand
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
  COLUMN_PERSON,
  COLUMN_HOW, /* DeskFoundHow */
  N_COLUMNS,
};

enum {
  TRANSFER,
  CONSULT,
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static gint64
now_ms (DeskDirectoryPanel *self)
{
  return desk_session_get_state (self->session)->now_ms;
}

static const DeskPerson *
person_at (GtkTreeModel *model, GtkTreeIter *iter)
{
  const DeskPerson *person;

  gtk_tree_model_get (model, iter, COLUMN_PERSON, &person, -1);
  return person;
}

static DeskFoundHow
how_at (GtkTreeModel *model, GtkTreeIter *iter)
{
  guint how;

  gtk_tree_model_get (model, iter, COLUMN_HOW, &how, -1);
  return (DeskFoundHow) how;
}

const DeskPerson *
desk_directory_panel_get_person (DeskDirectoryPanel *self)
{
  GtkTreeModel *model;
  GtkTreeIter iter;

  g_return_val_if_fail (DESK_IS_DIRECTORY_PANEL (self), NULL);
  if (!gtk_tree_selection_get_selected (gtk_tree_view_get_selection (self->list), &model, &iter))
    return NULL;
  return person_at (model, &iter);
}

/* Sets `text`, of which the first `n_bold` bytes stand out and the rest stands back; on the colour
 * of the selection it would be lost if it were paler too. */
static void
set_text (DeskDirectoryPanel *self,
          GtkCellRenderer *cell,
          GtkTreeIter *iter,
          const char *text,
          gsize n_bold)
{
  const gboolean is_selected =
      gtk_tree_selection_iter_is_selected (gtk_tree_view_get_selection (self->list), iter);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *pale = pango_attr_foreground_alpha_new (is_selected ? 0xffff : 0xb800);
  PangoAttribute *small = pango_attr_scale_new (PANGO_SCALE_SMALL);

  bold->end_index = pale->start_index = small->start_index = (guint) n_bold;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pale);
  pango_attr_list_insert (attributes, small);
  g_object_set (cell, "text", text, "attributes", attributes, NULL);
}

static const char *
words_with (DeskDirectoryPanel *self, const DeskPerson *person)
{
  return desk_presence_words_with (desk_session_get_state (self->session), person);
}

static char *
long_presence (DeskDirectoryPanel *self, const DeskPerson *person)
{
  const char *with = words_with (self, person);

  return with != NULL ? g_strdup (with) : desk_presence_words_long (person, now_ms (self));
}

static char *
short_presence (DeskDirectoryPanel *self, const DeskPerson *person)
{
  const char *with = words_with (self, person);

  return with != NULL ? g_strdup (with) : desk_presence_words_short (person, now_ms (self));
}

static void
render_shape (GtkCellLayout *layout,
              GtkCellRenderer *cell,
              GtkTreeModel *model,
              GtkTreeIter *iter,
              gpointer data)
{
  const DeskPerson *person = person_at (model, iter);

  desk_presence_cell_set_presence (DESK_PRESENCE_CELL (cell),
                                   words_with (data, person) != NULL
                                       ? DESK_PRESENCE_BUSY
                                       : desk_person_presence_at (person, now_ms (data)));
}

/* Why somebody was found comes first: the position may not fit. */
static void
render_name (GtkCellLayout *layout,
             GtkCellRenderer *cell,
             GtkTreeModel *model,
             GtkTreeIter *iter,
             gpointer data)
{
  DeskDirectoryPanel *self = data;
  const DeskPerson *person = person_at (model, iter);
  const char *position = desk_directory_index_get_position (self->index, person);
  const char *how = desk_found_how_words (how_at (model, iter));
  g_autofree char *text =
      g_strconcat (person->name, how != NULL ? "  " : "", how != NULL ? how : "",
                   *position != '\0' ? (how != NULL ? " · " : "  ") : "", position, NULL);

  set_text (self, cell, iter, text, strlen (person->name));
}

static void
render_extension (GtkCellLayout *layout,
                  GtkCellRenderer *cell,
                  GtkTreeModel *model,
                  GtkTreeIter *iter,
                  gpointer data)
{
  g_object_set (cell, "text", person_at (model, iter)->extension, NULL);
}

static void
render_presence (GtkCellLayout *layout,
                 GtkCellRenderer *cell,
                 GtkTreeModel *model,
                 GtkTreeIter *iter,
                 gpointer data)
{
  g_autofree char *presence = short_presence (data, person_at (model, iter));

  set_text (data, cell, iter, presence, 0);
}

/* The wish for a choice takes the room of both lines. */
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

static char *
person_words (DeskDirectoryPanel *self, const DeskPerson *person)
{
  const char *position = desk_directory_index_get_position (self->index, person);

  return g_strdup_printf ("%s, %s%s%s", person->name, person->extension,
                          *position != '\0' ? " · " : "", position);
}

static void
show_person (DeskDirectoryPanel *self, const DeskPerson *person)
{
  g_autofree char *words = person_words (self, person);
  g_autofree char *presence = long_presence (self, person);

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

/* The search keeps the focus, so that more can be typed; it is said who is chosen. */
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

static GtkTreeModel *
model_new (const GArray *found)
{
  GtkListStore *store = gtk_list_store_new (N_COLUMNS, G_TYPE_POINTER, G_TYPE_UINT);

  for (guint i = 0; i < found->len; i++) {
    const DeskFound *one = &g_array_index (found, DeskFound, i);

    gtk_list_store_insert_with_values (store, NULL, -1, COLUMN_PERSON, one->person, COLUMN_HOW,
                                       (guint) one->how, -1);
  }
  return GTK_TREE_MODEL (store);
}

/* Fills the list with those who match the search, the best of whom is chosen, or who was chosen by
 * hand if still among them. An empty search chooses nobody. */
static void
fill (DeskDirectoryPanel *self)
{
  const char *text = gtk_entry_get_text (self->search);
  const DeskPerson *chosen = desk_directory_panel_get_person (self);
  g_autoptr (GArray) found = desk_directory_index_search (self->index, text);
  g_autoptr (GtkTreeModel) model = model_new (found);
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
  person = person_at (model, &iter);
  name = person_words (self, person);
  presence = long_presence (self, person);
  words = g_strdup_printf ("%s\n%s", name, presence);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tree_view_set_tooltip_row (self->list, tooltip, path);
  return TRUE;
}

/* (transfer full) */
static char *
presence_in_sight (DeskDirectoryPanel *self)
{
  GtkTreeModel *model = gtk_tree_view_get_model (self->list);
  g_autoptr (GtkTreePath) first = NULL;
  g_autoptr (GtkTreePath) last = NULL;
  GString *words = g_string_new (NULL);
  GtkTreeIter iter;
  gboolean more;

  if (!gtk_tree_view_get_visible_range (self->list, &first, &last))
    return g_string_free (words, FALSE);
  more = gtk_tree_model_get_iter (model, &iter, first);
  for (int n = gtk_tree_path_get_indices (first)[0];
       more && n <= gtk_tree_path_get_indices (last)[0];
       more = gtk_tree_model_iter_next (model, &iter), n++) {
    g_autofree char *presence = short_presence (self, person_at (model, &iter));

    g_string_append_printf (words, "%d %s\n", n, presence);
  }
  return g_string_free (words, FALSE);
}

/* A thousand people cost no more than those in sight, and a second in which nobody comes or goes is not
 * drawn. */
static void
draw_presence (DeskDirectoryPanel *self)
{
  g_autofree char *shown = presence_in_sight (self);

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
  if (suggested)
    gtk_style_context_add_class (gtk_widget_get_style_context (button), "suggested-action");
  else
    gtk_style_context_remove_class (gtk_widget_get_style_context (button), "suggested-action");
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
    if (person_at (model, &iter) == person) {
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

static GtkCellRenderer *
text_cell_new (void)
{
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();

  g_object_set (cell, "ellipsize", PANGO_ELLIPSIZE_END, "ypad", 2, NULL);
  gtk_cell_renderer_text_set_fixed_height_from_font (GTK_CELL_RENDERER_TEXT (cell), 1);
  return cell;
}

static void
add_cell (DeskDirectoryPanel *self,
          GtkCellRenderer *cell,
          gboolean grows,
          GtkCellLayoutDataFunc render)
{
  gtk_cell_layout_pack_start (GTK_CELL_LAYOUT (self->column), cell, grows);
  gtk_cell_layout_set_cell_data_func (GTK_CELL_LAYOUT (self->column), cell, render, self, NULL);
}

static void
add_cells (DeskDirectoryPanel *self)
{
  GtkCellRenderer *shape = desk_presence_cell_new ();
  GtkCellRenderer *extension = text_cell_new ();
  GtkCellRenderer *presence = text_cell_new ();

  gtk_cell_renderer_set_padding (shape, 7, 5);
  g_object_set (extension, "width-chars", 4, NULL);
  g_object_set (presence, "width-chars", 13, "xpad", 6, NULL);
  add_cell (self, shape, FALSE, render_shape);
  add_cell (self, text_cell_new (), TRUE, render_name);
  add_cell (self, extension, FALSE, render_extension);
  add_cell (self, presence, FALSE, render_presence);
}

GtkWidget *
desk_directory_panel_new (DeskSession *session)
{
  DeskDirectoryPanel *self = g_object_new (DESK_TYPE_DIRECTORY_PANEL, NULL);

  self->sought = CHOSEN;
  self->session = g_object_ref (session);
  self->index = desk_directory_index_new (desk_session_get_scenario (session));
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
  add_cells (self);
}
