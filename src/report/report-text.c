/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/writers.h"

#include "report/call-words.h"
#include "report/lessons.h"
#include "report/words.h"

#include <glib/gi18n-lib.h>

/* A terminal obeys control characters, so all that people wrote is tamed before it is shown. */

#define LABEL_WIDTH 34 /* letters; more where a translation needs it */
#define ITEM_WIDTH 24
#define MARKS_WIDTH 12

static void
append_padded (GString *report, const char *text, glong width)
{
  g_string_append (report, text);
  for (glong n = g_utf8_strlen (text, -1); n < width; n++)
    g_string_append_c (report, ' ');
}

static void append_tame (GString *report, const char *text);

/* In the user's language, and under it what to do better, `indent` spaces in. */
static void
append_remarks (GString *report, const DeskRemark *evidence, const DeskRemark *advice, int indent)
{
  g_autofree char *words = desk_remark_to_words (evidence);

  append_tame (report, words);
  g_string_append_c (report, '\n');
  if (advice != NULL) {
    g_autofree char *more = desk_remark_to_words (advice);

    g_string_append_printf (report, "%*s", indent, "");
    append_tame (report, more);
    g_string_append_c (report, '\n');
  }
}

/* One line, whatever line ends the text has. */
static void
append_tame (GString *report, const char *text)
{
  g_autofree char *tame = desk_words_tame (text != NULL ? text : "");

  g_strdelimit (tame, "\n\t", ' ');
  g_string_append (report, tame);
}

static void
append_tame_line (GString *report, const char *label, const char *text)
{
  g_string_append_printf (report, "%s: ", label);
  append_tame (report, text);
  g_string_append_c (report, '\n');
}

static void
append_head (GString *report, const DeskScorecard *scorecard)
{
  g_autofree char *verdict = desk_words_verdict (scorecard);
  g_autofree char *caution = desk_words_caution (scorecard);
  g_autofree char *started = desk_words_started (scorecard->header);

  append_tame (report, scorecard->scenario->title);
  g_string_append (report, "\n\n");
  append_tame_line (report, _ ("Trainee"), scorecard->header->trainee);
  append_tame_line (report, _ ("Started"), started);
  append_tame_line (report, _ ("Mode"), desk_words_mode (scorecard->header->mode));
  if (caution != NULL)
    append_tame_line (report, _ ("Note"), caution);
  g_string_append_c (report, '\n');
  append_tame (report, verdict);
  g_string_append_c (report, '\n');
  append_tame_line (report, _ ("Overall grade"), desk_words_band (scorecard->band));
}

static void
append_totals (GString *report, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) rows = desk_words_totals (scorecard);
  glong width = LABEL_WIDTH;

  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsRow *row = g_ptr_array_index (rows, n);

    width = MAX (width, g_utf8_strlen (row->label, -1) + 2);
  }
  g_string_append_c (report, '\n');
  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsRow *row = g_ptr_array_index (rows, n);

    g_string_append (report, "  ");
    append_padded (report, row->label, width);
    g_string_append_printf (report, "%s\n", row->value);
  }
}

static void
append_lessons (GString *report, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) lessons = desk_lessons_new (scorecard);

  g_string_append_printf (report, "\n%s\n", _ ("What cost most"));
  if (lessons->len == 0)
    g_string_append_printf (report, "  %s\n", _ ("Nothing: every point was earned."));
  for (guint n = 0; n < lessons->len; n++) {
    const DeskLesson *lesson = g_ptr_array_index (lessons, n);

    g_string_append_printf (report, "  %u. %s: %s\n", n + 1, lesson->kind, lesson->cost);
    g_string_append (report, "     ");
    append_tame (report, lesson->advice);
    g_string_append_c (report, '\n');
  }
}

static void
append_checks (GString *report, const DeskScenario *scenario, const DeskCallScore *score)
{
  g_autofree char *part = desk_words_handling (scenario, score);

  g_string_append_printf (report, "   %s %s\n", _ ("Handling"), part);
  for (guint n = 0; n < score->n_checks; n++) {
    const DeskCheck *check = &score->checks[n];
    g_autofree char *marks = desk_words_marks (check);

    g_string_append (report, check->value >= 1 ? "     + " : "     - ");
    append_padded (report, desk_words_item (check->item), ITEM_WIDTH);
    append_padded (report, marks, MARKS_WIDTH);
    append_remarks (report, check->evidence, check->advice, 7);
  }
}

static void
append_facts (GString *report, const DeskSlipScore *message)
{
  for (gsize n = 0; n < message->n_facts; n++) {
    const DeskFactScore *fact = &message->facts[n];
    g_autofree char *name = desk_remark_to_words (fact->fact);

    g_string_append (report, fact->value > 0 ? "         + " : "         - ");
    append_tame (report, name);
    g_string_append_printf (report, ": %s; ", desk_words_fact_value (fact->value));
    append_remarks (report, fact->evidence, fact->advice, 11);
  }
}

/* The slip as written beside the key; what is right need not be said twice. */
static void
append_message (GString *report, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  g_autoptr (GPtrArray) rows = desk_words_fields (scorecard, score);
  const DeskFieldScore *unlogged = desk_words_unlogged (score);
  g_autofree char *part = NULL;

  if (score->message == NULL)
    return;
  part = desk_words_part (score->message->value, scorecard->scenario->weight_message);
  g_string_append_printf (report, "   %s %s\n", _ ("Message"), part);
  if (unlogged != NULL) {
    g_string_append (report, "     ");
    append_remarks (report, unlogged->evidence, unlogged->advice, 5);
  }
  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsField *row = g_ptr_array_index (rows, n);

    g_string_append (report, row->value >= 1 ? "     + " : "     - ");
    append_padded (report, desk_words_field (row->field), ITEM_WIDTH);
    g_string_append_printf (report, "%4.2f  ", desk_round_2 (row->value));
    append_tame (report, *row->written != '\0' ? row->written : _ ("(empty)"));
    if (row->value < 1) {
      g_string_append_printf (report, "  |  %s: ", _ ("key"));
      append_tame (report, *row->expected != '\0' ? row->expected : _ ("(empty)"));
    }
    g_string_append_c (report, '\n');
    if (row->value < 1 && row->evidence != NULL) {
      g_string_append (report, "       ");
      append_remarks (report, row->evidence, row->advice, 7);
    }
  }
  if (unlogged == NULL)
    append_facts (report, score->message);
}

static void
append_parts (GString *report, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  g_autofree char *part =
      desk_words_part (score->response_value, scorecard->scenario->weight_response);

  g_string_append_printf (report, "   %s %s  ", _ ("Response"), part);
  append_remarks (report, score->response_evidence, score->response_advice, 5);
  append_checks (report, scorecard->scenario, score);
  append_message (report, scorecard, score);
}

static void
append_call (GString *report, const DeskScorecard *scorecard, guint n)
{
  const DeskCallScore *score = &scorecard->calls[n];
  g_autofree char *caller = desk_words_caller (score->call);
  g_autofree char *came_to = desk_words_came_to (scorecard->scenario, score);
  g_autofree char *sum = desk_words_sum (scorecard->scenario, score);

  g_string_append_printf (report, "\n%u. ", n + 1);
  append_tame (report, caller);
  g_string_append_printf (report, " (%s): %.2f\n", score->call->id, desk_round_2 (score->score));
  g_string_append (report, "   ");
  append_tame (report, came_to);
  g_string_append_c (report, '\n');
  if (sum != NULL)
    g_string_append_printf (report, "   %s\n", sum);
  if (score->critical) {
    g_string_append_printf (report, "   %s: ", _ ("CRITICAL FAILURE"));
    append_remarks (report, score->critical_evidence, score->critical_advice, 5);
  }
  if (score->answered) {
    append_parts (report, scorecard, score);
  } else {
    g_string_append (report, "   ");
    append_remarks (report, score->response_evidence, score->response_advice, 5);
  }
}

void
desk_report_write_text (const DeskScorecard *scorecard, const DeskReportWork *work, GString *report)
{
  append_head (report, scorecard);
  append_totals (report, scorecard);
  append_lessons (report, scorecard);
  for (guint n = 0; n < scorecard->n_calls && desk_report_goes_on (work, n, scorecard->n_calls);
       n++)
    append_call (report, scorecard, n);
}
