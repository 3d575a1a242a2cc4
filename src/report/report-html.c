/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/writers.h"

#include "report/course.h"
#include "report/difference.h"
#include "report/headlines.h"
#include "report/lessons.h"
#include "report/timeline-svg.h"
#include "report/words.h"

#include <glib/gi18n-lib.h>

/* Everything that a trainee or an author wrote goes through append_text(): tamed, escaped, and
 * isolated from the text around it by <bdi>. The page asks for nothing from the network and a
 * policy in its head forbids it, scripts included. It is well-formed XML as well, so that a strict
 * reader can check it. */

static const char style[] =
    ":root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#59636e;--edge:#d0d7de;"
    "--good:#116329;--partly:#7d4e00;--bad:#a40e26}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9198a1;"
    "--edge:#3d444d;--good:#56d364;--partly:#e3b341;--bad:#ff8182}}\n"
    "body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);"
    "max-width:60rem;margin:2rem auto;padding:0 1rem}\n"
    "h1{line-height:1.2}.verdict{font-size:1.25rem;font-weight:600}.note,.evidence{"
    "color:var(--soft)}.good{color:var(--good)}.partly{color:var(--partly)}.bad{color:var(--bad)}\n"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}caption{text-align:left;"
    "font-weight:600}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;"
    "border-bottom:1px solid var(--edge);overflow-wrap:break-word}thead th{white-space:nowrap}"
    "tbody th{min-width:8.5rem}"
    "td.written{min-width:6rem;width:20%;overflow-wrap:anywhere}\n"
    "dl.session{display:flex;flex-wrap:wrap;gap:.25rem 2rem}dl.session div{display:flex;gap:.5rem}"
    "dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}dl.totals{columns:2;column-gap:2rem}"
    "dl.totals div{display:flex;justify-content:space-between;gap:1rem;break-inside:avoid;"
    "border-bottom:1px solid var(--edge);padding:.15rem 0}"
    "@media(max-width:40rem){dl.totals{columns:1}}\n"
    "td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".written{white-space:pre-wrap}\n"
    ".headlines{display:grid;grid-template-columns:3fr 3fr 2fr;gap:1rem}.headlines section{"
    "border:1px solid var(--edge);border-radius:6px;padding:.75rem 1rem;break-inside:avoid}"
    ".headlines h2{font-size:1rem;margin:0}.headlines p{margin:0}"
    ".figure{font-size:2rem;font-weight:700;line-height:1.3}.beside .figure{font-size:1.4rem}"
    "@media(max-width:40rem){.headlines{grid-template-columns:1fr}}\n"
    "mark{background:none;color:inherit;font-weight:700;text-decoration:underline double}"
    ".advice{display:block;color:var(--ink);border-left:2px solid var(--edge);padding-left:.5rem}"
    "h4{margin:.5rem 0 0}\n"
    "article{border-top:2px solid var(--edge);margin-top:1.5rem}\n"
    "@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--edge:#999;--good:#000;--partly:#000;"
    "--bad:#000}"
    "body{margin:0;max-width:none;font-size:10pt}tr,dl,article,figure{break-inside:avoid}"
    "h2,h3,h4,caption,thead{break-after:avoid}"
    "details::details-content{content-visibility:visible;block-size:auto}}\n";

static void
append_escaped (GString *html, const char *text)
{
  g_autofree char *tame = desk_words_tame (text != NULL ? text : "");
  g_autofree char *escaped = g_markup_escape_text (tame, -1);

  g_string_append (html, escaped);
}

static void
append_text (GString *html, const char *text)
{
  g_string_append (html, "<bdi>");
  append_escaped (html, text);
  g_string_append (html, "</bdi>");
}

static void
append_element (GString *html, const char *tag, const char *attributes, const char *text)
{
  g_string_append_printf (html, "<%s%s>", tag, attributes);
  append_text (html, text);
  g_string_append_printf (html, "</%s>", tag);
}

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
  append_text (html, text);
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
  append_text (html, words);
  if (advice != NULL) {
    g_autofree char *better = desk_remark_to_words (advice);

    g_string_append (html, "<span class=\"advice\">");
    append_text (html, better);
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
append_head (GString *html, const DeskScorecard *scorecard)
{
  /* Translators: the language of the translation as HTML names it, such as "sv". */
  const char *language = C_ ("HTML language", "en");

  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n", language);
  g_string_append (html, "<meta charset=\"utf-8\"/>\n"
                         "<meta name=\"viewport\" content=\"width=device-width\"/>\n"
                         "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>");
  append_escaped (html, scorecard->scenario->title);
  g_string_append (html, "</title>\n<style>\n");
  g_string_append (html, style);
  g_string_append (html, desk_timeline_svg_style ());
  g_string_append (html, "</style>\n</head>\n<body>\n<main>\n");
}

static void
append_fact_of_session (GString *html, const char *label, const char *text)
{
  g_string_append (html, "<div>");
  append_element (html, "dt", "", label);
  append_element (html, "dd", "", text);
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
    append_element (html, "h2", "", headline->name);
    append_element (html, "p", " class=\"figure\"", headline->figure);
    append_element (html, "p", " class=\"note\"", headline->words);
    g_string_append (html, "</section>\n");
  }
  g_string_append (html, "</div>\n");
}

static void
append_lessons (GString *html, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) lessons = desk_lessons_new (scorecard);

  append_element (html, "h2", "", _ ("What cost most"));
  if (lessons->len == 0) {
    append_element (html, "p", "", _ ("Nothing: every point was earned."));
    return;
  }
  g_string_append (html, "\n<ol>\n");
  for (guint n = 0; n < lessons->len; n++) {
    const DeskLesson *lesson = g_ptr_array_index (lessons, n);

    g_string_append (html, "<li>");
    append_element (html, "strong", "", lesson->kind);
    g_string_append (html, ": ");
    append_element (html, "span", " class=\"note\"", lesson->cost);
    append_element (html, "span", " class=\"advice\"", lesson->advice);
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

  append_element (html, "h1", "", scorecard->scenario->title);
  append_element (
      html, "p", scorecard->passed ? " class=\"verdict good\"" : " class=\"verdict bad\"", verdict);
  if (caution != NULL)
    append_element (html, "p", " class=\"note\"", caution);
  g_string_append (html, "\n<dl class=\"session\">\n");
  append_fact_of_session (html, _ ("Trainee"), scorecard->header->trainee);
  append_fact_of_session (html, _ ("Started"), started);
  append_fact_of_session (html, _ ("Mode"), desk_words_mode (scorecard->header->mode));
  append_fact_of_session (html, _ ("Band"), desk_words_band (scorecard->band));
  g_string_append (html, "</dl>\n");
  append_element (html, "p", "", meaning);
  append_headlines (html, scorecard);
}

static void
append_totals (GString *html, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) rows = desk_words_totals (scorecard);

  append_element (html, "h2", "", _ ("Figures"));
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
  append_element (html, "h2", "", _ ("The shift"));
  g_string_append_c (html, '\n');
  desk_timeline_append_svg (scorecard, html);
}

/* `headings` end with NULL. */
static void
open_table (GString *html, const char *caption, const char *const *headings)
{
  g_string_append (html, "\n<table>\n");
  append_element (html, "caption", "", caption);
  g_string_append (html, "\n<thead><tr>");
  for (guint n = 0; headings[n] != NULL; n++)
    append_element (html, "th", " scope=\"col\"", headings[n]);
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
  const char *const headings[] = { _ ("Item"), _ ("Value"), _ ("Weight"), _ ("Evidence"), NULL };
  g_autofree char *part = desk_words_part (score->handling_value, scenario->weight_handling);
  g_autofree char *caption = g_strdup_printf ("%s: %s", _ ("Handling"), part);

  open_table (html, caption, headings);
  for (guint n = 0; n < score->n_checks; n++) {
    const DeskCheck *check = &score->checks[n];

    g_string_append (html, "<tr>");
    append_marked_heading (html, check->value, desk_words_item (check->item));
    append_number_cell (html, check->value);
    g_string_append_printf (html, "<td class=\"number\">%g</td>", check->weight);
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

    append_escaped (html, same);
    g_string_append (html, "<mark>");
    append_escaped (html, different);
    g_string_append (html, "</mark>");
    at = span->end;
  }
  append_escaped (html, text + at);
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
    append_element (html, "td", "", desk_words_fact_value (fact->value));
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

  append_element (html, "h4", "", response);
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
  append_element (html, "summary", "", _ ("What happened"));
  g_string_append (html, "\n<table>\n<tbody>\n");
  for (guint n = 0; n < course->len; n++) {
    const DeskCourseStep *step = g_ptr_array_index (course, n);
    g_autofree char *clock = desk_words_clock (step->t_ms);

    g_string_append_printf (html, "<tr><td class=\"number\">%s</td>", clock);
    append_element (html, "th", " scope=\"row\"", step->who);
    append_element (html, "td", step->kind == DESK_COURSE_LINE ? " class=\"note\"" : "",
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

  g_string_append_printf (html, "<article>\n<h3 id=\"call-%u\">%u. ", n + 1, n + 1);
  append_text (html, caller);
  g_string_append_printf (html, " – %.2f</h3>\n<p class=\"%s\">", desk_round_2 (score->score),
                          score->outcome_right ? "good" : "bad");
  g_string_append_printf (html, "%s, %s · ", desk_words_end (score),
                          score->outcome_right ? _ ("right") : _ ("wrong"));
  append_text (html, score->call->id);
  g_string_append (html, "</p>\n");
  if (score->critical) {
    append_element (html, "h4", " class=\"bad\"", _ ("CRITICAL FAILURE"));
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
  append_head (html, scorecard);
  append_session (html, scorecard);
  append_lessons (html, scorecard);
  append_timeline (html, scorecard);
  append_totals (html, scorecard);
  append_element (html, "h2", "", _ ("The calls"));
  g_string_append_c (html, '\n');
  for (guint n = 0; n < scorecard->n_calls && desk_report_goes_on (work, n, scorecard->n_calls);
       n++)
    append_call (html, scorecard, n);
  g_string_append_printf (html, "<footer class=\"note\">Frontdesk, %s %d</footer>\n", _ ("rubric"),
                          DESK_RUBRIC);
  g_string_append (html, "</main>\n</body>\n</html>\n");
}
