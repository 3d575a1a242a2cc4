/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/field-entry.h"

#include <string.h>

struct _DeskFieldEntry {
  GtkEntry parent_instance;

  gboolean groups;
  DeskCountry country;
  gboolean deletes_ahead; /* the deletion under way is of what follows the caret */
};

G_DEFINE_FINAL_TYPE (DeskFieldEntry, desk_field_entry, GTK_TYPE_ENTRY)

/* Undo. */

static void
go_back_or_forth (DeskFieldEntry *self, gboolean back)
{
  GtkEntryBuffer *buffer = gtk_entry_get_buffer (GTK_ENTRY (self));
  guint caret = (guint) gtk_editable_get_position (GTK_EDITABLE (self));
  gboolean went = FALSE;

  if (DESK_IS_FIELD_BUFFER (buffer) && gtk_editable_get_editable (GTK_EDITABLE (self)))
    went = back ? desk_field_buffer_undo (DESK_FIELD_BUFFER (buffer), &caret)
                : desk_field_buffer_redo (DESK_FIELD_BUFFER (buffer), &caret);
  if (went)
    gtk_editable_set_position (GTK_EDITABLE (self), (int) caret);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_undo (DeskFieldEntry *self)
{
  go_back_or_forth (self, TRUE);
}

static void
on_redo (DeskFieldEntry *self)
{
  go_back_or_forth (self, FALSE);
}

/* Grouping. */

/* Returns where the caret goes, of `caret`. */
static guint
regroup (DeskFieldEntry *self, DeskCaretSide side, guint caret)
{
  GtkEntryBuffer *buffer = gtk_entry_get_buffer (GTK_ENTRY (self));
  const char *typed = gtk_entry_buffer_get_text (buffer);
  g_autofree char *grouped = desk_phone_typing_group (typed, self->country, side, &caret);

  if (strcmp (grouped, typed) != 0 && DESK_IS_FIELD_BUFFER (buffer))
    desk_field_buffer_adjust (DESK_FIELD_BUFFER (buffer), grouped, caret);
  return caret;
}

/* A space or hyphen is left where it was typed until a digit follows. */
static void
on_inserted (DeskFieldEntry *self, const char *text, int length, int *position)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;

  if (self->groups && strspn (text, " -") < bytes)
    *position = (int) regroup (self, DESK_CARET_BEHIND, (guint) *position);
}

static void
before_deleted (DeskFieldEntry *self, int start, int end)
{
  self->deletes_ahead =
      end == start + 1 && gtk_editable_get_position (GTK_EDITABLE (self)) == start;
}

static void
on_deleted (DeskFieldEntry *self, int start, int end)
{
  DeskCaretSide side = self->deletes_ahead ? DESK_CARET_AHEAD : DESK_CARET_BEHIND;
  GtkEditable *editable = GTK_EDITABLE (self);
  guint caret = (guint) gtk_editable_get_position (editable);

  if (!self->groups || gtk_entry_get_text_length (GTK_ENTRY (self)) == 0)
    return;
  gtk_editable_set_position (editable, (int) regroup (self, side, caret));
}

void
desk_field_entry_set_country (DeskFieldEntry *self, DeskCountry country)
{
  g_return_if_fail (DESK_IS_FIELD_ENTRY (self));

  self->groups = TRUE;
  self->country = country;
}

void
desk_field_entry_regroup (DeskFieldEntry *self)
{
  g_return_if_fail (DESK_IS_FIELD_ENTRY (self));

  if (self->groups)
    regroup (self, DESK_CARET_BEHIND, 0);
}

static void
add_action (DeskFieldEntryClass *klass, const char *name, GCallback handler)
{
  g_signal_new_class_handler (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                              handler, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_field_entry_class_init (DeskFieldEntryClass *klass)
{
  GtkBindingSet *keys = gtk_binding_set_by_class (klass);

  add_action (klass, "undo", G_CALLBACK (on_undo));
  add_action (klass, "redo", G_CALLBACK (on_redo));
  gtk_binding_entry_add_signal (keys, GDK_KEY_z, GDK_CONTROL_MASK, "undo", 0);
  gtk_binding_entry_add_signal (keys, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "redo", 0);
  gtk_binding_entry_add_signal (keys, GDK_KEY_y, GDK_CONTROL_MASK, "redo", 0);
}

static void
desk_field_entry_init (DeskFieldEntry *self)
{
  g_signal_connect (self, "delete-text", G_CALLBACK (before_deleted), NULL);
  g_signal_connect_after (self, "delete-text", G_CALLBACK (on_deleted), NULL);
  g_signal_connect_after (self, "insert-text", G_CALLBACK (on_inserted), NULL);
}
