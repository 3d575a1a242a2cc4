/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"

/* A strip that says who waits longest, whom the trainee speaks with and what they promised; each a button
 * that leads there. */

G_BEGIN_DECLS

#define DESK_TYPE_GLANCE (desk_glance_get_type ())
G_DECLARE_FINAL_TYPE (DeskGlance, desk_glance, DESK, GLANCE, GtkBox)

/**
 * Signals of DeskGlance:
 *  - "line" (guint line): the one who waits longest is wanted, as by the line's own key
 *  - "call" (const DeskCall *call): a call is to be shown
 *  - "slip" (const DeskCall *call): the slip of a message that is owed is to be shown
 */

/* Once. */
void desk_glance_set_session (DeskGlance *self, DeskSession *session);

/* To be called after each event and, for the running clocks, once a second. */
void desk_glance_update (DeskGlance *self);

G_END_DECLS
