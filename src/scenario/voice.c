/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/voice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Scenarios say "female-2", since authors cannot know which synthesisers a machine has. The catalogue gives
 * each name a first and a second choice. flite's English voices sound better, but there are only four.
 * Playing one faster or slower, with the tempo corrected by the synthesiser, shifts its formants as a
 * smaller or larger speaker would; some also take another pitch. So a few voices make many people, and
 * those of this catalogue can be told apart. espeak-ng provides the rest, and every other language. */

typedef struct {
  const char *name;
  const char *english[2]; /* the first that is installed */
  const char *variant;    /* espeak-ng's, for other languages */
} CatalogueEntry;

static const CatalogueEntry catalogue[] = {
  { "female-1", { "flite:slt", "espeak:en-gb-x-rp+f5" }, "f2" },
  { "female-2", { "flite:slt@90/165", "espeak:en+f1" }, "f1" },
  { "female-3", { "flite:slt@110/200", "espeak:en-gb-scotland+f4" }, "f4" },
  { "female-4", { "flite:slt@94/225", "espeak:en-gb-x-gbclan+f3" }, "f3" },
  { "female-5", { "flite:slt@106/150", "espeak:en-gb-scotland+f2" }, "f5" },
  { "female-6", { "espeak:en-gb-x-rp+f2", "flite:slt@104/190" }, "f2@110" },
  { "female-7", { "flite:slt@100/235", "espeak:en-gb-x-gbclan+f4" }, "f4@92" },
  { "female-8", { "espeak:en-gb-x-gbclan+f2@96", "flite:slt@96/190" }, "f3@110" },
  { "male-1", { "flite:rms", "espeak:en-gb-x-rp+m3" }, "m3" },
  { "male-2", { "flite:awb", "espeak:en-gb-scotland+m1" }, "m1" },
  { "male-3", { "flite:rms@90", "espeak:en-gb-x-gbclan+m7" }, "m7" },
  { "male-4", { "flite:rms@110", "espeak:en+m2" }, "m2" },
  { "male-5", { "flite:awb@90/105", "espeak:en-gb-scotland+m4" }, "m4" },
  { "male-6", { "flite:awb@108/145", "espeak:en+m5" }, "m5" },
  { "male-7", { "flite:kal16", "espeak:en-gb-x-rp+m6" }, "m6" },
  { "male-8", { "flite:kal16@90/90", "espeak:en-gb-x-gbcwmd+m8" }, "m8" },
  { "male-9", { "espeak:en-gb-x-rp", "flite:rms@95" }, "m1@92" },
  { "male-10", { "flite:kal16@108/125", "espeak:en-gb-x-rp+m1" }, "m3@92" },
};

#define SIZE_MIN 70 /* per cent */
#define SIZE_MAX 140
#define TONE_MIN 50 /* Hz */
#define TONE_MAX 400

G_DEFINE_QUARK (desk_voice_error, desk_voice_error)

static const char *
program_of (DeskSynthesiser synthesiser)
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
  g_autofree char *path = g_find_program_in_path (program_of (synthesiser));

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

const char *const *
desk_voice_names (void)
{
  static const char *names[G_N_ELEMENTS (catalogue) + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled)) {
    for (gsize i = 0; i < G_N_ELEMENTS (catalogue); i++)
      names[i] = catalogue[i].name;
    g_once_init_leave (&filled, 1);
  }
  return names;
}

/* The name becomes an argument of a program, so it must not be an option, a path or an address. */
static gboolean
is_plain_name (const char *name)
{
  return g_ascii_isalnum (*name) &&
         name[strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+_-")] ==
             '\0';
}

/* The user's own program may pass it on to a shell, and may have voices in files. */
gboolean
desk_voice_is_safe (const char *written)
{
  gboolean begins = TRUE;

  for (; *written != '\0'; written = g_utf8_next_char (written)) {
    const gunichar letter = g_utf8_get_char (written);

    if (!g_unichar_isalnum (letter) && strchr (begins ? "/." : "_+-.:/@ ", *written) == NULL)
      return FALSE;
    begins = letter == ' ';
  }
  return !begins;
}

static gboolean
parse_synthesiser (const char *written, DeskSynthesiser *synthesiser)
{
  if (strcmp (written, "flite") == 0)
    *synthesiser = DESK_SYNTHESISER_FLITE;
  else if (strcmp (written, "espeak") == 0 || strcmp (written, "espeak-ng") == 0)
    *synthesiser = DESK_SYNTHESISER_ESPEAK;
  else
    return FALSE;
  return TRUE;
}

/* "92/150" → 0.92 and 150 Hz; the pitch may be left out. */
static gboolean
parse_manner (const char *written, DeskVoice *voice)
{
  g_auto (GStrv) parts = g_strsplit (written, "/", 2);
  guint64 percent, tone = 0;

  if (parts[0] == NULL ||
      !g_ascii_string_to_unsigned (parts[0], 10, SIZE_MIN, SIZE_MAX, &percent, NULL) ||
      (parts[1] != NULL &&
       !g_ascii_string_to_unsigned (parts[1], 10, TONE_MIN, TONE_MAX, &tone, NULL)))
    return FALSE;
  voice->speed = (double) percent / 100;
  voice->tone_hz = (guint) tone;
  return TRUE;
}

/* Parses "flite:slt@92/150"; NULL if it is not of that form. */
static DeskVoice *
parse_own_name (const char *written)
{
  g_auto (GStrv) halves = g_strsplit (written, ":", 2);
  g_autoptr (DeskVoice) voice = g_new0 (DeskVoice, 1);
  char *at;

  if (g_strv_length (halves) != 2 || !parse_synthesiser (halves[0], &voice->synthesiser))
    return NULL;

  voice->name = g_strdup (halves[1]);
  voice->speed = 1;
  at = strchr (voice->name, '@');
  if (at != NULL) {
    *at = '\0';
    if (!parse_manner (at + 1, voice))
      return NULL;
  }
  return is_plain_name (voice->name) ? g_steal_pointer (&voice) : NULL;
}

gboolean
desk_voice_is_known (const char *written)
{
  g_autoptr (DeskVoice) own = parse_own_name (written);

  return own != NULL || find_entry (written) != NULL;
}

gboolean
desk_language_is_english (const char *language)
{
  return g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]);
}

/* espeak-ng accepts a variant only after the file name of a voice, which is the language without a country
 * ("sv" for "sv-SE"), and Bokmål for Norwegian. (transfer full) */
static char *
other_name (const char *language, const char *variant)
{
  g_autofree char *subtag = g_ascii_strdown (language, (gssize) strcspn (language, "-_"));

  return g_strconcat ("espeak:", strcmp (subtag, "no") == 0 ? "nb" : subtag, "+", variant, NULL);
}

gboolean
desk_voice_is_same (const char *name, const char *written, const char *language)
{
  const CatalogueEntry *entry = find_entry (name);
  g_autofree char *other = NULL;

  if (strcmp (name, written) == 0)
    return TRUE;
  if (entry == NULL)
    return FALSE;
  if (desk_language_is_english (language))
    return strcmp (entry->english[0], written) == 0 || strcmp (entry->english[1], written) == 0;
  other = other_name (language, entry->variant);
  return strcmp (other, written) == 0;
}

static DeskVoice *
from_catalogue (const CatalogueEntry *entry, const char *language)
{
  g_autofree char *other = NULL;
  DeskVoice *first;

  if (!desk_language_is_english (language)) {
    other = other_name (language, entry->variant);
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
                    "synthesiser's own, such as flite:slt or espeak:en+f3."),
                 wanted);
    return NULL;
  }
  if (!desk_synthesiser_is_installed (voice->synthesiser)) {
    g_set_error (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_NOT_INSTALLED,
                 _ ("The program %s is needed to speak this and is not installed."),
                 program_of (voice->synthesiser));
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
