/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/finish-question.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *question;
  const char *consequence;
  const char *accept;
  const char *later; /* NULL: cannot be had */
  const char *refuse;
} Question;

static GtkWidget *
dialog_new (GtkWindow *parent, const Question *question)
{
  GtkWidget *dialog =
      gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", question->question);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            question->consequence);
  gtk_dialog_add_button (GTK_DIALOG (dialog), question->refuse, GTK_RESPONSE_CANCEL);
  if (question->later != NULL)
    gtk_dialog_add_button (GTK_DIALOG (dialog), question->later, DESK_CLOSE_LATER);
  gtk_dialog_add_button (GTK_DIALOG (dialog), question->accept, GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  gtk_style_context_add_class (gtk_widget_get_style_context (gtk_dialog_get_widget_for_response (
                                   GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT)),
                               "destructive-action");
  return dialog;
}

/* What would not count, a sentence a line, each with its end. (transfer full) */
static GString *
losses_new (guint n_left, guint n_unlogged)
{
  GString *words = g_string_new (NULL);

  if (n_left > 0)
    g_string_append_printf (words,
                            ngettext ("%u call is not done yet and will count as 0.",
                                      "%u calls are not done yet and will count as 0.", n_left),
                            n_left);
  if (n_left > 0 && n_unlogged > 0)
    g_string_append_c (words, '\n');
  if (n_unlogged > 0)
    g_string_append_printf (words,
                            ngettext ("%u message is not logged and will not count.",
                                      "%u messages are not logged and will not count.", n_unlogged),
                            n_unlogged);
  return words;
}

/* `then` is what follows when it is finished now. */
static GtkWidget *
early_question_new (
    GtkWindow *parent, const char *question, const char *then, guint n_left, guint n_unlogged)
{
  g_autoptr (GString) words = losses_new (n_left, n_unlogged);

  g_string_append_printf (words, "\n%s", then);
  return dialog_new (parent, &(Question){
                                 .question = question,
                                 .consequence = words->str,
                                 .accept = _ ("Finish now"),
                                 .refuse = _ ("Keep working"),
                             });
}

static const char *
words_of_handing_in (void)
{
  return _ ("The exam is then handed in as it is, and you cannot come back to it.");
}

static GtkWidget *
exam_close_question_new (GtkWindow *parent, guint n_left, guint n_unlogged)
{
  g_autofree char *then =
      g_strjoin ("\n", words_of_handing_in (),
                 _ ("You then see the summary, and can close the window from there."), NULL);

  return early_question_new (parent, _ ("The exam is not over. Finish it and hand it in?"), then,
                             n_left, n_unlogged);
}

static GtkWidget *
practice_close_question_new (GtkWindow *parent, guint n_left, guint n_unlogged)
{
  g_autoptr (GString) words = losses_new (n_left, n_unlogged);

  g_string_prepend_c (words, '\n');
  g_string_prepend (words, _ ("If you finish now, you see the summary."));
  g_string_append_printf (
      words, "\n\n%s",
      _ ("If you continue later, Frontdesk offers to go on from here the next time it starts. The "
         "result then says that the shift was interrupted."));
  return dialog_new (parent, &(Question){
                                 .question = _ ("The shift is not over. Close the window?"),
                                 .consequence = words->str,
                                 .accept = _ ("Finish now"),
                                 .later = _ ("Close and continue later"),
                                 .refuse = _ ("Keep working"),
                             });
}

static GtkWidget *
unlogged_question_new (GtkWindow *parent, guint n_unlogged)
{
  g_autofree char *question =
      g_strdup_printf (ngettext ("Finish with %u message not logged?",
                                 "Finish with %u messages not logged?", n_unlogged),
                       n_unlogged);

  return dialog_new (
      parent, &(Question){
                  .question = question,
                  .consequence = _ ("Only messages that were logged reach a colleague and count."),
                  .accept = _ ("Finish now"),
                  .refuse = _ ("Go back"),
              });
}

GtkWidget *
desk_finish_question_new (GtkWindow *parent, DeskShift *shift)
{
  const DeskState *state = desk_session_get_state (desk_shift_get_session (shift));
  guint n_unlogged = desk_shift_count_unlogged (shift);

  if (state->n_left == 0)
    return n_unlogged > 0 ? unlogged_question_new (parent, n_unlogged) : NULL;
  if (state->mode == DESK_MODE_EXAM)
    return early_question_new (parent, _ ("Finish the exam and hand it in?"),
                               words_of_handing_in (), state->n_left, n_unlogged);
  return early_question_new (
      parent, _ ("Finish the shift early?"),
      _ ("You then see the summary, which says that the shift was finished early."), state->n_left,
      n_unlogged);
}

GtkWidget *
desk_close_question_new (GtkWindow *parent, DeskShift *shift)
{
  const DeskState *state = desk_session_get_state (desk_shift_get_session (shift));
  const guint n_unlogged = desk_shift_count_unlogged (shift);

  if (state->n_left == 0 && n_unlogged == 0)
    return NULL;
  return state->mode == DESK_MODE_EXAM
             ? exam_close_question_new (parent, state->n_left, n_unlogged)
             : practice_close_question_new (parent, state->n_left, n_unlogged);
}
