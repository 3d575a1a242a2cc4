/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/field-buffer.h"

static GtkEntryBuffer *
buffer_new (const char *text)
{
  return GTK_ENTRY_BUFFER (desk_field_buffer_new (text));
}

/* Letter by letter at the end, as a typist does. */
static void
type (GtkEntryBuffer *buffer, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    gtk_entry_buffer_insert_text (buffer, gtk_entry_buffer_get_length (buffer), p, 1);
}

static void
assert_undone (GtkEntryBuffer *buffer, const char *expected)
{
  guint caret = 0;

  g_assert_true (desk_field_buffer_undo (DESK_FIELD_BUFFER (buffer), &caret));
  g_assert_cmpstr (gtk_entry_buffer_get_text (buffer), ==, expected);
  g_assert_cmpuint (caret, <=, gtk_entry_buffer_get_length (buffer));
}

static void
assert_redone (GtkEntryBuffer *buffer, const char *expected)
{
  guint caret = 0;

  g_assert_true (desk_field_buffer_redo (DESK_FIELD_BUFFER (buffer), &caret));
  g_assert_cmpstr (gtk_entry_buffer_get_text (buffer), ==, expected);
}

static void
assert_nothing_to_undo (GtkEntryBuffer *buffer)
{
  guint caret = 0;

  g_assert_false (desk_field_buffer_undo (DESK_FIELD_BUFFER (buffer), &caret));
}

static void
test_word_by_word (void)
{
  g_autoptr (GtkEntryBuffer) buffer = buffer_new ("Dr ");

  type (buffer, "Åsa Lind");
  assert_undone (buffer, "Dr Åsa ");
  assert_undone (buffer, "Dr ");
  assert_nothing_to_undo (buffer);
  assert_redone (buffer, "Dr Åsa ");
  assert_redone (buffer, "Dr Åsa Lind");
  type (buffer, "q");
  assert_undone (buffer, "Dr Åsa Lind");
  type (buffer, "k");
  assert_undone (buffer, "Dr Åsa Lind");
}

static void
test_rubbing_out_is_one_step (void)
{
  g_autoptr (GtkEntryBuffer) buffer = buffer_new ("Lindqvist");

  for (guint n = 9; n > 4; n--)
    gtk_entry_buffer_delete_text (buffer, n - 1, 1);
  g_assert_cmpstr (gtk_entry_buffer_get_text (buffer), ==, "Lind");
  assert_undone (buffer, "Lindqvist");
  assert_redone (buffer, "Lind");
}

static void
test_writing_over_is_one_step (void)
{
  g_autoptr (GtkEntryBuffer) buffer = buffer_new ("Lindqvist");

  gtk_entry_buffer_set_text (buffer, "Berg", -1);
  assert_undone (buffer, "Lindqvist");
  assert_nothing_to_undo (buffer);
}

/* A paste and what is typed after it are two. */
static void
test_paste (void)
{
  g_autoptr (GtkEntryBuffer) buffer = buffer_new ("");

  gtk_entry_buffer_insert_text (buffer, 0, "Nordvik", 7);
  type (buffer, "s");
  assert_undone (buffer, "Nordvik");
  assert_undone (buffer, "");
}

static void
test_adjusted_steps (void)
{
  g_autoptr (GtkEntryBuffer) buffer = buffer_new ("");

  type (buffer, "0701");
  desk_field_buffer_adjust (DESK_FIELD_BUFFER (buffer), "070-1", 5);
  type (buffer, "74");
  assert_undone (buffer, "070");
  assert_undone (buffer, "");
  assert_redone (buffer, "070");
  assert_redone (buffer, "070-174");
}

static void
test_length_is_bounded (void)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  g_autoptr (GtkEntryBuffer) buffer = buffer_new (text);

  g_assert_cmpuint (gtk_entry_buffer_get_length (buffer), ==, DESK_FIELD_MAX_LENGTH);
  type (buffer, "y");
  g_assert_cmpuint (gtk_entry_buffer_get_length (buffer), ==, DESK_FIELD_MAX_LENGTH);
}

/* Whatever was done: undone to the end it is the beginning, redone to the end it is the end. */
static void
test_there_and_back (void)
{
  for (guint round = 0; round < 300; round++) {
    g_autoptr (GtkEntryBuffer) buffer = buffer_new ("begin");
    g_autofree char *end = NULL;
    guint caret = 0;

    for (guint i = 0; i < 40; i++) {
      const guint length = gtk_entry_buffer_get_length (buffer);
      const guint at = (guint) g_test_rand_int_range (0, (gint32) length + 1);

      if (g_test_rand_int_range (0, 3) > 0)
        gtk_entry_buffer_insert_text (buffer, at, "å b-1", g_test_rand_int_range (1, 6));
      else
        gtk_entry_buffer_delete_text (buffer, at, g_test_rand_int_range (1, 4));
    }
    end = g_strdup (gtk_entry_buffer_get_text (buffer));
    while (desk_field_buffer_undo (DESK_FIELD_BUFFER (buffer), &caret))
      g_assert_cmpuint (caret, <=, gtk_entry_buffer_get_length (buffer));
    g_assert_cmpstr (gtk_entry_buffer_get_text (buffer), ==, "begin");
    while (desk_field_buffer_redo (DESK_FIELD_BUFFER (buffer), &caret))
      ;
    g_assert_cmpstr (gtk_entry_buffer_get_text (buffer), ==, end);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-buffer/words", test_word_by_word);
  g_test_add_func ("/field-buffer/rubbing-out", test_rubbing_out_is_one_step);
  g_test_add_func ("/field-buffer/writing-over", test_writing_over_is_one_step);
  g_test_add_func ("/field-buffer/paste", test_paste);
  g_test_add_func ("/field-buffer/adjusted", test_adjusted_steps);
  g_test_add_func ("/field-buffer/length", test_length_is_bounded);
  g_test_add_func ("/field-buffer/there-and-back", test_there_and_back);
  return g_test_run ();
}
