/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/output.h"
#include "audio/sound-system.h"
#include "audio/tap.h"

/* What the trainee speaks into: the counterpart of DeskOutput for input. A microphone that is missing or
 * lost does no harm; it is searched for. Main thread only. */

G_BEGIN_DECLS

typedef struct _DeskMicrophone DeskMicrophone;

typedef void (*DeskMicrophoneFunc) (DeskMicrophone *microphone, gpointer user_data);

/* Its sound goes into `tap` (borrowed, outlives it), mono at 48 kHz. `device_id`: a DeskDevice's id or
 * name; NULL: the system's default. Nothing is opened before desk_microphone_start(). */
DeskMicrophone *desk_microphone_new (DeskSoundSystem *system, DeskTap *tap, const char *device_id);

/* Afterwards nobody writes to the tap. May be NULL. */
void desk_microphone_destroy (DeskMicrophone *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskMicrophone, desk_microphone_destroy)

/* `changed` is called after each change of state, device or notice. */
void desk_microphone_listen (DeskMicrophone *self, DeskMicrophoneFunc changed, gpointer user_data);

/* Returns at once; the state tells the outcome. */
void desk_microphone_start (DeskMicrophone *self);

/* Switches to another device. */
void desk_microphone_change (DeskMicrophone *self, const char *device_id);

/* PLAYING: it listens. SILENT: there is none. The strings are borrowed until the next change. */
DeskOutputState desk_microphone_get_state (DeskMicrophone *self);
const char *desk_microphone_get_device (DeskMicrophone *self);
const char *desk_microphone_get_notice (DeskMicrophone *self);
void desk_microphone_measure (DeskMicrophone *self, DeskOutputMeter *meter);

/* The loudest sample since the last call, 0 to 1: for a single meter. */
double desk_microphone_take_level (DeskMicrophone *self);

G_END_DECLS
