/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/stream-table.h"

#include <glib/gi18n-lib.h>

#include "report/words.h"

/* A row a figure and a column a stream: so it stays narrow however many figures there are. */

#define LOOK_MS 1000

struct _DeskStreamTable {
  GtkTreeView parent_instance;

  GtkListStore *rows; /* borrowed from the view */
  DeskAudio *audio;   /* owned; or NULL */
  guint look_source;
};

typedef enum {
  ROW_DEVICE,
  ROW_STATE,
  ROW_LATENCY,
  ROW_REALTIME,
  ROW_CALLBACKS,
  ROW_UNDERRUNS,
  ROW_LATE,
  ROW_FULL_RINGS,
  N_ROWS,
} Row;

#define COLUMN_FIGURE 0 /* its name; then one for each stream */
#define N_COLUMNS ((int) DESK_N_STREAMS + 1)

G_DEFINE_FINAL_TYPE (DeskStreamTable, desk_stream_table, GTK_TYPE_TREE_VIEW)

static const char *
row_words (Row row)
{
  switch (row) {
  case ROW_DEVICE: return _ ("Device");
  case ROW_STATE: return _ ("State");
  case ROW_LATENCY: return _ ("Delay");
  case ROW_REALTIME: return _ ("Real-time scheduling");
  case ROW_CALLBACKS: return _ ("Callbacks");
  case ROW_UNDERRUNS: return _ ("Gaps (underruns)");
  case ROW_LATE: return _ ("Late callbacks");
  case ROW_FULL_RINGS: return _ ("Messages refused by a full ring");
  case N_ROWS: break;
  }
  g_return_val_if_reached ("");
}

static const char *
stream_words (DeskStreamRole role)
{
  switch (role) {
  case DESK_STREAM_HEADSET: return _ ("Voices");
  case DESK_STREAM_RINGER: return _ ("Ringer");
  case DESK_STREAM_MICROPHONE: return _ ("Microphone");
  }
  g_return_val_if_reached ("");
}

static const char *
state_words (DeskOutputState state)
{
  switch (state) {
  case DESK_OUTPUT_OPENING: return _ ("opening");
  case DESK_OUTPUT_PLAYING: return _ ("running");
  case DESK_OUTPUT_LOST: return _ ("lost, being looked for");
  case DESK_OUTPUT_SILENT: return _ ("silent");
  }
  g_return_val_if_reached ("");
}

static char *
count_words (guint64 n)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, n);
}

static char *
latency_words (double latency_ms)
{
  return latency_ms > 0 ? g_strdup_printf (_ ("%.1f ms"), latency_ms) : g_strdup ("–");
}

static guint64
count_refused (DeskAudio *audio, DeskStreamRole role)
{
  DeskSpeaker *speaker = desk_audio_get_speaker (audio, role);
  DeskMixer *mixer = speaker != NULL ? desk_speaker_get_mixer (speaker) : NULL;

  if (role == DESK_STREAM_MICROPHONE)
    return desk_tap_get_n_lost (desk_audio_get_microphone_tap (audio)) / DESK_TAP_FRAMES;
  if (mixer == NULL)
    return 0;
  return (guint64) desk_ring_get_n_refused (&mixer->commands) +
         desk_ring_get_n_refused (&mixer->reports);
}

static char *
cell_words (DeskAudio *audio, DeskStreamRole role, const DeskStreamStatus *status, Row row)
{
  if (!status->wanted)
    return g_strdup (row == ROW_STATE ? _ ("not in use") : "–");
  switch (row) {
  case ROW_DEVICE:
    return status->device != NULL ? desk_words_tame (status->device) : g_strdup ("–");
  case ROW_STATE: return g_strdup (state_words (status->state));
  case ROW_LATENCY: return latency_words (status->meter.latency_ms);
  case ROW_REALTIME: return g_strdup (desk_realtime_to_words (status->meter.realtime));
  case ROW_CALLBACKS: return count_words (status->meter.n_callbacks);
  case ROW_UNDERRUNS: return count_words (status->meter.n_underruns);
  case ROW_LATE: return count_words (status->meter.n_late);
  case ROW_FULL_RINGS: return count_words (count_refused (audio, role));
  case N_ROWS: break;
  }
  g_return_val_if_reached (g_strdup (""));
}

/* A cell that stays the same is not set again: assistive technology would tell of it. */
static void
set_cell (DeskStreamTable *self, GtkTreeIter *at, int column, const char *words)
{
  g_autofree char *before = NULL;

  gtk_tree_model_get (GTK_TREE_MODEL (self->rows), at, column, &before, -1);
  if (g_strcmp0 (before, words) != 0)
    gtk_list_store_set (self->rows, at, column, words, -1);
}

static void
show_stream (DeskStreamTable *self, DeskStreamRole role)
{
  GtkTreeModel *model = GTK_TREE_MODEL (self->rows);
  DeskStreamStatus status;
  GtkTreeIter at;
  gboolean more = gtk_tree_model_get_iter_first (model, &at);

  desk_audio_get_status (self->audio, role, &status);
  for (int row = 0; more && row < N_ROWS; row++) {
    g_autofree char *words = cell_words (self->audio, role, &status, (Row) row);

    set_cell (self, &at, (int) role + 1, words);
    more = gtk_tree_model_iter_next (model, &at);
  }
}

static gboolean
on_look (gpointer data)
{
  DeskStreamTable *self = data;

  for (guint role = 0; role < DESK_N_STREAMS; role++)
    show_stream (self, (DeskStreamRole) role);
  return G_SOURCE_CONTINUE;
}

static void
look (DeskStreamTable *self)
{
  if (self->audio == NULL || self->look_source != 0)
    return;
  on_look (self);
  self->look_source = g_timeout_add (LOOK_MS, on_look, self);
}

static int
column_index (GtkTreeView *view, GtkTreeViewColumn *column)
{
  int n = 0;

  while (gtk_tree_view_get_column (view, n) != column)
    n++;
  return n;
}

/* A name that is too long for its cell can be read there. */
static gboolean
desk_stream_table_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  GtkTreeView *view = GTK_TREE_VIEW (widget);
  g_autoptr (GtkTreePath) path = NULL;
  g_autofree char *words = NULL;
  GtkTreeViewColumn *column;
  GtkTreeIter at;
  int bin_x, bin_y;

  gtk_tree_view_convert_widget_to_bin_window_coords (view, x, y, &bin_x, &bin_y);
  if (by_keyboard)
    gtk_tree_view_get_cursor (view, &path, &column);
  else
    gtk_tree_view_get_path_at_pos (view, bin_x, bin_y, &path, &column, NULL, NULL);
  if (path == NULL || column == NULL)
    return FALSE;
  gtk_tree_model_get_iter (gtk_tree_view_get_model (view), &at, path);
  gtk_tree_model_get (gtk_tree_view_get_model (view), &at, column_index (view, column), &words, -1);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tree_view_set_tooltip_cell (view, tooltip, path, column, NULL);
  return words != NULL;
}

static void
desk_stream_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_stream_table_parent_class)->map (widget);
  look (DESK_STREAM_TABLE (widget));
}

static void
desk_stream_table_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&DESK_STREAM_TABLE (widget)->look_source, g_source_remove);
  GTK_WIDGET_CLASS (desk_stream_table_parent_class)->unmap (widget);
}

void
desk_stream_table_set_audio (DeskStreamTable *self, DeskAudio *audio)
{
  g_return_if_fail (DESK_IS_STREAM_TABLE (self));
  g_set_object (&self->audio, audio);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}

static void
desk_stream_table_dispose (GObject *object)
{
  DeskStreamTable *self = DESK_STREAM_TABLE (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->audio);
  G_OBJECT_CLASS (desk_stream_table_parent_class)->dispose (object);
}

static void
desk_stream_table_class_init (DeskStreamTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_stream_table_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = desk_stream_table_query_tooltip;
  GTK_WIDGET_CLASS (klass)->map = desk_stream_table_map;
  GTK_WIDGET_CLASS (klass)->unmap = desk_stream_table_unmap;
}

static void
add_column (DeskStreamTable *self, const char *title, int column, int width_chars)
{
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();
  GtkTreeViewColumn *view =
      gtk_tree_view_column_new_with_attributes (title, cell, "text", column, NULL);

  g_object_set (cell, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", width_chars, NULL);
  gtk_tree_view_column_set_expand (view, TRUE);
  gtk_tree_view_append_column (GTK_TREE_VIEW (self), view);
}

static void
desk_stream_table_init (DeskStreamTable *self)
{
  GType types[N_COLUMNS];

  for (int column = 0; column < N_COLUMNS; column++)
    types[column] = G_TYPE_STRING;
  self->rows = gtk_list_store_newv (N_COLUMNS, types);
  gtk_tree_view_set_model (GTK_TREE_VIEW (self), GTK_TREE_MODEL (self->rows));
  g_object_unref (self->rows);
  for (int row = 0; row < N_ROWS; row++)
    gtk_list_store_insert_with_values (self->rows, NULL, -1, COLUMN_FIGURE, row_words ((Row) row),
                                       -1);
  add_column (self, "", COLUMN_FIGURE, 14);
  for (guint role = 0; role < DESK_N_STREAMS; role++)
    add_column (self, stream_words ((DeskStreamRole) role), (int) role + 1, 9);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-streams");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_tree_view_set_enable_search (GTK_TREE_VIEW (self), FALSE);
}
