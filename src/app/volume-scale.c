/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/volume-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The range is 0 to 100, because assistive technology reads out the number that stands there. */

#define STEP 5
#define PAGE 10

struct _DeskVolumeScale {
  GtkScale parent_instance;
};

enum {
  PROP_0,
  PROP_VOLUME,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskVolumeScale, desk_volume_scale, GTK_TYPE_SCALE)

static char *
on_format_value (GtkScale *scale, double value)
{
  /* Translators: a volume */
  return g_strdup_printf (_ ("%.0f %%"), value);
}

static void
on_value_changed (GtkRange *range)
{
  g_object_notify_by_pspec (G_OBJECT (range), props[PROP_VOLUME]);
}

static void
desk_volume_scale_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_double (value, gtk_range_get_value (GTK_RANGE (object)) / 100);
}

/* Whole per cents: what comes back from the setting is not moved by a rounding. */
static void
desk_volume_scale_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gtk_range_set_value (GTK_RANGE (object), round (100 * g_value_get_double (value)));
}

/* A range makes itself an adjustment while it is constructed; only then is there one to be set. */
static void
desk_volume_scale_constructed (GObject *object)
{
  G_OBJECT_CLASS (desk_volume_scale_parent_class)->constructed (object);
  gtk_adjustment_configure (gtk_range_get_adjustment (GTK_RANGE (object)), 0, 0, 100, STEP, PAGE,
                            0);
}

static void
desk_volume_scale_class_init (DeskVolumeScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = desk_volume_scale_constructed;
  object_class->get_property = desk_volume_scale_get_property;
  object_class->set_property = desk_volume_scale_set_property;
  props[PROP_VOLUME] =
      g_param_spec_double ("volume", NULL, NULL, 0, 1, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_volume_scale_init (DeskVolumeScale *self)
{
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-volume");
  gtk_scale_set_digits (GTK_SCALE (self), 0);
  gtk_scale_set_value_pos (GTK_SCALE (self), GTK_POS_RIGHT);
  g_signal_connect (self, "format-value", G_CALLBACK (on_format_value), NULL);
  g_signal_connect (self, "value-changed", G_CALLBACK (on_value_changed), NULL);
}
