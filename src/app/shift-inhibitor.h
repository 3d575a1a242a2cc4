/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"

/* Keeps the screen on and the machine awake while a shift is worked: nobody touches a key while
 * listening. In a pause both may rest; logging out is asked about for as long as the shift lasts. */

G_BEGIN_DECLS

#define DESK_TYPE_SHIFT_INHIBITOR (desk_shift_inhibitor_get_type ())
G_DECLARE_FINAL_TYPE (DeskShiftInhibitor, desk_shift_inhibitor, DESK, SHIFT_INHIBITOR, GObject)

/* From now until the session is finished or it is disposed of. `window` has an application, or nothing is
 * inhibited, and lives longer. */
DeskShiftInhibitor *desk_shift_inhibitor_new (GtkWindow *window, DeskSession *session);

G_END_DECLS
