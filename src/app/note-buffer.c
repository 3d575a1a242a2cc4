/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/note-buffer.h"

/* GTK 3's text buffer keeps no history, so this one records every insertion and deletion as it
 * happens. Edits of one user action (a paste over a selection, say) share a step number and are
 * undone together; typing goes on in the same step until a new word begins. */

typedef struct {
  gboolean inserted; /* else deleted */
  int offset;        /* in characters */
  int length;        /* in characters */
  char *text;        /* owned */
  guint step;
} Edit;

struct _DeskNoteBuffer {
  GtkTextBuffer parent_instance;

  GArray *done;   /* owned, of Edit */
  GArray *undone; /* owned, of Edit: what redo does again */
  guint step;
  gboolean in_action;
  gboolean replaying; /* undo and redo are no edits */
};

G_DEFINE_FINAL_TYPE (DeskNoteBuffer, desk_note_buffer, GTK_TYPE_TEXT_BUFFER)

static void
edit_clear (gpointer data)
{
  g_free (((Edit *) data)->text);
}

static gboolean
begins_a_word (const Edit *last, const char *text)
{
  const char *end = g_utf8_find_prev_char (last->text, last->text + strlen (last->text));

  return g_unichar_isspace (g_utf8_get_char (end)) && !g_unichar_isspace (g_utf8_get_char (text));
}

/* Whether a single letter typed or rubbed out goes on where the last edit stopped. */
static gboolean
goes_on (const Edit *last, const Edit *next)
{
  if (next->length != 1 || last->inserted != next->inserted)
    return FALSE;
  if (next->inserted)
    return next->offset == last->offset + last->length && !begins_a_word (last, next->text);
  return next->offset == last->offset || next->offset + 1 == last->offset;
}

static guint
step_of (DeskNoteBuffer *self, const Edit *edit)
{
  if (self->done->len > 0) {
    const Edit *last = &g_array_index (self->done, Edit, self->done->len - 1);

    if (goes_on (last, edit))
      return last->step;
  }
  return self->in_action ? self->step : self->step + 1;
}

static void
record (DeskNoteBuffer *self, gboolean inserted, int offset, const char *text, gsize bytes)
{
  Edit edit = {
    .inserted = inserted,
    .offset = offset,
    .length = (int) g_utf8_strlen (text, (gssize) bytes),
    .text = g_strndup (text, bytes),
  };

  edit.step = self->step = step_of (self, &edit);
  g_array_set_size (self->undone, 0);
  g_array_append_val (self->done, edit);
}

static void
desk_note_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length)
{
  DeskNoteBuffer *self = DESK_NOTE_BUFFER (buffer);
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  glong room = DESK_NOTE_MAX_LENGTH - gtk_text_buffer_get_char_count (buffer);

  if (g_utf8_strlen (text, (gssize) bytes) > room)
    bytes = (gsize) (g_utf8_offset_to_pointer (text, MAX (room, 0)) - text);
  if (bytes == 0)
    return;
  if (!self->replaying)
    record (self, TRUE, gtk_text_iter_get_offset (at), text, bytes);
  GTK_TEXT_BUFFER_CLASS (desk_note_buffer_parent_class)
      ->insert_text (buffer, at, text, (int) bytes);
}

static void
desk_note_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  DeskNoteBuffer *self = DESK_NOTE_BUFFER (buffer);
  g_autofree char *text = gtk_text_iter_get_slice (start, end);

  if (!self->replaying && *text != '\0')
    record (self, FALSE, gtk_text_iter_get_offset (start), text, strlen (text));
  GTK_TEXT_BUFFER_CLASS (desk_note_buffer_parent_class)->delete_range (buffer, start, end);
}

static void
desk_note_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  DeskNoteBuffer *self = DESK_NOTE_BUFFER (buffer);

  self->step++;
  self->in_action = TRUE;
}

static void
desk_note_buffer_end_user_action (GtkTextBuffer *buffer)
{
  DESK_NOTE_BUFFER (buffer)->in_action = FALSE;
}

static void
desk_note_buffer_finalize (GObject *object)
{
  DeskNoteBuffer *self = DESK_NOTE_BUFFER (object);

  g_array_unref (self->done);
  g_array_unref (self->undone);
  G_OBJECT_CLASS (desk_note_buffer_parent_class)->finalize (object);
}

static void
desk_note_buffer_class_init (DeskNoteBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_note_buffer_finalize;
  buffer_class->insert_text = desk_note_buffer_insert_text;
  buffer_class->delete_range = desk_note_buffer_delete_range;
  buffer_class->begin_user_action = desk_note_buffer_begin_user_action;
  buffer_class->end_user_action = desk_note_buffer_end_user_action;
}

static void
desk_note_buffer_init (DeskNoteBuffer *self)
{
  self->done = g_array_new (FALSE, FALSE, sizeof (Edit));
  self->undone = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self->done, edit_clear);
  g_array_set_clear_func (self->undone, edit_clear);
}

DeskNoteBuffer *
desk_note_buffer_new (const char *text)
{
  DeskNoteBuffer *self = g_object_new (DESK_TYPE_NOTE_BUFFER, NULL);

  self->replaying = TRUE;
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), text, -1);
  self->replaying = FALSE;
  return self;
}

char *
desk_note_buffer_get_text (DeskNoteBuffer *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, FALSE);
}

/* Makes the buffer as if `edit` had happened, or had not, and puts the cursor there. */
static void
apply (DeskNoteBuffer *self, const Edit *edit, gboolean happened)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, edit->offset);
  if (edit->inserted == happened) {
    gtk_text_buffer_insert (buffer, &start, edit->text, -1);
  } else {
    gtk_text_buffer_get_iter_at_offset (buffer, &end, edit->offset + edit->length);
    gtk_text_buffer_delete (buffer, &start, &end);
  }
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* Moves the last step of `from` to `to`. */
static gboolean
replay (DeskNoteBuffer *self, GArray *from, GArray *to, gboolean happened)
{
  guint step;

  if (from->len == 0)
    return FALSE;
  step = g_array_index (from, Edit, from->len - 1).step;
  self->replaying = TRUE;
  while (from->len > 0 && g_array_index (from, Edit, from->len - 1).step == step) {
    Edit edit = g_array_index (from, Edit, from->len - 1);

    apply (self, &edit, happened);
    g_array_index (from, Edit, from->len - 1).text = NULL;
    g_array_set_size (from, from->len - 1);
    g_array_append_val (to, edit);
  }
  self->replaying = FALSE;
  self->step++;
  return TRUE;
}

gboolean
desk_note_buffer_undo (DeskNoteBuffer *self)
{
  return replay (self, self->done, self->undone, FALSE);
}

gboolean
desk_note_buffer_redo (DeskNoteBuffer *self)
{
  return replay (self, self->undone, self->done, TRUE);
}
