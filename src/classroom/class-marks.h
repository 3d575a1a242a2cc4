/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* What was asked of a trainee in each call, and what of it lost points: the kinds of mistake of
 * scoring/loss.h, and each fact of a message by itself. Kept as a short text. */

G_BEGIN_DECLS

/* (transfer full) */
char *desk_class_marks_take (const DeskScorecard *scorecard);

/* `call`: its id; `kind`: of loss.h; `fact`: as the scenario words it, or NULL for the kind as a
 * whole; `lost`: whether something was lost by it. Borrowed for the call. */
typedef void (*DeskClassMarkFunc) (
    const char *call, guint kind, const char *fact, gboolean lost, gpointer data);

/* Calls `function` for every mark of a text that desk_class_marks_take() made; never for any other text. */
void desk_class_marks_foreach (const char *marks, DeskClassMarkFunc function, gpointer data);

G_END_DECLS
