/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/key-label.h"

struct _DeskKeyLabel {
  GtkLabel parent_instance;

  char *id;       /* owned */
  DeskKeys *keys; /* owned; NULL: none is known here */
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (DeskKeyLabel, desk_key_label, GTK_TYPE_LABEL)

enum {
  PROP_KEY = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
update (DeskKeyLabel *self)
{
  g_autofree char *label = self->id != NULL ? desk_keys_label (self->keys, self->id) : NULL;

  gtk_label_set_text (GTK_LABEL (self), label != NULL ? label : "");
}

static void
set_keys (DeskKeyLabel *self, DeskKeys *keys)
{
  if (self->keys != NULL)
    g_clear_signal_handler (&self->changed_id, self->keys);
  g_set_object (&self->keys, keys);
  if (keys != NULL)
    self->changed_id = g_signal_connect_swapped (keys, "changed", G_CALLBACK (update), self);
}

static void
desk_key_label_hierarchy_changed (GtkWidget *widget, GtkWidget *before)
{
  DeskKeyLabel *self = DESK_KEY_LABEL (widget);
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (desk_key_label_parent_class);

  if (parent_class->hierarchy_changed != NULL)
    parent_class->hierarchy_changed (widget, before);
  set_keys (self, desk_keys_of (widget));
  update (self);
}

GtkWidget *
desk_key_label_new (const char *id)
{
  return g_object_new (DESK_TYPE_KEY_LABEL, "key", id, "visible", TRUE, NULL);
}

static void
desk_key_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskKeyLabel *self = DESK_KEY_LABEL (object);

  if (id != PROP_KEY) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_free (self->id);
  self->id = g_value_dup_string (value);
  update (self);
}

static void
desk_key_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KEY)
    g_value_set_string (value, DESK_KEY_LABEL (object)->id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
desk_key_label_dispose (GObject *object)
{
  set_keys (DESK_KEY_LABEL (object), NULL);
  G_OBJECT_CLASS (desk_key_label_parent_class)->dispose (object);
}

static void
desk_key_label_finalize (GObject *object)
{
  g_free (DESK_KEY_LABEL (object)->id);
  G_OBJECT_CLASS (desk_key_label_parent_class)->finalize (object);
}

static void
desk_key_label_class_init (DeskKeyLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = desk_key_label_set_property;
  object_class->get_property = desk_key_label_get_property;
  object_class->dispose = desk_key_label_dispose;
  object_class->finalize = desk_key_label_finalize;
  GTK_WIDGET_CLASS (klass)->hierarchy_changed = desk_key_label_hierarchy_changed;
  props[PROP_KEY] =
      g_param_spec_string ("key", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_key_label_init (DeskKeyLabel *self)
{
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-key");
}

/* Tooltips: asked for when they are shown, so that there is nothing to keep up to date. */

typedef struct {
  char *id;    /* owned */
  char *words; /* owned */
} Hint;

static void
hint_free (gpointer data, GClosure *closure)
{
  Hint *hint = data;

  g_free (hint->id);
  g_free (hint->words);
  g_free (hint);
}

static gboolean
on_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip, gpointer data)
{
  const Hint *hint = data;
  g_autofree char *words = desk_keys_with_words (desk_keys_of (widget), hint->id, hint->words);

  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

void
desk_key_tooltip_add (GtkWidget *widget, const char *id)
{
  Hint *hint = g_new (Hint, 1);

  hint->id = g_strdup (id);
  hint->words = gtk_widget_get_tooltip_text (widget);
  g_return_if_fail (hint->words != NULL);
  g_signal_connect_data (widget, "query-tooltip", G_CALLBACK (on_query_tooltip), hint, hint_free,
                         0);
}
