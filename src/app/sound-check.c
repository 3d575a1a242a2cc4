/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-check.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/device-chooser.h"
#include "app/level-meter.h"
#include "app/plain-label.h"
#include "app/reading-order.h"
#include "app/say-back.h"
#include "app/sound-check-words.h"
#include "app/sound-test-button.h"
#include "app/volume-scale.h"

/* One page serves all steps, so that the same question has the same place and key in each. */

struct _DeskSoundCheck {
  GtkWindow parent_instance;

  GtkStack *stack;
  GtkLabel *progress;
  GtkLabel *heading;
  GtkLabel *words;
  GtkLabel *device;
  GtkWidget *level;
  DeskSoundTestButton *play;
  GtkWidget *say;
  GtkLabel *status;
  GtkWidget *yes;
  GtkWidget *help;
  GtkLabel *help_words;
  GtkLabel *chooser_label;
  GtkWidget *choosers[DESK_N_STREAMS];
  GtkWidget *volume_label;
  GtkWidget *voice_volume;
  GtkWidget *ringer_volume;
  GtkWidget *back;
  GtkLabel *verdict;
  GtkLabel *findings[DESK_N_CHECK_STEPS];
  GtkImage *marks[DESK_N_CHECK_STEPS];
  GtkWidget *done;

  DeskAudio *audio; /* owned, as below */
  DeskDeviceWatch *devices;
  DeskSoundTest *test;
  DeskSayBack *say_back;
  DeskCheckStep step;
  gboolean heard[DESK_N_CHECK_STEPS];
  guint focus_source;
};

G_DEFINE_FINAL_TYPE (DeskSoundCheck, desk_sound_check, GTK_TYPE_WINDOW)

/* The device to choose where a step is not heard. The ring comes from where the voices do, unless it
 * has an output of its own. */
static DeskStreamRole
role_of_step (DeskSoundCheck *self)
{
  g_autofree char *ringer = NULL;

  switch (self->step) {
  case DESK_CHECK_RING:
    g_object_get (desk_audio_get_settings (self->audio), "ringer", &ringer, NULL);
    return ringer != NULL ? DESK_STREAM_RINGER : DESK_STREAM_HEADSET;
  case DESK_CHECK_CALLER: return DESK_STREAM_HEADSET;
  case DESK_CHECK_MICROPHONE: return DESK_STREAM_MICROPHONE;
  }
  g_return_val_if_reached (DESK_STREAM_HEADSET);
}

static gboolean
has_device (DeskSoundCheck *self)
{
  GPtrArray *devices = desk_device_watch_get_devices (self->devices);

  return devices == NULL || desk_device_chooser_count (devices, role_of_step (self)) > 0;
}

/* The output to play through, or why there is none. */
static void
show_device (DeskSoundCheck *self)
{
  DeskStreamStatus status;
  g_autofree char *words = NULL;

  desk_audio_get_status (self->audio, role_of_step (self), &status);
  if (!has_device (self))
    words = g_strdup (self->step == DESK_CHECK_MICROPHONE ? _ ("No microphone was found.")
                                                          : _ ("No sound output was found."));
  else if (status.notice != NULL)
    words = g_strdup (status.notice);
  else if (status.device != NULL && self->step == DESK_CHECK_MICROPHONE)
    words = g_strdup_printf (_ ("Picked up by: %s"), status.device);
  else if (status.device != NULL)
    words = g_strdup_printf (_ ("Played by: %s"), status.device);
  desk_plain_label_set_text (self->device, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->device), words);
  gtk_widget_set_visible (GTK_WIDGET (self->device), words != NULL);
}

static void
show_help (DeskSoundCheck *self, const char *before)
{
  g_autofree char *words = g_strjoin (" ", before != NULL ? before : desk_check_help (self->step),
                                      before != NULL ? desk_check_help (self->step) : NULL, NULL);

  gtk_label_set_text (self->help_words, words);
  gtk_widget_show (self->help);
  desk_announce (self->help, words);
}

static void
show_choosers (DeskSoundCheck *self)
{
  const DeskStreamRole role = role_of_step (self);
  const gboolean microphone = role == DESK_STREAM_MICROPHONE;

  for (guint n = 0; n < DESK_N_STREAMS; n++)
    gtk_widget_set_visible (self->choosers[n], n == (guint) role);
  gtk_label_set_mnemonic_widget (self->chooser_label, self->choosers[role]);
  gtk_label_set_text_with_mnemonic (self->chooser_label, microphone ? _ ("_Input") : _ ("_Output"));
  gtk_widget_set_visible (self->volume_label, !microphone);
  gtk_widget_set_visible (self->voice_volume, self->step == DESK_CHECK_CALLER);
  gtk_widget_set_visible (self->ringer_volume, self->step == DESK_CHECK_RING);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->volume_label), self->step == DESK_CHECK_RING
                                                                     ? self->ringer_volume
                                                                     : self->voice_volume);
}

static void
show_sounder (DeskSoundCheck *self)
{
  const gboolean microphone = self->step == DESK_CHECK_MICROPHONE;

  gtk_widget_set_visible (GTK_WIDGET (self->play), !microphone);
  gtk_widget_set_visible (self->say, microphone);
  gtk_widget_set_visible (self->level, microphone);
  if (!microphone)
    desk_sound_test_button_set_test (self->play, self->test,
                                     self->step == DESK_CHECK_RING ? DESK_SAMPLE_RING
                                                                   : DESK_SAMPLE_CALLER);
  gtk_widget_grab_focus (microphone ? self->say : GTK_WIDGET (self->play));
}

/* Where there is nothing to play through, the way on is shown at once. */
static void
show_step (DeskSoundCheck *self)
{
  g_autofree char *progress =
      g_strdup_printf (_ ("Step %u of %u"), (guint) self->step + 1, DESK_N_CHECK_STEPS);

  desk_sound_test_stop (self->test);
  desk_say_back_stop (self->say_back);
  gtk_stack_set_visible_child_name (self->stack, "step");
  gtk_label_set_text (self->progress, progress);
  gtk_label_set_text (self->heading, desk_check_heading (self->step));
  gtk_label_set_text (self->words, desk_check_words (self->step));
  gtk_label_set_text (self->status, "");
  gtk_widget_set_sensitive (self->yes, FALSE);
  gtk_widget_set_sensitive (self->back, self->step != DESK_CHECK_RING);
  gtk_widget_hide (self->help);
  show_device (self);
  show_choosers (self);
  show_sounder (self);
  if (!has_device (self))
    show_help (self, NULL);
  desk_announce (GTK_WIDGET (self->heading), gtk_label_get_text (self->heading));
}

static void
show_result (DeskSoundCheck *self)
{
  const char *verdict = desk_check_verdict (self->heard);

  desk_sound_test_stop (self->test);
  desk_say_back_stop (self->say_back);
  gtk_label_set_text (self->verdict, verdict);
  for (guint n = 0; n < DESK_N_CHECK_STEPS; n++) {
    gtk_label_set_text (self->findings[n], desk_check_finding ((DeskCheckStep) n, self->heard[n]));
    gtk_image_set_from_icon_name (
        self->marks[n], self->heard[n] ? "object-select-symbolic" : "action-unavailable-symbolic",
        GTK_ICON_SIZE_BUTTON);
  }
  gtk_stack_set_visible_child_name (self->stack, "result");
  gtk_widget_grab_focus (self->done);
  desk_announce (GTK_WIDGET (self->verdict), verdict);
  g_object_set (desk_audio_get_settings (self->audio), "checked", TRUE, NULL);
}

static void
go_on (DeskSoundCheck *self, gboolean heard)
{
  self->heard[self->step] = heard;
  if (self->step == DESK_CHECK_MICROPHONE) {
    show_result (self);
    return;
  }
  self->step++;
  show_step (self);
}

static void
on_yes (DeskSoundCheck *self)
{
  go_on (self, TRUE);
}

static gboolean
on_focus_due (gpointer data)
{
  DeskSoundCheck *self = data;

  self->focus_source = 0;
  gtk_widget_grab_focus (self->choosers[role_of_step (self)]);
  return G_SOURCE_REMOVE;
}

/* The focus scrolls to the chooser, which has its place only after the next layout. */
static void
on_no (DeskSoundCheck *self)
{
  show_help (self, NULL);
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_focus_due, self, NULL);
}

static void
on_go_on (DeskSoundCheck *self)
{
  go_on (self, FALSE);
}

static void
on_back (DeskSoundCheck *self)
{
  self->step--;
  show_step (self);
}

static void
on_again (DeskSoundCheck *self)
{
  self->step = DESK_CHECK_RING;
  show_step (self);
}

static void
on_play (DeskSoundCheck *self)
{
  gtk_widget_set_sensitive (self->yes, TRUE);
}

/* The microphone. */

static void
on_say (DeskSoundCheck *self)
{
  desk_say_back_listen (self->say_back);
}

static const char *
status_words (DeskSayBackState state)
{
  switch (state) {
  case DESK_SAY_BACK_READY:
  case DESK_SAY_BACK_DEAF:
  case DESK_SAY_BACK_QUIET: return "";
  case DESK_SAY_BACK_LISTENING: return _ ("Speak now…");
  case DESK_SAY_BACK_PLAYING: return _ ("This is what was heard.");
  }
  g_return_val_if_reached ("");
}

static void
on_say_back_changed (DeskSoundCheck *self)
{
  const DeskSayBackState state = desk_say_back_get_state (self->say_back);

  gtk_widget_set_sensitive (self->say, state != DESK_SAY_BACK_LISTENING);
  gtk_label_set_text (self->status, status_words (state));
  if (*status_words (state) != '\0')
    desk_announce (GTK_WIDGET (self->status), status_words (state));
  if (state == DESK_SAY_BACK_PLAYING)
    gtk_widget_set_sensitive (self->yes, TRUE);
  else if (state == DESK_SAY_BACK_DEAF)
    show_help (self, _ ("Nothing came from the microphone."));
  else if (state == DESK_SAY_BACK_QUIET)
    show_help (self, _ ("The microphone heard only silence."));
}

/* The window. */

static void
on_devices_changed (DeskSoundCheck *self)
{
  GPtrArray *devices = desk_device_watch_get_devices (self->devices);

  for (guint n = 0; n < DESK_N_STREAMS; n++)
    desk_device_chooser_set_devices (DESK_DEVICE_CHOOSER (self->choosers[n]), devices);
  show_device (self);
  if (!has_device (self) && !gtk_widget_get_visible (self->help))
    show_help (self, NULL);
}

static void
on_close (DeskSoundCheck *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
desk_sound_check_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  if (GTK_WIDGET_CLASS (desk_sound_check_parent_class)->key_press_event (widget, event))
    return GDK_EVENT_STOP;
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

static void
bind_settings (DeskSoundCheck *self, DeskSoundSettings *settings)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (settings, "voice-volume", self->voice_volume, "volume", both);
  g_object_bind_property (settings, "ringer-volume", self->ringer_volume, "volume", both);
  for (guint n = 0; n < DESK_N_STREAMS; n++)
    desk_device_chooser_set_role (DESK_DEVICE_CHOOSER (self->choosers[n]), (DeskStreamRole) n,
                                  settings);
}

GtkWidget *
desk_sound_check_new (GtkWindow *parent,
                      DeskAudio *audio,
                      DeskDeviceWatch *devices,
                      DeskSoundTest *test)
{
  DeskSoundCheck *self = g_object_new (DESK_TYPE_SOUND_CHECK, "transient-for", parent, NULL);

  self->audio = g_object_ref (audio);
  self->devices = g_object_ref (devices);
  self->test = g_object_ref (test);
  self->say_back = desk_say_back_new (audio);
  bind_settings (self, desk_audio_get_settings (audio));
  desk_level_meter_set_audio (DESK_LEVEL_METER (self->level), audio);
  g_signal_connect_object (self->say_back, "changed", G_CALLBACK (on_say_back_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (devices, "changed", G_CALLBACK (on_devices_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (audio, "changed", G_CALLBACK (show_device), self, G_CONNECT_SWAPPED);
  show_step (self);
  on_devices_changed (self);
  return GTK_WIDGET (self);
}

static void
desk_sound_check_dispose (GObject *object)
{
  DeskSoundCheck *self = DESK_SOUND_CHECK (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  if (self->test != NULL)
    desk_sound_test_stop (self->test);
  if (self->say_back != NULL)
    g_signal_handlers_disconnect_by_data (self->say_back, self);
  g_clear_object (&self->say_back);
  g_clear_object (&self->test);
  g_clear_object (&self->devices);
  /* The level meter lets go of the microphone when its turn comes, and that is told. */
  if (self->audio != NULL)
    g_signal_handlers_disconnect_by_data (self->audio, self);
  g_clear_object (&self->audio);
  G_OBJECT_CLASS (desk_sound_check_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskSoundCheck, name)
#define BIND_AS(name, field)                                                                       \
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,                            \
                                             G_STRUCT_OFFSET (DeskSoundCheck, field))

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const others[] = { "no", "go_on", "cancel", "again" };

  BIND (stack);
  BIND (progress);
  BIND (heading);
  BIND (words);
  BIND (device);
  BIND (level);
  BIND (play);
  BIND (say);
  BIND (status);
  BIND (yes);
  BIND (help);
  BIND (help_words);
  BIND (chooser_label);
  BIND_AS ("headset", choosers[DESK_STREAM_HEADSET]);
  BIND_AS ("ringer", choosers[DESK_STREAM_RINGER]);
  BIND_AS ("microphone", choosers[DESK_STREAM_MICROPHONE]);
  BIND (volume_label);
  BIND (voice_volume);
  BIND (ringer_volume);
  BIND (back);
  BIND (verdict);
  BIND_AS ("ring_finding", findings[DESK_CHECK_RING]);
  BIND_AS ("caller_finding", findings[DESK_CHECK_CALLER]);
  BIND_AS ("microphone_finding", findings[DESK_CHECK_MICROPHONE]);
  BIND_AS ("ring_mark", marks[DESK_CHECK_RING]);
  BIND_AS ("caller_mark", marks[DESK_CHECK_CALLER]);
  BIND_AS ("microphone_mark", marks[DESK_CHECK_MICROPHONE]);
  BIND (done);
  for (guint n = 0; n < G_N_ELEMENTS (others); n++)
    gtk_widget_class_bind_template_child_full (widget_class, others[n], FALSE, 0);
}

static void
desk_sound_check_class_init (DeskSoundCheckClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_DEVICE_CHOOSER);
  g_type_ensure (DESK_TYPE_LEVEL_METER);
  g_type_ensure (DESK_TYPE_SOUND_TEST_BUTTON);
  g_type_ensure (DESK_TYPE_VOLUME_SCALE);
  G_OBJECT_CLASS (klass)->dispose = desk_sound_check_dispose;
  widget_class->key_press_event = desk_sound_check_key_press_event;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/sound-check.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_yes);
  gtk_widget_class_bind_template_callback (widget_class, on_no);
  gtk_widget_class_bind_template_callback (widget_class, on_go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_play);
  gtk_widget_class_bind_template_callback (widget_class, on_say);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
desk_sound_check_init (DeskSoundCheck *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_set_reading_order (GTK_WIDGET (self));
}
