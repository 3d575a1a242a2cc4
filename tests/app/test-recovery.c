/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Shifts that were interrupted, as the next start has them. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <utime.h>

#include "app/console-page.h"
#include "app/finish-question.h"
#include "app/interrupted.h"
#include "cli/settings.h"
#include "app/start-page.h"
#include "app/summary-page.h"
#include "app/window-recovery.h"
#include "app/window.h"
#include "cli/paths.h"
#include "engine/session.h"
#include "hands.h"
#include "page-fixture.h"
#include "rehearsal/virtual-shift.h"

#define PATIENCE_MS 20000

static GtkApplication *application;
static GSettings *settings;

typedef struct {
  DeskScenario *scenario; /* owned */
  char *folder;           /* owned: of the sessions */
  const char *path;       /* borrowed: of a journal that is watched; or NULL */
  GtkWidget *window;      /* or NULL */
  gboolean logs;          /* whoever is interrupted has logged a first version of the slip */
} Fixture;

static char *
sessions_folder (void)
{
  g_autofree char *some = desk_paths_new_journal ("nobody", NULL);

  return g_path_get_dirname (some);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_files (path);
    else
      g_unlink (path);
  }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scenario = desk_test_scenario_new_default ();
  fixture->folder = sessions_folder ();
  remove_files (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_widget_destroy (fixture->window);
  g_free (fixture->folder);
  desk_scenario_unref (fixture->scenario);
}

static void
write_slip (DeskSession *session, DeskCommandType type, const char *name, gint64 t_ms)
{
  g_autoptr (DeskSlip) slip = desk_slip_new ();
  const DeskCommand command = { .type = type,
                                .slip = slip,
                                .call = desk_session_get_scenario (session)->calls[0] };

  g_free (slip->name);
  slip->name = g_strdup (name);
  desk_session_dispatch (session, &command, t_ms);
}

/* What a trainee did before the program was killed: the first caller has been answered and speaks, and
 * their name is half written down. The journal is left as `bytes` of it (0: all). (transfer full) */
static char *
interrupt_shift (Fixture *fixture, const char *trainee, DeskMode mode)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new (trainee, mode);
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new (fixture->scenario);
  g_autofree char *path = desk_paths_new_journal (trainee, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_create (path, &error);
  g_autoptr (DeskSession) session = NULL;

  g_assert_no_error (error);
  session = desk_session_new (fixture->scenario, lengths, header, journal);
  g_assert_true (desk_session_start (session, &error));
  desk_test_session_answer (session, 2, 2500);
  if (fixture->logs)
    write_slip (session, DESK_COMMAND_MESSAGE, "Åsa", 6600);
  desk_session_advance (session, 6600);
  write_slip (session, DESK_COMMAND_DRAFT, "Åsa Lindq", 6700);
  return g_steal_pointer (&path);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* In the window. */

static gboolean
on_patience_over (gpointer what)
{
  g_error ("Waited in vain for %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

static void
wait_until (gboolean (*condition) (Fixture *fixture), Fixture *fixture, const char *what)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);

  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static GtkWidget *
page (Fixture *fixture)
{
  return gtk_bin_get_child (GTK_BIN (fixture->window));
}

typedef struct {
  const char *words;
  GtkWidget *found;
} Search;

static void
find_button (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (GTK_IS_BUTTON (widget) && gtk_widget_is_visible (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), search->words) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_button, search);
}

static void
find_entry (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (GTK_IS_ENTRY (widget) &&
      g_strcmp0 (gtk_entry_get_text (GTK_ENTRY (widget)), search->words) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_entry, search);
}

static GtkWidget *
button (Fixture *fixture, const char *label)
{
  Search search = { label, NULL };

  find_button (page (fixture), &search);
  return search.found;
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *found = button (fixture, label);

  g_assert_nonnull (found);
  gtk_button_clicked (GTK_BUTTON (found));
}

static gboolean
is_offered (Fixture *fixture)
{
  return button (fixture, "Put aside…") != NULL;
}

static gboolean
is_offered_no_more (Fixture *fixture)
{
  return !is_offered (fixture);
}

static gboolean
is_on_shift (Fixture *fixture)
{
  return DESK_IS_CONSOLE_PAGE (page (fixture));
}

static gboolean
is_on_summary (Fixture *fixture)
{
  return DESK_IS_SUMMARY_PAGE (page (fixture));
}

static gboolean
is_on_start (Fixture *fixture)
{
  return DESK_IS_START_PAGE (page (fixture));
}

static gboolean
is_asked (Fixture *fixture)
{
  return desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
answer (int response)
{
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG)), response);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = desk_window_new (application, settings, fixture->scenario);
  gtk_widget_show (fixture->window);
}

static void
close_window (Fixture *fixture)
{
  gtk_widget_destroy (g_steal_pointer (&fixture->window));
}

static void
test_go_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Åsa", DESK_MODE_PRACTICE);
  g_autofree char *before = read_file (path);
  g_autofree char *after = NULL;
  Search name = { "Åsa Lindq", NULL };

  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  g_assert_true (desk_test_says (page (fixture), "1 shift was interrupted"));
  g_assert_true (desk_test_says (page (fixture), "A morning"));
  g_assert_true (desk_test_says (page (fixture), "Åsa · Practice"));
  g_assert_true (desk_test_says (page (fixture), "after 00:06"));
  g_assert_true (desk_test_says (page (fixture), "0 of 2 calls done"));
  click (fixture, "Continue");
  wait_until (is_on_shift, fixture, "the shift");
  find_entry (page (fixture), &name);
  g_assert_nonnull (name.found);
  g_assert_true (desk_test_says (page (fixture), "Hej, är Erik inne?"));
  after = read_file (path);
  g_assert_true (g_str_has_prefix (after, before));
  g_assert_true (
      g_str_has_prefix (after + strlen (before), "{\"t\":6700,\"command\":\"go-on\",\"away\":"));
  g_assert_nonnull (strstr (after, "\"event\":\"interrupted\""));
  g_assert_true (desk_journal_is_being_written (path));
}

#define LONG_CALLS 2000
#define SECONDS_A_CALL 20
#define MOST_MS 100.0 /* that a press of a key may have to wait while the shift is gone back to */
#define BUILD_MS                                                                                   \
  300.0 /* more than of a short shift, to build its page: what was done is gone through once */

static char *
long_yaml (void)
{
  GString *yaml =
      g_string_new ("format: 1\ntitle: A long day\nlanguage: en\ncountry: gb\nlines: 4\n"
                    "organisation: Acme\n"
                    "people: [{id: fay, name: Fay Reed, extension: 201}]\n");

  g_string_append_printf (yaml, "duration: %u\ncalls:\n", SECONDS_A_CALL * (LONG_CALLS + 1));
  for (guint n = 0; n < LONG_CALLS; n++)
    g_string_append_printf (
        yaml,
        "  - {id: c%u, at: %u, caller: {given: Ann, surname: Wilde, phone: 01632 "
        "960011}, says: {opening: {text: Is Fay in}}, expect: {do: message, to: "
        "fay, message: Ring Ann.}}\n",
        n, SECONDS_A_CALL * n + 1);
  return g_string_free (yaml, FALSE);
}

/* Killed when nine tenths of it were over. (transfer full) */
static char *
interrupt_long_shift (void)
{
  g_autofree char *yaml = long_yaml ();
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new (yaml);
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Lona", DESK_MODE_PRACTICE);
  g_autofree char *path = desk_paths_new_journal ("Lona", NULL);
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize length;

  desk_recording_free (
      desk_virtual_shift_run (scenario, lengths, header, DESK_TRAINEE_STEADY, &journal));
  text = g_bytes_get_data (journal, &length);
  g_file_set_contents (path, text, (gssize) (length / 10 * 9), &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static double
main_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* What the thread takes off the main loop's shoulders. */
static double
time_waiting_for (char *path)
{
  g_autofree char *owned = path;
  const char *const shelves[] = { NULL };
  const double begun_ms = main_thread_ms ();
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autoptr (DeskShift) shift = desk_shift_resume (owned, shelves, &error);

  g_assert_no_error (error);
  return main_thread_ms () - begun_ms;
}

/* Goes on with the shift that is offered; the longest that the main loop was busy until it is there, and
 * with putting it there, in ms of processor time. */
static void
time_going_on (Fixture *fixture, double *meanwhile_ms, double *there_ms)
{
  *meanwhile_ms = 0;
  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  click (fixture, "Continue");
  for (gboolean there = FALSE; !there;) {
    const double begun_ms = main_thread_ms ();
    double took_ms;

    g_main_context_iteration (NULL, TRUE);
    took_ms = main_thread_ms () - begun_ms;
    there = is_on_shift (fixture);
    if (there)
      *there_ms = took_ms;
    else
      *meanwhile_ms = MAX (*meanwhile_ms, took_ms);
  }
  close_window (fixture);
  remove_files (fixture->folder);
}

/* However much was done, the window goes on meanwhile, and its page is there as soon as another. */
static void
test_long_shift (Fixture *fixture, gconstpointer data)
{
  double short_ms, long_ms, meanwhile_ms;

  g_free (interrupt_shift (fixture, "Sho", DESK_MODE_PRACTICE));
  time_going_on (fixture, &meanwhile_ms, &short_ms);
  g_test_message ("read and done again: %.0f ms", time_waiting_for (interrupt_long_shift ()));
  time_going_on (fixture, &meanwhile_ms, &long_ms);
  g_test_message (
      "%u calls: busy for %.0f ms at most until then, %.0f ms with putting it there; two "
      "calls: %.0f ms",
      LONG_CALLS, meanwhile_ms, long_ms, short_ms);
  g_assert_cmpfloat (meanwhile_ms, <, MOST_MS);
  g_assert_cmpfloat (long_ms, <, short_ms + BUILD_MS);
}

/* The recording of what was said ends with the interruption. */
static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Sonja", DESK_MODE_PRACTICE);
  g_autofree char *sound = desk_journal_sound_path (path);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (sound, "what was said", -1, NULL));
  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  click (fixture, "Continue");
  wait_until (is_on_shift, fixture, "the shift");
  close_window (fixture);
  after = read_file (sound);
  g_assert_cmpstr (after, ==, "what was said");
}

/* What was written after the slip had been logged is not taken for logged. */
static void
test_changed_since_logged (Fixture *fixture, gconstpointer data)
{
  G_GNUC_UNUSED g_autofree char *path = NULL;

  fixture->logs = TRUE;
  path = interrupt_shift (fixture, "Log", DESK_MODE_PRACTICE);
  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  click (fixture, "Continue");
  wait_until (is_on_shift, fixture, "the shift");
  g_assert_true (desk_test_says (page (fixture), "Changed since it was logged; log again"));
}

/* Time goes on from where it stood: the caller comes to the end of what they were saying. */
static gboolean
has_caller_finished (Fixture *fixture)
{
  g_autofree char *text = read_file (fixture->path);

  return strstr (text, "\"event\":\"caller-done\"") != NULL;
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Two", DESK_MODE_GUIDED);
  g_autofree char *text = NULL;
  const char *first;

  fixture->path = path;
  g_assert_false (has_caller_finished (fixture));
  for (guint n = 0; n < 2; n++) {
    open_window (fixture);
    wait_until (is_offered, fixture, "the offer");
    click (fixture, "Continue");
    wait_until (is_on_shift, fixture, "the shift");
    if (n == 0)
      wait_until (has_caller_finished, fixture, "the caller to finish");
    close_window (fixture);
  }
  text = read_file (path);
  first = strstr (text, "\"event\":\"interrupted\"");
  g_assert_nonnull (first);
  g_assert_nonnull (strstr (first + 1, "\"event\":\"interrupted\""));
}

static void
start_shift (Fixture *fixture, const char *trainee)
{
  GtkWidget *start = page (fixture);

  gtk_entry_set_text (
      GTK_ENTRY (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "name")), trainee);
  gtk_button_clicked (
      GTK_BUTTON (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "start_button")));
  wait_until (is_on_shift, fixture, "the shift");
}

static void
close_and_answer (Fixture *fixture, int response)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (is_asked, fixture, "the question");
  answer (response);
}

static gboolean
is_closed (Fixture *fixture)
{
  return fixture->window == NULL;
}

/* What is left off by closing the window is offered like what was broken off. */
static void
test_closed_for_later (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  start_shift (fixture, "Later");
  close_and_answer (fixture, GTK_RESPONSE_CANCEL);
  g_assert_true (is_on_shift (fixture));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  close_and_answer (fixture, DESK_CLOSE_LATER);
  wait_until (is_closed, fixture, "the window to close");
  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  g_assert_true (desk_test_says (page (fixture), "Later · Practice"));
  click (fixture, "Continue");
  wait_until (is_on_shift, fixture, "the shift, once more");
}

/* The question promises a summary. */
static void
test_closed_and_finished (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  start_shift (fixture, "Finn");
  close_and_answer (fixture, GTK_RESPONSE_ACCEPT);
  wait_until (is_on_summary, fixture, "the summary");
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (is_closed, fixture, "the window to close");
}

/* Nothing is changed by looking at it. */
static void
test_summary_so_far (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Summer", DESK_MODE_PRACTICE);
  g_autofree char *before = read_file (path);
  g_autofree char *after = NULL;

  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  click (fixture, "Show the summary so far");
  wait_until (is_on_summary, fixture, "the summary");
  g_assert_true (desk_test_says (page (fixture), "ends before the session was finished"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (
      gtk_widget_get_template_child (page (fixture), DESK_TYPE_SUMMARY_PAGE, "progress"))));
  gtk_button_clicked (
      GTK_BUTTON (gtk_widget_get_template_child (page (fixture), DESK_TYPE_SUMMARY_PAGE, "back")));
  wait_until (is_on_start, fixture, "the start page");
  wait_until (is_offered, fixture, "the offer, still");
  after = read_file (path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_put_aside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Sid", DESK_MODE_PRACTICE);
  g_autofree char *before = read_file (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *aside = g_build_filename (fixture->folder, "aside", base, NULL);
  g_autofree char *sound = desk_journal_sound_path (path);
  g_autofree char *sound_aside = desk_journal_sound_path (aside);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (sound, "what was said", -1, NULL));
  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  click (fixture, "Put aside…");
  g_assert_true (desk_test_says (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG), aside));
  answer (GTK_RESPONSE_CANCEL);
  g_assert_true (is_offered (fixture));
  click (fixture, "Put aside…");
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_offered_no_more, fixture, "no offer");
  after = read_file (aside);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (sound_aside, G_FILE_TEST_EXISTS));
}

/* What it came to is not to be seen before it is handed in. */
static void
test_exam (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Exa", DESK_MODE_EXAM);
  g_autoptr (DeskRecording) recording = NULL;
  const DeskRecord *last;

  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  g_assert_null (button (fixture, "Show the summary so far"));
  click (fixture, "Put aside…");
  g_assert_true (desk_test_says (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG), "no result"));
  answer (GTK_RESPONSE_CANCEL);
  click (fixture, "Hand in as it is…");
  wait_until (is_asked, fixture, "the question");
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_on_summary, fixture, "the summary");
  g_assert_true (desk_test_says (page (fixture), "The program ended during"));
  recording = desk_recording_load_from_file (path, NULL);
  g_assert_cmpint (recording->chain.state, ==, DESK_CHAIN_WHOLE);
  last = &g_array_index (recording->records, DeskRecord, recording->records->len - 1);
  g_assert_cmpint (last->event.type, ==, DESK_EVENT_FINISHED);
  g_assert_true (last->event.again);
}

/* The journal is gone when it is to be gone on with. */

static void
on_announced (GPtrArray *heard, const char *words)
{
  g_ptr_array_add (heard, g_strdup (words));
}

static void
find_heading (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (GTK_IS_LABEL (widget) &&
      g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), search->words) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_heading, search);
}

/* What the bar says while it is busy is heard, too. */
static void
test_busy_is_heard (Fixture *fixture, gconstpointer data)
{
  G_GNUC_UNUSED g_autofree char *path = interrupt_shift (fixture, "Hear", DESK_MODE_PRACTICE);
  g_autoptr (GPtrArray) heard = g_ptr_array_new_with_free_func (g_free);
  Search heading = { "1 shift was interrupted.", NULL };
  AtkObject *accessible;

  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  find_heading (page (fixture), &heading);
  g_assert_nonnull (heading.found);
  accessible = gtk_widget_get_accessible (heading.found);
  if (g_signal_lookup ("announcement", G_OBJECT_TYPE (accessible)) == 0) {
    g_test_skip ("ATK is too old for announcements");
    return;
  }
  g_signal_connect_swapped (accessible, "announcement", G_CALLBACK (on_announced), heard);
  click (fixture, "Continue");
  g_assert_cmpuint (heard->len, ==, 1);
  g_assert_cmpstr (heard->pdata[0], ==, "Going back to where the shift was interrupted…");
  wait_until (is_on_shift, fixture, "the shift");
}

/* Somebody who begins another shift meanwhile is told when they are back, and not before. */
static void
test_told_afterwards (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Later", DESK_MODE_PRACTICE);
  g_autoptr (DeskWindowRecovery) recovery = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (fixture->window), box);
  recovery = desk_window_recovery_new (GTK_WINDOW (fixture->window));
  desk_window_recovery_set_page (recovery, box);
  gtk_widget_show_all (fixture->window);
  wait_until (is_offered, fixture, "the offer");
  g_unlink (path);
  click (fixture, "Continue");
  desk_window_recovery_set_page (recovery, NULL);
  desk_test_run_for (500);
  g_assert_false (is_asked (fixture));
  desk_window_recovery_set_page (recovery, box);
  wait_until (is_asked, fixture, "what could not be done");
  gtk_widget_destroy (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG));
  desk_window_recovery_set_page (recovery, NULL);
  desk_window_recovery_set_page (recovery, box);
  g_assert_false (is_asked (fixture)); /* once */
}

/* Without a window. */

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Dan", DESK_MODE_EXAM);
  g_autofree char *text = read_file (path);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *newer = NULL;
  char *waited = strstr (text, "\"waited\":500");

  newer = g_strconcat ("{\"journal\":2", text + strlen ("{\"journal\":1"), NULL);
  memcpy (waited, "\"waited\":501", strlen ("\"waited\":501"));
  g_unlink (path);
  write_file (fixture, "d-changed.journal", text);
  write_file (fixture, "c-newer.journal", newer);
  write_file (fixture, "b-garbage.journal", "{\"journal\":1\n\n\xff\xfe");
  write_file (fixture, "a-empty.journal", "");
  write_file (fixture, "no-journal.txt", "");
  found = desk_interrupted_find (fixture->folder, NULL);
  g_assert_cmpuint (found->len, ==, 4);
#define AT(n) ((const DeskInterrupted *) found->pdata[n])
  g_assert_null (AT (0)->fault);
  g_assert_nonnull (strstr (AT (0)->obstacle, "This exam was changed"));
  g_assert_nonnull (strstr (AT (1)->fault, "another version of the program"));
  g_assert_nonnull (strstr (AT (2)->fault, ":1: not a journal of Frontdesk: this is not JSON"));
  g_assert_nonnull (strstr (AT (3)->fault, "the file is empty"));
#undef AT
  open_window (fixture);
  wait_until (is_offered, fixture, "the offer");
  g_assert_true (desk_test_says (page (fixture), "4 shifts were interrupted"));
  g_assert_null (button (fixture, "Continue"));
  click (fixture, "Put all aside…");
  g_assert_true (desk_test_says (desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG), "no result"));
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_offered_no_more, fixture, "no offer");
}

static void
test_not_offered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Busy", DESK_MODE_PRACTICE);
  g_autoptr (DeskJournal) journal = desk_journal_reopen (path, NULL);
  g_autofree char *text = read_file (path);
  g_autofree char *whole = g_strconcat (text, "{\"t\":7000,\"event\":\"finished\"}\n", NULL);
  g_autofree char *quoted =
      g_strconcat (text,
                   "{\"t\":7000,\"command\":\"draft\",\"call\":\"first\",\"text\":\"\\\"event\\\":"
                   "\\\"finished\\\"\"}\n",
                   NULL);
  g_autofree char *finished = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_assert_nonnull (journal);
  finished = g_build_filename (fixture->folder, "a-finished.journal", NULL);
  write_file (fixture, "a-finished.journal", whole);
  write_file (fixture, "b-quoted.journal", quoted);
  found = desk_interrupted_find (fixture->folder, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_false (desk_interrupted_put_aside (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (desk_interrupted_put_aside (finished, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (
      g_str_has_suffix (((const DeskInterrupted *) found->pdata[0])->path, "quoted.journal"));
}

/* An exam from which all checksums were taken out is none to go on with. */
static void
test_stripped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Strip", DESK_MODE_EXAM);
  g_autofree char *text = read_file (path);
  g_autoptr (GRegex) chain = g_regex_new (",\"chain\":\"[0-9a-f]*\"", 0, 0, NULL);
  g_autofree char *stripped = g_regex_replace_literal (chain, text, -1, 0, "", 0, NULL);
  const char *const shelves[] = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, stripped, -1, NULL));
  g_assert_null (desk_shift_resume (path, shelves, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "checksums of this exam are missing"));
}

/* Somebody thinks better of it before it has begun: both absences are told, and it can be gone on with. */
static void
test_resumed_twice (Fixture *fixture, gconstpointer data)
{
  const char *const shelves[] = { NULL };
  g_autofree char *path = interrupt_shift (fixture, "Twice", DESK_MODE_EXAM);
  struct utimbuf hour_ago = { 0 };
  g_autofree char *text = NULL;
  const char *first;

  hour_ago.modtime = (time_t) (g_get_real_time () / G_USEC_PER_SEC - 3600);
  g_assert_cmpint (g_utime (path, &hour_ago), ==, 0);
  for (guint n = 0; n < 2; n++) {
    g_autoptr (GError) error = NULL;
    G_GNUC_UNUSED g_autoptr (DeskShift) shift = desk_shift_resume (path, shelves, &error);

    g_assert_no_error (error);
  }
  text = read_file (path);
  first = strstr (text, "\"command\":\"go-on\",\"away\":36");
  g_assert_nonnull (first);
  g_assert_nonnull (strstr (first + 1, "\"command\":\"go-on\",\"away\":"));
  g_assert_null (strstr (first + 1, "\"command\":\"go-on\",\"away\":36"));
}

/* Clips of that very text alone, wherever the journal says it came from. */
static void
test_clips (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Clip", DESK_MODE_PRACTICE);
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, NULL);
  g_autofree char *shelf = g_dir_make_tmp ("frontdesk-shelf-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (shelf, "test", NULL);
  g_autofree char *file = g_build_filename (folder, "scenario.yaml", NULL);
  const char *const shelves[] = { "/nowhere", shelf, NULL };
  g_autofree char *nothing = NULL, *changed = NULL, *same = NULL;

  nothing = desk_interrupted_find_clips (recording, shelves);
  g_assert_null (nothing);
  g_mkdir (folder, 0700);
  g_assert_cmpint (mkfifo (file, 0600), ==, 0); /* which would keep one waiting for ever */
  nothing = desk_interrupted_find_clips (recording, shelves);
  g_assert_null (nothing);
  g_unlink (file);
  g_assert_true (g_file_set_contents (file, "format: 1\n", -1, NULL));
  changed = desk_interrupted_find_clips (recording, shelves);
  g_assert_null (changed);
  g_assert_true (g_file_set_contents (file, recording->scenario->yaml, -1, NULL));
  same = desk_interrupted_find_clips (recording, shelves);
  g_assert_cmpstr (same, ==, folder);
  g_unlink (file);
  g_rmdir (folder);
  g_rmdir (shelf);
}

/* A school's whole history costs a look at the end of each. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = interrupt_shift (fixture, "Many", DESK_MODE_PRACTICE);
  g_autofree char *text = read_file (path);
  g_autofree char *whole = g_strconcat (text, "{\"t\":7000,\"event\":\"finished\"}\n", NULL);
  g_autoptr (GPtrArray) found = NULL;
  gint64 begun_us;

  for (guint n = 0; n < 1000; n++) {
    g_autofree char *name = g_strdup_printf ("0-%04u.journal", n);

    write_file (fixture, name, whole);
  }
  begun_us = g_get_monotonic_time ();
  found = desk_interrupted_find (fixture->folder, NULL);
  g_test_message ("1,000 finished sessions: %.1f ms",
                  (double) (g_get_monotonic_time () - begun_us) / 1000);
  g_assert_cmpuint (found->len, ==, 1);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/recovery/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
  settings = desk_settings_new (NULL);
  ADD ("go-on", test_go_on);
  ADD ("changed-since-logged", test_changed_since_logged);
  ADD ("sound", test_sound);
  ADD ("long-shift", test_long_shift);
  ADD ("twice", test_twice);
  ADD ("closed-for-later", test_closed_for_later);
  ADD ("closed-and-finished", test_closed_and_finished);
  ADD ("summary-so-far", test_summary_so_far);
  ADD ("put-aside", test_put_aside);
  ADD ("exam", test_exam);
  ADD ("busy-is-heard", test_busy_is_heard);
  ADD ("told-afterwards", test_told_afterwards);
  ADD ("damaged", test_damaged);
  ADD ("not-offered", test_not_offered);
  ADD ("stripped", test_stripped);
  ADD ("resumed-twice", test_resumed_twice);
  ADD ("clips", test_clips);
  ADD ("many", test_many);
  status = g_test_run ();
  g_object_unref (settings);
  g_object_unref (application);
  return status;
}
