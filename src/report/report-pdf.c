/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/report.h"

#include "report/words.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* One column of paragraphs down A4 pages. A paragraph that does not fit begins a new page; one that
 * is longer than a page is broken between its lines. All units are points. */

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 54.0
#define INDENT 16.0

#define TITLE_FONT "Sans Bold 18"
#define HEADING_FONT "Sans Bold 12"
#define TEXT_FONT "Sans 9.5"

typedef struct {
  GByteArray *bytes; /* owned */
  cairo_t *cairo;    /* owned */
  PangoLayout *layout;
  double y;
} Paper;

static cairo_status_t
on_surface_write (gpointer bytes, const guchar *data, guint length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paper_open (Paper *paper, const char *title)
{
  cairo_surface_t *surface;

  paper->bytes = g_byte_array_new ();
  surface =
      cairo_pdf_surface_create_for_stream (on_surface_write, paper->bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  paper->cairo = cairo_create (surface);
  cairo_surface_destroy (surface);
  paper->layout = pango_cairo_create_layout (paper->cairo);
  pango_layout_set_wrap (paper->layout, PANGO_WRAP_WORD_CHAR);
  paper->y = MARGIN;
}

static void
next_page (Paper *paper)
{
  cairo_show_page (paper->cairo);
  paper->y = MARGIN;
}

static void
show_line (Paper *paper, double indent, PangoLayoutIter *iter)
{
  PangoRectangle rectangle;
  double height;

  pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
  height = pango_units_to_double (rectangle.height);
  if (paper->y + height > PAGE_HEIGHT - MARGIN)
    next_page (paper);
  cairo_move_to (paper->cairo, MARGIN + indent + pango_units_to_double (rectangle.x),
                 paper->y +
                     pango_units_to_double (pango_layout_iter_get_baseline (iter) - rectangle.y));
  pango_cairo_show_layout_line (paper->cairo, pango_layout_iter_get_line_readonly (iter));
  paper->y += height;
}

/* `keep` is the room wanted below, so that a heading does not end a page. */
static void
put (Paper *paper, const char *font, double indent, double keep, const char *text)
{
  g_autofree char *tame = desk_words_tame (text);
  PangoFontDescription *description = pango_font_description_from_string (font);
  PangoLayoutIter *iter;
  int height;

  pango_layout_set_font_description (paper->layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (paper->layout,
                          pango_units_from_double (PAGE_WIDTH - 2 * MARGIN - indent));
  pango_layout_set_text (paper->layout, tame, -1);
  pango_layout_get_size (paper->layout, NULL, &height);
  if (paper->y + pango_units_to_double (height) + keep > PAGE_HEIGHT - MARGIN && paper->y > MARGIN)
    next_page (paper);

  iter = pango_layout_get_iter (paper->layout);
  do
    show_line (paper, indent, iter);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void put_text (Paper *paper, double indent, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
put_text (Paper *paper, double indent, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  put (paper, TEXT_FONT, indent, 0, text);
}

static void
put_heading (Paper *paper, const char *text)
{
  paper->y += 10;
  put (paper, HEADING_FONT, 0, 40, text);
  paper->y += 3;
}

static void
put_session (Paper *paper, const DeskScorecard *scorecard)
{
  g_autofree char *verdict = desk_words_verdict (scorecard);
  g_autofree char *caution = desk_words_caution (scorecard);
  g_autoptr (GPtrArray) rows = desk_words_totals (scorecard);

  put (paper, TITLE_FONT, 0, 0, scorecard->scenario->title);
  put_heading (paper, verdict);
  if (caution != NULL)
    put_text (paper, 0, "%s", caution);
  put_text (paper, 0, "%s: %s", _ ("Trainee"), scorecard->header->trainee);
  put_text (paper, 0, "%s: %s", _ ("Started"), scorecard->header->started);
  put_text (paper, 0, "%s: %s", _ ("Mode"), desk_words_mode (scorecard->header->mode));
  put_text (paper, 0, "%s: %s", _ ("Band"), desk_words_band (scorecard->band));
  put_heading (paper, _ ("The shift in figures"));
  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsRow *row = g_ptr_array_index (rows, n);

    put_text (paper, 0, "%s: %s", row->label, row->value);
  }
}

static void
put_checks (Paper *paper, const DeskCallScore *score)
{
  put_text (paper, 0, _ ("Handling: %.2f"), desk_round_2 (score->handling_value));
  for (guint n = 0; n < score->n_checks; n++) {
    const DeskCheck *check = &score->checks[n];
    g_autofree char *evidence = desk_remark_to_words (check->evidence);

    put_text (paper, INDENT, "%s %.2f × %g: %s", desk_words_item (check->item),
              desk_round_2 (check->value), check->weight, evidence);
  }
}

static void
put_message (Paper *paper, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  g_autoptr (GPtrArray) rows = desk_words_fields (scorecard, score);

  if (score->message == NULL)
    return;
  put_text (paper, 0, _ ("Message: %.2f"), desk_round_2 (score->message->value));
  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsField *row = g_ptr_array_index (rows, n);

    put_text (paper, INDENT, "%s %.2f: %s  |  %s: %s", desk_words_field (row->field),
              desk_round_2 (row->value), *row->written != '\0' ? row->written : _ ("(empty)"),
              _ ("key"), *row->expected != '\0' ? row->expected : _ ("(empty)"));
  }
  for (gsize n = 0; n < score->message->n_facts; n++) {
    const DeskFactScore *fact = &score->message->facts[n];
    g_autofree char *name = desk_remark_to_words (fact->fact);
    g_autofree char *evidence = desk_remark_to_words (fact->evidence);

    put_text (paper, 2 * INDENT, "%s: %s; %s", name, desk_words_fact_value (fact->value), evidence);
  }
}

static void
put_call (Paper *paper, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  g_autofree char *caller = desk_words_caller (score->call);
  g_autofree char *heading =
      g_strdup_printf ("%s (%s): %.2f", caller, score->call->id, desk_round_2 (score->score));

  put_heading (paper, heading);
  put_text (paper, 0, "%s: %s, %s", _ ("Outcome"), desk_words_end (score),
            score->outcome_right ? _ ("right") : _ ("wrong"));
  if (score->critical) {
    g_autofree char *evidence = desk_remark_to_words (score->critical_evidence);

    put_text (paper, 0, "%s: %s", _ ("CRITICAL FAILURE"), evidence);
  }
  if (score->answered) {
    g_autofree char *answered = desk_remark_to_words (score->response_evidence);

    put_text (paper, 0, _ ("Response: %.2f, %s"), desk_round_2 (score->response_value), answered);
    put_checks (paper, score);
    put_message (paper, scorecard, score);
  }
}

/* Takes what `paper` owns. */
static GBytes *
paper_close (Paper *paper, GError **error)
{
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (paper->cairo));
  cairo_status_t status;

  g_object_unref (paper->layout);
  cairo_show_page (paper->cairo);
  status = cairo_status (paper->cairo);
  cairo_destroy (paper->cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (paper->bytes);

  g_byte_array_unref (paper->bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

GBytes *
desk_report_to_pdf (const DeskScorecard *scorecard, GError **error)
{
  Paper paper;

  paper_open (&paper, scorecard->scenario->title);
  put_session (&paper, scorecard);
  for (guint n = 0; n < scorecard->n_calls; n++)
    put_call (&paper, scorecard, &scorecard->calls[n]);
  return paper_close (&paper, error);
}
