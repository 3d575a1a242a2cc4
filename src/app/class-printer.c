/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-printer.h"

#include <glib/gi18n-lib.h>

#include "app/print-operation.h"
#include "classroom/class-paper.h"

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
  print->done (words, NULL, error != NULL, print->data);
}

void
desk_class_print (DeskClassSnapshot *snapshot,
                  GtkWindow *parent,
                  DeskClassReportDone done,
                  gpointer data)
{
  /* Across, for there are more scenarios than fit upright. */
  g_autoptr (GtkPrintOperation) operation =
      desk_print_operation_new (_ ("The class"), GTK_PAGE_ORIENTATION_LANDSCAPE);
  Print *print = g_new0 (Print, 1);

  print->snapshot = desk_class_snapshot_ref (snapshot);
  print->done = done;
  print->data = data;
  g_object_set_data_full (G_OBJECT (operation), "desk-print", print, print_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), print);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), print);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
