/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "soak-window.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "app/console-page.h"
#include "app/history-keeper.h"
#include "app/language.h"
#include "app/library-page.h"
#include "cli/settings.h"
#include "app/start-page.h"
#include "app/summary-page.h"
#include "engine/recording.h"
#include "report/report.h"
#include "rounds.h"
#include "soak-leak.h"
#include "soak-scenario.h"
#include "soak-trainee.h"

/* A shift is worked to its end, its summary unfolded and reported; then back to the library, and the same
 * again with fewer calls. A program that leaks nothing stands in the library after the second as it stood
 * after the first; what is made once only, such as threads, fonts and icons, is made by then. */

/* The warm-up is the first fifth of a shift, and until the store of decoded clips, which has 64 MiB, is full:
 * a call here has 0.8 MiB of them, of which on a busy machine few are decoded in time.
 * A shift that is too short for that is allowed CLIPS_MIB for each call. */
#define WARM_UP_PART 5
#define WARM_UP_CALLS 400
#define STORE_MIB 64.0
#define CLIPS_MIB 1.2

/* What may grow over a shift: what the journal has of each call is in memory too, as records to score by if
 * the disk fails, and slips that were written on stay to be come back to; besides, malloc's holes. */
#define KIB_A_CALL 4.0
#define HOLES_MIB 2.0

#define N_READINGS 150
#define NEXT_PART 10 /* the second shift is so much shorter */
#define BEAT_MS 10
#define SETTLING_S 3
#define PATIENCE_S 900

typedef struct {
  const SoakOptions *options;
  SoakTable *table;
  GArray *readings; /* of the shift that is worked; borrowed */
  GtkApplication *application;
  GSettings *settings;
  GtkWidget *window;
  SoakTrainee *trainee;
  GArray *lateness_ms; /* of double: by how much the main loop was late for each beat */
  gint64 beat_us;
  double finished_ns; /* of processor time; 0: not yet */
  guint n_painted;
  char *journal;       /* owned: of the shift */
  gpointer remains[3]; /* weak: what must be gone once the library is back */
} Soak;

/* Waiting. */

typedef gboolean (*Condition) (Soak *self);

static GtkWidget *
page_of (Soak *self)
{
  return gtk_bin_get_child (GTK_BIN (self->window));
}

static gboolean
on_patience_over (gpointer what)
{
  g_error ("Waited for %s in vain", (const char *) what);
  return G_SOURCE_REMOVE;
}

static void
wait_until (Soak *self, Condition condition, const char *what)
{
  const guint patience = g_timeout_add_seconds (PATIENCE_S + (guint) (60 * self->options->minutes),
                                                on_patience_over, (gpointer) what);

  while (!condition (self))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static gboolean
is_start (Soak *self)
{
  return DESK_IS_START_PAGE (page_of (self));
}

static gboolean
is_shift (Soak *self)
{
  return DESK_IS_CONSOLE_PAGE (page_of (self));
}

static gboolean
is_summary (Soak *self)
{
  return DESK_IS_SUMMARY_PAGE (page_of (self));
}

static gboolean
is_library (Soak *self)
{
  return DESK_IS_LIBRARY_PAGE (page_of (self));
}

static gboolean
is_painted (Soak *self)
{
  return self->n_painted > 0;
}

static gboolean
is_kept (Soak *self)
{
  return desk_history_keeper_get_n_under_way () == 0;
}

static void
on_painted (Soak *self)
{
  self->n_painted++;
}

/* Until the window has been drawn as it is now. */
static void
wait_for_paint (Soak *self)
{
  self->n_painted = 0;
  gtk_widget_queue_draw (self->window);
  wait_until (self, is_painted, "the window to be painted");
}

static gboolean
on_settled (gpointer settled)
{
  *(gboolean *) settled = TRUE;
  return G_SOURCE_REMOVE;
}

static void
settle (guint seconds)
{
  gboolean settled = FALSE;

  g_timeout_add_seconds (seconds, on_settled, &settled);
  while (!settled)
    g_main_context_iteration (NULL, TRUE);
}

/* Reading. */

static double
journal_mib (const char *path)
{
  GStatBuf about;

  return path != NULL && g_stat (path, &about) == 0 ? (double) about.st_size / (1 << 20) : 0;
}

static gboolean
on_reading_due (gpointer data)
{
  Soak *self = data;
  SoakReading reading = { 0 };

  if (self->trainee == NULL || self->finished_ns != 0)
    return G_SOURCE_CONTINUE;
  soak_leak (self->options->leak);
  soak_read (&reading);
  reading.at = soak_trainee_get_work (self->trainee)->n_ended;
  reading.journal_mib = journal_mib (self->journal);
  g_array_append_val (self->readings, reading);
  return G_SOURCE_CONTINUE;
}

/* How long the window lets a key press wait, at the least. */
static gboolean
on_beat (gpointer data)
{
  Soak *self = data;
  const gint64 now_us = g_get_monotonic_time ();
  const double late_ms = (double) (now_us - self->beat_us) / 1000 - BEAT_MS;

  if (self->beat_us != 0)
    g_array_append_val (self->lateness_ms, late_ms);
  self->beat_us = now_us;
  return G_SOURCE_CONTINUE;
}

static guint
reading_interval_ms (const SoakOptions *options)
{
  const double seconds = options->through_server ? options->minutes * 60
                                                 : SOAK_GAP_S * options->n_calls / options->pace;

  return MAX (50, (guint) (1000 * seconds / N_READINGS));
}

/* Working. */

static void
on_finished (Soak *self, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_FINISHED)
    self->finished_ns = rounds_now_ns ();
}

static void
remember (Soak *self, guint n, gpointer object)
{
  g_set_weak_pointer ((GObject **) &self->remains[n], object);
}

static gpointer
child (gpointer page, GType type, const char *name)
{
  return gtk_widget_get_template_child (page, type, name);
}

static void
begin_shift (Soak *self, const char *folder)
{
  DeskShift *shift;

  if (!desk_window_open (DESK_WINDOW (self->window), folder))
    g_error ("%s cannot be opened", folder);
  wait_until (self, is_start, "the start page");
  gtk_entry_set_text (child (page_of (self), DESK_TYPE_START_PAGE, "name"), "Kim");
  gtk_button_clicked (child (page_of (self), DESK_TYPE_START_PAGE, "start_button"));
  wait_until (self, is_shift, "the shift");
  shift = desk_window_get_shift (DESK_WINDOW (self->window));
  self->finished_ns = 0;
  g_free (self->journal);
  self->journal = g_strdup (desk_shift_get_journal (shift));
  remember (self, 0, page_of (self));
  remember (self, 1, shift);
  g_signal_connect_swapped (desk_shift_get_session (shift), "event", G_CALLBACK (on_finished),
                            self);
  self->trainee = soak_trainee_new (DESK_WINDOW (self->window), DESK_TRAINEE_HURRIED,
                                    (guint) self->options->pace);
}

static void
hand_in (Soak *self)
{
  g_autoptr (GList) windows = NULL;

  g_action_group_activate_action (gtk_widget_get_action_group (self->window, "desk"), "finish",
                                  NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *at = windows; at != NULL; at = at->next)
    if (GTK_IS_MESSAGE_DIALOG (at->data) && gtk_widget_get_visible (at->data))
      gtk_dialog_response (at->data, GTK_RESPONSE_ACCEPT);
}

static gboolean
on_time_over (gpointer data)
{
  hand_in (data);
  return G_SOURCE_REMOVE;
}

static void
work_shift (Soak *self, const char *folder, double minutes)
{
  begin_shift (self, folder);
  if (self->options->through_server)
    g_timeout_add ((guint) (60000 * minutes), on_time_over, self);
  wait_until (self, is_summary, "the end of the shift");
}

/* What the shift came to. */

/* In processor time of all threads: how busy others keep the machine does not count. */
static double
since_ms (double start_ns)
{
  return (rounds_now_ns () - start_ns) / 1e6;
}

static void
report_on (Soak *self, DeskScorecard *card, DeskReportFormat format, const char *name, double limit)
{
  const double start_ns = rounds_now_ns ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = desk_report_write (card, format, NULL, NULL, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  soak_table_hold (self->table, name, since_ms (start_ns), "ms", limit);
}

/* As the window does it at the end of a shift, and as reports are made of it. */
static void
score_and_report (Soak *self)
{
  const double start_ns = rounds_now_ns ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (self->journal, &error);
  g_autoptr (DeskScorecard) card = NULL;

  if (recording == NULL)
    g_error ("%s", error->message);
  card = desk_scorecard_new (recording);
  soak_table_hold (self->table, "journal read and scored", since_ms (start_ns), "ms", 3000);
  report_on (self, card, DESK_REPORT_HTML, "HTML report", 3000);
  report_on (self, card, DESK_REPORT_PDF, "PDF report", 10000);
}

static void
unfold_summary (Soak *self)
{
  GtkWidget *more = child (page_of (self), DESK_TYPE_SUMMARY_PAGE, "more");
  const double start_ns = rounds_now_ns ();
  double longest_ms = 0;

  while (gtk_widget_get_visible (more)) {
    const double click_ns = rounds_now_ns ();

    gtk_button_clicked (GTK_BUTTON (more));
    wait_for_paint (self);
    longest_ms = MAX (longest_ms, since_ms (click_ns));
  }
  soak_table_tell (self->table, "summary: every call's row shown and painted", since_ms (start_ns),
                   "ms");
  soak_table_hold (self->table, "summary: the slowest hundred rows", longest_ms, "ms", 1000);
}

/* Processor time a call, over the `n` readings after `first`. */
static double
cpu_ms_a_call (const GArray *readings, guint first, guint n)
{
  const SoakReading *a = &g_array_index (readings, SoakReading, first);
  const SoakReading *b = &g_array_index (readings, SoakReading, MIN (first + n, readings->len - 1));

  return b->at > a->at ? 1000 * (b->cpu_s - a->cpu_s) / (b->at - a->at) : 0;
}

static void
tell_work (Soak *self)
{
  const SoakWork *work = soak_trainee_get_work (self->trainee);
  SoakTable *table = self->table;

  soak_table_tell (table, "calls worked", work->n_ended, "calls");
  soak_table_tell (table, "events", work->n_events, "events");
  soak_table_tell (table, "commands by the window", work->n_commands, "commands");
  soak_table_tell (table, "commands rejected", work->n_rejected, "commands");
  soak_table_tell (table, "messages logged", work->n_messages, "messages");
  soak_table_tell (table, "people looked up in the directory", work->n_searches, "people");
  soak_table_tell (table, "lists of slips opened", work->n_lists, "lists");
  soak_table_hold (table, "slowest list of slips", work->lists_ms, "ms", 500);
}

static void
tell_lateness (Soak *self)
{
  GArray *late = self->lateness_ms;

  if (late->len == 0)
    return;
  rounds_median ((double *) (gpointer) late->data, late->len); /* sorts */
  soak_table_tell (self->table, "main loop late, median",
                   g_array_index (late, double, late->len / 2), "ms");
  soak_table_tell (self->table, "main loop late, 99 of 100 beats",
                   g_array_index (late, double, late->len * 99 / 100), "ms");
  soak_table_tell (self->table, "main loop late, longest",
                   g_array_index (late, double, late->len - 1), "ms");
}

/* The first reading after the warm-up. */
static guint
warm_reading (const GArray *readings)
{
  guint n = readings->len / WARM_UP_PART;

  while (n < readings->len && g_array_index (readings, SoakReading, n).at < WARM_UP_CALLS)
    n++;
  return n < readings->len ? n : readings->len / WARM_UP_PART;
}

/* Whether the clips of the calls are still being added to those in store at the end. */
static gboolean
readings_are_cold (const GArray *readings)
{
  return g_array_index (readings, SoakReading, readings->len - 1).at < WARM_UP_CALLS;
}

static void
tell_memory (Soak *self)
{
  const GArray *readings = self->readings;
  const guint warm = warm_reading (readings);
  const double calls = g_array_index (readings, SoakReading, readings->len - 1).at -
                       g_array_index (readings, SoakReading, warm).at;
  const double limit_mib = HOLES_MIB + calls * KIB_A_CALL / 1024 +
                           (readings_are_cold (readings) ? MIN (calls * CLIPS_MIB, STORE_MIB) : 0);
  SoakTable *table = self->table;

  soak_table_tell (table, "readings", readings->len, "readings");
  soak_table_tell (table, "resident at the start", g_array_index (readings, SoakReading, 0).rss_mib,
                   "MiB");
  soak_table_tell (table, "resident after warm-up",
                   g_array_index (readings, SoakReading, warm).rss_mib, "MiB");
  soak_table_tell (table, "proportional share after warm-up",
                   g_array_index (readings, SoakReading, warm).pss_mib, "MiB");
  soak_table_hold (table, "resident: growth after warm-up",
                   soak_growth (readings, warm, SOAK_FIELD (rss_mib)), "MiB", limit_mib);
  soak_table_hold (table, "resident: fitted slope, over the calls",
                   calls * soak_slope (readings, warm, SOAK_FIELD (at), SOAK_FIELD (rss_mib)),
                   "MiB", limit_mib);
  soak_table_tell (table, "own pages: growth after warm-up",
                   soak_growth (readings, warm, SOAK_FIELD (own_mib)), "MiB");
  soak_table_hold (table, "malloc: growth after warm-up",
                   soak_growth (readings, warm, SOAK_FIELD (malloc_mib)), "MiB", limit_mib);
  soak_table_tell (table, "malloc: fitted slope, over the calls",
                   calls * soak_slope (readings, warm, SOAK_FIELD (at), SOAK_FIELD (malloc_mib)),
                   "MiB");
  soak_table_tell (table, "journal: growth after warm-up",
                   soak_growth (readings, warm, SOAK_FIELD (journal_mib)), "MiB");
  soak_table_tell (table, "calls after warm-up", calls, "calls");
}

static void
tell_counts (Soak *self)
{
  const GArray *readings = self->readings;
  const guint warm = warm_reading (readings);
  const guint quarter = (readings->len - warm) / 4;
  const double early = cpu_ms_a_call (readings, warm, quarter);
  const double late = cpu_ms_a_call (readings, readings->len - quarter - 1, quarter);
  SoakTable *table = self->table;

  soak_table_hold_counts (table, readings, warm);
  soak_table_tell (table, "processor time a call, quarter after warm-up", early, "ms");
  soak_table_hold (table, "processor time a call, last quarter to that",
                   early > 0 ? late / early : 0, "times", 1.5);
}

/* The library, again. */

static guint
n_remaining (Soak *self)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->remains); i++)
    n += self->remains[i] != NULL ? 1 : 0;
  return n;
}

static void
read_at_rest (SoakReading *low)
{
  soak_read (low);
  for (guint n = 0; n < SETTLING_S; n++) {
    SoakReading reading = { 0 };

    settle (1);
    soak_read (&reading);
    low->n_sources = MIN (low->n_sources, reading.n_sources);
    low->n_files = MIN (low->n_files, reading.n_files);
    low->n_threads = MIN (low->n_threads, reading.n_threads);
    low->rss_mib = MIN (low->rss_mib, reading.rss_mib);
    low->malloc_mib = MIN (low->malloc_mib, reading.malloc_mib);
  }
}

static void
go_to_library (Soak *self, SoakReading *at_rest)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "library", NULL);
  wait_until (self, is_library, "the library");
  wait_until (self, is_kept, "the session to be kept");
  settle (SETTLING_S);
  read_at_rest (at_rest);
}

static void
end_shift (Soak *self, SoakReading *at_rest, const char *name)
{
  remember (self, 2, page_of (self));
  soak_trainee_free (self->trainee);
  self->trainee = NULL;
  go_to_library (self, at_rest);
  soak_table_hold (self->table, name, n_remaining (self), "objects", 0);
}

static void
compare_rests (Soak *self, const SoakReading *first, const SoakReading *second)
{
  SoakTable *table = self->table;

  soak_table_hold (table, "library again: more sources",
                   (double) second->n_sources - first->n_sources, "sources", 0);
  soak_table_hold (table, "library again: more files", (double) second->n_files - first->n_files,
                   "files", 0);
  soak_table_hold (table, "library again: more threads",
                   (double) second->n_threads - first->n_threads, "threads", 0);
  soak_table_hold (table, "library again: more malloc", second->malloc_mib - first->malloc_mib,
                   "MiB", 2);
  soak_table_tell (table, "library again: more resident", second->rss_mib - first->rss_mib, "MiB");
}

static void
tell_shift (Soak *self)
{
  const double finished_ns = self->finished_ns;

  wait_for_paint (self);
  tell_work (self);
  soak_table_hold (self->table, "end of the shift to summary painted", since_ms (finished_ns), "ms",
                   3000);
  tell_memory (self);
  tell_counts (self);
  tell_lateness (self);
  unfold_summary (self);
  score_and_report (self);
}

static char *
make_scenario (const char *name, guint n_calls)
{
  char *folder = g_build_filename (g_get_home_dir (), name, NULL);

  soak_scenario_write (folder, n_calls);
  return folder;
}

static void
open_window (Soak *self)
{
  g_autoptr (GError) error = NULL;

  self->settings = desk_settings_new (&error);
  if (self->settings == NULL)
    g_error ("%s", error->message);
  self->application = gtk_application_new ("org.frontdesk.Soak", G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (self->application), NULL, &error))
    g_error ("%s", error->message);
  self->window = desk_window_new (self->application, self->settings, NULL);
  gtk_widget_show (self->window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->window), "after-paint",
                            G_CALLBACK (on_painted), self);
  wait_until (self, is_library, "the library");
  wait_for_paint (self);
}

void
soak_window_run (const SoakOptions *options, SoakTable *table, GArray *readings)
{
  Soak self = { .options = options, .table = table, .readings = readings };
  g_autofree char *folder = NULL;
  g_autofree char *next = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *sources_after = NULL;
  g_autoptr (GArray) later = g_array_new (FALSE, TRUE, sizeof (SoakReading));
  SoakReading before = { 0 }, after = { 0 }, again = { 0 };
  guint reading_id, beat_id;

  mallopt (M_MMAP_THRESHOLD, 128 * 1024); /* as the program does */
  desk_language_prepare ();
  if (!gtk_init_check (NULL, NULL))
    g_error ("There is no display");
  folder = make_scenario ("long-day", (guint) options->n_calls);
  next = make_scenario ("next-day", MAX (20, (guint) options->n_calls / NEXT_PART));
  self.lateness_ms = g_array_new (FALSE, FALSE, sizeof (double));
  open_window (&self);
  read_at_rest (&before);
  reading_id = g_timeout_add (reading_interval_ms (options), on_reading_due, &self);
  beat_id = g_timeout_add (BEAT_MS, on_beat, &self);
  work_shift (&self, folder, options->minutes);
  tell_shift (&self);
  end_shift (&self, &after, "left of the first shift in the library");
  sources = soak_name_sources ();
  soak_table_tell (table, "library: resident before the shift", before.rss_mib, "MiB");
  soak_table_tell (table, "library: resident after the shift", after.rss_mib, "MiB");
  self.readings = later;
  work_shift (&self, next, options->minutes / NEXT_PART);
  end_shift (&self, &again, "left of the second shift in the library");
  sources_after = soak_name_sources ();
  compare_rests (&self, &after, &again);
  g_print ("Sources after the first shift: %s\nSources after the second: %s\n", sources,
           sources_after);
  g_source_remove (reading_id);
  g_source_remove (beat_id);
  gtk_widget_destroy (self.window);
  g_array_unref (self.lateness_ms);
  g_object_unref (self.settings);
  g_object_unref (self.application);
  g_free (self.journal);
}
