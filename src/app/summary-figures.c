/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/summary-figures.h"

#include <glib/gi18n-lib.h>

#include "app/plain-label.h"
#include "app/reading-order.h"
#include "report/headlines.h"
#include "report/lessons.h"
#include "report/words.h"

void
desk_summary_fill_headlines (GtkContainer *box, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) headlines = desk_headlines_new (scorecard);
  g_autoptr (GtkSizeGroup) in_front = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  for (guint n = 0; n < headlines->len; n++) {
    const DeskHeadline *headline = headlines->pdata[n];
    gboolean beside = n == DESK_HEADLINE_HANDLING;
    GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
    GtkWidget *words = desk_plain_label_new (headline->words, "desk-evidence");

    gtk_label_set_width_chars (GTK_LABEL (words), beside ? 16 : 24);
    gtk_label_set_max_width_chars (GTK_LABEL (words), beside ? 24 : 36);
    gtk_style_context_add_class (gtk_widget_get_style_context (card), "desk-card");
    gtk_container_add (GTK_CONTAINER (card),
                       desk_plain_label_new (headline->name, "desk-card-head"));
    gtk_container_add (GTK_CONTAINER (card),
                       desk_plain_label_new (headline->figure, beside ? "desk-card-figure-beside"
                                                                      : "desk-card-figure"));
    gtk_container_add (GTK_CONTAINER (card), words);
    gtk_widget_show (card);
    if (!beside)
      gtk_size_group_add_widget (in_front, card);
    gtk_widget_set_hexpand (card, !beside);
    gtk_container_add (box, card);
  }
}

static GtkWidget *
lesson_new (const DeskLesson *lesson)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (lesson->cost, "desk-evidence"));
  if (*lesson->advice != '\0')
    gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (lesson->advice, "desk-advice"));
  gtk_widget_show (box);
  return box;
}

void
desk_summary_fill_lessons (GtkGrid *grid, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) lessons = desk_lessons_new (scorecard);

  if (lessons->len == 0)
    gtk_grid_attach (grid, desk_plain_label_new (_ ("Nothing: every point was earned."), NULL), 0,
                     0, 1, 1);
  for (guint n = 0; n < lessons->len; n++) {
    const DeskLesson *lesson = lessons->pdata[n];

    gtk_grid_attach (grid, desk_plain_label_new (lesson->kind, "desk-call-name"), 0, (int) n, 1, 1);
    gtk_grid_attach (grid, lesson_new (lesson), 1, (int) n, 1, 1);
  }
  desk_grid_set_reading_order (grid);
}

void
desk_summary_fill_totals (GtkGrid *grid, const DeskScorecard *scorecard)
{
  g_autoptr (GPtrArray) rows = desk_words_totals (scorecard);
  guint n_half = (rows->len + 1) / 2;

  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsRow *row = rows->pdata[n];
    int column = n < n_half ? 0 : 2;
    GtkWidget *value = desk_plain_label_new (row->value, "desk-figure");

    gtk_widget_set_hexpand (value, TRUE);
    gtk_grid_attach (grid, desk_plain_label_new (row->label, "desk-evidence"), column,
                     (int) (n % n_half), 1, 1);
    gtk_grid_attach (grid, value, column + 1, (int) (n % n_half), 1, 1);
  }
  desk_grid_set_reading_order (grid);
}
