/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/synthesis.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "scenario/clip-writer.h"

/* Synthesisers are programs, run without a shell: the text is their standard input, so that whatever
 * an author writes stays text, and the sound comes back in a temporary file. The text lies in a file
 * too: a pipe would raise SIGPIPE when a program ends without reading it. */

/* A telephone voice is unhurried; espeak-ng's own pace is 175 words a minute. */
#define ESPEAK_WORDS_PER_MINUTE 160
#define FLITE_STRETCH 1.08

static GStrv
flite_arguments (const DeskVoice *voice, const char *output)
{
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  char stretch[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *tempo = g_strconcat (
      "duration_stretch=",
      g_ascii_formatd (stretch, sizeof stretch, "%.3f", FLITE_STRETCH * voice->speed), NULL);

  g_strv_builder_add_many (argv, "flite", "-voice", voice->name, "--setf", tempo, NULL);
  if (voice->tone_hz != 0) {
    g_autofree char *tone = g_strdup_printf ("int_f0_target_mean=%u", voice->tone_hz);

    g_strv_builder_add_many (argv, "--setf", tone, NULL);
  }
  g_strv_builder_add_many (argv, "-o", output, NULL);
  return g_strv_builder_end (argv);
}

static GStrv
espeak_arguments (const DeskVoice *voice, const char *output)
{
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_autofree char *pace =
      g_strdup_printf ("%d", (int) (ESPEAK_WORDS_PER_MINUTE / voice->speed + 0.5));

  g_strv_builder_add_many (argv, "espeak-ng", "--stdin", "-b", "1", "-v", voice->name, "-s", pace,
                           "-w", output, NULL);
  return g_strv_builder_end (argv);
}

static GStrv
own_arguments (const DeskSpeech *speech, const char *output, gboolean *to_stdout)
{
  const char *voice = *speech->voice != '\0' ? speech->voice : desk_voice_name_for (speech->who);
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();

  *to_stdout = TRUE;
  for (gsize i = 0; speech->command[i] != NULL; i++) {
    g_autoptr (GString) argument = g_string_new (speech->command[i]);

    if (g_string_replace (argument, "{output}", output, 0) > 0)
      *to_stdout = FALSE;
    g_string_replace (argument, "{voice}", voice, 0);
    g_string_replace (argument, "{language}", speech->language, 0);
    g_strv_builder_add (argv, argument->str);
  }
  return g_strv_builder_end (argv);
}

/* The last line of what a failing program said tells most. */
static gboolean
fail_with_complaint (const char *program, GBytes *complaint, GError **error)
{
  gsize size = 0;
  const char *data = complaint != NULL ? g_bytes_get_data (complaint, &size) : NULL;
  g_autofree char *all = g_utf8_make_valid (data != NULL ? data : "", (gssize) size);
  const char *last;

  g_strstrip (all);
  last = strrchr (all, '\n');
  last = last != NULL ? last + 1 : all;
  if (*last == '\0')
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The program %s failed."), program);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The program %s failed: %s"), program,
                 last);
  return FALSE;
}

/* Runs `argv` with the file `input` as its standard input; `output` (nullable) receives its standard
 * output. */
static gboolean
run (const char *const *argv,
     const char *input,
     const char *output,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDERR_PIPE |
      (output == NULL ? G_SUBPROCESS_FLAGS_STDOUT_SILENCE : G_SUBPROCESS_FLAGS_NONE));
  g_autoptr (GBytes) complaint = NULL;
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_set_stdin_file_path (launcher, input);
  if (output != NULL)
    g_subprocess_launcher_set_stdout_file_path (launcher, output);
  process = g_subprocess_launcher_spawnv (launcher, argv, error);
  if (process == NULL)
    return FALSE;

  if (!g_subprocess_communicate (process, NULL, cancellable, NULL, &complaint, error)) {
    g_subprocess_force_exit (process);
    g_subprocess_wait (process, NULL, NULL);
    return FALSE;
  }
  if (!g_subprocess_get_successful (process))
    return fail_with_complaint (argv[0], complaint, error);
  return TRUE;
}

/* A new temporary file's path with `text` in it. (transfer full) */
static char *
temporary_file (const char *template, const char *text, GError **error)
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

static gboolean
run_with_text (const char *const *argv,
               const char *text,
               const char *output,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  g_autofree char *input = temporary_file ("frontdesk-XXXXXX.txt", line, error);
  gboolean done;

  if (input == NULL)
    return FALSE;
  done = run (argv, input, output, cancellable, error);
  g_unlink (input);
  return done;
}

static gboolean
speak_by_command (const DeskSpeech *speech,
                  const char *output,
                  GCancellable *cancellable,
                  GError **error)
{
  gboolean to_stdout;
  g_auto (GStrv) argv = own_arguments (speech, output, &to_stdout);

  return run_with_text ((const char *const *) argv, speech->text, to_stdout ? output : NULL,
                        cancellable, error);
}

static gboolean
speak_by_voice (const DeskVoice *voice,
                const char *text,
                const char *output,
                GCancellable *cancellable,
                GError **error)
{
  /* flite knows ASCII alone and would spell out a typographic apostrophe. */
  gboolean is_flite = voice->synthesiser == DESK_SYNTHESISER_FLITE;
  g_autofree char *readable = is_flite ? g_str_to_ascii (text, "C") : g_strdup (text);
  g_auto (GStrv) argv =
      is_flite ? flite_arguments (voice, output) : espeak_arguments (voice, output);

  return run_with_text ((const char *const *) argv, readable, NULL, cancellable, error);
}

/* Raw speech into the file `output`; `speed` is how fast to play it. */
static gboolean
speak (const DeskSpeech *speech,
       const char *output,
       double *speed,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (DeskVoice) voice = NULL;

  *speed = 1;
  if (speech->command != NULL)
    return speak_by_command (speech, output, cancellable, error);

  voice = desk_voice_new (speech->voice, speech->language, speech->who, error);
  if (voice == NULL)
    return FALSE;
  *speed = voice->speed;
  return speak_by_voice (voice, speech->text, output, cancellable, error);
}

gboolean
desk_speech_to_clip (const DeskSpeech *speech,
                     const char *path,
                     gint64 *length_ms,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *raw = temporary_file ("frontdesk-XXXXXX.wav", "", error);
  double speed;
  gboolean done;

  if (raw == NULL)
    return FALSE;
  done = speak (speech, raw, &speed, cancellable, error) &&
         desk_clip_write (raw, speed, path, length_ms, error);
  g_unlink (raw);
  return done;
}

gboolean
desk_synthesis_is_available (const char *language)
{
  return desk_synthesiser_is_installed (DESK_SYNTHESISER_ESPEAK) ||
         (desk_language_is_english (language) &&
          desk_synthesiser_is_installed (DESK_SYNTHESISER_FLITE));
}

const char *
desk_synthesis_advice (void)
{
  return _ ("No speech synthesiser is installed. Install espeak-ng, and flite for better English "
            "voices (on Debian and Ubuntu: sudo apt install espeak-ng flite), or name a program of "
            "your own with --command.");
}
