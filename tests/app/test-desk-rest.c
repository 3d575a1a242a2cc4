/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/appearance.h"
#include "app/clock.h"
#include "app/console-page.h"
#include "app/line-key.h"
#include "app/transcripts.h"
#include "cli/settings.h"
#include "hands.h"
#include "page-fixture.h"

/* What the desk leaves alone: a key is obeyed within a frame only if little more is done than what it
 * changes. Counted, since a clock would tell of the machine. */

static const char yaml[] = "format: 1\n"
                           "title: A morning\n"
                           "language: en\n"
                           "country: gb\n"
                           "lines: 3\n"
                           "duration: 1:00\n"
                           "organisation: Northwick\n"
                           "people:\n"
                           "  - {id: anna, name: Anna Reed, extension: 201}\n"
                           "calls:\n"
                           "  - id: first\n"
                           "    at: 0:00\n"
                           "    line: 1\n"
                           "    caller: {surname: Marlowe}\n"
                           "    display: {name: Marlowe, number: 01632 960001}\n"
                           "    says: {opening: {text: Hello}}\n"
                           "    expect: {do: decline}\n"
                           "  - id: second\n"
                           "    at: 0:00\n"
                           "    line: 2\n"
                           "    caller: {surname: Wilde}\n"
                           "    display: {name: Wilde, number: 01632 960002}\n"
                           "    says: {opening: {text: Hello}}\n"
                           "    expect: {do: decline}\n";

typedef struct {
  DeskScenario *scenario; /* owned, as below */
  GSettings *settings;
  DeskAppearance *appearance;
  DeskShift *shift;
  GtkWidget *window;
  GtkWidget *page; /* the window's */
} Fixture;

static void
give (Fixture *self, DeskCommandType type, guint line)
{
  DeskCommand command = { .type = type, .line = line };

  desk_session_driver_command (desk_shift_get_driver (self->shift), &command);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const DeskTerms terms = { .mode = DESK_MODE_PRACTICE, .time = "1" };
  g_autoptr (DeskClipLengths) lengths = NULL;
  g_autoptr (GError) error = NULL;

  self->scenario = desk_test_scenario_new (yaml);
  lengths = desk_clip_lengths_new_by_words (self->scenario);
  self->settings = desk_settings_new (&error);
  g_assert_no_error (error);
  self->appearance = desk_appearance_new (self->settings);
  self->shift = desk_shift_new (self->scenario, lengths, "Sven", &terms, &error);
  g_assert_no_error (error);
  desk_shift_start (self->shift, &error);
  g_assert_no_error (error);
  self->page = desk_console_page_new (self->shift, self->settings);
  self->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1024, 700);
  gtk_container_add (GTK_CONTAINER (self->window), self->page);
  gtk_widget_show (self->window);
  desk_test_run_for (60);
  give (self, DESK_COMMAND_ANSWER, 1);
  give (self, DESK_COMMAND_ANSWER, 2);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_widget_destroy (self->window);
  g_clear_object (&self->shift);
  g_clear_object (&self->appearance);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
}

static void
find (GtkWidget *widget, gpointer found)
{
  g_ptr_array_add (found, widget);
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find, found);
}

/* All of a type within `root`, as they are drawn. (transfer container) */
static GPtrArray *
find_all (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  find (root, found);
  for (guint n = found->len; n > 0; n--)
    if (!g_type_is_a (G_OBJECT_TYPE (found->pdata[n - 1]), type))
      g_ptr_array_remove_index (found, n - 1);
  return found;
}

static gpointer
find_one (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = find_all (root, type);

  g_assert_cmpuint (found->len, >=, 1);
  return found->pdata[0];
}

/* Counting. */

static void
on_signal (guint *n)
{
  ++*n;
}

static void
on_placed (GtkWidget *widget, GdkRectangle *place, guint *n)
{
  ++*n;
  g_test_message ("%s %s is placed", G_OBJECT_TYPE_NAME (widget),
                  gtk_buildable_get_name (GTK_BUILDABLE (widget)));
}

static void
on_styled (GtkWidget *widget, guint *n)
{
  ++*n;
  g_test_message ("%s %s is styled", G_OBJECT_TYPE_NAME (widget),
                  gtk_buildable_get_name (GTK_BUILDABLE (widget)));
}

static void
count (Fixture *self, GType type, const char *signal, guint *n)
{
  g_autoptr (GPtrArray) all = find_all (self->page, type);

  for (guint i = 0; i < all->len; i++)
    g_signal_connect_swapped (all->pdata[i], signal, G_CALLBACK (on_signal), n);
}

static void
count_work (Fixture *self, guint *n_placed, guint *n_styled)
{
  g_autoptr (GPtrArray) all = find_all (self->page, GTK_TYPE_WIDGET);

  for (guint i = 0; i < all->len; i++) {
    g_signal_connect (all->pdata[i], "size-allocate", G_CALLBACK (on_placed), n_placed);
    g_signal_connect (all->pdata[i], "style-updated", G_CALLBACK (on_styled), n_styled);
  }
}

/* Until the caller at hand has spoken; the next words come ten seconds later. */
static void
wait_for_silence (Fixture *self)
{
  const DeskState *state = desk_session_get_state (desk_shift_get_session (self->shift));

  for (guint n = 0; state->calls[1].speaking != NULL; n++) {
    g_assert_cmpuint (n, <, 1000);
    desk_test_run_for (10);
  }
  desk_test_run_for (300);
}

/* Clocks run on three keys, the card, the bar and at a glance. */
static void
test_clocks (Fixture *self, gconstpointer data)
{
  guint n_told = 0, n_placed = 0, n_styled = 0;
  const volatile guint *told = &n_told; /* handlers count */

  wait_for_silence (self);
  count (self, DESK_TYPE_CLOCK, "notify::label", &n_told);
  count_work (self, &n_placed, &n_styled);
  for (guint n = 0; n < 100 && *told < 2 * 5; n++) /* of two seconds, however long they take */
    desk_test_run_for (100);
  g_assert_cmpuint (n_told, >=, 2 * 5);
  desk_test_run_for (100);
  g_assert_cmpuint (n_placed, ==, 0);
  g_assert_cmpuint (n_styled, ==, 0);
}

/* From ten minutes on a clock needs the room of a figure more. */
static void
test_room_of_a_clock (Fixture *self, gconstpointer data)
{
  DeskClock *clock = find_one (self->page, DESK_TYPE_CLOCK);
  int one, two, longer;

  desk_clock_set_text (clock, "11:11");
  gtk_widget_get_preferred_width (GTK_WIDGET (clock), &one, NULL);
  desk_clock_set_text (clock, "08:48");
  gtk_widget_get_preferred_width (GTK_WIDGET (clock), &two, NULL);
  desk_clock_set_text (clock, "1:00:00");
  gtk_widget_get_preferred_width (GTK_WIDGET (clock), &longer, NULL);
  g_assert_cmpint (one, ==, two);
  g_assert_cmpint (longer, >, two);
}

static void
set_family (DeskClock *clock, const char *family)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *css = g_strdup_printf ("label { font-family: \"%s\"; }", family);

  gtk_css_provider_load_from_data (provider, css, -1, NULL);
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (clock)),
                                  GTK_STYLE_PROVIDER (provider), G_MAXUINT);
}

static int
width_of_text (DeskClock *clock)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (clock), desk_clock_get_text (clock));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Whose figures are signs of many widths. */
#define ODD_FONT "D050000L"

/* What is wider than zeros is not cut, and what is as wide again later moves nothing. */
static void
test_room_of_odd_figures (Fixture *self, gconstpointer data)
{
  DeskClock *clock = find_one (self->page, DESK_TYPE_CLOCK);
  int zeros, own, asked, again;

  set_family (clock, ODD_FONT);
  desk_test_run_for (60);
  desk_clock_set_text (clock, "00:00");
  zeros = width_of_text (clock);
  gtk_widget_get_preferred_width (GTK_WIDGET (clock), &again, NULL);
  desk_clock_set_text (clock, "22:22");
  own = width_of_text (clock);
  if (own <= zeros) {
    g_test_skip ("there is no font with figures of many widths");
    return;
  }
  gtk_widget_get_preferred_width (GTK_WIDGET (clock), &asked, NULL);
  g_assert_cmpint (asked, >=, own);
  desk_clock_set_text (clock, "00:00");
  gtk_widget_get_preferred_width (GTK_WIDGET (clock), &again, NULL);
  g_assert_cmpint (again, ==, asked);
}

static void
on_inserted (AtkText *text, int start, int n, gpointer told)
{
  g_assert_cmpint (start, ==, 0);
  *(int *) told += n;
}

/* A screen reader has it as a label. */
static void
test_clock_is_read (Fixture *self, gconstpointer data)
{
  DeskClock *clock = find_one (self->page, DESK_TYPE_CLOCK);
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (clock));
  g_autofree char *all = NULL;
  g_autofree char *part = NULL;
  int n_told = 0, start, end;

  desk_clock_set_text (clock, "");
  g_signal_connect (accessible, "text-changed::insert", G_CALLBACK (on_inserted), &n_told);
  desk_clock_set_text (clock, "01:23");
  all = atk_text_get_text (ATK_TEXT (accessible), 0, -1);
  part = atk_text_get_string_at_offset (ATK_TEXT (accessible), 2, ATK_TEXT_GRANULARITY_WORD, &start,
                                        &end);
  g_assert_cmpint (atk_object_get_role (accessible), ==, ATK_ROLE_LABEL);
  g_assert_cmpstr (atk_object_get_name (accessible), ==, "01:23");
  g_assert_cmpstr (all, ==, "01:23");
  g_assert_cmpstr (part, ==, "01:23");
  g_assert_cmpint (start, ==, 0);
  g_assert_cmpint (end, ==, 5);
  g_assert_cmpint (n_told, ==, 5);
  g_assert_cmpint ((int) atk_text_get_character_at_offset (ATK_TEXT (accessible), 1), ==, '1');
  g_assert_cmpint ((int) atk_text_get_character_at_offset (ATK_TEXT (accessible), 5), ==, 0);
}

/* Between two callers there is always somebody who can be spoken to: nothing that can be said goes grey
 * for the moment in which one is put on hold and the other is not yet resumed. */
static void
test_between_callers (Fixture *self, gconstpointer data)
{
  guint n_sensitive = 0, n_hints = 0;
  g_autoptr (GPtrArray) keys = find_all (self->page, DESK_TYPE_LINE_KEY);

  count (self, GTK_TYPE_BUTTON, "notify::sensitive", &n_sensitive);
  g_assert_cmpuint (keys->len, ==, 3);
  for (guint n = 0; n < keys->len; n++)
    g_signal_connect_swapped (desk_line_key_get_item (keys->pdata[n]), "notify::hint",
                              G_CALLBACK (on_signal), &n_hints);
  give (self, DESK_COMMAND_RESUME, 1);
  g_assert_cmpuint (n_sensitive, ==, 0);
  g_assert_cmpuint (n_hints, ==, 2); /* of the two that changed places, once each */
}

/* Rows. */

static gpointer
shown_list (Fixture *self)
{
  GtkStack *transcripts = find_one (self->page, DESK_TYPE_TRANSCRIPTS);

  return gtk_stack_get_visible_child (transcripts);
}

static guint
count_lists (Fixture *self)
{
  g_autoptr (GPtrArray) lists =
      find_all (find_one (self->page, DESK_TYPE_TRANSCRIPTS), GTK_TYPE_LIST_BOX);

  return lists->len;
}

/* Whoever goes back to a caller finds the rows that were there, and below them what came meanwhile. */
static void
test_rows_are_kept (Fixture *self, gconstpointer data)
{
  GtkListBoxRow *first, *again;
  GtkListBox *list;

  give (self, DESK_COMMAND_RESUME, 1);
  list = shown_list (self);
  first = gtk_list_box_get_row_at_index (list, 0);
  g_assert_nonnull (first);
  give (self, DESK_COMMAND_RESUME, 2);
  g_assert_true (shown_list (self) != (gpointer) list);
  desk_test_run_for (60);
  give (self, DESK_COMMAND_RESUME, 1);
  desk_test_run_for (60);
  again = gtk_list_box_get_row_at_index (shown_list (self), 0);
  g_assert_true (again == first);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (first)));
  g_assert_cmpuint (count_lists (self), ==, 2);
}

/* Of calls that are over, only the one that is looked at keeps its list. */
static void
test_lists_go (Fixture *self, gconstpointer data)
{
  give (self, DESK_COMMAND_RELEASE, 2);
  g_assert_cmpuint (count_lists (self), ==, 2);
  give (self, DESK_COMMAND_RESUME, 1);
  g_assert_cmpuint (count_lists (self), ==, 1);
  desk_test_run_for (60);
}

#define ADD(path, test) g_test_add ("/desk-rest/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  ADD ("clocks", test_clocks);
  ADD ("room-of-a-clock", test_room_of_a_clock);
  ADD ("room-of-odd-figures", test_room_of_odd_figures);
  ADD ("clock-is-read", test_clock_is_read);
  ADD ("between-callers", test_between_callers);
  ADD ("rows-are-kept", test_rows_are_kept);
  ADD ("lists-go", test_lists_go);
  return g_test_run ();
}
