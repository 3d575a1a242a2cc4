/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <pulse/introspect.h>

#include "audio/device-form.h"

/* What an output or input of a PulseAudio or PipeWire server looks like. */
DeskDeviceForm desk_pulse_output_form (const pa_sink_info *info);
DeskDeviceForm desk_pulse_input_form (const pa_source_info *info);
