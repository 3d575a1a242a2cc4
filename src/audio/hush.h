/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdbool.h>

/* Keeps the chatter of the sound libraries from the user's terminal: ALSA and JACK tell pages about
 * devices that do not exist, and PortAudio prints its own source lines when a sound server dies. What
 * they have to say that matters is in their return values. Nobody else's messages are lost. */

/* ALSA's and JACK's, whichever are in the process. PortAudio undoes the latter, so before each
 * Pa_Initialize(). */
void desk_hush_libraries (void);

/* From now on nothing that the calling thread prints to standard error through vfprintf() is seen,
 * which is how PortAudio does it. Wait-free, for PortAudio's own threads too. */
void desk_hush_thread (bool hushed);
