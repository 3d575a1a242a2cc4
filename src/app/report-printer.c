/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/report-printer.h"

#include "app/print-operation.h"
#include "report/paper.h"

#define TURN_US 40000 /* of layout at a time, so that the window stays alive */

typedef struct {
  DeskScorecard *scorecard; /* owned */
  DeskPaper *paper;         /* owned; for the size of paper that was chosen */
  DeskReportTell tell;
  gpointer tell_data;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->paper, desk_paper_free);
  desk_scorecard_unref (print->scorecard);
  g_free (print);
}

static void
tell (const Print *print, double fraction)
{
  if (print->tell != NULL)
    print->tell (fraction, print->tell_data);
}

/* Also before a preview, for which another size may be chosen than the time before. */
static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->paper, desk_paper_free);
  print->paper = desk_paper_new (print->scorecard, gtk_print_context_get_width (context),
                                 gtk_print_context_get_height (context));
}

static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Print *print = data;
  const gint64 end_us = g_get_monotonic_time () + TURN_US;

  while (desk_paper_lay_out_next (print->paper)) {
    if (g_get_monotonic_time () < end_us)
      continue;
    tell (print, desk_paper_fraction (print->paper) / 2);
    return FALSE;
  }
  gtk_print_operation_set_n_pages (operation, (int) desk_paper_n_pages (print->paper));
  return TRUE;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  Print *print = data;

  desk_paper_draw (print->paper, (guint) page, gtk_print_context_get_cairo_context (context),
                   FALSE);
  tell (print, .5 + .5 * (page + 1) / desk_paper_n_pages (print->paper));
}

GtkPrintOperation *
desk_report_print_new (DeskScorecard *scorecard, DeskReportTell tell_how_far, gpointer tell_data)
{
  GtkPrintOperation *operation =
      desk_print_operation_new (scorecard->scenario->title, GTK_PAGE_ORIENTATION_PORTRAIT);
  Print *print = g_new0 (Print, 1);

  print->scorecard = desk_scorecard_ref (scorecard);
  print->tell = tell_how_far;
  print->tell_data = tell_data;
  g_object_set_data_full (G_OBJECT (operation), "desk-print", print, print_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), print);
  return operation;
}
