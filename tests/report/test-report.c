/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include "report/csv.h"
#include "report/report.h"
#include "report/words.h"

#include <jansson.h>
#include <string.h>

#define HEAD                                                                                       \
  "format: 1\nlanguage: en\ncountry: gb\nlines: 2\nduration: 60:00\norganisation: Harbour Print\n"

static const char plain[] =
    HEAD "title: A quiet morning\n"
         "people:\n"
         "  - {id: free, name: Fay Reed, extension: 201}\n"
         "  - {id: busy, name: Beth Ames, extension: 203, presence: [{from: 0:00, is: busy}]}\n"
         "phrases:\n"
         "  - {id: secret, label: Give the private mobile, critical: yes}\n"
         "calls:\n"
         "  - {id: sale, at: 0, caller: {given: Ola}, expect: {do: decline},"
         " says: {opening: {text: Hello}}}\n"
         "  - {id: beth, at: 100, patience: {hold: 200}, caller: {given: Ann, surname: Wilde},"
         " expect: {do: transfer, to: busy}, says: {opening: {text: Is Beth in}}}\n"
         "  - {id: lost, at: 300, patience: {ringing: 10}, caller: {given: Åsa},"
         " expect: {do: decline}, says: {opening: {text: Hello}}}\n";

static DeskScorecard *
work_plain (void)
{
  g_autoptr (Shift) shift = shift_new (plain, DESK_MODE_PRACTICE);

  shift_work (shift, 0,
              "9000 answer 1\n9800 say 1 greet\n12000 say 1 secret\n14000 say 1 goodbye\n"
              "16000 release 1\n"
              "120000 answer 1\n121000 say 1 greet\n125000 hold 1\n200000 resume 1\n"
              "201000 transfer 1 busy\n205000 answer 1\n207000 transfer 1 free\n");
  return shift_end (shift);
}

/* Worked by hand. sale: 30 + 30, critical: 25. beth: t = 20, (45 - 20)/30 = .83333; greeting 1,
 * outcome 0 of 3, announced 0 of 2, told 0 of 1, permission 0 of 1, length (120 - 75)/60 = .75,
 * recall 1: 2.75 of 10; 100 (.83333 + .275)/2 = 55.42, wrong outcome: 50. lost: 0. Mean 25. */
static void
test_json (void)
{
  g_autoptr (DeskScorecard) card = work_plain ();
  g_autofree char *report = desk_report_to_string (card, DESK_REPORT_JSON);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "report", "golden", "plain.json", NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report, ==, golden);
}

#define MESSAGE_CALL(title, given, name)                                                           \
  HEAD "title: " title "\n"                                                                        \
       "people:\n  - {id: free, name: " name ", extension: 201}\n"                                 \
       "calls:\n  - {id: one, at: 0, caller: {given: " given ", phone: 01632 960011},"             \
       " says: {opening: {text: Hello}}, expect: {do: message, to: free, message: Hello}}\n"

static DeskScorecard *
work_message (const char *yaml, const char *slip)
{
  g_autoptr (Shift) shift = shift_new_adjusted (yaml, "extra_time");
  g_autofree char *message = g_strconcat ("5000 message one|free|", slip, NULL);

  shift_work (shift, 0, "1000 answer 1\n1500 say 1 greet\n");
  shift_work (shift, 0, message);
  shift_work (shift, 0, "6000 say 1 goodbye\n9000 release 1\n");
  return shift_end (shift);
}

static void
test_json_of_a_message (void)
{
  g_autoptr (DeskScorecard) card =
      work_message (MESSAGE_CALL ("T", "Ann", "Fay"), "Ann|Acme|01632 960012||");
  g_autofree char *report = desk_report_to_string (card, DESK_REPORT_JSON);
  json_t *object = json_loads (report, 0, NULL);
  json_t *message =
      json_object_get (json_array_get (json_object_get (object, "calls"), 0), "message");
  json_t *fields = json_object_get (message, "fields");

  /* recipient .10 + name .20 + ticks .05 of .60: the organisation and the facts are not asked for. */
  g_assert_cmpfloat (json_real_value (json_object_get (message, "value")), ==, 0.58);
  g_assert_cmpint (json_integer_value (json_object_get (fields, "name")), ==, 1);
  g_assert_true (json_is_integer (json_object_get (fields, "phone")));
  g_assert_cmpint (json_integer_value (json_object_get (fields, "phone")), ==, 0);
  g_assert_true (json_is_null (json_object_get (fields, "organisation")));
  g_assert_true (json_is_null (json_object_get (fields, "facts")));
  g_assert_true (json_is_array (json_object_get (message, "facts")));
  json_decref (object);
}

static void
test_csv_cells (void)
{
  static const char *const cells[][2] = {
    { "plain", "\"plain\"" }, { "a \"b\", c", "\"a \"\"b\"\", c\"" },
    { "=1+1", "\"'=1+1\"" },  { "+46", "\"'+46\"" },
    { "-2", "\"'-2\"" },      { "@SUM(A1)", "\"'@SUM(A1)\"" },
    { "\t=1", "\"'\t=1\"" },  { "\r=1", "\"'\357\277\275=1\"" },
    { "  =1", "\"'  =1\"" },  { "\xc2\xa0=1", "\"'\xc2\xa0=1\"" },
    { "＝1", "\"'＝1\"" },    { "two\r\nlines", "\"two\357\277\275\nlines\"" },
    { "", "\"\"" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (cells); n++) {
    g_autoptr (GString) csv = g_string_new (NULL);

    desk_csv_text (csv, cells[n][0]);
    g_assert_cmpstr (csv->str, ==, cells[n][1]);
  }
}

static void
test_csv (void)
{
  g_autoptr (DeskScorecard) card = work_plain ();
  g_autofree char *report = desk_report_to_string (card, DESK_REPORT_CSV);
  g_auto (GStrv) rows = g_strsplit (report, "\r\n", -1);
  /* When the session was worked, so that rows of several sessions stay apart, and on which terms. */
  g_autofree char *started = g_strdup_printf (",\"%s\",\"\",\"\",\"\"", card->header->started);

  for (guint n = 1; n < 4; n++) {
    g_assert_true (g_str_has_suffix (rows[n], started));
    rows[n][strlen (rows[n]) - strlen (started)] = '\0';
  }
  g_assert_cmpuint (g_strv_length (rows), ==, 5);
  g_assert_true (g_str_has_prefix (rows[0], "\"rubric\",\"scenario\",\"trainee\",\"mode\",\"id\""));
  g_assert_cmpstr (rows[2], ==,
                   "1,\"test\",\"Kim\",\"practice\",\"beth\",50,\"transfer\",false,false,20,0.83,"
                   "0.28,1,0,\"\",0,0,\"\",0,0.75,1,\"\",\"\",\"\",\"\",\"\",\"\",\"\"");
  g_assert_cmpstr (
      rows[3], ==,
      "1,\"test\",\"Kim\",\"practice\",\"lost\",0,\"abandoned_ringing\",false,false,"
      "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
      "\"\",\"\",\"\"");
  g_assert_cmpstr (rows[4], ==, "");
}

#define HOSTILE "</td><script>alert(1)</script>&amp;\xe2\x80\xae%s%n\x1b[2J"

/* Markup, a direction override, format directives and a terminal's escape, wherever people write. */
static DeskScorecard *
work_hostile (void)
{
  const char *yaml = MESSAGE_CALL ("\"</title><script>alert(2)</script>\xe2\x80\xae%s%n\"",
                                   "\"<img src=x>\xe2\x80\xae%s%n\"", "\"<b>%s%n\"");

  return work_message (yaml, HOSTILE "|" HOSTILE "|" HOSTILE "|urgent|" HOSTILE);
}

static void
assert_well_formed (const char *html)
{
  const GMarkupParser parser = { 0 };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, html, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
test_html (void)
{
  g_autoptr (DeskScorecard) plain_card = work_plain ();
  g_autoptr (DeskScorecard) hostile_card = work_hostile ();
  g_autofree char *plain_html = desk_report_to_string (plain_card, DESK_REPORT_HTML);
  g_autofree char *hostile_html = desk_report_to_string (hostile_card, DESK_REPORT_HTML);
  const char *const never[] = { "<script", "<img", "<b>", "\xe2\x80\xae", "\x1b" };
  const char *const always[] = { "&lt;script&gt;alert(1)", "&lt;script&gt;alert(2)", "&lt;img src",
                                 "&lt;b&gt;%s%n", "%s%n" };

  assert_well_formed (plain_html);
  assert_well_formed (hostile_html);
  for (guint n = 0; n < G_N_ELEMENTS (never); n++)
    g_assert_null (strstr (hostile_html, never[n]));
  for (guint n = 0; n < G_N_ELEMENTS (always); n++)
    g_assert_nonnull (strstr (hostile_html, always[n]));
  g_assert_null (strstr (plain_html, "http:"));
  g_assert_null (strstr (plain_html, "https:"));
  g_assert_nonnull (strstr (plain_html, "said what must not be said"));
}

static void
test_text (void)
{
  g_autoptr (DeskScorecard) plain_card = work_plain ();
  g_autoptr (DeskScorecard) hostile_card = work_hostile ();
  g_autofree char *plain_text = desk_report_to_string (plain_card, DESK_REPORT_TEXT);
  g_autofree char *hostile_text = desk_report_to_string (hostile_card, DESK_REPORT_TEXT);

  g_test_message ("%s", plain_text);
  g_assert_null (strchr (hostile_text, '\x1b'));
  g_assert_null (strstr (hostile_text, "\xe2\x80\xae"));
  g_assert_nonnull (strstr (hostile_text, "%s%n"));
  g_assert_nonnull (strstr (hostile_text, "extra_time"));
  g_assert_nonnull (strstr (plain_text, "Not passed: 25.00 of 100 points (70 needed), and a "
                                        "critical failure in call 1 (Ola)."));
  g_assert_nonnull (strstr (plain_text, "02:05 on hold without asking"));
  g_assert_true (g_utf8_validate (hostile_text, -1, NULL));
}

/* Every report tells how a call's points came about, in the same words; the figures are worked above
 * test_json(). */
static void
test_points_add_up (void)
{
  static const char *const words[] = {
    "Together 60 of 60 points. No message was due, so that these make up the whole: 100 of 100. "
    "The critical failure leaves 25 of them.",
    "Outcome: put through to Fay Reed. Expected: put through to Beth Ames. A wrong outcome earns 50 "
    "at most.",
    "Together 33.25 of 60 points. No message was due, so that these make up the whole: 55.42 of 100. "
    "The wrong outcome leaves 50 of them.",
    "25 of 30 points",
    "8.25 of 30 points, 2.75 of 10 marks",
    "0.75 of 1",
    "A call that was never answered earns nothing.",
  };
  g_autoptr (DeskScorecard) card = work_plain ();
  g_autofree char *text = desk_report_to_string (card, DESK_REPORT_TEXT);
  g_autofree char *html = desk_report_to_string (card, DESK_REPORT_HTML);

  for (guint n = 0; n < G_N_ELEMENTS (words); n++) {
    g_test_message ("%s", words[n]);
    g_assert_nonnull (strstr (text, words[n]));
    g_assert_nonnull (strstr (html, words[n]));
  }
}

static void
test_unfinished_call (void)
{
  g_autoptr (Shift) shift = shift_new (plain, DESK_MODE_PRACTICE);
  g_autoptr (DeskScorecard) card = NULL;
  g_autofree char *text = NULL;

  shift_work (shift, 0, "9000 answer 1\n9800 say 1 greet\n");
  shift_finish (shift, TRUE);
  card = shift_score (shift);
  text = desk_report_to_string (card, DESK_REPORT_TEXT);
  g_assert_nonnull (strstr (text, "Outcome: unfinished. Expected: declined. A call that was not "
                                  "brought to its end earns nothing, whatever its parts came to."));
  g_assert_null (strstr (text, "Together"));
}

/* What the caller heard, beside the key that was pressed. */
static void
test_course_has_the_words (void)
{
  static const char yaml[] =
      HEAD "title: T\ngreeting: \"Harbour Print, {trainee} speaking.\"\n"
           "people:\n  - {id: fay, name: Fay, extension: 201}\n"
           "phrases:\n  - {id: hours, label: We open at nine}\n"
           "calls:\n  - {id: one, at: 0, caller: {given: Ann}, says: {opening: {text: Hello}},"
           " expect: {do: inform, say: [hours]}}\n";
  static const char *const words[] = {
    "Greet: “Harbour Print, Kim speaking.”",
    ">We open at nine<",
    "Say goodbye: “Thank you for calling. Goodbye.”",
  };
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);
  g_autoptr (DeskScorecard) card = NULL;
  g_autofree char *html = NULL;

  shift_work (shift, 0,
              "1000 answer 1\n1500 say 1 greet\n5000 say 1 hours\n6000 say 1 goodbye\n"
              "9000 release 1\n");
  card = shift_end (shift);
  html = desk_report_to_string (card, DESK_REPORT_HTML);
  for (guint n = 0; n < G_N_ELEMENTS (words); n++)
    g_assert_nonnull (strstr (html, words[n]));
  g_assert_null (strstr (html, "rang again"));
}

static void
test_repeated_call (void)
{
  g_autoptr (Shift) shift = shift_new (plain, DESK_MODE_GUIDED);
  g_autoptr (DeskScorecard) card = NULL;
  g_autofree char *text = NULL;

  shift_work (shift, 0, "90000 repeat sale\n91000 answer 1\n91500 say 1 greet\n92000 release 1\n");
  shift_finish (shift, TRUE);
  card = shift_score (shift);
  text = desk_report_to_string (card, DESK_REPORT_TEXT);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "at most. The call was missed at first, and rang again at the "
                                  "trainee’s request."));
}

static void
test_wrong_recipient (void)
{
  static const char yaml[] =
      HEAD "title: T\n"
           "people:\n  - {id: fay, name: Fay, extension: 201}\n"
           "  - {id: eve, name: Eve, extension: 202}\n"
           "calls:\n  - {id: one, at: 0, caller: {given: Ann}, says: {opening: {text: Hello}},"
           " expect: {do: message, to: fay, message: Hello}}\n";
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);
  g_autoptr (DeskScorecard) card = NULL;
  g_autofree char *text = NULL;

  shift_work (shift, 0,
              "1000 answer 1\n1500 say 1 greet\n5000 message one|eve|Ann||||\n"
              "6000 say 1 goodbye\n9000 release 1\n");
  card = shift_end (shift);
  text = desk_report_to_string (card, DESK_REPORT_TEXT);
  g_assert_nonnull (
      strstr (text, "Outcome: message taken for Eve. Expected: message taken for Fay. A wrong"));
}

/* As exact as matters. */
static void
test_absence (void)
{
  static const struct {
    gint64 away_ms;
    const char *words;
  } absences[] = {
    { 20000, "went on after 20 seconds." }, { 400, "went on after 1 second." },
    { 59499, "went on after 59 seconds." }, { 60000, "went on after 1 minute." },
    { 100000, "went on after 2 minutes." }, { 7200000, "went on after 2 hours." },
  };

  for (guint n = 0; n < G_N_ELEMENTS (absences); n++) {
    const DeskInterruption interruption = { 5000, absences[n].away_ms };
    g_autoptr (DeskScorecard) card = work_plain ();
    g_autofree char *words = NULL;

    g_array_append_val (card->shift->interruptions, interruption);
    words = desk_words_caution (card);
    g_assert_nonnull (strstr (words, absences[n].words));
  }
}

static void
test_tame (void)
{
  static const char *const texts[][2] = {
    { "Åsa \"%s\"", "Åsa \"%s\"" },
    { "a\x1b[1m", "a\xef\xbf\xbd[1m" },
    { "a\xe2\x81\xa6z", "a\xef\xbf\xbdz" },
    { "\x7f", "\xef\xbf\xbd" },
    { "\xc2\x9b", "\xef\xbf\xbd" },
    { "two\nlines", "two\nlines" },
    { "\xff", "\xef\xbf\xbd" },
    { "\xef\xbf\xbf", "\xef\xbf\xbd" },     /* U+FFFF */
    { "\xef\xb7\x90", "\xef\xbf\xbd" },     /* U+FDD0 */
    { "\xf0\x9f\xbf\xbe", "\xef\xbf\xbd" }, /* U+1FFFE */
  };

  for (guint n = 0; n < G_N_ELEMENTS (texts); n++) {
    g_autofree char *tame = desk_words_tame (texts[n][0]);

    g_assert_cmpstr (tame, ==, texts[n][1]);
  }
}

static void
test_tame_marks (void)
{
  g_autoptr (GString) pile = g_string_new ("a");
  g_autofree char *tame = NULL;

  for (guint n = 0; n < 1000; n++)
    g_string_append (pile, "\xcc\x80");
  g_string_append (pile, "b\xcc\x80");
  tame = desk_words_tame (pile->str);
  g_assert_cmpuint (strlen (tame), ==, 1 + 2 * 30 + 3);
  g_assert_true (g_str_has_suffix (tame, "\xcc\x80"
                                         "b\xcc\x80"));
}

static void
test_pdf (void)
{
  g_autoptr (DeskScorecard) card = work_hostile ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = desk_report_write (card, DESK_REPORT_PDF, NULL, NULL, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (pdf, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (strncmp (data, "%PDF-", 5) == 0);
  g_assert_nonnull (g_strrstr_len (data + length - 16, 16, "%%EOF"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/json", test_json);
  g_test_add_func ("/report/json-of-a-message", test_json_of_a_message);
  g_test_add_func ("/report/csv-cells", test_csv_cells);
  g_test_add_func ("/report/csv", test_csv);
  g_test_add_func ("/report/html", test_html);
  g_test_add_func ("/report/text", test_text);
  g_test_add_func ("/report/points-add-up", test_points_add_up);
  g_test_add_func ("/report/unfinished-call", test_unfinished_call);
  g_test_add_func ("/report/course-has-the-words", test_course_has_the_words);
  g_test_add_func ("/report/repeated-call", test_repeated_call);
  g_test_add_func ("/report/wrong-recipient", test_wrong_recipient);
  g_test_add_func ("/report/absence", test_absence);
  g_test_add_func ("/report/tame", test_tame);
  g_test_add_func ("/report/tame-marks", test_tame_marks);
  g_test_add_func ("/report/pdf", test_pdf);
  return g_test_run ();
}
