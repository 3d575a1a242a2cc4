/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/timeline-palette.h"

/* Without pages.css: the text's. */
static const char *
state_colour (DeskLineState state)
{
  switch (state) {
  case DESK_LINE_IDLE: return "desk_line_idle";
  case DESK_LINE_RINGING: return "desk_line_ringing";
  case DESK_LINE_CONNECTED: return "desk_line_connected";
  case DESK_LINE_HELD: return "desk_line_held";
  case DESK_LINE_CONSULTING: return "desk_line_consulting";
  case DESK_LINE_TRANSFERRING: return "desk_line_transferring";
  case DESK_LINE_RECALL: return "desk_line_recall";
  }
  g_return_val_if_reached ("");
}

static const char *
kind_colour (DeskMarkKind kind)
{
  switch (kind) {
  case DESK_MARK_PHRASE:
  case DESK_MARK_COLLEAGUE_PHRASE:
  case DESK_MARK_PUT_THROUGH: return "theme_text_color";
  case DESK_MARK_MESSAGE: return "desk_line_transferring";
  case DESK_MARK_CRITICAL:
  case DESK_MARK_NEVER_CAME:
  case DESK_MARK_BLOCKED:
  case DESK_MARK_GAVE_UP: return "desk_wrong";
  }
  g_return_val_if_reached ("");
}

static DeskTimelineColour
look_up (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, gtk_style_context_get_state (context), &colour);
  return (DeskTimelineColour){ colour.red, colour.green, colour.blue, colour.alpha };
}

static const PangoFontDescription *
font_of (GtkWidget *widget)
{
  return pango_context_get_font_description (gtk_widget_get_pango_context (widget));
}

void
desk_timeline_palette_read (GtkWidget *widget, DeskTimelinePalette *palette)
{
  palette->font = pango_font_description_get_family (font_of (widget));
  palette->paper = look_up (widget, "theme_base_color");
  palette->text = look_up (widget, "theme_text_color");
  palette->rule = look_up (widget, "desk_rule");
  for (guint n = 0; n < DESK_N_LINE_STATES; n++)
    palette->states[n] = look_up (widget, state_colour ((DeskLineState) n));
  for (guint n = 0; n < DESK_N_MARK_KINDS; n++)
    palette->kinds[n] = look_up (widget, kind_colour ((DeskMarkKind) n));
}
