/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/directory-rows.h"

#include <string.h>

#include "app/presence-cell.h"
#include "app/presence-words.h"
#include "app/recipient-picker.h"

enum {
  COLUMN_PERSON,
  COLUMN_HOW, /* DeskFoundHow */
  N_COLUMNS,
};

static gint64
now_ms (const DeskDirectoryRows *self)
{
  return desk_session_get_state (self->session)->now_ms;
}

const DeskPerson *
desk_directory_rows_person_at (GtkTreeModel *model, GtkTreeIter *iter)
{
  const DeskPerson *person;

  gtk_tree_model_get (model, iter, COLUMN_PERSON, &person, -1);
  return person;
}

static DeskFoundHow
how_at (GtkTreeModel *model, GtkTreeIter *iter)
{
  guint how;

  gtk_tree_model_get (model, iter, COLUMN_HOW, &how, -1);
  return (DeskFoundHow) how;
}

/* Sets `text`, of which the first `n_bold` bytes stand out and the rest stands back; on the colour
 * of the selection it would be lost if it were paler too. */
static void
set_text (const DeskDirectoryRows *self,
          GtkCellRenderer *cell,
          GtkTreeIter *iter,
          const char *text,
          gsize n_bold)
{
  const gboolean is_selected =
      gtk_tree_selection_iter_is_selected (gtk_tree_view_get_selection (self->list), iter);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *pale = pango_attr_foreground_alpha_new (is_selected ? 0xffff : 0xb800);
  PangoAttribute *small = pango_attr_scale_new (PANGO_SCALE_SMALL);

  bold->end_index = pale->start_index = small->start_index = (guint) n_bold;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pale);
  pango_attr_list_insert (attributes, small);
  g_object_set (cell, "text", text, "attributes", attributes, NULL);
}

static const char *
words_with (const DeskDirectoryRows *self, const DeskPerson *person)
{
  return desk_presence_words_with (desk_session_get_state (self->session), person);
}

char *
desk_directory_rows_presence (const DeskDirectoryRows *self, const DeskPerson *person)
{
  const char *with = words_with (self, person);

  return with != NULL ? g_strdup (with) : desk_presence_words_long (person, now_ms (self));
}

static char *
short_presence (const DeskDirectoryRows *self, const DeskPerson *person)
{
  const char *with = words_with (self, person);

  return with != NULL ? g_strdup (with) : desk_presence_words_short (person, now_ms (self));
}

static void
render_shape (GtkCellLayout *layout,
              GtkCellRenderer *cell,
              GtkTreeModel *model,
              GtkTreeIter *iter,
              gpointer data)
{
  const DeskPerson *person = desk_directory_rows_person_at (model, iter);

  desk_presence_cell_set_presence (DESK_PRESENCE_CELL (cell),
                                   words_with (data, person) != NULL
                                       ? DESK_PRESENCE_BUSY
                                       : desk_person_presence_at (person, now_ms (data)));
}

/* Why somebody was found comes first: the position may not fit. */
static void
render_name (GtkCellLayout *layout,
             GtkCellRenderer *cell,
             GtkTreeModel *model,
             GtkTreeIter *iter,
             gpointer data)
{
  const DeskDirectoryRows *self = data;
  const DeskPerson *person = desk_directory_rows_person_at (model, iter);
  const char *position = desk_directory_index_get_position (self->index, person);
  const char *how = desk_found_how_words (how_at (model, iter));
  g_autofree char *text =
      g_strconcat (person->name, how != NULL ? "  " : "", how != NULL ? how : "",
                   *position != '\0' ? (how != NULL ? " · " : "  ") : "", position, NULL);

  set_text (self, cell, iter, text, strlen (person->name));
}

static void
render_extension (GtkCellLayout *layout,
                  GtkCellRenderer *cell,
                  GtkTreeModel *model,
                  GtkTreeIter *iter,
                  gpointer data)
{
  g_object_set (cell, "text", desk_directory_rows_person_at (model, iter)->extension, NULL);
}

static void
render_presence (GtkCellLayout *layout,
                 GtkCellRenderer *cell,
                 GtkTreeModel *model,
                 GtkTreeIter *iter,
                 gpointer data)
{
  g_autofree char *presence = short_presence (data, desk_directory_rows_person_at (model, iter));

  set_text (data, cell, iter, presence, 0);
}

char *
desk_directory_rows_describe (const DeskDirectoryRows *self, const DeskPerson *person)
{
  const char *position = desk_directory_index_get_position (self->index, person);

  return g_strdup_printf ("%s, %s%s%s", person->name, person->extension,
                          *position != '\0' ? " · " : "", position);
}

GtkTreeModel *
desk_directory_rows_model_new (const GArray *found)
{
  GtkListStore *store = gtk_list_store_new (N_COLUMNS, G_TYPE_POINTER, G_TYPE_UINT);

  for (guint i = 0; i < found->len; i++) {
    const DeskFound *one = &g_array_index (found, DeskFound, i);

    gtk_list_store_insert_with_values (store, NULL, -1, COLUMN_PERSON, one->person, COLUMN_HOW,
                                       (guint) one->how, -1);
  }
  return GTK_TREE_MODEL (store);
}

char *
desk_directory_rows_presence_in_sight (const DeskDirectoryRows *self)
{
  GtkTreeModel *model = gtk_tree_view_get_model (self->list);
  g_autoptr (GtkTreePath) first = NULL;
  g_autoptr (GtkTreePath) last = NULL;
  GString *words = g_string_new (NULL);
  GtkTreeIter iter;
  gboolean more;

  if (!gtk_tree_view_get_visible_range (self->list, &first, &last))
    return g_string_free (words, FALSE);
  more = gtk_tree_model_get_iter (model, &iter, first);
  for (int n = gtk_tree_path_get_indices (first)[0];
       more && n <= gtk_tree_path_get_indices (last)[0];
       more = gtk_tree_model_iter_next (model, &iter), n++) {
    g_autofree char *presence = short_presence (self, desk_directory_rows_person_at (model, &iter));

    g_string_append_printf (words, "%d %s\n", n, presence);
  }
  return g_string_free (words, FALSE);
}

static GtkCellRenderer *
text_cell_new (void)
{
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();

  g_object_set (cell, "ellipsize", PANGO_ELLIPSIZE_END, "ypad", 2, NULL);
  gtk_cell_renderer_text_set_fixed_height_from_font (GTK_CELL_RENDERER_TEXT (cell), 1);
  return cell;
}

static void
add_cell (DeskDirectoryRows *self,
          GtkTreeViewColumn *column,
          GtkCellRenderer *cell,
          gboolean grows,
          GtkCellLayoutDataFunc render)
{
  gtk_cell_layout_pack_start (GTK_CELL_LAYOUT (column), cell, grows);
  gtk_cell_layout_set_cell_data_func (GTK_CELL_LAYOUT (column), cell, render, self, NULL);
}

void
desk_directory_rows_add_cells (DeskDirectoryRows *self, GtkTreeViewColumn *column)
{
  GtkCellRenderer *shape = desk_presence_cell_new ();
  GtkCellRenderer *extension = text_cell_new ();
  GtkCellRenderer *presence = text_cell_new ();

  gtk_cell_renderer_set_padding (shape, 7, 5);
  g_object_set (extension, "width-chars", 4, NULL);
  g_object_set (presence, "width-chars", 13, "xpad", 6, NULL);
  add_cell (self, column, shape, FALSE, render_shape);
  add_cell (self, column, text_cell_new (), TRUE, render_name);
  add_cell (self, column, extension, FALSE, render_extension);
  add_cell (self, column, presence, FALSE, render_presence);
}
