/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "worked.h"

#include <stdio.h>

/* Prints statements by the hundred, for a validator that is not ours: every mode, account, accommodation,
 * language and offset, names that are long or hostile, and journals with bytes of theirs changed. A list
 * of JSON, a statement a line. */

static guint n_printed;
static guint n_refused; /* journals that no statements could be made of */

static void
print_statements (json_t *statements)
{
  json_t *statement;
  size_t n;

  json_array_foreach (statements, n, statement)
  {
    g_autofree char *line = desk_statement_print (statement);

    /* Not g_print(), which turns text into the locale's letters. */
    fputs (n_printed++ > 0 ? ",\n" : "[\n", stdout);
    fputs (line, stdout);
  }
}

static void
say (GBytes *journal, DeskAccountScheme scheme)
{
  g_autoptr (GBytes) salt = worked_salt ();
  const DeskStatementWays ways = worked_ways (scheme, salt);
  g_autoptr (GError) error = NULL;
  json_t *statements = worked_say (journal, &ways, &error);

  if (statements != NULL)
    print_statements (statements);
  else
    n_refused++;
  json_decref (statements);
}

/* `trainee` as it stands in a journal. */
static void
say_of (PastWork work,
        DeskMode mode,
        const char *accommodation,
        const char *trainee,
        const char *started)
{
  g_autoptr (GBytes) journal = past_journal (work, mode, accommodation, trainee, started);

  for (int scheme = DESK_ACCOUNT_PSEUDONYM; scheme <= (int) DESK_ACCOUNT_MBOX; scheme++)
    say (journal, (DeskAccountScheme) scheme);
}

static void
say_every_kind (void)
{
  static const char *const accommodations[] = { NULL, "time:2", "untimed", "pause",
                                                "\xe2\x80\xae" };

  for (int mode = DESK_MODE_PRACTICE; mode <= (int) DESK_MODE_SIMULATED; mode++) {
    for (int work = PAST_WELL; work < (int) PAST_CUT; work++)
      say_of ((PastWork) work, (DeskMode) mode, NULL, "Kim", "2026-11-23T09:14:07+01:00");
  }
  for (gsize n = 1; n < G_N_ELEMENTS (accommodations); n++)
    say_of (PAST_WELL, DESK_MODE_EXAM, accommodations[n], "Kim", "2026-11-23T09:14:07+01:00");
}

static void
say_hostile_names (void)
{
  static const char *const names[] = {
    "",
    " ",
    "\\u202eAnna",
    "\\u0001\\u001b[31m\\u007f\\u0085",
    "<script>alert(1)</script>",
    "kim@school.example",
    "kim@localhost",
    "kim@.example",
    "\\ud83d\\ude00",
    "\\ufffe\\uffff",
    "\\u2028\\u2029",
    "a\\\"b\\\\c",
  };
  g_autofree char *long_name = g_strnfill (64 * 1024, 'n');

  for (gsize n = 0; n < G_N_ELEMENTS (names); n++)
    say_of (PAST_WELL, DESK_MODE_PRACTICE, NULL, names[n], "2026-11-23T09:14:07+01:00");
  say_of (PAST_WELL, DESK_MODE_PRACTICE, NULL, long_name, "2026-11-23T09:14:07+01:00");
}

static void
say_odd_starts (void)
{
  static const char *const starts[] = {
    "2026-11-23T09:14:07+05:30", "2026-11-23T09:14:07-09:30", "2026-11-23T09:14:07+14:00",
    "2026-11-23T09:14:07Z",      "20261123T091407+0530",      "2026-11-23T09:14:07.123456-00:00",
    "2026-W48-1T09:14:07+01:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z",
    "2026-11-23T23:59:60+01:00", "2026-11-23T09:14:07+99:99", "soon",
  };

  for (gsize n = 0; n < G_N_ELEMENTS (starts); n++)
    say_of (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kim", starts[n]);
}

static void
say_shifts (void)
{
  g_autoptr (GBytes) salt = worked_salt ();
  const DeskStatementWays ways = worked_ways (DESK_ACCOUNT_PSEUDONYM, salt);
  static const char *const languages[] = { "en", "sv" };

  for (gsize n = 0; n < G_N_ELEMENTS (languages); n++) {
    g_autoptr (DeskScorecard) scorecard = worked_shift (languages[n], DESK_MODE_GUIDED, NULL);
    DeskScorecard no_calls = *scorecard;
    json_t *statements = desk_statements_new (scorecard, IDENTITY, &ways, NULL);

    print_statements (statements);
    json_decref (statements);
    no_calls.n_calls = 0;
    statements = desk_statements_new (&no_calls, IDENTITY, &ways, NULL);
    print_statements (statements);
    json_decref (statements);
  }
}

/* Other tags for the language of the scenario. */
static void
say_languages (void)
{
  static const char *const tags[] = { "sv-FI", "zh-Hant-TW", "x-a", "en-GB-oed", "nds", "sv-x-y" };
  g_autoptr (GBytes) plain =
      past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kim", "2026-11-23T09:14:07+01:00");

  for (gsize n = 0; n < G_N_ELEMENTS (tags); n++) {
    g_autofree char *tag = g_strdup_printf ("language: %s", tags[n]);
    g_autoptr (GBytes) journal = worked_replace (plain, "language: en", tag);
    g_autoptr (DeskScorecard) scorecard = worked_score (journal);

    if (scorecard != NULL)
      say (journal, DESK_ACCOUNT_PSEUDONYM);
  }
}

/* Journals with a byte changed, a few hundred: what can still be read as one must still be sayable. */
static void
say_mutants (void)
{
  static const char letters[] = "\"\\{}[]:,0-9eE.tfn\x01\x7f\xff";
  g_autoptr (GRand) chance = g_rand_new_with_seed (8);
  g_autoptr (GBytes) plain =
      past_journal (PAST_WELL, DESK_MODE_EXAM, "time:2", "Kim", "2026-11-23T09:14:07+01:00");

  for (guint n = 0; n < 2000; n++) {
    gsize size;
    char *bytes = g_memdup2 (g_bytes_get_data (plain, &size), g_bytes_get_size (plain));
    g_autoptr (GBytes) journal = NULL;
    g_autoptr (DeskScorecard) scorecard = NULL;

    bytes[g_rand_int_range (chance, 0, (int) size)] =
        letters[g_rand_int_range (chance, 0, (int) sizeof letters - 1)];
    journal = g_bytes_new_take (bytes, size);
    scorecard = worked_score (journal);
    if (scorecard != NULL)
      say (journal, (DeskAccountScheme) (n % 3));
  }
}

int
main (void)
{
  say_every_kind ();
  say_hostile_names ();
  say_odd_starts ();
  say_shifts ();
  say_languages ();
  say_mutants ();
  fputs ("\n]\n", stdout);
  fprintf (stderr, "%u statements; %u journals without\n", n_printed, n_refused);
  return 0;
}
