/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window.h"

#include <string.h>

#include "app/call-card.h"
#include "app/console-page.h"
#include "app/directory-panel.h"
#include "app/key-label.h"
#include "app/keys-capture.h"
#include "app/line-key.h"
#include "app/message-pad.h"
#include "app/note-view.h"
#include "cli/settings.h"
#include "app/start-page.h"
#include "key-fixture.h"
#include "page-fixture.h"

/* A shift worked by touch in the real window: every press of a key is counted. */

#define PATIENCE_MS 20000

static const char yaml[] =
    "format: 1\n"
    "title: Three at once\n"
    "language: sv\n"
    "country: se\n"
    "lines: 3\n"
    "duration: 8:00\n"
    "organisation: Nordvik Bygg\n"
    "people:\n"
    "  - {id: erik, name: Erik Oberg, extension: 201}\n"
    "  - {id: anna, name: Anna Berg, extension: 203}\n"
    "phrases: [{id: hours, label: We are open from eight}]\n"
    "calls:\n"
    "  - {id: first, at: 0, display: withheld, line: 1, caller: {given: Nils}, says: {opening: {text: Hej}},\n"
    "     expect: {do: message, to: erik}}\n"
    "  - {id: second, at: 0.1, display: withheld, line: 2, caller: {given: Eva}, says: {opening: {text: Hej}},\n"
    "     expect: {do: message, to: erik}}\n"
    "  - {id: third, at: 0.2, display: withheld, line: 3, caller: {given: Ola}, says: {opening: {text: Hej}},\n"
    "     expect: {do: message, to: erik}}\n";

typedef struct {
  DeskScenario *scenario; /* owned */
  GtkWidget *window;
  guint n_keys; /* pressed so far, letters of a name left out */
} Fixture;

/* One for all: it is known on the bus by a name that no other may have. */
static GtkApplication *application;
static GSettings *settings;

/* Finding things. */

typedef struct {
  GType type;
  GtkWidget *found; /* the nth of that type */
  guint n;
} Search;

static void
search (GtkWidget *widget, gpointer data)
{
  Search *wanted = data;

  if (wanted->found != NULL)
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), wanted->type) && wanted->n-- == 0)
    wanted->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search, data);
}

static GtkWidget *
find (Fixture *fixture, GType type, guint n)
{
  Search wanted = { .type = type, .n = n };

  search (fixture->window, &wanted);
  g_assert_nonnull (wanted.found);
  return wanted.found;
}

static gpointer
child_of (Fixture *fixture, GType type, const char *name)
{
  GObject *child = gtk_widget_get_template_child (find (fixture, type, 0), type, name);

  g_assert_nonnull (child);
  return child;
}

static DeskLineState
line_state (Fixture *fixture, guint line)
{
  return desk_line_item_get_state (
      desk_line_key_get_item (DESK_LINE_KEY (find (fixture, DESK_TYPE_LINE_KEY, line - 1))));
}

static void
find_key_label (GtkWidget *widget, gpointer data)
{
  const char **labels = data; /* id in, text out */
  g_autofree char *id = NULL;

  if (DESK_IS_KEY_LABEL (widget)) {
    g_object_get (widget, "key", &id, NULL);
    if (g_strcmp0 (id, labels[0]) == 0)
      labels[1] = gtk_label_get_text (GTK_LABEL (widget));
  } else if (GTK_IS_CONTAINER (widget)) {
    gtk_container_forall (GTK_CONTAINER (widget), find_key_label, data);
  }
}

static const char *
shown_key (Fixture *fixture, const char *id)
{
  const char *labels[] = { id, NULL };

  find_key_label (fixture->window, labels);
  return labels[1];
}

/* The shift. */

static gboolean
on_patience_over (gpointer data)
{
  g_error ("Waited for %s in vain", (const char *) data);
  return G_SOURCE_REMOVE;
}

static gboolean
is_on_shift (Fixture *fixture)
{
  return DESK_IS_CONSOLE_PAGE (gtk_bin_get_child (GTK_BIN (fixture->window)));
}

static gboolean
do_all_ring (Fixture *fixture)
{
  return line_state (fixture, 1) == DESK_LINE_RINGING &&
         line_state (fixture, 2) == DESK_LINE_RINGING &&
         line_state (fixture, 3) == DESK_LINE_RINGING;
}

static void
wait_until (gboolean (*condition) (Fixture *fixture), Fixture *fixture, const char *what)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);

  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  g_settings_reset (settings, "keys");
  fixture->scenario = desk_test_scenario_new (yaml);
  fixture->window = desk_window_new (application, settings, fixture->scenario);
  gtk_widget_show (fixture->window);
  page = gtk_bin_get_child (GTK_BIN (fixture->window));
  gtk_entry_set_text (
      GTK_ENTRY (gtk_widget_get_template_child (page, DESK_TYPE_START_PAGE, "name")), "Tess");
  gtk_button_clicked (
      GTK_BUTTON (gtk_widget_get_template_child (page, DESK_TYPE_START_PAGE, "start_button")));
  wait_until (is_on_shift, fixture, "the shift");
  wait_until (do_all_ring, fixture, "three calls");
  desk_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_destroy (fixture->window);
  desk_scenario_unref (fixture->scenario);
  g_settings_reset (settings, "keys");
}

static void
press (Fixture *fixture, const char *accelerator)
{
  fixture->n_keys++;
  desk_test_key (fixture->window, accelerator);
}

static void
assert_state (Fixture *fixture, guint line, DeskLineState state)
{
  g_assert_cmpstr (desk_line_state_name (line_state (fixture, line)), ==,
                   desk_line_state_name (state));
}

static void
assert_chosen (Fixture *fixture, const char *name)
{
  const DeskPerson *person = desk_directory_panel_get_person (
      DESK_DIRECTORY_PANEL (find (fixture, DESK_TYPE_DIRECTORY_PANEL, 0)));

  g_assert_cmpstr (person != NULL ? person->name : NULL, ==, name);
}

/* Answer → hold → answer line 2 → consult → cancel → transfer: one key each, and the choice. */
static void
test_one_key_each (Fixture *fixture, gconstpointer data)
{
  press (fixture, "F1");
  assert_state (fixture, 1, DESK_LINE_CONNECTED);
  press (fixture, "<Control>h");
  assert_state (fixture, 1, DESK_LINE_HELD);
  press (fixture, "F2");
  assert_state (fixture, 2, DESK_LINE_CONNECTED);
  desk_test_key (fixture->window, "<Control>d"); /* the choice of the person */
  desk_test_type (fixture->window, "eri");
  assert_chosen (fixture, "Erik Oberg");
  press (fixture, "<Control>k");
  assert_state (fixture, 2, DESK_LINE_CONSULTING);
  press (fixture, "<Control>b");
  assert_state (fixture, 2, DESK_LINE_CONNECTED);
  assert_chosen (fixture, "Erik Oberg");
  press (fixture, "<Control>t");
  assert_state (fixture, 2, DESK_LINE_TRANSFERRING);
  g_assert_cmpuint (fixture->n_keys, ==, 6);
}

/* The key first: it leads to the search, and Enter there does what the key said. */
static void
test_key_before_choice (Fixture *fixture, gconstpointer data)
{
  press (fixture, "F1");
  press (fixture, "<Control>k");
  assert_state (fixture, 1, DESK_LINE_CONNECTED);
  desk_test_type (fixture->window, "anna");
  press (fixture, "Return");
  assert_state (fixture, 1, DESK_LINE_CONSULTING);
  press (fixture, "<Control>b");
  desk_test_type (fixture->window, "eri");
  assert_chosen (fixture, "Erik Oberg");
  press (fixture, "<Control>t");
  assert_state (fixture, 1, DESK_LINE_TRANSFERRING);
}

/* Whoever looks somebody up, by Ctrl+D, puts nobody through by Enter: that takes the key. */
static void
test_enter_forgets (Fixture *fixture, gconstpointer data)
{
  press (fixture, "F1");
  press (fixture, "<Control>k");
  press (fixture, "<Control>d");
  desk_test_type (fixture->window, "anna");
  press (fixture, "Return");
  assert_state (fixture, 1, DESK_LINE_CONNECTED);
  press (fixture, "<Control>t");
  assert_state (fixture, 1, DESK_LINE_TRANSFERRING);
}

/* Nobody is put through to whom the call before went. */
static void
test_choice_is_the_calls (Fixture *fixture, gconstpointer data)
{
  press (fixture, "F1");
  desk_test_key (fixture->window, "<Control>d");
  desk_test_type (fixture->window, "eri");
  assert_chosen (fixture, "Erik Oberg");
  press (fixture, "F2");
  assert_chosen (fixture, NULL);
  press (fixture, "<Control>t");
  press (fixture, "<Control>t");
  assert_state (fixture, 2, DESK_LINE_CONNECTED);
}

static void
test_next_and_longest (Fixture *fixture, gconstpointer data)
{
  press (fixture, "<Control>l"); /* nobody is held: nothing but a word */
  press (fixture, "<Control>n");
  assert_state (fixture, 1, DESK_LINE_CONNECTED);
  press (fixture, "<Control>n");
  assert_state (fixture, 1, DESK_LINE_HELD);
  assert_state (fixture, 2, DESK_LINE_CONNECTED);
  press (fixture, "<Control>n");
  assert_state (fixture, 3, DESK_LINE_CONNECTED);
  press (fixture, "<Control>n"); /* none rings any more */
  assert_state (fixture, 3, DESK_LINE_CONNECTED);
  press (fixture, "<Control>l");
  assert_state (fixture, 1, DESK_LINE_CONNECTED);
  press (fixture, "<Control>l");
  assert_state (fixture, 2, DESK_LINE_CONNECTED);
}

/* Wherever the focus is. */

static void
test_from_entries (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  press (fixture, "F1");
  for (const char *const *name =
           (const char *const[]){ "to_entry", "name_entry", "phone_entry", NULL };
       *name != NULL; name++) {
    entry = child_of (fixture, DESK_TYPE_MESSAGE_PAD, *name);
    gtk_widget_grab_focus (entry);
    desk_test_type (fixture->window, "12");
    press (fixture, "<Control>h");
    assert_state (fixture, 1, DESK_LINE_HELD);
    gtk_widget_grab_focus (entry);
    press (fixture, "F1");
    assert_state (fixture, 1, DESK_LINE_CONNECTED);
  }
  gtk_widget_grab_focus (find (fixture, DESK_TYPE_NOTE_VIEW, 0));
  desk_test_type (fixture->window, "hej");
  press (fixture, "<Control>h");
  assert_state (fixture, 1, DESK_LINE_HELD);
}

/* The list of names under the recipient is a window of its own, which holds the keys. */
static void
test_from_completion (Fixture *fixture, gconstpointer data)
{
  press (fixture, "F1");
  gtk_widget_grab_focus (child_of (fixture, DESK_TYPE_MESSAGE_PAD, "to_entry"));
  desk_test_type (fixture->window, "er");
  for (guint i = 0; i < 40; i++) {
    g_usleep (10000);
    desk_test_settle ();
  }
  press (fixture, "<Control>h");
  assert_state (fixture, 1, DESK_LINE_HELD);
}

static void
test_from_list_and_popover (Fixture *fixture, gconstpointer data)
{
  press (fixture, "F1");
  gtk_widget_grab_focus (child_of (fixture, DESK_TYPE_DIRECTORY_PANEL, "list"));
  press (fixture, "<Control>h");
  assert_state (fixture, 1, DESK_LINE_HELD);
  press (fixture, "<Control>i"); /* the briefing */
  desk_test_settle ();
  press (fixture, "F2");
  assert_state (fixture, 2, DESK_LINE_CONNECTED);
}

/* The menu of an entry takes every key while it is open. */
static void
test_from_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  press (fixture, "F1");
  entry = child_of (fixture, DESK_TYPE_MESSAGE_PAD, "name_entry");
  gtk_widget_grab_focus (entry);
  desk_test_key (fixture->window, "<Shift>F10"); /* there is no line 22 here */
  for (guint i = 0; i < 20; i++) {
    g_usleep (10000);
    desk_test_settle ();
  }
  g_assert_true (GTK_IS_MENU (gtk_grab_get_current ()));
  press (fixture, "F2");
  assert_state (fixture, 2, DESK_LINE_CONNECTED);
  g_assert_null (gtk_grab_get_current ());
}

/* A key held down repeats; only the first of it counts. */
static void
test_held_down (Fixture *fixture, gconstpointer data)
{
  press (fixture, "F1");
  desk_test_key_down (fixture->window, "<Control>h");
  desk_test_key_down (fixture->window, "<Control>h");
  desk_test_key_down (fixture->window, "<Control>h");
  assert_state (fixture, 1, DESK_LINE_HELD);
  desk_test_key_up (fixture->window, "<Control>h");
  desk_test_key (fixture->window, "<Control>h");
  assert_state (fixture, 1, DESK_LINE_CONNECTED);
}

/* What is written stays writing. */
static void
test_typing_is_left_alone (Fixture *fixture, gconstpointer data)
{
  GtkEntry *entry;

  press (fixture, "F1");
  entry = child_of (fixture, DESK_TYPE_MESSAGE_PAD, "name_entry");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  desk_test_type (fixture->window, "abcdefghijklmnopqrstuvwxyz1234567890");
  g_assert_cmpstr (gtk_entry_get_text (entry), ==, "abcdefghijklmnopqrstuvwxyz1234567890");
  press (fixture, "<Control>a");
  press (fixture, "<Control>x");
  g_assert_cmpstr (gtk_entry_get_text (entry), ==, "");
  assert_state (fixture, 1, DESK_LINE_CONNECTED);
}

/* The table and the console. */

static gboolean
has_key (const char *name)
{
  g_autoptr (GPtrArray) table = desk_key_table_new ();
  g_autofree char *detailed = g_strconcat ("desk.", name, NULL);

  for (guint i = 0; i < table->len; i++) {
    const DeskKeyAction *action = table->pdata[i];
    const gsize length = strlen (detailed);

    if (strncmp (action->action, detailed, length) == 0 &&
        (action->action[length] == '\0' || action->action[length] == '('))
      return TRUE;
  }
  return FALSE;
}

static void
test_every_action_has_a_key (Fixture *fixture, gconstpointer data)
{
  GActionGroup *group = gtk_widget_get_action_group (fixture->window, "desk");
  g_auto (GStrv) names = g_action_group_list_actions (group);

  g_assert_cmpuint (g_strv_length (names), >=, 16);
  for (guint i = 0; names[i] != NULL; i++) {
    g_test_message ("%s", names[i]);
    g_assert_true (has_key (names[i]));
  }
}

/* Every phrase on the grid shows its key, the organisation's own too, and says it. */
static void
test_phrases (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (shown_key (fixture, "greet"), ==, "Alt+1");
  g_assert_cmpstr (shown_key (fixture, "goodbye"), ==, "Alt+Y");
  g_assert_cmpstr (shown_key (fixture, "own-1"), ==, "Ctrl+1");
  g_assert_null (shown_key (fixture, "own-2"));
}

/* A changed key counts, and is shown, everywhere at once. */
static void
test_changed_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (settings);
  DeskKeyStroke stroke;
  g_autofree char *hint = NULL;

  g_assert_cmpstr (shown_key (fixture, "hold"), ==, "Ctrl+H");
  desk_key_stroke_parse ("<Control>w", &stroke);
  desk_keys_set (keys, "hold", stroke);
  desk_key_stroke_parse ("<Control>j", &stroke);
  desk_keys_set (keys, "line-2", stroke);
  g_assert_cmpstr (shown_key (fixture, "hold"), ==, "Ctrl+W");
  g_assert_cmpstr (shown_key (fixture, "line-2"), ==, "Ctrl+J");
  g_object_get (desk_line_key_get_item (DESK_LINE_KEY (find (fixture, DESK_TYPE_LINE_KEY, 1))),
                "hint", &hint, NULL);
  g_assert_nonnull (strstr (hint, "press Ctrl+J to answer"));
  press (fixture, "F1");
  press (fixture, "<Control>h");
  assert_state (fixture, 1, DESK_LINE_CONNECTED);
  press (fixture, "<Control>w");
  assert_state (fixture, 1, DESK_LINE_HELD);
  press (fixture, "<Control>j");
  assert_state (fixture, 2, DESK_LINE_CONNECTED);
}

static gboolean
is_sheet (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "DeskKeySheetWindow");
}

static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = NULL;
  guint n = 0;

  press (fixture, "<Control>question");
  press (fixture, "<Control>question");
  windows = gtk_window_list_toplevels ();
  for (GList *at = windows; at != NULL; at = at->next)
    n += is_sheet (at->data) && gtk_widget_get_visible (at->data);
  g_assert_cmpuint (n, ==, 1);
}

/* The keys of the shift work from the program's other windows, too, and lead back to it. */

static const struct {
  const char *action; /* of the window */
  const char *target; /* a string; or NULL */
  const char *type;   /* of the window that it opens */
} other_windows[] = {
  { "key-sheet", NULL, "DeskKeySheetWindow" },
  { "help", NULL, "GtkWindow" },
  { "preferences", "keys", "DeskPreferencesWindow" },
};

static GtkWidget *
find_other (Fixture *fixture, const char *type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (at->data), type) && gtk_widget_get_visible (at->data) &&
        gtk_window_get_transient_for (at->data) == GTK_WINDOW (fixture->window))
      return at->data;
  g_error ("There is no %s", type);
}

static void
test_from_other_windows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_windows); i++) {
    const char *target = other_windows[i].target;
    GtkWidget *other;

    g_test_message ("%s", other_windows[i].action);
    g_action_group_activate_action (G_ACTION_GROUP (fixture->window), other_windows[i].action,
                                    target != NULL ? g_variant_new_string (target) : NULL);
    desk_test_settle ();
    other = find_other (fixture, other_windows[i].type);
    desk_test_key (other, i % 2 == 0 ? "F1" : "<Control>h");
    assert_state (fixture, 1, i % 2 == 0 ? DESK_LINE_CONNECTED : DESK_LINE_HELD);
    gtk_widget_destroy (other);
  }
}

/* A key that is being chosen does nothing else. */
static void
test_not_from_capture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (settings);
  GtkWidget *capture =
      desk_keys_capture_new (GTK_WINDOW (fixture->window), keys,
                             desk_keys_find_stroke (keys, (DeskKeyStroke){ GDK_KEY_F1, 0 }));

  gtk_widget_show (capture);
  desk_test_settle ();
  desk_test_key (capture, "F2");
  assert_state (fixture, 2, DESK_LINE_RINGING);
  gtk_widget_destroy (capture);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/window-keys/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new ("org.frontdesk.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  settings = desk_settings_new (NULL);
  ADD ("one-key-each", test_one_key_each);
  ADD ("key-before-choice", test_key_before_choice);
  ADD ("enter-forgets", test_enter_forgets);
  ADD ("choice-is-the-calls", test_choice_is_the_calls);
  ADD ("next-and-longest", test_next_and_longest);
  ADD ("from-entries", test_from_entries);
  ADD ("from-completion", test_from_completion);
  ADD ("from-list-and-popover", test_from_list_and_popover);
  ADD ("from-menu", test_from_menu);
  ADD ("held-down", test_held_down);
  ADD ("typing-is-left-alone", test_typing_is_left_alone);
  ADD ("every-action-has-a-key", test_every_action_has_a_key);
  ADD ("phrases", test_phrases);
  ADD ("changed-key", test_changed_key);
  ADD ("sheet", test_sheet);
  ADD ("from-other-windows", test_from_other_windows);
  ADD ("not-from-capture", test_not_from_capture);
  status = g_test_run ();
  g_object_unref (settings);
  g_object_unref (application);
  return status;
}
