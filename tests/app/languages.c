/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "app/console-page.h"
#include "app/help-window.h"
#include "cli/settings.h"
#include "app/start-page.h"
#include "app/summary-page.h"
#include "app/window.h"
#include "cli/paths.h"
#include "hands.h"
#include "history-fixture.h"
#include "history/history-list.h"
#include "page-fixture.h"

/* Walks every page in the language of the environment, at the smallest size, and prints a line for each
 * text that is not in that language, and for each that does not fit in its place: languages.py runs it.
 * In the language "xx" each translation begins with MARK, so that whatever does not was never translated;
 * in others, what would have a translation was not given it. */

#define WIDTH 1024
#define HEIGHT 700
#define PATIENCE_MS 20000
#define MARK "⟦"

typedef struct {
  GtkWidget *window;      /* borrowed */
  const char *page;       /* its name here */
  DeskScenario *scenario; /* owned, as below */
  GString *data;          /* all that scenarios say */
  guint n_texts;
  guint n_faults;
} Walk;

/* Texts in which ellipses are no loss: names, titles and paths can be of any length. */
static const char *const may_be_cut[] = { "organisation", "title",   "place", "caller",
                                          "count",        "caption", "next",  "sound_offer_words" };

static void
complain (Walk *walk, const char *fault, const char *text)
{
  g_print ("%s: %s: %s\n", walk->page, fault, text);
  walk->n_faults++;
}

/* What people are called and say comes from the scenario, what remains are figures, signs and paths. */
static gboolean
is_data (Walk *walk, const char *text)
{
  guint n_letters = 0, n_in_a_row = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    n_in_a_row = g_unichar_isalpha (g_utf8_get_char (p)) ? n_in_a_row + 1 : 0;
    n_letters = MAX (n_letters, n_in_a_row);
  }
  while (g_ascii_isdigit (*text) || *text == '.' || *text == ' ') /* "1. Nils" */
    text++;
  return n_letters < 2 || *text == '/' || strstr (walk->data->str, text) != NULL;
}

static gboolean
is_key (const char *text)
{
  guint keyval;
  GdkModifierType modifiers;

  gtk_accelerator_parse (text, &keyval, &modifiers);
  return keyval != 0 || strstr (text, "Ctrl+") != NULL || strstr (text, "Alt+") != NULL ||
         strstr (text, "Shift+") != NULL;
}

/* Names, a Swedish word that is written like another one in English, and words of GTK's own. */
static gboolean
is_name (const char *text)
{
  static const char *const names[] = {
    "Frontdesk", "English",  "Svenska", "Kim",
    "Eva",       "Tess",     "Ringer",  "Provides visual indication of progress",
    "Question",  "Best Fit", "Zoom In", "Zoom Out",
    NULL,
  };

  return g_strv_contains (names, text);
}

static void
judge_text (Walk *walk, const char *text)
{
  const gboolean is_marked = g_strcmp0 (g_getenv ("LANGUAGE"), "xx") == 0;

  /* Whoever has no manual in their language gets the English one. */
  if (is_marked && g_str_equal (walk->page, "help"))
    return;
  if (text == NULL || *text == '\0' || is_data (walk, text) || is_key (text) || is_name (text))
    return;
  walk->n_texts++;
  if (is_marked && strstr (text, MARK) == NULL)
    complain (walk, "not translated", text);
  else if (!is_marked && strcmp (g_dgettext (GETTEXT_PACKAGE, text), text) != 0)
    complain (walk, "left in English", text);
}

static gboolean
may_be_ellipsized (Walk *walk, GtkWidget *label)
{
  const char *name = gtk_buildable_get_name (GTK_BUILDABLE (label));

  for (guint n = 0; name != NULL && n < G_N_ELEMENTS (may_be_cut); n++) {
    if (g_str_equal (name, may_be_cut[n]))
      return TRUE;
  }
  return is_data (walk, gtk_label_get_text (GTK_LABEL (label)));
}

static void
judge_place (Walk *walk, GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  int width, height;

  if (gtk_widget_get_allocated_width (label) <= 1) /* folded away */
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout)) {
    if (!may_be_ellipsized (walk, label))
      complain (walk, "cut with an ellipsis", text);
  } else if (width > gtk_widget_get_allocated_width (label) ||
             height > gtk_widget_get_allocated_height (label)) {
    complain (walk, "larger than its place", text);
  }
}

static void
judge (GtkWidget *widget, gpointer data)
{
  Walk *walk = data;
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  g_autofree char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget)) {
    judge_text (walk, gtk_label_get_text (GTK_LABEL (widget)));
    judge_place (walk, widget);
  }
  if (GTK_IS_ENTRY (widget))
    judge_text (walk, gtk_entry_get_placeholder_text (GTK_ENTRY (widget)));
  judge_text (walk, tooltip);
  if (!GTK_IS_LABEL (widget) && accessible != NULL && !GTK_IS_TEXT_VIEW (widget)) {
    judge_text (walk, atk_object_get_name (accessible));
    judge_text (walk, atk_object_get_description (accessible));
  }
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), judge, walk);
}

static gboolean
on_patience_over (gpointer data)
{
  g_error ("Waited for %s in vain", (const char *) data);
  return G_SOURCE_REMOVE;
}

static void
wait_until (gboolean (*condition) (GtkWidget *window), GtkWidget *window, const char *what)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);

  while (!condition (window))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static gboolean
on_tick (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until what was begun has settled and been laid out. */
static void
rest (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_tick, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
look_at (Walk *walk, GtkWidget *window, const char *page)
{
  GtkRequisition least;

  walk->page = page;
  rest (300);
  gtk_widget_get_preferred_size (window, &least, NULL);
  if (least.width > WIDTH || least.height > HEIGHT) {
    g_autofree char *size = g_strdup_printf ("%d × %d", least.width, least.height);

    complain (walk, "larger than the smallest screen", size);
  }
  /* News of the sound may have come just now, and have its place with the next frame. */
  gtk_container_check_resize (GTK_CONTAINER (window));
  judge (window, walk);
}

static void
act (GtkWidget *window, const char *action, GVariant *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, target);
}

static GtkWidget *
find_other_window (GtkWidget *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next) {
    if (each->data != window && gtk_widget_get_mapped (each->data) &&
        gtk_window_get_window_type (each->data) == GTK_WINDOW_TOPLEVEL)
      return each->data;
  }
  return NULL;
}

static void
look_at_dialog (Walk *walk, const char *action, GVariant *target, const char *page)
{
  GtkWidget *dialog;

  act (walk->window, action, target);
  rest (200);
  dialog = find_other_window (walk->window);
  g_assert_nonnull (dialog);
  look_at (walk, dialog, page);
  gtk_widget_destroy (dialog);
}

static gboolean
is_on_shift (GtkWidget *window)
{
  return DESK_IS_CONSOLE_PAGE (gtk_bin_get_child (GTK_BIN (window)));
}

static gboolean
is_scored (GtkWidget *window)
{
  return DESK_IS_SUMMARY_PAGE (gtk_bin_get_child (GTK_BIN (window)));
}

static void
work (Walk *walk)
{
  GtkWidget *start = gtk_bin_get_child (GTK_BIN (walk->window));
  GActionGroup *keys;
  GtkWidget *question;

  gtk_entry_set_text (
      GTK_ENTRY (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "name")), "Tess");
  gtk_button_clicked (
      GTK_BUTTON (gtk_widget_get_template_child (start, DESK_TYPE_START_PAGE, "start_button")));
  wait_until (is_on_shift, walk->window, "the shift");
  look_at (walk, walk->window, "console");
  keys = gtk_widget_get_action_group (walk->window, "desk");
  rest (2500);
  g_action_group_activate_action (keys, "line", g_variant_new_uint32 (2));
  look_at (walk, walk->window, "console, a call");
  g_action_group_activate_action (keys, "finish", NULL);
  rest (200);
  question = desk_test_find_dialog (GTK_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  look_at (walk, question, "question");
  gtk_dialog_response (GTK_DIALOG (question), GTK_RESPONSE_ACCEPT);
  wait_until (is_scored, walk->window, "the summary");
  look_at (walk, walk->window, "summary");
}

static void
open_window (Walk *walk, GtkApplication *application, GSettings *settings, DeskScenario *scenario)
{
  walk->window = desk_window_new (application, settings, scenario);
  gtk_window_resize (GTK_WINDOW (walk->window), WIDTH, HEIGHT);
  gtk_widget_show (walk->window);
}

static void
walk_pages (Walk *walk, GtkApplication *application, GSettings *settings)
{
  static const char *const preferences[] = { "sound", "general", "appearance", "keys" };

  open_window (walk, application, settings, NULL);
  look_at (walk, walk->window, "library");
  gtk_widget_destroy (walk->window);
  open_window (walk, application, settings, walk->scenario);
  look_at (walk, walk->window, "start");
  for (guint n = 0; n < G_N_ELEMENTS (preferences); n++)
    look_at_dialog (walk, "preferences", g_variant_new_string (preferences[n]), preferences[n]);
  look_at_dialog (walk, "help", NULL, "help");
  act (walk->window, "history", g_variant_new_string (""));
  look_at (walk, walk->window, "history");
  gtk_widget_destroy (walk->window);
  open_window (walk, application, settings, walk->scenario);
  work (walk);
  gtk_widget_destroy (walk->window);
  rest (500);
}

/* Its own scenario, those that come with the program, and what callers are answered by default. */
static GString *
gather_data (DeskScenario *scenario)
{
  g_autofree char *folder = desk_paths_bundled_scenarios ();
  g_autoptr (GDir) folders = g_dir_open (folder, 0, NULL);
  const DeskPhrase *phrases = desk_builtin_phrases (scenario->language);
  GString *data = g_string_new (scenario->yaml);

  for (guint n = 0; n < scenario->n_calls; n++) {
    g_autofree char *name = desk_call_caller_name (scenario->calls[n]);

    g_string_append (data, name);
  }
  for (guint n = 0; n < DESK_N_BUILTIN_PHRASES; n++)
    g_string_append (data, phrases[n].spoken);
  for (const char *name; folders != NULL && (name = g_dir_read_name (folders)) != NULL;) {
    g_autofree char *path = g_build_filename (folder, name, "scenario.yaml", NULL);
    g_autofree char *text = NULL;

    if (g_file_get_contents (path, &text, NULL, NULL))
      g_string_append (data, text);
  }
  return data;
}

static void
fill_history (DeskScenario *scenario)
{
  static const DeskTestShift shifts[] = {
    { "Kim", "2026-09-01T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_IDEAL, 1, NULL },
    { "Eva", "2026-09-02T09:00:00+02:00", DESK_MODE_PRACTICE, DESK_TRAINEE_ABSENT, 2, NULL },
  };
  g_autofree char *path = desk_history_default_path ();

  g_free (desk_test_history_work (path, scenario, &shifts[0], "first"));
  g_free (desk_test_history_work (path, scenario, &shifts[1], "second"));
}

int
main (int argc, char **argv)
{
  Walk walk = { .scenario = NULL };
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("FRONTDESK_TEST_LOCALES"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gtk_init (&argc, &argv);
  walk.scenario = desk_test_scenario_new_default ();
  walk.data = gather_data (walk.scenario);
  application = desk_test_application_new ();
  settings = desk_settings_new (NULL);
  fill_history (walk.scenario);
  walk_pages (&walk, application, settings);
  g_string_free (walk.data, TRUE);
  desk_scenario_unref (walk.scenario);
  g_print ("%u texts, %u faults\n", walk.n_texts, walk.n_faults);
  return walk.n_faults > 0 || walk.n_texts < 100 ? 1 : 0;
}
