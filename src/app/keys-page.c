/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/keys-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/announce.h"
#include "app/icon-names.h"
#include "app/keys-capture.h"

#define ACTION "desk-key-action" /* of a row: its DeskKeyAction, borrowed */

struct _DeskKeysPage {
  GtkBox parent_instance;

  GtkEntry *search;
  GtkWidget *undo_button;
  GtkWidget *reset_all_button;
  GtkLabel *status;
  GtkListBox *list;

  DeskKeys *keys;     /* owned, as below */
  char *wanted;       /* the text searched for, case folded */
  GtkWidget *capture; /* borrowed: while it asks; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskKeysPage, desk_keys_page, GTK_TYPE_BOX)

static const DeskKeyAction *
action_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), ACTION);
}

static void
tell (DeskKeysPage *self, char *words)
{
  g_autofree char *owned = words;

  gtk_label_set_text (self->status, owned);
  desk_announce (GTK_WIDGET (self->status), owned);
}

/* The list. */

static gboolean
holds (const char *text, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, wanted) != NULL;
}

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  DeskKeysPage *self = data;
  const DeskKeyAction *action = action_of (row);
  g_autofree char *label = desk_key_action_label (action);
  g_autofree char *key = desk_keys_label (self->keys, action->id);

  return holds (label, self->wanted) || holds (key, self->wanted) ||
         holds (desk_key_group_label (action->group), self->wanted);
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const DeskKeyGroup group = action_of (row)->group;
  GtkWidget *label;

  if (before != NULL && action_of (before)->group == group) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (desk_key_group_label (group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "desk-heading");
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "desk-keys-heading");
  gtk_widget_show (label);
  gtk_list_box_row_set_header (row, label);
}

typedef struct {
  GtkWidget *key;
  GtkWidget *reset;
} Parts; /* of a row, borrowed */

static void
show_row (GtkWidget *row, gpointer data)
{
  DeskKeysPage *self = data;
  const DeskKeyAction *action = action_of (row);
  const Parts *parts = g_object_get_data (G_OBJECT (row), "desk-parts");
  g_autofree char *label = desk_key_action_label (action);
  g_autofree char *key = desk_keys_label (self->keys, action->id);
  const char *shown = *key != '\0' ? key : _ ("No key");
  g_autofree char *name = g_strdup_printf ("%s: %s", label, shown);

  gtk_button_set_label (GTK_BUTTON (parts->key), shown);
  gtk_widget_set_visible (parts->reset, desk_keys_is_changed (self->keys, action->id));
  atk_object_set_name (gtk_widget_get_accessible (row), name);
  atk_object_set_name (gtk_widget_get_accessible (parts->key), name);
}

static void
show_keys (DeskKeysPage *self)
{
  gtk_container_foreach (GTK_CONTAINER (self->list), show_row, self);
  gtk_widget_set_sensitive (self->undo_button, desk_keys_can_undo (self->keys));
  gtk_widget_set_sensitive (self->reset_all_button, desk_keys_is_any_changed (self->keys));
  gtk_list_box_invalidate_filter (self->list);
}

/* Changing. */

static void
set_key (DeskKeysPage *self, const DeskKeyAction *action, DeskKeyStroke stroke)
{
  const DeskKeyAction *loser = desk_keys_find_stroke (self->keys, stroke);
  g_autofree char *label = desk_key_action_label (action);
  g_autofree char *key = desk_key_stroke_label (stroke);
  g_autofree char *lost = loser != NULL ? desk_key_action_label (loser) : NULL;

  desk_keys_set (self->keys, action->id, stroke);
  if (loser == NULL || loser == action)
    tell (self, g_strdup_printf (_ ("“%s” now has the key %s."), label, key));
  else
    tell (self, g_strdup_printf (_ ("“%s” now has the key %s; “%s” no longer has it."), label, key,
                                 lost));
}

static void
on_captured (DeskKeysPage *self, int response)
{
  DeskKeysCapture *capture = DESK_KEYS_CAPTURE (self->capture);
  const DeskKeyAction *action = action_of (capture);
  const DeskKeyStroke stroke = desk_keys_capture_get_stroke (capture);

  gtk_widget_destroy (self->capture);
  if (response == GTK_RESPONSE_ACCEPT && stroke.key != 0)
    set_key (self, action, stroke);
}

static void
on_capture_gone (DeskKeysPage *self)
{
  self->capture = NULL;
}

static void
ask_for_key (DeskKeysPage *self, const DeskKeyAction *action)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (self->capture != NULL)
    return;
  self->capture = desk_keys_capture_new (GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL,
                                         self->keys, action);
  g_object_set_data (G_OBJECT (self->capture), ACTION, (gpointer) action);
  g_signal_connect_object (self->capture, "response", G_CALLBACK (on_captured), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->capture, "destroy", G_CALLBACK (on_capture_gone), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show_all (self->capture);
}

static void
on_row_activated (DeskKeysPage *self, GtkListBoxRow *row)
{
  ask_for_key (self, action_of (row));
}

static void
on_key_clicked (DeskKeysPage *self, GtkWidget *button)
{
  ask_for_key (self, action_of (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));
}

/* The action that has one of the default keys of `action` now; NULL: no other. */
static const DeskKeyAction *
find_user_of_usual (DeskKeysPage *self, const DeskKeyAction *action)
{
  for (guint n = 0; action->keys[n] != NULL; n++) {
    const DeskKeyAction *holder;
    DeskKeyStroke stroke;

    desk_key_stroke_parse (action->keys[n], &stroke);
    holder = desk_keys_find_stroke (self->keys, stroke);
    if (holder != NULL && holder != action)
      return holder;
  }
  return NULL;
}

static void
on_reset_clicked (DeskKeysPage *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const DeskKeyAction *action = action_of (row);
  g_autofree char *label = desk_key_action_label (action);
  const DeskKeyAction *loser = find_user_of_usual (self, action);
  g_autofree char *lost = loser != NULL ? desk_key_action_label (loser) : NULL;
  g_autofree char *key = NULL;

  gtk_widget_grab_focus (row); /* the button goes */
  desk_keys_reset (self->keys, action->id);
  key = desk_keys_label (self->keys, action->id);
  if (lost == NULL)
    tell (self, g_strdup_printf (_ ("“%s” has its usual key, %s, again."), label, key));
  else
    tell (self, g_strdup_printf (_ ("“%s” has its usual key, %s, again; “%s” no longer has it."),
                                 label, key, lost));
}

static void
on_reset_all (DeskKeysPage *self)
{
  desk_keys_reset_all (self->keys);
  tell (self, g_strdup (_ ("All keys are the usual ones again.")));
}

static void
on_undo (DeskKeysPage *self)
{
  desk_keys_undo (self->keys);
  tell (self, g_strdup (_ ("The last change was taken back.")));
}

static void
on_search_changed (DeskKeysPage *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_entry_get_text (self->search), -1);
  gtk_list_box_invalidate_filter (self->list);
}

/* Making. */

static GtkWidget *
reset_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic", GTK_ICON_SIZE_BUTTON);

  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  gtk_widget_set_tooltip_text (button, _ ("The usual key again"));
  atk_object_set_name (gtk_widget_get_accessible (button), _ ("The usual key again"));
  gtk_widget_set_no_show_all (button, TRUE);
  return button;
}

static GtkWidget *
row_new (DeskKeysPage *self, const DeskKeyAction *action)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text = desk_key_action_label (action);
  GtkWidget *label = gtk_label_new (text);
  Parts *parts = g_new (Parts, 1);

  parts->key = gtk_button_new_with_label ("");
  parts->reset = reset_button_new ();
  gtk_widget_set_size_request (parts->key, 120, -1);
  gtk_widget_set_tooltip_text (parts->key, _ ("Press another key for it"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_box_pack_start (GTK_BOX (box), label, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), parts->reset, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), parts->key, FALSE, FALSE, 0);
  g_object_set (box, "margin", 2, "margin-start", 6, NULL);
  gtk_container_add (GTK_CONTAINER (row), box);
  g_object_set_data (G_OBJECT (row), ACTION, (gpointer) action);
  g_object_set_data_full (G_OBJECT (row), "desk-parts", parts, g_free);
  g_signal_connect_object (parts->key, "clicked", G_CALLBACK (on_key_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->reset, "clicked", G_CALLBACK (on_reset_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show_all (row);
  return row;
}

GtkWidget *
desk_keys_page_new (GSettings *settings)
{
  DeskKeysPage *self = g_object_new (DESK_TYPE_KEYS_PAGE, NULL);
  const GPtrArray *table;

  self->keys = desk_keys_new (settings);
  table = desk_keys_get_table (self->keys);
  for (guint i = 0; i < table->len; i++)
    gtk_container_add (GTK_CONTAINER (self->list), row_new (self, table->pdata[i]));
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
  g_signal_connect_object (self->keys, "changed", G_CALLBACK (show_keys), self, G_CONNECT_SWAPPED);
  show_keys (self);
  return GTK_WIDGET (self);
}

static void
desk_keys_page_dispose (GObject *object)
{
  DeskKeysPage *self = DESK_KEYS_PAGE (object);

  if (self->capture != NULL)
    gtk_widget_destroy (self->capture);
  G_OBJECT_CLASS (desk_keys_page_parent_class)->dispose (object);
}

static void
desk_keys_page_finalize (GObject *object)
{
  DeskKeysPage *self = DESK_KEYS_PAGE (object);

  g_clear_object (&self->keys);
  g_free (self->wanted);
  G_OBJECT_CLASS (desk_keys_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskKeysPage, name)

static void
desk_keys_page_class_init (DeskKeysPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_keys_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_keys_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/keys-page.ui");
  BIND (search);
  BIND (undo_button);
  BIND (reset_all_button);
  BIND (status);
  BIND (list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_all);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
desk_keys_page_init (DeskKeysPage *self)
{
  self->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_icon_names_follow_tooltips (self->search);
}
