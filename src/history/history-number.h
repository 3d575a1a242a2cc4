/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Finds a number to put behind a name that is taken: "a-2", "a-3", … */

G_BEGIN_DECLS

typedef gboolean (*DeskHistoryIsTaken) (guint number, gpointer data);

/* A free number from 2 on whose predecessor is taken; where the taken ones have no gaps, the first free
 * one. Asks about few numbers, however many are taken. */
guint desk_history_find_number (DeskHistoryIsTaken is_taken, gpointer data);

G_END_DECLS
