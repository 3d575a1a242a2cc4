/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-page.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/device-chooser.h"
#include "app/level-meter.h"
#include "app/plain-label.h"
#include "app/reading-order.h"
#include "app/sound-test-button.h"
#include "app/stream-table.h"
#include "app/volume-scale.h"

#define LATENCY_RESTS_MS 600

struct _DeskSoundPage {
  GtkBox parent_instance;

  GtkLabel *notice;
  DeskDeviceChooser *voice_device;
  DeskVolumeScale *voice_volume;
  DeskSoundTestButton *voice_test;
  GtkComboBox *ear;
  DeskDeviceChooser *ringer_device;
  GtkToggleButton *ring_both;
  DeskVolumeScale *ringer_volume;
  DeskSoundTestButton *ringer_test;
  DeskDeviceChooser *microphone_device;
  DeskLevelMeter *microphone_level;
  GtkLabel *microphone_notice;
  GtkSpinButton *latency;
  GtkToggleButton *realtime;
  DeskStreamTable *streams;

  DeskAudio *audio; /* owned, as below */
  DeskDeviceWatch *devices;
  guint latency_source; /* 0: the delay shown is the one that is set */
};

G_DEFINE_FINAL_TYPE (DeskSoundPage, desk_sound_page, GTK_TYPE_BOX)

/* Words that are already shown are not read out again, but a fault that was mended and returns is. */
static void
tell (GtkLabel *label, const char *words)
{
  const gboolean is_new = g_strcmp0 (gtk_label_get_text (label), words != NULL ? words : "") != 0;

  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
  if (!is_new)
    return;
  desk_plain_label_set_text (label, words != NULL ? words : "");
  if (words != NULL)
    desk_announce (GTK_WIDGET (label), words);
}

/* What is wrong with the outputs. A system without any says so itself, and is told what helps. */
static void
show_notice (DeskSoundPage *self)
{
  GPtrArray *devices = desk_device_watch_get_devices (self->devices);
  g_autofree char *notice = desk_audio_get_notice (self->audio);

  if (devices != NULL && desk_device_chooser_count (devices, DESK_STREAM_HEADSET) == 0)
    tell (
        self->notice,
        _ ("No sound output was found. Plug in a headset or switch on the loudspeakers, and see "
           "whether other programs can be heard. Until then captions can show what callers say."));
  else
    tell (self->notice, notice);
}

/* Where all sound is away, the notice at the top has said so. */
static void
show_microphone_notice (DeskSoundPage *self)
{
  GPtrArray *devices = desk_device_watch_get_devices (self->devices);
  const gboolean none =
      devices != NULL && desk_device_chooser_count (devices, DESK_STREAM_MICROPHONE) == 0;
  const char *said = gtk_label_get_text (self->notice);
  DeskStreamStatus status;

  desk_audio_get_status (self->audio, DESK_STREAM_MICROPHONE, &status);
  if (none)
    tell (self->microphone_notice,
          _ ("No microphone was found. It is only needed to record a shift."));
  else
    tell (self->microphone_notice, g_strcmp0 (status.notice, said) != 0 ? status.notice : NULL);
}

static void
on_audio_changed (DeskSoundPage *self)
{
  show_notice (self);
  show_microphone_notice (self);
}

static void
on_devices_changed (DeskSoundPage *self)
{
  GPtrArray *devices = desk_device_watch_get_devices (self->devices);

  desk_device_chooser_set_devices (self->voice_device, devices);
  desk_device_chooser_set_devices (self->ringer_device, devices);
  desk_device_chooser_set_devices (self->microphone_device, devices);
  on_audio_changed (self);
}

/* The settings. */

static gboolean
ear_to_id (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_take_string (to, g_strdup_printf ("%d", g_value_get_int (from)));
  return TRUE;
}

static gboolean
id_to_ear (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *id = g_value_get_string (from);

  if (id == NULL)
    return FALSE;
  g_value_set_int (to, (int) g_ascii_strtoll (id, NULL, 10));
  return TRUE;
}

static gboolean
is_something (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_boolean (to, g_value_get_string (from) != NULL);
  return TRUE;
}

static void
bind_settings (DeskSoundPage *self, DeskSoundSettings *settings)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (settings, "voice-volume", self->voice_volume, "volume", both);
  g_object_bind_property (settings, "ringer-volume", self->ringer_volume, "volume", both);
  g_object_bind_property (settings, "ring-both", self->ring_both, "active", both);
  g_object_bind_property_full (settings, "ringer", self->ring_both, "sensitive",
                               G_BINDING_SYNC_CREATE, is_something, NULL, NULL, NULL);
  g_object_bind_property_full (settings, "ear", self->ear, "active-id", both, ear_to_id, id_to_ear,
                               NULL, NULL);
  g_object_bind_property (settings, "latency-ms", self->latency, "value", G_BINDING_SYNC_CREATE);
  g_object_bind_property (settings, "realtime", self->realtime, "active", both);
  desk_device_chooser_set_role (self->voice_device, DESK_STREAM_HEADSET, settings);
  desk_device_chooser_set_role (self->ringer_device, DESK_STREAM_RINGER, settings);
  desk_device_chooser_set_role (self->microphone_device, DESK_STREAM_MICROPHONE, settings);
}

/* Each delay opens the outputs anew, so one that is only passed through must not count. */
static void
keep_latency (DeskSoundPage *self)
{
  g_clear_handle_id (&self->latency_source, g_source_remove);
  g_object_set (desk_audio_get_settings (self->audio), "latency-ms",
                gtk_spin_button_get_value (self->latency), NULL);
}

static gboolean
on_latency_rests (gpointer data)
{
  DeskSoundPage *self = data;

  self->latency_source = 0;
  keep_latency (self);
  return G_SOURCE_REMOVE;
}

static void
on_latency_changed (DeskSoundPage *self)
{
  g_clear_handle_id (&self->latency_source, g_source_remove);
  if (self->audio != NULL)
    self->latency_source = g_timeout_add (LATENCY_RESTS_MS, on_latency_rests, self);
}

static void
on_reset_latency (DeskSoundPage *self)
{
  DeskSoundSettings *settings = desk_audio_get_settings (self->audio);
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (settings), "latency-ms");

  g_object_set_property (G_OBJECT (settings), "latency-ms", g_param_spec_get_default_value (pspec));
}

GtkWidget *
desk_sound_page_new (DeskAudio *audio, DeskDeviceWatch *devices, DeskSoundTest *test)
{
  DeskSoundPage *self = g_object_new (DESK_TYPE_SOUND_PAGE, NULL);

  self->audio = g_object_ref (audio);
  self->devices = g_object_ref (devices);
  bind_settings (self, desk_audio_get_settings (audio));
  desk_sound_test_button_set_test (self->voice_test, test, DESK_SAMPLE_CALLER);
  desk_sound_test_button_set_test (self->ringer_test, test, DESK_SAMPLE_RING);
  desk_level_meter_set_audio (self->microphone_level, audio);
  desk_stream_table_set_audio (self->streams, audio);
  g_signal_connect_object (devices, "changed", G_CALLBACK (on_devices_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (audio, "changed", G_CALLBACK (on_audio_changed), self,
                           G_CONNECT_SWAPPED);
  on_devices_changed (self);
  return GTK_WIDGET (self);
}

static void
desk_sound_page_dispose (GObject *object)
{
  DeskSoundPage *self = DESK_SOUND_PAGE (object);

  if (self->latency_source != 0)
    keep_latency (self);
  g_clear_object (&self->audio);
  g_clear_object (&self->devices);
  G_OBJECT_CLASS (desk_sound_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskSoundPage, name)

static void
desk_sound_page_class_init (DeskSoundPageClass *klass)
{
  static const char *const others[] = { "reset_latency", "advanced", "check" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_DEVICE_CHOOSER);
  g_type_ensure (DESK_TYPE_LEVEL_METER);
  g_type_ensure (DESK_TYPE_SOUND_TEST_BUTTON);
  g_type_ensure (DESK_TYPE_STREAM_TABLE);
  g_type_ensure (DESK_TYPE_VOLUME_SCALE);
  G_OBJECT_CLASS (klass)->dispose = desk_sound_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/sound-page.ui");
  BIND (notice);
  BIND (voice_device);
  BIND (voice_volume);
  BIND (voice_test);
  BIND (ear);
  BIND (ringer_device);
  BIND (ring_both);
  BIND (ringer_volume);
  BIND (ringer_test);
  BIND (microphone_device);
  BIND (microphone_level);
  BIND (microphone_notice);
  BIND (latency);
  BIND (realtime);
  for (guint n = 0; n < G_N_ELEMENTS (others); n++)
    gtk_widget_class_bind_template_child_full (widget_class, others[n], FALSE, 0);
  BIND (streams);
  gtk_widget_class_bind_template_callback (widget_class, on_latency_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_latency);
}

static void
desk_sound_page_init (DeskSoundPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_set_reading_order (GTK_WIDGET (self));
}
