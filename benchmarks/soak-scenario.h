/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A long day at a busy desk, made up for the soak. */

G_BEGIN_DECLS

#define SOAK_LINES 12
#define SOAK_PEOPLE 60

/* Seconds from one call to the next: 2,000 calls are eight hours. */
#define SOAK_GAP_S 14.4

/* Writes scenario and clips into the new folder `folder`, where the callers ring every SOAK_GAP_S. They
 * want to be put through, announced or not, to be told something, or to leave a message. Ends the
 * program when that cannot be written. */
void soak_scenario_write (const char *folder, guint n_calls);

/* The text of scenario.yaml alone. With `clips` the callers' replies name their clips. (transfer full) */
char *soak_scenario_text (guint n_calls, gboolean clips);

G_END_DECLS
