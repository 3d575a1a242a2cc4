/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The sound devices of this machine, kept by one thread for all streams of the program: it opens
 * them, watches them, and finds them again. One is enough for a program, and more do no harm. */

G_BEGIN_DECLS

typedef struct _DeskSoundSystem DeskSoundSystem;

/* Touches no device before there is a stream. From any thread, as all here. */
DeskSoundSystem *desk_sound_system_new (void);
DeskSoundSystem *desk_sound_system_ref (DeskSoundSystem *self);

/* Who lets go of it last waits until its devices are closed: some 50 ms, and no more than two seconds
 * for a sound server that hangs. Then the thread is left to itself; it touches nothing of the
 * program's any more. May be NULL. */
void desk_sound_system_unref (DeskSoundSystem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSoundSystem, desk_sound_system_unref)

/* For outputs and microphones. The keeper holds the stream from the first to the last of these; each
 * returns at once. */
struct _DeskStream;
void desk_sound_system_add (DeskSoundSystem *self, struct _DeskStream *stream);
void desk_sound_system_change (DeskSoundSystem *self,
                               struct _DeskStream *stream,
                               const char *wanted,
                               double latency_ms);
void desk_sound_system_remove (DeskSoundSystem *self, struct _DeskStream *stream);

/* Whether the threads that bring frames are wanted in a real-time class (realtime.h). They are, at
 * first. */
void desk_sound_system_set_realtime (DeskSoundSystem *self, gboolean wanted);

G_END_DECLS
