/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>

#include "app/note-buffer.h"

/* As the text view does it: a letter is a user action of its own. */
static void
type_letters (DeskNoteBuffer *note, const char *letters)
{
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (note), at,
                                                  (int) (g_utf8_next_char (at) - at), TRUE);
}

static void
assert_text (DeskNoteBuffer *note, const char *expected)
{
  g_autofree char *text = desk_note_buffer_get_text (note);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_undo_goes_by_words (void)
{
  g_autoptr (DeskNoteBuffer) note = desk_note_buffer_new ("");

  type_letters (note, "Åsa ringer igen");
  g_assert_true (desk_note_buffer_undo (note));
  assert_text (note, "Åsa ringer ");
  g_assert_true (desk_note_buffer_undo (note));
  assert_text (note, "Åsa ");
  g_assert_true (desk_note_buffer_redo (note));
  assert_text (note, "Åsa ringer ");
  g_assert_true (desk_note_buffer_undo (note));
  g_assert_true (desk_note_buffer_undo (note));
  assert_text (note, "");
  g_assert_false (desk_note_buffer_undo (note));
}

static void
test_what_was_there_stays (void)
{
  g_autoptr (DeskNoteBuffer) note = desk_note_buffer_new ("before");

  g_assert_false (desk_note_buffer_undo (note));
  assert_text (note, "before");
}

static void
test_replacing_a_selection_is_one_step (void)
{
  g_autoptr (DeskNoteBuffer) note = desk_note_buffer_new ("call 4471 now");
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (note);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 5);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 9);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, "4417", -1);
  gtk_text_buffer_end_user_action (buffer);
  assert_text (note, "call 4417 now");

  g_assert_true (desk_note_buffer_undo (note));
  assert_text (note, "call 4471 now");
  g_assert_true (desk_note_buffer_redo (note));
  assert_text (note, "call 4417 now");
}

static void
test_backspaces_come_back_together (void)
{
  g_autoptr (DeskNoteBuffer) note = desk_note_buffer_new ("4471");
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (note);
  GtkTextIter end;

  for (guint i = 0; i < 3; i++) {
    gtk_text_buffer_get_end_iter (buffer, &end);
    gtk_text_buffer_backspace (buffer, &end, TRUE, TRUE);
  }
  assert_text (note, "4");
  g_assert_true (desk_note_buffer_undo (note));
  assert_text (note, "4471");
}

static void
test_typing_forgets_what_was_undone (void)
{
  g_autoptr (DeskNoteBuffer) note = desk_note_buffer_new ("");

  type_letters (note, "one two");
  g_assert_true (desk_note_buffer_undo (note));
  type_letters (note, "three");
  g_assert_false (desk_note_buffer_redo (note));
  assert_text (note, "one three");
}

static void
test_a_flood_is_cut_off (void)
{
  g_autoptr (DeskNoteBuffer) note = desk_note_buffer_new ("");
  g_autofree char *flood = g_strnfill (3 * DESK_NOTE_MAX_LENGTH, 'x');

  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (note), flood, -1);
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (note)), ==,
                   DESK_NOTE_MAX_LENGTH);
  type_letters (note, "y");
  g_assert_true (desk_note_buffer_undo (note));
  assert_text (note, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note-buffer/words", test_undo_goes_by_words);
  g_test_add_func ("/note-buffer/start", test_what_was_there_stays);
  g_test_add_func ("/note-buffer/selection", test_replacing_a_selection_is_one_step);
  g_test_add_func ("/note-buffer/backspace", test_backspaces_come_back_together);
  g_test_add_func ("/note-buffer/redo-forgotten", test_typing_forgets_what_was_undone);
  g_test_add_func ("/note-buffer/flood", test_a_flood_is_cut_off);
  return g_test_run ();
}
