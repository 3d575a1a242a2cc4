/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/device-lister.h"

#include "audio/port.h"

#define PATIENCE_MS 1000

static void
device_free (gpointer data)
{
  DeskDevice *device = data;

  g_free (device->id);
  g_free (device->name);
  g_free (device->host_api);
  g_free (device);
}

static gboolean
is_listed (const DeskPulseNode *node, const char *const *chosen)
{
  return !node->hidden || (chosen != NULL && g_strv_contains (chosen, node->id));
}

GPtrArray *
desk_device_list_new_from_pulse (DeskPulse *pulse, const char *const *chosen)
{
  const GPtrArray *nodes = desk_pulse_get_nodes (pulse);
  const DeskPulseNode *output = desk_pulse_get_default (pulse, FALSE);
  const DeskPulseNode *input = desk_pulse_get_default (pulse, TRUE);
  GPtrArray *devices = g_ptr_array_new_with_free_func (device_free);

  for (guint i = 0; i < nodes->len; i++) {
    const DeskPulseNode *node = g_ptr_array_index (nodes, i);
    DeskDevice *device;

    if (!is_listed (node, chosen))
      continue;
    device = g_new0 (DeskDevice, 1);
    device->id = g_strdup (node->id);
    device->name = g_strdup (node->name);
    device->host_api = g_strdup (desk_pulse_get_server_name (pulse));
    device->form = node->form;
    device->n_outputs = node->is_input ? 0 : node->n_channels;
    device->n_inputs = node->is_input ? node->n_channels : 0;
    device->default_output = node == output;
    device->default_input = node == input;
    device->sample_rate = node->sample_rate;
    g_ptr_array_add (devices, device);
  }

  return devices;
}

static DeskDevice *
device_new_from_port (const DeskPortDevice *port)
{
  DeskDevice *device = g_new0 (DeskDevice, 1);

  device->id = g_strdup (port->id);
  device->name = g_strdup (port->name);
  device->host_api = g_strdup (port->api);
  device->n_outputs = port->n_outputs;
  device->n_inputs = port->n_inputs;
  device->default_output = port->default_output;
  device->default_input = port->default_input;
  device->sample_rate = port->sample_rate;
  return device;
}

GPtrArray *
desk_device_list_new_from_portaudio (void)
{
  g_autoptr (GPtrArray) ports = NULL;
  GPtrArray *devices;
  const char *why;

  if (!desk_port_start (&why))
    return NULL;
  ports = desk_port_list_new ();
  desk_port_stop ();

  devices = g_ptr_array_new_with_free_func (device_free);
  for (guint i = 0; i < ports->len; i++)
    g_ptr_array_add (devices, device_new_from_port (g_ptr_array_index (ports, i)));
  return devices;
}

static void
on_pulse_changed (DeskPulse *pulse, gpointer data)
{
}

static gboolean
on_patience_over (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until the server has answered, or is known to be away or to hang. */
static void
wait_for_pulse (DeskPulse *pulse, GMainContext *context)
{
  g_autoptr (GSource) patience = g_timeout_source_new (PATIENCE_MS);
  gboolean is_over = FALSE;

  g_source_set_callback (patience, on_patience_over, &is_over, NULL);
  g_source_attach (patience, context);
  while (!is_over && desk_pulse_get_state (pulse) == DESK_PULSE_ASKING)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (patience);
}

/* PortAudio would ask a server that hangs too, and wait for ever. */
GPtrArray *
desk_device_list_new_with (const char *const *chosen)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (DeskPulse) pulse = desk_pulse_new (context, on_pulse_changed, NULL);

  wait_for_pulse (pulse, context);
  switch (desk_pulse_get_state (pulse)) {
  case DESK_PULSE_THERE: return desk_device_list_new_from_pulse (pulse, chosen);
  case DESK_PULSE_AWAY: return desk_device_list_new_from_portaudio ();
  case DESK_PULSE_ASKING: break;
  }

  return NULL;
}

GPtrArray *
desk_device_list_new (void)
{
  return desk_device_list_new_with (NULL);
}

static gboolean
is_default (const DeskDevice *device, gboolean is_input)
{
  return is_input ? device->default_input : device->default_output;
}

const DeskDevice *
desk_device_list_find (const GPtrArray *devices, gboolean is_input, const char *wanted)
{
  const DeskDevice *by_name = NULL;

  for (guint i = 0; i < devices->len; i++) {
    const DeskDevice *device = g_ptr_array_index (devices, i);

    if ((is_input ? device->n_inputs : device->n_outputs) == 0)
      continue;
    if (wanted == NULL ? is_default (device, is_input) : g_str_equal (device->id, wanted))
      return device;
    if (wanted != NULL && by_name == NULL && g_str_equal (device->name, wanted))
      by_name = device;
  }

  return by_name;
}
