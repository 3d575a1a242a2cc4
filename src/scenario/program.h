/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Runs a program that may hang or write too much. */

G_BEGIN_DECLS

#define DESK_PROGRAM_MAX_BYTES (256 << 20) /* twice as much as five minutes of stereo in floats */

typedef struct {
  const char *const *argv; /* started directly, without a shell; found in PATH */
  const char *input;       /* the file that is its standard input */
  const char *output;      /* the file that it writes, or that takes its standard output */
  gboolean to_stdout;      /* which of the two */
  guint time_limit_s;
} DeskProgram;

/* Runs `program` to its end; blocks, and needs no main loop. If it exceeds its time limit or writes more
 * than DESK_PROGRAM_MAX_BYTES, it is killed with everything it started. Fails with a G_SPAWN_ERROR,
 * G_IO_ERROR_TIMED_OUT or another G_IO_ERROR; the message includes the last line of its standard error. */
gboolean desk_program_run (const DeskProgram *program, GCancellable *cancellable, GError **error);

/* The path of a new temporary file that holds `text`. (transfer full) */
char *desk_temporary_file (const char *template, const char *text, GError **error);

G_END_DECLS
