/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/typesetter.h"

#include "report/words.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define MAX_LETTERS 4000

struct _DeskTypesetter {
  PangoContext *context;                           /* owned */
  PangoFontDescription *fonts[DESK_N_TYPE_STYLES]; /* owned */
};

static const char *const fonts[DESK_N_TYPE_STYLES] = {
  [DESK_TYPE_TITLE] = "Sans Bold 19",   [DESK_TYPE_FIGURE] = "Sans Bold 20",
  [DESK_TYPE_HEADING] = "Sans Bold 11", [DESK_TYPE_STRONG] = "Sans Bold 8.5",
  [DESK_TYPE_TEXT] = "Sans 8.5",        [DESK_TYPE_SMALL] = "Sans 7.5",
};

/* A surface tells Pango how to hint, which moves letters by the pixels of that surface; paper has
 * none. */
static PangoContext *
context_new (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

DeskTypesetter *
desk_typesetter_new (void)
{
  DeskTypesetter *self = g_new0 (DeskTypesetter, 1);

  self->context = context_new ();
  for (guint n = 0; n < DESK_N_TYPE_STYLES; n++)
    self->fonts[n] = pango_font_description_from_string (fonts[n]);
  return self;
}

void
desk_typesetter_free (DeskTypesetter *self)
{
  for (guint n = 0; n < DESK_N_TYPE_STYLES; n++)
    pango_font_description_free (self->fonts[n]);
  g_object_unref (self->context);
  g_free (self);
}

char *
desk_typesetter_tame (const char *text)
{
  g_autofree char *tame = desk_words_tame (text);
  const glong n = g_utf8_strlen (tame, -1);
  g_autofree char *words = NULL;

  if (n <= MAX_LETTERS)
    return g_steal_pointer (&tame);
  /* On a line of its own, which has its own direction. */
  words = g_strdup_printf (_ ("cut here, there are %ld letters in all"), n);
  *g_utf8_offset_to_pointer (tame, MAX_LETTERS) = '\0';
  return g_strdup_printf ("%s…\n[%s]", tame, words);
}

char *
desk_typesetter_tame_line (const char *text)
{
  char *tame = desk_typesetter_tame (text);

  return g_strdelimit (tame, "\n\t", ' ');
}

PangoAttrList *
desk_typesetter_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  return attributes;
}

PangoLayout *
desk_typesetter_set (DeskTypesetter *self, DeskTypeStyle style, double width, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = desk_typesetter_attributes ();

  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : pango_units_from_double (width));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

void
desk_typesetter_cut (PangoLayout *layout, int n_lines)
{
  GString *text;
  int start;

  if (pango_layout_get_line_count (layout) <= n_lines)
    return;
  start = pango_layout_get_line_readonly (layout, n_lines)->start_index;
  text = g_string_new_len (pango_layout_get_text (layout), start);
  while (text->len > 0 && (g_ascii_isspace (text->str[text->len - 1])))
    g_string_truncate (text, text->len - 1);
  g_string_append (text, "…");
  pango_layout_set_text (layout, text->str, (int) text->len);
  g_string_free (text, TRUE);
}

double
desk_typesetter_width (PangoLayout *layout)
{
  PangoRectangle rectangle;

  pango_layout_get_extents (layout, NULL, &rectangle);
  return pango_units_to_double (rectangle.width);
}

double
desk_typesetter_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

double
desk_typesetter_ascent (PangoLayout *layout)
{
  return pango_units_to_double (pango_layout_get_baseline (layout));
}
