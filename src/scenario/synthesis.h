/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "matching/phone-number.h"
#include "scenario/scenario.h"
#include "scenario/voice.h"

/* Text to speech to a clip, through a synthesiser that is installed beside Frontdesk. */

G_BEGIN_DECLS

#define DESK_SPEECH_TIME_LIMIT_S 120 /* the usual one for a synthesiser of the user's own */

/* What is to be said, and by whom. Strings are borrowed; none is NULL but `command`. */
typedef struct {
  const char *text;     /* as the author wrote it; how it is said, desk_spoken_text() decides */
  const char *language; /* BCP 47 */
  DeskCountry country;  /* whose telephone numbers these are */
  const char *voice;    /* as the scenario writes it; "": `who` decides */
  const char *who;      /* an id that tells speakers apart: a call's or a person's */
  const char *const
      *command;       /* a synthesiser of the user's own, see below; NULL: flite, espeak-ng */
  guint time_limit_s; /* for one reply; 0: as usual */
} DeskSpeech;

/* Says `speech` into the clip `path` (Ogg/Opus), whose folder must exist; blocks. A synthesiser of
 * the user's own reads the text on its standard input and writes a sound file on its standard
 * output, or to the path that replaces "{output}" in its arguments; "{voice}" and "{language}" are
 * replaced too. A text with nothing to pronounce becomes a silent clip. `length_ms` (out, optional) is how long the clip lasts. Fails with a
 * DESK_VOICE_ERROR, a G_SPAWN_ERROR or a G_IO_ERROR. */
gboolean desk_speech_to_clip (const DeskSpeech *speech,
                              const char *path,
                              gint64 *length_ms,
                              GCancellable *cancellable,
                              GError **error);

/* Whether any synthesiser is installed that speaks `language`. */
gboolean desk_synthesis_is_available (const char *language);

/* What to install when there is none, a sentence in the user's language. Static storage. */
const char *desk_synthesis_advice (void);

/* Whether somebody hears `reply`: who gives up a hold says "leaving" to nobody, and a caption tells
 * it. */
gboolean desk_reply_is_heard (const DeskReply *reply);

G_END_DECLS
