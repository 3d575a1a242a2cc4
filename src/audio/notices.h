/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What the user is told about a stream, in their language. `device` is its name; NULL: unknown. All are
 * (transfer full). */

G_BEGIN_DECLS

/* It was in use and went away. */
char *desk_notice_gone (gboolean is_input, const char *device);

/* It is there and was opened, but no sound flows. */
char *desk_notice_no_answer (gboolean is_input, const char *device);

/* The wanted device is missing, and `other` is used. */
char *desk_notice_stands_in (gboolean is_input, const char *device, const char *other);

/* It is there, but the sound goes to `other` and cannot be redirected. */
char *desk_notice_astray (gboolean is_input, const char *device, const char *other);

/* A microphone that runs but delivers only zeros. */
char *desk_notice_mute (void);

/* There is nothing. */
char *desk_notice_nothing (gboolean is_input);

/* It cannot be opened. `why`: in PortAudio's words. */
char *desk_notice_fault (gboolean is_input, const char *why);

/* The sound server is there but does not answer. */
char *desk_notice_hanging (void);

G_END_DECLS
