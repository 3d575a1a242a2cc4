/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/route.h"

#include <string.h>

#include "audio/port.h"

static void
find_on_server (DeskRoute *route, DeskPulse *pulse, gboolean is_input, const char *wanted)
{
  if (wanted != NULL)
    route->node = desk_pulse_find_node (pulse, is_input, wanted);
  if (route->node == NULL) {
    route->node = desk_pulse_get_default (pulse, is_input);
    route->stands_in = wanted != NULL;
  }
  route->is_nowhere = route->node == NULL;
}

static gboolean
is_wanted (const DeskPortDevice *device, gboolean is_input, const char *wanted)
{
  return (is_input ? device->n_inputs : device->n_outputs) > 0 &&
         (g_str_equal (device->id, wanted) || g_str_equal (device->name, wanted));
}

static gboolean
is_default (const DeskPortDevice *device, gboolean is_input)
{
  return is_input ? device->default_input : device->default_output;
}

static void
find_by_portaudio (DeskRoute *route, const GPtrArray *ports, gboolean is_input, const char *wanted)
{
  route->is_nowhere = TRUE;
  for (guint i = 0; i < ports->len; i++) {
    const DeskPortDevice *device = g_ptr_array_index (ports, i);

    if (is_default (device, is_input))
      route->is_nowhere = FALSE;
    if (wanted != NULL && is_wanted (device, is_input, wanted)) {
      route->is_nowhere = FALSE;
      route->index = device->index;
      return;
    }
  }
  route->stands_in = wanted != NULL;
}

void
desk_route_find (DeskRoute *route,
                 DeskPulse *pulse,
                 const GPtrArray *ports,
                 gboolean is_input,
                 const char *wanted)
{
  *route = (DeskRoute){ .index = -1 };
  if (desk_pulse_get_state (pulse) == DESK_PULSE_THERE)
    find_on_server (route, pulse, is_input, wanted);
  else
    find_by_portaudio (route, ports, is_input, wanted);
}

/* ALSA's argument lists have commas, quotes, blanks and equals signs of their own. */
char *
desk_route_get_alsa_name (const DeskPulseNode *node)
{
  static const char plain[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-+:@";

  if (strspn (node->id, plain) != strlen (node->id))
    return NULL;
  return g_strdup_printf ("pulse:%s", node->id);
}

/* "alsa_output.usb-Maker_Model_SERIAL-00.analog-stereo" */
static char *
guess_usb_name (const char *after_usb)
{
  g_autofree char *name = g_strdup (after_usb);
  char *end = strrchr (name, '.');

  if (end != NULL)
    *end = '\0';
  end = strrchr (name, '-');
  if (end != NULL)
    *end = '\0';
  g_strdelimit (name, "_", ' ');
  g_strchomp (name);
  return name[0] == '\0' ? NULL : g_steal_pointer (&name);
}

char *
desk_route_guess_name (const char *id)
{
  const char *usb = strstr (id, ".usb-");
  const char *colon = strstr (id, ": ");

  if (usb != NULL)
    return guess_usb_name (usb + strlen (".usb-"));
  if (colon != NULL)
    return g_strdup (colon + 2);
  return NULL;
}
