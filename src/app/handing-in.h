/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/errand.h"

/* Hands finished sessions in to the folder of the class, in the background: one run at a time, retried
 * every few minutes while the folder is unreachable. */

G_BEGIN_DECLS

#define DESK_TYPE_HANDING_IN (desk_handing_in_get_type ())
G_DECLARE_FINAL_TYPE (DeskHandingIn, desk_handing_in, DESK, HANDING_IN, DeskErrand)

/* Property "folder" (string, read-only): desk_handing_in_get_folder(). */

/* Follows the key "results-folder" of `settings`, unless the school has set a folder. The application (may
 * be NULL) runs on until a run is done, also without a window. */
DeskHandingIn *desk_handing_in_new (GSettings *settings, GApplication *application);

/* The file in which the school sets the folder; NULL: it does not, and the user may. */
const char *desk_handing_in_get_school (DeskHandingIn *self);

/* Where sessions are handed in; NULL: nowhere. */
const char *desk_handing_in_get_folder (DeskHandingIn *self);

G_END_DECLS
