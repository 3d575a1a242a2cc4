/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "worked.h"

#include <string.h>

#include "records/statement-iri.h"

/* What stands in the statements of a session, worked by hand; that they come again byte for byte; and
 * that what is hostile neither gets in nor gets through. */

static json_t *
say (const DeskScorecard *scorecard)
{
  g_autoptr (GBytes) salt = worked_salt ();
  const DeskStatementWays ways = worked_ways (DESK_ACCOUNT_PSEUDONYM, salt);
  g_autoptr (GError) error = NULL;
  json_t *statements = desk_statements_new (scorecard, IDENTITY, &ways, &error);

  g_assert_no_error (error);
  g_assert_nonnull (statements);
  return statements;
}

/* As `worked_look()`, as JSON text; "" for nothing. (transfer full) */
static char *
look (json_t *statements, guint n, const char *path)
{
  json_t *found = worked_look (json_array_get (statements, n), path);
  char *dumped = found != NULL
                     ? json_dumps (found, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION (15))
                     : NULL;
  char *text = g_strdup (dumped != NULL ? dumped : "");

  free (dumped);
  return text;
}

typedef struct {
  guint n; /* of the statement */
  const char *path;
  const char *json;
} Expected;

static void
check_all (json_t *statements, const Expected *expected, gsize n_expected)
{
  for (gsize n = 0; n < n_expected; n++) {
    g_autofree char *found = look (statements, expected[n].n, expected[n].path);

    g_test_message ("%u: %s", expected[n].n, expected[n].path);
    g_assert_cmpstr (found, ==, expected[n].json);
  }
}

#define VERB(name) "\"http://adlnet.gov/expapi/verbs/" name "\""
#define SCENARIO "\"https://example.org/frontdesk/xapi/scenarios/test\""

/* The message: recipient .10, name .20 and facts .35 are right, phone .25 and ticks .05 are not, and no
 * organisation applies: .65/.95 = .6842. Answered after 9 of 15 s: 30. Handling: greeting 1, outcome 2,
 * read-back 0 of 2, closing 1: 4/6. C = 30 + 20 + 40 · .6842 = 77.37; the others 0; the mean 25.79. The
 * call ended 28.005 s after 09:14:07. */
static const Expected exam[] = {
  { 0, "verb.id", VERB ("initialized") },
  { 0, "object.id", SCENARIO },
  { 0, "object.definition.name", "{\"en-SE\":\"The first morning\"}" },
  { 0, "timestamp", "\"2026-11-23T09:14:07.000+01:00\"" },
  { 0, "result", "" },
  { 1, "verb.id", VERB ("completed") },
  { 1, "object.id", "\"https://example.org/frontdesk/xapi/scenarios/test/calls/invoice\"" },
  { 1, "object.definition.name", "{\"en-SE\":\"Åsa Lindqvist\"}" },
  { 1, "context.contextActivities.parent.0.id", SCENARIO },
  { 1, "timestamp", "\"2026-11-23T09:14:35.005+01:00\"" },
  { 1, "result.score", "{\"scaled\":0.7737,\"raw\":77.37,\"min\":0,\"max\":100}" },
  { 1, "result.duration", "\"PT19.01S\"" },
  { 1, "result.success", "true" },
  { 1, "result.completion", "true" },
  { 1, "result.extensions.ext:response", "{\"value\":1.0,\"seconds\":9.0}" },
  { 1, "result.extensions.ext:message.value", "0.68" },
  { 1, "result.extensions.ext:message.fields.phone", "0.0" },
  { 1, "result.extensions.ext:handling.items.read_back", "0.0" },
  { 1, "result.extensions.ext:outcome",
    "{\"expected\":\"message\",\"reached\":\"message\",\"right\":true}" },
  { 2, "verb.id", VERB ("failed") },
  { 2, "object.definition.name", "{\"en-SE\":\"Mia\"}" },
  { 2, "result.score.raw", "0.0" },
  { 2, "result.success", "false" },
  { 2, "result.completion", "false" },
  { 2, "result.duration", "\"PT0S\"" },
  { 2, "result.extensions.ext:outcome.reached", "\"abandoned_ringing\"" },
  { 3, "result.extensions.ext:outcome.reached", "\"blocked\"" },
  { 4, "verb.id", VERB ("completed") },
  { 4, "object.id", SCENARIO },
  { 4, "result.score.scaled", "0.2579" },
  { 4, "result.completion", "true" },
  { 4, "result.extensions.ext:calls.blocked", "1" },
  { 5, "verb.id", VERB ("failed") },
  { 5, "result.success", "false" },
  { 5, "context.revision", "\"d\"" },
  { 5, "context.platform", "\"frontdesk 0.1.0\"" },
  { 5, "context.language", "\"en-SE\"" },
  { 5, "context.instructor", "" },
  { 5, "context.contextActivities.category.0.id", "\"" DESK_STATEMENT_PROFILE "\"" },
  { 5, "context.extensions.ext:mode", "\"exam\"" },
  { 5, "context.extensions.ext:rubric",
    "{\"version\":1,\"weights\":{\"response\":30.0,\"handling\":30.0,\"message\":40.0},\"pass\":70.0}" },
  { 5, "context.extensions.ext:accommodations", "[\"captions\"]" },
  { 5, "context.extensions.ext:granted-at-desk", "[\"captions\"]" },
  { 5, "context.extensions.ext:checksum.state", "\"whole\"" },
  { 5, "context.extensions.ext:interruptions", "" },
  { 5, "context.extensions.ext:session", "\"" IDENTITY "\"" },
};

static void
test_fields (void)
{
  g_autoptr (DeskScorecard) scorecard = worked_shift ("en", DESK_MODE_EXAM, "captions");
  json_t *statements = say (scorecard);
  g_autofree Expected *expected = g_memdup2 (exam, sizeof exam);
  g_autofree char *revision = g_strdup_printf ("\"%s\"", scorecard->scenario->sha256);

  for (gsize n = 0; n < G_N_ELEMENTS (exam); n++) {
    if (g_str_has_suffix (expected[n].path, "revision"))
      expected[n].json = revision;
  }
  g_assert_cmpuint (json_array_size (statements), ==, 6);
  check_all (statements, expected, G_N_ELEMENTS (exam));
  json_decref (statements);
}

/* Written down once, and looked at; FRONTDESK_NEW_GOLDEN=1 writes them anew. */
static void
check_golden (json_t *statements, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "records", "golden", name, NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  json_t *statement;
  size_t n;

  json_array_foreach (statements, n, statement)
  {
    g_autofree char *line = desk_statement_print (statement);

    g_string_append_printf (shown, "%s\n", line);
  }
  if (g_getenv ("FRONTDESK_NEW_GOLDEN") != NULL)
    g_file_set_contents (path, shown->str, (gssize) shown->len, NULL);
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (shown->str, ==, golden);
}

static void
test_golden (void)
{
  g_autoptr (DeskScorecard) english = worked_shift ("en", DESK_MODE_EXAM, "time:1.5");
  g_autoptr (DeskScorecard) swedish = worked_shift ("sv", DESK_MODE_PRACTICE, NULL);
  json_t *in_english = say (english);
  json_t *in_swedish = say (swedish);

  check_golden (in_english, "exam-en.jsonl");
  check_golden (in_swedish, "practice-sv.jsonl");
  json_decref (in_english);
  json_decref (in_swedish);
}

static void
collect_ids (json_t *statements, GHashTable *ids)
{
  json_t *statement;
  size_t n;

  json_array_foreach (statements, n, statement)
  {
    const char *id = json_string_value (json_object_get (statement, "id"));

    g_assert_true (g_uuid_string_is_valid (id));
    g_assert_cmpint (id[14], ==, '5');
    g_assert_true (g_hash_table_add (ids, g_strdup (id)));
  }
}

/* The same session gives the same bytes; a session whose journal differs in a letter shares no id. */
static void
test_again (void)
{
  g_autoptr (GBytes) salt = worked_salt ();
  const DeskStatementWays ways = worked_ways (DESK_ACCOUNT_PSEUDONYM, salt);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) kim =
      past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kim", "2026-11-23T09:14:07+01:00");
  g_autoptr (GBytes) kit =
      past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kit", "2026-11-23T09:14:07+01:00");
  json_t *first = worked_say (kim, &ways, NULL);
  json_t *again = worked_say (kim, &ways, NULL);
  json_t *other = worked_say (kit, &ways, NULL);
  g_autofree char *first_text = desk_statement_print (first);
  g_autofree char *again_text = desk_statement_print (again);

  g_assert_cmpstr (first_text, ==, again_text);
  collect_ids (first, ids);
  collect_ids (other, ids);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 8);
  json_decref (first);
  json_decref (again);
  json_decref (other);
}

/* Who it was, by scheme; NULL: no statements, with that error. The pseudonym was worked out with
 * `openssl dgst -sha256 -hmac`. */
static void
test_accounts (void)
{
  static const struct {
    DeskAccountScheme scheme;
    const char *trainee; /* as JSON */
    const char *actor;
  } accounts[] = {
    { DESK_ACCOUNT_PSEUDONYM, "Kim", "ca1d4d4a6f1559c7371fd13031db9177" },
    { DESK_ACCOUNT_PSEUDONYM, " Kim\\n", "ca1d4d4a6f1559c7371fd13031db9177" },
    { DESK_ACCOUNT_PSEUDONYM, "kim@school.example", "a78e5617209e0d04186134f3239670ea" },
    { DESK_ACCOUNT_PSEUDONYM, "", "unnamed" },
    { DESK_ACCOUNT_NAME, "Kim", "Kim" },
    { DESK_ACCOUNT_NAME, "A\xcc\x8asa", "Åsa" },
    { DESK_ACCOUNT_NAME, "Kim\\u202eevil\\u001b[2J", "Kim\uFFFDevil\uFFFD[2J" },
    { DESK_ACCOUNT_NAME, "", "unnamed" },
    { DESK_ACCOUNT_MBOX, "Kim@School.example", "mailto:kim@school.example" },
    { DESK_ACCOUNT_MBOX, "Kim", "ca1d4d4a6f1559c7371fd13031db9177" },
    { DESK_ACCOUNT_MBOX, "kim@school.example\\nBcc: x@y.example",
      "942629846dc13bf2ee40485b8bfe5ed1" },
  };
  g_autoptr (GBytes) salt = worked_salt ();

  for (gsize n = 0; n < G_N_ELEMENTS (accounts); n++) {
    const DeskStatementWays ways = worked_ways (accounts[n].scheme, salt);
    g_autoptr (GBytes) journal = past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL,
                                               accounts[n].trainee, "2026-11-23T09:14:07+01:00");
    json_t *statements = worked_say (journal, &ways, NULL);
    json_t *statement = json_array_get (statements, 1);
    const char *mbox = json_string_value (worked_look (statement, "actor.mbox"));
    const char *name = json_string_value (worked_look (statement, "actor.account.name"));

    g_test_message ("%s", accounts[n].trainee);
    g_assert_cmpstr (mbox != NULL ? mbox : name, ==, accounts[n].actor);
    json_decref (statements);
  }
}

static void
check_refused (const DeskStatementWays *ways, GBytes *journal, DeskStatementError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (worked_say (journal, ways, &error));
  g_assert_error (error, DESK_STATEMENT_ERROR, (int) code);
}

static void
test_refused (void)
{
  static const char *const starts[] = { "", "yesterday", "2026-13-40T09:14:07+01:00",
                                        "9999-12-31T23:59:58+00:00" };
  static const char *const pages[] = { "", "school", "https:", "https://a b.example",
                                       "https://x.example/\xe2\x80\xae" };
  g_autoptr (GBytes) salt = worked_salt ();
  g_autoptr (GBytes) short_salt = g_bytes_new_static ("too little salt", 15);
  DeskStatementWays ways = worked_ways (DESK_ACCOUNT_PSEUDONYM, salt);
  g_autoptr (GBytes) good =
      past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kim", "2026-11-23T09:14:07+01:00");
  g_autoptr (GBytes) cut =
      past_journal (PAST_CUT, DESK_MODE_PRACTICE, NULL, "Kim", "2026-11-23T09:14:07+01:00");

  check_refused (&ways, cut, DESK_STATEMENT_ERROR_UNFINISHED);
  for (gsize n = 0; n < G_N_ELEMENTS (starts); n++) {
    g_autoptr (GBytes) journal =
        past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kim", starts[n]);

    check_refused (&ways, journal, DESK_STATEMENT_ERROR_NO_MOMENT);
  }
  for (gsize n = 0; n < G_N_ELEMENTS (pages); n++) {
    ways.home_page = pages[n];
    check_refused (&ways, good, DESK_STATEMENT_ERROR_HOME_PAGE);
  }
  ways = worked_ways (DESK_ACCOUNT_PSEUDONYM, NULL);
  check_refused (&ways, good, DESK_STATEMENT_ERROR_NO_SALT);
  ways = worked_ways (DESK_ACCOUNT_MBOX, short_salt);
  check_refused (&ways, good, DESK_STATEMENT_ERROR_NO_SALT);
}

/* The offset is that of the journal, also where it moves the day. */
static void
test_offsets (void)
{
  static const struct {
    const char *started;
    const char *initialized;
    const char *completed; /* 8 s later */
  } moments[] = {
    { "2026-11-23T09:14:07+05:30", "2026-11-23T09:14:07.000+05:30",
      "2026-11-23T09:14:15.000+05:30" },
    { "2026-12-31T23:59:55-09:30", "2026-12-31T23:59:55.000-09:30",
      "2027-01-01T00:00:03.000-09:30" },
    { "2026-11-23T09:14:07Z", "2026-11-23T09:14:07.000+00:00", "2026-11-23T09:14:15.000+00:00" },
    { "2026-11-23T09:14:07.25-00:00", "2026-11-23T09:14:07.250+00:00",
      "2026-11-23T09:14:15.250+00:00" },
    { "2026-11-23T09:14:07", "2026-11-23T09:14:07.000+00:00", "2026-11-23T09:14:15.000+00:00" },
  };
  g_autoptr (GBytes) salt = worked_salt ();
  const DeskStatementWays ways = worked_ways (DESK_ACCOUNT_PSEUDONYM, salt);

  for (gsize n = 0; n < G_N_ELEMENTS (moments); n++) {
    g_autoptr (GBytes) journal =
        past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kim", moments[n].started);
    json_t *statements = worked_say (journal, &ways, NULL);

    g_assert_cmpstr (json_string_value (worked_look (json_array_get (statements, 0), "timestamp")),
                     ==, moments[n].initialized);
    g_assert_cmpstr (json_string_value (worked_look (json_array_get (statements, 2), "timestamp")),
                     ==, moments[n].completed);
    json_decref (statements);
  }
}

/* An hour away while the caller spoke: it is said, and the clock went on meanwhile. */
static void
test_interrupted (void)
{
  g_autoptr (GBytes) salt = worked_salt ();
  const DeskStatementWays ways = worked_ways (DESK_ACCOUNT_PSEUDONYM, salt);
  g_autoptr (GBytes) whole =
      past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, "Kim", "2026-11-23T09:14:07+01:00");
  g_autoptr (GBytes) journal = worked_replace (
      whole, "{\"t\":5000,\"command\"",
      "{\"t\":4000,\"command\":\"go-on\",\"away\":3600000}\n"
      "{\"t\":4000,\"event\":\"interrupted\",\"away\":3600000}\n{\"t\":5000,\"command\"");
  json_t *statements = worked_say (journal, &ways, NULL);
  static const Expected expected[] = {
    { 0, "timestamp", "\"2026-11-23T09:14:07.000+01:00\"" },
    { 2, "timestamp", "\"2026-11-23T10:14:15.000+01:00\"" },
    { 2, "result.duration", "\"PT8S\"" },
    { 0, "context.extensions.ext:interruptions", "[{\"t\":4000,\"away_seconds\":3600}]" },
  };

  check_all (statements, expected, G_N_ELEMENTS (expected));
  json_decref (statements);
}

/* What happened to the checksums of an exam is said by each statement of it; it never passed then. */
static void
test_exam_not_proved (void)
{
  g_autoptr (GBytes) salt = worked_salt ();
  const DeskStatementWays ways = worked_ways (DESK_ACCOUNT_PSEUDONYM, salt);
  g_autoptr (GBytes) whole =
      past_journal (PAST_WELL, DESK_MODE_EXAM, NULL, "Kim", "2026-11-23T09:14:07+01:00");
  g_autoptr (GBytes) changed = worked_replace (whole, "\"Kim\"", "\"Kit\"");
  g_autofree char *text = g_strndup (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  g_autoptr (GRegex) chain = g_regex_new (",\"chain\":\"[0-9a-f]+\"", 0, 0, NULL);
  char *bare = g_regex_replace_literal (chain, text, -1, 0, "", 0, NULL);
  g_autoptr (GBytes) missing = g_bytes_new_take (bare, strlen (bare));
  json_t *of_changed = worked_say (changed, &ways, NULL);
  json_t *of_missing = worked_say (missing, &ways, NULL);
  static const Expected expected_changed[] = {
    { 0, "context.extensions.ext:checksum", "{\"state\":\"changed\",\"line\":1}" },
    { 1, "context.extensions.ext:checksum", "{\"state\":\"changed\",\"line\":1}" },
    { 2, "result.success", "false" },
    { 3, "verb.id", VERB ("failed") },
  };
  static const Expected expected_missing[] = {
    { 0, "context.extensions.ext:checksum", "{\"state\":\"missing\"}" },
    { 3, "context.extensions.ext:checksum", "{\"state\":\"missing\"}" },
    { 3, "verb.id", VERB ("passed") },
  };

  check_all (of_changed, expected_changed, G_N_ELEMENTS (expected_changed));
  check_all (of_missing, expected_missing, G_N_ELEMENTS (expected_missing));
  json_decref (of_changed);
  json_decref (of_missing);
}

/* No call was due: there is no score of nothing, and nothing was passed. */
static void
test_no_calls (void)
{
  g_autoptr (DeskScorecard) scorecard = worked_shift ("en", DESK_MODE_PRACTICE, NULL);
  DeskScorecard none = *scorecard;
  json_t *statements;
  static const Expected expected[] = {
    { 0, "verb.id", VERB ("initialized") },
    { 1, "verb.id", VERB ("completed") },
    { 1, "result.score", "" },
    { 2, "verb.id", VERB ("failed") },
    { 2, "result.score", "" },
  };

  none.n_calls = 0;
  statements = say (&none);
  g_assert_cmpuint (json_array_size (statements), ==, 3);
  check_all (statements, expected, G_N_ELEMENTS (expected));
  json_decref (statements);
}

/* Names of any length and a scenario of any id come to bounded texts. */
static void
test_long (void)
{
  g_autoptr (GBytes) salt = worked_salt ();
  const DeskStatementWays ways = worked_ways (DESK_ACCOUNT_NAME, salt);
  g_autofree char *name = g_strnfill (64 * 1024, 'x');
  g_autofree char *id = g_strdup_printf ("\"scenario\":{\"id\":\"../%s\"", name);
  g_autoptr (GBytes) plain =
      past_journal (PAST_WELL, DESK_MODE_PRACTICE, NULL, name, "2026-11-23T09:14:07+01:00");
  g_autoptr (GBytes) journal = worked_replace (plain, "\"scenario\":{\"id\":\"test\"", id);
  json_t *statements = worked_say (journal, &ways, NULL);
  g_autofree char *text = desk_statement_print (statements);
  const char *iri = json_string_value (worked_look (json_array_get (statements, 0), "object.id"));

  g_assert_cmpuint (strlen (text), <, 16384);
  g_assert_cmpuint (strlen (iri), <, 300);
  g_assert_nonnull (strstr (iri, "/scenarios/~"));
  json_decref (statements);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/fields", test_fields);
  g_test_add_func ("/statements/golden", test_golden);
  g_test_add_func ("/statements/again", test_again);
  g_test_add_func ("/statements/accounts", test_accounts);
  g_test_add_func ("/statements/refused", test_refused);
  g_test_add_func ("/statements/offsets", test_offsets);
  g_test_add_func ("/statements/interrupted", test_interrupted);
  g_test_add_func ("/statements/exam-not-proved", test_exam_not_proved);
  g_test_add_func ("/statements/no-calls", test_no_calls);
  g_test_add_func ("/statements/long", test_long);
  return g_test_run ();
}
