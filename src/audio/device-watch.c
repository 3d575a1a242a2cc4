/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/device-watch.h"

#include <gio/gio.h>

#include "audio/device-lister.h"

/* A sound server tells of changes itself, and is asked without waiting. Without one PortAudio is asked
 * now and then, on a thread; that is also when a server that has come is found. */

#define LOOK_S 3

struct _DeskDeviceWatch {
  GObject parent_instance;

  GMainContext *context; /* owned, as all below */
  DeskPulse *pulse;
  GPtrArray *devices;  /* NULL before the first */
  GCancellable *gone;  /* tells the thread that nobody waits for it */
  GSource *news;       /* NULL unless "changed" is due */
  GSource *look;       /* NULL unless the server is to be asked again */
  gboolean is_listing; /* on a thread */
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskDeviceWatch, desk_device_watch, G_TYPE_OBJECT)

static gboolean
is_same_device (const DeskDevice *a, const DeskDevice *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->name, b->name) && a->form == b->form &&
         a->default_output == b->default_output && a->default_input == b->default_input &&
         a->n_outputs == b->n_outputs && a->n_inputs == b->n_inputs;
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    if (!is_same_device (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
on_news (gpointer data)
{
  DeskDeviceWatch *self = data;

  g_clear_pointer (&self->news, g_source_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Takes ownership of `devices`. "changed" is emitted later, since a handler may free the watch, which is
 * impossible while the server's answer is being read. */
static void
show (DeskDeviceWatch *self, GPtrArray *devices)
{
  if (is_same (self->devices, devices)) {
    g_ptr_array_unref (devices);
    return;
  }
  g_clear_pointer (&self->devices, g_ptr_array_unref);
  self->devices = devices;
  if (self->news != NULL)
    return;
  self->news = g_idle_source_new ();
  g_source_set_priority (self->news, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->news, on_news, self, NULL);
  g_source_attach (self->news, self->context);
}

static void
list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *devices = desk_device_list_new_from_portaudio ();

  if (devices == NULL)
    devices = g_ptr_array_new ();
  g_task_return_pointer (task, devices, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject *object, GAsyncResult *result, gpointer data)
{
  DeskDeviceWatch *self = data;
  GPtrArray *devices = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled means that the watch, and so `self`, is gone. */
  if (devices == NULL)
    return;
  self->is_listing = FALSE;
  if (desk_pulse_get_state (self->pulse) == DESK_PULSE_THERE)
    g_ptr_array_unref (devices);
  else
    show (self, devices);
}

static void
list_on_thread (DeskDeviceWatch *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->is_listing)
    return;
  self->is_listing = TRUE;
  task = g_task_new (NULL, self->gone, on_listed, self);
  g_task_run_in_thread (task, list);
}

static gboolean
on_look_due (gpointer data)
{
  DeskDeviceWatch *self = data;

  g_clear_pointer (&self->look, g_source_unref);
  desk_pulse_ask (self->pulse);
  return G_SOURCE_REMOVE;
}

static void
on_pulse_changed (DeskPulse *pulse, gpointer data)
{
  DeskDeviceWatch *self = data;

  if (desk_pulse_get_state (pulse) == DESK_PULSE_THERE) {
    show (self, desk_device_list_new_from_pulse (pulse, NULL));
    return;
  }

  list_on_thread (self);
  if (self->look != NULL)
    return;
  self->look = g_timeout_source_new_seconds (LOOK_S);
  g_source_set_callback (self->look, on_look_due, self, NULL);
  g_source_attach (self->look, self->context);
}

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
desk_device_watch_finalize (GObject *object)
{
  DeskDeviceWatch *self = DESK_DEVICE_WATCH (object);

  g_cancellable_cancel (self->gone);
  g_object_unref (self->gone);
  drop_source (&self->look);
  drop_source (&self->news);
  desk_pulse_free (self->pulse);
  g_main_context_unref (self->context);
  g_clear_pointer (&self->devices, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_device_watch_parent_class)->finalize (object);
}

static void
desk_device_watch_class_init (DeskDeviceWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_device_watch_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_device_watch_init (DeskDeviceWatch *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->gone = g_cancellable_new ();
  self->pulse = desk_pulse_new (self->context, on_pulse_changed, self);
}

DeskDeviceWatch *
desk_device_watch_new (void)
{
  return g_object_new (DESK_TYPE_DEVICE_WATCH, NULL);
}

GPtrArray *
desk_device_watch_get_devices (DeskDeviceWatch *self)
{
  return self->devices;
}
