/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/practice-actions.h"

#include <glib/gi18n-lib.h>

struct _DeskPracticeActions {
  GObject parent_instance;

  DeskShift *shift; /* owned, as all below */
  GSimpleAction *repeat;
  GSimpleAction *restart;
};

G_DEFINE_FINAL_TYPE (DeskPracticeActions, desk_practice_actions, G_TYPE_OBJECT)

static guint restart_signal;

static const DeskState *
state_of (DeskPracticeActions *self)
{
  return desk_session_get_state (desk_shift_get_session (self->shift));
}

static void
update (DeskPracticeActions *self)
{
  const DeskState *state = state_of (self);
  const gboolean goes_on = state->may_repeat && !state->finished;

  g_simple_action_set_enabled (self->repeat, goes_on && desk_state_last_missed (state) != NULL);
  g_simple_action_set_enabled (self->restart, goes_on);
}

/* A call that rings ends a pause. */
static void
on_repeat (DeskPracticeActions *self)
{
  DeskSessionDriver *driver = desk_shift_get_driver (self->shift);
  DeskCommand command = {
    .type = DESK_COMMAND_REPEAT,
    .call = desk_state_last_missed (state_of (self)),
  };

  if (command.call == NULL)
    return;
  if (state_of (self)->paused)
    desk_session_driver_command (driver, &(DeskCommand){ .type = DESK_COMMAND_UNPAUSE });
  desk_session_driver_command (driver, &command);
}

static void
on_restart (DeskPracticeActions *self)
{
  g_signal_emit (self, restart_signal, 0);
}

static GSimpleAction *
add (DeskPracticeActions *self, GActionMap *actions, const char *name, GCallback handler)
{
  GSimpleAction *action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", handler, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (actions, G_ACTION (action));
  return action;
}

DeskPracticeActions *
desk_practice_actions_new (DeskShift *shift, GActionMap *actions)
{
  DeskPracticeActions *self = g_object_new (DESK_TYPE_PRACTICE_ACTIONS, NULL);

  self->shift = g_object_ref (shift);
  self->repeat = add (self, actions, "repeat-missed", G_CALLBACK (on_repeat));
  self->restart = add (self, actions, "restart", G_CALLBACK (on_restart));
  g_signal_connect_object (desk_shift_get_session (shift), "event", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
  return self;
}

static void
desk_practice_actions_dispose (GObject *object)
{
  DeskPracticeActions *self = DESK_PRACTICE_ACTIONS (object);

  g_clear_object (&self->repeat);
  g_clear_object (&self->restart);
  g_clear_object (&self->shift);
  G_OBJECT_CLASS (desk_practice_actions_parent_class)->dispose (object);
}

static void
desk_practice_actions_class_init (DeskPracticeActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_practice_actions_dispose;
  restart_signal = g_signal_new ("restart", DESK_TYPE_PRACTICE_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_practice_actions_init (DeskPracticeActions *self)
{
}

/* Before the first answer there is nothing to lose but the time that went by. */
static gboolean
has_begun (const DeskState *state)
{
  for (guint n = 0; n < state->scenario->n_calls; n++) {
    if (state->calls[n].answered || state->calls[n].missed_ms >= 0)
      return TRUE;
  }
  return FALSE;
}

GtkWidget *
desk_restart_question_new (GtkWindow *parent, DeskShift *shift)
{
  const DeskState *state = desk_session_get_state (desk_shift_get_session (shift));
  GtkWidget *dialog;

  if (!has_begun (state))
    return NULL;
  dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s",
                                   _ ("Start the shift again?"));
  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog), "%s",
      _ ("What you have done so far gives no result. It stays in a file on this computer."));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _ ("Keep working"), GTK_RESPONSE_CANCEL,
                          _ ("Start again"), GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  return dialog;
}
