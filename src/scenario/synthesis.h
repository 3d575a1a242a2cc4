/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "matching/phone-number.h"
#include "scenario/scenario.h"
#include "scenario/voice.h"

/* Turns a text into a clip, with a synthesiser that is installed beside Frontdesk. */

G_BEGIN_DECLS

#define DESK_SPEECH_TIME_LIMIT_S 120 /* default for the user's own synthesiser */

/* What to say, and by whom. Strings are borrowed; none is NULL but `command`. */
typedef struct {
  const char *text;     /* as the author wrote it; desk_spoken_text() decides how it is spoken */
  const char *language; /* BCP 47 */
  DeskCountry country;  /* whose telephone numbers it contains */
  const char *voice;    /* as the scenario writes it; "": `who` decides */
  const char *who;      /* the id of the speaker: a call's or a person's */
  const char *const *command; /* the user's own synthesiser, see below; NULL: flite or espeak-ng */
  guint time_limit_s;         /* for one reply; 0: as usual */
} DeskSpeech;

/* Synthesises `speech` into the clip `path` (Ogg/Opus), whose folder must exist; blocks. The user's own
 * synthesiser reads the text from its standard input and writes a sound file to its standard output, or to
 * the path that replaces "{output}" in its arguments; "{voice}" and "{language}" are replaced too. A text
 * with nothing to pronounce becomes a silent clip. `length_ms` (out, optional): the length of the clip.
 * Fails with a DESK_VOICE_ERROR, a G_SPAWN_ERROR or a G_IO_ERROR. */
gboolean desk_speech_to_clip (const DeskSpeech *speech,
                              const char *path,
                              gint64 *length_ms,
                              GCancellable *cancellable,
                              GError **error);

/* Whether a synthesiser that speaks `language` is installed. */
gboolean desk_synthesis_is_available (const char *language);

/* What to install if there is none: a sentence in the user's language. Static storage. */
const char *desk_synthesis_advice (void);

/* Whether anybody hears `reply`: on hanging up from hold, "leaving" is said to nobody, and only a caption
 * shows it. */
gboolean desk_reply_is_heard (const DeskReply *reply);

G_END_DECLS
