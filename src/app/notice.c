/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/notice.h"

/* Long enough for a slow reader: it is in nobody's way. */
#define SHOWN_S 12

/* What the longest words need, nearly; a strip that has less room for the size of its text is two lines high. With
 * text of twice the size that is 72 px of the smallest window, which one line would halve; but then the end of a
 * notice, which says what to do, would be in its tooltip alone, where no key leads. */
#define LONG_CHARS 115

#define SHOWN_CLASS "desk-notice-shown"

struct _DeskNotice {
  GtkBox parent_instance;

  GtkLabel *words;
  guint hide_source;     /* 0: nothing is shown */
  gboolean is_a_refusal; /* what is shown */
};

G_DEFINE_FINAL_TYPE (DeskNotice, desk_notice, GTK_TYPE_BOX)

static GtkStyleContext *
style_of (DeskNotice *self)
{
  return gtk_widget_get_style_context (GTK_WIDGET (self));
}

void
desk_notice_hide (DeskNotice *self)
{
  g_return_if_fail (DESK_IS_NOTICE (self));

  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->is_a_refusal = FALSE;
  gtk_label_set_text (self->words, "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  gtk_style_context_remove_class (style_of (self), SHOWN_CLASS);
}

static gboolean
on_hide_due (gpointer data)
{
  DeskNotice *self = data;

  self->hide_source = 0;
  desk_notice_hide (self);
  return G_SOURCE_REMOVE;
}

static void
show (DeskNotice *self, const char *words, gboolean is_a_refusal)
{
  self->is_a_refusal = is_a_refusal;
  gtk_label_set_text (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_style_context_add_class (style_of (self), SHOWN_CLASS);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->hide_source = g_timeout_add_seconds (SHOWN_S, on_hide_due, self);
}

void
desk_notice_show (DeskNotice *self, const char *words)
{
  g_return_if_fail (DESK_IS_NOTICE (self));
  show (self, words, FALSE);
}

void
desk_notice_show_refusal (DeskNotice *self, const char *words)
{
  g_return_if_fail (DESK_IS_NOTICE (self));
  show (self, words, TRUE);
}

const char *
desk_notice_get_shown (DeskNotice *self)
{
  g_return_val_if_fail (DESK_IS_NOTICE (self), NULL);
  return self->hide_source != 0 ? gtk_label_get_text (self->words) : NULL;
}

void
desk_notice_drop_refusal (DeskNotice *self)
{
  g_return_if_fail (DESK_IS_NOTICE (self));
  if (self->is_a_refusal)
    desk_notice_hide (self);
}

/* Measuring: of the strip, never of its words. */

/* What padding and border take. */
static void
get_edge (DeskNotice *self, GtkBorder *edge)
{
  const GtkStateFlags state = gtk_style_context_get_state (style_of (self));
  GtkBorder border;

  gtk_style_context_get_padding (style_of (self), state, edge);
  gtk_style_context_get_border (style_of (self), state, &border);
  edge->left += border.left;
  edge->right += border.right;
  edge->top += border.top;
  edge->bottom += border.bottom;
}

static int
height_of_line (DeskNotice *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->words), "Åg");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
height_for (DeskNotice *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->words));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int chars =
      width / MAX (PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics)), 1);
  const int line = height_of_line (self);

  pango_font_metrics_unref (metrics);
  return chars < LONG_CHARS ? 2 * line : line;
}

static void
desk_notice_get_preferred_height_for_width (GtkWidget *widget,
                                            int width,
                                            int *minimum,
                                            int *natural)
{
  GtkBorder edge;

  get_edge (DESK_NOTICE (widget), &edge);
  *minimum = *natural =
      height_for (DESK_NOTICE (widget), width - edge.left - edge.right) + edge.top + edge.bottom;
}

static void
desk_notice_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  desk_notice_get_preferred_height_for_width (widget, 0, minimum, natural);
}

static void
desk_notice_dispose (GObject *object)
{
  g_clear_handle_id (&DESK_NOTICE (object)->hide_source, g_source_remove);
  G_OBJECT_CLASS (desk_notice_parent_class)->dispose (object);
}

static void
desk_notice_class_init (DeskNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_notice_dispose;
  GTK_WIDGET_CLASS (klass)->get_preferred_height = desk_notice_get_preferred_height;
  GTK_WIDGET_CLASS (klass)->get_preferred_height_for_width =
      desk_notice_get_preferred_height_for_width;
}

static void
desk_notice_init (DeskNotice *self)
{
  GtkWidget *words = gtk_label_new (NULL);

  self->words = GTK_LABEL (words);
  g_object_set (words, "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.,
                NULL);
  gtk_box_pack_start (GTK_BOX (self), words, TRUE, TRUE, 0);
  gtk_style_context_add_class (style_of (self), "desk-notice");
  gtk_widget_show (words);
}
