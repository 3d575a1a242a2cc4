/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/writers.h"

#include "report/call-words.h"
#include "report/course.h"
#include "report/difference.h"
#include "report/headlines.h"
#include "report/html.h"
#include "report/lessons.h"
#include "report/timeline-svg.h"
#include "report/words.h"

#include <glib/gi18n-lib.h>

/* The heading of a row, with a sign that grey keeps and a word for those who do not see it. */
static void
append_marked_heading (GString *html, double value, const char *text)
{
  const char *grade = value >= 1 ? "good" : value > 0 ? "partly" : "bad";
  const char *sign = value >= 1 ? "✓" : value > 0 ? "◐" : "✗";
  const char *word = value >= 1 ? _ ("right") : value > 0 ? _ ("partly right") : _ ("wrong");

  g_string_append_printf (html,
                          "<th scope=\"row\" class=\"%s\"><span role=\"img\" aria-label=\"%s\">%s"
                          "</span>&#160;",
                          grade, word, sign);
  desk_html_text (html, text);
  g_string_append (html, "</th>");
}

/* Evidence and, where marks were lost, advice under it. */
static void
append_remarks (GString *html,
                const char *tag,
                const DeskRemark *evidence,
                const DeskRemark *advice)
{
  g_autofree char *words = desk_remark_to_words (evidence);

  g_string_append_printf (html, "<%s class=\"evidence\">", tag);
  desk_html_text (html, words);
  if (advice != NULL) {
    g_autofree char *better = desk_remark_to_words (advice);

    g_string_append (html, "<span class=\"advice\">");
    desk_html_text (html, better);
    g_string_append (html, "</span>");
  }
  g_string_append_printf (html, "</%s>", tag);
}

static void
append_number_cell (GString *html, double value)
{
  g_string_append_printf (html, "<td class=\"number\">%.2f</td>", desk_round_2 (value));
}

static void
append_fact_of_session (GString *html, const char *label, const char *text)
{
  g_string_append (html, "<div>");
  desk_html_element (html, "dt", "", label);
  desk_html_element (html, "dd", "", text);
  g_string_append (html, "</div>\n");
}

static void
append_headlines (GString *html, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) headlines = desk_headlines_new (scorecard);

  g_string_append (html, "\n<div class=\"headlines\">\n");
  for (guint n = 0; n < headlines->len; n++) {
    const DeskHeadline *headline = g_ptr_array_index (headlines, n);

    g_string_append_printf (html, "<section%s>",
                            n == DESK_HEADLINE_HANDLING ? " class=\"beside\"" : "");
    desk_html_element (html, "h2", "", headline->name);
    desk_html_element (html, "p", " class=\"figure\"", headline->figure);
    desk_html_element (html, "p", " class=\"note\"", headline->words);
    g_string_append (html, "</section>\n");
  }
  g_string_append (html, "</div>\n");
}

static void
append_lessons (GString *html, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) lessons = desk_lessons_new (scorecard);

  desk_html_element (html, "h2", "", _ ("What cost most"));
  if (lessons->len == 0) {
    desk_html_element (html, "p", "", _ ("Nothing: every point was earned."));
    return;
  }
  g_string_append (html, "\n<ol>\n");
  for (guint n = 0; n < lessons->len; n++) {
    const DeskLesson *lesson = g_ptr_array_index (lessons, n);

    g_string_append (html, "<li>");
    desk_html_element (html, "strong", "", lesson->kind);
    g_string_append (html, ": ");
    desk_html_element (html, "span", " class=\"note\"", lesson->cost);
    desk_html_element (html, "span", " class=\"advice\"", lesson->advice);
    g_string_append (html, "</li>\n");
  }
  g_string_append (html, "</ol>\n");
}

static void
append_session (GString *html, const DeskScorecard *scorecard)
{
  g_autofree char *verdict = desk_words_verdict (scorecard);
  g_autofree char *caution = desk_words_caution (scorecard);
  g_autofree char *started = desk_words_started (scorecard->header);
  g_autofree char *meaning = desk_words_meaning (scorecard);

  desk_html_element (html, "h1", "", scorecard->scenario->title);
  desk_html_element (
      html, "p", scorecard->passed ? " class=\"verdict good\"" : " class=\"verdict bad\"", verdict);
  if (caution != NULL)
    desk_html_element (html, "p", " class=\"note\"", caution);
  g_string_append (html, "\n<dl class=\"session\">\n");
  append_fact_of_session (html, _ ("Trainee"), scorecard->header->trainee);
  append_fact_of_session (html, _ ("Started"), started);
  append_fact_of_session (html, _ ("Mode"), desk_words_mode (scorecard->header->mode));
  append_fact_of_session (html, _ ("Overall grade"), desk_words_band (scorecard->band));
  g_string_append (html, "</dl>\n");
  desk_html_element (html, "p", "", meaning);
  append_headlines (html, scorecard);
}

static void
append_totals (GString *html, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) rows = desk_words_totals (scorecard);

  desk_html_element (html, "h2", "", _ ("Figures"));
  g_string_append (html, "\n<dl class=\"totals\">\n");
  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsRow *row = g_ptr_array_index (rows, n);

    append_fact_of_session (html, row->label, row->value);
  }
  g_string_append (html, "</dl>\n");
}

static void
append_timeline (GString *html, const DeskScorecard *scorecard)
{
  desk_html_element (html, "h2", "", _ ("The shift"));
  g_string_append_c (html, '\n');
  desk_timeline_append_svg (scorecard, html);
}

/* `headings` end with NULL. */
static void
open_table (GString *html, const char *caption, const char *const *headings)
{
  g_string_append (html, "\n<table>\n");
  desk_html_element (html, "caption", "", caption);
  g_string_append (html, "\n<thead><tr>");
  for (guint n = 0; headings[n] != NULL; n++)
    desk_html_element (html, "th", " scope=\"col\"", headings[n]);
  g_string_append (html, "</tr></thead>\n<tbody>\n");
}

static void
close_table (GString *html)
{
  g_string_append (html, "</tbody>\n</table>\n");
}

static void
append_checks (GString *html, const DeskScenario *scenario, const DeskCallScore *score)
{
  const char *const headings[] = { _ ("Item"), _ ("Marks"), _ ("Evidence"), NULL };
  g_autofree char *part = desk_words_handling (scenario, score);
  g_autofree char *caption = g_strdup_printf ("%s: %s", _ ("Handling"), part);

  open_table (html, caption, headings);
  for (guint n = 0; n < score->n_checks; n++) {
    const DeskCheck *check = &score->checks[n];
    g_autofree char *marks = desk_words_marks (check);

    g_string_append (html, "<tr>");
    append_marked_heading (html, check->value, desk_words_item (check->item));
    desk_html_element (html, "td", " class=\"number\"", marks);
    append_remarks (html, "td", check->evidence, check->advice);
    g_string_append (html, "</tr>\n");
  }
  close_table (html);
}

/* A cell of the slip; what differs is marked in a way that grey and a screen reader keep. */
static void
append_marked (GString *html, const char *text, const GArray *spans)
{
  gsize at = 0;

  g_string_append (html, "<td class=\"written\"><bdi>");
  for (guint n = 0; spans != NULL && n < spans->len; n++) {
    const DeskSpan *span = &g_array_index (spans, DeskSpan, n);
    g_autofree char *same = g_strndup (text + at, span->start - at);
    g_autofree char *different = g_strndup (text + span->start, span->end - span->start);

    desk_html_escaped (html, same);
    g_string_append (html, "<mark>");
    desk_html_escaped (html, different);
    g_string_append (html, "</mark>");
    at = span->end;
  }
  desk_html_escaped (html, text + at);
  g_string_append (html, "</bdi></td>");
}

static void
append_compared (GString *html, const DeskWordsField *row)
{
  g_autofree char *written = desk_words_tame (row->written);
  g_autofree char *expected = desk_words_tame (row->expected);
  g_autoptr (GArray) in_written = NULL;
  g_autoptr (GArray) in_expected = NULL;

  desk_words_compare (row, written, expected, &in_written, &in_expected);
  append_marked (html, written, in_written);
  append_marked (html, expected, in_expected);
}

static void
append_slip (GString *html, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  const char *const headings[] = { _ ("Field"),           _ ("Value"),    _ ("As written"),
                                   _ ("As it should be"), _ ("Evidence"), NULL };
  g_autoptr (GPtrArray) rows = desk_words_fields (scorecard, score);
  g_autofree char *part =
      desk_words_part (score->message->value, scorecard->scenario->weight_message);
  g_autofree char *caption = g_strdup_printf ("%s: %s", _ ("Message"), part);

  open_table (html, caption, headings);
  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsField *row = g_ptr_array_index (rows, n);

    g_string_append (html, "<tr>");
    append_marked_heading (html, row->value, desk_words_field (row->field));
    append_number_cell (html, row->value);
    append_compared (html, row);
    append_remarks (html, "td", row->evidence, row->advice);
    g_string_append (html, "</tr>\n");
  }
  close_table (html);
}

static void
append_facts (GString *html, const DeskSlipScore *message)
{
  const char *const headings[] = { _ ("Fact"), _ ("Found"), _ ("Weight"), _ ("Evidence"), NULL };

  if (message->n_facts == 0)
    return;
  open_table (html, _ ("Facts"), headings);
  for (gsize n = 0; n < message->n_facts; n++) {
    const DeskFactScore *fact = &message->facts[n];
    g_autofree char *name = desk_remark_to_words (fact->fact);

    g_string_append (html, "<tr>");
    append_marked_heading (html, fact->value, name);
    desk_html_element (html, "td", "", desk_words_fact_value (fact->value));
    g_string_append_printf (html, "<td class=\"number\">%g</td>", fact->weight);
    append_remarks (html, "td", fact->evidence, fact->advice);
    g_string_append (html, "</tr>\n");
  }
  close_table (html);
}

static void
append_parts (GString *html, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  const DeskFieldScore *unlogged = desk_words_unlogged (score);

  append_checks (html, scorecard->scenario, score);
  if (score->message == NULL)
    return;
  if (unlogged != NULL)
    append_remarks (html, "p", unlogged->evidence, unlogged->advice);
  append_slip (html, scorecard, score);
  if (unlogged == NULL)
    append_facts (html, score->message);
}

static void
append_response (GString *html, const DeskScenario *scenario, const DeskCallScore *score)
{
  g_autofree char *part = desk_words_part (score->response_value, scenario->weight_response);
  g_autofree char *response = g_strdup_printf ("%s: %s", _ ("Response"), part);

  desk_html_element (html, "h4", "", response);
  append_remarks (html, "p", score->response_evidence, score->response_advice);
  g_string_append_c (html, '\n');
}

/* Folded on the screen; paper has it unfolded where the reader left it so. */
static void
append_course (GString *html, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  g_autoptr (GPtrArray) course = desk_course_new (scorecard, score);

  if (course->len == 0)
    return;
  g_string_append (html, "<details>");
  desk_html_element (html, "summary", "", _ ("What happened"));
  g_string_append (html, "\n<table>\n<tbody>\n");
  for (guint n = 0; n < course->len; n++) {
    const DeskCourseStep *step = g_ptr_array_index (course, n);
    g_autofree char *clock = desk_words_clock (step->t_ms);

    g_string_append_printf (html, "<tr><td class=\"number\">%s</td>", clock);
    desk_html_element (html, "th", " scope=\"row\"", step->who);
    desk_html_element (html, "td", step->kind == DESK_COURSE_LINE ? " class=\"note\"" : "",
                       step->words);
    g_string_append (html, "</tr>\n");
  }
  close_table (html);
  g_string_append (html, "</details>\n");
}

static void
append_call (GString *html, const DeskScorecard *scorecard, guint n)
{
  const DeskCallScore *score = &scorecard->calls[n];
  g_autofree char *caller = desk_words_caller (score->call);
  g_autofree char *came_to = desk_words_came_to (scorecard->scenario, score);
  g_autofree char *sum = desk_words_sum (scorecard->scenario, score);

  g_string_append_printf (html, "<article>\n<h3 id=\"call-%u\">%u. ", n + 1, n + 1);
  desk_html_text (html, caller);
  g_string_append_printf (html, " – %.2f</h3>\n<p class=\"%s\">", desk_round_2 (score->score),
                          score->outcome_right ? "good" : "bad");
  desk_html_text (html, came_to);
  g_string_append (html, " · ");
  desk_html_text (html, score->call->id);
  g_string_append (html, "</p>\n");
  if (sum != NULL)
    desk_html_element (html, "p", "", sum);
  if (score->critical) {
    desk_html_element (html, "h4", " class=\"bad\"", _ ("CRITICAL FAILURE"));
    append_remarks (html, "p", score->critical_evidence, score->critical_advice);
  }
  if (score->response_evidence != NULL)
    append_response (html, scorecard->scenario, score);
  if (score->answered)
    append_parts (html, scorecard, score);
  append_course (html, scorecard, score);
  g_string_append (html, "</article>\n");
}

void
desk_report_write_html (const DeskScorecard *scorecard, const DeskReportWork *work, GString *html)
{
  desk_html_begin (html, scorecard->scenario->title, desk_timeline_svg_style ());
  append_session (html, scorecard);
  append_lessons (html, scorecard);
  append_timeline (html, scorecard);
  append_totals (html, scorecard);
  desk_html_element (html, "h2", "", _ ("The calls"));
  g_string_append_c (html, '\n');
  for (guint n = 0; n < scorecard->n_calls && desk_report_goes_on (work, n, scorecard->n_calls);
       n++)
    append_call (html, scorecard, n);
  g_string_append_printf (html, "<footer class=\"note\">Frontdesk, %s %d</footer>\n", _ ("rubric"),
                          DESK_RUBRIC);
  desk_html_end (html);
}
