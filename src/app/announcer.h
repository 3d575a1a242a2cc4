/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"

/* Tells users of a screen reader what happens during a shift: in order, each thing once, and what happens
 * on several lines at once in one sentence. */

G_BEGIN_DECLS

#define DESK_TYPE_ANNOUNCER (desk_announcer_get_type ())
G_DECLARE_FINAL_TYPE (DeskAnnouncer, desk_announcer, DESK, ANNOUNCER, GObject)

/* Follows `session` and speaks through `widget`, as long as that lives. */
DeskAnnouncer *desk_announcer_new (DeskSession *session, GtkWidget *widget);

/* Queues `words` to be said after what is still to be said. */
void desk_announcer_say (DeskAnnouncer *self, const char *words);

G_END_DECLS
