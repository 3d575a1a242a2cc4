/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/pulse-form.h"

#include <glib.h>
#include <pulse/proplist.h>
#include <pulse/version.h>
#include <string.h>

/* Two sources. The form factor is the whole device's: that of a laptop is "internal", whatever is
 * plugged into it. The port is what is used now, but that of a USB headset is merely "analog". So a
 * form factor that tells of a headset is believed first, then the port, then other form factors. */

static DeskDeviceForm
form_of_worn (const char *factor)
{
  if (g_strcmp0 (factor, "headset") == 0 || g_strcmp0 (factor, "handset") == 0 ||
      g_strcmp0 (factor, "hands-free") == 0)
    return DESK_DEVICE_HEADSET;
  if (g_strcmp0 (factor, "headphone") == 0)
    return DESK_DEVICE_HEADPHONES;
  return DESK_DEVICE_UNKNOWN;
}

static DeskDeviceForm
form_of_standing (const char *factor)
{
  static const char *const speakers[] = { "speaker",  "portable", "car", "hifi",
                                          "internal", "computer", NULL };

  if (g_strcmp0 (factor, "tv") == 0)
    return DESK_DEVICE_SCREEN;
  if (factor != NULL && g_strv_contains (speakers, factor))
    return DESK_DEVICE_SPEAKERS;
  return DESK_DEVICE_UNKNOWN;
}

static DeskDeviceForm
form_of_port_type (const pa_sink_port_info *port)
{
#if PA_CHECK_VERSION(14, 0, 0)
  switch (port->type) {
  case PA_DEVICE_PORT_TYPE_HEADSET:
  case PA_DEVICE_PORT_TYPE_HANDSET:
  case PA_DEVICE_PORT_TYPE_HANDSFREE: return DESK_DEVICE_HEADSET;
  case PA_DEVICE_PORT_TYPE_HEADPHONES: return DESK_DEVICE_HEADPHONES;
  case PA_DEVICE_PORT_TYPE_SPEAKER: return DESK_DEVICE_SPEAKERS;
  case PA_DEVICE_PORT_TYPE_HDMI:
  case PA_DEVICE_PORT_TYPE_TV: return DESK_DEVICE_SCREEN;
  default: break; /* of dozens, and more in each version */
  }
#endif
  return DESK_DEVICE_UNKNOWN;
}

/* Not every server tells the type of a port; the names are "analog-output-headphones" and the like. */
static DeskDeviceForm
form_of_port (const pa_sink_port_info *port)
{
  static const struct {
    const char *part;
    DeskDeviceForm form;
  } names[] = {
    { "headphone", DESK_DEVICE_HEADPHONES },
    { "headset", DESK_DEVICE_HEADSET },
    { "speaker", DESK_DEVICE_SPEAKERS },
    { "hdmi", DESK_DEVICE_SCREEN },
  };
  g_autofree char *name = NULL;
  DeskDeviceForm form;

  if (port == NULL || port->name == NULL)
    return DESK_DEVICE_UNKNOWN;

  form = form_of_port_type (port);
  name = g_ascii_strdown (port->name, -1);
  for (guint i = 0; form == DESK_DEVICE_UNKNOWN && i < G_N_ELEMENTS (names); i++) {
    if (strstr (name, names[i].part) != NULL)
      form = names[i].form;
  }

  return form;
}

DeskDeviceForm
desk_pulse_output_form (const pa_sink_info *info)
{
  const char *factor = pa_proplist_gets (info->proplist, PA_PROP_DEVICE_FORM_FACTOR);
  DeskDeviceForm form = form_of_worn (factor);

  if (form == DESK_DEVICE_UNKNOWN)
    form = form_of_port (info->active_port);
  return form == DESK_DEVICE_UNKNOWN ? form_of_standing (factor) : form;
}

DeskDeviceForm
desk_pulse_input_form (const pa_source_info *info)
{
  const char *factor = pa_proplist_gets (info->proplist, PA_PROP_DEVICE_FORM_FACTOR);

  if (form_of_worn (factor) != DESK_DEVICE_UNKNOWN)
    return DESK_DEVICE_HEADSET;
  return info->monitor_of_sink == PA_INVALID_INDEX ? DESK_DEVICE_MICROPHONE : DESK_DEVICE_UNKNOWN;
}
