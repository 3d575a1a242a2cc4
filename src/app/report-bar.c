/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/report-bar.h"

#include <glib/gi18n-lib.h>

#include "app/plain-label.h"
#include "app/report-printer.h"
#include "app/report-saver.h"

#define PATIENCE_US 400000 /* shorter work shows no progress, which would only flicker */

struct _DeskReportBar {
  GtkBox parent_instance;

  GtkWidget *save;
  GtkWidget *print;
  GtkWidget *progress;
  GtkWidget *cancel;
  GtkLabel *notice;

  DeskScorecard *scorecard;         /* owned */
  GCancellable *saving;             /* owned; NULL unless a report is being saved */
  GtkPrintOperation *printing;      /* owned; NULL unless one is being printed */
  GtkPrintSettings *print_settings; /* owned; as chosen the last time, or NULL */
  gint64 begun_us;
};

G_DEFINE_FINAL_TYPE (DeskReportBar, desk_report_bar, GTK_TYPE_BOX)

static void
set_busy (DeskReportBar *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->save, !busy);
  gtk_widget_set_sensitive (self->print, !busy);
  if (busy) {
    desk_plain_label_set_text (self->notice, "");
    self->begun_us = 0;
    return;
  }
  gtk_widget_hide (self->progress);
  gtk_widget_hide (self->cancel);
}

/* The clock starts with the worker's first report, not while the user picks a folder. */
static void
on_progress (double fraction, gpointer data)
{
  DeskReportBar *self = data;
  const gint64 now_us = g_get_monotonic_time ();

  if (self->progress == NULL)
    return;
  if (self->begun_us == 0)
    self->begun_us = now_us;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), CLAMP (fraction, 0, 1));
  if (now_us - self->begun_us < PATIENCE_US)
    return;
  gtk_widget_show (self->progress);
  gtk_widget_show (self->cancel);
}

static void
on_cancel_clicked (DeskReportBar *self)
{
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  if (self->printing != NULL)
    gtk_print_operation_cancel (self->printing);
}

static GtkWindow *
window_of (DeskReportBar *self)
{
  return GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self)));
}

/* Saving. */

/* A dialogue that was just closed needs no message. */
static char *
words_for_unsaved (const GError *error, gboolean stopped)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup_printf (_ ("The report was not saved: %s"), error->message);
  return g_strdup (stopped ? _ ("Cancelled: nothing was saved.") : "");
}

static void
on_report_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskReportBar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = desk_report_save_finish (result, &error);
  g_autofree char *words = NULL;

  if (file != NULL) {
    g_autofree char *name = g_file_get_parse_name (file);

    words = g_strdup_printf (_ ("Saved as %s"), name);
  } else {
    words = words_for_unsaved (error, g_cancellable_is_cancelled (self->saving));
  }
  g_clear_object (&self->saving);
  /* The page may have been left meanwhile, which takes its widgets away; the file is written. */
  if (self->notice == NULL)
    return;
  set_busy (self, FALSE);
  desk_plain_label_set_text (self->notice, words);
}

static void
on_save_clicked (DeskReportBar *self)
{
  self->saving = g_cancellable_new ();
  set_busy (self, TRUE);
  desk_report_save (self->scorecard, window_of (self), self->saving, on_progress, self,
                    on_report_saved, g_object_ref (self));
}

/* Printing. */

static void
tell_print_failed (DeskReportBar *self, const GError *error)
{
  g_autofree char *words = g_strdup_printf (_ ("The report was not printed: %s"), error->message);

  desk_plain_label_set_text (self->notice, words);
}

static void
on_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  g_autoptr (DeskReportBar) self = data;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->printing);
  if (self->notice == NULL)
    return;
  set_busy (self, FALSE);
  switch (result) {
  case GTK_PRINT_OPERATION_RESULT_ERROR:
    gtk_print_operation_get_error (operation, &error);
    tell_print_failed (self, error);
    break;
  case GTK_PRINT_OPERATION_RESULT_APPLY:
    g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
    desk_plain_label_set_text (self->notice, _ ("Printed"));
    break;
  case GTK_PRINT_OPERATION_RESULT_CANCEL:
  case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS: break;
  }
}

static void
on_print_clicked (DeskReportBar *self)
{
  g_autoptr (GtkPrintOperation) operation =
      desk_report_print_new (self->scorecard, on_progress, self);

  if (self->print_settings != NULL)
    gtk_print_operation_set_print_settings (operation, self->print_settings);
  self->printing = g_object_ref (operation);
  set_busy (self, TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (on_print_done), g_object_ref (self));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window_of (self),
                           NULL);
}

void
desk_report_bar_set_scorecard (DeskReportBar *self, DeskScorecard *scorecard)
{
  g_return_if_fail (self->scorecard == NULL);

  self->scorecard = desk_scorecard_ref (scorecard);
}

static void
desk_report_bar_finalize (GObject *object)
{
  DeskReportBar *self = DESK_REPORT_BAR (object);

  g_clear_pointer (&self->scorecard, desk_scorecard_unref);
  g_clear_object (&self->print_settings);
  G_OBJECT_CLASS (desk_report_bar_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskReportBar, name)

static void
desk_report_bar_class_init (DeskReportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_report_bar_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/report-bar.ui");
  BIND (save);
  BIND (print);
  BIND (progress);
  BIND (cancel);
  BIND (notice);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
desk_report_bar_init (DeskReportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
