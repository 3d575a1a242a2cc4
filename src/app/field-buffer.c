/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/field-buffer.h"

/* A field is short, so what it held before each step is kept whole. Typing goes on in the same step
 * until a new word begins; an insertion over what was selected is one step with its deletion. */

#define MOST_STEPS 1000

typedef struct {
  char *text; /* owned */
  guint caret;
} Moment;

struct _DeskFieldBuffer {
  GtkEntryBuffer parent_instance;

  GPtrArray *done;   /* owned, of Moment: before each step, the latest last */
  GPtrArray *undone; /* owned, of Moment: what redo goes back to */
  Moment *before;    /* owned: before the last edit, or NULL */
  gboolean joined;   /* the last edit went on in a step begun earlier */
  gboolean open;     /* the last edit may be gone on with */
  gboolean inserted; /* what the last edit was, else a deletion */
  guint length;      /* of the last edit, in characters */
  guint end;         /* where it left off, in characters */
  gboolean replaying;
};

G_DEFINE_FINAL_TYPE (DeskFieldBuffer, desk_field_buffer, GTK_TYPE_ENTRY_BUFFER)

static void
moment_free (gpointer data)
{
  Moment *moment = data;

  g_free (moment->text);
  g_free (moment);
}

static Moment *
moment_new (DeskFieldBuffer *self, guint caret)
{
  Moment *moment = g_new (Moment, 1);

  moment->text = g_strdup (gtk_entry_buffer_get_text (GTK_ENTRY_BUFFER (self)));
  moment->caret = caret;
  return moment;
}

static void
push (GPtrArray *moments, Moment *moment)
{
  if (moments->len == MOST_STEPS)
    g_ptr_array_remove_index (moments, 0);
  g_ptr_array_add (moments, moment);
}

static gboolean
begins_a_word (DeskFieldBuffer *self, guint position, const char *text)
{
  const char *all = gtk_entry_buffer_get_text (GTK_ENTRY_BUFFER (self));
  gunichar last;

  if (position == 0)
    return FALSE;
  last = g_utf8_get_char (g_utf8_offset_to_pointer (all, (glong) position - 1));
  return g_unichar_isspace (last) && !g_unichar_isspace (g_utf8_get_char (text));
}

static gboolean
insertion_goes_on (DeskFieldBuffer *self, guint position, const char *text, guint length)
{
  if (!self->open || position != self->end)
    return FALSE;
  if (!self->inserted)
    return self->length > 1; /* what was selected is written over */
  return length == 1 && self->length == 1 && !begins_a_word (self, position, text);
}

static gboolean
deletion_goes_on (DeskFieldBuffer *self, guint position, guint length)
{
  return self->open && !self->inserted && length == 1 && self->length == 1 &&
         (position == self->end || position + 1 == self->end);
}

static void
record (DeskFieldBuffer *self, gboolean inserted, gboolean goes_on, guint caret)
{
  g_clear_pointer (&self->before, moment_free);
  self->before = moment_new (self, caret);
  self->joined = goes_on;
  self->open = TRUE;
  self->inserted = inserted;
  if (!goes_on)
    push (self->done, moment_new (self, caret));
  g_ptr_array_set_size (self->undone, 0);
}

static guint
desk_field_buffer_insert_text (GtkEntryBuffer *buffer,
                               guint position,
                               const char *text,
                               guint length)
{
  DeskFieldBuffer *self = DESK_FIELD_BUFFER (buffer);

  if (!self->replaying && length > 0) {
    record (self, TRUE, insertion_goes_on (self, position, text, length), position);
    self->length = length;
    self->end = position + length;
  }
  return GTK_ENTRY_BUFFER_CLASS (desk_field_buffer_parent_class)
      ->insert_text (buffer, position, text, length);
}

static guint
desk_field_buffer_delete_text (GtkEntryBuffer *buffer, guint position, guint length)
{
  DeskFieldBuffer *self = DESK_FIELD_BUFFER (buffer);
  const guint all = gtk_entry_buffer_get_length (buffer);
  const guint n = MIN (length, all - MIN (position, all));

  if (!self->replaying && n > 0) {
    record (self, FALSE, deletion_goes_on (self, position, n), position + n);
    self->length = n;
    self->end = position;
  }
  return GTK_ENTRY_BUFFER_CLASS (desk_field_buffer_parent_class)
      ->delete_text (buffer, position, length);
}

static void
desk_field_buffer_finalize (GObject *object)
{
  DeskFieldBuffer *self = DESK_FIELD_BUFFER (object);

  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_clear_pointer (&self->before, moment_free);
  G_OBJECT_CLASS (desk_field_buffer_parent_class)->finalize (object);
}

static void
desk_field_buffer_class_init (DeskFieldBufferClass *klass)
{
  GtkEntryBufferClass *buffer_class = GTK_ENTRY_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_field_buffer_finalize;
  buffer_class->insert_text = desk_field_buffer_insert_text;
  buffer_class->delete_text = desk_field_buffer_delete_text;
}

static void
desk_field_buffer_init (DeskFieldBuffer *self)
{
  self->done = g_ptr_array_new_with_free_func (moment_free);
  self->undone = g_ptr_array_new_with_free_func (moment_free);
}

static void
replace (DeskFieldBuffer *self, const char *text)
{
  self->replaying = TRUE;
  gtk_entry_buffer_set_text (GTK_ENTRY_BUFFER (self), text, -1);
  self->replaying = FALSE;
}

DeskFieldBuffer *
desk_field_buffer_new (const char *text)
{
  DeskFieldBuffer *self =
      g_object_new (DESK_TYPE_FIELD_BUFFER, "max-length", DESK_FIELD_MAX_LENGTH, NULL);

  replace (self, text);
  return self;
}

void
desk_field_buffer_adjust (DeskFieldBuffer *self, const char *text, guint caret)
{
  g_return_if_fail (DESK_IS_FIELD_BUFFER (self));

  if (self->joined && self->inserted && self->before != NULL)
    push (self->done, g_steal_pointer (&self->before));
  self->joined = FALSE;
  replace (self, text);
  self->end = caret;
}

static gboolean
go (DeskFieldBuffer *self, GPtrArray *from, GPtrArray *to, guint *caret)
{
  Moment *moment;

  if (from->len == 0)
    return FALSE;
  moment = g_ptr_array_steal_index (from, from->len - 1);
  push (to, moment_new (self, *caret));
  replace (self, moment->text);
  *caret = moment->caret;
  self->open = FALSE;
  moment_free (moment);
  return TRUE;
}

gboolean
desk_field_buffer_undo (DeskFieldBuffer *self, guint *caret)
{
  g_return_val_if_fail (DESK_IS_FIELD_BUFFER (self) && caret != NULL, FALSE);
  return go (self, self->done, self->undone, caret);
}

gboolean
desk_field_buffer_redo (DeskFieldBuffer *self, guint *caret)
{
  g_return_val_if_fail (DESK_IS_FIELD_BUFFER (self) && caret != NULL, FALSE);
  return go (self, self->undone, self->done, caret);
}
