/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/keys.h"

#include <string.h>

#include "app/key-sheet-paper.h"
#include "app/keys-capture.h"
#include "app/keys-page.h"
#include "cli/settings.h"
#include "hands.h"
#include "key-fixture.h"
#include "page-fixture.h"

/* The table of keys and what a user makes of it. */

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

static GSettings *settings;

static DeskKeys *
keys_new (const char *value)
{
  g_autoptr (GVariant) parsed = NULL;
  g_autoptr (GError) error = NULL;

  parsed = g_variant_parse (G_VARIANT_TYPE ("a{sas}"), value, NULL, NULL, &error);
  g_assert_no_error (error);
  g_settings_set_value (settings, "keys", parsed);
  return desk_keys_new (settings);
}

static void
assert_label (DeskKeys *keys, const char *id, const char *expected)
{
  g_autofree char *label = desk_keys_label (keys, id);

  g_assert_cmpstr (label, ==, expected);
}

static void
assert_setting (const char *expected)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, "keys");
  g_autofree char *written = g_variant_print (value, FALSE);

  g_assert_cmpstr (written, ==, expected);
}

static DeskKeyStroke
stroke (const char *accelerator)
{
  DeskKeyStroke parsed;

  g_assert_true (desk_key_stroke_parse (accelerator, &parsed));
  return parsed;
}

/* The table. */

static void
test_table (void)
{
  g_autoptr (GPtrArray) table = desk_key_table_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) accelerators =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (table->len, >=, 24 + 16 + DESK_N_OWN_PHRASE_KEYS + 17);
  for (guint i = 0; i < table->len; i++) {
    const DeskKeyAction *action = table->pdata[i];
    g_autofree char *name = NULL;
    g_autoptr (GVariant) target = NULL;

    g_assert_true (g_hash_table_add (ids, (gpointer) action->id));
    g_assert_true (g_action_parse_detailed_name (action->action, &name, &target, NULL));
    g_assert_nonnull (action->keys[0]);
    for (guint n = 0; action->keys[n] != NULL; n++) {
      const DeskKeyStroke wanted = stroke (action->keys[n]);

      g_test_message ("%s %s", action->id, action->keys[n]);
      g_assert_cmpint (desk_key_stroke_judge (wanted), ==, DESK_KEY_ALLOWED);
      g_assert_true (g_hash_table_add (accelerators, desk_key_stroke_to_string (wanted)));
    }
  }
}

/* What the issue asks for by name. */
static void
test_usual_keys (void)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);

  assert_label (keys, "line-1", "F1");
  assert_label (keys, "line-12", "F12");
  assert_label (keys, "line-13", "Shift+F1");
  assert_label (keys, "line-24", "Shift+F12");
  assert_label (keys, "complete", "Ctrl+Enter");
  assert_label (keys, "key-sheet", "Ctrl+?");
  assert_label (keys, "preferences", "Ctrl+,");
  assert_label (keys, "greet", "Alt+1");
  assert_label (keys, "own-1", "Ctrl+1");
  assert_label (keys, "nonsense", "");
  assert_label (NULL, "hold", "Ctrl+H");
}

/* Every key of the table lies on one key of the keyboard, no two on the same, and pressing it there calls
 * that action. */
static void
test_layout (gconstpointer layout)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);
  const GPtrArray *table = desk_keys_get_table (keys);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);

  desk_test_set_layout (layout);
  gtk_widget_realize (window);
  for (guint i = 0; i < table->len; i++) {
    const DeskKeyAction *action = table->pdata[i];

    for (guint n = 0; action->keys[n] != NULL; n++) {
      g_autoptr (GdkEvent) event = NULL;
      GdkModifierType held;
      DeskKeyPress press;
      guint code;

      g_test_message ("%s: %s %s", (const char *) layout, action->id, action->keys[n]);
      g_assert_true (desk_test_find_key (action->keys[n], &code, &held));
      g_assert_true (g_hash_table_add (places, g_strdup_printf ("%u %u", code, held)));
      event = desk_test_key_event (window, GDK_KEY_PRESS, code, held);
      press = desk_key_press_read (gdk_display_get_default (), &event->key);
      g_assert_true (desk_keys_find_press (keys, &press) == action);
    }
  }
  gtk_widget_destroy (window);
  desk_test_set_layout ("us");
}

/* Swedish keyboards have ? above +, and British ones above /; both are the same Ctrl+?. */
static void
test_plain_letters_call_nothing (void)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);

  gtk_widget_realize (window);
  for (guint code = 8; code < 256; code++)
    for (guint shift = 0; shift <= 1; shift++) {
      g_autoptr (GdkEvent) event =
          desk_test_key_event (window, GDK_KEY_PRESS, code, shift ? GDK_SHIFT_MASK : 0);
      const DeskKeyPress press = desk_key_press_read (gdk_display_get_default (), &event->key);

      if (gdk_keyval_to_unicode (event->key.keyval) != 0)
        g_assert_null (desk_keys_find_press (keys, &press));
    }
  gtk_widget_destroy (window);
}

static void
test_verdicts (void)
{
  static const struct {
    const char *accelerator;
    DeskKeyVerdict verdict;
  } cases[] = {
    { "a", DESK_KEY_TYPES },
    { "<Shift>a", DESK_KEY_TYPES },
    { "1", DESK_KEY_TYPES },
    { "KP_5", DESK_KEY_TYPES },
    { "aring", DESK_KEY_TYPES },
    { "dead_acute", DESK_KEY_TYPES },
    { "space", DESK_KEY_TYPES },
    { "Tab", DESK_KEY_MOVES },
    { "<Shift>Tab", DESK_KEY_MOVES },
    { "<Control>Tab", DESK_KEY_MOVES },
    { "Return", DESK_KEY_MOVES },
    { "<Shift>Return", DESK_KEY_MOVES },
    { "KP_Enter", DESK_KEY_MOVES },
    { "Escape", DESK_KEY_MOVES },
    { "<Control>a", DESK_KEY_EDITS },
    { "<Control>c", DESK_KEY_EDITS },
    { "<Control>v", DESK_KEY_EDITS },
    { "<Control>x", DESK_KEY_EDITS },
    { "<Control>z", DESK_KEY_EDITS },
    { "<Control><Shift>z", DESK_KEY_EDITS },
    { "<Control>y", DESK_KEY_EDITS },
    { "<Control><Shift>u", DESK_KEY_EDITS },
    { "<Control>Left", DESK_KEY_EDITS },
    { "<Control>BackSpace", DESK_KEY_EDITS },
    { "Delete", DESK_KEY_EDITS },
    { "Up", DESK_KEY_EDITS },
    { "<Shift>Insert", DESK_KEY_EDITS },
    { "<Alt>F4", DESK_KEY_DESKTOPS },
    { "<Alt>Tab", DESK_KEY_DESKTOPS },
    { "<Super>l", DESK_KEY_DESKTOPS },
    { "<Control><Alt>F2", DESK_KEY_DESKTOPS },
    { "Control_L", DESK_KEY_MODIFIER_ALONE },
    { "ISO_Level3_Shift", DESK_KEY_MODIFIER_ALONE },
    { "<Control>Return", DESK_KEY_ALLOWED },
    { "<Control>u", DESK_KEY_ALLOWED },
    { "<Control>w", DESK_KEY_ALLOWED },
    { "<Control>aring", DESK_KEY_ALLOWED },
    { "<Alt>minus", DESK_KEY_ALLOWED },
    { "F5", DESK_KEY_ALLOWED },
    { "Pause", DESK_KEY_ALLOWED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].accelerator);
    g_assert_cmpint (desk_key_stroke_judge (stroke (cases[i].accelerator)), ==, cases[i].verdict);
    g_assert_true ((*desk_key_verdict_words (cases[i].verdict) == '\0') ==
                   (cases[i].verdict == DESK_KEY_ALLOWED));
  }
}

/* The settings. */

static void
on_changed (DeskKeys *keys, gpointer n)
{
  ++*(guint *) n;
}

static void
test_round_trip (void)
{
  g_autoptr (DeskKeys) keys = keys_new ("{}");
  g_autoptr (DeskKeys) other = desk_keys_new (settings);
  g_autoptr (DeskKeys) later = NULL;
  guint n_changes = 0;

  g_signal_connect (other, "changed", G_CALLBACK (on_changed), &n_changes);
  desk_keys_set (keys, "hold", stroke ("<Control>w"));
  assert_setting ("{'hold': ['<Primary>w']}");
  assert_label (keys, "hold", "Ctrl+W");
  assert_label (other, "hold", "Ctrl+W");
  g_assert_cmpuint (n_changes, ==, 1);
  later = desk_keys_new (settings);
  assert_label (later, "hold", "Ctrl+W");
  g_assert_cmpstr (desk_keys_find_stroke (later, stroke ("<Control>w"))->id, ==, "hold");
  g_assert_null (desk_keys_find_stroke (later, stroke ("<Control>h")));
  g_assert_true (desk_keys_is_changed (later, "hold"));
  g_assert_false (desk_keys_is_changed (later, "transfer"));
}

static void
test_take_over (void)
{
  g_autoptr (DeskKeys) keys = keys_new ("{}");
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  desk_keys_set (keys, "hold", stroke ("<Control>t"));
  assert_label (keys, "hold", "Ctrl+T");
  assert_label (keys, "transfer", "");
  assert_setting ("{'hold': ['<Primary>t'], 'transfer': []}");
  name = desk_keys_name (keys, "transfer");
  g_assert_cmpstr (name, ==, "its button");
  words = desk_keys_with_words (keys, "transfer", "Transfer");
  g_assert_cmpstr (words, ==, "Transfer");
  desk_keys_reset (keys, "transfer");
  assert_label (keys, "hold", "");
  assert_label (keys, "transfer", "Ctrl+T");
  desk_keys_undo (keys);
  assert_label (keys, "hold", "Ctrl+T");
  desk_keys_undo (keys);
  assert_label (keys, "hold", "Ctrl+H");
  assert_setting ("{}");
  g_assert_false (desk_keys_can_undo (keys));
}

/* One of two keys is taken; the other stays. */
static void
test_second_key (void)
{
  g_autoptr (DeskKeys) keys = keys_new ("{}");

  desk_keys_set (keys, "hold", stroke ("<Control>Return"));
  g_assert_cmpstr (desk_keys_find_stroke (keys, stroke ("<Control>KP_Enter"))->id, ==, "complete");
  desk_keys_reset_all (keys);
  assert_setting ("{}");
  assert_label (keys, "complete", "Ctrl+Enter");
  g_assert_false (desk_keys_is_any_changed (keys));
  desk_keys_undo (keys);
  assert_label (keys, "hold", "Ctrl+Enter");
}

static void
test_hostile (void)
{
  g_autoptr (DeskKeys) usual = desk_keys_new (NULL);
  g_autoptr (DeskKeys) keys =
      keys_new ("{'hold': ['a', 'Tab', '<Control>c'], 'nonsense': ['<Control>w'], "
                "'transfer': ['', '<Control>', 'xyzzy', '<Contr'], 'own-99': ['F1'], "
                "'consult': ['<Control>w'], 'complete': ['<Control>w'], '\\n%s%n': []}");
  const GPtrArray *table = desk_keys_get_table (keys);

  for (guint i = 0; i < table->len; i++) {
    const DeskKeyAction *action = table->pdata[i];
    g_autofree char *expected = desk_keys_label (usual, action->id);

    assert_label (keys, action->id, g_str_equal (action->id, "consult") ? "Ctrl+W" : expected);
  }
}

/* What was chosen goes before what a later table says; of an action that lost its key something is left. */
static void
test_stale (void)
{
  g_autoptr (DeskKeys) keys = keys_new ("{'hold': ['<Control>t']}");

  assert_label (keys, "hold", "Ctrl+T");
  assert_label (keys, "transfer", "");
}

static void
test_hostile_size (void)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  for (guint i = 0; i < 20000; i++) {
    g_autofree char *id = g_strdup_printf ("x-%u", i);
    const char *const none[] = { "<Control>w", NULL };

    g_variant_builder_add (&builder, "{s^as}", id, none);
  }
  g_settings_set_value (settings, "keys", g_variant_builder_end (&builder));
  {
    g_autoptr (DeskKeys) keys = desk_keys_new (settings);

    assert_label (keys, "hold", "Ctrl+H");
  }
  g_settings_reset (settings, "keys");
}

static void
test_hostile_says_so (void)
{
  if (g_test_subprocess ()) {
    g_object_unref (keys_new ("{'nonsense': ['F1'], 'hold': ['a']}"));
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*nonsense*no such action*");
  g_test_trap_assert_stderr ("*hold*no action may have*");
}

/* The capture. */

static void
on_response (GtkDialog *dialog, int response, gpointer answered)
{
  *(int *) answered = response;
}

static GtkWidget *
capture_new (DeskKeys *keys, const char *id, int *answer)
{
  GtkWidget *capture = desk_keys_capture_new (NULL, keys, desk_keys_find (keys, id));

  *answer = 0;
  g_signal_connect (capture, "response", G_CALLBACK (on_response), answer);
  gtk_widget_show_all (capture);
  return capture;
}

static void
test_capture (void)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);
  int answer;
  GtkWidget *capture = capture_new (keys, "hold", &answer);

  desk_test_key (capture, "a");
  g_assert_cmpint (answer, ==, 0);
  g_assert_true (desk_test_says (capture, "types"));
  desk_test_key (capture, "Tab");
  g_assert_true (desk_test_says (capture, "get around"));
  desk_test_key (capture, "Return");
  g_assert_true (desk_test_says (capture, "get around"));
  desk_test_key (capture, "<Control>c");
  g_assert_true (desk_test_says (capture, "needed for writing"));
  desk_test_key (capture, "<Shift>Shift_L");
  g_assert_cmpint (answer, ==, 0);
  desk_test_key (capture, "<Control>w");
  g_assert_cmpint (answer, ==, GTK_RESPONSE_ACCEPT);
  g_assert_true (desk_key_stroke_equal (desk_keys_capture_get_stroke (DESK_KEYS_CAPTURE (capture)),
                                        stroke ("<Control>w")));
  gtk_widget_destroy (capture);
}

static void
test_capture_conflict (void)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);
  int answer;
  GtkWidget *capture = capture_new (keys, "hold", &answer);

  desk_test_key (capture, "<Control>t");
  g_assert_cmpint (answer, ==, 0);
  g_assert_true (desk_test_says (capture, "Ctrl+T is the key of “Transfer”"));
  desk_test_key (capture, "Return");
  desk_test_settle ();
  g_assert_cmpint (answer, ==, GTK_RESPONSE_ACCEPT);
  gtk_widget_destroy (capture);
}

static void
test_capture_cancel (void)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);
  int answer;
  GtkWidget *capture = capture_new (keys, "hold", &answer);

  desk_test_key (capture, "Escape");
  g_assert_cmpint (answer, ==, GTK_RESPONSE_CANCEL);
  gtk_widget_destroy (capture);
}

/* The page. */

static gpointer
page_child (GtkWidget *page, const char *name)
{
  GObject *child = gtk_widget_get_template_child (page, DESK_TYPE_KEYS_PAGE, name);

  g_assert_nonnull (child);
  return child;
}

static void
count_mapped (GtkWidget *row, gpointer n)
{
  *(guint *) n += gtk_widget_get_child_visible (row);
}

static void
keep_first (GtkWidget *row, gpointer first)
{
  GtkWidget **kept = first;

  if (*kept == NULL && gtk_widget_get_child_visible (row))
    *kept = row;
}

static GtkWidget *
first_row (GtkWidget *page)
{
  GtkWidget *first = NULL;

  gtk_container_foreach (page_child (page, "list"), keep_first, &first);
  g_assert_nonnull (first);
  return first;
}

static guint
count_rows (GtkWidget *page)
{
  guint n = 0;

  gtk_container_foreach (page_child (page, "list"), count_mapped, &n);
  return n;
}

static void
test_page (void)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *page;
  g_autoptr (DeskKeys) keys = keys_new ("{}");
  const guint n_actions = desk_keys_get_table (keys)->len;

  page = desk_keys_page_new (settings);
  gtk_container_add (GTK_CONTAINER (window), page);
  gtk_widget_show_all (window);
  g_assert_cmpuint (count_rows (page), ==, n_actions);
  gtk_entry_set_text (page_child (page, "search"), "ctrl+k");
  g_assert_cmpuint (count_rows (page), ==, 1);
  gtk_entry_set_text (page_child (page, "search"), "DIRECTORY");
  g_assert_cmpuint (count_rows (page), ==, 11);
  gtk_entry_set_text (page_child (page, "search"), "no such thing");
  g_assert_cmpuint (count_rows (page), ==, 0);
  gtk_entry_set_text (page_child (page, "search"), "Hold or resume");
  gtk_widget_activate (first_row (page));
  desk_test_key (desk_test_find_dialog (DESK_TYPE_KEYS_CAPTURE), "<Control>t");
  gtk_dialog_response (GTK_DIALOG (desk_test_find_dialog (DESK_TYPE_KEYS_CAPTURE)),
                       GTK_RESPONSE_ACCEPT);
  assert_label (keys, "hold", "Ctrl+T");
  g_assert_true (desk_test_says (page, "“Transfer” no longer has it"));
  gtk_button_clicked (page_child (page, "undo_button"));
  assert_label (keys, "hold", "Ctrl+H");
  assert_label (keys, "transfer", "Ctrl+T");
  g_assert_false (gtk_widget_get_sensitive (page_child (page, "undo_button")));
  g_assert_false (gtk_widget_get_sensitive (page_child (page, "reset_all_button")));
  gtk_widget_destroy (window);
}

/* The sheet. */

static char *
many_phrases (guint n_own)
{
  GString *yaml = g_string_new ("format: 1\ntitle: A very long title of a scenario that somebody "
                                "thought up\nlanguage: sv\ncountry: se\nlines: 24\n"
                                "duration: 8:00\norganisation: Nordvik Bygg\nphrases:\n");

  for (guint i = 0; i < n_own; i++)
    g_string_append_printf (
        yaml,
        "  - {id: own%u, label: \"Number %u of the phrases of this house, which "
        "goes on and on and on until it is too long\"}\n",
        i, i);
  g_string_append (yaml, "people: [{id: erik, name: Erik Oberg, extension: 201}]\n"
                         "calls:\n  - id: first\n    at: 0:02\n    display: withheld\n"
                         "    caller: {given: Nils}\n    says: {opening: {text: Hej}}\n"
                         "    expect: {do: decline}\n");
  return g_string_free (yaml, FALSE);
}

static void
assert_fits (DeskKeys *keys, DeskScenario *scenario, double smallest)
{
  const cairo_rectangle_t page = { -500, -500, A4_WIDTH + 1000, A4_HEIGHT + 1000 };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);
  cairo_t *cairo = cairo_create (surface);
  double x, y, width, height;

  g_assert_cmpfloat (desk_key_sheet_draw (cairo, A4_WIDTH, A4_HEIGHT, keys, scenario), >=,
                     smallest);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, 30);
  g_assert_cmpfloat (y, >=, 30);
  g_assert_cmpfloat (x + width, <=, A4_WIDTH - 30);
  g_assert_cmpfloat (y + height, <=, A4_HEIGHT - 25);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

static void
test_sheet_fits (void)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);
  g_autofree char *yaml = many_phrases (60);
  g_autoptr (DeskScenario) most = desk_test_scenario_new (yaml);
  g_autoptr (DeskScenario) usual = desk_test_scenario_new_default ();

  assert_fits (keys, NULL, 7);
  assert_fits (keys, most, 7);
  assert_fits (keys, usual, 9);
}

static void
test_sheet_says_all (void)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);
  g_autofree char *yaml = many_phrases (2);
  g_autoptr (DeskScenario) scenario = desk_test_scenario_new (yaml);
  g_autofree char *text = NULL;

  desk_keys_set (keys, "hold", stroke ("<Control>w"));
  text = desk_key_sheet_text (keys, scenario);
  g_assert_nonnull (strstr (text, "Hold or resume: Ctrl+W\n"));
  g_assert_nonnull (strstr (text, "Line 24: Shift+F12\n"));
  g_assert_nonnull (strstr (text, "too long: Ctrl+2\n"));
  g_assert_null (strstr (text, "Ctrl+3"));
}

/* One page, in a file. */
static void
test_sheet_pdf (void)
{
  g_autoptr (DeskKeys) keys = desk_keys_new (NULL);
  g_autoptr (GtkPrintOperation) operation = desk_key_sheet_print_new (keys, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_home_dir (), "keys.pdf", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, 1);
  g_assert_cmpuint (length, >, 5000);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  settings = desk_settings_new (NULL);
  g_test_add_func ("/keys/table", test_table);
  g_test_add_func ("/keys/usual", test_usual_keys);
  g_test_add_data_func ("/keys/layout/swedish", "se", test_layout);
  g_test_add_data_func ("/keys/layout/british", "gb", test_layout);
  g_test_add_func ("/keys/plain-letters", test_plain_letters_call_nothing);
  g_test_add_func ("/keys/verdicts", test_verdicts);
  g_test_add_func ("/keys/round-trip", test_round_trip);
  g_test_add_func ("/keys/take-over", test_take_over);
  g_test_add_func ("/keys/second-key", test_second_key);
  g_test_add_func ("/keys/hostile", test_hostile);
  g_test_add_func ("/keys/hostile-says-so", test_hostile_says_so);
  g_test_add_func ("/keys/hostile-size", test_hostile_size);
  g_test_add_func ("/keys/stale", test_stale);
  g_test_add_func ("/keys/capture", test_capture);
  g_test_add_func ("/keys/capture-conflict", test_capture_conflict);
  g_test_add_func ("/keys/capture-cancel", test_capture_cancel);
  g_test_add_func ("/keys/page", test_page);
  g_test_add_func ("/keys/sheet-fits", test_sheet_fits);
  g_test_add_func ("/keys/sheet-says-all", test_sheet_says_all);
  g_test_add_func ("/keys/sheet-pdf", test_sheet_pdf);
  status = g_test_run ();
  g_object_unref (settings);
  return status;
}
