/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

/* Which changes of the sound are reported during a shift: a fault that lasts, and its end only if it was
 * reported. */

G_BEGIN_DECLS

#define DESK_TYPE_SOUND_NEWS (desk_sound_news_get_type ())
G_DECLARE_FINAL_TYPE (DeskSoundNews, desk_sound_news, DESK, SOUND_NEWS, GObject)

/**
 * Signals:
 *  - "fault" (const char *notice): it has lasted for a second
 *  - "mended" (const char *notice): what was told last is no longer so
 */
DeskSoundNews *desk_sound_news_new (void);

/* The sound as it is: `notice` of a fault, or NULL. */
void desk_sound_news_take (DeskSoundNews *self, const char *notice);

/* Stops reporting, and forgets what was reported. */
void desk_sound_news_stop (DeskSoundNews *self);

G_END_DECLS
