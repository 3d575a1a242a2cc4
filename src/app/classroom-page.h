/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/handing-in.h"
#include "scoring/scorecard.h"

/* The progress of a class, from the folder in which its sessions are handed in. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASSROOM_PAGE (desk_classroom_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskClassroomPage, desk_classroom_page, DESK, CLASSROOM_PAGE, GtkBox)

/**
 * Signals of DeskClassroomPage:
 *  - "back" (): the user wants to go where they came from
 *  - "summary" (DeskScorecard *scorecard, const char *journal): a session is to be shown; owned by the page.
 *    `journal` is always NULL: nothing is done with what lies in the folder but to read it
 */

/* Shows the folder of the key "class-folder" of `settings`, or else the one in which sessions are handed
 * in, and follows both. Without a folder the page says what to do. */
GtkWidget *desk_classroom_page_new (GSettings *settings, DeskHandingIn *handing_in);

G_END_DECLS
