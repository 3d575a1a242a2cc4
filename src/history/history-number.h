/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A number behind a name that is taken: "a-2", "a-3", … */

G_BEGIN_DECLS

typedef gboolean (*DeskHistoryIsTaken) (guint number, gpointer data);

/* A number from 2 on that is free, the one before it (but 1) being taken: where there are no gaps, the
 * first. Asks of few numbers, however many are taken. */
guint desk_history_find_number (DeskHistoryIsTaken is_taken, gpointer data);

G_END_DECLS
