/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <malloc.h>

#include "app/caption-row.h"
#include "app/captions.h"
#include "page-fixture.h"

/* Everything that is heard stands in the transcript. */

typedef struct {
  DeskScenario *scenario;
  DeskSession *session;
  DeskCaptions *captions;
} Desk;

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->scenario = desk_test_scenario_new_default ();
  desk->session = desk_test_session_new (desk->scenario);
  desk->captions = desk_captions_new (desk->session);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_clear_object (&desk->captions);
  g_clear_object (&desk->session);
  g_clear_pointer (&desk->scenario, desk_scenario_unref);
}

static void
give (Desk *desk, DeskCommandType type, guint line, const DeskPerson *to, gint64 t_ms)
{
  DeskCommand command = { .type = type, .line = line, .to = to };

  desk_session_dispatch (desk->session, &command, t_ms);
}

static void
assert_texts (Desk *desk, guint call, const char *expected)
{
  GListModel *list = desk_captions_get_list (desk->captions, desk->scenario->calls[call]);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (DeskCaption) caption = g_list_model_get_item (list, i);

    g_string_append_printf (texts, "%s%s", i > 0 ? " | " : "", desk_caption_get_text (caption));
  }
  g_assert_cmpstr (texts->str, ==, expected);
}

static void
test_every_sound (Desk *desk, gconstpointer unused)
{
  desk_session_advance (desk->session, 2000);
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 3000);
  desk_session_advance (desk->session, 8000);
  /* The second call waits while the first is spoken with, and is heard there. */
  assert_texts (
      desk, 0,
      "[The telephone rings] | Answered after 00:01 | [Two short pips: a call is waiting] | "
      "Hej, är Erik inne?");
  assert_texts (desk, 1, "[Two short pips: a call is waiting]");

  give (desk, DESK_COMMAND_CONSULT, 2, desk->scenario->people[0], 9000);
  desk_session_advance (desk->session, 13000);
  assert_texts (
      desk, 0,
      "[The telephone rings] | Answered after 00:01 | [Two short pips: a call is waiting] | "
      "Hej, är Erik inne? | Ringing Erik Öberg while the caller waits | [Ringing tone] | "
      "Erik Öberg answers");
}

/* A caller is put through while another is spoken to: once that one has gone, the ringing tone is heard again, and is
 * the first one's. */
static void
test_tone_of_another (Desk *desk, gconstpointer unused)
{
  desk_session_advance (desk->session, 6000);
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 6000);
  give (desk, DESK_COMMAND_TRANSFER, 2, desk->scenario->people[2], 7000);
  give (desk, DESK_COMMAND_ANSWER, 1, NULL, 7100);
  give (desk, DESK_COMMAND_RELEASE, 1, NULL, 7200);
  assert_texts (desk, 1, "[The telephone rings] | Answered after 00:02 | Call ended");
  assert_texts (desk, 0,
                "[The telephone rings] | Answered after 00:04 | Putting through to Anna Berg | "
                "[Ringing tone] | [Ringing tone]");
}

static void
test_busy (Desk *desk, gconstpointer unused)
{
  const DeskPerson *peter = desk->scenario->people[4];

  desk_session_advance (desk->session, 2000);
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 2500);
  give (desk, DESK_COMMAND_CONSULT, 2, peter, 3000);
  assert_texts (
      desk, 0,
      "[The telephone rings] | Answered after 00:00 | "
      "Ringing Peter Sjölund while the caller waits | Peter Sjölund is busy | [Busy tone] | "
      "Back with the caller after 00:00");
}

/* Off: who speaks and how long, what happened, and nothing of what is heard. */
static void
test_off_and_on (Desk *desk, gconstpointer unused)
{
  desk_session_advance (desk->session, 2000);
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 3000);
  g_object_set (desk->captions, "captions", FALSE, NULL);
  desk_session_advance (desk->session, 8000);
  assert_texts (desk, 0, "Answered after 00:01 | Speaks for 2 seconds");
  g_object_set (desk->captions, "captions", TRUE, NULL);
  assert_texts (
      desk, 0,
      "[The telephone rings] | Answered after 00:01 | [Two short pips: a call is waiting] | "
      "Hej, är Erik inne?");
}

static void
find_label (GtkWidget *widget, gpointer found)
{
  if (GTK_IS_LABEL (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), "Hej, är Erik inne?"))
    *(GtkWidget **) found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_label, found);
}

static int
caption_height (Desk *desk, double scale)
{
  GListModel *list = desk_captions_get_list (desk->captions, desk->scenario->calls[0]);
  g_autoptr (DeskCaption) caption = NULL;
  GtkWidget *label = NULL;
  GtkWidget *row;
  int height;

  g_object_set (desk->captions, "scale", scale, NULL);
  caption = g_list_model_get_item (list, g_list_model_get_n_items (list) - 1);
  row = g_object_ref_sink (desk_caption_row_new (caption, desk->captions));
  find_label (row, &label);
  g_assert_nonnull (label);
  gtk_widget_get_preferred_height (label, NULL, &height);
  gtk_widget_destroy (row);
  g_object_unref (row);
  return height;
}

static void
test_size (Desk *desk, gconstpointer unused)
{
  int normal;

  desk_session_advance (desk->session, 2000);
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 3000);
  desk_session_advance (desk->session, 8000);
  normal = caption_height (desk, 1.0);
  g_assert_cmpint (caption_height (desk, 2.0), >=, normal * 9 / 5);
}

/* A long shift shows tens of thousands of rows, one after another. */
static void
test_rows_leave_nothing (Desk *desk, gconstpointer unused)
{
  GListModel *list = desk_captions_get_list (desk->captions, desk->scenario->calls[0]);
  gsize before = 0;

  desk_session_advance (desk->session, 2000);
  give (desk, DESK_COMMAND_ANSWER, 2, NULL, 3000);
  desk_session_advance (desk->session, 8000);
  g_assert_cmpuint (g_list_model_get_n_items (list), >, 2);
  for (guint i = 0; i < 4000; i++) {
    g_autoptr (DeskCaption) caption =
        g_list_model_get_item (list, i % g_list_model_get_n_items (list));
    GtkWidget *row = g_object_ref_sink (desk_caption_row_new (caption, desk->captions));

    gtk_widget_destroy (row);
    g_object_unref (row);
    if (i == 999)
      before = mallinfo2 ().uordblks;
  }
  /* Less than one label of 1 KiB for every second row. */
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + 1024 * 1024);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  g_test_add ("/captions/every-sound", Desk, NULL, set_up, test_every_sound, tear_down);
  g_test_add ("/captions/busy", Desk, NULL, set_up, test_busy, tear_down);
  g_test_add ("/captions/tone-of-another", Desk, NULL, set_up, test_tone_of_another, tear_down);
  g_test_add ("/captions/off-and-on", Desk, NULL, set_up, test_off_and_on, tear_down);
  g_test_add ("/captions/size", Desk, NULL, set_up, test_size, tear_down);
  g_test_add ("/captions/rows-leave-nothing", Desk, NULL, set_up, test_rows_leave_nothing,
              tear_down);
  return g_test_run ();
}
