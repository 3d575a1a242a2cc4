/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The modes as the window has them: what is chosen before a shift, what an exam shows first, and what
 * practice alone allows. */

#include <glib/gstdio.h>
#include <string.h>

#include "app/console-page.h"
#include "app/exam-dialog.h"
#include "app/finish-question.h"
#include "app/history-words.h"
#include "app/start-page.h"
#include "app/summary-page.h"
#include "app/terms-panel.h"
#include "cli/settings.h"
#include "app/window.h"
#include "cli/paths.h"
#include "engine/recording.h"
#include "hands.h"
#include "history-fixture.h"
#include "history/history-list.h"
#include "page-fixture.h"
#include "scoring/scorecard.h"

#define PATIENCE_MS 20000

/* The first caller gives up after a second. */
#define HEAD                                                                                       \
  "format: 1\ntitle: A morning\nlanguage: en\ncountry: gb\nlines: 2\nduration: 8:00\n"             \
  "organisation: Acme\n"
#define TAIL                                                                                       \
  "people: [{id: free, name: Fay Reed, extension: 201}]\n"                                         \
  "calls:\n"                                                                                       \
  "  - {id: one, at: 0:00, patience: {ringing: 1}, caller: {given: Ann},\n"                        \
  "     says: {opening: {text: Hello}}, expect: {do: decline}}\n"                                  \
  "  - {id: two, at: 7:00, caller: {given: Bea}, says: {opening: {text: Hello}},\n"                \
  "     expect: {do: decline}}\n"

static const char practice_yaml[] = HEAD TAIL;
static const char briefed_yaml[] = HEAD
    "briefing: Answer within three rings, greet before you say anything else, and put calls through "
    "to whom they are for. Look in the directory first, for whoever is busy or away cannot answer.\n" TAIL;
static const char introduction_yaml[] = HEAD "level: tutorial\n" TAIL;
static const char strict_yaml[] = HEAD "level: exam\n" TAIL;
static const char exam_yaml[] =
    HEAD "level: exam\nexam: {captions: yes, time: 2}\nscoring: {pass: 65}\n" TAIL;

static GtkApplication *application;
static GSettings *settings;

typedef struct {
  DeskScenario *scenario; /* owned */
  GtkWidget *window;
  GtkWidget *before; /* owned: a page that is to go, so that no other takes its place in memory */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer yaml)
{
  g_settings_reset (settings, "mode");
  g_settings_reset (settings, "time");
  g_settings_reset (settings, "hints");
  fixture->scenario = desk_test_scenario_new (yaml);
}

static void
tear_down (Fixture *fixture, gconstpointer yaml)
{
  if (fixture->window != NULL)
    gtk_widget_destroy (fixture->window);
  g_clear_object (&fixture->before);
  desk_scenario_unref (fixture->scenario);
}

typedef struct {
  const char *label;
  GtkWidget *found;
} Search;

static void
find (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), search->label) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find, search);
}

static gboolean
has_button (gpointer root, const char *label)
{
  Search search = { label, NULL };

  find (root, &search);
  return search.found != NULL;
}

static GtkWidget *
button (gpointer root, const char *label)
{
  Search search = { label, NULL };

  find (root, &search);
  if (search.found == NULL)
    g_error ("There is no button “%s”", label);
  return search.found;
}

static void
toggle (gpointer root, const char *label)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button (root, label)), TRUE);
}

/* The panel. */

static void
test_chosen (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GtkWidget) panel =
      g_object_ref_sink (desk_terms_panel_new (settings, fixture->scenario));
  g_autofree char *kept = NULL;
  DeskTerms terms = desk_terms_panel_get_terms (DESK_TERMS_PANEL (panel));

  g_assert_cmpint (terms.mode, ==, DESK_MODE_PRACTICE);
  g_assert_cmpstr (terms.time, ==, "1");
  g_assert_true (desk_test_says (panel, "You may pause"));
  g_assert_true (desk_test_says (panel, "For advice on the next step, choose Guided."));
  toggle (panel, "Guided");
  g_assert_true (desk_test_says (panel, "a coach tells you"));
  toggle (panel, "Exam");
  g_assert_true (desk_test_says (panel, "No pause, hints or captions unless"));
  toggle (panel, "Caption_s");
  terms = desk_terms_panel_get_terms (DESK_TERMS_PANEL (panel));
  g_assert_cmpint (terms.mode, ==, DESK_MODE_EXAM);
  g_assert_true (terms.captions);
  g_assert_false (terms.pause);
  g_assert_true (desk_test_says (panel, "Accommodations: captions"));
  kept = g_settings_get_string (settings, "mode");
  g_assert_cmpstr (kept, ==, "exam");
}

static void
type_name (gpointer start, const char *name)
{
  gtk_entry_set_text (
      GTK_ENTRY (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "name")), name);
}

static void
click_start (gpointer start)
{
  gtk_button_clicked (
      GTK_BUTTON (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "start_button")));
}

/* The page has one. */
static void
find_times (GtkWidget *widget, gpointer found)
{
  if (GTK_IS_COMBO_BOX (widget))
    *(GtkWidget **) found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_times, found);
}

static GtkWidget *
times_of (gpointer root)
{
  GtkWidget *times = NULL;

  find_times (root, &times);
  return times;
}

static void
choose_time (gpointer root, const char *time)
{
  g_assert_true (gtk_combo_box_set_active_id (GTK_COMBO_BOX (times_of (root)), time));
}

static const char *
time_of (gpointer start)
{
  return desk_start_page_get_terms (DESK_START_PAGE (start)).time;
}

static GtkWidget *
start_page_new (Fixture *fixture)
{
  return g_object_ref_sink (desk_start_page_new (fixture->scenario, settings));
}

/* What was chosen last is chosen the next time. */
static void
test_recalled (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GtkWidget) first = start_page_new (fixture);
  g_autoptr (GtkWidget) next = NULL;

  toggle (first, "Guided");
  choose_time (first, "untimed");
  type_name (first, "Åsa Lind");
  click_start (first);
  next = start_page_new (fixture);
  g_assert_cmpint (desk_start_page_get_terms (DESK_START_PAGE (next)).mode, ==, DESK_MODE_GUIDED);
  g_assert_cmpstr (time_of (next), ==, "untimed");
  g_assert_true (desk_test_says (next, "Accommodations: without time limits"));
}

/* Time that one trainee needs is not granted to whoever comes next, nor to anybody in an exam. */
static void
test_time_is_the_trainees (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GtkWidget) first = start_page_new (fixture);
  g_autoptr (GtkWidget) second = NULL;
  g_autoptr (GtkWidget) third = NULL;

  choose_time (first, "1.5");
  type_name (first, "Åsa Lind");
  g_assert_cmpstr (time_of (first), ==, "1.5");
  click_start (first);

  second = start_page_new (fixture);
  g_assert_cmpstr (time_of (second), ==, "1.5");
  type_name (second, "Bo Ek");
  g_assert_cmpstr (time_of (second), ==, "1");
  type_name (second, " Åsa  Lind ");
  g_assert_cmpstr (time_of (second), ==, "1.5");
  toggle (second, "Exam");
  g_assert_cmpstr (time_of (second), ==, "1");
  g_assert_true (desk_test_says (second, "Accommodations: none"));
  toggle (second, "Practice");
  g_assert_cmpstr (time_of (second), ==, "1.5");
  choose_time (second, "2");
  toggle (second, "Exam");
  g_assert_cmpstr (time_of (second), ==, "1");
  choose_time (second, "10");
  type_name (second, "Bo Ek");
  g_assert_cmpstr (time_of (second), ==, "10");
  click_start (second);

  third = start_page_new (fixture);
  toggle (third, "Practice");
  g_assert_cmpstr (time_of (third), ==, "1");
  type_name (third, "Åsa Lind");
  g_assert_cmpstr (time_of (third), ==, "1");
}

static DeskMode
mode_of (gpointer panel)
{
  return desk_terms_panel_get_terms (DESK_TERMS_PANEL (panel)).mode;
}

/* A suggestion is not a choice: it is not kept, and a choice is not overruled. */
static void
test_suggested (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GtkWidget) panel =
      g_object_ref_sink (desk_terms_panel_new (settings, fixture->scenario));
  g_autofree char *kept = NULL;

  desk_terms_panel_suggest_guided (DESK_TERMS_PANEL (panel), TRUE);
  g_assert_cmpint (mode_of (panel), ==, DESK_MODE_GUIDED);
  g_assert_true (desk_test_says (panel, "not worked this introduction before"));
  kept = g_settings_get_string (settings, "mode");
  g_assert_cmpstr (kept, ==, "practice");
  desk_terms_panel_suggest_guided (DESK_TERMS_PANEL (panel), FALSE);
  g_assert_cmpint (mode_of (panel), ==, DESK_MODE_PRACTICE);
  g_assert_false (desk_test_says (panel, "not worked this introduction before"));
  toggle (panel, "Exam");
  desk_terms_panel_suggest_guided (DESK_TERMS_PANEL (panel), TRUE);
  g_assert_cmpint (mode_of (panel), ==, DESK_MODE_EXAM);
}

static void
wait_for_mode (gpointer start, DeskMode mode)
{
  const gint64 end_us = g_get_monotonic_time () + PATIENCE_MS * G_TIME_SPAN_MILLISECOND;

  while (desk_start_page_get_terms (DESK_START_PAGE (start)).mode != mode) {
    g_assert_cmpint (g_get_monotonic_time (), <, end_us);
    g_main_context_iteration (NULL, FALSE);
  }
}

/* Where no history was ever begun the page need not change once it is seen. */
static void
test_first_introduction (Fixture *fixture, gconstpointer yaml)
{
  g_autofree char *history = desk_history_default_path ();
  g_autoptr (GtkWidget) start = NULL;

  g_assert_false (g_file_test (history, G_FILE_TEST_EXISTS));
  start = g_object_ref_sink (desk_start_page_new (fixture->scenario, settings));
  g_assert_cmpint (desk_start_page_get_terms (DESK_START_PAGE (start)).mode, ==, DESK_MODE_GUIDED);
}

/* Kim has worked it before, Lo has not; what is typed for a name decides at once. */
static void
test_introduction (Fixture *fixture, gconstpointer yaml)
{
  const DeskTestShift shift = {
    "Kim", "2026-11-23T09:00:00+01:00", DESK_MODE_PRACTICE, DESK_TRAINEE_STEADY, 1, NULL
  };
  g_autofree char *history = desk_history_default_path ();
  G_GNUC_UNUSED g_autofree char *journal =
      desk_test_history_work (history, fixture->scenario, &shift, "introduction");
  g_autoptr (GtkWidget) start =
      g_object_ref_sink (desk_start_page_new (fixture->scenario, settings));
  GtkEntry *name = GTK_ENTRY (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "name"));

  gtk_entry_set_text (name, "Lo");
  wait_for_mode (start, DESK_MODE_GUIDED);
  gtk_entry_set_text (name, "Kim");
  g_assert_cmpint (desk_start_page_get_terms (DESK_START_PAGE (start)).mode, ==,
                   DESK_MODE_PRACTICE);
  gtk_entry_set_text (name, "Kimberly");
  g_assert_cmpint (desk_start_page_get_terms (DESK_START_PAGE (start)).mode, ==, DESK_MODE_GUIDED);
}

/* An exam scenario is nothing else, and what its author grants cannot be refused; the mode that the
 * trainee chose elsewhere is not forgotten over it. */
static void
test_exam_only (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GtkWidget) panel =
      g_object_ref_sink (desk_terms_panel_new (settings, fixture->scenario));
  DeskTerms terms = desk_terms_panel_get_terms (DESK_TERMS_PANEL (panel));
  g_autofree char *kept = g_settings_get_string (settings, "mode");
  GtkWidget *times = times_of (panel);
  g_autofree char *time = gtk_combo_box_text_get_active_text (GTK_COMBO_BOX_TEXT (times));

  g_assert_cmpint (terms.mode, ==, DESK_MODE_EXAM);
  g_assert_cmpstr (terms.time, ==, "2");
  g_assert_true (terms.captions);
  g_assert_false (terms.hints);
  g_assert_false (gtk_widget_get_visible (button (panel, "Practice")));
  g_assert_false (gtk_widget_get_sensitive (button (panel, "Caption_s")));
  g_assert_true (gtk_widget_get_sensitive (button (panel, "Pa_uses")));
  g_assert_cmpstr (time, ==, "×2 (granted by the exam)");
  g_assert_false (gtk_combo_box_set_active_id (GTK_COMBO_BOX (times), "1.5"));
  choose_time (panel, "10");
  terms = desk_terms_panel_get_terms (DESK_TERMS_PANEL (panel));
  g_assert_cmpstr (terms.time, ==, "10");
  g_assert_cmpstr (kept, ==, "practice");
}

/* Wherever the rest is scrolled to, the name and the button are in sight; the button does not speak of a
 * shift where the next one begins an exam. */
static void
test_start_row (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GtkWidget) start = start_page_new (fixture);
  GtkWidget *start_button =
      GTK_WIDGET (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "start_button"));

  g_assert_null (gtk_widget_get_ancestor (start_button, GTK_TYPE_SCROLLED_WINDOW));
  g_assert_true (has_button (start, "Start the shift"));
  toggle (start, "Exam");
  g_assert_true (has_button (start, "Begin the exam…"));
}

/* Somebody has worked here before, checked or not. */
static void
test_sound_not_checked (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GtkWidget) first = start_page_new (fixture);
  g_autoptr (GtkWidget) next = NULL;

  type_name (first, "Åsa Lind");
  click_start (first);
  next = start_page_new (fixture);
  desk_start_page_set_sound_notice (DESK_START_PAGE (next), NULL, FALSE);
  desk_start_page_offer_sound_check (DESK_START_PAGE (next), TRUE);
  g_assert_true (desk_test_says (next, "The sound has not been checked yet:"));
}

/* The settings before an exam. */

static void
test_settings_are_shown (Fixture *fixture, gconstpointer yaml)
{
  const DeskTerms terms = { DESK_MODE_EXAM, "1.5", TRUE, FALSE, FALSE };
  GtkWidget *dialog =
      desk_exam_dialog_new (NULL, fixture->scenario, &terms, DESK_EXAM_NO_SOUND, NULL);

  g_assert_true (desk_test_says (dialog, "2 lines"));
  g_assert_true (desk_test_says (dialog, "×1.5 for callers and targets\ngranted by the exam"));
  g_assert_true (desk_test_says (dialog, "nothing said that must never be said"));
  g_assert_false (desk_test_says (dialog, "granted at the desk"));
  g_assert_true (desk_test_says (dialog, "not granted"));
  g_assert_true (desk_test_says (dialog, "answer within 22.5 s"));
  g_assert_true (desk_test_says (dialog, "65 of 100 points"));
  g_assert_true (desk_test_says (dialog, "checksums"));
  g_assert_true (gtk_widget_get_sensitive (button (dialog, "_Begin the exam")));
  gtk_widget_destroy (dialog);
}

/* The targets are those that count, with the time that is granted; what somebody at the desk grants is
 * called so. */
static const struct {
  DeskTerms terms;
  const char *says[3];
} shown_cases[] = {
  { { DESK_MODE_EXAM, "1", FALSE, FALSE, FALSE },
    { "answer within 15 s", "hold within 60 s", "as usual for callers" } },
  { { DESK_MODE_EXAM, "2", FALSE, TRUE, FALSE },
    { "answer within 30 s", "hold within 120 s", "granted at the desk" } },
  { { DESK_MODE_EXAM, "10", FALSE, FALSE, FALSE },
    { "answer within 150 s", "×10 for callers and targets\ngranted at the desk" } },
  { { DESK_MODE_EXAM, "untimed", FALSE, FALSE, FALSE },
    { "no target counts\ngranted at the desk" } },
};

static void
test_terms_are_shown (Fixture *fixture, gconstpointer yaml)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown_cases); i++) {
    GtkWidget *dialog = desk_exam_dialog_new (NULL, fixture->scenario, &shown_cases[i].terms,
                                              DESK_EXAM_HEARD, NULL);

    for (guint n = 0; n < G_N_ELEMENTS (shown_cases[i].says) && shown_cases[i].says[n] != NULL;
         n++) {
      g_test_message ("%s: “%s”", shown_cases[i].terms.time, shown_cases[i].says[n]);
      g_assert_true (desk_test_says (dialog, shown_cases[i].says[n]));
    }
    if (i == 0)
      g_assert_false (desk_test_says (dialog, "granted at the desk"));
    gtk_widget_destroy (dialog);
  }
}

/* Nothing to hear and nothing to read: it could only be failed. */
static void
test_silent_exam (Fixture *fixture, gconstpointer yaml)
{
  const DeskTerms terms = { DESK_MODE_EXAM, "1", FALSE, FALSE, FALSE };
  GtkWidget *silent =
      desk_exam_dialog_new (NULL, fixture->scenario, &terms, DESK_EXAM_NO_SOUND, NULL);
  GtkWidget *heard = desk_exam_dialog_new (NULL, fixture->scenario, &terms, DESK_EXAM_HEARD, NULL);

  g_assert_true (desk_test_says (silent, "There is no sound device"));
  g_assert_false (has_button (silent, "_Begin the exam"));
  g_assert_true (has_button (silent, "_Check the sound…"));
  g_assert_false (desk_test_says (heard, "There is no sound device"));
  g_assert_true (gtk_widget_get_sensitive (button (heard, "_Begin the exam")));
  gtk_widget_destroy (silent);
  gtk_widget_destroy (heard);
}

/* The summary of an exam. */

static char *
exam_text (DeskScenario *scenario)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Esther", DESK_MODE_EXAM);
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  g_autoptr (DeskSession) session = desk_session_new (scenario, lengths, header, journal);
  const DeskCommand answer = { .type = DESK_COMMAND_ANSWER, .line = 1 };
  const DeskCommand release = { .type = DESK_COMMAND_RELEASE, .line = 1 };
  const DeskCommand finish = { .type = DESK_COMMAND_FINISH, .early = TRUE };
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (desk_session_start (session, NULL));
  desk_session_dispatch (session, &answer, 900);
  desk_session_dispatch (session, &release, 9000);
  desk_session_dispatch (session, &finish, 9000);
  bytes = desk_journal_get_bytes (journal);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
replaced (const char *text, const char *pattern, const char *by)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  char *result = g_regex_replace_literal (regex, text, -1, 0, by, 0, NULL);

  g_assert_cmpstr (result, !=, text);
  return result;
}

/* What the labels of its summary say. (transfer full) */
static char *
summary_of (const char *journal)
{
  g_autoptr (DeskRecording) recording =
      desk_recording_load_from_data (journal, strlen (journal), "a.journal", NULL);
  g_autoptr (DeskScorecard) card = desk_scorecard_new (recording);
  g_autoptr (GtkWidget) page = g_object_ref_sink (desk_summary_page_new (card));
  char *labels = desk_test_read_labels (page);

  gtk_widget_destroy (page);
  return labels;
}

static void
assert_summary_says (const char *journal, const char *words)
{
  g_autofree char *labels = summary_of (journal);

  if (strstr (labels, words) == NULL)
    g_error ("“%s” is not on the summary:\n%s", words, labels);
}

static void
assert_summary_lacks (const char *journal, const char *words)
{
  g_autofree char *labels = summary_of (journal);

  g_assert_null (strstr (labels, words));
}

static void
test_summary_of_exam (Fixture *fixture, gconstpointer yaml)
{
  g_autofree char *whole = exam_text (fixture->scenario);
  g_autofree char *changed = replaced (whole, "\"waited\":900", "\"waited\":9");
  g_autofree char *stripped = replaced (whole, ",\"chain\":\"[0-9a-f]*\"", "");
  g_autofree char *cut = replaced (whole, "[^\n]*\"event\":\"finished\"[^\n]*\n", "");
  g_autofree char *renamed = replaced (whole, "Esther", "Eva");

  assert_summary_says (whole, "Checksum of the exam");
  assert_summary_says (changed, "This result was changed after the exam, from line");
  assert_summary_says (changed, "Not passed: this result was changed");
  assert_summary_says (renamed, "from line 1 ");
  assert_summary_says (stripped, "This exam is without checksums");
  assert_summary_says (cut, "The exam was not handed in.");
}

/* What the author did not grant is told in the result; what they did is not. */
static void
test_granted_at_desk (Fixture *fixture, gconstpointer yaml)
{
  g_autofree char *whole = exam_text (fixture->scenario);
  g_autofree char *by_author =
      replaced (whole, "\"accommodations\":\\[\\]", "\"accommodations\":[\"time:2\",\"captions\"]");
  g_autofree char *at_desk = replaced (whole, "\"accommodations\":\\[\\]",
                                       "\"accommodations\":[\"time:10\",\"captions\",\"pause\"]");

  assert_summary_says (by_author, "Adjusted session, not to be compared with others: time ×2");
  assert_summary_lacks (by_author, "Granted at the desk");
  assert_summary_says (at_desk,
                       "Granted at the desk, not by the author of the exam: time ×10, pauses.");
}

/* The window. */

static gboolean
on_patience_over (gpointer data)
{
  g_error ("Waited for %s in vain", (const char *) data);
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

static gboolean
is_on_shift (Fixture *fixture)
{
  return DESK_IS_CONSOLE_PAGE (page (fixture));
}

static gboolean
is_on_another_shift (Fixture *fixture)
{
  return is_on_shift (fixture) && page (fixture) != fixture->before;
}

static gboolean
is_asked (Fixture *fixture)
{
  return desk_test_find_dialog (GTK_TYPE_DIALOG) != NULL;
}

static gboolean
is_missed (Fixture *fixture)
{
  return g_action_group_get_action_enabled (gtk_widget_get_action_group (fixture->window, "desk"),
                                            "repeat-missed");
}

static gboolean
is_not_missed (Fixture *fixture)
{
  return !is_missed (fixture);
}

static void
answer (int response)
{
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (GTK_TYPE_DIALOG)), response);
}

static void
do_action (Fixture *fixture, const char *name)
{
  g_action_group_activate_action (gtk_widget_get_action_group (fixture->window, "desk"), name,
                                  NULL);
}

static void
press_start (Fixture *fixture, const char *trainee)
{
  type_name (page (fixture), trainee);
  click_start (page (fixture));
}

static void
open_window (Fixture *fixture)
{
  fixture->window = desk_window_new (application, settings, fixture->scenario);
  gtk_widget_show (fixture->window);
}

static void
add_journals (GPtrArray *texts, const char *folder, const char *mark)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *text = NULL;

    if (g_str_has_suffix (name, ".journal") && g_file_get_contents (path, &text, NULL, NULL) &&
        strstr (text, mark) != NULL)
      g_ptr_array_add (texts, text);
    else
      g_free (text);
  }
}

/* The texts of all journals of `trainee`, also of those that were put aside. (transfer full) */
static GPtrArray *
journals_of (const char *trainee)
{
  g_autofree char *some = desk_paths_new_journal (trainee, NULL);
  g_autofree char *folder = g_path_get_dirname (some);
  g_autofree char *aside = g_build_filename (folder, "aside", NULL);
  g_autofree char *mark = g_strdup_printf ("\"trainee\":\"%s\"", trainee);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  add_journals (texts, folder, mark);
  add_journals (texts, aside, mark);
  return texts;
}

static void
test_exam_is_confirmed (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GPtrArray) journals = NULL;
  g_autoptr (DeskRecording) recording = NULL;
  const char *text;

  open_window (fixture);
  press_start (fixture, "Esther");
  wait_until (is_asked, fixture, "the settings");
  answer (GTK_RESPONSE_CANCEL);
  g_assert_true (DESK_IS_START_PAGE (page (fixture)));
  journals = journals_of ("Esther");
  g_assert_cmpuint (journals->len, ==, 0);
  g_ptr_array_unref (journals);

  press_start (fixture, "Esther");
  wait_until (is_asked, fixture, "the settings again");
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_on_shift, fixture, "the exam");
  g_assert_true (desk_test_says (page (fixture), "Exam · A morning"));
  do_action (fixture, "pause");
  g_assert_false (g_action_group_get_action_enabled (
      gtk_widget_get_action_group (fixture->window, "desk"), "restart"));
  journals = journals_of ("Esther");
  g_assert_cmpuint (journals->len, ==, 1);
  text = journals->pdata[0];
  g_assert_nonnull (strstr (text, "\"mode\":\"exam\""));
  g_assert_nonnull (strstr (text, "\"accommodations\":[\"time:2\",\"captions\"]"));
  g_assert_nonnull (strstr (text, "\"reason\":\"no-pause\""));
  recording = desk_recording_load_from_data (text, strlen (text), "a.journal", NULL);
  g_assert_cmpint (recording->chain.state, ==, DESK_CHAIN_WHOLE);
}

static gboolean
is_told_of_silence (Fixture *fixture)
{
  GtkWidget *dialog = desk_test_find_dialog (GTK_TYPE_DIALOG);

  return dialog != NULL && desk_test_says (dialog, "There is no sound device");
}

/* The settings are confirmed before anybody knows that there is no sound, for the device is opened after
 * the first frame: the exam must not begin on that. */
static void
test_silent_after_confirmation (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GPtrArray) journals = NULL;

  open_window (fixture);
  press_start (fixture, "Ulla");
  g_assert_true (is_asked (fixture));
  g_assert_false (is_told_of_silence (fixture));
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_told_of_silence, fixture, "the warning");
  g_assert_false (has_button (desk_test_find_dialog (GTK_TYPE_DIALOG), "_Begin the exam"));
  g_assert_false (has_button (page (fixture), "Begin the exam…"));
  answer (DESK_EXAM_SHOW_GRANTS);
  g_assert_true (DESK_IS_START_PAGE (page (fixture)));
  g_assert_true (desk_test_says (page (fixture), "the exam cannot start like this"));
  journals = journals_of ("Ulla");
  g_assert_cmpuint (journals->len, ==, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 button (page (fixture), "Caption_s"));
  toggle (page (fixture), "Caption_s");
  g_assert_true (has_button (page (fixture), "Begin the exam…"));
}

/* What the notice of no sound promises is so. */
static void
test_words_of_silence (Fixture *fixture, gconstpointer yaml)
{
  GtkWidget *start = desk_start_page_new (fixture->scenario, settings);
  DeskStartPage *self = DESK_START_PAGE (start);

  g_object_ref_sink (start);
  desk_start_page_set_sound_notice (self, "Gone", TRUE);
  g_assert_true (desk_test_says (start, "captions show what callers say"));
  g_settings_set_boolean (settings, "captions", FALSE);
  g_assert_true (desk_test_says (start, "captions are off"));
  g_settings_reset (settings, "captions");
  g_assert_true (desk_test_says (start, "captions show what callers say"));
  gtk_widget_destroy (start);
  g_object_unref (start);
}

static void
test_repeat_and_restart (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GPtrArray) journals = NULL;
  guint n_repeated = 0;

  open_window (fixture);
  press_start (fixture, "Robin");
  wait_until (is_on_shift, fixture, "the shift");
  g_assert_false (is_missed (fixture));
  wait_until (is_missed, fixture, "a missed call");
  do_action (fixture, "pause");
  g_assert_true (is_missed (fixture));
  do_action (fixture, "repeat-missed");
  wait_until (is_not_missed, fixture, "the call once more");
  wait_until (is_missed, fixture, "the call to be missed again");

  g_set_object (&fixture->before, page (fixture));
  do_action (fixture, "restart");
  wait_until (is_asked, fixture, "the question");
  answer (GTK_RESPONSE_CANCEL);
  g_assert_true (page (fixture) == fixture->before);
  do_action (fixture, "restart");
  wait_until (is_asked, fixture, "the question again");
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_on_another_shift, fixture, "the shift from its beginning");
  g_assert_false (is_missed (fixture));
  journals = journals_of ("Robin");
  g_assert_cmpuint (journals->len, ==, 2);
  for (guint n = 0; n < journals->len; n++) {
    n_repeated += strstr (journals->pdata[n], "\"event\":\"repeated\"") != NULL;
    g_assert_null (strstr (journals->pdata[n], "finished"));
    g_assert_null (strstr (journals->pdata[n], "chain"));
  }
  g_assert_cmpuint (n_repeated, ==, 1);
}

/* Nothing was answered or missed yet, so nothing is asked. */
static void
test_restart_at_once (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GPtrArray) journals = NULL;

  open_window (fixture);
  press_start (fixture, "Soon");
  wait_until (is_on_shift, fixture, "the shift");
  g_set_object (&fixture->before, page (fixture));
  do_action (fixture, "restart");
  g_assert_false (is_asked (fixture));
  wait_until (is_on_another_shift, fixture, "the shift again");
  journals = journals_of ("Soon");
  g_assert_cmpuint (journals->len, ==, 2);
}

static void
test_hints (Fixture *fixture, gconstpointer yaml)
{
  const char *hint = "press a line key to answer";

  open_window (fixture);
  press_start (fixture, "Hin");
  wait_until (is_on_shift, fixture, "the shift");
  wait_until (is_missed, fixture, "a quiet board");
  g_assert_true (desk_test_says (page (fixture), hint));
  g_settings_set_boolean (settings, "hints", FALSE);
  g_assert_false (desk_test_says (page (fixture), hint));
}

static void
find_entry_of_menu (GtkWidget *widget, gpointer data)
{
  Search *search = data;
  g_autofree char *text = NULL;

  if (GTK_IS_MODEL_BUTTON (widget)) {
    g_object_get (widget, "text", &text, NULL);
    if (g_strcmp0 (text, search->label) == 0)
      search->found = widget;
  } else if (GTK_IS_CONTAINER (widget)) {
    gtk_container_forall (GTK_CONTAINER (widget), find_entry_of_menu, search);
  }
}

static gboolean
is_helped (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next) {
    if (g_strcmp0 (gtk_window_get_title (one->data), "Help – Frontdesk") == 0 &&
        gtk_window_get_transient_for (one->data) == GTK_WINDOW (fixture->window))
      return gtk_widget_get_visible (one->data);
  }
  return FALSE;
}

static GtkWidget *
briefing_of (Fixture *fixture)
{
  GtkWidget *bar = GTK_WIDGET (desk_console_page_get_bar (DESK_CONSOLE_PAGE (page (fixture))));

  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (
      gtk_widget_get_template_child (bar, DESK_TYPE_CONSOLE_BAR, "briefing_button"))));
}

static gboolean
is_briefed (Fixture *fixture)
{
  return gtk_widget_get_visible (briefing_of (fixture));
}

/* F1 is a line, so the way to the manual is beside the briefing. */
static void
test_help_in_shift (Fixture *fixture, gconstpointer yaml)
{
  Search search = { "Help", NULL };

  open_window (fixture);
  press_start (fixture, "Help");
  wait_until (is_on_shift, fixture, "the shift");
  find_entry_of_menu (briefing_of (fixture), &search);
  g_assert_nonnull (search.found);
  gtk_button_clicked (GTK_BUTTON (search.found));
  wait_until (is_helped, fixture, "the manual");
}

/* Text of twice the size must not make the briefing wider than the window. */
static void
test_large_briefing (Fixture *fixture, gconstpointer yaml)
{
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
  open_window (fixture);
  gtk_window_resize (GTK_WINDOW (fixture->window), 1024, 700);
  press_start (fixture, "Large");
  wait_until (is_on_shift, fixture, "the shift");
  desk_console_bar_show_briefing (desk_console_page_get_bar (DESK_CONSOLE_PAGE (page (fixture))));
  wait_until (is_briefed, fixture, "the briefing");
  gtk_widget_get_preferred_width (briefing_of (fixture), NULL, &width);
  g_test_message ("%d of %d pixels", width, gtk_widget_get_allocated_width (fixture->window));
  g_assert_cmpint (width, >, 700);
  g_assert_cmpint (width, <=, gtk_widget_get_allocated_width (fixture->window));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
}

static gboolean
is_on_summary (Fixture *fixture)
{
  return DESK_IS_SUMMARY_PAGE (page (fixture));
}

/* What is kept of `trainee`. (transfer full) */
static GPtrArray *
kept_of (const char *trainee)
{
  g_autofree char *path = desk_history_default_path ();
  g_autoptr (DeskHistory) history = desk_history_open (path, NULL);
  const DeskHistoryFilter filter = { .trainee = trainee };

  return desk_history_list (history, &filter, NULL);
}

static gboolean
is_early_kept (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = kept_of ("Early");

  return entries->len == 1;
}

static gboolean
says_finished_early (Fixture *fixture)
{
  return desk_test_says (page (fixture),
                         "Finished early: 2 of 2 calls were not done and count as 0.");
}

/* Asked in the word of the button, told what follows, and told afterwards, as long as the result is kept. */
static void
test_finish_early (Fixture *fixture, gconstpointer yaml)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *question;

  open_window (fixture);
  press_start (fixture, "Early");
  wait_until (is_on_shift, fixture, "the shift");
  do_action (fixture, "finish");
  wait_until (is_asked, fixture, "the question");
  question = desk_test_find_dialog (GTK_TYPE_DIALOG);
  g_assert_true (desk_test_says (question, "Finish the shift early?"));
  g_assert_true (desk_test_says (question, "2 calls are not done yet and will count as 0."));
  g_assert_nonnull (button (question, "Finish now"));
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_on_summary, fixture, "the summary");
  wait_until (says_finished_early, fixture, "the words of an early finish");
  wait_until (is_early_kept, fixture, "the session in the history");
  entries = kept_of ("Early");
  g_assert_cmpstr (desk_history_words_result (entries->pdata[0]), ==, "Not passed, finished early");
}

/* Nobody leaves an exam to think it over. */
static void
test_exam_closed (Fixture *fixture, gconstpointer yaml)
{
  GtkWidget *question;

  open_window (fixture);
  press_start (fixture, "Shut");
  wait_until (is_asked, fixture, "the settings");
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_on_shift, fixture, "the exam");
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (is_asked, fixture, "the question");
  question = desk_test_find_dialog (GTK_TYPE_DIALOG);
  g_assert_true (desk_test_says (question, "you cannot come back to it"));
  g_assert_null (gtk_dialog_get_widget_for_response (GTK_DIALOG (question), DESK_CLOSE_LATER));
  answer (GTK_RESPONSE_ACCEPT);
  wait_until (is_on_summary, fixture, "the summary");
}

#define ADD(path, yaml, function)                                                                  \
  g_test_add ("/modes/" path, Fixture, yaml, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
  settings = desk_settings_new (NULL);
  ADD ("chosen", practice_yaml, test_chosen);
  ADD ("recalled", practice_yaml, test_recalled);
  ADD ("time-is-the-trainees", practice_yaml, test_time_is_the_trainees);
  ADD ("suggested", practice_yaml, test_suggested);
  ADD ("first-introduction", introduction_yaml, test_first_introduction);
  ADD ("introduction", introduction_yaml, test_introduction);
  ADD ("start-row", practice_yaml, test_start_row);
  ADD ("sound-not-checked", practice_yaml, test_sound_not_checked);
  ADD ("exam-only", exam_yaml, test_exam_only);
  ADD ("settings-are-shown", exam_yaml, test_settings_are_shown);
  ADD ("silent-exam", exam_yaml, test_silent_exam);
  ADD ("summary-of-exam", practice_yaml, test_summary_of_exam);
  ADD ("granted-at-desk", exam_yaml, test_granted_at_desk);
  ADD ("terms-are-shown", strict_yaml, test_terms_are_shown);
  ADD ("silent-after-confirmation", strict_yaml, test_silent_after_confirmation);
  ADD ("words-of-silence", practice_yaml, test_words_of_silence);
  ADD ("exam-is-confirmed", exam_yaml, test_exam_is_confirmed);
  ADD ("repeat-and-restart", practice_yaml, test_repeat_and_restart);
  ADD ("restart-at-once", practice_yaml, test_restart_at_once);
  ADD ("finish-early", practice_yaml, test_finish_early);
  ADD ("help-in-shift", practice_yaml, test_help_in_shift);
  ADD ("large-briefing", briefed_yaml, test_large_briefing);
  ADD ("exam-closed", exam_yaml, test_exam_closed);
  ADD ("hints", practice_yaml, test_hints);
  status = g_test_run ();
  g_object_unref (settings);
  g_object_unref (application);
  return status;
}
