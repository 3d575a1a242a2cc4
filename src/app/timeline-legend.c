/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/timeline-legend.h"

#include "app/text-scale.h"
#include "app/timeline-palette.h"
#include "report/timeline-words.h"
#include "report/words.h"

static void
prepare (GtkWidget *sample, cairo_t *cairo, DeskTimelinePalette *palette)
{
  const double scale = desk_text_scale (sample);

  desk_timeline_palette_read (sample, palette);
  cairo_scale (cairo, scale, scale);
}

static gboolean
on_state_draw (GtkWidget *sample, cairo_t *cairo, gpointer state)
{
  DeskTimelinePalette palette;

  prepare (sample, cairo, &palette);
  desk_timeline_draw_state (cairo, (DeskLineState) GPOINTER_TO_UINT (state), &palette);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_kind_draw (GtkWidget *sample, cairo_t *cairo, gpointer kind)
{
  DeskTimelinePalette palette;

  prepare (sample, cairo, &palette);
  desk_timeline_draw_kind (cairo, (DeskMarkKind) GPOINTER_TO_UINT (kind), &palette);
  return GDK_EVENT_PROPAGATE;
}

static void
on_sample_styled (GtkWidget *sample, gpointer width)
{
  const double scale = desk_text_scale (sample);

  gtk_widget_set_size_request (sample, (int) (GPOINTER_TO_UINT (width) * scale + .5),
                               (int) (DESK_TIMELINE_BAR * scale + .5));
}

static GtkWidget *
sample_new (double width, GCallback on_draw, guint what)
{
  GtkWidget *sample = gtk_drawing_area_new ();

  /* The label beside it says all. */
  atk_object_set_role (gtk_widget_get_accessible (sample), ATK_ROLE_FILLER);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  g_signal_connect (sample, "draw", on_draw, GUINT_TO_POINTER (what));
  g_signal_connect (sample, "style-updated", G_CALLBACK (on_sample_styled),
                    GUINT_TO_POINTER ((guint) width));
  on_sample_styled (sample, GUINT_TO_POINTER ((guint) width));
  return sample;
}

/* Nothing to choose from, so nothing for the keyboard to stop at. */
static void
add_entry (GtkFlowBox *legend, GtkWidget *sample, const char *words)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_container_add (GTK_CONTAINER (entry), sample);
  gtk_container_add (GTK_CONTAINER (entry), gtk_label_new (words));
  gtk_container_add (GTK_CONTAINER (child), entry);
  gtk_widget_set_can_focus (child, FALSE);
  gtk_container_add (GTK_CONTAINER (legend), child);
}

static void
add_entries (GtkFlowBox *legend, const DeskTimeline *timeline)
{
  for (guint n = 0; n < DESK_N_LINE_STATES; n++) {
    if (timeline->has_state[n])
      add_entry (legend, sample_new (DESK_TIMELINE_SAMPLE, G_CALLBACK (on_state_draw), n),
                 desk_words_line_state ((DeskLineState) n));
  }
  for (guint n = 0; n < DESK_N_MARK_KINDS; n++) {
    if (timeline->has_kind[n])
      add_entry (legend, sample_new (DESK_TIMELINE_MARK_SAMPLE, G_CALLBACK (on_kind_draw), n),
                 desk_timeline_kind_words ((DeskMarkKind) n));
  }
}

GtkWidget *
desk_timeline_legend_new (const DeskTimeline *timeline)
{
  GtkWidget *legend = gtk_flow_box_new ();

  gtk_style_context_add_class (gtk_widget_get_style_context (legend), "desk-legend");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (legend),
                                          DESK_N_LINE_STATES + DESK_N_MARK_KINDS);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (legend), 6);
  add_entries (GTK_FLOW_BOX (legend), timeline);
  gtk_widget_show_all (legend);
  return legend;
}
