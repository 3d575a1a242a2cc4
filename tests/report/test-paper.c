/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include "report/call-words.h"
#include "report/lessons.h"
#include "report/paper.h"
#include "report/report.h"
#include "report/words.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is on the pages of a PDF, as another program reads them. */

#define N_CALLS 40

/* A caller whose name no other has, in letters. */
static char *
surname_of (guint n)
{
  return g_strdup_printf ("Q%c%c%cson", 'a' + n / 676 % 26, 'a' + n / 26 % 26, 'a' + n % 26);
}

static guint
number_of (guint call, guint fact)
{
  return 1000 + 7 * call + fact;
}

/* Every call leaves a message of one to six facts, each a number of its own; with a line that is
 * long in some of them. */
static char *
make_scenario (guint n_calls, gboolean with_facts)
{
  GString *yaml =
      g_string_new ("format: 1\nlanguage: en\ncountry: gb\nlines: 2\nduration: 600:00\n"
                    "organisation: Harbour Print\ntitle: A long day\n"
                    "people:\n  - {id: free, name: Fay Reed, extension: 201}\ncalls:\n");

  for (guint n = 0; n < n_calls; n++) {
    g_autofree char *surname = surname_of (n);
    g_autoptr (GString) said = g_string_new (NULL);
    g_autoptr (GString) facts = g_string_new (NULL);

    for (guint fact = 0; with_facts && fact < 1 + n % 6; fact++) {
      g_string_append_printf (said, " %u and", number_of (n, fact));
      g_string_append_printf (facts, "{number: \"%u\"},", number_of (n, fact));
    }
    g_string_append_printf (
        yaml,
        "  - {id: c%u, at: %u, patience: {ringing: 5}, caller: {given: Ann, surname: %s}, says: "
        "{opening: {text: \"Tell him%s so\"}}, expect: {do: message, to: free, "
        "message: \"Tell him%s so\"%s%s%s}}\n",
        n, 1 + 10 * n, surname, said->str, said->str, facts->len > 0 ? ", facts: [" : "",
        facts->str, facts->len > 0 ? "]" : "");
  }
  return g_string_free (yaml, FALSE);
}

/* Every third caller gives up. */
static gboolean
is_answered (guint n)
{
  return n % 3 != 2;
}

static DeskScorecard *
work (guint n_calls, const char *text)
{
  g_autofree char *yaml = make_scenario (n_calls, TRUE);
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);

  for (guint n = 0; n < n_calls; n++) {
    g_autofree char *surname = surname_of (n);
    g_autofree char *commands = g_strdup_printf (
        "2000 answer 1\n3000 say 1 greet\n5000 message c%u|free|Ann %s|||urgent|%s\n6000 release 1\n",
        n, surname, text);

    if (is_answered (n))
      shift_work (shift, 10000 * n, commands);
  }
  return shift_end (shift);
}

static GBytes *
make_pdf (const DeskScorecard *card, const char *paper)
{
  const DeskReportOptions options = { .paper = desk_paper_size_find (paper) };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = desk_report_write (card, DESK_REPORT_PDF, &options, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* What a program of poppler says of a PDF. */
static char *
ask (const char *program, const char *option, GBytes *pdf)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  const int fd = g_file_open_tmp ("frontdesk-XXXXXX.pdf", &path, &error);
  const char *const argv[] = { program, option, path, "-", NULL };
  const char *const info[] = { program, path, NULL };
  char *output = NULL;

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) (option != NULL ? argv : info), NULL, G_SPAWN_SEARCH_PATH, NULL,
                NULL, &output, NULL, NULL, &error);
  g_unlink (path);
  g_assert_no_error (error);
  return output;
}

/* A page each, and an empty one. */
static GStrv
pages_of (GBytes *pdf)
{
  g_autofree char *text = ask ("pdftotext", "-raw", pdf);

  return g_strsplit (text, "\f", -1);
}

static gboolean
has_poppler (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftotext");

  if (path == NULL)
    g_test_skip ("poppler-utils is not installed");
  return path != NULL;
}

static void
test_sizes (void)
{
  static const char *const sizes[][2] = { { "a4", "595.276 x 841.89 pts (A4)" },
                                          { "letter", "612 x 792 pts (letter)" } };
  g_autoptr (DeskScorecard) card = NULL;

  if (!has_poppler ())
    return;
  card = work (3, "Tell him");
  for (guint n = 0; n < G_N_ELEMENTS (sizes); n++) {
    g_autoptr (GBytes) pdf = make_pdf (card, sizes[n][0]);
    g_autofree char *info = ask ("pdfinfo", NULL, pdf);

    g_assert_nonnull (strstr (info, sizes[n][1]));
    g_assert_nonnull (strstr (info, "A long day"));
    g_assert_nonnull (strstr (info, "Author:          Kim"));
    g_assert_nonnull (strstr (info, "Creator:         Frontdesk"));
  }
}

/* The one page with `text`; fails when there is none or a second. */
static guint
page_with (GStrv pages, const char *text)
{
  guint found = G_MAXUINT;

  for (guint n = 0; pages[n] != NULL; n++) {
    if (strstr (pages[n], text) == NULL)
      continue;
    g_assert_cmpuint (found, ==, G_MAXUINT);
    found = n;
  }
  if (found == G_MAXUINT)
    g_error ("“%s” is on no page", text);
  return found;
}

static void
check_call (GStrv pages, guint n)
{
  g_autofree char *surname = surname_of (n);
  g_autofree char *heading = g_strdup_printf ("\n%u. Ann %s", n + 1, surname);
  g_autofree char *first = g_strdup_printf ("\nnumber %u ", number_of (n, 0));
  g_autofree char *last = g_strdup_printf ("\nnumber %u ", number_of (n, n % 6));
  g_autofree char *advice = g_strdup_printf ("Write %u down", number_of (n, n % 6));
  const guint page = page_with (pages, heading);

  if (!is_answered (n))
    return;
  g_assert_cmpuint (page_with (pages, first), ==, page);
  g_assert_cmpuint (page_with (pages, last), ==, page);
  g_assert_cmpuint (page_with (pages, advice), ==, page);
}

static void
check_calls_are_whole (const DeskScorecard *card, const char *paper)
{
  g_autoptr (GBytes) pdf = make_pdf (card, paper);
  g_auto (GStrv) pages = pages_of (pdf);
  const guint n_pages = g_strv_length (pages) - 1;

  for (guint n = 0; n < N_CALLS; n++)
    check_call (pages, n);
  for (guint n = 0; n < n_pages; n++) {
    g_autofree char *foot = g_strdup_printf ("Page %u of %u", n + 1, n_pages);

    g_assert_nonnull (strstr (pages[n], foot));
    g_assert_null (strstr (pages[n], "(continued)"));
  }
  /* Some pages have two calls on them. */
  g_assert_cmpuint (n_pages, <, N_CALLS);
}

static void
test_calls_are_whole (void)
{
  g_autoptr (DeskScorecard) card = NULL;

  if (!has_poppler ())
    return;
  card = work (N_CALLS, "Somebody rang about something, and will be here all afternoon.");
  check_calls_are_whole (card, "a4");
  check_calls_are_whole (card, "letter");
}

/* Without any white space, since lines are broken where they happen to be. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (squeezed, g_utf8_get_char (at));
  }
  return g_string_free (squeezed, FALSE);
}

static void
assert_has (const char *squeezed, const char *text)
{
  g_autofree char *wanted = squeeze (text);

  if (strstr (squeezed, wanted) == NULL)
    g_error ("“%s” is missing in: %s", text, squeezed);
}

static void
assert_has_remark (const char *squeezed, const DeskRemark *remark)
{
  g_autofree char *words = desk_remark_to_words (remark);

  assert_has (squeezed, words);
}

static void
check_message_is_told (const char *squeezed, const DeskSlipScore *message)
{
  for (guint field = 0; field < DESK_N_FIELDS; field++) {
    if (!message->fields[field].applies || message->fields[field].value >= 1)
      continue;
    assert_has_remark (squeezed, message->fields[field].evidence);
    assert_has_remark (squeezed, message->fields[field].advice);
  }
  for (gsize n = 0; n < message->n_facts; n++) {
    assert_has_remark (squeezed, message->facts[n].fact);
    assert_has_remark (squeezed, message->facts[n].evidence);
    assert_has_remark (squeezed, message->facts[n].advice);
  }
}

static void
check_call_is_told (const char *squeezed, const DeskScorecard *card, const DeskCallScore *score)
{
  g_autofree char *came_to = desk_words_came_to (card->scenario, score);
  g_autofree char *sum = desk_words_sum (card->scenario, score);
  g_autofree char *points = g_strdup_printf ("%.2f", desk_round_2 (score->score));

  assert_has (squeezed, points);
  assert_has (squeezed, score->call->id);
  assert_has (squeezed, came_to);
  if (sum != NULL)
    assert_has (squeezed, sum);
  assert_has_remark (squeezed, score->response_evidence);
  assert_has_remark (squeezed, score->response_advice);
  for (guint n = 0; n < score->n_checks; n++) {
    assert_has_remark (squeezed, score->checks[n].evidence);
    assert_has_remark (squeezed, score->checks[n].advice);
  }
  if (score->message != NULL)
    check_message_is_told (squeezed, score->message);
}

static void
check_lessons_are_told (const char *squeezed, const DeskScorecard *card)
{
  g_autoptr (GPtrArray) lessons = desk_lessons_new (card);

  g_assert_cmpuint (lessons->len, >, 0);
  for (guint n = 0; n < lessons->len; n++) {
    const DeskLesson *lesson = lessons->pdata[n];

    assert_has (squeezed, lesson->kind);
    assert_has (squeezed, lesson->cost);
    assert_has (squeezed, lesson->advice);
  }
}

static void
test_all_is_told (void)
{
  g_autoptr (DeskScorecard) card = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;
  g_autofree char *verdict = NULL;
  g_autoptr (GPtrArray) totals = NULL;

  if (!has_poppler ())
    return;
  card = work (6, "Tell him 1001 so");
  pdf = make_pdf (card, "a4");
  text = ask ("pdftotext", "-raw", pdf);
  squeezed = squeeze (text);
  verdict = desk_words_verdict (card);
  assert_has (squeezed, verdict);
  totals = desk_words_totals (card);
  for (guint n = 0; n < totals->len; n++) {
    const DeskWordsRow *row = totals->pdata[n];

    assert_has (squeezed, row->label);
    assert_has (squeezed, row->value);
  }
  check_lessons_are_told (squeezed, card);
  for (guint n = 0; n < card->n_calls; n++)
    check_call_is_told (squeezed, card, &card->calls[n]);
}

/* Bookmarks for the summary, the calls and each call, and links from the timeline to where these
 * are. */
static void
test_ways_to_calls (void)
{
  g_autoptr (DeskScorecard) card = work (3, "Tell him");
  g_autoptr (GBytes) pdf = make_pdf (card, "a4");
  gsize length;
  const char *bytes = g_bytes_get_data (pdf, &length);
  const char *const wanted[] = { "/Outlines ", "/Subtype /Link", "(call-0)",        "(call-1)",
                                 "(call-2)",   "(The calls)",    "(2. Ann Qaabson)" };

  for (guint n = 0; n < G_N_ELEMENTS (wanted); n++)
    g_assert_nonnull (memmem (bytes, length, wanted[n], strlen (wanted[n])));
}

/* A megabyte of note, of what is hard to set: no spaces, another direction, pictures, marks that
 * pile up, what a terminal obeys. */
static void
test_hostile_notes (void)
{
  static const char *const pieces[] = {
    "long words and short ", "x", "שלום ", "😀", "e\xcc\x81\xcc\x82\xcc\x83", "\x1b[2J\xe2\x80\xae",
  };

  for (guint n = 0; n < G_N_ELEMENTS (pieces); n++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (DeskScorecard) card = NULL;
    g_autoptr (GBytes) pdf = NULL;
    g_autofree char *read = NULL;
    g_autofree char *squeezed = NULL;
    gint64 begun_us;

    while (text->len < 1024 * 1024)
      g_string_append (text, pieces[n]);
    card = work (1, text->str);
    begun_us = g_get_monotonic_time ();
    pdf = make_pdf (card, "a4");
    g_test_message ("%u: %d ms", n, (int) ((g_get_monotonic_time () - begun_us) / 1000));
    g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 5 * G_USEC_PER_SEC);
    if (!has_poppler ())
      return;
    read = ask ("pdftotext", "-raw", pdf);
    squeezed = squeeze (read);
    assert_has (squeezed, "cut here, there are");
    g_assert_null (strchr (read, '\x1b'));
  }
}

/* A note of some pages: every page of it says whose call it is. */
static void
test_long_call_goes_on (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DeskScorecard) card = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_continued = 0;

  if (!has_poppler ())
    return;
  while (text->len < 4000 - 10)
    g_string_append (text, "W W W W W ");
  card = work (1, text->str);
  pdf = make_pdf (card, "letter");
  pages = pages_of (pdf);
  g_assert_nonnull (strstr (pages[1], "\n1. Ann Qaaason"));
  for (guint n = 2; n + 1 < g_strv_length (pages); n++) {
    g_assert_nonnull (strstr (pages[n], "\n1. Ann Qaaason (continued)"));
    n_continued++;
  }
  g_assert_cmpuint (n_continued, >=, 1);
}

/* On any paper: what is laid out for a printer. */
static void
test_any_paper (void)
{
  static const double sizes[][2] = { { 298, 420 }, { 842, 595 }, { 842, 1191 },
                                     { 150, 900 }, { 900, 150 }, { 60, 60 } };
  g_autoptr (DeskScorecard) card = work (4, "Tell him");

  for (guint n = 0; n < G_N_ELEMENTS (sizes); n++) {
    g_autoptr (DeskPaper) paper = desk_paper_new (card, sizes[n][0], sizes[n][1]);
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cairo = cairo_create (surface);
    double x, y, width, height;

    while (desk_paper_lay_out_next (paper))
      continue;
    for (guint page = 0; page < desk_paper_n_pages (paper); page++)
      desk_paper_draw (paper, page, cairo, FALSE);
    g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
    cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
    g_assert_cmpfloat (x, >, 0);
    g_assert_cmpfloat (y, >, 0);
    g_assert_cmpfloat (x + width, <, sizes[n][0]);
    g_assert_cmpfloat (y + height, <, sizes[n][1]);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
  }
}

/* Progress and the end of it. */

typedef struct {
  GCancellable *cancellable; /* owned */
  double stop_at;
  double last;
  guint n_told;
  guint n_risen;
} Watch;

static void
on_told (double fraction, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_false (g_cancellable_is_cancelled (watch->cancellable));
  watch->n_told++;
  watch->n_risen += fraction > watch->last;
  watch->last = fraction;
  if (fraction >= watch->stop_at)
    g_cancellable_cancel (watch->cancellable);
}

static DeskScorecard *
score_nobody (guint n_calls)
{
  g_autofree char *yaml = make_scenario (n_calls, FALSE);
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);

  return shift_end (shift);
}

static void
test_progress (gconstpointer data)
{
  const DeskReportFormat format = GPOINTER_TO_UINT (data);
  g_autoptr (DeskScorecard) card = score_nobody (2000);
  Watch watch = { g_cancellable_new (), 2, 0, 0, 0 };
  const DeskReportOptions options = { .tell = on_told, .tell_data = &watch };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) report = desk_report_write (card, format, &options, watch.cancellable, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  g_assert_cmpuint (watch.n_risen, >=, 100);
  g_assert_cmpfloat (watch.last, ==, 1);
  g_object_unref (watch.cancellable);
}

static void
test_cancel (gconstpointer data)
{
  const DeskReportFormat format = GPOINTER_TO_UINT (data);
  static const double stops[] = { 0, .2, .45, .8 };
  g_autoptr (DeskScorecard) card = score_nobody (200);

  for (guint n = 0; n < G_N_ELEMENTS (stops); n++) {
    Watch watch = { g_cancellable_new (), stops[n], 0, 0, 0 };
    const DeskReportOptions options = { .tell = on_told, .tell_data = &watch };
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) report = NULL;

    /* JSON is told of until it is half done, and then written at one go. */
    if (format == DESK_REPORT_JSON && stops[n] > .5)
      watch.stop_at = .49;
    report = desk_report_write (card, format, &options, watch.cancellable, &error);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_null (report);
    g_assert_cmpfloat (watch.last, <, stops[n] + .02);
    g_object_unref (watch.cancellable);
  }
}

/* The same on several threads at once, which share a scorecard and the library's fonts. */
static gpointer
write_in_thread (gpointer card)
{
  return make_pdf (card, "a4");
}

static void
test_threads (void)
{
  g_autoptr (DeskScorecard) card = work (5, "Tell him");
  GThread *threads[4];
  gsize length = 0;

  for (guint n = 0; n < G_N_ELEMENTS (threads); n++)
    threads[n] = g_thread_new ("report", write_in_thread, card);
  for (guint n = 0; n < G_N_ELEMENTS (threads); n++) {
    g_autoptr (GBytes) pdf = g_thread_join (threads[n]);

    g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
    if (n > 0)
      g_assert_cmpuint (g_bytes_get_size (pdf), ==, length);
    length = g_bytes_get_size (pdf);
  }
}

static void
test_formats (void)
{
  DeskReportFormat format;

  for (guint n = 0; n < DESK_N_REPORT_FORMATS; n++) {
    const DeskReportKind *kind = desk_report_kind ((DeskReportFormat) n);

    g_assert_true (desk_report_format_from_name (kind->name, &format));
    g_assert_cmpint (format, ==, n);
  }
  g_assert_false (desk_report_format_from_name ("docx", &format));
}

static void
add_for_each_format (const char *name, GTestDataFunc test)
{
  for (guint n = 0; n < DESK_N_REPORT_FORMATS; n++) {
    g_autofree char *path =
        g_strdup_printf ("/paper/%s/%s", name, desk_report_kind ((DeskReportFormat) n)->name);

    g_test_add_data_func (path, GUINT_TO_POINTER (n), test);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/formats", test_formats);
  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/calls-are-whole", test_calls_are_whole);
  g_test_add_func ("/paper/all-is-told", test_all_is_told);
  g_test_add_func ("/paper/ways-to-calls", test_ways_to_calls);
  g_test_add_func ("/paper/hostile-notes", test_hostile_notes);
  g_test_add_func ("/paper/long-call-goes-on", test_long_call_goes_on);
  g_test_add_func ("/paper/any-paper", test_any_paper);
  g_test_add_func ("/paper/threads", test_threads);
  add_for_each_format ("progress", test_progress);
  add_for_each_format ("cancel", test_cancel);
  return g_test_run ();
}
