/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>
#include <string.h>

#include "app/report-bar.h"
#include "app/report-printer.h"
#include "app/report-saver.h"
#include "engine/recording.h"
#include "page-fixture.h"

/* Reports saved on another thread, and printed into a file. Nobody answers the callers. */

typedef struct {
  char *folder; /* owned */
  char *path;   /* owned; in it, and not yet there */
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("frontdesk-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "report.pdf", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->path);
  g_free (place->folder);
}

static DeskScorecard *
score_nobody (guint n_calls)
{
  g_autoptr (GString) yaml =
      g_string_new ("format: 1\nlanguage: en\ncountry: gb\nlines: 2\nduration: 23:00:00\n"
                    "organisation: Harbour Print\ntitle: A long day\n"
                    "people:\n  - {id: free, name: Fay Reed, extension: 201}\ncalls:\n");
  g_autoptr (DeskScenario) scenario = NULL;
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (DeskRecording) recording = NULL;
  DeskCommand finish = { .type = DESK_COMMAND_FINISH };
  gsize length;
  const char *bytes;

  for (guint n = 0; n < n_calls; n++)
    g_string_append_printf (yaml,
                            "  - {id: c%u, at: %u, patience: {ringing: 5}, caller: {given: Ann}, "
                            "expect: {do: decline}, says: {opening: {text: Hello}}}\n",
                            n, 1 + 10 * n);
  scenario = desk_test_scenario_new (yaml->str);
  session = desk_test_session_new (scenario);
  desk_session_advance (session, 10000 * n_calls + 60000);
  desk_session_dispatch (session, &finish, 10000 * n_calls + 60000);
  journal = desk_journal_get_bytes (desk_session_get_journal (session));
  bytes = g_bytes_get_data (journal, &length);
  recording = desk_recording_load_from_data (bytes, length, "test.journal", NULL);
  g_assert_nonnull (recording);
  return desk_scorecard_new (recording);
}

/* Saving. */

typedef struct {
  GMainLoop *loop;           /* owned */
  GCancellable *cancellable; /* owned */
  gboolean stops;            /* at the first word of the worker */
  guint n_told;
  GFile *file;   /* owned; what came of it */
  GError *error; /* owned */
} Wait;

static void
on_told (double fraction, gpointer data)
{
  Wait *wait = data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  wait->n_told++;
  if (wait->stops)
    g_cancellable_cancel (wait->cancellable);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->file = desk_report_save_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
save (const char *path, DeskReportFormat format, guint n_calls, Wait *wait)
{
  g_autoptr (DeskScorecard) card = score_nobody (n_calls);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const DeskReportTarget target = { file, format, desk_paper_size_find ("letter") };

  wait->loop = g_main_loop_new (NULL, FALSE);
  wait->cancellable = g_cancellable_new ();
  desk_report_save_to (card, &target, wait->cancellable, on_told, wait, on_saved, wait);
  g_main_loop_run (wait->loop);
}

static void
wait_clear (Wait *wait)
{
  g_main_loop_unref (wait->loop);
  g_object_unref (wait->cancellable);
  g_clear_object (&wait->file);
  g_clear_error (&wait->error);
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
contents (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_saves (Place *place, gconstpointer data)
{
  Wait wait = { 0 };
  g_autofree char *text = NULL;

  save (place->path, DESK_REPORT_HTML, 3, &wait);
  g_assert_no_error (wait.error);
  text = contents (place->path);
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  g_assert_true (g_str_has_suffix (text, "</html>\n"));
  g_assert_cmpuint (n_files (place->folder), ==, 1);
  wait_clear (&wait);
}

static void
test_tells (Place *place, gconstpointer data)
{
  Wait wait = { 0 };

  save (place->path, DESK_REPORT_PDF, 2000, &wait);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (wait.n_told, >=, 2);
  wait_clear (&wait);
}

static void
test_cancelled_leaves_no_file (Place *place, gconstpointer data)
{
  Wait wait = { .stops = TRUE };

  save (place->path, DESK_REPORT_PDF, 2000, &wait);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (wait.file);
  g_assert_cmpuint (n_files (place->folder), ==, 0);
  wait_clear (&wait);
}

static void
test_cancelled_keeps_the_old_file (Place *place, gconstpointer data)
{
  Wait wait = { .stops = TRUE };
  g_autofree char *text = NULL;

  g_file_set_contents (place->path, "old", -1, NULL);
  save (place->path, DESK_REPORT_PDF, 2000, &wait);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  text = contents (place->path);
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (n_files (place->folder), ==, 1);
  wait_clear (&wait);
}

static void
test_says_why_not (Place *place, gconstpointer data)
{
  Wait wait = { 0 };
  g_autofree char *path = g_build_filename (place->folder, "nowhere", "report.csv", NULL);

  save (path, DESK_REPORT_CSV, 2, &wait);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (wait.file);
  wait_clear (&wait);
}

/* Printing. */

/* As pdftotext reads it. */
static char *
read_pdf (const char *path)
{
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return output;
}

static void
print_to (DeskScorecard *card, const char *path, Wait *wait)
{
  g_autoptr (GtkPrintOperation) operation = desk_report_print_new (card, on_told, wait);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  gtk_paper_size_free (size);
}

/* Word for word, page for page, place for place. */
static void
test_prints_what_the_pdf_shows (Place *place, gconstpointer data)
{
  g_autoptr (DeskScorecard) card = score_nobody (40);
  const DeskReportOptions options = { .paper = desk_paper_size_find ("letter") };
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  g_autofree char *printed = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (GBytes) pdf = NULL;
  Wait wait = { 0 };

  if (tool == NULL) {
    g_test_skip ("poppler-utils is not installed");
    return;
  }
  print_to (card, place->path, &wait);
  g_assert_cmpuint (wait.n_told, >=, 3);
  printed = read_pdf (place->path);
  pdf = desk_report_write (card, DESK_REPORT_PDF, &options, NULL, NULL);
  g_file_set_contents (place->path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                       NULL);
  saved = read_pdf (place->path);
  g_assert_nonnull (strstr (saved, "Page 3 of"));
  g_assert_cmpstr (printed, ==, saved);
}

/* The bar. */

static void
test_bar_at_rest (Place *place, gconstpointer data)
{
  g_autoptr (DeskScorecard) card = score_nobody (1);
  DeskReportBar *bar = g_object_ref_sink (g_object_new (DESK_TYPE_REPORT_BAR, NULL));
  static const struct {
    const char *name;
    gboolean visible;
  } parts[] = {
    { "save", TRUE },
    { "print", TRUE },
    { "progress", FALSE },
    { "cancel", FALSE },
  };

  desk_report_bar_set_scorecard (bar, card);
  for (guint n = 0; n < G_N_ELEMENTS (parts); n++) {
    GtkWidget *part = GTK_WIDGET (
        gtk_widget_get_template_child (GTK_WIDGET (bar), DESK_TYPE_REPORT_BAR, parts[n].name));

    g_assert_cmpint (gtk_widget_get_visible (part), ==, parts[n].visible);
    g_assert_true (gtk_widget_get_sensitive (part));
  }
  gtk_widget_destroy (GTK_WIDGET (bar));
  g_object_unref (bar);
}

/* The bar in a window, with a report that takes a while. */

typedef struct {
  GtkWidget *window;
  DeskReportBar *bar; /* borrowed from the window */
} Bar;

static void
bar_open (Bar *bar, guint n_calls)
{
  g_autoptr (DeskScorecard) card = score_nobody (n_calls);

  bar->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  bar->bar = g_object_new (DESK_TYPE_REPORT_BAR, "visible", TRUE, NULL);
  desk_report_bar_set_scorecard (bar->bar, card);
  gtk_container_add (GTK_CONTAINER (bar->window), GTK_WIDGET (bar->bar));
  gtk_window_set_default_size (GTK_WINDOW (bar->window), 800, 50);
  gtk_widget_show (bar->window);
}

static gpointer
part (const Bar *bar, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (bar->bar), DESK_TYPE_REPORT_BAR, name);
}

/* The open window of the kind `type`, or NULL. */
static gpointer
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (g_type_is_a (G_OBJECT_TYPE (at->data), type) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

/* Turns the main loop until `is` says so. */
static void
wait_until (gboolean (*is) (gpointer), gpointer data)
{
  const gint64 end_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!is (data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end_us);
    while (gtk_events_pending ())
      gtk_main_iteration ();
    g_usleep (1000);
  }
}

static gboolean
has_dialog (gpointer data)
{
  return find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
}

static gboolean
has_chosen (gpointer path)
{
  g_autofree char *chosen =
      gtk_file_chooser_get_filename (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG));

  return g_strcmp0 (chosen, path) == 0;
}

/* The dialogue looks for the folder while the main loop turns; the one that it begins with by itself is
 * sometimes found last, and then holds. */
static gboolean
has_chosen_soon (gpointer path)
{
  const gint64 end_us = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (!has_chosen (path) && g_get_monotonic_time () < end_us)
    gtk_main_iteration_do (FALSE);
  return has_chosen (path);
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_get_sensitive (widget);
}

/* Under a `name` that is written in the dialogue. */
static void
choose_named (const Bar *bar, Place *place, const char *name)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);
  GtkFileChooser *chooser;

  gtk_button_clicked (part (bar, "save"));
  wait_until (has_dialog, NULL);
  chooser = find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  do {
    gtk_file_chooser_set_current_folder (chooser, place->folder);
    gtk_file_chooser_set_current_name (chooser, name);
  } while (!has_chosen_soon (path));
}

static void
choose (const Bar *bar, Place *place)
{
  choose_named (bar, place, "report.pdf");
}

static void
test_bar_saves (Place *place, gconstpointer data)
{
  Bar bar;
  g_autofree char *text = NULL;

  bar_open (&bar, 5);
  choose (&bar, place);
  g_assert_false (is_sensitive (part (&bar, "print")));
  gtk_dialog_response (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG), GTK_RESPONSE_ACCEPT);
  wait_until (is_sensitive, part (&bar, "save"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (part (&bar, "notice")), "Saved as "));
  text = contents (place->path);
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  gtk_widget_destroy (bar.window);
}

static gboolean
has_question (gpointer data)
{
  return find_window (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
answer (GType type, int response)
{
  gtk_dialog_response (find_window (type), response);
}

static gboolean
is_asked_or_done (gpointer button)
{
  return has_question (NULL) || is_sensitive (button);
}

/* Now and then the chooser sees the file in time to complete the name to it, and then asks nothing more. */
static void
be_asked (const Bar *bar, Place *place, const char *page)
{
  do {
    g_unlink (page);
    choose_named (bar, place, "report");
    g_file_set_contents (page, "mine", -1, NULL);
    answer (GTK_TYPE_FILE_CHOOSER_DIALOG, GTK_RESPONSE_ACCEPT);
    wait_until (is_asked_or_done, part (bar, "save"));
  } while (!has_question (NULL));
}

/* The ending is given to the name after the chooser asked, so that it has asked about another file. */
static void
test_bar_asks_before_it_replaces (Place *place, gconstpointer data)
{
  Bar bar;
  g_autofree char *page = g_build_filename (place->folder, "report.html", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;

  bar_open (&bar, 5);
  be_asked (&bar, place, page);
  answer (GTK_TYPE_MESSAGE_DIALOG, GTK_RESPONSE_CANCEL);
  wait_until (has_dialog, NULL);
  wait_until (has_chosen, page);
  kept = contents (page);
  g_assert_cmpstr (kept, ==, "mine");
  gtk_file_chooser_set_current_name (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG), "report");
  answer (GTK_TYPE_FILE_CHOOSER_DIALOG, GTK_RESPONSE_ACCEPT);
  wait_until (has_question, NULL);
  answer (GTK_TYPE_MESSAGE_DIALOG, GTK_RESPONSE_ACCEPT);
  wait_until (is_sensitive, part (&bar, "save"));
  text = contents (page);
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  g_assert_cmpuint (n_files (place->folder), ==, 1);
  g_unlink (page);
  gtk_widget_destroy (bar.window);
}

static void
test_bar_cancels (Place *place, gconstpointer data)
{
  Bar bar;

  bar_open (&bar, 4000);
  choose (&bar, place);
  gtk_dialog_response (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG), GTK_RESPONSE_ACCEPT);
  wait_until (is_visible, part (&bar, "cancel"));
  g_assert_true (is_visible (part (&bar, "progress")));
  g_assert_false (is_sensitive (part (&bar, "save")));
  gtk_button_clicked (part (&bar, "cancel"));
  wait_until (is_sensitive, part (&bar, "save"));
  g_assert_cmpstr (gtk_label_get_text (part (&bar, "notice")), ==, "Cancelled: nothing was saved.");
  g_assert_false (is_visible (part (&bar, "progress")));
  g_assert_false (is_visible (part (&bar, "cancel")));
  g_assert_cmpuint (n_files (place->folder), ==, 0);
  gtk_widget_destroy (bar.window);
}

/* Whoever closes the dialogue is told nothing; whoever leaves the page gets the file all the same. */
static void
test_bar_leaves (Place *place, gconstpointer data)
{
  Bar bar;
  const gint64 end_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  bar_open (&bar, 1000);
  choose (&bar, place);
  gtk_dialog_response (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG), GTK_RESPONSE_CANCEL);
  wait_until (is_sensitive, part (&bar, "save"));
  g_assert_cmpstr (gtk_label_get_text (part (&bar, "notice")), ==, "");

  choose (&bar, place);
  gtk_dialog_response (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG), GTK_RESPONSE_ACCEPT);
  gtk_widget_destroy (bar.window);
  while (!g_file_test (place->path, G_FILE_TEST_EXISTS)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end_us);
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
}

#define ADD(path, function)                                                                        \
  g_test_add ("/report-bar/" path, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("saves", test_saves);
  ADD ("tells", test_tells);
  ADD ("cancelled-leaves-no-file", test_cancelled_leaves_no_file);
  ADD ("cancelled-keeps-the-old-file", test_cancelled_keeps_the_old_file);
  ADD ("says-why-not", test_says_why_not);
  ADD ("prints-what-the-pdf-shows", test_prints_what_the_pdf_shows);
  ADD ("at-rest", test_bar_at_rest);
  ADD ("bar-saves", test_bar_saves);
  ADD ("bar-asks-before-it-replaces", test_bar_asks_before_it_replaces);
  ADD ("bar-cancels", test_bar_cancels);
  ADD ("bar-leaves", test_bar_leaves);
  return g_test_run ();
}
