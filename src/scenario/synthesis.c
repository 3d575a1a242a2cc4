/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/synthesis.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "matching/tame-text.h"
#include "scenario/clip-lengths.h"
#include "scenario/clip-stamp.h"
#include "scenario/clip-writer.h"
#include "scenario/program.h"
#include "scenario/spoken.h"

/* Synthesisers are programs, run without a shell. The text is their standard input, so that whatever an
 * author writes stays text; the sound comes back in a temporary file. */

#define OURS_TIME_LIMIT_S 30 /* five minutes of speech take espeak-ng and flite a few seconds */

/* People speak slowly on the telephone; espeak-ng's default is 175 words a minute. */
#define ESPEAK_WORDS_PER_MINUTE 160
#define FLITE_STRETCH 1.08

#define LONGEST_VOICE 60 /* characters of an impossible name that an error quotes */

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

/* The command line of the user's own program; NULL, with `error` set, if the scenario names a voice that is
 * not safe to pass on. */
static GStrv
own_arguments (const DeskSpeech *speech, const char *output, gboolean *to_stdout, GError **error)
{
  const char *voice = *speech->voice != '\0' ? speech->voice : desk_voice_name_for (speech->who);
  g_autoptr (GStrvBuilder) argv = NULL;

  if (!desk_voice_is_safe (voice)) {
    g_autofree char *shown = desk_tame_start (voice, LONGEST_VOICE);

    g_set_error (
        error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_UNKNOWN,
        _ ("“%s” cannot be the name of a voice: use letters, digits and _ + - . : / @ alone"),
        shown);
    return NULL;
  }
  argv = g_strv_builder_new ();
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

static gboolean
run_with_text (const char *const *argv,
               const char *text,
               const char *output,
               gboolean to_stdout,
               const DeskSpeech *speech,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  g_autofree char *input = desk_temporary_file ("frontdesk-XXXXXX.txt", line, error);
  guint usual_s = speech->command != NULL ? DESK_SPEECH_TIME_LIMIT_S : OURS_TIME_LIMIT_S;
  const DeskProgram program = {
    .argv = argv,
    .input = input,
    .output = output,
    .to_stdout = to_stdout,
    .time_limit_s = speech->time_limit_s != 0 ? speech->time_limit_s : usual_s,
  };
  gboolean done;

  if (input == NULL)
    return FALSE;
  done = desk_program_run (&program, cancellable, error);
  g_unlink (input);
  return done;
}

static gboolean
speak_by_command (const DeskSpeech *speech,
                  const char *text,
                  const char *output,
                  GCancellable *cancellable,
                  GError **error)
{
  gboolean to_stdout;
  g_auto (GStrv) argv = own_arguments (speech, output, &to_stdout, error);

  return argv != NULL && run_with_text ((const char *const *) argv, text, output, to_stdout, speech,
                                        cancellable, error);
}

static gboolean
speak_by_voice (const DeskVoice *voice,
                const DeskSpeech *speech,
                const char *text,
                const char *output,
                GCancellable *cancellable,
                GError **error)
{
  /* flite only knows ASCII and would read out a typographic apostrophe. */
  gboolean is_flite = voice->synthesiser == DESK_SYNTHESISER_FLITE;
  g_autofree char *readable = is_flite ? g_str_to_ascii (text, "C") : g_strdup (text);
  g_auto (GStrv) argv =
      is_flite ? flite_arguments (voice, output) : espeak_arguments (voice, output);

  return run_with_text ((const char *const *) argv, readable, output, FALSE, speech, cancellable,
                        error);
}

/* Synthesises raw speech into the file `output`; `speed` is how fast to play it. */
static gboolean
speak (const DeskSpeech *speech,
       const char *text,
       const char *output,
       double *speed,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (DeskVoice) voice = NULL;

  *speed = 1;
  if (speech->command != NULL)
    return speak_by_command (speech, text, output, cancellable, error);

  voice = desk_voice_new (speech->voice, speech->language, speech->who, error);
  if (voice == NULL)
    return FALSE;
  *speed = voice->speed;
  return speak_by_voice (voice, speech, text, output, cancellable, error);
}

static gboolean
speak_to_clip (const DeskSpeech *speech,
               const char *text,
               const char *path,
               const DeskClipMark *mark,
               gint64 *length_ms,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *raw = desk_temporary_file ("frontdesk-XXXXXX.wav", "", error);
  double speed;
  gboolean done;

  if (raw == NULL)
    return FALSE;
  done = speak (speech, text, raw, &speed, cancellable, error) &&
         desk_clip_write (raw, speed, path, mark, length_ms, error);
  g_unlink (raw);
  return done;
}

/* A text without a letter or digit, such as "…", is a pause as long as its caption would be shown. */
static gboolean
be_silent (const DeskSpeech *speech,
           const char *path,
           const DeskClipMark *mark,
           gint64 *length_ms,
           GError **error)
{
  gint64 length = desk_clip_length_by_words (speech->text);

  if (length_ms != NULL)
    *length_ms = length;
  return desk_clip_write_silence (length, path, mark, error);
}

gboolean
desk_speech_to_clip (const DeskSpeech *speech,
                     const char *path,
                     gint64 *length_ms,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *text = desk_spoken_text (speech->text, speech->language, speech->country);
  g_autofree char *digest = desk_clip_stamp_digest (speech->text, speech->language);
  const DeskClipMark mark = {
    .voice = *speech->voice != '\0' ? speech->voice : desk_voice_name_for (speech->who),
    .digest = digest,
  };

  if (!desk_spoken_is_audible (text))
    return be_silent (speech, path, &mark, length_ms, error);
  return speak_to_clip (speech, text, path, &mark, length_ms, cancellable, error);
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

gboolean
desk_reply_is_heard (const DeskReply *reply)
{
  return !g_str_equal (reply->id, "leaving");
}
