/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/visual-ring.h"
#include "page-fixture.h"

/* The edge rings as the telephone does, and the desktop is told while the window is not in front. */

typedef struct {
  DeskScenario *scenario;
  DeskSession *session;
  DeskBoard *board;
  GtkWidget *window;
  GtkWidget *box;
  DeskVisualRing *ring;
} Desk;

static void
set_up (Desk *desk, gconstpointer country)
{
  desk->scenario = desk_test_scenario_new_default ();
  desk->session = desk_test_session_new (desk->scenario);
  desk->board = desk_board_new (desk->session);
  desk->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  desk->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  desk->ring =
      desk_visual_ring_new (desk->board, (DeskCountry) GPOINTER_TO_INT (country), desk->box);
  gtk_container_add (GTK_CONTAINER (desk->window), desk->box);
  gtk_widget_show_all (desk->window);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_clear_object (&desk->ring);
  gtk_widget_destroy (desk->window);
  g_clear_object (&desk->board);
  g_clear_object (&desk->session);
  g_clear_pointer (&desk->scenario, desk_scenario_unref);
}

static gboolean
is_lit (Desk *desk)
{
  return gtk_style_context_has_class (gtk_widget_get_style_context (desk->box), "lit");
}

static gboolean
is_urgent (Desk *desk)
{
  return gtk_window_get_urgency_hint (GTK_WINDOW (desk->window));
}

static gboolean
on_over (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_over, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_rings_until_answered (Desk *desk, gconstpointer unused)
{
  g_object_set (desk->ring, "wanted", TRUE, NULL);
  g_assert_false (is_lit (desk));
  desk_session_advance (desk->session, 2000);
  g_assert_true (is_lit (desk));
  g_assert_true (is_urgent (desk)); /* no window manager has put it in front */
  wait_ms (1200);
  g_assert_false (is_lit (desk));
  desk_test_session_answer (desk->session, 2, 3000);
  g_assert_false (is_urgent (desk));
  wait_ms (100);
  g_assert_false (is_lit (desk));
}

static void
test_not_wanted (Desk *desk, gconstpointer unused)
{
  desk_session_advance (desk->session, 2000);
  g_assert_false (is_lit (desk));
  g_assert_false (is_urgent (desk));
  g_object_set (desk->ring, "wanted", TRUE, NULL);
  g_assert_true (is_lit (desk));
  g_object_set (desk->ring, "wanted", FALSE, NULL);
  g_assert_false (is_lit (desk));
  g_assert_false (is_urgent (desk));
}

static void
test_without_flashing (Desk *desk, gconstpointer unused)
{
  g_object_set (desk->ring, "wanted", TRUE, "flash", FALSE, NULL);
  desk_session_advance (desk->session, 2000);
  wait_ms (1200);
  g_assert_true (is_lit (desk));
  desk_test_session_answer (desk->session, 2, 3000);
  g_assert_false (is_lit (desk));
}

/* The British ring is the quickest of all. */
static void
test_flashes_at_most_thrice_a_second (Desk *desk, gconstpointer unused)
{
  gint64 lit_us[64] = { 0 };
  guint n = 0;
  gboolean was_lit = FALSE;

  g_object_set (desk->ring, "wanted", TRUE, NULL);
  desk_session_advance (desk->session, 2000);
  for (guint i = 0; i < 350 && n < G_N_ELEMENTS (lit_us); i++) {
    if (is_lit (desk) && !was_lit)
      lit_us[n++] = g_get_monotonic_time ();
    was_lit = is_lit (desk);
    wait_ms (10);
  }
  g_assert_cmpuint (n, >=, 3);
  for (guint i = 3; i < n; i++)
    g_assert_cmpint (lit_us[i] - lit_us[i - 3], >, G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  g_test_add ("/visual-ring/rings-until-answered", Desk, GINT_TO_POINTER (DESK_COUNTRY_SE), set_up,
              test_rings_until_answered, tear_down);
  g_test_add ("/visual-ring/not-wanted", Desk, GINT_TO_POINTER (DESK_COUNTRY_SE), set_up,
              test_not_wanted, tear_down);
  g_test_add ("/visual-ring/without-flashing", Desk, GINT_TO_POINTER (DESK_COUNTRY_SE), set_up,
              test_without_flashing, tear_down);
  g_test_add ("/visual-ring/at-most-thrice-a-second", Desk, GINT_TO_POINTER (DESK_COUNTRY_GB),
              set_up, test_flashes_at_most_thrice_a_second, tear_down);
  return g_test_run ();
}
