/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-sound.h"

#include <glib/gi18n-lib.h>

#include "app/console-page.h"
#include "app/settings-saver.h"
#include "app/sound-check.h"
#include "app/sound-news.h"
#include "app/sound-page.h"
#include "app/sound-test.h"
#include "app/start-page.h"
#include "audio/device-watch.h"

struct _DeskWindowSound {
  GObject parent_instance;

  GtkApplicationWindow *window; /* borrowed */
  GtkWidget *page;              /* borrowed: while the preferences show it; or NULL */
  GtkWidget *check;             /* borrowed: while it is open; or NULL */
  DeskAudio *audio;             /* owned, as below */
  DeskSettingsSaver *saver;
  DeskSoundTest *test;
  DeskDeviceWatch *devices; /* while one of them is open; or NULL */
  DeskSoundNews *news;      /* owned */
  gboolean declined;        /* for this run */
};

G_DEFINE_FINAL_TYPE (DeskWindowSound, desk_window_sound, G_TYPE_OBJECT)

/* What the page says of the sound. */

static DeskOutputState
state_of_headset (DeskWindowSound *self)
{
  DeskStreamStatus status;

  desk_audio_get_status (self->audio, DESK_STREAM_HEADSET, &status);
  return status.state;
}

gboolean
desk_window_sound_is_heard (DeskWindowSound *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_SOUND (self), FALSE);
  return state_of_headset (self) == DESK_OUTPUT_PLAYING;
}

gboolean
desk_window_sound_is_silent (DeskWindowSound *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_SOUND (self), FALSE);
  return state_of_headset (self) == DESK_OUTPUT_LOST ||
         state_of_headset (self) == DESK_OUTPUT_SILENT;
}

/* Whether it should offer the check: that was neither made nor declined. */
static gboolean
is_check_offered (DeskWindowSound *self)
{
  gboolean checked;

  g_object_get (desk_audio_get_settings (self->audio), "checked", &checked, NULL);
  return !checked && !self->declined;
}

static GtkWidget *
page_of (DeskWindowSound *self)
{
  return gtk_bin_get_child (GTK_BIN (self->window));
}

/* What lasts is said in passing, too: nobody looks for a notice while the telephone rings. */
static void
show_on_console (DeskWindowSound *self, DeskConsolePage *page, const char *notice)
{
  desk_console_bar_set_sound_notice (desk_console_page_get_bar (page), notice,
                                     desk_window_sound_is_silent (self));
  desk_sound_news_take (self->news, notice);
}

static void
on_fault (DeskWindowSound *self, const char *notice)
{
  if (DESK_IS_CONSOLE_PAGE (page_of (self)))
    desk_console_page_tell (DESK_CONSOLE_PAGE (page_of (self)), notice);
}

static void
on_mended (DeskWindowSound *self, const char *fault)
{
  if (DESK_IS_CONSOLE_PAGE (page_of (self)))
    desk_console_page_mention (DESK_CONSOLE_PAGE (page_of (self)), _ ("The sound is back."), fault);
}

static void
show_on_start (DeskWindowSound *self, DeskStartPage *page, const char *notice)
{
  desk_start_page_set_sound_notice (page, notice, desk_window_sound_is_silent (self));
  desk_start_page_offer_sound_check (page, is_check_offered (self));
}

void
desk_window_sound_show (DeskWindowSound *self)
{
  GtkWidget *page = page_of (self);
  g_autofree char *notice = desk_audio_get_notice (self->audio);

  g_return_if_fail (DESK_IS_WINDOW_SOUND (self));
  if (DESK_IS_START_PAGE (page))
    show_on_start (self, DESK_START_PAGE (page), notice);
  else if (DESK_IS_CONSOLE_PAGE (page))
    show_on_console (self, DESK_CONSOLE_PAGE (page), notice);
  if (!DESK_IS_CONSOLE_PAGE (page))
    desk_sound_news_stop (self->news);
}

/* The device is opened once the window has been painted. */

static void
on_first_frame (DeskWindowSound *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, self);
  desk_audio_start (self->audio);
}

static void
on_realize (DeskWindowSound *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint",
                           G_CALLBACK (on_first_frame), self, G_CONNECT_SWAPPED);
}

/* The windows. */

static DeskDeviceWatch *
get_devices (DeskWindowSound *self)
{
  if (self->devices == NULL)
    self->devices = desk_device_watch_new ();
  return self->devices;
}

/* Nobody watches what nobody sees. */
static void
on_window_gone (DeskWindowSound *self)
{
  if (self->page == NULL && self->check == NULL)
    g_clear_object (&self->devices);
}

/* A test that nobody can stop any more is stopped. */
static void
on_page_gone (DeskWindowSound *self)
{
  self->page = NULL;
  desk_sound_test_stop (self->test);
  on_window_gone (self);
}

static void
on_check_gone (DeskWindowSound *self)
{
  self->check = NULL;
  on_window_gone (self);
}

GtkWidget *
desk_window_sound_page_new (DeskWindowSound *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_SOUND (self), NULL);
  g_return_val_if_fail (self->page == NULL, NULL);

  self->page = desk_sound_page_new (self->audio, get_devices (self), self->test);
  g_signal_connect_object (self->page, "destroy", G_CALLBACK (on_page_gone), self,
                           G_CONNECT_SWAPPED);
  return self->page;
}

DeskSettingsSaver *
desk_window_sound_get_saver (DeskWindowSound *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_SOUND (self), NULL);
  return self->saver;
}

static void
on_check (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowSound *self = data;
  GtkWidget *over =
      self->page != NULL ? gtk_widget_get_toplevel (self->page) : GTK_WIDGET (self->window);

  if (self->check == NULL) {
    self->check =
        desk_sound_check_new (GTK_WINDOW (over), self->audio, get_devices (self), self->test);
    g_signal_connect_object (self->check, "destroy", G_CALLBACK (on_check_gone), self,
                             G_CONNECT_SWAPPED);
  }
  gtk_window_present (GTK_WINDOW (self->check));
}

static void
on_later (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowSound *self = data;

  self->declined = TRUE;
  desk_window_sound_show (self);
}

static void
on_never (GSimpleAction *action, GVariant *target, gpointer data)
{
  DeskWindowSound *self = data;

  g_object_set (desk_audio_get_settings (self->audio), "checked", TRUE, NULL);
}

void
desk_window_sound_set_scenario (DeskWindowSound *self, DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_WINDOW_SOUND (self));
  desk_sound_test_set_scenario (self->test, scenario);
}

void
desk_window_sound_set_check_allowed (DeskWindowSound *self, gboolean allowed)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "sound-check");

  g_return_if_fail (DESK_IS_WINDOW_SOUND (self));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), allowed);
}

/* The window of the check went with its parent, or goes now. */
static void
desk_window_sound_dispose (GObject *object)
{
  DeskWindowSound *self = DESK_WINDOW_SOUND (object);

  if (self->check != NULL)
    gtk_widget_destroy (self->check);
  g_clear_object (&self->saver);
  g_clear_object (&self->test);
  g_clear_object (&self->devices);
  g_clear_object (&self->audio);
  g_clear_object (&self->news);
  G_OBJECT_CLASS (desk_window_sound_parent_class)->dispose (object);
}

static void
desk_window_sound_class_init (DeskWindowSoundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_sound_dispose;
}

static void
desk_window_sound_init (DeskWindowSound *self)
{
}

DeskWindowSound *
desk_window_sound_new (GtkApplicationWindow *window, DeskAudio *audio, DeskScenario *scenario)
{
  static const GActionEntry actions[] = {
    { .name = "sound-check", .activate = on_check },
    { .name = "sound-check-later", .activate = on_later },
    { .name = "sound-check-never", .activate = on_never },
  };
  DeskWindowSound *self = g_object_new (DESK_TYPE_WINDOW_SOUND, NULL);

  self->window = window;
  self->audio = g_object_ref (audio);
  self->saver = desk_settings_saver_new (desk_audio_get_settings (audio));
  self->test = desk_sound_test_new (audio, scenario);
  self->news = desk_sound_news_new ();
  g_signal_connect_object (self->news, "fault", G_CALLBACK (on_fault), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->news, "mended", G_CALLBACK (on_mended), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (desk_audio_get_settings (audio), "notify::checked",
                           G_CALLBACK (desk_window_sound_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (audio, "changed", G_CALLBACK (desk_window_sound_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "realize", G_CALLBACK (on_realize), self, G_CONNECT_SWAPPED);
  return self;
}
