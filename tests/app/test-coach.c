/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/coach.h"

#include "app/call-card.h"
#include "app/coach-strip.h"
#include "app/coach-words.h"
#include "app/directory-panel.h"
#include "app/line-key.h"
#include "app/message-pad.h"
#include "app/phrase-grid.h"
#include "coach-fixture.h"
#include "coached-trainee.h"
#include "hands.h"
#include "page-fixture.h"

/* The coach in a window, in real time: a call rings at once, and the moments are a tutorial's. */

#define PATIENCE_MS 8000

static const char yaml[] =
    "format: 1\n"
    "title: A first call\n"
    "language: en\n"
    "country: gb\n"
    "level: tutorial\n"
    "lines: 2\n"
    "duration: 8:00\n"
    "organisation: Northwick\n"
    "people:\n"
    "  - {id: anna, name: Anna Reed, extension: 201}\n"
    "calls:\n"
    "  - id: ada\n"
    "    at: 0:00\n"
    "    caller: {given: Ada, surname: Marlowe, phone: 01632 960 147}\n"
    "    says: {opening: {text: Good morning is Anna Reed in today please}}\n"
    "    expect: {do: message, to: anna}\n";

static GtkApplication *application;

static void
set_up (CoachedDesk *desk, gconstpointer mode)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new (yaml);

  coached_desk_init (desk, application, scenario, (DeskMode) GPOINTER_TO_UINT (mode));
}

static void
tear_down (CoachedDesk *desk, gconstpointer mode)
{
  coached_desk_clear (desk);
}

static void
find_strip (GtkWidget *widget, gpointer found)
{
  if (DESK_IS_COACH_STRIP (widget))
    *(GtkWidget **) found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_strip, found);
}

static GtkWidget *
strip_of (CoachedDesk *desk)
{
  GtkWidget *strip = NULL;

  gtk_container_forall (GTK_CONTAINER (desk->page), find_strip, &strip);
  return strip;
}

static gboolean
on_patience_over (gpointer words)
{
  g_error ("The coach did not say “%s”", (const char *) words);
  return G_SOURCE_REMOVE;
}

/* Until the strip says `words`; "": nothing, or praise. */
static void
wait_for (CoachedDesk *desk, const char *words)
{
  GtkWidget *strip = strip_of (desk);
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) words);

  while (*words != '\0' ? !desk_test_says (strip, words)
                        : desk_coach_strip_has_advice (DESK_COACH_STRIP (strip)))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
find_pointed (GtkWidget *widget, gpointer found)
{
  GtkWidget **target = found;

  if (gtk_style_context_has_class (gtk_widget_get_style_context (widget), "desk-coach-target")) {
    g_assert_null (*target);
    *target = widget;
  }
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_pointed, found);
}

/* What is pointed at: one thing at most. */
static GtkWidget *
pointed_at (CoachedDesk *desk)
{
  GtkWidget *target = NULL;

  find_pointed (GTK_WIDGET (desk->page), &target);
  return target;
}

static void
act (CoachedDesk *desk, const char *name, GVariant *parameter)
{
  g_action_group_activate_action (desk_console_page_get_actions (desk->page), name, parameter);
}

static gpointer
strip_child (CoachedDesk *desk, const char *name)
{
  return gtk_widget_get_template_child (strip_of (desk), DESK_TYPE_COACH_STRIP, name);
}

/* It comes, points, leaves the focus where it is, and goes when the step is done. */
static void
test_comes_and_goes (CoachedDesk *desk, gconstpointer mode)
{
  GtkWidget *focus;
  int height = gtk_widget_get_allocated_height (strip_of (desk));

  act (desk, "directory", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (desk->window));
  g_assert_nonnull (focus);
  g_assert_false (desk_coach_strip_has_advice (DESK_COACH_STRIP (strip_of (desk))));
  wait_for (desk, "Press F1");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (desk->window)) == focus);
  g_assert_true (DESK_IS_LINE_KEY (pointed_at (desk)));
  g_assert_true (desk_test_says (strip_of (desk), "and greet at once (Alt+1)"));
  act (desk, "line", g_variant_new_uint32 (1));
  wait_for (desk, "Greet the caller (Alt+1).");
  g_assert_cmpint (gtk_widget_get_allocated_height (strip_of (desk)), >=, height);
  g_assert_true (GTK_IS_BUTTON (pointed_at (desk)));
  act (desk, "phrase", g_variant_new_uint32 (0));
  wait_for (desk, "A good beginning.");
  g_assert_null (pointed_at (desk));
}

/* What was framed all along stands out, and has the focus. */
static void
assert_shown (CoachedDesk *desk, gboolean shown)
{
  GtkWidget *target = pointed_at (desk);

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (desk->window)) == target);
  g_assert_true (gtk_style_context_has_class (gtk_widget_get_style_context (target),
                                              "desk-coach-shown") == shown);
}

static gboolean
on_time_over (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_time_over, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* What is pointed at is scrolled to. */
static void
test_comes_into_sight (CoachedDesk *desk, gconstpointer mode)
{
  GtkAdjustment *scrolled =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_template_child (
          GTK_WIDGET (desk->page), DESK_TYPE_CONSOLE_PAGE, "phrases_scroller")));
  GtkWidget *button;
  int y;

  gtk_window_resize (GTK_WINDOW (desk->window), 1024, 500);
  wait_for (desk, "Press F1");
  gtk_adjustment_set_value (scrolled, gtk_adjustment_get_upper (scrolled));
  wait_ms (100);
  g_assert_cmpfloat (gtk_adjustment_get_value (scrolled), >, 0);
  act (desk, "line", g_variant_new_uint32 (1));
  wait_for (desk, "Greet the caller (Alt+1).");
  button = pointed_at (desk);
  gtk_widget_translate_coordinates (button, gtk_widget_get_ancestor (button, GTK_TYPE_VIEWPORT), 0,
                                    0, NULL, &y);
  g_assert_cmpint (y, >=, 0);
}

/* For a while. */
static void
test_shows (CoachedDesk *desk, gconstpointer mode)
{
  wait_for (desk, "Press F1");
  act (desk, "coach-show-me", NULL);
  assert_shown (desk, TRUE);
  wait_ms (3200);
  assert_shown (desk, FALSE);
}

/* It is said what the coach is doing while it has no advice, and nobody is asked to listen to it. */
static void
test_rests (CoachedDesk *desk, gconstpointer mode)
{
  wait_for (desk, "Press F1");
  act (desk, "line", g_variant_new_uint32 (1));
  act (desk, "phrase", g_variant_new_uint32 (0));
  wait_for (desk, "");
  wait_for (desk, "The coach listens with you");
  g_assert_false (desk_coach_strip_has_advice (DESK_COACH_STRIP (strip_of (desk))));
}

/* Nothing can be done about it any more, and it is told all the same; "Got it" has nothing to get. */
static void
test_regrets (CoachedDesk *desk, gconstpointer mode)
{
  wait_for (desk, "Press F1");
  act (desk, "line", g_variant_new_uint32 (1));
  wait_for (desk, "This caller was not greeted. Greet the next one within 5 s.");
  g_assert_null (pointed_at (desk));
  g_assert_false (desk_coach_strip_has_advice (DESK_COACH_STRIP (strip_of (desk))));
  act (desk, "release", NULL);
  wait_for (desk, "You hung up without a goodbye.");
}

/* Another line that rings is not passed over in silence while the caller is listened to. */
static void
test_other_line (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new_default ();
  g_autoptr (DeskSession) session = desk_test_session_new (scenario);
  g_autofree char *alone = NULL;
  g_autofree char *with_other = NULL;
  g_autofree char *own_turn = NULL;

  desk_session_advance (session, 3000);
  desk_test_session_answer (session, 2, 3500);
  alone = desk_coach_words_rest (desk_session_get_state (session), FALSE);
  g_assert_true (g_str_has_prefix (alone, "The coach listens with you"));
  desk_session_advance (session, 6000);
  with_other = desk_coach_words_rest (desk_session_get_state (session), FALSE);
  g_assert_true (g_str_has_prefix (with_other, "Line 1 is ringing too. Hear your caller out"));
  own_turn = desk_coach_words_rest (desk_session_get_state (session), TRUE);
  g_assert_true (g_str_has_prefix (own_turn, "Somebody is waiting for you."));
}

/* "Got it" by Escape; "Why?" shows the reason in the same place; after "Quiet" there is no strip. */
static void
test_is_told (CoachedDesk *desk, gconstpointer mode)
{
  int height;

  wait_for (desk, "Press F1");
  g_assert_false (desk_test_says (strip_of (desk), "each second costs points"));
  height = gtk_widget_get_allocated_height (strip_of (desk));
  act (desk, "coach-why", NULL);
  g_assert_true (desk_test_says (strip_of (desk), "each second costs points"));
  g_assert_false (desk_test_says (strip_of (desk), "Press F1"));
  wait_ms (100);
  g_assert_cmpint (gtk_widget_get_allocated_height (strip_of (desk)), ==, height);
  act (desk, "coach-show-me", NULL);
  g_assert_nonnull (pointed_at (desk));
  assert_shown (desk, TRUE);
  g_assert_true (desk_test_press (desk->window, GDK_KEY_Escape));
  g_assert_false (desk_coach_strip_has_advice (DESK_COACH_STRIP (strip_of (desk))));
  g_assert_null (pointed_at (desk));
  g_assert_false (desk_test_press (desk->window, GDK_KEY_Escape));
  act (desk, "coach-quiet", NULL);
  g_assert_false (gtk_widget_get_visible (strip_of (desk)));
}

/* A window higher than it needs to be gives the room to the desk, not to the strip over it. */
static void
test_takes_no_room (CoachedDesk *desk, gconstpointer mode)
{
  g_assert_false (gtk_widget_compute_expand (strip_of (desk), GTK_ORIENTATION_VERTICAL));
  g_assert_true (gtk_widget_compute_expand (GTK_WIDGET (desk->page), GTK_ORIENTATION_VERTICAL));
}

/* A button of the strip that is clicked takes no focus, and one that has it gives it back. */
static void
test_takes_no_focus (CoachedDesk *desk, gconstpointer mode)
{
  GtkWidget *why = strip_child (desk, "why_button");

  wait_for (desk, "Press F1");
  g_assert_false (gtk_widget_get_focus_on_click (why));
  gtk_widget_grab_focus (why);
  act (desk, "line", g_variant_new_uint32 (1));
  wait_for (desk, "");
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (desk->window)));
}

static void
test_only_guided (CoachedDesk *desk, gconstpointer mode)
{
  g_assert_null (strip_of (desk));
  g_assert_false (
      g_action_group_has_action (desk_console_page_get_actions (desk->page), "coach-why"));
}

static GtkWidget *part (CoachedDesk *desk, GType type, GPtrArray *all);

/* The menu of what may be done once more is called so wherever it is, and an exam has none. */
static void
test_again (CoachedDesk *desk, gconstpointer mode)
{
  GtkWidget *bar = part (desk, DESK_TYPE_CONSOLE_BAR, NULL);
  GtkWidget *menu =
      GTK_WIDGET (gtk_widget_get_template_child (bar, DESK_TYPE_CONSOLE_BAR, "again_button"));
  const gboolean may = GPOINTER_TO_UINT (mode) != DESK_MODE_EXAM;

  g_assert_true (gtk_widget_get_visible (menu) == may);
  g_assert_true (desk_test_says (bar, "Try again"));
  g_assert_false (desk_test_says (bar, "Practice"));
}

typedef struct {
  GType type;
  GtkWidget *found; /* the last */
  GPtrArray *all;   /* nullable */
} Search;

static void
search (GtkWidget *widget, gpointer data)
{
  Search *self = data;

  if (G_OBJECT_TYPE (widget) == self->type) {
    self->found = widget;
    if (self->all != NULL)
      g_ptr_array_add (self->all, widget);
  }
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search, self);
}

static GtkWidget *
part (CoachedDesk *desk, GType type, GPtrArray *all)
{
  Search found = { type, NULL, all };

  gtk_container_forall (GTK_CONTAINER (desk->page), search, &found);
  g_assert_nonnull (found.found);
  return found.found;
}

static DeskCoachDesk
parts (CoachedDesk *desk, GPtrArray *keys)
{
  part (desk, DESK_TYPE_LINE_KEY, keys);
  return (DeskCoachDesk){ .keys = keys,
                          .card = part (desk, DESK_TYPE_CALL_CARD, NULL),
                          .phrases = part (desk, DESK_TYPE_PHRASE_GRID, NULL),
                          .directory = part (desk, DESK_TYPE_DIRECTORY_PANEL, NULL),
                          .pad = part (desk, DESK_TYPE_MESSAGE_PAD, NULL),
                          .bar = part (desk, DESK_TYPE_CONSOLE_BAR, NULL) };
}

/* By the button on the card to the directory, and by that of the directory once the right one is chosen. */
static void
assert_leads_to_consulting (CoachedDesk *desk, const DeskCoachDesk *where)
{
  const DeskAdvice advice = { .kind = DESK_ADVICE_CONSULT, .person = desk->scenario->people[0] };
  GtkWidget *search = GTK_WIDGET (
      gtk_widget_get_template_child (where->directory, DESK_TYPE_DIRECTORY_PANEL, "search"));

  g_assert_true (desk_coach_target_find (where, &advice) ==
                 GTK_WIDGET (gtk_widget_get_template_child (where->card, DESK_TYPE_CALL_CARD,
                                                            "consult_button")));
  gtk_entry_set_text (GTK_ENTRY (search), "anna");
  g_assert_true (desk_coach_target_find (where, &advice) ==
                 GTK_WIDGET (gtk_widget_get_template_child (
                     where->directory, DESK_TYPE_DIRECTORY_PANEL, "consult_button")));
}

/* Every advice has something to point at, whatever the templates call it. */
static void
test_targets (CoachedDesk *desk, gconstpointer mode)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  DeskCoachDesk where = parts (desk, keys);
  DeskAdvice advice = { .line = 2, .phrase = desk->scenario->phrases[DESK_PHRASE_GOODBYE] };

  g_assert_cmpuint (keys->len, ==, 2);
  for (guint kind = DESK_ADVICE_NONE + 1; kind < DESK_N_ADVICE_KINDS; kind++) {
    advice.kind = (DeskAdviceKind) kind;
    for (guint field = 0; field < DESK_N_FIELDS; field++) {
      advice.field = (DeskField) field;
      g_assert_true (GTK_IS_WIDGET (desk_coach_target_find (&where, &advice)));
    }
  }
  assert_leads_to_consulting (desk, &where);
  advice.kind = DESK_ADVICE_ANSWER;
  g_assert_true (desk_coach_target_find (&where, &advice) == keys->pdata[1]);
}

/* Words: none is empty, none repeats what only the caller knows. */

typedef struct {
  const DeskScenario *scenario;
  guint n;
} Words;

static void
on_advised (const DeskState *state, const DeskAdvice *advice, gpointer data)
{
  Words *words = data;
  g_autofree char *said = desk_coach_words_advice (advice, words->scenario, NULL);
  g_autofree char *why = desk_coach_words_reason (advice, state);
  const DeskCaller *caller = advice->call != NULL ? &advice->call->caller : NULL;

  if (advice->kind == DESK_ADVICE_NONE)
    return;
  words->n++;
  g_assert_cmpstr (said, !=, "");
  g_assert_cmpstr (why, !=, "");
  g_assert_null (strchr (said, '{'));
  g_assert_null (strchr (why, '{'));
  if (caller == NULL || advice->kind == DESK_ADVICE_LOG) /* which names the display */
    return;
  g_assert_true (*caller->surname == '\0' || strstr (said, caller->surname) == NULL);
  g_assert_true (*caller->phone == '\0' || strstr (said, caller->phone) == NULL);
}

static void
test_words (void)
{
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new (yaml);
  Words words = { scenario, 0 };
  CoachedWatch watch = { NULL, on_advised, &words };

  desk_recording_free (coached_shift (scenario, 1000, &watch));
  g_assert_cmpuint (words.n, >, 8);
}

#define ADD(name, mode, test)                                                                      \
  g_test_add ("/coach/" name, CoachedDesk, GUINT_TO_POINTER (mode), set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
  ADD ("comes-and-goes", DESK_MODE_GUIDED, test_comes_and_goes);
  ADD ("comes-into-sight", DESK_MODE_GUIDED, test_comes_into_sight);
  ADD ("is-told", DESK_MODE_GUIDED, test_is_told);
  ADD ("shows", DESK_MODE_GUIDED, test_shows);
  ADD ("rests", DESK_MODE_GUIDED, test_rests);
  ADD ("regrets", DESK_MODE_GUIDED, test_regrets);
  g_test_add_func ("/coach/other-line", test_other_line);
  ADD ("takes-no-focus", DESK_MODE_GUIDED, test_takes_no_focus);
  ADD ("takes-no-room", DESK_MODE_GUIDED, test_takes_no_room);
  ADD ("only-guided/practice", DESK_MODE_PRACTICE, test_only_guided);
  ADD ("only-guided/exam", DESK_MODE_EXAM, test_only_guided);
  ADD ("again/practice", DESK_MODE_PRACTICE, test_again);
  ADD ("again/guided", DESK_MODE_GUIDED, test_again);
  ADD ("again/exam", DESK_MODE_EXAM, test_again);
  ADD ("targets", DESK_MODE_GUIDED, test_targets);
  g_test_add_func ("/coach/words", test_words);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
