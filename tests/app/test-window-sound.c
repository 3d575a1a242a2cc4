/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window.h"
#include "cli/settings.h"

#include <glib/gstdio.h>

#include "app/console-page.h"
#include "app/preferences-window.h"
#include "app/sound-check.h"
#include "app/sound-news.h"
#include "app/sound-page.h"
#include "app/start-page.h"
#include "audio/sound-settings.h"
#include "hands.h"
#include "page-fixture.h"
#include "sound-fixture.h"

/* The sound in the real window, with a real sound server: where the check is offered, how one comes to
 * the preferences, and what is kept in the user's file. */

typedef struct {
  char *path; /* owned, as below: of the settings */
  DeskScenario *scenario;
  GtkWidget *window;
} Fixture;

/* One for all: it is known on the bus by a name that no other may have. */
static GtkApplication *application;
static GSettings *settings;

static void
open_window (Fixture *fixture)
{
  fixture->window = desk_window_new (application, settings, fixture->scenario);
  gtk_widget_show (fixture->window);
}

static void
close_window (Fixture *fixture)
{
  gtk_widget_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = desk_sound_settings_default_path ();
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  fixture->scenario = desk_test_scenario_new_default ();
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_unlink (fixture->path);
  desk_scenario_unref (fixture->scenario);
  g_free (fixture->path);
}

static GtkWidget *
page (Fixture *fixture)
{
  return gtk_bin_get_child (GTK_BIN (fixture->window));
}

static gpointer
start_child (Fixture *fixture, const char *name)
{
  GObject *object = gtk_widget_get_template_child (page (fixture), DESK_TYPE_START_PAGE, name);

  g_assert_nonnull (object);
  return object;
}

static gboolean
is_offered (Fixture *fixture)
{
  return gtk_widget_is_visible (start_child (fixture, "sound_offer"));
}

static gpointer
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (at->data, type) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static gboolean
has_preferences (gpointer data)
{
  return find_window (DESK_TYPE_PREFERENCES_WINDOW) != NULL;
}

static gboolean
has_check (gpointer data)
{
  return find_window (DESK_TYPE_SOUND_CHECK) != NULL;
}

static gboolean
has_no_check (gpointer data)
{
  return !has_check (data);
}

static char *
kept (Fixture *fixture, const char *name)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_load_from_file (file, fixture->path, G_KEY_FILE_NONE, NULL);
  return g_key_file_get_string (file, "sound", name, NULL);
}

static gboolean
is_kept_checked (gpointer data)
{
  g_autofree char *checked = kept (data, "checked");

  return g_strcmp0 (checked, "true") == 0;
}

/* The offer. */

static void
test_not_now (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_offered (fixture));
  gtk_button_clicked (start_child (fixture, "sound_check_later"));
  g_assert_false (is_offered (fixture));
  close_window (fixture);
  open_window (fixture);
  g_assert_true (is_offered (fixture));
}

static void
test_never (Fixture *fixture, gconstpointer data)
{
  gtk_button_clicked (start_child (fixture, "sound_check_never"));
  g_assert_false (is_offered (fixture));
  desk_test_wait (is_kept_checked, fixture, "the settings to be kept");
  close_window (fixture);
  open_window (fixture);
  g_assert_false (is_offered (fixture));
}

static gpointer
check_child (const char *name)
{
  return gtk_widget_get_template_child (find_window (DESK_TYPE_SOUND_CHECK), DESK_TYPE_SOUND_CHECK,
                                        name);
}

static void
test_checked (Fixture *fixture, gconstpointer data)
{
  gtk_button_clicked (start_child (fixture, "sound_check"));
  desk_test_wait (has_check, NULL, "the sound check");
  for (guint step = 0; step < 3; step++) {
    gtk_button_clicked (check_child ("no"));
    gtk_button_clicked (check_child ("go_on"));
  }
  g_assert_false (is_offered (fixture));
  desk_test_wait (is_kept_checked, fixture, "the settings to be kept");
  gtk_button_clicked (check_child ("done"));
  desk_test_wait (has_no_check, NULL, "the check to go");
}

/* An exam without captions. */

static const char exam_yaml[] =
    "format: 1\ntitle: An exam\nlanguage: en\ncountry: gb\nlines: 2\nduration: 8:00\n"
    "organisation: Acme\nlevel: exam\n"
    "people: [{id: free, name: Fay Reed, extension: 201}]\n"
    "calls:\n"
    "  - {id: one, at: 0:01, caller: {given: Ann}, says: {opening: {text: Hello}},\n"
    "     expect: {do: decline}}\n";

static void
set_up_exam (Fixture *fixture, gconstpointer data)
{
  fixture->path = desk_sound_settings_default_path ();
  fixture->scenario = desk_test_scenario_new (exam_yaml);
}

static GtkWidget *
exam_dialog (void)
{
  return find_window (GTK_TYPE_DIALOG);
}

static void
start_exam (Fixture *fixture)
{
  gtk_entry_set_text (start_child (fixture, "name"), "Vera");
  gtk_button_clicked (start_child (fixture, "start_button"));
  g_assert_nonnull (exam_dialog ());
  g_assert_false (desk_test_says (exam_dialog (), "cannot be heard"));
  gtk_dialog_response (GTK_DIALOG (exam_dialog ()), GTK_RESPONSE_ACCEPT);
}

static gboolean
is_told_of_voices (gpointer data)
{
  return exam_dialog () != NULL && desk_test_says (exam_dialog (), "Some people cannot be heard");
}

static gboolean
is_on_shift (gpointer data)
{
  return DESK_IS_CONSOLE_PAGE (page (data));
}

/* Nothing that speaks is installed, which is found out after the confirmation. */
static void
test_exam_without_voices (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autofree char *empty = g_dir_make_tmp ("frontdesk-no-programs-XXXXXX", NULL);

  g_setenv ("PATH", empty, TRUE);
  open_window (fixture);
  start_exam (fixture);
  desk_test_wait (is_told_of_voices, NULL, "the warning");
  g_setenv ("PATH", path, TRUE);
  g_rmdir (empty);
  g_assert_true (desk_test_says (exam_dialog (), "espeak-ng"));
  g_assert_true (DESK_IS_START_PAGE (page (fixture)));
  gtk_dialog_response (GTK_DIALOG (exam_dialog ()), GTK_RESPONSE_CANCEL);
}

static void
test_exam_with_voices (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  start_exam (fixture);
  desk_test_wait (is_on_shift, fixture, "the exam");
}

/* The preferences. */

/* By its key, which is found by its place on the keyboard. */
static gboolean
press_preferences (GtkWidget *widget)
{
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_KEY_PRESS);
  g_autofree GdkKeymapKey *keys = NULL;
  gboolean handled = FALSE;
  int n_keys;

  g_assert_true (gdk_keymap_get_entries_for_keyval (
      gdk_keymap_get_for_display (gdk_display_get_default ()), GDK_KEY_comma, &keys, &n_keys));
  event->key.window = g_object_ref (gtk_widget_get_window (widget));
  event->key.keyval = GDK_KEY_comma;
  event->key.hardware_keycode = (guint16) keys[0].keycode;
  event->key.state = GDK_CONTROL_MASK;
  g_signal_emit_by_name (widget, "key-press-event", event, &handled);
  return handled;
}

static GtkWidget *
find_page (void)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (
      find_window (DESK_TYPE_PREFERENCES_WINDOW), DESK_TYPE_PREFERENCES_WINDOW, "stack"));
  GtkWidget *scroller = gtk_stack_get_child_by_name (stack, "sound");

  return gtk_bin_get_child (GTK_BIN (gtk_bin_get_child (GTK_BIN (scroller))));
}

static gboolean
lists_outputs (gpointer chooser)
{
  return gtk_tree_model_iter_n_children (gtk_combo_box_get_model (chooser), NULL) > 1;
}

/* Opened, and its devices listed: a thread that lists them would load libraries while the test ends. */
static GtkWidget *
open_preferences (Fixture *fixture)
{
  GtkWidget *chooser;

  g_assert_true (press_preferences (fixture->window));
  desk_test_wait (has_preferences, NULL, "the preferences");
  chooser = GTK_WIDGET (
      gtk_widget_get_template_child (find_page (), DESK_TYPE_SOUND_PAGE, "voice_device"));
  desk_test_wait (lists_outputs, chooser, "the outputs of the server");
  return chooser;
}

static char *
last_row_id (GtkComboBox *chooser)
{
  GtkTreeModel *model = gtk_combo_box_get_model (chooser);
  GtkTreeIter at;
  char *id;

  gtk_tree_model_iter_nth_child (model, &at, NULL,
                                 gtk_tree_model_iter_n_children (model, NULL) - 1);
  gtk_tree_model_get (model, &at, 1, &id, -1);
  return id;
}

static gboolean
is_kept_headset (gpointer data)
{
  g_autofree char *headset = kept (data, "headset");

  return headset != NULL && *headset != '\0';
}

static void
test_chooses_output (Fixture *fixture, gconstpointer data)
{
  GtkComboBox *chooser = GTK_COMBO_BOX (open_preferences (fixture));
  g_autofree char *id = NULL;
  g_autofree char *headset = NULL;

  id = last_row_id (chooser);
  desk_test_chooser_choose (chooser, id);
  desk_test_wait (is_kept_headset, fixture, "the choice to be kept");
  headset = kept (fixture, "headset");
  g_assert_cmpstr (headset, ==, id);
}

/* One window, however often it is asked for; and it goes with the other. */
static void
test_one_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget *preferences;

  open_preferences (fixture);
  preferences = find_window (DESK_TYPE_PREFERENCES_WINDOW);
  press_preferences (fixture->window);
  g_assert_true (find_window (DESK_TYPE_PREFERENCES_WINDOW) == preferences);
  close_window (fixture);
  g_assert_false (has_preferences (NULL));
  open_window (fixture);
}

/* During a shift volumes can be set, but the sound is not checked. */
static void
test_on_shift (Fixture *fixture, gconstpointer data)
{
  GtkWidget *volume;

  gtk_entry_set_text (start_child (fixture, "name"), "Tess");
  gtk_button_clicked (start_child (fixture, "start_button"));
  desk_test_wait (is_on_shift, fixture, "the shift");
  volume = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (desk_console_page_get_bar (DESK_CONSOLE_PAGE (page (fixture)))),
      DESK_TYPE_CONSOLE_BAR, "volume"));
  g_assert_true (gtk_widget_is_visible (volume));
  open_preferences (fixture);
  g_assert_false (gtk_widget_is_sensitive (
      GTK_WIDGET (gtk_widget_get_template_child (find_page (), DESK_TYPE_SOUND_PAGE, "check"))));
}

/* What is told of the sound. */

static void
on_fault (GString *told, const char *notice)
{
  g_string_append_printf (told, "%s ", notice);
}

static void
on_mended (GString *told, const char *notice)
{
  g_string_append (told, "mended ");
}

static gboolean
on_late_enough (gpointer is_late)
{
  *(gboolean *) is_late = TRUE;
  return G_SOURCE_REMOVE;
}

static void
assert_told_in_time (GString *told, const char *expected)
{
  gboolean is_late = FALSE;

  g_timeout_add (1300, on_late_enough, &is_late);
  while (!is_late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (told->str, ==, expected);
  g_string_truncate (told, 0);
}

/* What lasts is told, and that it is over if it was told. */
static void
test_news (void)
{
  g_autoptr (DeskSoundNews) news = desk_sound_news_new ();
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect_swapped (news, "fault", G_CALLBACK (on_fault), told);
  g_signal_connect_swapped (news, "mended", G_CALLBACK (on_mended), told);
  desk_sound_news_take (news, NULL);
  assert_told_in_time (told, "");
  desk_sound_news_take (news, "gone");
  desk_sound_news_take (news, NULL);
  assert_told_in_time (told, "");
  desk_sound_news_take (news, "gone");
  assert_told_in_time (told, "gone ");
  desk_sound_news_take (news, NULL);
  desk_sound_news_take (news, "gone");
  assert_told_in_time (told, "");
  desk_sound_news_take (news, NULL);
  assert_told_in_time (told, "mended ");
  desk_sound_news_take (news, "gone");
  desk_sound_news_stop (news);
  desk_sound_news_take (news, NULL);
  assert_told_in_time (told, "");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/window-sound/" path, Fixture, NULL, set_up, function, tear_down)

#define ADD_EXAM(path, function)                                                                   \
  g_test_add ("/window-sound/" path, Fixture, NULL, set_up_exam, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();
  settings = desk_settings_new (NULL);
  ADD ("not-now", test_not_now);
  ADD ("never", test_never);
  ADD ("checked", test_checked);
  ADD ("chooses-output", test_chooses_output);
  ADD ("one-window", test_one_window);
  ADD ("on-shift", test_on_shift);
  g_test_add_func ("/window-sound/news", test_news);
  ADD_EXAM ("exam-without-voices", test_exam_without_voices);
  ADD_EXAM ("exam-with-voices", test_exam_with_voices);
  status = g_test_run ();
  g_object_unref (settings);
  g_object_unref (application);
  return status;
}
