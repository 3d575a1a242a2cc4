/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/page-sheet.h"

#define SHEET_CHARS 130 /* of usual width: a slip beside its key */

struct _DeskPageSheet {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskPageSheet, desk_page_sheet, GTK_TYPE_BOX)

static int
char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                         pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

static void
desk_page_sheet_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  GTK_WIDGET_CLASS (desk_page_sheet_parent_class)->get_preferred_width (widget, minimum, natural);
  *natural = MAX (*minimum, SHEET_CHARS * char_width (widget));
}

static void
desk_page_sheet_class_init (DeskPageSheetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_preferred_width = desk_page_sheet_get_preferred_width;
}

static void
desk_page_sheet_init (DeskPageSheet *self)
{
}
