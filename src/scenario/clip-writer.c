/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/clip-writer.h"

#include <ebur128.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>
#include <soxr.h>
#include <string.h>
#include <unistd.h>

#include "scenario/clip-stamp.h"

/* Callers are heard one after another, so their clips must be equally loud: each is normalised to −23 LUFS,
 * unless its true peak would exceed −1 dBTP. Silence at either end would make a caller seem slow, and its
 * length counts in the session, so it is trimmed. A clip gets its name only when all of it is on the disk:
 * a session that starts meanwhile finds it whole or not at all. */

/* Part of a recording counts as silence if it is 40 dB below the loudest 10 ms. */
#define WINDOWS_PER_SECOND 100
#define SILENCE 0.01
#define LEAD_WINDOWS 4 /* kept before the first sound, to preserve soft consonants */
#define TAIL_WINDOWS 12
#define FADE_MS 5

/* What a header may claim before memory is allocated for it. */
enum {
  MAX_CHANNELS = 8,
  MIN_RATE = 4000,
  MAX_RATE = 192000,
};

/* EBU R128 gives no value below 400 ms and few blocks for the next seconds: a short clip is repeated to be
 * measured. */
#define MEASURED_SECONDS 3

/* libsndfile maps its compression level for Opus from 256 kbit/s at 0 to 6 kbit/s at 1, excluding the
 * container, which takes about 2 kbit/s for speech. A lower rate is audible on a wideband line. */
#define OPUS_KBITS 18.0
#define OPUS_LEVEL (1.0 - (OPUS_KBITS - 6.0) / 250.0)

typedef struct {
  float *samples; /* owned; mono */
  gsize n;
  double rate; /* Hz */
} Sound;

static void
sound_clear (Sound *sound)
{
  g_clear_pointer (&sound->samples, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sound, sound_clear)

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

static void
mix_down (const float *interleaved, Sound *sound, int channels)
{
  for (gsize i = 0; i < sound->n; i++) {
    float sum = 0;

    for (int c = 0; c < channels; c++)
      sum += interleaved[i * (gsize) channels + (gsize) c];
    sound->samples[i] = sum / (float) channels;
  }
}

static gboolean
sound_read (Sound *sound, const char *source, GError **error)
{
  SF_INFO info = { 0 };
  SNDFILE *file = sf_open (source, SFM_READ, &info);
  g_autofree float *interleaved = NULL;
  sf_count_t limit = (sf_count_t) info.samplerate * DESK_CLIP_MAX_SECONDS;
  sf_count_t n;

  if (file == NULL || info.channels > MAX_CHANNELS || info.samplerate < MIN_RATE ||
      info.samplerate > MAX_RATE) {
    sf_close (file);
    return fail (error, _ ("The synthesiser wrote nothing that can be read as sound."));
  }

  /* A stream may not state its length: read up to the limit. */
  n = CLAMP (info.frames, 0, limit + 1);
  interleaved = g_new (float, (gsize) n *(gsize) info.channels + 1);
  n = sf_readf_float (file, interleaved, n);
  sf_close (file);
  if (n > limit) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                         _ ("The reply takes longer than five minutes to say. Make it shorter."));
    return FALSE;
  }

  sound->n = (gsize) MAX (n, 0);
  sound->rate = info.samplerate;
  sound->samples = g_new (float, sound->n + 1);
  mix_down (interleaved, sound, info.channels);
  return TRUE;
}

static double
window_energy (const Sound *sound, gsize from, gsize size)
{
  double energy = 0;

  for (gsize i = from; i < MIN (from + size, sound->n); i++)
    energy += (double) sound->samples[i] * (double) sound->samples[i];
  return energy;
}

static gboolean
sound_trim (Sound *sound, GError **error)
{
  gsize size = MAX (1, (gsize) (sound->rate / WINDOWS_PER_SECOND));
  gsize n_windows = sound->n / size + 1;
  gsize first = n_windows, last = 0, from, to;
  double loudest = 0;

  for (gsize w = 0; w < n_windows; w++)
    loudest = MAX (loudest, window_energy (sound, w * size, size));
  for (gsize w = 0; w < n_windows && loudest > 0; w++)
    if (window_energy (sound, w * size, size) > loudest * SILENCE * SILENCE) {
      first = MIN (first, w);
      last = w;
    }
  if (first == n_windows)
    return fail (error, _ ("The synthesiser was silent."));

  from = (first - MIN (first, LEAD_WINDOWS)) * size;
  to = MIN ((last + 1 + TAIL_WINDOWS) * size, sound->n);
  sound->n = to - from;
  memmove (sound->samples, sound->samples + from, sound->n * sizeof (float));
  return TRUE;
}

static gboolean
sound_resample (Sound *sound, double speed, GError **error)
{
  double ratio = DESK_CLIP_RATE / (sound->rate * speed);
  gsize room = (gsize) ceil ((double) sound->n * ratio) + 1;
  g_autofree float *samples = g_new (float, room);
  gsize n = 0;
  soxr_error_t problem = soxr_oneshot (sound->rate * speed, DESK_CLIP_RATE, 1, sound->samples,
                                       sound->n, NULL, samples, room, &n, NULL, NULL, NULL);

  if (problem != NULL)
    return fail (error, soxr_strerror (problem));
  g_free (sound->samples);
  sound->samples = g_steal_pointer (&samples);
  sound->n = n;
  sound->rate = DESK_CLIP_RATE;
  return TRUE;
}

static void
sound_fade_ends (Sound *sound)
{
  gsize n = MIN (DESK_CLIP_RATE * FADE_MS / 1000, sound->n / 2);

  for (gsize i = 0; i < n; i++) {
    float gain = (float) i / (float) n;

    sound->samples[i] *= gain;
    sound->samples[sound->n - 1 - i] *= gain;
  }
}

static gboolean
sound_level (Sound *sound, GError **error)
{
  ebur128_state *meter = ebur128_init (1, DESK_CLIP_RATE, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  double loudness = -HUGE_VAL, peak = 0, gain;

  for (gsize fed = 0; meter != NULL && fed < DESK_CLIP_RATE * MEASURED_SECONDS; fed += sound->n)
    if (ebur128_add_frames_float (meter, sound->samples, sound->n) != EBUR128_SUCCESS)
      break;
  if (meter != NULL) {
    ebur128_loudness_global (meter, &loudness);
    ebur128_true_peak (meter, 0, &peak);
    ebur128_destroy (&meter);
  }
  if (!isfinite (loudness) || peak <= 0)
    return fail (error, _ ("The loudness of what the synthesiser said cannot be measured."));

  gain = MIN (DESK_CLIP_LOUDNESS - loudness, DESK_CLIP_PEAK - 20 * log10 (peak));
  gain = pow (10, gain / 20);
  for (gsize i = 0; i < sound->n; i++)
    sound->samples[i] = (float) ((double) sound->samples[i] * gain);
  return TRUE;
}

static gboolean
sound_encode (const Sound *sound, int fd, const DeskClipMark *mark, GError **error)
{
  SF_INFO info = { .samplerate = DESK_CLIP_RATE,
                   .channels = 1,
                   .format = SF_FORMAT_OGG | SF_FORMAT_OPUS };
  SNDFILE *file = sf_open_fd (fd, SFM_WRITE, &info, SF_FALSE);
  double level = OPUS_LEVEL;
  sf_count_t written;
  int problem;

  if (file == NULL)
    return fail (error, sf_strerror (NULL));
  sf_command (file, SFC_SET_COMPRESSION_LEVEL, &level, sizeof level);
  if (mark != NULL) {
    g_autofree char *stamp = desk_clip_stamp_write (mark->voice, mark->digest, (gint64) sound->n);

    sf_set_string (file, SF_STR_COMMENT, stamp);
  }
  written = sf_writef_float (file, sound->samples, (sf_count_t) sound->n);
  if (written != (sf_count_t) sound->n)
    fail (error, sf_strerror (file));
  problem = sf_close (file);
  if (written == (sf_count_t) sound->n && problem != 0)
    fail (error, sf_error_number (problem));
  return written == (sf_count_t) sound->n && problem == 0;
}

static gboolean
fail_on (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("%s cannot be written: %s"),
               path, g_strerror (code));
  return FALSE;
}

static gboolean
sound_save (const Sound *sound, const char *path, const DeskClipMark *mark, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".clip-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0644);
  gboolean done;

  if (fd < 0)
    return fail_on (error, path);

  done = sound_encode (sound, fd, mark, error);
  if (done && fsync (fd) != 0)
    done = fail_on (error, path);
  close (fd);
  if (done && g_rename (temporary, path) != 0)
    done = fail_on (error, path);
  if (!done)
    g_unlink (temporary);
  return done;
}

gboolean
desk_clip_write (const char *source,
                 double speed,
                 const char *path,
                 const DeskClipMark *mark,
                 gint64 *length_ms,
                 GError **error)
{
  g_auto (Sound) sound = { 0 };

  if (!sound_read (&sound, source, error) || !sound_trim (&sound, error) ||
      !sound_resample (&sound, speed, error))
    return FALSE;
  sound_fade_ends (&sound);
  if (!sound_level (&sound, error) || !sound_save (&sound, path, mark, error))
    return FALSE;
  if (length_ms != NULL)
    *length_ms = (gint64) (sound.n * 1000 / DESK_CLIP_RATE);
  return TRUE;
}

gboolean
desk_clip_write_silence (gint64 length_ms,
                         const char *path,
                         const DeskClipMark *mark,
                         GError **error)
{
  g_auto (Sound) sound = { .rate = DESK_CLIP_RATE };

  sound.n = (gsize) CLAMP (length_ms, 1, DESK_CLIP_MAX_SECONDS * 1000) * DESK_CLIP_RATE / 1000;
  sound.samples = g_new0 (float, sound.n);
  return sound_save (&sound, path, mark, error);
}
