/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdbool.h>

/* Keeps the messages of the sound libraries off the user's terminal: ALSA and JACK print pages about
 * devices that do not exist, and PortAudio prints its own source lines when a sound server dies. What
 * matters is in their return values. Messages of others are not lost. */

/* Silences ALSA and JACK, whichever are loaded. PortAudio undoes the latter, so call it before each
 * Pa_Initialize(). */
void desk_hush_libraries (void);

/* Discards what the calling thread prints to standard error through vfprintf(), as PortAudio does.
 * Wait-free, so that it can be used on PortAudio's own threads. */
void desk_hush_thread (bool hushed);
