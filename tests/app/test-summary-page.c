/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/summary-page.h"

#include <glib/gstdio.h>
#include <sndfile.h>

#include "app/next-scenario.h"
#include "app/page-sheet.h"
#include "app/tape-bar.h"
#include "engine/recording.h"
#include "hands.h"
#include "page-fixture.h"

/* The page of a real scorecard: one call answered after 7 s and dropped, one that nobody came to
 * before the shift was handed in. */

typedef struct {
  DeskScorecard *scorecard;
  GtkWidget *page;
  GtkWidget *window;
} Fixture;

static DeskScorecard *
work_badly (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskSession) session = desk_test_session_new (scenario);
  DeskCommand release = { .type = DESK_COMMAND_RELEASE, .line = 2 };
  DeskCommand finish = { .type = DESK_COMMAND_FINISH, .early = TRUE };
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (GError) error = NULL;
  gconstpointer data;
  gsize length;

  desk_test_session_answer (session, 2, 9000);
  desk_session_dispatch (session, &release, 12000);
  desk_session_dispatch (session, &finish, 20000);
  journal = desk_journal_get_bytes (desk_session_get_journal (session));
  data = g_bytes_get_data (journal, &length);
  recording = desk_recording_load_from_data (data, length, "test.journal", &error);
  g_assert_no_error (error);
  return desk_scorecard_new (recording);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scorecard = work_badly ();
  fixture->page = desk_summary_page_new (fixture->scorecard);
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (fixture->window), fixture->page);
  gtk_widget_show (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->window);
  desk_scorecard_unref (fixture->scorecard);
}

static gpointer
child (Fixture *fixture, const char *name)
{
  GObject *object = gtk_widget_get_template_child (fixture->page, DESK_TYPE_SUMMARY_PAGE, name);

  g_assert_nonnull (object);
  return object;
}

static const char *
text (Fixture *fixture, const char *name)
{
  return gtk_label_get_text (child (fixture, name));
}

static void collect (GtkWidget *widget, gpointer data);

static void
collect_grid (GtkGrid *grid, gpointer data)
{
  for (int row = 0; row < 100; row++)
    for (int column = 0; column < 5; column++)
      if (gtk_grid_get_child_at (grid, column, row) != NULL)
        collect (gtk_grid_get_child_at (grid, column, row), data);
}

/* Every text below `widget`, as it is read. */
static void
collect (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (data, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_GRID (widget))
    collect_grid (GTK_GRID (widget), data);
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_foreach (GTK_CONTAINER (widget), collect, data);
}

static void
test_headlines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);

  collect (child (fixture, "headlines"), words);
  g_assert_nonnull (strstr (words->str, "Response time\n7.0 s\n"));
  g_assert_nonnull (strstr (words->str, "1 of 2 calls"));
  g_assert_nonnull (strstr (words->str, "target of 15 s"));
  g_assert_nonnull (strstr (words->str, "Message accuracy\n0 %\n"));
  g_assert_nonnull (strstr (words->str, "0 of 1"));
  g_assert_nonnull (strstr (words->str, "Handling\n0 %\n"));
  g_assert_nonnull (strstr (text (fixture, "verdict"), "Not passed"));
  g_assert_false (gtk_widget_get_visible (child (fixture, "band")));
  g_assert_false (gtk_widget_get_visible (child (fixture, "more")));
}

static void
test_call_unfolds_to_its_points (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) hundreds = gtk_container_get_children (child (fixture, "calls"));
  g_autoptr (GList) rows = gtk_container_get_children (hundreds->data);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_cmpuint (g_list_length (hundreds), ==, 1);
  g_assert_cmpuint (g_list_length (rows), ==, 2);
  g_assert_null (gtk_bin_get_child (rows->data));
  gtk_expander_set_expanded (rows->data, TRUE);
  g_assert_nonnull (gtk_bin_get_child (rows->data));
  collect (gtk_bin_get_child (rows->data), words);
  g_assert_nonnull (strstr (words->str, "answered after 7.0 s, 15.0 s allowed"));
  g_assert_nonnull (strstr (words->str, "Greeting\n0 of 1\n"));
  g_assert_nonnull (strstr (words->str, "no message was logged"));
  g_assert_nonnull (strstr (words->str, "00:02\n\nRinging, line"));
  g_assert_nonnull (strstr (words->str, "00:09\n\nConnected, line"));
}

/* The arrow that was pressed stays under the pointer, however long the lines are that unfold. */
static void
test_sheet_keeps_its_width (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (child (fixture, "calls"), DESK_TYPE_PAGE_SHEET);
  g_autofree char *long_note = g_strnfill (400, 'n');
  GtkWidget *detail = gtk_label_new (long_note);
  int folded, unfolded;

  gtk_label_set_line_wrap (GTK_LABEL (detail), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (detail), PANGO_WRAP_CHAR);
  gtk_widget_get_preferred_width (sheet, NULL, &folded);
  gtk_container_add (child (fixture, "calls"), detail);
  gtk_widget_show (detail);
  gtk_widget_get_preferred_width (sheet, NULL, &unfolded);
  g_assert_cmpint (unfolded, ==, folded);
}

static void
on_signal (GtkWidget *page, gpointer data)
{
  ++*(guint *) data;
}

static void
on_next (GtkWidget *page, const char *folder, char **asked_for)
{
  *asked_for = g_strdup (folder);
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  guint n_again = 0, n_back = 0;

  g_signal_connect (fixture->page, "again", G_CALLBACK (on_signal), &n_again);
  g_signal_connect (fixture->page, "back", G_CALLBACK (on_signal), &n_back);
  gtk_button_clicked (child (fixture, "again"));
  g_assert_cmpuint (n_again, ==, 1);
  g_assert_false (gtk_widget_get_visible (child (fixture, "back")));
  g_assert_true (gtk_widget_get_visible (child (fixture, "library")));
  g_assert_true (gtk_widget_get_visible (child (fixture, "progress")));

  desk_summary_page_show_back (DESK_SUMMARY_PAGE (fixture->page), NULL);
  gtk_button_clicked (child (fixture, "back"));
  g_assert_cmpuint (n_back, ==, 1);
  g_assert_false (gtk_widget_get_visible (child (fixture, "again")));
  g_assert_false (gtk_widget_get_visible (child (fixture, "library")));
  g_assert_true (gtk_widget_get_visible (child (fixture, "progress")));

  desk_summary_page_show_back (DESK_SUMMARY_PAGE (fixture->page), "_Back");
  g_assert_cmpstr (gtk_button_get_label (child (fixture, "back")), ==, "_Back");
  g_assert_true (gtk_widget_get_visible (child (fixture, "progress")));
  desk_summary_page_hide_progress (DESK_SUMMARY_PAGE (fixture->page));
  g_assert_false (gtk_widget_get_visible (child (fixture, "progress")));
}

/* An exam says that it was handed in, in whatever language the page is made anew. */
static void
test_handed_in (Fixture *fixture, gconstpointer data)
{
  GtkWidget *anew;

  g_assert_false (gtk_widget_get_visible (child (fixture, "handed_in")));
  g_assert_false (gtk_widget_get_visible (child (fixture, "notice")));
  desk_summary_page_tell_handed_in (DESK_SUMMARY_PAGE (fixture->page), FALSE);
  g_assert_null (strstr (text (fixture, "handed_in"), "class folder"));
  desk_summary_page_tell_handed_in (DESK_SUMMARY_PAGE (fixture->page), TRUE);
  desk_summary_page_set_notice (DESK_SUMMARY_PAGE (fixture->page), "1 session waits.");
  g_assert_cmpstr (text (fixture, "notice"), ==, "1 session waits.");
  g_assert_true (gtk_widget_get_visible (child (fixture, "notice")));

  anew = desk_summary_page_make_anew (DESK_SUMMARY_PAGE (fixture->page));
  gtk_widget_destroy (fixture->page);
  fixture->page = anew;
  gtk_container_add (GTK_CONTAINER (fixture->window), anew);
  g_assert_true (gtk_widget_get_visible (child (fixture, "handed_in")));
  g_assert_nonnull (strstr (text (fixture, "handed_in"), "class folder"));
}

static gboolean
is_suggested (gpointer button)
{
  return gtk_style_context_has_class (gtk_widget_get_style_context (button),
                                      GTK_STYLE_CLASS_SUGGESTED_ACTION);
}

/* Practice is worked again; after an exam comes its result. */
static void
test_suggested (Fixture *fixture, gconstpointer data)
{
  GtkWidget *exam;

  g_assert_true (is_suggested (child (fixture, "again")));
  g_assert_false (is_suggested (child (fixture, "progress")));
  fixture->scorecard->header->mode = DESK_MODE_EXAM;
  exam = desk_summary_page_new (fixture->scorecard);
  gtk_widget_destroy (fixture->page);
  fixture->page = exam;
  gtk_container_add (GTK_CONTAINER (fixture->window), exam);
  g_assert_false (is_suggested (child (fixture, "again")));
  g_assert_true (is_suggested (child (fixture, "progress")));
}

/* At most, to offer what follows out of a library that was read, in which the window does nothing else; us. */
#define OFFERED_US 100000

static gint64
offer_next (Fixture *fixture, const DeskScenario *after, DeskLibraryModel *library)
{
  const gint64 begun_us = g_get_monotonic_time ();
  gint64 lasted_us;

  desk_next_scenario_seek (DESK_SUMMARY_PAGE (fixture->page), after, library);
  lasted_us = g_get_monotonic_time () - begun_us;
  g_test_message ("sought for %.2f ms", (double) lasted_us / 1000);
  return lasted_us;
}

/* After an introduction the easiest in its language is offered, out of the real library: at once where that has
 * been read, and else when it has. */
static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_autofree char *introduction =
      g_test_build_filename (G_TEST_DIST, "..", "scenarios", "forsta-passet", NULL);
  g_autofree char *others =
      g_test_build_filename (G_TEST_DIST, "..", "scenarios", "mandag-morgon", NULL);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) first = desk_scenario_load_from_file (introduction, &diagnostics);
  g_autoptr (DeskDiagnostics) more_diagnostics = NULL;
  g_autoptr (DeskScenario) later = desk_scenario_load_from_file (others, &more_diagnostics);
  g_autoptr (DeskLibraryModel) library = desk_library_model_new ();
  g_autofree char *asked_for = NULL;

  g_assert_cmpint (first->level, ==, DESK_LEVEL_TUTORIAL);
  desk_library_model_set_folders (library, NULL, NULL, NULL);
  offer_next (fixture, later, library);
  offer_next (fixture, NULL, library);
  g_assert_false (gtk_widget_get_visible (child (fixture, "next")));
  g_signal_connect (fixture->page, "next", G_CALLBACK (on_next), &asked_for);
  offer_next (fixture, first, library);
  while (!gtk_widget_get_visible (child (fixture, "next")))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_hide (child (fixture, "next"));
  g_assert_cmpint (offer_next (fixture, first, library), <, OFFERED_US);
  g_assert_true (gtk_widget_get_visible (child (fixture, "next")));
  g_assert_nonnull (strstr (gtk_button_get_label (child (fixture, "next")), "_Next: "));
  gtk_button_clicked (child (fixture, "next"));
  g_assert_nonnull (asked_for);
  g_assert_true (g_str_has_suffix (asked_for, "/vardcentralen"));
  g_object_run_dispose (G_OBJECT (library));
}

/* From wherever the focus is. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller =
      gtk_widget_get_ancestor (child (fixture, "calls"), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double end;

  gtk_window_resize (GTK_WINDOW (fixture->window), 700, 400);
  gtk_widget_grab_focus (child (fixture, "again"));
  while (gtk_adjustment_get_upper (place) <= gtk_adjustment_get_page_size (place))
    g_main_context_iteration (NULL, TRUE);
  end = gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place);
  g_assert_true (desk_test_press (fixture->window, GDK_KEY_End));
  while (gtk_adjustment_get_value (place) < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (desk_test_press (fixture->window, GDK_KEY_Home));
  while (gtk_adjustment_get_value (place) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Beside a recording. */

typedef struct {
  char *folder; /* owned, as all below */
  char *journal;
  char *sound;
  char *settings_path;
  DeskSoundSettings *settings;
  DeskAudio *audio;
} Place;

static void
place_init (Place *place)
{
  place->folder = g_dir_make_tmp ("frontdesk-XXXXXX", NULL);
  place->journal = g_build_filename (place->folder, "a.journal", NULL);
  place->sound = g_build_filename (place->folder, "a.flac", NULL);
  place->settings_path = g_build_filename (place->folder, "settings.ini", NULL);
  place->settings = desk_sound_settings_new (place->settings_path);
  place->audio = desk_audio_new (place->settings);
}

static void
place_clear (Place *place)
{
  g_object_unref (place->audio);
  g_object_unref (place->settings);
  g_assert_cmpint (g_unlink (place->sound), ==, 0);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->settings_path);
  g_free (place->sound);
  g_free (place->journal);
  g_free (place->folder);
}

/* What is no file is no recording, here as in the history; what is a file is one, good or broken. */
static void
test_recording (Fixture *fixture, gconstpointer data)
{
  DeskSummaryPage *page = DESK_SUMMARY_PAGE (fixture->page);
  Place place;

  place_init (&place);
  g_assert_cmpint (g_mkdir (place.sound, 0700), ==, 0);
  desk_summary_page_set_recording (page, place.audio, place.journal, NULL);
  g_assert_false (gtk_widget_get_visible (child (fixture, "tape_box")));

  g_assert_cmpint (g_rmdir (place.sound), ==, 0);
  g_assert_true (g_file_set_contents (place.sound, "words", -1, NULL));
  desk_summary_page_set_recording (page, place.audio, place.journal, NULL);
  g_assert_true (gtk_widget_get_visible (child (fixture, "tape_box")));
  place_clear (&place);
}

static void
write_silence (const char *path, int seconds)
{
  const int rate = 16000;
  g_autofree short *samples = g_new0 (short, rate *seconds);
  SF_INFO info = { .samplerate = rate, .channels = 1, .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16 };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);

  g_assert_nonnull (file);
  g_assert_cmpint (sf_write_short (file, samples, rate * seconds), ==, rate * seconds);
  sf_close (file);
}

static void
turn_until (GtkWidget *bar, const char *clock)
{
  GtkLabel *label = GTK_LABEL (gtk_widget_get_template_child (bar, DESK_TYPE_TAPE_BAR, "clock"));
  const gint64 end_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_strcmp0 (gtk_label_get_text (label), clock) != 0) {
    if (g_get_monotonic_time () > end_us)
      g_error ("The clock says %s, and not %s", gtk_label_get_text (label), clock);
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
}

/* A screen reader or a voice can bring the slider somewhere too; it sets the value alone. */
static void
test_recording_sought_by_value (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) bar = NULL;
  GtkWidget *slider;
  Place place;

  place_init (&place);
  write_silence (place.sound, 10);
  bar = g_object_ref_sink (desk_tape_bar_new (place.audio, place.journal));
  slider = GTK_WIDGET (gtk_widget_get_template_child (bar, DESK_TYPE_TAPE_BAR, "slider"));
  turn_until (bar, "00:00 of 00:10");
  atk_value_set_value (ATK_VALUE (gtk_widget_get_accessible (slider)), 6);
  turn_until (bar, "00:06 of 00:10");
  desk_tape_bar_listen (DESK_TAPE_BAR (bar), 3000);
  turn_until (bar, "00:03 of 00:10");
  gtk_widget_destroy (bar);
  place_clear (&place);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/summary-page/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("headlines", test_headlines);
  ADD ("call", test_call_unfolds_to_its_points);
  ADD ("width", test_sheet_keeps_its_width);
  ADD ("buttons", test_buttons);
  ADD ("handed-in", test_handed_in);
  ADD ("suggested", test_suggested);
  ADD ("next", test_next);
  ADD ("keys", test_keys);
  ADD ("recording", test_recording);
  ADD ("recording-sought-by-value", test_recording_sought_by_value);
  return g_test_run ();
}
