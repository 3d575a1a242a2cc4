/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorts an array of pointers; `compare` gets the pointers themselves, not their addresses (strcmp() will
 * do). The sort is stable. */
void desk_history_sort (GPtrArray *array, GCompareFunc compare);

G_END_DECLS
