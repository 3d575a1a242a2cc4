/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "library-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

#include "app/library-row.h"

#define PATIENCE_MS 20000

static gboolean
on_patience_over (gpointer what)
{
  g_error ("Waited in vain for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

guint
desk_test_patience_begin (const char *what)
{
  return g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);
}

/* On the disk. */

char *
desk_test_library_text (const char *title, const char *language, const char *level)
{
  return g_strdup_printf (
      "format: 1\ntitle: %s\nlanguage: %s\ncountry: gb\nlevel: %s\nlines: 2\nduration: 4:00\n"
      "organisation: Hartwell\nbriefing: Ångström calls.\n"
      "people:\n  - {id: ada, name: Ada Marlowe, extension: 201}\n"
      "calls:\n  - id: a\n    at: 0:10\n"
      "    caller: {given: Ben, phone: \"01632 960147\"}\n"
      "    says: {opening: {text: \"Hello, Ben here.\"}}\n    expect: {do: message, to: ada}\n",
      title, language, level);
}

void
desk_test_library_save (const char *folder, const char *content)
{
  g_autofree char *file = g_build_filename (folder, "scenario.yaml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (file, content, -1, &error);
  g_assert_no_error (error);
}

void
desk_test_library_write (const char *folder,
                         const char *title,
                         const char *language,
                         const char *level)
{
  g_autofree char *text = desk_test_library_text (title, language, level);

  desk_test_library_save (folder, text);
}

void
desk_test_library_zip (const char *path, const char *name, const char *content)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (gint64) strlen (content));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, content, strlen (content));
  archive_entry_free (entry);
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
}

/* On the page. */

gpointer
desk_test_library_child (GtkWidget *page, const char *name)
{
  GObject *child = gtk_widget_get_template_child (page, DESK_TYPE_LIBRARY_PAGE, name);

  g_assert_nonnull (child);
  return child;
}

static gboolean
is_seen (GtkListBoxRow *row)
{
  return gtk_widget_get_child_visible (GTK_WIDGET (row));
}

static const char *
title_of (GtkListBoxRow *row)
{
  return desk_library_row_get_entry (DESK_LIBRARY_ROW (row))->title;
}

static GtkListBoxRow *
row_at (GtkWidget *page, int n)
{
  return gtk_list_box_get_row_at_index (desk_test_library_child (page, "list"), n);
}

char *
desk_test_library_titles (GtkWidget *page)
{
  GString *titles = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int n = 0; (row = row_at (page, n)) != NULL; n++)
    if (is_seen (row))
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? " | " : "", title_of (row));
  return g_string_free (titles, FALSE);
}

gboolean
desk_test_library_shows (GtkWidget *page, const char *titles)
{
  g_autofree char *shown = desk_test_library_titles (page);

  return g_str_equal (shown, titles);
}

GtkListBoxRow *
desk_test_library_row (GtkWidget *page, const char *title)
{
  GtkListBoxRow *row;

  for (int n = 0; (row = row_at (page, n)) != NULL; n++)
    if (is_seen (row) && g_str_equal (title_of (row), title))
      return row;
  return NULL;
}

const char *
desk_test_library_state (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (desk_test_library_child (page, "stack"));
}
