/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/transcripts.h"

#include <glib/gi18n-lib.h>

#include "app/caption-row.h"
#include "app/roving-focus.h"

typedef struct {
  const DeskCall *call; /* borrowed, as all here */
  GListModel *model;    /* only to be compared: the list owns it */
  GtkWidget *list;      /* a child */
} Transcript;

struct _DeskTranscripts {
  GtkStack parent_instance;

  GArray *all; /* owned, of Transcript */
};

G_DEFINE_FINAL_TYPE (DeskTranscripts, desk_transcripts, GTK_TYPE_STACK)

static GtkWidget *
list_new (DeskCaptions *captions, GListModel *model)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_set_valign (list, GTK_ALIGN_END);
  gtk_style_context_add_class (gtk_widget_get_style_context (list), "desk-transcript");
  atk_object_set_name (gtk_widget_get_accessible (list), _ ("What was said"));
  gtk_list_box_bind_model (GTK_LIST_BOX (list), model, desk_caption_row_new, captions, NULL);
  desk_roving_focus_add (list); /* else each caption would be a stop */
  gtk_widget_show (list);
  return list;
}

static GtkWidget *
list_of (DeskTranscripts *self, DeskCaptions *captions, const DeskCall *call)
{
  GListModel *model = desk_captions_get_list (captions, call);
  Transcript transcript = { call, model, NULL };

  for (guint n = 0; n < self->all->len; n++)
    if (g_array_index (self->all, Transcript, n).model == model)
      return g_array_index (self->all, Transcript, n).list;
  transcript.list = list_new (captions, model);
  gtk_container_add (GTK_CONTAINER (self), transcript.list);
  g_array_append_val (self->all, transcript);
  return transcript.list;
}

static void
let_go_others (DeskTranscripts *self, const DeskState *state, const GtkWidget *shown)
{
  for (guint n = self->all->len; n > 0; n--) {
    const Transcript each = g_array_index (self->all, Transcript, n - 1);

    if (each.list == shown || state->calls[each.call->index].line > 0)
      continue;
    g_array_remove_index_fast (self->all, n - 1);
    gtk_widget_destroy (each.list);
  }
}

void
desk_transcripts_show (DeskTranscripts *self,
                       DeskCaptions *captions,
                       const DeskState *state,
                       const DeskCall *call)
{
  GtkWidget *list;

  g_return_if_fail (DESK_IS_TRANSCRIPTS (self));
  list = list_of (self, captions, call);
  gtk_stack_set_visible_child (GTK_STACK (self), list);
  let_go_others (self, state, list);
}

static void
desk_transcripts_finalize (GObject *object)
{
  g_array_unref (DESK_TRANSCRIPTS (object)->all);
  G_OBJECT_CLASS (desk_transcripts_parent_class)->finalize (object);
}

static void
desk_transcripts_class_init (DeskTranscriptsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_transcripts_finalize;
}

static void
desk_transcripts_init (DeskTranscripts *self)
{
  self->all = g_array_new (FALSE, FALSE, sizeof (Transcript));
  gtk_stack_set_homogeneous (GTK_STACK (self), FALSE);
}
