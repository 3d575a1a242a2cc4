/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "worked.h"

#include <string.h>

#include "records/statement-iri.h"

#define CALLS                                                                                      \
  "calls:\n"                                                                                       \
  "  - {id: invoice, at: 0, caller: {given: Åsa, surname: Lindqvist, phone: \"070-174 06 05\"},"  \
  " says: {opening: {text: \"Åsa Lindqvist, 4417\"}},"                                            \
  " expect: {do: message, to: erik, message: \"4417.\", facts: [{number: \"4417\"}]}}\n"           \
  "  - {id: lost, at: 60, caller: {given: Mia}, patience: {ringing: 20},"                          \
  " says: {opening: {text: Mia}}, expect: {do: decline}}\n"                                        \
  "  - {id: blocked, at: 65, caller: {given: Bo}, says: {opening: {text: Bo}},"                    \
  " expect: {do: decline}}\n"

#define PEOPLE                                                                                     \
  "lines: 1\nduration: 60:00\norganisation: Nordvik\n"                                             \
  "people:\n  - {id: erik, name: Erik Öberg, extension: 201}\n"

static const char english[] =
    "format: 1\ntitle: The first morning\nlanguage: en\ncountry: se\n" PEOPLE CALLS;
static const char swedish[] =
    "format: 1\ntitle: Första morgonen på växeln\nlanguage: sv\ncountry: se\n" PEOPLE CALLS;

GBytes *
worked_salt (void)
{
  return g_bytes_new_static ("a salt for tests alone", 22);
}

DeskStatementWays
worked_ways (DeskAccountScheme scheme, GBytes *salt)
{
  const DeskStatementWays ways = { scheme, "https://school.example/people", salt };

  return ways;
}

DeskScorecard *
worked_shift (const char *language, DeskMode mode, const char *accommodation)
{
  const char *yaml = g_str_equal (language, "sv") ? swedish : english;
  g_autoptr (Shift) shift =
      accommodation != NULL ? shift_new_adjusted (yaml, accommodation) : shift_new (yaml, mode);

  shift_work (shift, 0,
              "9000 answer 1\n9800 say 1 greet\n"
              "20000 message invoice|erik|Åsa Lindqvist|||please_call|4417\n"
              "25000 say 1 goodbye\n28005 release 1\n");
  return shift_end (shift);
}

DeskScorecard *
worked_score (GBytes *journal)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (journal, &size);
  g_autoptr (DeskRecording) recording =
      desk_recording_load_from_data (data, size, "test.journal", NULL);

  return recording != NULL ? desk_scorecard_new (recording) : NULL;
}

GBytes *
worked_replace (GBytes *journal, const char *from, const char *to)
{
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (journal, NULL), (gssize) g_bytes_get_size (journal));

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return g_bytes_new (text->str, text->len);
}

json_t *
worked_say (GBytes *journal, const DeskStatementWays *ways, GError **error)
{
  g_autofree char *identity = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, journal);
  g_autoptr (DeskScorecard) scorecard = worked_score (journal);

  g_assert_nonnull (scorecard);
  return desk_statements_new (scorecard, identity, ways, error);
}

json_t *
worked_look (json_t *statement, const char *path)
{
  g_auto (GStrv) keys = g_strsplit (path, ".", -1);
  json_t *found = statement;

  for (guint n = 0; keys[n] != NULL && found != NULL; n++) {
    g_autofree char *key = g_str_has_prefix (keys[n], "ext:")
                               ? g_strconcat (DESK_STATEMENT_EXTENSION (""), keys[n] + 4, NULL)
                               : g_strdup (keys[n]);

    found = json_is_array (found) ? json_array_get (found, (size_t) atoi (key))
                                  : json_object_get (found, key);
  }
  return found;
}
