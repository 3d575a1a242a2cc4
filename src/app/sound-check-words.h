/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What the sound check says. */

G_BEGIN_DECLS

typedef enum {
  DESK_CHECK_RING,
  DESK_CHECK_CALLER,
  DESK_CHECK_MICROPHONE,
} DeskCheckStep;

#define DESK_N_CHECK_STEPS ((guint) DESK_CHECK_MICROPHONE + 1)

const char *desk_check_heading (DeskCheckStep step);
const char *desk_check_words (DeskCheckStep step);

/* For who did not hear it. */
const char *desk_check_help (DeskCheckStep step);

/* Of one step; and of all together, `heard` having DESK_N_CHECK_STEPS. */
const char *desk_check_finding (DeskCheckStep step, gboolean heard);
const char *desk_check_verdict (const gboolean *heard);

G_END_DECLS
