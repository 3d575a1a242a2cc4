/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/volume-button.h"

#include "app/key-label.h"
#include "app/reading-order.h"
#include "app/volume-scale.h"

struct _DeskVolumeButton {
  GtkMenuButton parent_instance;

  DeskVolumeScale *voice_volume;
  DeskVolumeScale *ringer_volume;
};

G_DEFINE_FINAL_TYPE (DeskVolumeButton, desk_volume_button, GTK_TYPE_MENU_BUTTON)

void
desk_volume_button_set_settings (DeskVolumeButton *self, DeskSoundSettings *settings)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_return_if_fail (DESK_IS_VOLUME_BUTTON (self));
  g_object_bind_property (settings, "voice-volume", self->voice_volume, "volume", both);
  g_object_bind_property (settings, "ringer-volume", self->ringer_volume, "volume", both);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskVolumeButton, name)

static void
desk_volume_button_class_init (DeskVolumeButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_VOLUME_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/volume-button.ui");
  BIND (voice_volume);
  BIND (ringer_volume);
  gtk_widget_class_bind_template_child_full (widget_class, "preferences", FALSE, 0);
}

static void
desk_volume_button_init (DeskVolumeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_key_tooltip_add (GTK_WIDGET (gtk_widget_get_template_child (
                            GTK_WIDGET (self), DESK_TYPE_VOLUME_BUTTON, "preferences")),
                        "preferences");
  desk_set_reading_order (GTK_WIDGET (self));
}
