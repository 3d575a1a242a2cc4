/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"
#include "engine/session.h"

/* Works a session by the commands of a script or a journal. */

G_BEGIN_DECLS

/* Obeys the commands of `script` at their times. One that ends without `finish` runs on until the
 * last call ends, then finishes. The session must have been started. */
void desk_script_run (DeskSession *session, const DeskRecording *script);

G_END_DECLS
