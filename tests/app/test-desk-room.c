/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The room that each part of the desk has in a window as it opens on a small screen: it does not depend on what is
 * written, and what is pressed is seen whole. */

#include "app/console-layout.h"
#include "app/directory-panel.h"
#include "app/message-pad.h"
#include "coach-fixture.h"
#include "hands.h"
#include "page-fixture.h"

/* px: a window without its frame, on a screen of 1366 by 768 */
#define WIDTH 1280
#define HEIGHT 743

static const char yaml[] =
    "format: 1\n"
    "title: A morning\n"
    "language: en\n"
    "country: gb\n"
    "lines: 4\n"
    "duration: 5:00\n"
    "organisation: Northwick\n"
    "people:\n"
    "  - {id: anna, name: Anna Reed, title: Accountant, department: Finance, extension: 201}\n"
    "  - {id: bill, name: Bill Ash, department: Stores, extension: 202}\n"
    "  - {id: p0, name: Person 0, extension: 210}\n"
    "  - {id: p1, name: Person 1, extension: 211}\n"
    "  - {id: p2, name: Person 2, extension: 212}\n"
    "calls:\n"
    "  - id: first\n"
    "    at: 0:00\n"
    "    line: 1\n"
    "    caller: {surname: Marlowe}\n"
    "    display: {name: Marlowe, number: 01632 960001}\n"
    "    says: {opening: {text: May I leave a message for Anna Reed?}}\n"
    "    expect: {do: message, to: anna, message: Ring back.}\n";

static const char *const sentence[] = {
  "Wishes",
  "to",
  "be",
  "rung",
  "back",
  "before",
  "half",
  "past",
  "two",
  "about",
  "the",
  "declaration",
  "of",
  "employers,",
  "case",
  "4816;",
  "she",
  "rang",
  "on",
  "Friday",
  "too.",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsabteilungsleiter",
  "https://www.example.org/a-very-long-address/that-nobody-would-dictate/but-that-somebody-pastes?id=4711",
};

typedef struct {
  DeskScenario *scenario; /* owned */
  CoachedDesk desk;
  DeskConsoleLayout *layout; /* the page's, as the next two */
  GtkWidget *directory;
  GtkWidget *pad;
} Fixture;

static GtkApplication *application;

static void
take_part (GtkWidget *widget, gpointer data)
{
  Fixture *self = data;

  if (DESK_IS_CONSOLE_LAYOUT (widget))
    self->layout = DESK_CONSOLE_LAYOUT (widget);
  else if (DESK_IS_DIRECTORY_PANEL (widget))
    self->directory = widget;
  else if (DESK_IS_MESSAGE_PAD (widget))
    self->pad = widget;
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), take_part, self);
}

static gpointer
part (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
answer (Fixture *self)
{
  DeskSession *session = desk_shift_get_session (self->desk.shift);
  DeskCommand command = { .type = DESK_COMMAND_ANSWER, .line = 1 };

  for (guint n = 0; desk_state_line (desk_session_get_state (session), 1) != DESK_LINE_RINGING;
       n++) {
    g_assert_cmpuint (n, <, 500);
    desk_test_run_for (10);
  }
  desk_session_driver_command (desk_shift_get_driver (self->desk.shift), &command);
}

static void
set_up (Fixture *self, gconstpointer guided)
{
  self->scenario = desk_test_scenario_new (yaml);
  coached_desk_init (&self->desk, application, self->scenario,
                     guided != NULL ? DESK_MODE_GUIDED : DESK_MODE_PRACTICE);
  gtk_window_resize (GTK_WINDOW (self->desk.window), WIDTH, HEIGHT);
  take_part (GTK_WIDGET (self->desk.page), self);
  desk_test_run_for (100);
  answer (self);
  desk_test_run_for (100);
}

static void
tear_down (Fixture *self, gconstpointer guided)
{
  g_settings_reset (self->desk.settings, "text-scale");
  coached_desk_clear (&self->desk);
  desk_scenario_unref (self->scenario);
}

/* In the window's coordinates. */
static GdkRectangle
place_of (GtkWidget *widget)
{
  GdkRectangle place = { .width = gtk_widget_get_allocated_width (widget),
                         .height = gtk_widget_get_allocated_height (widget) };

  gtk_widget_translate_coordinates (widget, gtk_widget_get_toplevel (widget), 0, 0, &place.x,
                                    &place.y);
  return place;
}

static void
assert_place (GtkWidget *widget, const GdkRectangle *expected)
{
  const GdkRectangle place = place_of (widget);

  g_assert_cmpint (place.x, ==, expected->x);
  g_assert_cmpint (place.y, ==, expected->y);
  g_assert_cmpint (place.width, ==, expected->width);
  g_assert_cmpint (place.height, ==, expected->height);
}

static GtkWidget *
pane_of (GtkWidget *widget)
{
  while (gtk_widget_get_parent (widget) != NULL &&
         !DESK_IS_CONSOLE_LAYOUT (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
assert_whole (GtkWidget *widget)
{
  const GdkRectangle pane = place_of (pane_of (widget)), place = place_of (widget);

  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_cmpint (place.height, >, 1);
  g_assert_cmpint (place.y, >=, pane.y);
  g_assert_cmpint (place.y + place.height, <=, pane.y + pane.height);
}

static void
set_scale (Fixture *self, double scale)
{
  g_settings_set_double (self->desk.settings, "text-scale", scale);
  desk_test_run_for (400); /* a theme may take 200 ms to change a button's size */
  desk_console_layout_raise (self->layout, DESK_PANE_SLIP);
  desk_test_run_for (100);
}

static void
write_word (Fixture *self, const char *word)
{
  GtkTextView *note = part (self->pad, "note");

  g_signal_emit_by_name (note, "insert-at-cursor", word);
  g_signal_emit_by_name (note, "insert-at-cursor", " ");
  desk_test_run_for (30);
}

static void
assert_writing_moves_nothing (Fixture *self)
{
  const DeskArrangement arrangement = desk_console_layout_get_arrangement (self->layout);
  const GdkRectangle pad = place_of (self->pad), note = place_of (part (self->pad, "note"));

  for (guint n = 0; n < G_N_ELEMENTS (sentence); n++) {
    write_word (self, sentence[n]);
    g_assert_cmpint (desk_console_layout_get_arrangement (self->layout), ==, arrangement);
    assert_place (self->pad, &pad);
    g_assert_cmpint (place_of (part (self->pad, "note")).width, ==, note.width);
  }
}

static void
test_writing (Fixture *self, gconstpointer guided)
{
  g_assert_cmpint (desk_console_layout_get_arrangement (self->layout), ==,
                   DESK_ARRANGEMENT_COLUMNS);
  assert_writing_moves_nothing (self);
  set_scale (self, 2);
  assert_writing_moves_nothing (self);
}

/* Who is chosen, what they are at, and the buttons for them. */
static void
assert_choice_is_whole (Fixture *self)
{
  g_assert_cmpint (desk_console_layout_get_arrangement (self->layout), ==,
                   DESK_ARRANGEMENT_COLUMNS);
  assert_whole (part (self->directory, "chosen"));
  assert_whole (part (self->directory, "chosen_presence"));
  assert_whole (part (self->directory, "consult_button"));
  assert_whole (part (self->directory, "transfer_button"));
  assert_whole (part (self->pad, "log_button"));
}

/* Where there is not room for all of the slip, what is written in is. */
static void
assert_field_is_seen (Fixture *self, const char *name)
{
  GtkWidget *field = part (self->pad, name);
  const GdkRectangle form = place_of (gtk_widget_get_parent (part (self->pad, "form")));
  GdkRectangle place;

  gtk_widget_grab_focus (field);
  desk_test_run_for (100);
  place = place_of (field);
  g_assert_cmpint (place.y, >=, form.y);
  g_assert_cmpint (place.y + place.height, <=, form.y + form.height);
}

/* Also where a long name is spelled. */
static void
test_choice (Fixture *self, gconstpointer guided)
{
  gtk_entry_set_text (part (self->directory, "search"), "Anna");
  desk_test_run_for (100);
  assert_choice_is_whole (self);
  desk_message_pad_toggle_alphabet (DESK_MESSAGE_PAD (self->pad));
  desk_test_run_for (100);
  assert_choice_is_whole (self);
  gtk_entry_set_text (part (self->pad, "name_entry"), "Alexandra Featherstonehaugh-Cholmondeley");
  desk_test_run_for (100);
  assert_choice_is_whole (self);
  assert_field_is_seen (self, "note");
  assert_field_is_seen (self, "to_entry");
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
#define ADD(path, guided, test) g_test_add (path, Fixture, guided, set_up, test, tear_down)
  ADD ("/desk-room/writing", NULL, test_writing);
  ADD ("/desk-room/writing-guided", "guided", test_writing);
  ADD ("/desk-room/choice", NULL, test_choice);
  ADD ("/desk-room/choice-guided", "guided", test_choice);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
