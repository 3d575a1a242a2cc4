/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/call-card.h"

#include <glib/gi18n-lib.h>

#include "app/clock.h"
#include "app/foresight.h"
#include "app/key-label.h"
#include "app/lamp.h"
#include "app/phone-words.h"
#include "app/reading-order.h"
#include "app/roving-focus.h"
#include "app/transcripts.h"
#include "app/unchanged.h"
#include "app/wording.h"
#include "app/wrap-box.h"
#include "report/words.h"

typedef enum {
  BUTTON_HOLD, /* or resume, or answer: what the line's key does now */
  BUTTON_TRANSFER,
  BUTTON_CONSULT,
  BUTTON_COMPLETE,
  BUTTON_TAKE_BACK,
  BUTTON_RELEASE,
} Button;

#define N_BUTTONS ((guint) BUTTON_RELEASE + 1)

static const char *const action_names[N_BUTTONS] = {
  "hold", "transfer", "consult", "complete", "take-back", "release",
};

struct _DeskCallCard {
  GtkBox parent_instance;

  GtkStack *stack;
  GtkLabel *empty_title;
  GtkLabel *empty_hint;
  GtkLabel *caller;
  GtkWidget *lamp;
  GtkLabel *details;
  DeskClock *clock;
  GtkLabel *status;
  DeskTranscripts *transcripts;
  GtkScrolledWindow *scroller;
  GtkLabel *hold_label;
  GtkWidget *buttons[N_BUTTONS];

  DeskSession *session; /* owned, as the next */
  DeskCaptions *captions;
  const DeskOwedMessages *owed; /* borrowed */
  const DeskCall *call;
  const char *state_class;
  gboolean hints;
  guint last_line; /* where the call is, or was when it ended */
};

G_DEFINE_FINAL_TYPE (DeskCallCard, desk_call_card, GTK_TYPE_BOX)

static guint action_signal;

static const DeskCallState *
call_state (DeskCallCard *self)
{
  return &desk_session_get_state (self->session)->calls[self->call->index];
}

static void
on_button_clicked (DeskCallCard *self, GtkWidget *button)
{
  for (guint i = 0; i < N_BUTTONS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, action_signal, 0, action_names[i]);
}

/* What a button would command on `line`. Any colleague will do to ask whether a transfer makes
 * sense. */
static DeskCommand
command_of (DeskCallCard *self, Button button, guint line, DeskLineState state)
{
  DeskScenario *scenario = desk_session_get_scenario (self->session);
  DeskCommand command = {
    .line = line,
    .to = scenario->n_people > 0 ? scenario->people[0] : NULL,
  };

  switch (button) {
  case BUTTON_HOLD:
    command.type = DESK_COMMAND_HOLD;
    desk_line_state_press (state, &command.type);
    break;
  case BUTTON_TRANSFER: command.type = DESK_COMMAND_TRANSFER; break;
  case BUTTON_CONSULT: command.type = DESK_COMMAND_CONSULT; break;
  case BUTTON_COMPLETE: command.type = DESK_COMMAND_COMPLETE; break;
  case BUTTON_TAKE_BACK: command.type = DESK_COMMAND_CANCEL; break;
  case BUTTON_RELEASE: command.type = DESK_COMMAND_RELEASE; break;
  }
  return command;
}

static const char *
hold_button_label (DeskLineState state)
{
  DeskCommandType press;

  if (!desk_line_state_press (state, &press))
    return _ ("Hold");
  return press == DESK_COMMAND_RESUME ? _ ("Resume") : _ ("Answer");
}

static void
update_buttons (DeskCallCard *self, DeskLineState state)
{
  guint line = call_state (self)->line;

  desk_text_unless_same (self->hold_label, hold_button_label (state));
  desk_name_unless_same (self->buttons[BUTTON_HOLD], hold_button_label (state));
  for (guint i = 0; i < N_BUTTONS; i++) {
    DeskCommand command = command_of (self, i, line, state);
    gboolean can = line > 0 && (i > BUTTON_CONSULT || i == BUTTON_HOLD || command.to != NULL) &&
                   !desk_foresee_rejection (desk_session_get_state (self->session), &command, NULL);

    gtk_widget_set_sensitive (self->buttons[i], can);
  }
}

static char *
describe_consultation (const DeskCallState *state)
{
  const char *name = state->colleague->name;

  switch (state->colleague_state) {
  case DESK_COLLEAGUE_NONE:
  case DESK_COLLEAGUE_RINGING:
    return g_strdup_printf (_ ("%s’s telephone is ringing; the caller is waiting."), name);
  case DESK_COLLEAGUE_TALKING:
    return g_strdup_printf (
        _ ("You are speaking to %s: announce the caller, then complete the transfer."), name);
  case DESK_COLLEAGUE_ACCEPTED:
    return g_strdup_printf (_ ("%s will take the call: complete the transfer."), name);
  case DESK_COLLEAGUE_REFUSED:
    return g_strdup_printf (_ ("%s will not take the call: take it back."), name);
  }
  g_return_val_if_reached (g_strdup (""));
}

static char *
describe_next (const DeskCallState *state, DeskKeys *keys)
{
  g_autofree char *key = desk_keys_line_name (keys, state->line);

  switch (state->line_state) {
  case DESK_LINE_IDLE: break;
  case DESK_LINE_RINGING: return g_strdup_printf (_ ("Press %s to answer."), key);
  case DESK_LINE_CONNECTED:
    return g_strdup (state->speaking != NULL ? _ ("The caller is speaking.")
                                             : _ ("The caller is listening: choose what to say."));
  case DESK_LINE_HELD:
    return g_strdup_printf (_ ("The caller is on hold: press %s to resume."), key);
  case DESK_LINE_CONSULTING: return describe_consultation (state);
  case DESK_LINE_TRANSFERRING:
    return g_strdup_printf (_ ("%s’s telephone is ringing. The call comes back if nobody answers."),
                            state->colleague->name);
  case DESK_LINE_RECALL:
    return g_strdup_printf (_ ("The call came back from %s: press %s to answer."),
                            state->colleague->name, key);
  }
  if (state->phase == DESK_CALL_GAVE_UP)
    return g_strdup (_ ("The caller hung up, and may ring again."));
  return g_strdup (_ ("The call has ended."));
}

static char *
describe_while_held (DeskCallCard *self, guint held)
{
  if (desk_owed_messages_has (self->owed, desk_session_get_state (self->session), self->call))
    return g_strdup_printf (_ ("The call has ended. Finish its message: line %u is on hold."),
                            held);
  return g_strdup_printf (desk_owed_messages_put_through (self->owed, self->call)
                              ? _ ("The caller was put through. Line %u is on hold.")
                              : _ ("The call has ended. Line %u is on hold."),
                          held);
}

static char *
describe_while_nobody_waits (DeskCallCard *self, const DeskState *state)
{
  if (desk_owed_messages_has (self->owed, state, self->call))
    return g_strdup (_ ("The call has ended. Finish its message."));
  if (state->n_left == 0)
    return g_strdup (_ ("The call has ended."));
  return g_strdup (desk_owed_messages_put_through (self->owed, self->call)
                       ? _ ("The caller was put through. Nobody is waiting.")
                       : _ ("The call has ended. Nobody is waiting."));
}

static char *
describe_after_end (DeskCallCard *self)
{
  const DeskState *state = desk_session_get_state (self->session);
  const guint held = desk_state_longest_held (state);

  if (desk_state_next_ringing (state) == 0)
    return held > 0 ? describe_while_held (self, held) : describe_while_nobody_waits (self, state);
  if (desk_owed_messages_has (self->owed, state, self->call))
    return g_strdup (_ ("The call has ended. Finish its message, or take the next call."));
  return g_strdup (desk_owed_messages_put_through (self->owed, self->call)
                       ? _ ("The caller was put through. Take the next call.")
                       : _ ("The call has ended. Take the next call."));
}

/* The state only, without advice on what to do about it. */
static char *
describe_plainly (const DeskCallState *state)
{
  if (state->line_state == DESK_LINE_CONNECTED)
    return g_strdup (state->speaking != NULL ? _ ("The caller is speaking.")
                                             : _ ("The caller is listening."));
  if (state->line_state == DESK_LINE_CONSULTING)
    switch (state->colleague_state) {
    case DESK_COLLEAGUE_NONE:
    case DESK_COLLEAGUE_RINGING: return describe_consultation (state);
    case DESK_COLLEAGUE_TALKING:
      return g_strdup_printf (_ ("You are speaking to %s."), state->colleague->name);
    case DESK_COLLEAGUE_ACCEPTED:
      return g_strdup_printf (_ ("%s will take the call."), state->colleague->name);
    case DESK_COLLEAGUE_REFUSED:
      return g_strdup_printf (_ ("%s will not take the call."), state->colleague->name);
    }
  if (state->line_state == DESK_LINE_TRANSFERRING)
    return g_strdup_printf (_ ("%s’s telephone is ringing."), state->colleague->name);
  if (state->line_state == DESK_LINE_RECALL)
    return g_strdup_printf (_ ("The call came back from %s."), state->colleague->name);
  if (state->line_state == DESK_LINE_IDLE)
    return g_strdup (state->phase == DESK_CALL_GAVE_UP ? _ ("The caller hung up.")
                                                       : _ ("The call has ended."));
  return g_strdup ("");
}

static char *
describe_status (DeskCallCard *self, const DeskCallState *state)
{
  if (!self->hints)
    return describe_plainly (state);
  return state->phase == DESK_CALL_ENDED ? describe_after_end (self)
                                         : describe_next (state, desk_keys_of (GTK_WIDGET (self)));
}

/* Once a call has ended its line says nothing about it: the next caller may be ringing there. */
static char *
describe_call (DeskCallCard *self, DeskLineState state)
{
  gboolean ended = self->last_line > 0 && call_state (self)->line == 0;
  g_autofree char *where =
      ended ? g_strdup (_ ("Ended"))
            : g_strdup_printf (_ ("Line %u · %s"), self->last_line, desk_words_line_state (state));
  g_autofree char *number = NULL;

  if (self->call->withheld || *self->call->display_number == '\0' ||
      *self->call->display_name == '\0')
    return g_steal_pointer (&where);
  number = desk_phone_number_group (self->call->display_number,
                                    desk_session_get_scenario (self->session)->country);
  return g_strconcat (where, " · ", number, NULL);
}

/* On the lamp alone: a class of the whole card would have GTK look at the style of everything in it. */
static void
set_state_class (DeskCallCard *self, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (self->lamp);

  if (self->state_class == name)
    return;
  if (self->state_class != NULL)
    gtk_style_context_remove_class (style, self->state_class);
  self->state_class = name;
  if (name != NULL)
    gtk_style_context_add_class (style, name);
}

static void
update_call (DeskCallCard *self)
{
  const DeskState *session = desk_session_get_state (self->session);
  const DeskCallState *state = call_state (self);
  g_autofree char *details = NULL;
  g_autofree char *status = describe_status (self, state);
  g_autofree char *clock = NULL;

  if (state->line > 0)
    self->last_line = state->line;
  details = describe_call (self, state->line_state);
  clock = state->line > 0 ? desk_wording_clock (session->now_ms - state->since_ms) : g_strdup ("");
  desk_text_unless_same (self->details, details);
  desk_clock_set_text (self->clock, clock);
  desk_text_unless_same (self->status, status);
  g_object_set (self->lamp, "state", (guint) state->line_state, NULL);
  set_state_class (self, desk_line_state_name (state->line_state));
  update_buttons (self, state->line_state);
}

void
desk_call_card_set_hints (DeskCallCard *self, gboolean hints)
{
  g_return_if_fail (DESK_IS_CALL_CARD (self));
  self->hints = hints;
}

void
desk_call_card_update (DeskCallCard *self, const char *hint)
{
  g_return_if_fail (DESK_IS_CALL_CARD (self));

  if (self->call != NULL)
    update_call (self);
  else
    desk_text_unless_same (self->empty_hint, hint);
}

/* Keeps the latest words in sight as more are added. */
static void
show_latest (DeskCallCard *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

void
desk_call_card_set_call (DeskCallCard *self, const DeskCall *call)
{
  g_autofree char *caller = NULL;

  g_return_if_fail (DESK_IS_CALL_CARD (self));

  if (self->call == call)
    return;
  self->call = call;
  self->last_line = 0;
  if (call == NULL) {
    set_state_class (self, NULL);
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  caller = desk_wording_caller (call, desk_session_get_scenario (self->session)->country);
  gtk_label_set_text (self->caller, caller);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caller), caller);
  desk_transcripts_show (self->transcripts, self->captions, desk_session_get_state (self->session),
                         call);
  show_latest (self);
  gtk_stack_set_visible_child_name (self->stack, "call");
  update_call (self);
}

GtkWidget *
desk_call_card_new (DeskSession *session, DeskCaptions *captions, const DeskOwedMessages *owed)
{
  DeskCallCard *self = g_object_new (DESK_TYPE_CALL_CARD, NULL);

  self->session = g_object_ref (session);
  self->captions = g_object_ref (captions);
  self->owed = owed;
  return GTK_WIDGET (self);
}

static void
desk_call_card_dispose (GObject *object)
{
  DeskCallCard *self = DESK_CALL_CARD (object);

  g_clear_object (&self->session);
  g_clear_object (&self->captions);
  G_OBJECT_CLASS (desk_call_card_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskCallCard, name)
#define BIND_BUTTON(name, which)                                                                   \
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,                            \
                                             G_STRUCT_OFFSET (DeskCallCard, buttons[which]))

static void
desk_call_card_class_init (DeskCallCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_call_card_dispose;
  action_signal = g_signal_new ("action", DESK_TYPE_CALL_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (DESK_TYPE_CLOCK);
  g_type_ensure (DESK_TYPE_KEY_LABEL);
  g_type_ensure (DESK_TYPE_LAMP);
  g_type_ensure (DESK_TYPE_TRANSCRIPTS);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/call-card.ui");
  BIND (stack);
  BIND (empty_title);
  BIND (empty_hint);
  BIND (caller);
  BIND (lamp);
  BIND (details);
  BIND (clock);
  BIND (status);
  BIND (transcripts);
  BIND (scroller);
  BIND (hold_label);
  BIND_BUTTON ("hold_button", BUTTON_HOLD);
  BIND_BUTTON ("transfer_button", BUTTON_TRANSFER);
  BIND_BUTTON ("consult_button", BUTTON_CONSULT);
  BIND_BUTTON ("complete_button", BUTTON_COMPLETE);
  BIND_BUTTON ("take_back_button", BUTTON_TAKE_BACK);
  BIND_BUTTON ("release_button", BUTTON_RELEASE);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked);
}

static void
desk_call_card_init (DeskCallCard *self)
{
  self->hints = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_set_reading_order (GTK_WIDGET (self));
  desk_roving_focus_add (gtk_widget_get_parent (self->buttons[BUTTON_HOLD]));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (show_latest), self, G_CONNECT_SWAPPED);
}
