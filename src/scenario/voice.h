/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Which synthetic voice somebody has: one each, the same on every run. */

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
  double speed;  /* how much faster it is played than it was made: 1.1 is a smaller speaker */
  guint tone_hz; /* mean of the tone it is made with, for flite; 0: its own */
} DeskVoice;

/* The voice for `who` (an id that tells speakers apart) in `language`. `wanted` is "female-2" or
 * "male-1", a synthesiser's own ("espeak:en+f3", "flite:slt", "flite:slt@92/150": at 92 % of its
 * speed, with a tone of 150 Hz), or "": then `who` decides. (transfer full) */
DeskVoice *
desk_voice_new (const char *wanted, const char *language, const char *who, GError **error);
void desk_voice_free (DeskVoice *voice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskVoice, desk_voice_free)

/* The catalogue's name for the voice that `who` has where the scenario names none: "male-3". Static
 * storage. */
const char *desk_voice_name_for (const char *who);

/* The names of the catalogue, "female-1" to "male-10"; ends with NULL. Static storage. */
const char *const *desk_voice_names (void);

/* Whether `written` is the voice `name` of the catalogue, or how it may sound in `language`. */
gboolean desk_voice_is_same (const char *name, const char *written, const char *language);

/* Whether `written` is a name of the catalogue or written as a synthesiser's own voice. */
gboolean desk_voice_is_known (const char *written);

/* Whether `written`, from a scenario, may stand in the command line of a program that the user named:
 * no option, nothing that a shell would obey. */
gboolean desk_voice_is_safe (const char *written);

gboolean desk_synthesiser_is_installed (DeskSynthesiser synthesiser);

/* Whether the BCP 47 tag `language` is "en" or a kind of it. */
gboolean desk_language_is_english (const char *language);

G_END_DECLS
