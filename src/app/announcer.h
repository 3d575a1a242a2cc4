/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"

/* Tells whoever works by screen reader what happens during a shift: in order, each thing once, and
 * what happens to many lines at a time in one sentence. */

G_BEGIN_DECLS

#define DESK_TYPE_ANNOUNCER (desk_announcer_get_type ())
G_DECLARE_FINAL_TYPE (DeskAnnouncer, desk_announcer, DESK, ANNOUNCER, GObject)

/* Listens to `session` from now on and speaks through `widget`, for as long as that lives. */
DeskAnnouncer *desk_announcer_new (DeskSession *session, GtkWidget *widget);

/* Says `words` after what is still to be said. */
void desk_announcer_say (DeskAnnouncer *self, const char *words);

G_END_DECLS
