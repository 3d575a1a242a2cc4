/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/recipient-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/announce.h"
#include "app/clear-container.h"
#include "matching/text-fold.h"

/* GtkEntryCompletion shows its rows in the model's order and keeps Tab for itself, so the rows stand
 * in a popover that takes neither the focus nor any key that it has no use for. */

#define MOST_ROWS 6

struct _DeskRecipientPicker {
  GObject parent_instance;

  GtkEntry *entry;                 /* borrowed */
  const DeskDirectoryIndex *index; /* borrowed */
  GtkWidget *popover;              /* borrowed of GTK: goes with the entry */
  GtkListBox *list;
  GArray *shown; /* owned, of DeskFound */
  int chosen;    /* -1: nobody */
};

G_DEFINE_FINAL_TYPE (DeskRecipientPicker, desk_recipient_picker, G_TYPE_OBJECT)

static guint picked_signal;

const char *
desk_found_how_words (DeskFoundHow how)
{
  switch (how) {
  case DESK_FOUND_EXACT:
  case DESK_FOUND_PREFIX:
  case DESK_FOUND_WORD: return NULL;
  case DESK_FOUND_SOUND: return _ ("sounds alike");
  case DESK_FOUND_NEAR: return _ ("spelled alike");
  }
  g_return_val_if_reached (NULL);
}

static const DeskFound *
shown_at (DeskRecipientPicker *self, int n)
{
  return &g_array_index (self->shown, DeskFound, n);
}

void
desk_recipient_picker_hide (DeskRecipientPicker *self)
{
  g_return_if_fail (DESK_IS_RECIPIENT_PICKER (self));

  g_array_set_size (self->shown, 0);
  self->chosen = -1;
  if (self->popover != NULL)
    gtk_widget_hide (self->popover);
}

static void
pick (DeskRecipientPicker *self, int n)
{
  const DeskPerson *person = shown_at (self, n)->person;

  desk_recipient_picker_hide (self);
  g_signal_emit (self, picked_signal, 0, person);
}

/* The rows. */

static char *
details_of (DeskRecipientPicker *self, const DeskFound *found)
{
  const char *position = desk_directory_index_get_position (self->index, found->person);
  const char *how = desk_found_how_words (found->how);

  return g_strconcat (found->person->extension, *position != '\0' ? " · " : "", position,
                      how != NULL ? " · " : "", how, NULL);
}

static GtkWidget *
row_new (DeskRecipientPicker *self, const DeskFound *found)
{
  g_autofree char *details = details_of (self, found);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (found->person->name);
  GtkWidget *more = gtk_label_new (details);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (more), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (more), 30);
  gtk_label_set_xalign (GTK_LABEL (more), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (name), "desk-suggested-name");
  gtk_style_context_add_class (gtk_widget_get_style_context (more), "dim-label");
  gtk_box_pack_start (GTK_BOX (box), name, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), more, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (row), box);
  gtk_widget_set_can_focus (row, FALSE);
  gtk_style_context_add_class (gtk_widget_get_style_context (row), "desk-suggested");
  gtk_widget_show_all (row);
  return row;
}

static void
on_row_activated (DeskRecipientPicker *self, GtkListBoxRow *row)
{
  pick (self, gtk_list_box_row_get_index (row));
}

static void
make_popover (DeskRecipientPicker *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->popover = gtk_popover_new (GTK_WIDGET (self->entry));
  self->list = GTK_LIST_BOX (list);
  g_object_add_weak_pointer (G_OBJECT (self->popover), (gpointer *) &self->popover);
  gtk_popover_set_modal (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_widget_set_can_focus (list, FALSE);
  atk_object_set_name (gtk_widget_get_accessible (list), _ ("People who fit"));
  gtk_container_add (GTK_CONTAINER (self->popover), list);
  gtk_widget_show (list);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
}

static void
choose (DeskRecipientPicker *self, int n)
{
  self->chosen = n;
  gtk_list_box_select_row (self->list,
                           n >= 0 ? gtk_list_box_get_row_at_index (self->list, n) : NULL);
}

static void
announce_chosen (DeskRecipientPicker *self)
{
  const DeskFound *found = shown_at (self, self->chosen);
  g_autofree char *details = details_of (self, found);
  g_autofree char *words = g_strdup_printf ("%s, %s", found->person->name, details);

  desk_announce (GTK_WIDGET (self->entry), words);
}

static void
show (DeskRecipientPicker *self)
{
  const gboolean first_fits_best =
      self->shown->len == 1 || shown_at (self, 0)->how < shown_at (self, 1)->how;

  if (self->popover == NULL)
    make_popover (self);
  desk_clear_container (GTK_CONTAINER (self->list));
  for (guint i = 0; i < self->shown->len; i++)
    gtk_container_add (GTK_CONTAINER (self->list), row_new (self, shown_at (self, (int) i)));
  choose (self, first_fits_best ? 0 : -1);
  gtk_widget_show (self->popover);
}

static void
on_entry_changed (DeskRecipientPicker *self)
{
  const char *text = gtk_entry_get_text (self->entry);
  g_autoptr (GArray) found = NULL;

  desk_recipient_picker_hide (self);
  if (!gtk_widget_has_focus (GTK_WIDGET (self->entry)) || desk_text_is_blank (text) ||
      desk_directory_index_resolve (self->index, text) != NULL)
    return;
  found = desk_directory_index_search (self->index, text);
  g_array_append_vals (self->shown, found->data, MIN (found->len, MOST_ROWS));
  if (self->shown->len > 0)
    show (self);
}

/* Keys. */

static gboolean
move_choice (DeskRecipientPicker *self, int step)
{
  const int n = (int) self->shown->len;

  choose (self, self->chosen < 0 ? (step > 0 ? 0 : n - 1) : (self->chosen + step + n) % n);
  announce_chosen (self);
  return GDK_EVENT_STOP;
}

static gboolean
take (DeskRecipientPicker *self, gboolean goes_on)
{
  if (self->chosen < 0)
    return GDK_EVENT_PROPAGATE;
  pick (self, self->chosen);
  return goes_on ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static gboolean
on_key_press (DeskRecipientPicker *self, const GdkEventKey *event)
{
  if (self->shown->len == 0 || (event->state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (event->keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down: return move_choice (self, 1);
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up: return move_choice (self, -1);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter: return take (self, FALSE);
  case GDK_KEY_Tab:
  case GDK_KEY_KP_Tab: return take (self, TRUE);
  case GDK_KEY_Escape: desk_recipient_picker_hide (self); return GDK_EVENT_STOP;
  default: return GDK_EVENT_PROPAGATE;
  }
}

static gboolean
on_focus_out (DeskRecipientPicker *self)
{
  desk_recipient_picker_hide (self);
  return GDK_EVENT_PROPAGATE;
}

static void
desk_recipient_picker_dispose (GObject *object)
{
  DeskRecipientPicker *self = DESK_RECIPIENT_PICKER (object);

  if (self->popover != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->popover), (gpointer *) &self->popover);
  self->popover = NULL;
  G_OBJECT_CLASS (desk_recipient_picker_parent_class)->dispose (object);
}

static void
desk_recipient_picker_finalize (GObject *object)
{
  g_array_unref (DESK_RECIPIENT_PICKER (object)->shown);
  G_OBJECT_CLASS (desk_recipient_picker_parent_class)->finalize (object);
}

static void
desk_recipient_picker_class_init (DeskRecipientPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_recipient_picker_dispose;
  object_class->finalize = desk_recipient_picker_finalize;
  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_recipient_picker_init (DeskRecipientPicker *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (DeskFound));
  self->chosen = -1;
}

DeskRecipientPicker *
desk_recipient_picker_new (GtkEntry *entry, const DeskDirectoryIndex *index)
{
  DeskRecipientPicker *self = g_object_new (DESK_TYPE_RECIPIENT_PICKER, NULL);

  self->entry = entry;
  self->index = index;
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_entry_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "key-press-event", G_CALLBACK (on_key_press), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "focus-out-event", G_CALLBACK (on_focus_out), self,
                           G_CONNECT_SWAPPED);
  return self;
}
