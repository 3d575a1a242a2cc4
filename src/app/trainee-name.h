/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The name of the last trainee here, kept in the user's folder as a convenience: failures are ignored. */

/* "" when there is none. (transfer full) */
char *desk_trainee_name_recall (void);
void desk_trainee_name_keep (const char *name);

/* What was typed as a name: trimmed, spaces and line breaks collapsed. (transfer full) */
char *desk_trainee_name_tidy (const char *typed);
