/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/device-list.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static GMutex quiet_lock;
static int saved_stderr = -1; /* under quiet_lock */

void
desk_quiet_begin (void)
{
  g_mutex_lock (&quiet_lock);
  fflush (stderr);

  int nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  saved_stderr = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (nowhere >= 0 && saved_stderr >= 0)
    dup2 (nowhere, STDERR_FILENO);
  if (nowhere >= 0)
    close (nowhere);
}

void
desk_quiet_end (void)
{
  fflush (stderr);
  if (saved_stderr >= 0) {
    dup2 (saved_stderr, STDERR_FILENO);
    close (saved_stderr);
  }
  saved_stderr = -1;
  g_mutex_unlock (&quiet_lock);
}

static void
device_free (gpointer data)
{
  DeskDevice *device = data;

  g_free (device->id);
  g_free (device->name);
  g_free (device->host_api);
  g_free (device);
}

static DeskDevice *
device_new (PaDeviceIndex index)
{
  const PaDeviceInfo *info = Pa_GetDeviceInfo (index);
  DeskDevice *device = g_new0 (DeskDevice, 1);

  device->name = g_utf8_make_valid (info->name, -1);
  device->id = g_strdup (device->name);
  device->host_api = g_strdup (Pa_GetHostApiInfo (info->hostApi)->name);
  device->n_outputs = (guint) info->maxOutputChannels;
  device->n_inputs = (guint) info->maxInputChannels;
  device->default_output = index == Pa_GetDefaultOutputDevice ();
  device->default_input = index == Pa_GetDefaultInputDevice ();
  device->sample_rate = info->defaultSampleRate;
  return device;
}

GPtrArray *
desk_device_list_new (void)
{
  g_autoptr (GPtrArray) devices = g_ptr_array_new_with_free_func (device_free);
  PaError fault;

  desk_quiet_begin ();
  fault = Pa_Initialize ();
  desk_quiet_end ();
  if (fault != paNoError)
    return NULL;

  for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount (); i++)
    g_ptr_array_add (devices, device_new (i));

  desk_quiet_begin ();
  Pa_Terminate ();
  desk_quiet_end ();
  return g_steal_pointer (&devices);
}
