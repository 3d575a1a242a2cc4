/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"

/* Says how many messages are not logged, and lists the answered calls to go back to their slips. */

G_BEGIN_DECLS

#define DESK_TYPE_SLIPS_BUTTON (desk_slips_button_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlipsButton, desk_slips_button, DESK, SLIPS_BUTTON, GtkMenuButton)

/* Signal "call-chosen" (const DeskCall *call). Hidden while no call was answered. */
void desk_slips_button_set_session (DeskSlipsButton *self, DeskSession *session);

/* Which call the list marks as the one on show. */
void desk_slips_button_set_call (DeskSlipsButton *self, const DeskCall *call);

G_END_DECLS
