/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/exam-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/plain-label.h"
#include "app/wording.h"
#include "engine/target.h"
#include "report/terms-words.h"

/* A fixed one: a dialogue is as high as its words are at their narrowest. */
static void
set_width (GtkWidget *label, int chars)
{
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
}

static void
add_row (GtkGrid *grid, int row, const char *name, const char *value)
{
  GtkWidget *label = desk_plain_label_new (name, "desk-evidence");
  GtkWidget *words = desk_plain_label_new (value, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  set_width (words, 36);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, words, 1, row, 1, 1);
}

/* Whether it is granted, and by whom: the result says what the author did not grant. */
static const char *
granted_word (gboolean has, gboolean by_author)
{
  if (!has)
    return _ ("not granted");
  return by_author ? _ ("granted by the exam") : _ ("granted at the desk");
}

static char *
time_words (const DeskTerms *terms, const DeskTerms *by_author)
{
  const double factor = desk_terms_time_factor (terms);
  g_autofree char *times = desk_words_factor (terms->time);
  g_autofree char *words = isfinite (factor)
                               ? g_strdup_printf (_ ("%s for callers and targets"), times)
                               : g_strdup (_ ("no limits: nobody gives up, and no target counts"));

  if (factor == 1)
    return g_strdup (_ ("as usual for callers and targets"));
  return g_strjoin ("\n", words, granted_word (TRUE, factor <= desk_terms_time_factor (by_author)),
                    NULL);
}

static char *
target_words (const DeskScenario *scenario, const DeskTerms *terms)
{
  const double factor = desk_terms_time_factor (terms);

  return g_strdup_printf (
      _ ("answer within %g s, back from hold within %g s, a call that comes back within %g s"),
      desk_target_ms (scenario, DESK_TARGET_ANSWER, factor) / 1000,
      desk_target_ms (scenario, DESK_TARGET_HOLD, factor) / 1000,
      desk_target_ms (scenario, DESK_TARGET_RECALL, factor) / 1000);
}

static GtkWidget *
settings_new (const DeskScenario *scenario, const DeskTerms *terms)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  g_autofree char *lines =
      g_strdup_printf (ngettext ("%u line", "%u lines", scenario->n_lines), scenario->n_lines);
  g_autofree char *duration = desk_wording_duration (scenario->duration_ms);
  g_autofree char *shift = g_strjoin (" · ", lines, duration, NULL);
  const DeskTerms by_author = desk_terms_granted_by (scenario);
  g_autofree char *time = time_words (terms, &by_author);
  g_autofree char *targets = target_words (scenario, terms);
  g_autofree char *pass = g_strdup_printf (
      _ ("%g of 100 points, and no critical failure: nothing said that must never be said, and no "
         "vital detail missing or wrong in a message"),
      scenario->pass);
  int row = 0;

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  add_row (grid, row++, _ ("Shift"), shift);
  add_row (grid, row++, _ ("Time"), time);
  add_row (grid, row++, _ ("Captions"), granted_word (terms->captions, by_author.captions));
  add_row (grid, row++, _ ("Pauses"), granted_word (terms->pause, by_author.pause));
  add_row (grid, row++, _ ("Hints"), granted_word (terms->hints, by_author.hints));
  if (isfinite (desk_terms_time_factor (terms)))
    add_row (grid, row++, _ ("Targets"), targets);
  add_row (grid, row++, _ ("Passed with"), pass);
  add_row (grid, row++, _ ("Result"),
           _ ("saved with checksums, so that any change to it can be detected"));
  return GTK_WIDGET (grid);
}

/* An exam that could only be failed is not begun. */
static const char *
warning_words (DeskExamHearing hearing)
{
  return hearing == DESK_EXAM_NO_VOICES
             ? _ ("Some people cannot be heard, and captions are not granted: you would not know "
                  "what they say. Tell your instructor, who can set up the voices or grant "
                  "captions under Accommodations.")
             : _ ("There is no sound device, and captions are not granted: you would not know what "
                  "callers say. Connect a headset, or ask your instructor to grant captions under "
                  "Accommodations.");
}

static void
add_warning (GtkContainer *content, const char *words, const char *style_class)
{
  GtkWidget *label = desk_plain_label_new (words, style_class);

  set_width (label, 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_container_add (content, label);
}

static void
suggest (GtkDialog *dialog, int response)
{
  gtk_style_context_add_class (
      gtk_widget_get_style_context (gtk_dialog_get_widget_for_response (dialog, response)),
      GTK_STYLE_CLASS_SUGGESTED_ACTION);
  gtk_dialog_set_default_response (dialog, response);
}

/* What cannot be begun has no button for that, but those that lead on. */
static void
add_buttons (GtkDialog *dialog, gboolean possible, DeskExamHearing hearing)
{
  gtk_dialog_add_button (dialog, _ ("_Back"), GTK_RESPONSE_CANCEL);
  if (possible) {
    gtk_dialog_add_button (dialog, _ ("_Begin the exam"), GTK_RESPONSE_ACCEPT);
    suggest (dialog, GTK_RESPONSE_ACCEPT);
    return;
  }
  gtk_dialog_add_button (dialog, _ ("Show _accommodations"), DESK_EXAM_SHOW_GRANTS);
  if (hearing == DESK_EXAM_NO_SOUND)
    gtk_dialog_add_button (dialog, _ ("_Check the sound…"), DESK_EXAM_CHECK_SOUND);
  suggest (dialog, hearing == DESK_EXAM_NO_SOUND ? DESK_EXAM_CHECK_SOUND : DESK_EXAM_SHOW_GRANTS);
}

GtkWidget *
desk_exam_dialog_new (GtkWindow *parent,
                      const DeskScenario *scenario,
                      const DeskTerms *terms,
                      DeskExamHearing hearing,
                      const char *trouble)
{
  const gboolean possible = !desk_exam_is_hopeless (terms, hearing);
  GtkWidget *dialog = gtk_dialog_new ();
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *heading = desk_plain_label_new (possible ? _ ("These settings apply to the exam")
                                                      : _ ("The exam cannot start like this"),
                                             "desk-heading");

  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Exam"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (dialog), FALSE);
  gtk_container_set_border_width (GTK_CONTAINER (content), 18);
  gtk_box_set_spacing (GTK_BOX (content), 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_container_add (GTK_CONTAINER (content), heading);
  if (possible)
    gtk_container_add (GTK_CONTAINER (content), settings_new (scenario, terms));
  else
    add_warning (GTK_CONTAINER (content), warning_words (hearing), "desk-error");
  if (!possible && trouble != NULL)
    add_warning (GTK_CONTAINER (content), trouble, "desk-evidence");
  gtk_widget_show_all (content);
  add_buttons (GTK_DIALOG (dialog), possible, hearing);
  return dialog;
}
