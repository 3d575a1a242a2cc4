/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/program.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* The program writes to files rather than pipes: a pipe raises SIGPIPE or blocks, and the size of a file
 * can be watched. The program leads a process group, so that whatever it starts ends with it. */

#define LOOK_MS 50
#define COMPLAINT_BYTES 4096 /* of the end; nothing before is read */

typedef struct {
  const DeskProgram *program;
  GCancellable *cancellable; /* nullable */
  GSubprocess *process;      /* owned */
  char *complaint;           /* owned; the file of its standard error */
  gint64 deadline_us;
  gboolean ended;
  GError *trouble; /* owned; why it was killed */
} Run;

/* In the child, between fork and exec: only async-signal-safe calls. */
static void
lead_group (gpointer data)
{
  setpgid (0, 0);
#ifdef __linux__
  prctl (PR_SET_PDEATHSIG, SIGKILL);
#endif
}

static void
kill_group (Run *run)
{
  const char *pid = g_subprocess_get_identifier (run->process);

  if (pid != NULL)
    kill (-(pid_t) g_ascii_strtoll (pid, NULL, 10), SIGKILL);
}

static goffset
size_of (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}

static gboolean
on_look (gpointer data)
{
  Run *run = data;
  const char *name = run->program->argv[0];

  if (run->trouble != NULL || run->ended)
    return G_SOURCE_CONTINUE;
  if (g_cancellable_set_error_if_cancelled (run->cancellable, &run->trouble))
    ;
  else if (g_get_monotonic_time () > run->deadline_us)
    g_set_error (&run->trouble, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                 g_dngettext (GETTEXT_PACKAGE, "The program %s was not ready after %u second.",
                              "The program %s was not ready after %u seconds.",
                              run->program->time_limit_s),
                 name, run->program->time_limit_s);
  else if (MAX (size_of (run->program->output), size_of (run->complaint)) > DESK_PROGRAM_MAX_BYTES)
    g_set_error (&run->trouble, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The program %s wrote more than 256 MiB and was stopped."), name);
  if (run->trouble != NULL)
    kill_group (run);
  return G_SOURCE_CONTINUE;
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  g_subprocess_wait_finish (run->process, result, NULL);
  run->ended = TRUE;
}

/* Uses a main context of its own, so that it can block any thread. */
static void
wait_for_end (Run *run)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) look = g_timeout_source_new (LOOK_MS);

  g_main_context_push_thread_default (context);
  g_source_set_callback (look, on_look, run, NULL);
  g_source_attach (look, context);
  g_subprocess_wait_async (run->process, NULL, on_ended, run);
  while (!run->ended)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (look);
  g_main_context_pop_thread_default (context);
}

/* The end of its standard error, at most COMPLAINT_BYTES. */
static char *
last_words (const char *path)
{
  g_autofree char *bytes = g_malloc0 (COMPLAINT_BYTES + 1);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  goffset size = size_of (path);
  gssize n = -1;
  g_autofree char *all = NULL;
  const char *last;

  if (fd >= 0) {
    n = pread (fd, bytes, COMPLAINT_BYTES, MAX (0, size - COMPLAINT_BYTES));
    close (fd);
  }
  all = g_utf8_make_valid (bytes, MAX (n, 0));
  g_strstrip (all);
  last = strrchr (all, '\n');
  return g_strdup (last != NULL ? last + 1 : all);
}

/* The last line of a failing program's output says most. */
static gboolean
fail_with_complaint (Run *run, GError **error)
{
  g_autofree char *last = last_words (run->complaint);

  if (*last == '\0')
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The program %s failed."),
                 run->program->argv[0]);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The program %s failed: %s"),
                 run->program->argv[0], last);
  return FALSE;
}

static GSubprocess *
start (const DeskProgram *program, const char *complaint, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      program->to_stdout ? G_SUBPROCESS_FLAGS_NONE : G_SUBPROCESS_FLAGS_STDOUT_SILENCE);

  g_subprocess_launcher_set_stdin_file_path (launcher, program->input);
  g_subprocess_launcher_set_stderr_file_path (launcher, complaint);
  if (program->to_stdout)
    g_subprocess_launcher_set_stdout_file_path (launcher, program->output);
  g_subprocess_launcher_set_child_setup (launcher, lead_group, NULL, NULL);
  return g_subprocess_launcher_spawnv (launcher, program->argv, error);
}

static gboolean
run_to_end (Run *run, GError **error)
{
  run->process = start (run->program, run->complaint, error);
  if (run->process == NULL)
    return FALSE;
  run->deadline_us = g_get_monotonic_time () + (gint64) run->program->time_limit_s * G_USEC_PER_SEC;
  wait_for_end (run);
  if (run->trouble != NULL) {
    g_propagate_error (error, g_steal_pointer (&run->trouble));
    return FALSE;
  }
  if (!g_subprocess_get_successful (run->process))
    return fail_with_complaint (run, error);
  return TRUE;
}

gboolean
desk_program_run (const DeskProgram *program, GCancellable *cancellable, GError **error)
{
  Run run = { .program = program, .cancellable = cancellable };
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  run.complaint = desk_temporary_file ("frontdesk-XXXXXX.err", "", error);
  if (run.complaint == NULL)
    return FALSE;
  done = run_to_end (&run, error);
  g_unlink (run.complaint);
  g_free (run.complaint);
  g_clear_object (&run.process);
  return done;
}

char *
desk_temporary_file (const char *template, const char *text, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp (template, &path, error);

  if (fd < 0)
    return NULL;
  close (fd);
  if (*text != '\0' && !g_file_set_contents (path, text, -1, error)) {
    g_unlink (path);
    return NULL;
  }
  return g_steal_pointer (&path);
}
