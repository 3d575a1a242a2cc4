/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Which trainees have worked a scenario before on this machine, according to the history; read on a
 * thread. */

G_BEGIN_DECLS

#define DESK_TYPE_FIRST_TIME (desk_first_time_get_type ())
G_DECLARE_FINAL_TYPE (DeskFirstTime, desk_first_time, DESK, FIRST_TIME, GObject)

/* Signal "known" (): it has been read. A history that cannot be read never is, and says so on its own page; of
 * one that was never begun all is known at once.
 *
 * `path` is the history's, `scenario` an id. */
DeskFirstTime *desk_first_time_new (const char *path, const char *scenario);

/* Whether `trainee` has not worked it yet; FALSE while that is not known. */
gboolean desk_first_time_is (DeskFirstTime *self, const char *trainee);

G_END_DECLS
