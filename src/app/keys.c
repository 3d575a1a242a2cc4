/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/keys.h"

#include <glib/gi18n-lib.h>

/* The settings hold the changed actions alone, so that a better table of a later version reaches
 * everybody. What the user chose goes before what the table says: where a later table gives a key to
 * another action, that one is left without. */

#define ATTACHED "desk-keys"
#define MAX_COMPLAINTS 8u /* of one reading; the settings may hold anything */
#define QUOTED 60         /* characters of a foreign text that an error repeats */

typedef struct {
  const DeskKeyAction *action; /* borrowed from the table */
  DeskKeyStroke strokes[DESK_MAX_KEYS];
  guint n_strokes;
  gboolean changed;
  char *label; /* owned: of the first; "" */
} Holding;

struct _DeskKeys {
  GObject parent_instance;

  GPtrArray *table;    /* owned, of DeskKeyAction */
  Holding *holdings;   /* owned, as many as the table has */
  GHashTable *by_id;   /* owned: id, borrowed → Holding, borrowed */
  GSettings *settings; /* owned; or NULL */
  GVariant *value;     /* owned: a{sas}, as it was last read or written */
  GPtrArray *past;     /* owned: the values before this object's changes, the latest last */
  guint n_complaints;
};

G_DEFINE_FINAL_TYPE (DeskKeys, desk_keys, G_TYPE_OBJECT)

static guint changed_signal;

static Holding *
holding_of (DeskKeys *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

static Holding *
holder_of (DeskKeys *self, DeskKeyStroke stroke)
{
  for (guint i = 0; i < self->table->len; i++)
    for (guint n = 0; n < self->holdings[i].n_strokes; n++)
      if (desk_key_stroke_equal (self->holdings[i].strokes[n], stroke))
        return &self->holdings[i];
  return NULL;
}

/* Reading. */

static void
complain (DeskKeys *self, const char *what, const char *id)
{
  g_autofree char *escaped = g_strescape (id, NULL);

  if (self->n_complaints++ < MAX_COMPLAINTS)
    g_printerr (_ ("Settings, keys, “%.*s”: %s\n"), QUOTED, escaped, what);
}

static void
add_stroke (Holding *holding, DeskKeyStroke stroke)
{
  if (holding->n_strokes < DESK_MAX_KEYS)
    holding->strokes[holding->n_strokes++] = stroke;
}

static void
take_usual (DeskKeys *self, Holding *holding)
{
  for (guint n = 0; holding->action->keys[n] != NULL; n++) {
    DeskKeyStroke stroke;

    desk_key_stroke_parse (holding->action->keys[n], &stroke);
    if (holder_of (self, stroke) == NULL)
      add_stroke (holding, stroke);
  }
}

/* Whether the settings may give it to `id`. */
static gboolean
accept (DeskKeys *self, const char *id, const char *accelerator, DeskKeyStroke *stroke)
{
  if (!desk_key_stroke_parse (accelerator, stroke)) {
    complain (self, _ ("not a key combination; ignored"), id);
    return FALSE;
  }
  if (desk_key_stroke_judge (*stroke) != DESK_KEY_ALLOWED) {
    complain (self, _ ("a key that no action may have; ignored"), id);
    return FALSE;
  }
  if (holder_of (self, *stroke) != NULL) {
    complain (self, _ ("a key that another action was given too; ignored"), id);
    return FALSE;
  }
  return TRUE;
}

static void
take_chosen (DeskKeys *self, const char *id, GVariantIter *accelerators)
{
  Holding *holding = holding_of (self, id);
  const gboolean is_empty = g_variant_iter_n_children (accelerators) == 0;
  const char *accelerator;
  DeskKeyStroke stroke;

  if (holding == NULL) {
    complain (self, _ ("there is no such action; ignored"), id);
    return;
  }
  if (holding->changed) {
    complain (self, _ ("named twice; ignored"), id);
    return;
  }
  for (guint n = 0; n < DESK_MAX_KEYS && g_variant_iter_next (accelerators, "&s", &accelerator);
       n++)
    if (accept (self, id, accelerator, &stroke))
      add_stroke (holding, stroke);
  holding->changed = is_empty || holding->n_strokes > 0;
}

static void
clear_holdings (DeskKeys *self)
{
  for (guint i = 0; i < self->table->len; i++) {
    self->holdings[i].n_strokes = 0;
    self->holdings[i].changed = FALSE;
  }
}

static void
name_holdings (DeskKeys *self)
{
  for (guint i = 0; i < self->table->len; i++) {
    Holding *holding = &self->holdings[i];

    g_free (holding->label);
    holding->label =
        holding->n_strokes > 0 ? desk_key_stroke_label (holding->strokes[0]) : g_strdup ("");
  }
}

/* Makes the keys those of self->value. */
static void
read_value (DeskKeys *self)
{
  GVariantIter iter;
  const char *id;
  GVariantIter *accelerators;

  self->n_complaints = 0;
  clear_holdings (self);
  g_variant_iter_init (&iter, self->value);
  while (g_variant_iter_loop (&iter, "{&sas}", &id, &accelerators))
    take_chosen (self, id, accelerators);
  for (guint i = 0; i < self->table->len; i++)
    if (!self->holdings[i].changed)
      take_usual (self, &self->holdings[i]);
  name_holdings (self);
  if (self->n_complaints > MAX_COMPLAINTS)
    g_printerr (_ ("Settings, keys: %u more are ignored\n"), self->n_complaints - MAX_COMPLAINTS);
}

static void
set_value (DeskKeys *self, GVariant *value)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);

  if (g_variant_equal (self->value, kept))
    return;
  g_clear_pointer (&self->value, g_variant_unref);
  self->value = g_steal_pointer (&kept);
  read_value (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_settings_changed (DeskKeys *self)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, "keys");

  set_value (self, value);
}

/* Changing. */

/* A change that was taken over is named, so that reading it needs no order. */
static GVariant *
write_value (DeskKeys *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  for (guint i = 0; i < self->table->len; i++) {
    const Holding *holding = &self->holdings[i];

    if (!holding->changed)
      continue;
    g_variant_builder_open (&builder, G_VARIANT_TYPE ("{sas}"));
    g_variant_builder_add (&builder, "s", holding->action->id);
    g_variant_builder_open (&builder, G_VARIANT_TYPE ("as"));
    for (guint n = 0; n < holding->n_strokes; n++) {
      g_autofree char *accelerator = desk_key_stroke_to_string (holding->strokes[n]);

      g_variant_builder_add (&builder, "s", accelerator);
    }
    g_variant_builder_close (&builder);
    g_variant_builder_close (&builder);
  }
  return g_variant_builder_end (&builder);
}

/* A setting that cannot be written still counts until the program ends. */
static void
put_value (DeskKeys *self, GVariant *value)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);

  set_value (self, kept);
  if (self->settings != NULL && !g_settings_set_value (self->settings, "keys", kept))
    g_printerr (_ ("Settings: the keys cannot be saved. They apply until the program ends.\n"));
}

static void
commit (DeskKeys *self)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (write_value (self));

  if (g_variant_equal (value, self->value)) {
    read_value (self); /* what was taken apart for nothing */
    return;
  }
  g_ptr_array_add (self->past, g_variant_ref (self->value));
  put_value (self, value);
}

static void
take_away (DeskKeys *self, DeskKeyStroke stroke)
{
  Holding *holder = holder_of (self, stroke);
  guint kept = 0;

  if (holder == NULL)
    return;
  for (guint n = 0; n < holder->n_strokes; n++)
    if (!desk_key_stroke_equal (holder->strokes[n], stroke))
      holder->strokes[kept++] = holder->strokes[n];
  holder->n_strokes = kept;
  holder->changed = TRUE;
}

void
desk_keys_set (DeskKeys *self, const char *id, DeskKeyStroke stroke)
{
  Holding *holding;

  g_return_if_fail (DESK_IS_KEYS (self));
  g_return_if_fail (desk_key_stroke_judge (stroke) == DESK_KEY_ALLOWED);
  holding = holding_of (self, id);
  g_return_if_fail (holding != NULL);
  take_away (self, stroke);
  holding->n_strokes = 0;
  add_stroke (holding, stroke);
  holding->changed = TRUE;
  commit (self);
}

void
desk_keys_reset (DeskKeys *self, const char *id)
{
  Holding *holding;

  g_return_if_fail (DESK_IS_KEYS (self));
  holding = holding_of (self, id);
  g_return_if_fail (holding != NULL);
  holding->n_strokes = 0;
  holding->changed = FALSE;
  for (guint n = 0; holding->action->keys[n] != NULL; n++) {
    DeskKeyStroke stroke;

    desk_key_stroke_parse (holding->action->keys[n], &stroke);
    take_away (self, stroke);
    add_stroke (holding, stroke);
  }
  commit (self);
}

void
desk_keys_reset_all (DeskKeys *self)
{
  g_return_if_fail (DESK_IS_KEYS (self));
  clear_holdings (self);
  commit (self);
}

gboolean
desk_keys_can_undo (DeskKeys *self)
{
  g_return_val_if_fail (DESK_IS_KEYS (self), FALSE);
  return self->past->len > 0;
}

void
desk_keys_undo (DeskKeys *self)
{
  g_autoptr (GVariant) before = NULL;

  g_return_if_fail (DESK_IS_KEYS (self));
  if (self->past->len == 0)
    return;
  before = g_ptr_array_steal_index (self->past, self->past->len - 1);
  put_value (self, before);
}

/* Asking. */

const GPtrArray *
desk_keys_get_table (DeskKeys *self)
{
  g_return_val_if_fail (DESK_IS_KEYS (self), NULL);
  return self->table;
}

const DeskKeyAction *
desk_keys_find (DeskKeys *self, const char *id)
{
  Holding *holding;

  g_return_val_if_fail (DESK_IS_KEYS (self), NULL);
  holding = holding_of (self, id);
  return holding != NULL ? holding->action : NULL;
}

const DeskKeyAction *
desk_keys_find_stroke (DeskKeys *self, DeskKeyStroke stroke)
{
  Holding *holder;

  g_return_val_if_fail (DESK_IS_KEYS (self), NULL);
  holder = holder_of (self, stroke);
  return holder != NULL ? holder->action : NULL;
}

const DeskKeyAction *
desk_keys_find_press (DeskKeys *self, const DeskKeyPress *press)
{
  const DeskKeyAction *action = desk_keys_find_stroke (self, press->by_sign);

  return action != NULL ? action : desk_keys_find_stroke (self, press->by_key);
}

char *
desk_keys_label (DeskKeys *self, const char *id)
{
  g_autoptr (DeskKeys) usual = self == NULL ? desk_keys_new (NULL) : NULL;
  Holding *holding = holding_of (self != NULL ? self : usual, id);

  return g_strdup (holding != NULL ? holding->label : "");
}

char *
desk_keys_name (DeskKeys *self, const char *id)
{
  g_autofree char *label = desk_keys_label (self, id);

  return *label != '\0' ? g_steal_pointer (&label) : g_strdup (_ ("its button"));
}

char *
desk_keys_with_words (DeskKeys *self, const char *id, const char *words)
{
  g_autofree char *label = desk_keys_label (self, id);

  return *label != '\0' ? g_strdup_printf ("%s (%s)", words, label) : g_strdup (words);
}

char *
desk_keys_line_name (DeskKeys *self, guint line)
{
  g_autofree char *id = g_strdup_printf ("line-%u", line);

  return desk_keys_name (self, id);
}

gboolean
desk_keys_is_changed (DeskKeys *self, const char *id)
{
  Holding *holding;

  g_return_val_if_fail (DESK_IS_KEYS (self), FALSE);
  holding = holding_of (self, id);
  return holding != NULL && holding->changed;
}

gboolean
desk_keys_is_any_changed (DeskKeys *self)
{
  g_return_val_if_fail (DESK_IS_KEYS (self), FALSE);
  for (guint i = 0; i < self->table->len; i++)
    if (self->holdings[i].changed)
      return TRUE;
  return FALSE;
}

/* In the window. */

void
desk_keys_attach (DeskKeys *self, GtkWidget *widget)
{
  g_return_if_fail (DESK_IS_KEYS (self));
  g_object_set_data_full (G_OBJECT (widget), ATTACHED, g_object_ref (self), g_object_unref);
}

DeskKeys *
desk_keys_of (GtkWidget *widget)
{
  for (; widget != NULL; widget = GTK_IS_POPOVER (widget)
                                      ? gtk_popover_get_relative_to (GTK_POPOVER (widget))
                                      : gtk_widget_get_parent (widget)) {
    DeskKeys *keys = g_object_get_data (G_OBJECT (widget), ATTACHED);

    if (keys != NULL)
      return keys;
  }
  return NULL;
}

/* Making. */

DeskKeys *
desk_keys_new (GSettings *settings)
{
  DeskKeys *self = g_object_new (DESK_TYPE_KEYS, NULL);

  if (settings == NULL)
    return self;
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::keys", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  on_settings_changed (self);
  return self;
}

static void
desk_keys_finalize (GObject *object)
{
  DeskKeys *self = DESK_KEYS (object);

  for (guint i = 0; i < self->table->len; i++)
    g_free (self->holdings[i].label);
  g_free (self->holdings);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->table);
  g_ptr_array_unref (self->past);
  g_clear_pointer (&self->value, g_variant_unref);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_keys_parent_class)->finalize (object);
}

static void
desk_keys_class_init (DeskKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_keys_finalize;
  changed_signal = g_signal_new ("changed", DESK_TYPE_KEYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
desk_keys_init (DeskKeys *self)
{
  self->table = desk_key_table_new ();
  self->holdings = g_new0 (Holding, self->table->len);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  for (guint i = 0; i < self->table->len; i++) {
    const DeskKeyAction *action = self->table->pdata[i];

    self->holdings[i].action = action;
    g_hash_table_insert (self->by_id, (gpointer) action->id, &self->holdings[i]);
  }
  self->value = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{sas}"), NULL, 0));
  read_value (self);
}
