/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/call-detail.h"

#include <glib/gi18n-lib.h>

#include "app/plain-label.h"
#include "app/reading-order.h"
#include "report/call-words.h"
#include "report/course.h"
#include "report/words.h"

GtkWidget *
desk_value_mark_new (double value)
{
  GtkWidget *mark;

  if (value >= 1) {
    mark = desk_plain_label_new ("✓", "desk-right");
    atk_object_set_name (gtk_widget_get_accessible (mark), _ ("right"));
  } else if (value > 0) {
    mark = desk_plain_label_new ("◐", "desk-partly");
    atk_object_set_name (gtk_widget_get_accessible (mark), _ ("partly right"));
  } else {
    mark = desk_plain_label_new ("✗", "desk-wrong");
    atk_object_set_name (gtk_widget_get_accessible (mark), _ ("wrong"));
  }
  gtk_widget_set_size_request (mark, 14, -1);
  return mark;
}

static GtkGrid *
grid_new (GtkWidget *box)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_container_add (GTK_CONTAINER (box), grid);
  return GTK_GRID (grid);
}

static void
attach (GtkGrid *grid, GtkWidget *widget, int column, int row)
{
  gtk_grid_attach (grid, widget, column, row, 1, 1);
}

/* "Handling  8.57 of 30 points" over what it is made of. Takes `earned`. */
static void
add_heading (GtkWidget *box, const char *words, char *earned)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", words, earned);

  gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (text, "desk-part"));
  g_free (earned);
}

/* Why a mark is what it is and, where it is not full, what to do better. */
static GtkWidget *
remarks_new (const DeskRemark *evidence, const DeskRemark *advice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *words = desk_remark_to_words (evidence);

  gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (words, "desk-evidence"));
  if (advice != NULL) {
    g_autofree char *better = desk_remark_to_words (advice);

    gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (better, "desk-advice"));
  }
  return box;
}

static void
add_critical (GtkGrid *grid, const DeskCallScore *score)
{
  attach (grid, desk_value_mark_new (0), 0, 2);
  attach (grid,
          desk_plain_label_new (_ ("Critical failure: the call earns 25 points at most."),
                                "desk-wrong"),
          1, 2);
  attach (grid, remarks_new (score->critical_evidence, score->critical_advice), 1, 3);
}

static void
add_outcome (GtkWidget *box, const DeskScenario *scenario, const DeskCallScore *score)
{
  GtkGrid *grid = grid_new (box);
  g_autofree char *words = desk_words_came_to (scenario, score);
  g_autofree char *sum = desk_words_sum (scenario, score);

  attach (grid, desk_value_mark_new (score->outcome_right ? 1 : 0), 0, 0);
  attach (grid, desk_plain_label_new (words, NULL), 1, 0);
  if (sum != NULL)
    attach (grid, desk_plain_label_new (sum, "desk-evidence"), 1, 1);
  if (score->critical)
    add_critical (grid, score);
}

static void
add_response (GtkWidget *box, const DeskScenario *scenario, const DeskCallScore *score)
{
  GtkGrid *grid;

  add_heading (box, _ ("Response"),
               desk_words_part (score->response_value, scenario->weight_response));
  grid = grid_new (box);
  attach (grid, desk_value_mark_new (score->response_value), 0, 0);
  attach (grid, remarks_new (score->response_evidence, score->response_advice), 1, 0);
}

static void
add_checks (GtkWidget *box, const DeskScenario *scenario, const DeskCallScore *score)
{
  GtkGrid *grid;

  add_heading (box, _ ("Handling"), desk_words_handling (scenario, score));
  grid = grid_new (box);
  for (guint n = 0; n < score->n_checks; n++) {
    const DeskCheck *check = &score->checks[n];
    g_autofree char *marks = desk_words_marks (check);

    attach (grid, desk_value_mark_new (check->value), 0, (int) n);
    attach (grid, desk_plain_label_new (desk_words_item (check->item), NULL), 1, (int) n);
    attach (grid, desk_plain_label_new (marks, "desk-figure"), 2, (int) n);
    attach (grid, remarks_new (check->evidence, check->advice), 3, (int) n);
  }
}

/* `spans` (nullable) are what differs from the text beside it. */
static GtkWidget *
written_label_new (const char *text, const GArray *spans)
{
  GtkWidget *label;

  if (*text == '\0')
    label = desk_plain_label_new (_ ("(empty)"), "desk-evidence");
  else if (spans == NULL)
    label = desk_plain_label_new (text, NULL);
  else
    label = desk_plain_label_new_marked (text, spans);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  return label;
}

/* The slip and its key side by side; returns the row after them. */
static int
add_field (GtkGrid *grid, const DeskWordsField *field, int row)
{
  /* Tamed here already, so that the place of a difference holds in the label. */
  g_autofree char *written = desk_words_tame (field->written);
  g_autofree char *expected = desk_words_tame (field->expected);
  g_autofree char *value = g_strdup_printf ("%.2f", desk_round_2 (field->value));
  g_autoptr (GArray) in_written = NULL;
  g_autoptr (GArray) in_expected = NULL;

  desk_words_compare (field, written, expected, &in_written, &in_expected);
  attach (grid, desk_value_mark_new (field->value), 0, row);
  attach (grid, desk_plain_label_new (desk_words_field (field->field), NULL), 1, row);
  attach (grid, desk_plain_label_new (value, "desk-figure"), 2, row);
  attach (grid, written_label_new (written, in_written), 3, row);
  attach (grid, written_label_new (expected, in_expected), 4, row);
  if (field->value >= 1 || field->evidence == NULL)
    return row + 1;
  gtk_grid_attach (grid, remarks_new (field->evidence, field->advice), 3, row + 1, 2, 1);
  return row + 2;
}

static void
add_facts (GtkWidget *box, const DeskSlipScore *message)
{
  GtkGrid *grid = grid_new (box);

  for (gsize n = 0; n < message->n_facts; n++) {
    const DeskFactScore *fact = &message->facts[n];
    g_autofree char *name = desk_remark_to_words (fact->fact);
    g_autofree char *value =
        g_strdup_printf (_ ("%s × %g"), desk_words_fact_value (fact->value), fact->weight);

    attach (grid, desk_value_mark_new (fact->value), 0, (int) n);
    attach (grid, desk_plain_label_new (name, NULL), 1, (int) n);
    attach (grid, desk_plain_label_new (value, NULL), 2, (int) n);
    attach (grid, remarks_new (fact->evidence, fact->advice), 3, (int) n);
  }
}

static void
add_message (GtkWidget *box, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  g_autoptr (GPtrArray) fields = desk_words_fields (scorecard, score);
  const DeskFieldScore *unlogged = desk_words_unlogged (score);
  GtkGrid *grid;
  int row = 1;

  add_heading (box, _ ("Message"),
               desk_words_part (score->message->value, scorecard->scenario->weight_message));
  if (unlogged != NULL)
    gtk_container_add (GTK_CONTAINER (box), remarks_new (unlogged->evidence, unlogged->advice));
  grid = grid_new (box);
  attach (grid, desk_plain_label_new (_ ("As written"), "desk-column-head"), 3, 0);
  attach (grid, desk_plain_label_new (_ ("As it should be"), "desk-column-head"), 4, 0);
  for (guint n = 0; n < fields->len; n++)
    row = add_field (grid, fields->pdata[n], row);
  if (unlogged == NULL)
    add_facts (box, score->message);
}

/* What was said and done, for reading beside the marks. */
static void
add_course (GtkWidget *box, const DeskScorecard *scorecard, const DeskCallScore *score)
{
  g_autoptr (GPtrArray) course = desk_course_new (scorecard, score);
  GtkGrid *grid;

  if (course->len == 0)
    return;
  gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (_ ("What happened"), "desk-part"));
  grid = grid_new (box);
  for (guint n = 0; n < course->len; n++) {
    const DeskCourseStep *step = course->pdata[n];
    g_autofree char *clock = desk_words_clock (step->t_ms);
    const char *style = step->kind == DESK_COURSE_LINE ? "desk-evidence" : NULL;

    attach (grid, desk_plain_label_new (clock, "desk-figure"), 0, (int) n);
    attach (grid, desk_plain_label_new (step->who, "desk-course-who"), 1, (int) n);
    attach (grid, desk_plain_label_new (step->words, style), 2, (int) n);
  }
}

static void
set_reading_order (GtkWidget *part, gpointer data)
{
  if (GTK_IS_GRID (part))
    desk_grid_set_reading_order (GTK_GRID (part));
}

GtkWidget *
desk_call_detail_new (const DeskScorecard *scorecard, const DeskCallScore *score)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_style_context_add_class (gtk_widget_get_style_context (box), "desk-call-detail");
  add_outcome (box, scorecard->scenario, score);
  if (score->response_evidence != NULL)
    add_response (box, scorecard->scenario, score);
  if (score->answered)
    add_checks (box, scorecard->scenario, score);
  if (score->answered && score->message != NULL)
    add_message (box, scorecard, score);
  add_course (box, scorecard, score);
  gtk_container_foreach (GTK_CONTAINER (box), set_reading_order, NULL);
  gtk_widget_show_all (box);
  return box;
}
