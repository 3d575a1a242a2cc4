/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-printer.h"

#include <glib/gi18n-lib.h>

#include "classroom/class-paper.h"
#include "report/paper-size.h"

#define TURN_US 40000 /* of layout at a time, so that the window stays alive */

typedef struct {
  DeskClassSnapshot *snapshot; /* owned */
  DeskClassPaper *paper;       /* owned; for the size of paper that was chosen */
  DeskClassReportDone done;
  gpointer data;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->paper, desk_class_paper_free);
  desk_class_snapshot_unref (print->snapshot);
  g_free (print);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->paper, desk_class_paper_free);
  print->paper = desk_class_paper_new (print->snapshot->folder, print->snapshot->view,
                                       gtk_print_context_get_width (context),
                                       gtk_print_context_get_height (context));
}

static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Print *print = data;
  const gint64 end_us = g_get_monotonic_time () + TURN_US;

  while (desk_class_paper_lay_out_next (print->paper))
    if (g_get_monotonic_time () >= end_us)
      return FALSE;
  gtk_print_operation_set_n_pages (operation, (int) desk_class_paper_n_pages (print->paper));
  return TRUE;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  Print *print = data;

  desk_class_paper_draw (print->paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  Print *print = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
    gtk_print_operation_get_error (operation, &error);
    words = g_strdup_printf (_ ("The class was not printed: %s"), error->message);
  } else if (result == GTK_PRINT_OPERATION_RESULT_APPLY) {
    words = g_strdup (_ ("Printed"));
  }
  print->done (words, error != NULL, print->data);
}

/* Across, for there are more scenarios than fit upright. */
static GtkPageSetup *
page_setup_new (void)
{
  const gboolean is_letter = g_str_equal (desk_paper_size_usual ()->name, "letter");
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (is_letter ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (size);
  return setup;
}

void
desk_class_print (DeskClassSnapshot *snapshot,
                  GtkWindow *parent,
                  DeskClassReportDone done,
                  gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new ();
  Print *print = g_new0 (Print, 1);

  print->snapshot = desk_class_snapshot_ref (snapshot);
  print->done = done;
  print->data = data;
  g_object_set_data_full (G_OBJECT (operation), "desk-print", print, print_free);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, _ ("The class"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), print);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), print);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
