/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/writers.h"

#include "report/paper.h"
#include "report/paper-sections.h"
#include "report/words.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Half of the work is the layout, half the drawing. */
#define STEPS 1000

typedef struct {
  const DeskReportWork *work;
  const DeskScorecard *scorecard;
  DeskPaper *paper;         /* owned */
  cairo_surface_t *surface; /* owned */
  cairo_t *cairo;           /* owned */
  GByteArray *bytes;        /* owned */
} Document;

static cairo_status_t
on_surface_write (gpointer bytes, const guchar *data, guint length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
goes_on (const Document *document, double fraction)
{
  return desk_report_goes_on (document->work, (guint) (fraction * STEPS), STEPS);
}

/* FALSE: cancelled, as below. */
static gboolean
lay_out (Document *document)
{
  while (desk_paper_lay_out_next (document->paper)) {
    if (!goes_on (document, desk_paper_fraction (document->paper) / 2))
      return FALSE;
  }
  return TRUE;
}

static gboolean
draw_pages (Document *document)
{
  const guint n_pages = desk_paper_n_pages (document->paper);

  for (guint n = 0; n < n_pages; n++) {
    if (!goes_on (document, .5 + .5 * n / n_pages))
      return FALSE;
    desk_paper_draw (document->paper, n, document->cairo, TRUE);
    cairo_show_page (document->cairo);
  }
  return TRUE;
}

static void
set_metadata (Document *document, cairo_pdf_metadata_t which, const char *text)
{
  g_autofree char *tame = desk_typesetter_tame_line (text);

  cairo_pdf_surface_set_metadata (document->surface, which, tame);
}

static void
describe (Document *document)
{
  const DeskScorecard *scorecard = document->scorecard;
  g_autofree char *verdict = desk_words_verdict (scorecard);

  set_metadata (document, CAIRO_PDF_METADATA_TITLE, scorecard->scenario->title);
  set_metadata (document, CAIRO_PDF_METADATA_AUTHOR, scorecard->header->trainee);
  set_metadata (document, CAIRO_PDF_METADATA_SUBJECT, verdict);
  set_metadata (document, CAIRO_PDF_METADATA_CREATOR, "Frontdesk " DESK_VERSION);
}

static int
add_bookmark (Document *document, int parent, const char *name, const char *where)
{
  g_autofree char *tame = desk_typesetter_tame_line (name);

  return cairo_pdf_surface_add_outline (document->surface, parent, tame, where,
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
add_bookmarks (Document *document)
{
  const DeskScorecard *scorecard = document->scorecard;
  int calls;

  add_bookmark (document, CAIRO_PDF_OUTLINE_ROOT, _ ("Summary"), "page=1");
  if (scorecard->n_calls == 0)
    return;
  calls = add_bookmark (document, CAIRO_PDF_OUTLINE_ROOT, _ ("The calls"), "dest='call-0'");
  for (guint n = 0; n < scorecard->n_calls; n++) {
    g_autofree char *caller = desk_words_caller (scorecard->calls[n].call);
    g_autofree char *name = g_strdup_printf (_ ("%u. %s"), n + 1, caller);
    g_autofree char *anchor = desk_paper_anchor (n);
    g_autofree char *where = g_strdup_printf ("dest='%s'", anchor);

    add_bookmark (document, calls, name, where);
  }
}

static void
document_open (Document *document, const DeskScorecard *scorecard, const DeskReportWork *work)
{
  *document = (Document){ .work = work, .scorecard = scorecard };
  document->bytes = g_byte_array_new ();
  document->paper = desk_paper_new (scorecard, work->paper->width, work->paper->height);
  document->surface = cairo_pdf_surface_create_for_stream (on_surface_write, document->bytes,
                                                           work->paper->width, work->paper->height);
  document->cairo = cairo_create (document->surface);
}

/* Returns how it went. */
static cairo_status_t
document_close (Document *document)
{
  cairo_status_t status = cairo_status (document->cairo);

  desk_paper_free (document->paper);
  cairo_destroy (document->cairo);
  cairo_surface_finish (document->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (document->surface);
  cairo_surface_destroy (document->surface);
  return status;
}

GBytes *
desk_report_write_pdf (const DeskScorecard *scorecard, const DeskReportWork *work, GError **error)
{
  Document document;
  gboolean is_whole;
  cairo_status_t status;

  document_open (&document, scorecard, work);
  describe (&document);
  is_whole = lay_out (&document) && draw_pages (&document);
  if (is_whole)
    add_bookmarks (&document);
  status = document_close (&document);
  if (is_whole && status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (document.bytes);

  g_byte_array_unref (document.bytes);
  if (is_whole)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be drawn: %s"),
                 cairo_status_to_string (status));
  else
    g_cancellable_set_error_if_cancelled (work->cancellable, error);
  return NULL;
}
