/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/voice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A scenario speaks of "female-2", since which synthesisers a machine has is not the author's
 * business. The catalogue gives each name a first choice and a second. flite's voices sound better
 * in English but are four; playing one faster or slower (with the tempo put right by the
 * synthesiser) moves its pitch and its formants together, as a smaller or larger speaker would,
 * and so makes three believable people of one. espeak-ng has the rest, and every other language. */

typedef struct {
  const char *name;
  const char *english[2]; /* the first that is installed */
  const char *variant;    /* espeak-ng's, for other languages */
} CatalogueEntry;

static const CatalogueEntry catalogue[] = {
  { "female-1", { "flite:slt", "espeak:en-gb-x-rp+f2" }, "f2" },
  { "female-2", { "flite:slt@91", "espeak:en-gb+f1" }, "f1" },
  { "female-3", { "flite:slt@110", "espeak:en-gb-scotland+f4" }, "f4" },
  { "female-4", { "espeak:en-gb-x-rp+f3", "flite:slt@95" }, "f3" },
  { "female-5", { "espeak:en-gb+f5@97", "flite:slt@87" }, "f5" },
  { "female-6", { "espeak:en-gb-scotland+f2", "flite:slt@105" }, "f2@108" },
  { "female-7", { "flite:slt@104", "espeak:en-gb-x-gbclan+f4" }, "f4@94" },
  { "female-8", { "espeak:en-gb-x-gbclan+f3@108", "flite:slt@114" }, "f3@110" },
  { "male-1", { "flite:rms", "espeak:en-gb-x-rp+m3" }, "m3" },
  { "male-2", { "flite:awb", "espeak:en-gb-scotland+m1" }, "m1" },
  { "male-3", { "flite:rms@92", "espeak:en-gb-x-gbclan+m7" }, "m7" },
  { "male-4", { "flite:rms@110", "espeak:en-gb+m2" }, "m2" },
  { "male-5", { "flite:awb@92", "espeak:en-gb-scotland+m4" }, "m4" },
  { "male-6", { "flite:awb@110", "espeak:en-gb+m5" }, "m5" },
  { "male-7", { "flite:kal16", "espeak:en-gb-x-rp+m6" }, "m6" },
  { "male-8", { "flite:kal16@91", "espeak:en-gb-x-gbcwmd+m8" }, "m8" },
  { "male-9", { "espeak:en-gb-x-rp+m1", "flite:kal16@108" }, "m1@92" },
  { "male-10", { "espeak:en-gb-x-gbclan+m3", "flite:rms@87" }, "m3@92" },
};

#define PITCH_MIN 70
#define PITCH_MAX 140

G_DEFINE_QUARK (desk - voice - error - quark, desk_voice_error)

const char *
desk_synthesiser_program (DeskSynthesiser synthesiser)
{
  switch (synthesiser) {
  case DESK_SYNTHESISER_FLITE: return "flite";
  case DESK_SYNTHESISER_ESPEAK: return "espeak-ng";
  }
  g_return_val_if_reached (NULL);
}

gboolean
desk_synthesiser_is_installed (DeskSynthesiser synthesiser)
{
  g_autofree char *path = g_find_program_in_path (desk_synthesiser_program (synthesiser));

  return path != NULL;
}

static const CatalogueEntry *
find_entry (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (catalogue); i++)
    if (strcmp (catalogue[i].name, name) == 0)
      return &catalogue[i];
  return NULL;
}

const char *
desk_voice_name_for (const char *who)
{
  return catalogue[g_str_hash (who) % G_N_ELEMENTS (catalogue)].name;
}

/* The name becomes an argument of a program: neither an option nor a path nor an address. */
static gboolean
is_plain_name (const char *name)
{
  return g_ascii_isalnum (*name) &&
         name[strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+_-")] ==
             '\0';
}

/* "flite:slt@92" → voice; NULL where it is not written so. */
static DeskVoice *
parse_own_name (const char *written)
{
  g_auto (GStrv) halves = g_strsplit (written, ":", 2);
  g_autofree char *name = NULL;
  DeskSynthesiser synthesiser;
  guint64 percent = 100;
  DeskVoice *voice;
  char *at;

  if (g_strv_length (halves) != 2)
    return NULL;

  if (strcmp (halves[0], "flite") == 0)
    synthesiser = DESK_SYNTHESISER_FLITE;
  else if (strcmp (halves[0], "espeak") == 0 || strcmp (halves[0], "espeak-ng") == 0)
    synthesiser = DESK_SYNTHESISER_ESPEAK;
  else
    return NULL;

  name = g_strdup (halves[1]);
  at = strchr (name, '@');
  if (at != NULL) {
    *at = '\0';
    if (!g_ascii_string_to_unsigned (at + 1, 10, PITCH_MIN, PITCH_MAX, &percent, NULL))
      return NULL;
  }
  if (!is_plain_name (name))
    return NULL;

  voice = g_new0 (DeskVoice, 1);
  voice->synthesiser = synthesiser;
  voice->name = g_steal_pointer (&name);
  voice->pitch = (double) percent / 100;
  return voice;
}

gboolean
desk_language_is_english (const char *language)
{
  return g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]);
}

static DeskVoice *
from_catalogue (const CatalogueEntry *entry, const char *language)
{
  g_autofree char *other = NULL;
  DeskVoice *first;

  if (!desk_language_is_english (language)) {
    other = g_strconcat ("espeak:", language, "+", entry->variant, NULL);
    return parse_own_name (other);
  }

  first = parse_own_name (entry->english[0]);
  if (desk_synthesiser_is_installed (first->synthesiser))
    return first;
  desk_voice_free (first);
  return parse_own_name (entry->english[1]);
}

DeskVoice *
desk_voice_new (const char *wanted, const char *language, const char *who, GError **error)
{
  const CatalogueEntry *entry = find_entry (*wanted != '\0' ? wanted : desk_voice_name_for (who));
  g_autoptr (DeskVoice) voice =
      entry != NULL ? from_catalogue (entry, language) : parse_own_name (wanted);

  if (voice == NULL) {
    g_set_error (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_UNKNOWN,
                 _ ("There is no voice “%s”. Write female-1 to female-8, male-1 to male-10, or a "
                    "synthesiser's own, such as flite:slt or espeak:en-gb+f3."),
                 wanted);
    return NULL;
  }
  if (!desk_synthesiser_is_installed (voice->synthesiser)) {
    g_set_error (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_NOT_INSTALLED,
                 _ ("The program %s is needed to speak this and is not installed."),
                 desk_synthesiser_program (voice->synthesiser));
    return NULL;
  }
  return g_steal_pointer (&voice);
}

void
desk_voice_free (DeskVoice *voice)
{
  if (voice == NULL)
    return;
  g_free (voice->name);
  g_free (voice);
}
