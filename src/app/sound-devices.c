/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-devices.h"

#include <gio/gio.h>

#include "audio/device-list.h"

struct _DeskSoundDevices {
  GObject parent_instance;

  GPtrArray *list;       /* owned, as below; or NULL */
  GCancellable *listing; /* while a thread is at it; or NULL */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSoundDevices, desk_sound_devices, G_TYPE_OBJECT)

static void
list_devices (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *list = desk_device_list_new ();

  g_task_return_pointer (task, list != NULL ? list : g_ptr_array_new (),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray *list = g_task_propagate_pointer (G_TASK (result), NULL);
  DeskSoundDevices *self = data;

  if (list == NULL) /* nobody wants to know any more */
    return;
  g_clear_object (&self->listing);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = list;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
desk_sound_devices_refresh (DeskSoundDevices *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DESK_IS_SOUND_DEVICES (self));
  if (self->listing != NULL)
    return;
  self->listing = g_cancellable_new ();
  task = g_task_new (NULL, self->listing, on_listed, self);
  g_task_run_in_thread (task, list_devices);
}

GPtrArray *
desk_sound_devices_get_list (DeskSoundDevices *self)
{
  g_return_val_if_fail (DESK_IS_SOUND_DEVICES (self), NULL);
  return self->list;
}

static void
desk_sound_devices_dispose (GObject *object)
{
  DeskSoundDevices *self = DESK_SOUND_DEVICES (object);

  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_sound_devices_parent_class)->dispose (object);
}

static void
desk_sound_devices_class_init (DeskSoundDevicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sound_devices_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_sound_devices_init (DeskSoundDevices *self)
{
}

DeskSoundDevices *
desk_sound_devices_new (void)
{
  DeskSoundDevices *self = g_object_new (DESK_TYPE_SOUND_DEVICES, NULL);

  desk_sound_devices_refresh (self);
  return self;
}
