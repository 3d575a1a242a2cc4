/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/recipient-completion.h"

#include "app/wording.h"

enum {
  PERSON,
  TEXT,
};

const DeskPerson *
desk_recipient_completion_get_person (GtkTreeModel *model, GtkTreeIter *iter)
{
  const DeskPerson *person;

  gtk_tree_model_get (model, iter, PERSON, &person, -1);
  return person;
}

static gboolean
is_match (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer data)
{
  GtkTreeModel *model = gtk_entry_completion_get_model (completion);
  const DeskPerson *person = desk_recipient_completion_get_person (model, iter);

  return desk_directory_index_matches (data, person, key);
}

static GtkTreeModel *
model_new (const DeskDirectoryIndex *index)
{
  g_autoptr (GPtrArray) people = desk_directory_index_find (index, "");
  GtkListStore *store = gtk_list_store_new (2, G_TYPE_POINTER, G_TYPE_STRING);

  for (guint i = 0; i < people->len; i++) {
    const DeskPerson *person = people->pdata[i];
    g_autofree char *position = desk_wording_position (person);
    g_autofree char *text = g_strdup_printf ("%s (%s)%s%s", person->name, person->extension,
                                             *position != '\0' ? " – " : "", position);

    gtk_list_store_insert_with_values (store, NULL, -1, PERSON, person, TEXT, text, -1);
  }
  return GTK_TREE_MODEL (store);
}

GtkEntryCompletion *
desk_recipient_completion_new (const DeskDirectoryIndex *index)
{
  GtkEntryCompletion *completion = gtk_entry_completion_new ();
  g_autoptr (GtkTreeModel) model = model_new (index);
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();

  g_object_set (cell, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_cell_layout_pack_start (GTK_CELL_LAYOUT (completion), cell, TRUE);
  gtk_cell_layout_add_attribute (GTK_CELL_LAYOUT (completion), cell, "text", TEXT);
  gtk_entry_completion_set_model (completion, model);
  gtk_entry_completion_set_match_func (completion, is_match, (gpointer) index, NULL);
  return completion;
}
