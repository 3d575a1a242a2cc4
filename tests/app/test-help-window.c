/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/help-window.h"

#include <string.h>

#include "app/help-documents.h"
#include "app/markdown-links.h"
#include "app/markdown-view.h"

/* The documents of the window's help in both languages, and their way about. */

#define FOLDER "/org/frontdesk/Frontdesk/help/"

static char *
read_page (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GtkWidget *
view_of (const char *file)
{
  g_autofree char *text = read_page (file);

  return g_object_ref_sink (desk_markdown_view_new (text));
}

/* To the next link of a text. FALSE: there is none. */
static gboolean
next_link (GtkTextIter *at)
{
  while (gtk_text_iter_forward_to_tag_toggle (at, NULL))
    if (desk_markdown_links_get (at) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_link (const char *file, const char *link)
{
  const char *anchor = strchr (link, '#');
  g_autofree char *named =
      anchor == NULL ? g_strdup (link) : g_strndup (link, (gsize) (anchor - link));
  g_autoptr (GtkWidget) view = view_of (*named == '\0' ? file : named);

  g_test_message ("%s: %s", file, link);
  g_assert_true (*named == '\0' || desk_help_document_find (link) >= 0);
  g_assert_true (anchor == NULL || desk_markdown_view_show (view, anchor + 1));
}

/* Wherever a document points, there is something; and no table is left in it. */
static void
test_links (void)
{
  g_auto (GStrv) files =
      g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n_links = 0;

  g_assert_cmpuint (g_strv_length (files), ==, 2 * desk_help_documents_count ());
  for (char **file = files; *file != NULL; file++) {
    g_autoptr (GtkWidget) view = view_of (*file);
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
    g_autofree char *text = NULL;
    GtkTextIter at, end;

    gtk_text_buffer_get_bounds (buffer, &at, &end);
    text = gtk_text_buffer_get_text (buffer, &at, &end, FALSE);
    g_assert_null (strstr (text, "| "));
    for (; next_link (&at); n_links++)
      check_link (*file, desk_markdown_links_get (&at));
  }
  g_assert_cmpuint (n_links, >, 20);
}

/* Both translations of a document have the same chapters, so a link to one holds in the other. */
static void
test_find (void)
{
  g_assert_cmpint (desk_help_document_find ("manual.md"), ==, 0);
  g_assert_cmpint (desk_help_document_find ("manual.sv.md"), ==, 0);
  g_assert_cmpint (desk_help_document_find ("class.md#handing-in"), >, 0);
  g_assert_cmpint (desk_help_document_find ("#handing-in"), ==, -1);
  g_assert_cmpint (desk_help_document_find ("manual"), ==, -1);
  g_assert_cmpint (desk_help_document_find ("https://example.com/manual.md"), ==, -1);
}

/* Of a window. */

typedef struct {
  GtkWidget *parent;
  GtkWidget *window;
} Fixture;

static void
find_type (GtkWidget *widget, gpointer search)
{
  gpointer *wanted = search; /* the type, then what was found */

  if (wanted[1] == NULL && G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (wanted[0])))
    wanted[1] = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_type, search);
}

static gpointer
find (Fixture *fixture, GType type)
{
  gpointer search[] = { GSIZE_TO_POINTER (type), NULL };

  find_type (fixture->window, search);
  g_assert_nonnull (search[1]);
  return search[1];
}

static void
settle (void)
{
  const gint64 until = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->parent = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  fixture->window = desk_help_window_new (GTK_WINDOW (fixture->parent));
  gtk_widget_show (fixture->parent);
  gtk_widget_show (fixture->window);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->parent);
}

static const char *
row_title (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_bin_get_child (GTK_BIN (row))));
}

static void
choose (Fixture *fixture, const char *title)
{
  GtkListBox *contents = find (fixture, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  for (int n = 0; (row = gtk_list_box_get_row_at_index (contents, n)) != NULL; n++) {
    if (g_str_equal (row_title (row), title)) {
      gtk_list_box_select_row (contents, row);
      settle ();
      return;
    }
  }
  g_error ("there is no row %s", title);
}

static void
assert_chosen (Fixture *fixture, const char *title)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (find (fixture, GTK_TYPE_LIST_BOX));

  g_assert_cmpstr (row_title (row), ==, title);
}

/* The paragraph in which the cursor is. */
static void
assert_reads (Fixture *fixture, const char *expected)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find (fixture, GTK_TYPE_TEXT_VIEW));
  g_autofree char *text = NULL;
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_mark (buffer, &from, gtk_text_buffer_get_insert (buffer));
  to = from;
  gtk_text_iter_forward_to_line_end (&to);
  text = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_headers (Fixture *fixture)
{
  GtkListBox *contents = find (fixture, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;
  guint n_headers = 0;

  for (int n = 0; (row = gtk_list_box_get_row_at_index (contents, n)) != NULL; n++)
    n_headers += gtk_list_box_row_get_header (row) != NULL ? 1 : 0;
  return n_headers;
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  assert_chosen (fixture, "Using Frontdesk");
  choose (fixture, "The telephone");
  assert_reads (fixture, "The telephone");
  choose (fixture, "A class");
  assert_reads (fixture, "A class");
  choose (fixture, "Handing in");
  assert_reads (fixture, "Handing in");
  choose (fixture, "A class");
  assert_reads (fixture, "A class");
  choose (fixture, "How a shift is scored");
  assert_reads (fixture, "How a shift is scored");
  assert_chosen (fixture, "How a shift is scored");
  g_assert_cmpuint (count_headers (fixture), ==, 1);
  choose (fixture, "Writing a scenario");
  g_assert_cmpuint (count_headers (fixture), ==, 1);
}

/* The first link to another document that this one has. */
static void
click_a_link (Fixture *fixture)
{
  GtkTextView *view = find (fixture, GTK_TYPE_TEXT_VIEW);
  GdkEventButton event = { .type = GDK_BUTTON_RELEASE, .button = GDK_BUTTON_PRIMARY };
  GdkRectangle place;
  GtkTextIter at;
  gboolean handled;
  int x, y;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &at);
  do
    g_assert_true (next_link (&at));
  while (desk_help_document_find (desk_markdown_links_get (&at)) < 0);
  gtk_text_view_scroll_to_iter (view, &at, 0, FALSE, 0, 0);
  settle ();
  gtk_text_view_get_iter_location (view, &at, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_TEXT, place.x + 2, place.y + 2, &x,
                                         &y);
  event.window = gtk_text_view_get_window (view, GTK_TEXT_WINDOW_TEXT);
  event.x = x;
  event.y = y;
  g_signal_emit_by_name (view, "button-release-event", &event, &handled);
  g_assert_true (handled);
  settle ();
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "Writing a scenario");
  click_a_link (fixture);
  assert_chosen (fixture, "Practice, guided shifts and exams");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help/links", test_links);
  g_test_add_func ("/help/find", test_find);
  g_test_add ("/help/contents", Fixture, NULL, set_up, test_contents, tear_down);
  g_test_add ("/help/follow", Fixture, NULL, set_up, test_follow, tear_down);
  return g_test_run ();
}
