/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A day, written as 2026-11-23 or picked in a calendar; empty: any day. */

G_BEGIN_DECLS

#define DESK_TYPE_DATE_ENTRY (desk_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (DeskDateEntry, desk_date_entry, DESK, DATE_ENTRY, GtkEntry)

/* Signal "picked" (): there is another day than before, or none any more. */

/* The start of the day, and of the next. FALSE if the entry is empty or holds no valid day. */
gboolean desk_date_entry_get_day (DeskDateEntry *self, gint64 *from_us, gint64 *to_us);

/* Whether something is written that is not a day. */
gboolean desk_date_entry_is_wrong (DeskDateEntry *self);

G_END_DECLS
