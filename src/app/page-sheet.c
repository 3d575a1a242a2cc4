/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/page-sheet.h"

#include "app/text-scale.h"

#define SHEET_CHARS 130 /* of usual width: a slip beside its key */

struct _DeskPageSheet {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskPageSheet, desk_page_sheet, GTK_TYPE_BOX)

static void
desk_page_sheet_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  GTK_WIDGET_CLASS (desk_page_sheet_parent_class)->get_preferred_width (widget, minimum, natural);
  *natural = MAX (*minimum, SHEET_CHARS * desk_text_char_width (widget));
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
