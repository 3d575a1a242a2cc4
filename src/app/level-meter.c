/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/level-meter.h"

#include <math.h>

/* Ears count in decibels: the bar is full at 0 dB of full scale and empty at -60. Speech at a good
 * level then fills two thirds of it. It rises at once and falls slowly, so that a word can be seen. */

#define LOOK_MS 50
#define RANGE_DB 60
#define FALL 0.05 /* of the bar's length, each time */

struct _DeskLevelMeter {
  GtkLevelBar parent_instance;

  DeskAudio *audio; /* owned; or NULL */
  guint look_source;
};

G_DEFINE_FINAL_TYPE (DeskLevelMeter, desk_level_meter, GTK_TYPE_LEVEL_BAR)

static double
place_of (double peak)
{
  return peak > 0 ? CLAMP (1 + 20 * log10 (peak) / RANGE_DB, 0, 1) : 0;
}

static gboolean
on_look (gpointer data)
{
  DeskLevelMeter *self = data;
  const double place = place_of (desk_audio_get_microphone_level (self->audio));
  const double before = gtk_level_bar_get_value (GTK_LEVEL_BAR (self));

  gtk_level_bar_set_value (GTK_LEVEL_BAR (self), MAX (place, MAX (0, before - FALL)));
  return G_SOURCE_CONTINUE;
}

static void
look (DeskLevelMeter *self)
{
  if (self->audio == NULL || self->look_source != 0)
    return;
  desk_audio_want_microphone (self->audio, TRUE);
  self->look_source = g_timeout_add (LOOK_MS, on_look, self);
}

static void
look_away (DeskLevelMeter *self)
{
  if (self->look_source == 0)
    return;
  g_clear_handle_id (&self->look_source, g_source_remove);
  desk_audio_want_microphone (self->audio, FALSE);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self), 0);
}

static void
desk_level_meter_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_level_meter_parent_class)->map (widget);
  look (DESK_LEVEL_METER (widget));
}

static void
desk_level_meter_unmap (GtkWidget *widget)
{
  look_away (DESK_LEVEL_METER (widget));
  GTK_WIDGET_CLASS (desk_level_meter_parent_class)->unmap (widget);
}

void
desk_level_meter_set_audio (DeskLevelMeter *self, DeskAudio *audio)
{
  g_return_if_fail (DESK_IS_LEVEL_METER (self));
  look_away (self);
  g_set_object (&self->audio, audio);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}

static void
desk_level_meter_dispose (GObject *object)
{
  DeskLevelMeter *self = DESK_LEVEL_METER (object);

  if (self->look_source != 0)
    look_away (self);
  g_clear_object (&self->audio);
  G_OBJECT_CLASS (desk_level_meter_parent_class)->dispose (object);
}

static void
desk_level_meter_class_init (DeskLevelMeterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_level_meter_dispose;
  GTK_WIDGET_CLASS (klass)->map = desk_level_meter_map;
  GTK_WIDGET_CLASS (klass)->unmap = desk_level_meter_unmap;
}

/* The offsets of a level bar are for the charge of a battery, where low is bad. */
static void
desk_level_meter_init (DeskLevelMeter *self)
{
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self), GTK_LEVEL_BAR_OFFSET_FULL);
}
