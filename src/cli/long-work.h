/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Work that may take long, on a terminal: how far it is, on standard error, and an orderly end on
 * Ctrl+C. One at a time in a program. */

G_BEGIN_DECLS

typedef struct {
  GCancellable *cancellable; /* owned */
  const char *words;         /* what is done, "Writing the report" */
  gint64 begun_us;
  gint64 shown_us; /* 0: never */
} DeskLongWork;

/* From here on SIGINT and SIGTERM cancel instead of ending the program, unless they are ignored.
 * `words` is static. */
void desk_long_work_begin (DeskLongWork *self, const char *words);

/* Of the kind that tells a fraction from 0 to 1; `data` is the DeskLongWork. */
void desk_long_work_tell (double fraction, gpointer data);

/* Puts all back. The exit status for a program that was cancelled, or 0. */
int desk_long_work_end (DeskLongWork *self);

G_END_DECLS
