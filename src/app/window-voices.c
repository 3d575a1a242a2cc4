/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-voices.h"

#include <glib/gi18n-lib.h>

#include "app/console-page.h"
#include "app/let-go.h"
#include "app/tell-dialog.h"

struct _DeskWindowVoices {
  GObject parent_instance;

  GtkWindow *window;       /* borrowed */
  DeskShiftVoices *voices; /* owned, as the next; NULL: no scenario is open */
  char *told_trouble;      /* or NULL */
  gboolean may_begin;
};

G_DEFINE_FINAL_TYPE (DeskWindowVoices, desk_window_voices, G_TYPE_OBJECT)

static guint ready_signal;

static void
on_ready (DeskWindowVoices *self)
{
  g_signal_emit (self, ready_signal, 0);
}

void
desk_window_voices_set_scenario (DeskWindowVoices *self, DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_WINDOW_VOICES (self));

  desk_let_go (&self->voices);
  if (scenario == NULL)
    return;
  self->voices = desk_shift_voices_new (scenario);
  g_signal_connect_object (self->voices, "ready", G_CALLBACK (on_ready), self, G_CONNECT_SWAPPED);
  if (self->may_begin)
    desk_shift_voices_begin (self->voices);
}

void
desk_window_voices_begin (DeskWindowVoices *self)
{
  g_return_if_fail (DESK_IS_WINDOW_VOICES (self));

  self->may_begin = TRUE;
  if (self->voices != NULL)
    desk_shift_voices_begin (self->voices);
}

void
desk_window_voices_show_progress (DeskWindowVoices *self)
{
  g_return_if_fail (DESK_IS_WINDOW_VOICES (self));
  g_return_if_fail (self->voices != NULL);
  desk_shift_voices_show_progress (self->voices, self->window);
}

DeskShiftVoices *
desk_window_voices_get (DeskWindowVoices *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_VOICES (self), NULL);
  return self->voices;
}

void
desk_window_voices_tell_trouble (DeskWindowVoices *self)
{
  GtkWidget *page = gtk_bin_get_child (GTK_BIN (self->window));
  const char *trouble;

  g_return_if_fail (DESK_IS_WINDOW_VOICES (self));

  trouble = self->voices != NULL ? desk_shift_voices_get_trouble (self->voices) : NULL;
  if (trouble == NULL || g_strcmp0 (trouble, self->told_trouble) == 0)
    return;
  g_free (self->told_trouble);
  self->told_trouble = g_strdup (trouble);
  if (DESK_IS_CONSOLE_PAGE (page))
    desk_console_page_tell (DESK_CONSOLE_PAGE (page), trouble);
  else
    desk_tell_dialog_new (
        self->window, GTK_MESSAGE_INFO,
        _ ("Some people cannot be heard in this shift. Captions can show what they say."), trouble,
        NULL);
}

static void
desk_window_voices_dispose (GObject *object)
{
  DeskWindowVoices *self = DESK_WINDOW_VOICES (object);

  desk_let_go (&self->voices);
  g_clear_pointer (&self->told_trouble, g_free);
  G_OBJECT_CLASS (desk_window_voices_parent_class)->dispose (object);
}

static void
desk_window_voices_class_init (DeskWindowVoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_voices_dispose;
  ready_signal = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
desk_window_voices_init (DeskWindowVoices *self)
{
}

DeskWindowVoices *
desk_window_voices_new (GtkWindow *window)
{
  DeskWindowVoices *self = g_object_new (DESK_TYPE_WINDOW_VOICES, NULL);

  self->window = window;
  return self;
}
