/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What the user is told of a stream, in their language. `device` is a name, and NULL where it is not
 * known. All are (transfer full). */

G_BEGIN_DECLS

/* It was used, and went. */
char *desk_notice_gone (gboolean is_input, const char *device);

/* It is there and could be opened, but no sound comes or goes. */
char *desk_notice_no_answer (gboolean is_input, const char *device);

/* The wanted one is not there, and `other` is used. */
char *desk_notice_stands_in (gboolean is_input, const char *device, const char *other);

/* It is there, but the sound goes to `other` and cannot be sent elsewhere. */
char *desk_notice_astray (gboolean is_input, const char *device, const char *other);

/* It is a microphone and runs, but all that comes is zeros. */
char *desk_notice_mute (void);

/* There is nothing. */
char *desk_notice_nothing (gboolean is_input);

/* It cannot be opened. `why`: in PortAudio's words. */
char *desk_notice_fault (gboolean is_input, const char *why);

/* The sound server is there, but does not speak. */
char *desk_notice_hanging (void);

G_END_DECLS
