/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/finish-question.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *question;
  const char *consequence;
  const char *accept;
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
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), question->refuse, GTK_RESPONSE_CANCEL,
                          question->accept, GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  gtk_style_context_add_class (gtk_widget_get_style_context (gtk_dialog_get_widget_for_response (
                                   GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT)),
                               "destructive-action");
  return dialog;
}

static GtkWidget *
give_up_question_new (GtkWindow *parent, gboolean exam, guint n_unlogged)
{
  const char *left = _ ("Not every call is done. Those that are left count as 0.");
  g_autofree char *unlogged =
      g_strdup_printf (ngettext ("%u message is not logged and will not count.",
                                 "%u messages are not logged and will not count.", n_unlogged),
                       n_unlogged);
  g_autofree char *both = g_strdup_printf ("%s\n%s", left, unlogged);

  return dialog_new (parent,
                     &(Question){
                         .question = exam ? _ ("Hand in the exam now?") : _ ("Give up the shift?"),
                         .consequence = n_unlogged > 0 ? both : left,
                         .accept = exam ? _ ("Hand in") : _ ("Give up"),
                         .refuse = _ ("Go on working"),
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
                  .accept = _ ("Finish"),
                  .refuse = _ ("Go back"),
              });
}

GtkWidget *
desk_finish_question_new (GtkWindow *parent, DeskShift *shift)
{
  const DeskState *state = desk_session_get_state (desk_shift_get_session (shift));
  guint n_unlogged = desk_shift_count_unlogged (shift);

  if (state->n_left > 0)
    return give_up_question_new (parent, state->mode == DESK_MODE_EXAM, n_unlogged);
  return n_unlogged > 0 ? unlogged_question_new (parent, n_unlogged) : NULL;
}
