/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The synthetic voice of a speaker: one each, the same on every run. */

G_BEGIN_DECLS

#define DESK_VOICE_ERROR (desk_voice_error_quark ())
GQuark desk_voice_error_quark (void);

typedef enum {
  DESK_VOICE_ERROR_UNKNOWN,       /* no voice of that name */
  DESK_VOICE_ERROR_NOT_INSTALLED, /* no synthesiser that has it */
} DeskVoiceError;

typedef enum {
  DESK_SYNTHESISER_FLITE,
  DESK_SYNTHESISER_ESPEAK,
} DeskSynthesiser;

typedef struct {
  DeskSynthesiser synthesiser;
  char *name;    /* as the synthesiser knows it: "slt", "en+f3" */
  double speed;  /* playback speed relative to synthesis: 1.1 is a smaller speaker */
  guint tone_hz; /* mean pitch of the synthesis, for flite; 0: its own */
} DeskVoice;

/* The voice for `who` (the id of a speaker) in `language`. `wanted` is "female-2" or "male-1"; or a
 * synthesiser's own ("espeak:en+f3", "flite:slt", "flite:slt@92/150": at 92 % of its speed, at a pitch of
 * 150 Hz); or "": then `who` decides. Sets a DESK_VOICE_ERROR. (transfer full) */
DeskVoice *
desk_voice_new (const char *wanted, const char *language, const char *who, GError **error);
void desk_voice_free (DeskVoice *voice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskVoice, desk_voice_free)

/* The catalogue's name ("male-3") for the voice of `who`, if the scenario names none. Static storage. */
const char *desk_voice_name_for (const char *who);

/* The names of the catalogue, "female-1" to "male-10"; NULL-terminated. Static storage. */
const char *const *desk_voice_names (void);

/* Whether `written` is the catalogue's voice `name`, or one that it stands for in `language`. */
gboolean desk_voice_is_same (const char *name, const char *written, const char *language);

/* Whether `written` is a name of the catalogue or of the form of a synthesiser's own voice. */
gboolean desk_voice_is_known (const char *written);

/* Whether `written`, from a scenario, is safe on the command line of a program that the user chose: not an
 * option, and nothing that a shell would interpret. */
gboolean desk_voice_is_safe (const char *written);

gboolean desk_synthesiser_is_installed (DeskSynthesiser synthesiser);

/* Whether the BCP 47 tag `language` is "en" or a variant of it. */
gboolean desk_language_is_english (const char *language);

G_END_DECLS
