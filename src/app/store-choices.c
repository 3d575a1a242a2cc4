/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/store-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/announce.h"
#include "app/into-sight.h"
#include "app/note-label.h"
#include "app/wrap-box.h"
#include "records/secret.h"
#include "records/store-address.h"

/* The settings are applied together, on request: half an address is no address. The secret goes to the
 * keyring, on a thread, and from there nowhere else; its field always starts empty. */

/* Owned by the grid; widgets are borrowed from it. */
typedef struct {
  GSettings *settings; /* owned, as below */
  DeskStoreSender *sender;
  GtkWidget *address;
  GtkWidget *user;
  GtkWidget *secret;
  GtkWidget *account;
  GtkWidget *homepage;
  GtkWidget *said; /* what came of the last button */
} Choices;

static void
choices_free (gpointer data)
{
  Choices *choices = data;

  g_object_unref (choices->settings);
  g_object_unref (choices->sender);
  g_free (choices);
}

static gboolean
on_said (gpointer said)
{
  desk_into_sight (said);
  return G_SOURCE_REMOVE;
}

/* Also to whoever cannot see it, and where large text has pushed it off the page, once it has its place. "": nothing
 * more. */
static void
say (const Choices *choices, const char *words)
{
  gtk_label_set_text (GTK_LABEL (choices->said), words);
  gtk_widget_set_visible (choices->said, *words != '\0');
  if (*words == '\0')
    return;
  desk_announce (choices->said, words);
  g_idle_add_full (G_PRIORITY_LOW, on_said, g_object_ref (choices->said), g_object_unref);
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_entry_get_text (GTK_ENTRY (entry));
}

/* Taking it up. */

/* Pseudonyms of one user are the same on whatever day; another user's, on another machine, are not. */
static void
make_salt (GSettings *settings)
{
  g_autofree char *salt = g_settings_get_string (settings, "store-salt");
  g_autofree char *made = NULL;

  if (*salt != '\0')
    return;
  made = g_uuid_string_random ();
  g_settings_set_string (settings, "store-salt", made);
}

/* What the worker has; owned. */
typedef struct {
  char *address;
  char *user;
  char *secret; /* "": the one in the keyring stands */
} Entrusted;

static void
entrusted_free (gpointer data)
{
  Entrusted *entrusted = data;

  g_free (entrusted->address);
  g_free (entrusted->user);
  desk_secret_free (entrusted->secret);
  g_free (entrusted);
}

/* The main thread's part, freed there too; owned. */
typedef struct {
  GtkWidget *
      grid; /* weak; NULL: the window was closed while somebody thought about the keyring's password */
  GSettings *settings;
  DeskStoreSender *sender;
  char *account;
  char *homepage;
} Taken;

static void
taken_free (Taken *taken)
{
  g_clear_weak_pointer (&taken->grid);
  g_object_unref (taken->settings);
  g_object_unref (taken->sender);
  g_free (taken->account);
  g_free (taken->homepage);
  g_free (taken);
}

/* Takes the address. */
static Entrusted *
entrusted_new (const Choices *choices, char *address)
{
  Entrusted *entrusted = g_new0 (Entrusted, 1);

  entrusted->address = address;
  entrusted->user = g_strdup (text_of (choices->user));
  entrusted->secret = g_strdup (text_of (choices->secret));
  return entrusted;
}

static Taken *
taken_new (const Choices *choices, GtkWidget *grid)
{
  Taken *taken = g_new0 (Taken, 1);

  g_set_weak_pointer (&taken->grid, grid);
  taken->settings = g_object_ref (choices->settings);
  taken->sender = g_object_ref (choices->sender);
  taken->account = g_strdup (gtk_combo_box_get_active_id (GTK_COMBO_BOX (choices->account)));
  taken->homepage = g_strdup (text_of (choices->homepage));
  return taken;
}

static void
take_settings (const Taken *taken, const Entrusted *entrusted)
{
  make_salt (taken->settings);
  g_settings_set_string (taken->settings, "store-user", entrusted->user);
  g_settings_set_string (taken->settings, "store-account", taken->account);
  g_settings_set_string (taken->settings, "store-homepage", taken->homepage);
  g_settings_set_string (taken->settings, "store-url", entrusted->address);
  desk_store_sender_run_anew (taken->sender);
}

static void
keep (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Entrusted *entrusted = data;
  GError *error = NULL;

  if (*entrusted->secret == '\0' || desk_secret_keep (entrusted->address, entrusted->user,
                                                      entrusted->secret, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  Taken *taken = data;
  const gboolean is_shown = taken->grid != NULL && gtk_widget_get_parent (taken->grid) != NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_settings (taken, g_task_get_task_data (G_TASK (result)));
  else
    words = g_strdup_printf (_ ("The secret cannot be kept in the keyring: %s"), error->message);
  if (is_shown)
    say (g_object_get_data (G_OBJECT (taken->grid), "choices"), words != NULL ? words : "");
  taken_free (taken);
}

static void
on_take_up (GtkWidget *button, GtkWidget *grid)
{
  const Choices *choices = g_object_get_data (G_OBJECT (grid), "choices");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  char *address = desk_store_address_read (text_of (choices->address), &error);

  if (address == NULL) {
    say (choices, error->message);
    return;
  }
  say (choices, _ ("Setting up the store…"));
  task = g_task_new (NULL, NULL, on_kept, taken_new (choices, grid));
  g_task_set_task_data (task, entrusted_new (choices, address), entrusted_free);
  gtk_entry_set_text (GTK_ENTRY (choices->secret), "");
  g_task_run_in_thread (task, keep);
}

static void
on_stop (GtkWidget *button, GtkWidget *grid)
{
  Choices *choices = g_object_get_data (G_OBJECT (grid), "choices");

  g_settings_reset (choices->settings, "store-url");
  gtk_entry_set_text (GTK_ENTRY (choices->address), "");
  say (choices,
       _ ("Nothing is delivered any longer. The secret stays in your keyring until you delete it "
          "there."));
}

static void
update_stop (GSettings *settings, const char *key, GtkWidget *button)
{
  g_autofree char *url = g_settings_get_string (settings, "store-url");

  gtk_widget_set_sensitive (button, *url != '\0');
}

/* What it is made of. */

static GtkWidget *
add_row (GtkGrid *grid, int row, const char *words, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
  return widget;
}

static GtkWidget *
entry_new (GSettings *settings, const char *key, const char *example)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = key != NULL ? g_settings_get_string (settings, key) : g_strdup ("");

  gtk_entry_set_text (GTK_ENTRY (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  return entry;
}

static GtkWidget *
secret_new (GSettings *settings)
{
  GtkWidget *entry = entry_new (settings, NULL, _ ("in the keyring; write it here to change it"));

  gtk_entry_set_visibility (GTK_ENTRY (entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PASSWORD);
  return entry;
}

/* It can be as narrow as the window asks for, however long what it offers is. */
static void
let_shrink (GtkWidget *box)
{
  g_autoptr (GList) cells = gtk_cell_layout_get_cells (GTK_CELL_LAYOUT (box));

  for (GList *at = cells; at != NULL; at = at->next)
    g_object_set (at->data, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
}

static GtkWidget *
account_new (GSettings *settings)
{
  GtkWidget *box = gtk_combo_box_text_new ();
  g_autofree char *account = g_settings_get_string (settings, "store-account");

  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (box), "pseudonym", _ ("by a pseudonym"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (box), "name", _ ("by their name"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (box), "mbox",
                             _ ("by their e-mail address, where it is their name here"));
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (box), account);
  let_shrink (box);
  return box;
}

static GtkWidget *
buttons_new (GSettings *settings, GtkGrid *grid)
{
  GtkWidget *box = g_object_new (DESK_TYPE_WRAP_BOX, "spacing", 6, NULL);
  GtkWidget *take_up = gtk_button_new_with_mnemonic (_ ("Use this st_ore"));
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("S_top delivering"));

  g_signal_connect_object (take_up, "clicked", G_CALLBACK (on_take_up), grid, 0);
  g_signal_connect_object (stop, "clicked", G_CALLBACK (on_stop), grid, 0);
  g_signal_connect_object (settings, "changed::store-url", G_CALLBACK (update_stop), stop, 0);
  update_stop (settings, "store-url", stop);
  gtk_container_add (GTK_CONTAINER (box), take_up);
  gtk_container_add (GTK_CONTAINER (box), stop);
  return box;
}

static void
add_fields (GtkGrid *grid, Choices *choices)
{
  GSettings *settings = choices->settings;

  choices->address = add_row (grid, 1, _ ("A_ddress"),
                              entry_new (settings, "store-url", "https://lrs.example.org/xapi/"));
  choices->user = add_row (grid, 2, _ ("_User"), entry_new (settings, "store-user", NULL));
  choices->secret = add_row (grid, 3, _ ("S_ecret"), secret_new (settings));
  choices->account = add_row (grid, 4, _ ("T_rainees are known"), account_new (settings));
  choices->homepage = add_row (grid, 5, _ ("_Home page of the school"),
                               entry_new (settings, "store-homepage", "https://school.example"));
  gtk_grid_attach (grid, buttons_new (settings, grid), 1, 6, 1, 1);
}

static void
add_school (GtkGrid *grid, const DeskStoreSetup *setup)
{
  g_autofree char *words =
      g_strdup_printf (_ ("The school has set the learning record store: %s (in %s)."),
                       setup->address, setup->school);

  gtk_grid_attach (grid, desk_note_label_new (words), 0, 1, 2, 1);
}

static GtkWidget *
grid_new (GSettings *settings, DeskStoreSender *sender, gboolean by_school)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  Choices *choices = g_new0 (Choices, 1);
  GtkWidget *explanation = desk_note_label_new (_ (
      "For every finished session the store is told who worked it, when, and how each call went, "
      "as xAPI statements; what callers said and what was written stays here."));

  choices->settings = g_object_ref (settings);
  choices->sender = g_object_ref (sender);
  choices->said = desk_note_label_new (NULL);
  gtk_widget_set_no_show_all (choices->said, TRUE);
  g_object_set_data_full (G_OBJECT (grid), "choices", choices, choices_free);
  gtk_grid_set_row_spacing (grid, 12);
  gtk_grid_set_column_spacing (grid, 12);
  gtk_style_context_add_class (gtk_widget_get_style_context (explanation), "dim-label");
  gtk_grid_attach (grid, explanation, 0, 0, 2, 1);
  if (by_school)
    add_school (grid, desk_store_sender_get_setup (sender));
  else
    add_fields (grid, choices);
  gtk_grid_attach (grid, choices->said, 0, 7, 2, 1);
  gtk_grid_attach (grid, desk_note_label_new_of (DESK_ERRAND (sender)), 0, 8, 2, 1);
  return GTK_WIDGET (grid);
}

GtkWidget *
desk_store_choices_new (GSettings *settings, DeskStoreSender *sender)
{
  const DeskStoreSetup *setup = desk_store_sender_get_setup (sender);
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("_Learning record store (xAPI)"));
  GtkWidget *grid = grid_new (settings, sender, setup != NULL && setup->school != NULL);

  g_object_set (grid, "margin-top", 12, NULL);
  gtk_container_add (GTK_CONTAINER (expander), grid);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), setup != NULL);
  return expander;
}
