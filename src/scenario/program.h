/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Runs a program that cannot be trusted to end, or to be brief. */

G_BEGIN_DECLS

#define DESK_PROGRAM_MAX_BYTES (256 << 20) /* five minutes of stereo in floats are half of it */

typedef struct {
  const char *const *argv; /* started directly, without a shell; found in PATH */
  const char *input;       /* the file that is its standard input */
  const char *output;      /* the file that it writes, or that its standard output goes to */
  gboolean to_stdout;      /* which of the two */
  guint time_limit_s;
} DeskProgram;

/* Runs `program` to its end; blocks, and needs no main loop. One that takes longer than its limit or
 * writes more than DESK_PROGRAM_MAX_BYTES is killed, with all that it started. Fails with a
 * G_SPAWN_ERROR, G_IO_ERROR_TIMED_OUT or another G_IO_ERROR; the message has the last line that the
 * program complained with. */
gboolean desk_program_run (const DeskProgram *program, GCancellable *cancellable, GError **error);

/* A new temporary file's path with `text` in it; "": nothing. (transfer full) */
char *desk_temporary_file (const char *template, const char *text, GError **error);

G_END_DECLS
