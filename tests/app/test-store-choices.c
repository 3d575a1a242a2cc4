/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-page.h"
#include "app/store-choices.h"
#include "cli/settings.h"

/* The part of the preferences about a learning record store, over the user's real settings. Nobody listens at the
 * address. */

#define ADDRESS "http://127.0.0.1:9/xapi/"
#define PATIENCE_MS 20000

typedef struct {
  GSettings *settings; /* owned, as the next */
  DeskStoreSender *sender;
  GtkWidget *window;
  GtkGrid *grid; /* borrowed: of the window */
} Fixture;

static void
open_choices (Fixture *fixture)
{
  GtkWidget *expander = desk_store_choices_new (fixture->settings, fixture->sender);

  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (fixture->window), expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_widget_show_all (fixture->window);
  fixture->grid = GTK_GRID (gtk_bin_get_child (GTK_BIN (expander)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->settings = desk_settings_new (&error);
  g_assert_no_error (error);
  g_settings_reset (fixture->settings, "store-url");
  g_settings_reset (fixture->settings, "store-user");
  fixture->sender = desk_store_sender_new (fixture->settings, NULL);
  open_choices (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->window, gtk_widget_destroy);
  g_object_unref (fixture->sender);
  g_object_unref (fixture->settings);
}

/* The rows from the address to the school's home page are 1 to 5. */
static void
write_into (Fixture *fixture, int row, const char *text)
{
  gtk_entry_set_text (GTK_ENTRY (gtk_grid_get_child_at (fixture->grid, 1, row)), text);
}

static GtkButton *
button (Fixture *fixture, guint n)
{
  GtkWidget *box = gtk_grid_get_child_at (fixture->grid, 1, 6);
  g_autoptr (GList) buttons = gtk_container_get_children (GTK_CONTAINER (box));

  return g_list_nth_data (buttons, n);
}

static const char *
said (Fixture *fixture)
{
  GtkWidget *label = gtk_grid_get_child_at (fixture->grid, 0, 7);

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static gboolean
has_address (Fixture *fixture)
{
  g_autofree char *url = g_settings_get_string (fixture->settings, "store-url");

  return g_str_equal (url, ADDRESS);
}

static gboolean
on_patience_over (gpointer data)
{
  g_error ("Waited for the settings in vain");
  return G_SOURCE_REMOVE;
}

static void
wait_for_address (Fixture *fixture)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, NULL);

  while (!has_address (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
assert_setting (Fixture *fixture, const char *key, const char *expected)
{
  g_autofree char *found = g_settings_get_string (fixture->settings, key);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_take_up_and_stop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *salt = NULL;

  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (button (fixture, 1))));
  write_into (fixture, 1, " http://127.0.0.1:9/xapi ");
  write_into (fixture, 2, "frontdesk");
  write_into (fixture, 5, "https://school.example");
  gtk_button_clicked (button (fixture, 0));
  g_assert_cmpstr (said (fixture), ==, "Setting up the store…");
  wait_for_address (fixture);
  g_assert_cmpstr (said (fixture), ==, "");
  assert_setting (fixture, "store-user", "frontdesk");
  assert_setting (fixture, "store-account", "pseudonym");
  assert_setting (fixture, "store-homepage", "https://school.example");
  salt = g_settings_get_string (fixture->settings, "store-salt");
  g_assert_cmpstr (salt, !=, "");

  gtk_button_clicked (button (fixture, 1));
  assert_setting (fixture, "store-url", "");
  g_assert_nonnull (strstr (said (fixture), "stays in your keyring"));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (button (fixture, 1))));
}

static void
test_no_address (Fixture *fixture, gconstpointer data)
{
  write_into (fixture, 1, "http://lrs.example.org/xapi/");
  write_into (fixture, 3, "secret");
  gtk_button_clicked (button (fixture, 0));
  g_assert_nonnull (strstr (said (fixture), "must begin with “https://”"));
  assert_setting (fixture, "store-url", "");
  /* What was written is there to be mended. */
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (gtk_grid_get_child_at (fixture->grid, 1, 3))), ==,
                   "secret");
}

/* The thread is still at it; what was asked for is done all the same. */
static void
test_closed_meanwhile (Fixture *fixture, gconstpointer data)
{
  write_into (fixture, 1, ADDRESS);
  gtk_button_clicked (button (fixture, 0));
  g_clear_pointer (&fixture->window, gtk_widget_destroy);
  wait_for_address (fixture);
}

static char
mnemonic_of (const char *label)
{
  const char *at = label != NULL ? strchr (label, '_') : NULL;

  return at != NULL ? g_ascii_tolower (at[1]) : '\0';
}

/* No two things in it answer to the same key. */
static void
test_mnemonics (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (int row = 1; row <= 5; row++)
    g_string_append_c (found, mnemonic_of (gtk_label_get_label (
                                  GTK_LABEL (gtk_grid_get_child_at (fixture->grid, 0, row)))));
  for (guint n = 0; n < 2; n++)
    g_string_append_c (found, mnemonic_of (gtk_button_get_label (button (fixture, n))));
  for (gsize n = 0; n < found->len; n++)
    g_assert_true (strchr (found->str + n + 1, found->str[n]) == NULL);
  g_assert_cmpuint (found->len, ==, 7);
}

/* The folder of the class, which stands on the same page. */

static gboolean
is_note (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  g_autoptr (GList) children = NULL;
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  if (GTK_IS_CONTAINER (widget))
    children = gtk_container_get_children (GTK_CONTAINER (widget));
  for (GList *at = children; at != NULL && found == NULL; at = at->next)
    found = find_button (at->data, label);
  return found;
}

static GtkWidget *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (GTK_IS_MESSAGE_DIALOG (at->data))
      return at->data;
  return NULL;
}

static void
answer_stop (GtkWidget *page, int response)
{
  gtk_button_clicked (GTK_BUTTON (find_button (page, "_Stop handing in")));
  g_assert_nonnull (find_question ());
  gtk_dialog_response (GTK_DIALOG (find_question ()), response);
  g_assert_null (find_question ());
}

/* A share that is away is not as if none were set; and one button that was brushed does not end the handing in. */
static void
test_folder_that_is_away (Fixture *fixture, gconstpointer data)
{
  static const char away[] = "file:///nowhere/at/all";
  g_autoptr (DeskHandingIn) handing_in = NULL;
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *page, *note;
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, NULL);

  g_settings_set_string (fixture->settings, "results-folder", away);
  handing_in = desk_handing_in_new (fixture->settings, NULL);
  page = desk_class_page_new (fixture->settings, handing_in, fixture->sender);
  gtk_container_add (GTK_CONTAINER (window), page);
  gtk_widget_show (window);
  note = gtk_grid_get_child_at (GTK_GRID (page), 0, 1);
  while (!is_note (note, "/nowhere/at/all cannot be reached"))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  answer_stop (page, GTK_RESPONSE_CANCEL);
  assert_setting (fixture, "results-folder", away);
  answer_stop (page, GTK_RESPONSE_ACCEPT);
  assert_setting (fixture, "results-folder", "");
  g_assert_false (gtk_widget_get_visible (note));
  gtk_widget_destroy (window);
}

#define ADD(path, test) g_test_add ("/store-choices/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("take-up-and-stop", test_take_up_and_stop);
  ADD ("no-address", test_no_address);
  ADD ("closed-meanwhile", test_closed_meanwhile);
  ADD ("mnemonics", test_mnemonics);
  ADD ("folder-that-is-away", test_folder_that_is_away);
  return g_test_run ();
}
