/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Deadlines in the order of (time, when they were set): a 4-ary heap that knows where each timer
 * sits, so that setting one again or clearing it costs no search. */

G_BEGIN_DECLS

typedef struct _DeskDeadlineQueue DeskDeadlineQueue;

/* For timers numbered 0 to n_timers - 1. */
DeskDeadlineQueue *desk_deadline_queue_new (guint n_timers);
void desk_deadline_queue_free (DeskDeadlineQueue *self);

/* Sets, or moves, timer `id`; of two at the same time the one set first comes first. */
void desk_deadline_queue_set (DeskDeadlineQueue *self, guint id, gint64 due_ms);
void desk_deadline_queue_clear (DeskDeadlineQueue *self, guint id);

/* When timer `id` is due, or -1: it is not set. */
gint64 desk_deadline_queue_get (const DeskDeadlineQueue *self, guint id);

/* The earliest deadline; FALSE when there is none. */
gboolean desk_deadline_queue_peek (const DeskDeadlineQueue *self, guint *id, gint64 *due_ms);

G_END_DECLS
