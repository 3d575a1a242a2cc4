/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <gtk/gtk.h>

#include "app/summary-page.h"
#include "long-shift.h"
#include "rehearsal/virtual-shift.h"
#include "results.h"
#include "rounds.h"

/* How long the rows of a summary's calls take to be shown, a hundred at a time, each hundred painted before
 * the next, and how that grows with the calls. Wants a display: tests/scripts/with-display. */

#define N_LENGTHS 3
#define MOST_EXPONENT 1.25

static const double lengths[N_LENGTHS] = { 500, 1000, 2000 };

static DeskScorecard *
work (guint n_calls)
{
  g_autoptr (DeskScenario) scenario = long_shift_new (n_calls);
  g_autoptr (DeskClipLengths) clips = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Kim", DESK_MODE_SIMULATED);
  g_autoptr (DeskRecording) recording =
      desk_virtual_shift_run (scenario, clips, header, DESK_TRAINEE_HURRIED, NULL);

  return desk_scorecard_new (recording);
}

static void
on_painted (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_paint (GtkWidget *window)
{
  gboolean painted = FALSE;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  const gulong id =
      g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static GtkWidget *
window_with (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_container_add (GTK_CONTAINER (window), page);
  gtk_widget_show (page);
  gtk_widget_show (window);
  return window;
}

/* Milliseconds for all hundreds after the first, and in `longest_ms` for the slowest. */
static double
unfold (guint n_calls, double *longest_ms)
{
  g_autoptr (DeskScorecard) card = work (n_calls);
  GtkWidget *page = desk_summary_page_new (card);
  GtkWidget *window = window_with (page);
  GtkWidget *more =
      GTK_WIDGET (gtk_widget_get_template_child (page, DESK_TYPE_SUMMARY_PAGE, "more"));
  double begun_ns;

  wait_for_paint (window);
  begun_ns = rounds_now_ns ();
  while (gtk_widget_get_visible (more)) {
    const double click_ns = rounds_now_ns ();

    gtk_button_clicked (GTK_BUTTON (more));
    wait_for_paint (window);
    *longest_ms = MAX (*longest_ms, (rounds_now_ns () - click_ns) / 1e6);
  }
  begun_ns = (rounds_now_ns () - begun_ns) / 1e6;
  gtk_widget_destroy (window);
  return begun_ns;
}

int
main (int argc, char **argv)
{
  double ms[N_LENGTHS];
  double longest_ms = 0;

  results_begin (&argc, argv, "unfold");
  gtk_init (NULL, NULL);
  for (guint n = 0; n < N_LENGTHS; n++)
    ms[n] = unfold ((guint) lengths[n], &longest_ms);
  results_add_growth ("the rows of a summary's calls with the calls", "calls", lengths, "ms", ms,
                      N_LENGTHS, MOST_EXPONENT);
  results_add (&(Result){
      .what = "the slowest hundred rows of 2,000, painted", .unit = "ms", .ours = longest_ms });
  return results_end ();
}
