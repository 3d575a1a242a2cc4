/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "soak-gauge.h"

/* What a soak found: figures beside their limits, for people and as JSON. */

G_BEGIN_DECLS

typedef struct _SoakTable SoakTable;

/* `what` says what is run: a string that lives as long as the program. */
SoakTable *soak_table_new (const char *what);
void soak_table_free (SoakTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoakTable, soak_table_free)

/* A figure without a limit, and one that must not be above it. Names and units live as long as the
 * program. */
void soak_table_tell (SoakTable *self, const char *name, double value, const char *unit);
void
soak_table_hold (SoakTable *self, const char *name, double value, const char *unit, double limit);

/* That no source, file or thread is there after the reading `first` that was not there before. */
void soak_table_hold_counts (SoakTable *self, const GArray *readings, guint first);

/* Whether every figure kept its limit. */
gboolean soak_table_is_good (const SoakTable *self);

/* To standard output, the machine first; and as one JSON object with all readings (NULL: none) to `path`
 * (NULL: nowhere). */
void soak_table_print (const SoakTable *self);
void soak_table_save (const SoakTable *self, const GArray *readings, const char *path);

G_END_DECLS
