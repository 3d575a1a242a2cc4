/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/library-page.h"

#include <glib/gi18n-lib.h>

#include "app/context-menu.h"
#include "app/focus.h"
#include "app/key-label.h"
#include "app/icon-names.h"
#include "app/into-sight.h"
#include "app/library-row.h"
#include "app/plain-label.h"
#include "app/primary-menu.h"
#include "app/tell-bar.h"
#include "app/wording.h"

/* Reading takes longer on a slow disk alone. */
#define PATIENCE_MS 1000

struct _DeskLibraryPage {
  GtkBox parent_instance;

  GtkLabel *count; /* children, as below */
  GtkSpinner *spinner;
  GtkEntry *search;
  GtkComboBoxText *language;
  GtkComboBoxText *level;
  GtkWidget *notice;
  GtkLabel *notice_words;
  DeskTellBar *bar;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *place;
  GtkMenuButton *more;
  GtkMenuButton *manage;
  GtkWidget *open_button;

  DeskLibraryModel *model; /* owned, as below */
  GHashTable *rows;        /* folder → row (borrowed: a child) */
  GHashTable *languages;   /* tags that are among the choices */
  char *wanted;            /* folder to be chosen once it is there; or NULL */
  GMenuModel *chosen_menu; /* of what may be done with the chosen one; or NULL */
  guint sight_due;         /* source id, as the next */
  guint spinner_due;
  gboolean is_untouched; /* nothing was chosen by hand: select the first, whichever it becomes */
};

G_DEFINE_FINAL_TYPE (DeskLibraryPage, desk_library_page, GTK_TYPE_BOX)

enum {
  OPEN,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
users_language (void)
{
  return g_get_language_names ()[0];
}

/* Titles that match come first: the words may also stand in many a briefing. */
static int
compare_rows (GtkListBoxRow *one, GtkListBoxRow *other, gpointer data)
{
  const char *words = gtk_entry_get_text (DESK_LIBRARY_PAGE (data)->search);
  const DeskLibraryEntry *entry = desk_library_row_get_entry (DESK_LIBRARY_ROW (one));
  const DeskLibraryEntry *other_entry = desk_library_row_get_entry (DESK_LIBRARY_ROW (other));
  const gboolean is_called = desk_library_entry_is_called (entry, words);

  if (is_called != desk_library_entry_is_called (other_entry, words))
    return is_called ? -1 : 1;
  return desk_library_entry_compare (entry, other_entry, users_language ());
}

static const char *
any (GtkComboBoxText *box)
{
  const char *id = gtk_combo_box_get_active_id (GTK_COMBO_BOX (box));

  return id != NULL && *id != '\0' ? id : NULL;
}

static gboolean
matches (DeskLibraryPage *self, DeskLibraryEntry *entry)
{
  const char *level = any (self->level);
  g_autofree char *language = desk_wording_language (entry->language);
  g_autofree char *also = entry->n_errors > 0
                              ? NULL
                              : g_strjoin ("\n", desk_wording_level (entry->level), language, NULL);
  const DeskLibraryFilter filter = {
    .words = gtk_entry_get_text (self->search),
    .also = also,
    .language = any (self->language),
    .level = level != NULL ? atoi (level) : -1,
  };

  return desk_library_entry_matches (entry, &filter);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  return matches (data, desk_library_row_get_entry (DESK_LIBRARY_ROW (row)));
}

/* What is shown. */

static guint
count_matches (DeskLibraryPage *self)
{
  GHashTableIter each;
  gpointer row;
  guint n = 0;

  g_hash_table_iter_init (&each, self->rows);
  while (g_hash_table_iter_next (&each, NULL, &row))
    n += matches (self, desk_library_row_get_entry (row)) ? 1 : 0;
  return n;
}

/* `scores`: whose the scores in the rows are, or NULL. */
static char *
describe_count (guint n_shown, guint n, const char *scores)
{
  g_autofree char *count =
      n_shown == n
          ? g_strdup_printf (ngettext ("%u scenario", "%u scenarios", n), n)
          : g_strdup_printf (ngettext ("%u of %u scenario", "%u of %u scenarios", n), n_shown, n);

  return g_strjoin (" · ", count, scores, NULL);
}

static gboolean
on_spinner_due (gpointer data)
{
  DeskLibraryPage *self = data;

  self->spinner_due = 0;
  g_object_set (self->spinner, "active", TRUE, "visible", TRUE, NULL);
  return G_SOURCE_REMOVE;
}

/* Only for those who have to wait: the theme's spinner is an SVG, for which a library of 4 MiB is loaded. */
static void
show_spinner (DeskLibraryPage *self, gboolean is_reading)
{
  if (!is_reading) {
    g_clear_handle_id (&self->spinner_due, g_source_remove);
    g_object_set (self->spinner, "active", FALSE, "visible", FALSE, NULL);
  } else if (self->spinner_due == 0 && !gtk_widget_get_visible (GTK_WIDGET (self->spinner))) {
    self->spinner_due = g_timeout_add (PATIENCE_MS, on_spinner_due, self);
  }
}

static void
show_state (DeskLibraryPage *self)
{
  const guint n = g_hash_table_size (self->rows), n_shown = count_matches (self);
  const gboolean is_reading = desk_library_model_is_reading (self->model);
  g_autofree char *scores = desk_library_model_describe_scores (self->model);
  g_autofree char *count = describe_count (n_shown, n, scores);
  g_autofree char *notice = desk_library_model_get_notice (self->model);

  gtk_label_set_text (self->count, count);
  show_spinner (self, is_reading);
  desk_plain_label_set_text (self->notice_words, notice != NULL ? notice : "");
  gtk_widget_set_visible (self->notice, notice != NULL);
  if (n_shown > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_stack_set_visible_child_name (self->stack, is_reading ? "reading" : "empty");
}

static DeskLibraryRow *
chosen_row (DeskLibraryPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row)) ? DESK_LIBRARY_ROW (row)
                                                                        : NULL;
}

static void
on_chosen (DeskLibraryPage *self)
{
  DeskLibraryEntry *entry = desk_library_page_get_chosen (self);
  g_autofree char *place = entry != NULL ? g_filename_display_name (entry->folder) : NULL;

  desk_plain_label_set_text (self->place, place != NULL ? place : "");
  gtk_widget_set_sensitive (self->open_button, entry != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more), entry != NULL);
  gtk_button_set_label (GTK_BUTTON (self->open_button), entry != NULL && entry->n_errors > 0
                                                            ? _ ("_Show the faults")
                                                            : _ ("_Open"));
  self->is_untouched = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Its position is known once the list has been laid out anew. */
static gboolean
on_sight_due (gpointer data)
{
  DeskLibraryPage *self = data;
  DeskLibraryRow *row = chosen_row (self);

  self->sight_due = 0;
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    desk_into_sight (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

static void
bring_chosen_into_sight (DeskLibraryPage *self)
{
  if (self->sight_due == 0)
    self->sight_due = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, on_sight_due, self, NULL);
}

static void
choose (DeskLibraryPage *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  on_chosen (self);
}

/* The first that matches, so that Enter opens it from the search. */
static void
choose_first (DeskLibraryPage *self)
{
  for (int n = 0;; n++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, n);

    if (row == NULL || gtk_widget_get_child_visible (GTK_WIDGET (row))) {
      const gboolean is_untouched = self->is_untouched;

      choose (self, row);
      self->is_untouched = is_untouched;
      return;
    }
  }
}

static void
on_filter_changed (DeskLibraryPage *self)
{
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_filter (self->list);
  show_state (self);
  if (chosen_row (self) == NULL || gtk_widget_is_focus (GTK_WIDGET (self->search)))
    choose_first (self);
}

static void
on_clear_clicked (DeskLibraryPage *self)
{
  gtk_entry_set_text (self->search, "");
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->language), "");
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->level), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The model. */

static void
offer_language (DeskLibraryPage *self, const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", 2);
  g_autofree char *name = NULL;
  char *first;

  if (*tag == '\0')
    return;
  first = g_ascii_strdown (parts[0], -1);
  name = desk_wording_language (first);
  if (!g_hash_table_contains (self->languages, first))
    gtk_combo_box_text_append (self->language, first, name);
  g_hash_table_add (self->languages, first);
}

static void
on_entry (DeskLibraryPage *self, DeskLibraryEntry *entry)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, entry->folder);

  offer_language (self, entry->language);
  if (row != NULL) {
    desk_library_row_set_entry (DESK_LIBRARY_ROW (row), entry);
    gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
  } else {
    row = desk_library_row_new (entry);
    g_hash_table_insert (self->rows, g_strdup (entry->folder), row);
    gtk_container_add (GTK_CONTAINER (self->list), row);
  }
  desk_library_row_set_score (DESK_LIBRARY_ROW (row),
                              desk_library_model_get_score (self->model, entry));
  if (g_strcmp0 (self->wanted, entry->folder) == 0) {
    g_clear_pointer (&self->wanted, g_free);
    choose (self, GTK_LIST_BOX_ROW (row));
    bring_chosen_into_sight (self);
  } else if (chosen_row (self) == NULL || self->is_untouched) {
    choose_first (self);
  } else if (chosen_row (self) == DESK_LIBRARY_ROW (row)) {
    on_chosen (self);
    bring_chosen_into_sight (self);
  }
  show_state (self);
}

static void
on_gone (DeskLibraryPage *self, const char *folder)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, folder);

  if (row == NULL)
    return;
  g_hash_table_remove (self->rows, folder);
  gtk_widget_destroy (row);
  if (chosen_row (self) == NULL)
    choose_first (self);
  show_state (self);
}

static void
on_scores (DeskLibraryPage *self)
{
  GHashTableIter each;
  gpointer row;

  g_hash_table_iter_init (&each, self->rows);
  while (g_hash_table_iter_next (&each, NULL, &row))
    desk_library_row_set_score (
        row, desk_library_model_get_score (self->model, desk_library_row_get_entry (row)));
  show_state (self);
}

/* What is asked of it. */

DeskLibraryEntry *
desk_library_page_get_chosen (DeskLibraryPage *self)
{
  DeskLibraryRow *row = chosen_row (self);

  return row != NULL ? desk_library_row_get_entry (row) : NULL;
}

void
desk_library_page_choose (DeskLibraryPage *self, const char *folder)
{
  GtkListBoxRow *row = g_hash_table_lookup (self->rows, folder);

  g_clear_pointer (&self->wanted, g_free);
  if (row == NULL) {
    self->wanted = g_strdup (folder);
    return;
  }
  choose (self, row);
  bring_chosen_into_sight (self);
}

void
desk_library_page_tell (DeskLibraryPage *self, const char *words, const char *path)
{
  g_return_if_fail (DESK_IS_LIBRARY_PAGE (self));
  desk_tell_bar_say (self->bar, GTK_MESSAGE_INFO, words, path);
}

void
desk_library_page_set_menus (DeskLibraryPage *self, GMenuModel *chosen, GMenuModel *all)
{
  g_return_if_fail (DESK_IS_LIBRARY_PAGE (self));
  g_set_object (&self->chosen_menu, chosen);
  gtk_menu_button_set_menu_model (self->more, chosen);
  gtk_menu_button_set_menu_model (self->manage, all);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more), chosen_row (self) != NULL);
}

static void
open_chosen (DeskLibraryPage *self)
{
  DeskLibraryEntry *entry = desk_library_page_get_chosen (self);

  if (entry != NULL)
    g_signal_emit (self, signals[OPEN], 0, entry->folder);
}

static void
on_row_activated (DeskLibraryPage *self, GtkListBoxRow *row)
{
  choose (self, row);
  open_chosen (self);
}

/* The menu of a row, by the pointer or, `event` NULL, by the keys. */

static void
show_menu (DeskLibraryPage *self, const GdkEvent *event)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  DeskLibraryRow *row = chosen_row (self);

  if (row == NULL)
    return;
  g_menu_append (menu, gtk_button_get_label (GTK_BUTTON (self->open_button)), "library.open");
  if (self->chosen_menu != NULL)
    g_menu_append_section (menu, NULL, self->chosen_menu);
  desk_context_menu_show (GTK_WIDGET (row), G_MENU_MODEL (menu), event);
}

static gboolean
on_list_pressed (DeskLibraryPage *self, GdkEventButton *event)
{
  GtkListBoxRow *row;

  if (!gdk_event_triggers_context_menu ((GdkEvent *) event))
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_y (self->list, (int) event->y);
  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  choose (self, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  show_menu (self, (GdkEvent *) event);
  return GDK_EVENT_STOP;
}

static gboolean
on_list_popup_menu (DeskLibraryPage *self)
{
  show_menu (self, NULL);
  return GDK_EVENT_STOP;
}

/* Typing anywhere searches; the arrows go from the search into the list. */
static gboolean
desk_library_page_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  DeskLibraryPage *self = DESK_LIBRARY_PAGE (widget);
  GtkWidget *focus = desk_focus_of (widget);
  const gunichar letter = gdk_keyval_to_unicode (event->keyval);
  const gboolean is_plain =
      (event->state & (GDK_CONTROL_MASK | GDK_MOD1_MASK | GDK_SUPER_MASK)) == 0;

  if (focus == GTK_WIDGET (self->search) && event->keyval == GDK_KEY_Down && is_plain &&
      chosen_row (self) != NULL) {
    gtk_widget_grab_focus (GTK_WIDGET (chosen_row (self)));
    return GDK_EVENT_STOP;
  }
  if (event->keyval == GDK_KEY_Escape && *gtk_entry_get_text (self->search) != '\0') {
    on_clear_clicked (self);
    return GDK_EVENT_STOP;
  }
  if (is_plain && letter > ' ' && letter != 0x7f && focus != NULL && !GTK_IS_EDITABLE (focus)) {
    gtk_entry_grab_focus_without_selecting (self->search);
    return gtk_widget_event (GTK_WIDGET (self->search), (GdkEvent *) event);
  }
  return GTK_WIDGET_CLASS (desk_library_page_parent_class)->key_press_event (widget, event);
}

/* Also where a bar above has left the keyboard to nobody. */
static void
on_map (DeskLibraryPage *self)
{
  DeskLibraryRow *row = chosen_row (self);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->search));
}

static void
desk_library_page_dispose (GObject *object)
{
  DeskLibraryPage *self = DESK_LIBRARY_PAGE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_handle_id (&self->sight_due, g_source_remove);
  g_clear_handle_id (&self->spinner_due, g_source_remove);
  G_OBJECT_CLASS (desk_library_page_parent_class)->dispose (object);
}

static void
desk_library_page_finalize (GObject *object)
{
  DeskLibraryPage *self = DESK_LIBRARY_PAGE (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->languages);
  g_free (self->wanted);
  g_clear_object (&self->chosen_menu);
  G_OBJECT_CLASS (desk_library_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskLibraryPage, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
desk_library_page_class_init (DeskLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_library_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_library_page_finalize;
  widget_class->key_press_event = desk_library_page_key_press_event;
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[CHOSEN] =
      g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_PRIMARY_MENU);
  g_type_ensure (DESK_TYPE_TELL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/library-page.ui");
  BIND (count);
  BIND (spinner);
  BIND (search);
  BIND (language);
  BIND (level);
  BIND (notice);
  BIND (notice_words);
  BIND (bar);
  BIND (stack);
  BIND (list);
  BIND (place);
  BIND (more);
  BIND (manage);
  BIND (open_button);
  gtk_widget_class_bind_template_child_full (widget_class, "preferences_button", FALSE, 0);
  CALL (on_filter_changed);
  CALL (on_clear_clicked);
  CALL (on_chosen);
  CALL (on_row_activated);
  CALL (on_list_pressed);
  CALL (on_list_popup_menu);
  CALL (open_chosen);
  CALL (on_map);
}

static void
desk_library_page_init (DeskLibraryPage *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_key_tooltip_add (GTK_WIDGET (gtk_widget_get_template_child (
                            GTK_WIDGET (self), DESK_TYPE_LIBRARY_PAGE, "preferences_button")),
                        "preferences");
  desk_icon_names_follow_tooltips (self->search);
  for (int level = DESK_LEVEL_TUTORIAL; level <= DESK_LEVEL_EXAM; level++) {
    g_autofree char *id = g_strdup_printf ("%d", level);

    gtk_combo_box_text_append (self->level, id, desk_wording_level ((DeskLevel) level));
  }
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
}

GtkWidget *
desk_library_page_new (DeskLibraryModel *model)
{
  DeskLibraryPage *self = g_object_new (DESK_TYPE_LIBRARY_PAGE, NULL);
  g_autoptr (GPtrArray) entries = desk_library_model_list (model);

  self->model = g_object_ref (model);
  g_signal_connect_swapped (model, "entry", G_CALLBACK (on_entry), self);
  g_signal_connect_swapped (model, "gone", G_CALLBACK (on_gone), self);
  g_signal_connect_swapped (model, "state", G_CALLBACK (show_state), self);
  g_signal_connect_swapped (model, "scores", G_CALLBACK (on_scores), self);
  for (guint n = 0; n < entries->len; n++)
    on_entry (self, entries->pdata[n]);
  show_state (self);
  on_chosen (self);
  self->is_untouched = TRUE;
  return GTK_WIDGET (self);
}
