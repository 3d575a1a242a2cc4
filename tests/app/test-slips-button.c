/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/slips-button.h"

#include "page-fixture.h"

/* The list of slips of a long shift: the latest calls at once, the others when they are asked for, and
 * what is not logged always. */

#define N_CALLS 100

typedef struct {
  DeskScenario *scenario; /* owned, as the next */
  DeskSession *session;
  GtkWidget *window;
  GtkWidget *button;
  GtkContainer *list;
  const DeskCall *chosen;
} Desk;

static DeskScenario *
make_scenario (void)
{
  g_autoptr (GString) yaml =
      g_string_new ("format: 1\ntitle: Long\nlanguage: en\ncountry: gb\n"
                    "lines: 1\nduration: 60:00\norganisation: Harbour Print\n"
                    "people: [{id: fay, name: Fay Reed, extension: 201}]\n"
                    "calls:\n");

  for (guint n = 0; n < N_CALLS; n++)
    g_string_append_printf (
        yaml,
        "  - {id: c%u, at: %u, caller: {given: Ann, surname: No%u}, says: {opening:"
        " {text: Hello}}, expect: {do: message, to: fay}}\n",
        n, 10 * n + 1, n);
  return desk_test_scenario_new (yaml->str);
}

static void
on_chosen (Desk *desk, const DeskCall *call)
{
  desk->chosen = call;
}

/* Every call is answered and released; something is written on the slip of the first alone. */
static void
work (Desk *desk)
{
  g_autoptr (DeskSlip) slip = desk_slip_new ();
  const DeskCommand draft = { .type = DESK_COMMAND_DRAFT,
                              .call = desk->scenario->calls[0],
                              .slip = slip };
  const DeskCommand release = { .type = DESK_COMMAND_RELEASE, .line = 1 };

  g_free (slip->text);
  slip->text = g_strdup ("Please ring");
  for (guint n = 0; n < N_CALLS; n++) {
    desk_test_session_answer (desk->session, 1, 10000 * n + 2000);
    if (n == 0)
      desk_session_dispatch (desk->session, &draft, 3000);
    desk_session_dispatch (desk->session, &release, 10000 * n + 5000);
  }
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->scenario = make_scenario ();
  desk->session = desk_test_session_new (desk->scenario);
  desk->button = g_object_new (DESK_TYPE_SLIPS_BUTTON, NULL);
  desk->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (desk->window), desk->button);
  desk_slips_button_set_session (DESK_SLIPS_BUTTON (desk->button), desk->session);
  g_signal_connect_swapped (desk->button, "call-chosen", G_CALLBACK (on_chosen), desk);
  desk->list =
      GTK_CONTAINER (gtk_widget_get_template_child (desk->button, DESK_TYPE_SLIPS_BUTTON, "list"));
  work (desk);
  gtk_widget_show (desk->window);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (desk->button), TRUE);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  gtk_widget_destroy (desk->window);
  g_object_unref (desk->session);
  desk_scenario_unref (desk->scenario);
}

static const DeskCall *
call_of_row (Desk *desk, guint n)
{
  g_autoptr (GList) rows = gtk_container_get_children (desk->list);

  return g_object_get_data (g_list_nth_data (rows, n), "call");
}

static guint
count_rows (Desk *desk)
{
  g_autoptr (GList) rows = gtk_container_get_children (desk->list);

  return g_list_length (rows);
}

static void
activate_last (Desk *desk)
{
  g_autoptr (GList) rows = gtk_container_get_children (desk->list);

  g_signal_emit_by_name (desk->list, "row-activated", g_list_last (rows)->data);
}

static void
test_latest_first (Desk *desk, gconstpointer unused)
{
  g_assert_cmpuint (count_rows (desk), ==,
                    42); /* forty, the one not logged, and how many are left */
  g_assert_true (call_of_row (desk, 0) == desk->scenario->calls[N_CALLS - 1]);
  g_assert_true (call_of_row (desk, 40) == desk->scenario->calls[0]);
  g_assert_null (call_of_row (desk, 41));
}

static void
test_more (Desk *desk, gconstpointer unused)
{
  activate_last (desk);
  g_assert_cmpuint (count_rows (desk), ==, 82);
  g_assert_null (desk->chosen);
  activate_last (desk);
  g_assert_cmpuint (count_rows (desk), ==, N_CALLS);
  activate_last (desk);
  g_assert_true (desk->chosen == desk->scenario->calls[0]);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/slips-button/latest-first", Desk, NULL, set_up, test_latest_first, tear_down);
  g_test_add ("/slips-button/more", Desk, NULL, set_up, test_more, tear_down);
  return g_test_run ();
}
