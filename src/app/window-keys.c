/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-keys.h"

#include "app/key-hands.h"
#include "app/key-sheet-window.h"

struct _DeskWindowKeys {
  GObject parent_instance;

  GtkApplicationWindow *window; /* borrowed */
  DeskKeys *keys;               /* owned, as below */
  DeskKeyHands *hands;
  GHashTable *others;     /* their hands (owned), by the window (borrowed) */
  DeskScenario *scenario; /* of the shift; or NULL */
  DeskScenario *shown;    /* of the page; or NULL */
  GtkWidget *sheet;       /* borrowed: while it is open; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskWindowKeys, desk_window_keys, G_TYPE_OBJECT)

#define WINDOW_KEYS "desk-window-keys"

static void
on_other_gone (DeskWindowKeys *self, GtkWidget *other)
{
  g_hash_table_remove (self->others, other);
}

void
desk_window_keys_serve (GtkWindow *window, GtkWindow *other)
{
  DeskWindowKeys *self = g_object_get_data (G_OBJECT (window), WINDOW_KEYS);
  DeskKeyHands *hands;

  if (self == NULL)
    return;
  hands = desk_key_hands_new_elsewhere (other, window, self->keys);
  desk_key_hands_set_scenario (hands, self->scenario);
  g_hash_table_insert (self->others, other, hands);
  g_signal_connect_object (other, "destroy", G_CALLBACK (on_other_gone), self, G_CONNECT_SWAPPED);
}

static void
on_sheet_gone (DeskWindowKeys *self)
{
  self->sheet = NULL;
}

static void
on_key_sheet (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowKeys *self = data;

  if (self->sheet == NULL) {
    self->sheet = desk_key_sheet_window_new (GTK_WINDOW (self->window), self->keys,
                                             self->scenario != NULL ? self->scenario : self->shown);
    g_signal_connect_object (self->sheet, "destroy", G_CALLBACK (on_sheet_gone), self,
                             G_CONNECT_SWAPPED);
    desk_window_keys_serve (GTK_WINDOW (self->window), GTK_WINDOW (self->sheet));
  }
  gtk_window_present (GTK_WINDOW (self->sheet));
}

void
desk_window_keys_set_scenario (DeskWindowKeys *self, DeskScenario *scenario)
{
  GHashTableIter others;
  gpointer hands;

  g_return_if_fail (DESK_IS_WINDOW_KEYS (self));

  if (scenario != NULL)
    desk_scenario_ref (scenario);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  self->scenario = scenario;
  desk_key_hands_set_scenario (self->hands, scenario);
  g_hash_table_iter_init (&others, self->others);
  while (g_hash_table_iter_next (&others, NULL, &hands))
    desk_key_hands_set_scenario (hands, scenario);
  if (self->sheet != NULL) /* it has the phrases of another */
    gtk_widget_destroy (self->sheet);
}

void
desk_window_keys_show_scenario (DeskWindowKeys *self, DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_WINDOW_KEYS (self));
  if (scenario != NULL)
    desk_scenario_ref (scenario);
  g_clear_pointer (&self->shown, desk_scenario_unref);
  self->shown = scenario;
  if (self->sheet != NULL && self->scenario == NULL)
    gtk_widget_destroy (self->sheet);
}

DeskWindowKeys *
desk_window_keys_new (GtkApplicationWindow *window, GSettings *settings)
{
  static const GActionEntry actions[] = {
    { .name = "key-sheet", .activate = on_key_sheet },
  };
  DeskWindowKeys *self = g_object_new (DESK_TYPE_WINDOW_KEYS, NULL);

  self->window = window;
  self->keys = desk_keys_new (settings);
  self->hands = desk_key_hands_new (GTK_WINDOW (window), self->keys);
  self->others = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  desk_keys_attach (self->keys, GTK_WIDGET (window));
  g_object_set_data (G_OBJECT (window), WINDOW_KEYS, self);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  return self;
}

/* The sheet went with its window, or goes now. */
static void
desk_window_keys_dispose (GObject *object)
{
  DeskWindowKeys *self = DESK_WINDOW_KEYS (object);

  if (self->sheet != NULL)
    gtk_widget_destroy (self->sheet);
  g_object_set_data (G_OBJECT (self->window), WINDOW_KEYS, NULL);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_object (&self->hands);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->shown, desk_scenario_unref);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  G_OBJECT_CLASS (desk_window_keys_parent_class)->dispose (object);
}

static void
desk_window_keys_class_init (DeskWindowKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_keys_dispose;
}

static void
desk_window_keys_init (DeskWindowKeys *self)
{
}
