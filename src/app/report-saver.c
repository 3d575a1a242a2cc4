/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/report-saver.h"

#include <glib/gi18n-lib.h>

#include "app/save-dialog.h"
#include "app/whole-file.h"

#define PACE_MS 100
#define STEPS 1000

/* In the order that they are offered. */
static const DeskReportFormat offered[] = { DESK_REPORT_HTML, DESK_REPORT_PDF, DESK_REPORT_CSV,
                                            DESK_REPORT_JSON, DESK_REPORT_TEXT };

/* The worker reads all of it and changes nothing but `step`. */
typedef struct {
  DeskScorecard *scorecard; /* owned */
  DeskReportTarget target;  /* the file is owned */
  gint step;                /* atomic: of STEPS */
  DeskReportTell tell;
  gpointer tell_data;
  guint pace; /* source id */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->target.file);
  desk_scorecard_unref (job->scorecard);
  g_free (job);
}

static void
on_progress (double fraction, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->step, (gint) (fraction * STEPS));
}

static void
write_file (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  const DeskReportOptions options = { job->target.paper, on_progress, job };
  GError *error = NULL;
  g_autoptr (GBytes) report =
      desk_report_write (job->scorecard, job->target.format, &options, cancellable, &error);

  if (report != NULL && desk_whole_file_put (job->target.file, report, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (job->target.file), g_object_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
on_pace (gpointer data)
{
  Job *job = data;

  job->tell ((double) g_atomic_int_get (&job->step) / STEPS, job->tell_data);
  return G_SOURCE_CONTINUE;
}

static void
on_completed (GTask *task, GParamSpec *pspec, gpointer data)
{
  Job *job = data;

  g_clear_handle_id (&job->pace, g_source_remove);
}

void
desk_report_save_to (DeskScorecard *scorecard,
                     const DeskReportTarget *target,
                     GCancellable *cancellable,
                     DeskReportTell tell,
                     gpointer tell_data,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->scorecard = desk_scorecard_ref (scorecard);
  job->target = *target;
  g_object_ref (job->target.file);
  job->tell = tell;
  job->tell_data = tell_data;
  if (tell != NULL)
    job->pace = g_timeout_add (PACE_MS, on_pace, job);
  g_task_set_task_data (task, job, job_free);
  /* A cancellation that comes after the file was written does not undo it. */
  g_task_set_check_cancellable (task, FALSE);
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_completed), job);
  g_task_run_in_thread (task, write_file);
}

GFile *
desk_report_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The dialogue. */

typedef struct {
  DeskScorecard *scorecard; /* owned */
  DeskReportTell tell;
  gpointer tell_data;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  desk_scorecard_unref (question->scorecard);
  g_free (question);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GFile *file = desk_report_save_finish (result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

static const DeskPaperSize *
chosen_paper (GtkFileChooser *chooser)
{
  const char *name = gtk_file_chooser_get_choice (chooser, "paper");

  return name != NULL ? desk_paper_size_find (name) : NULL;
}

static void
on_answered (const DeskSaveAnswer *answer, gpointer data)
{
  g_autoptr (GTask) task = data;
  Question *question = g_task_get_task_data (task);
  const DeskReportTarget target = {
    .file = answer->file,
    .format = offered[answer->kind],
    .paper = chosen_paper (answer->chooser),
  };

  if (answer->file == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Not saved"));
  else
    desk_report_save_to (question->scorecard, &target, g_task_get_cancellable (task),
                         question->tell, question->tell_data, on_saved, g_object_ref (task));
}

static void
add_papers (GtkFileChooser *chooser)
{
  const char *names[DESK_N_PAPER_SIZES + 1] = { NULL };
  const char *labels[DESK_N_PAPER_SIZES + 1] = { NULL };

  for (guint n = 0; n < DESK_N_PAPER_SIZES; n++) {
    names[n] = desk_paper_sizes[n].name;
    labels[n] = _ (desk_paper_sizes[n].label);
  }
  gtk_file_chooser_add_choice (chooser, "paper", _ ("Paper of a PDF:"), names, labels);
  gtk_file_chooser_set_choice (chooser, "paper", desk_paper_size_usual ()->name);
}

/* "monday-morning, Åsa Lindqvist, 2026-11-23.html": reports of a class lie in one folder. */
static char *
proposed_name (const DeskScorecard *scorecard)
{
  const DeskJournalHeader *header = scorecard->header;
  char *name = g_strdup_printf ("%s, %s, %.10s.html", scorecard->scenario->id, header->trainee,
                                header->started);

  return g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
}

static GtkFileChooserNative *
dialog_new (GtkWindow *parent, const DeskScorecard *scorecard)
{
  DeskSaveKind kinds[G_N_ELEMENTS (offered)];
  g_autofree char *name = proposed_name (scorecard);
  GtkFileChooserNative *dialog;

  for (guint n = 0; n < G_N_ELEMENTS (offered); n++) {
    const DeskReportKind *kind = desk_report_kind (offered[n]);

    kinds[n] = (DeskSaveKind){ .suffix = kind->suffix, .label = kind->label };
  }
  dialog = desk_save_dialog_new (_ ("Save the report"), parent, kinds, G_N_ELEMENTS (kinds), name);
  add_papers (GTK_FILE_CHOOSER (dialog));
  return dialog;
}

void
desk_report_save (DeskScorecard *scorecard,
                  GtkWindow *parent,
                  GCancellable *cancellable,
                  DeskReportTell tell,
                  gpointer tell_data,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Question *question = g_new (Question, 1);

  question->scorecard = desk_scorecard_ref (scorecard);
  question->tell = tell;
  question->tell_data = tell_data;
  g_task_set_task_data (task, question, question_free);
  g_task_set_check_cancellable (task, FALSE);
  desk_save_dialog_ask (dialog_new (parent, scorecard), on_answered, task);
}
