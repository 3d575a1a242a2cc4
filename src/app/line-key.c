/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/line-key.h"

#include "app/clock.h"
#include "app/key-label.h"
#include "app/lamp.h"
#include "app/style-class.h"
#include "app/unchanged.h"

struct _DeskLineKey {
  GtkButton parent_instance;

  GtkWidget *lamp;
  GtkLabel *number;
  GtkLabel *caller;
  DeskClock *clock;
  GtkLabel *hint;
  DeskKeyLabel *key;

  DeskLineItem *item; /* owned */
  const char *state_class;
  gsize n_bold; /* bytes of the hint that stand out */
};

G_DEFINE_FINAL_TYPE (DeskLineKey, desk_line_key, GTK_TYPE_BUTTON)

void
desk_line_key_set_lit (DeskLineKey *self, gboolean lit)
{
  g_return_if_fail (DESK_IS_LINE_KEY (self));
  g_object_set (self->lamp, "lit",
                lit || !desk_line_state_rings (desk_line_item_get_state (self->item)), NULL);
}

static void
on_state_changed (DeskLineKey *self)
{
  DeskLineState state = desk_line_item_get_state (self->item);

  if (self->state_class != NULL)
    desk_style_class_set (GTK_WIDGET (self), self->state_class, FALSE);
  self->state_class = desk_line_state_name (state);
  desk_style_class_set (GTK_WIDGET (self), self->state_class, TRUE);
  desk_line_key_set_lit (self, TRUE);
  /* There the hint says it, and needs the room. */
  gtk_widget_set_visible (GTK_WIDGET (self->key),
                          !desk_line_state_rings (state) && state != DESK_LINE_HELD);
}

static void
on_flags_changed (DeskLineKey *self)
{
  gboolean urgent, overdue, selected;

  g_object_get (self->item, "urgent", &urgent, "overdue", &overdue, "selected", &selected, NULL);
  desk_style_class_set (GTK_WIDGET (self), "urgent", urgent);
  desk_style_class_set (GTK_WIDGET (self), "overdue", overdue);
  desk_style_class_set (GTK_WIDGET (self), "selected", selected);
}

static void
set_bold (DeskLineKey *self, gsize n_bytes)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttribute *bold;

  if (self->n_bold == n_bytes)
    return;
  self->n_bold = n_bytes;
  attributes = pango_attr_list_new ();
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->end_index = (guint) n_bytes;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (self->hint, attributes);
}

/* The state's word stands first in the hint. No tooltip: it would lie over the next key. */
static void
on_hint_changed (DeskLineKey *self)
{
  g_autofree char *word = NULL;
  g_autofree char *hint = NULL;

  g_object_get (self->item, "word", &word, "hint", &hint, NULL);
  set_bold (self, strlen (word));
  desk_text_unless_same (self->hint, hint);
  atk_object_set_description (gtk_widget_get_accessible (GTK_WIDGET (self)), hint);
}

static void
on_label_changed (DeskLineKey *self)
{
  g_autofree char *label = NULL;

  g_object_get (self->item, "label", &label, NULL);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), label);
}

DeskLineItem *
desk_line_key_get_item (DeskLineKey *self)
{
  g_return_val_if_fail (DESK_IS_LINE_KEY (self), NULL);
  return self->item;
}

static void
follow (DeskLineKey *self, const char *signal, void (*handler) (DeskLineKey *self))
{
  g_signal_connect_object (self->item, signal, G_CALLBACK (handler), self, G_CONNECT_SWAPPED);
  handler (self);
}

GtkWidget *
desk_line_key_new (DeskLineItem *item)
{
  DeskLineKey *self = g_object_new (DESK_TYPE_LINE_KEY, NULL);
  g_autofree char *id = g_strdup_printf ("line-%u", desk_line_item_get_line (item));

  self->item = g_object_ref (item);
  g_object_set (self->key, "key", id, NULL);
  g_object_bind_property (item, "line", self->number, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "caller", self->caller, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "clock", self->clock, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "state", self->lamp, "state", G_BINDING_SYNC_CREATE);
  follow (self, "notify::state", on_state_changed);
  follow (self, "notify::hint", on_hint_changed);
  follow (self, "notify::label", on_label_changed);
  follow (self, "notify::urgent", on_flags_changed);
  follow (self, "notify::overdue", on_flags_changed);
  follow (self, "notify::selected", on_flags_changed);
  return GTK_WIDGET (self);
}

static void
desk_line_key_dispose (GObject *object)
{
  g_clear_object (&DESK_LINE_KEY (object)->item);
  G_OBJECT_CLASS (desk_line_key_parent_class)->dispose (object);
}

static void
desk_line_key_class_init (DeskLineKeyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_line_key_dispose;
  g_type_ensure (DESK_TYPE_CLOCK);
  g_type_ensure (DESK_TYPE_KEY_LABEL);
  g_type_ensure (DESK_TYPE_LAMP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/line-key.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskLineKey, lamp);
  gtk_widget_class_bind_template_child (widget_class, DeskLineKey, number);
  gtk_widget_class_bind_template_child (widget_class, DeskLineKey, caller);
  gtk_widget_class_bind_template_child (widget_class, DeskLineKey, clock);
  gtk_widget_class_bind_template_child (widget_class, DeskLineKey, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskLineKey, key);
}

static void
desk_line_key_init (DeskLineKey *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
