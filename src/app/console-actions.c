/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-actions.h"

#include <glib/gi18n-lib.h>

#include "app/foresight.h"
#include "app/phone-words.h"

struct _DeskConsoleActions {
  GObject parent_instance;

  DeskShift *shift; /* owned, as the next two */
  DeskBoard *board;
  GSimpleActionGroup *map;
  DeskDirectoryPanel *directory; /* borrowed, as the next */
  DeskMessagePad *pad;
};

G_DEFINE_FINAL_TYPE (DeskConsoleActions, desk_console_actions, G_TYPE_OBJECT)

enum {
  TELL,
  LOOK,
  BRIEFING,
  FINISH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DeskSession *
session_of (DeskConsoleActions *self)
{
  return desk_shift_get_session (self->shift);
}

static const DeskState *
state_of (DeskConsoleActions *self)
{
  return desk_session_get_state (session_of (self));
}

static DeskScenario *
scenario_of (DeskConsoleActions *self)
{
  return desk_session_get_scenario (session_of (self));
}

static DeskKeys *
keys_of (DeskConsoleActions *self)
{
  return desk_keys_of (GTK_WIDGET (self->directory));
}

static void
command (DeskConsoleActions *self, const DeskCommand *what)
{
  desk_session_driver_command (desk_shift_get_driver (self->shift), what);
}

static void
tell (DeskConsoleActions *self, const char *words)
{
  g_signal_emit (self, signals[TELL], 0, words);
}

/* The call at hand. */

guint
desk_console_actions_get_line (DeskConsoleActions *self)
{
  const DeskCall *call;

  g_return_val_if_fail (DESK_IS_CONSOLE_ACTIONS (self), 0);

  call = desk_board_get_selected (self->board);
  return call != NULL ? state_of (self)->calls[call->index].line : 0;
}

static void
tell_no_call (DeskConsoleActions *self)
{
  tell (self, _ ("You are not on a call: answer a line first."));
}

static void
command_at_hand (DeskConsoleActions *self, DeskCommand what)
{
  what.line = desk_console_actions_get_line (self);
  if (what.line == 0)
    tell_no_call (self);
  else
    command (self, &what);
}

static void
hold_or_resume (DeskConsoleActions *self)
{
  guint line = desk_console_actions_get_line (self);
  DeskCommand what = { 0 };

  if (line == 0 || !desk_line_item_get_command (desk_board_get_item (self->board, line), &what))
    what.type = DESK_COMMAND_HOLD;
  command_at_hand (self, what);
}

/* Lines. */

void
desk_console_actions_press_line (DeskConsoleActions *self, guint line)
{
  DeskCommand press;

  g_return_if_fail (DESK_IS_CONSOLE_ACTIONS (self));

  if (desk_line_item_get_command (desk_board_get_item (self->board, line), &press))
    command (self, &press);
  else
    g_signal_emit (self, signals[LOOK], 0, desk_state_call_on_line (state_of (self), line));
}

/* `line` 0: there is none, which `otherwise` tells. */
static void
press_or_tell (DeskConsoleActions *self, guint line, const char *otherwise)
{
  if (line > 0)
    desk_console_actions_press_line (self, line);
  else
    tell (self, otherwise);
}

/* Colleagues. */

static gboolean
foresee_hand_on (DeskConsoleActions *self, DeskCommandType type, DeskEvent *rejected)
{
  DeskScenario *scenario = scenario_of (self);
  DeskCommand hand_on = {
    .type = type,
    .line = desk_console_actions_get_line (self),
    .to = scenario->n_people > 0 ? scenario->people[0] : NULL,
  };

  return hand_on.line > 0 && hand_on.to != NULL &&
         !desk_foresee_rejection (state_of (self), &hand_on, rejected);
}

gboolean
desk_console_actions_can_hand_on (DeskConsoleActions *self, DeskCommandType type)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_ACTIONS (self), FALSE);
  return foresee_hand_on (self, type, NULL);
}

static void
hand_to (DeskConsoleActions *self, DeskCommandType type, const DeskPerson *person)
{
  g_return_if_fail (DESK_IS_CONSOLE_ACTIONS (self));
  command_at_hand (self, (DeskCommand){ .type = type, .to = person });
}

/* Transfer and consult are one key and the choice of a person, in the order that the trainee thinks:
 *
 *  - the person first, for whoever knows them before the caller has said goodbye: Ctrl+D, two letters,
 *    Ctrl+T. With a person chosen the key acts at once, wherever the focus is;
 *  - the key first: Ctrl+T, two letters, Enter or Ctrl+T again. With nobody chosen the key leads to the
 *    search, and Enter does there what the key said: whoever came to consult must not put the caller
 *    through blindly by pressing Enter.
 *
 * This is as safe as it is quick because the choice is the call's. It stands below the directory by name,
 * goes when another call is taken up, and goes when the person was busy, refused or did not answer, so
 * that the key never sends a second caller after the first. It stays when the trainee takes the call back,
 * who then usually puts it through to the person just spoken to: that is one key. */
static void
ask_for_colleague (DeskConsoleActions *self, DeskCommandType type)
{
  const gboolean transfers = type == DESK_COMMAND_TRANSFER;
  g_autofree char *key = desk_keys_name (keys_of (self), transfers ? "transfer" : "consult");
  g_autofree char *words =
      transfers ? g_strdup_printf (_ ("Choose a colleague: type a name, then press Enter, or %s "
                                      "again, to transfer."),
                                   key)
                : g_strdup_printf (_ ("Choose a colleague: type a name, then press Enter, or %s "
                                      "again, to consult."),
                                   key);

  desk_directory_panel_seek (self->directory, type);
  tell (self, words);
}

static void
offer (DeskConsoleActions *self, const DeskPerson *person)
{
  g_autofree char *transfer = desk_keys_name (keys_of (self), "transfer");
  g_autofree char *consult = desk_keys_name (keys_of (self), "consult");
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_CONSOLE_ACTIONS (self));

  words = g_strdup_printf (_ ("%s is chosen. %s transfers, %s consults."), person->name, transfer,
                           consult);
  tell (self, words);
}

static void
tell_why_not (DeskConsoleActions *self, const DeskEvent *rejected)
{
  g_autofree char *words = rejected->reason != DESK_REASON_NONE
                               ? desk_phone_words_rejection (rejected, keys_of (self))
                               : NULL;

  if (words != NULL)
    tell (self, words);
  else
    tell_no_call (self);
}

static void
hand_on (DeskConsoleActions *self, DeskCommandType type)
{
  const DeskPerson *person = desk_directory_panel_get_person (self->directory);
  DeskEvent rejected = { 0 };

  if (!foresee_hand_on (self, type, &rejected))
    tell_why_not (self, &rejected);
  else if (person != NULL)
    hand_to (self, type, person);
  else
    ask_for_colleague (self, type);
}

/* The rest. */

void
desk_console_actions_say (DeskConsoleActions *self, const DeskPhrase *phrase)
{
  g_return_if_fail (DESK_IS_CONSOLE_ACTIONS (self));
  command_at_hand (self, (DeskCommand){ .type = DESK_COMMAND_SAY, .phrase = phrase });
}

static void
write_slip (DeskConsoleActions *self,
            DeskCommandType type,
            const DeskCall *call,
            const DeskSlip *slip)
{
  DeskCommand write = { .type = type, .call = call, .slip = slip };

  g_return_if_fail (DESK_IS_CONSOLE_ACTIONS (self));
  command (self, &write);
}

void
desk_console_actions_toggle_pause (DeskConsoleActions *self)
{
  DeskCommand pause;

  g_return_if_fail (DESK_IS_CONSOLE_ACTIONS (self));

  pause =
      (DeskCommand){ .type = state_of (self)->paused ? DESK_COMMAND_UNPAUSE : DESK_COMMAND_PAUSE };
  command (self, &pause);
}

void
desk_console_actions_act (DeskConsoleActions *self, const char *name)
{
  g_return_if_fail (DESK_IS_CONSOLE_ACTIONS (self));

  if (g_str_equal (name, "hold"))
    hold_or_resume (self);
  else if (g_str_equal (name, "transfer"))
    hand_on (self, DESK_COMMAND_TRANSFER);
  else if (g_str_equal (name, "consult"))
    hand_on (self, DESK_COMMAND_CONSULT);
  else if (g_str_equal (name, "complete"))
    command_at_hand (self, (DeskCommand){ .type = DESK_COMMAND_COMPLETE });
  else if (g_str_equal (name, "take-back"))
    command_at_hand (self, (DeskCommand){ .type = DESK_COMMAND_CANCEL });
  else if (g_str_equal (name, "release"))
    command_at_hand (self, (DeskCommand){ .type = DESK_COMMAND_RELEASE });
}

/* The table of actions. */

static void
on_line (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  guint line = g_variant_get_uint32 (parameter);

  if (line <= scenario_of (self)->n_lines)
    desk_console_actions_press_line (self, line);
}

static void
on_phrase (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  guint n = g_variant_get_uint32 (parameter);

  if (n < scenario_of (self)->n_phrases)
    desk_console_actions_say (self, scenario_of (self)->phrases[n]);
}

static void
on_call (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  desk_console_actions_act (self, g_action_get_name (G_ACTION (action)));
}

static void
on_next_call (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  press_or_tell (self, desk_state_next_ringing (state_of (self)), _ ("No line is ringing."));
}

static void
on_longest_held (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  press_or_tell (self, desk_state_longest_held (state_of (self)), _ ("No caller is on hold."));
}

static void
on_directory (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  desk_directory_panel_focus_search (DESK_CONSOLE_ACTIONS (data)->directory);
}

static void
on_message (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  desk_message_pad_focus (DESK_CONSOLE_ACTIONS (data)->pad);
}

static void
on_log (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskConsoleActions *self = data;

  if (desk_message_pad_get_call (self->pad) != NULL)
    desk_message_pad_log (self->pad);
  else
    tell (self, _ ("There is no message to log: answer a call first."));
}

static void
on_tick (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const guint n = g_variant_get_uint32 (parameter);

  if (n < DESK_N_TICKS)
    desk_message_pad_toggle_tick (DESK_CONSOLE_ACTIONS (data)->pad, n);
}

static void
on_take_number (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!desk_message_pad_take_number (DESK_CONSOLE_ACTIONS (data)->pad))
    tell (data, _ ("There is no slip to write on: answer a line first."));
}

static void
on_alphabet (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  desk_message_pad_toggle_alphabet (DESK_CONSOLE_ACTIONS (data)->pad);
}

static void
on_pause (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  desk_console_actions_toggle_pause (self);
}

static void
on_briefing (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_signal_emit (self, signals[BRIEFING], 0);
}

static void
on_finish (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_signal_emit (self, signals[FINISH], 0);
}

static const GActionEntry entries[] = {
  { .name = "line", .activate = on_line, .parameter_type = "u" },
  { .name = "phrase", .activate = on_phrase, .parameter_type = "u" },
  { .name = "hold", .activate = on_call },
  { .name = "transfer", .activate = on_call },
  { .name = "consult", .activate = on_call },
  { .name = "complete", .activate = on_call },
  { .name = "take-back", .activate = on_call },
  { .name = "release", .activate = on_call },
  { .name = "next-call", .activate = on_next_call },
  { .name = "longest-held", .activate = on_longest_held },
  { .name = "directory", .activate = on_directory },
  { .name = "message", .activate = on_message },
  { .name = "log", .activate = on_log },
  { .name = "tick", .activate = on_tick, .parameter_type = "u" },
  { .name = "take-number", .activate = on_take_number },
  { .name = "alphabet", .activate = on_alphabet },
  { .name = "pause", .activate = on_pause },
  { .name = "briefing", .activate = on_briefing },
  { .name = "finish", .activate = on_finish },
};

GActionMap *
desk_console_actions_get_map (DeskConsoleActions *self)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_ACTIONS (self), NULL);
  return G_ACTION_MAP (self->map);
}

/* What is pressed in the directory and on the pad. */

static void
on_transfer (DeskConsoleActions *self, const DeskPerson *person)
{
  hand_to (self, DESK_COMMAND_TRANSFER, person);
}

static void
on_consult (DeskConsoleActions *self, const DeskPerson *person)
{
  hand_to (self, DESK_COMMAND_CONSULT, person);
}

static void
on_draft_written (DeskConsoleActions *self, const DeskCall *call, const DeskSlip *slip)
{
  write_slip (self, DESK_COMMAND_DRAFT, call, slip);
}

static void
on_message_written (DeskConsoleActions *self, const DeskCall *call, const DeskSlip *slip)
{
  write_slip (self, DESK_COMMAND_MESSAGE, call, slip);
}

static void
connect (DeskConsoleActions *self, gpointer panel, const char *signal, GCallback handler)
{
  g_signal_connect_object (panel, signal, handler, self, G_CONNECT_SWAPPED);
}

static void
follow_panels (DeskConsoleActions *self)
{
  connect (self, self->directory, "transfer", G_CALLBACK (on_transfer));
  connect (self, self->directory, "consult", G_CALLBACK (on_consult));
  connect (self, self->directory, "chosen", G_CALLBACK (offer));
  connect (self, self->pad, "draft", G_CALLBACK (on_draft_written));
  connect (self, self->pad, "message", G_CALLBACK (on_message_written));
}

DeskConsoleActions *
desk_console_actions_new (DeskShift *shift,
                          DeskBoard *board,
                          DeskDirectoryPanel *directory,
                          DeskMessagePad *pad)
{
  DeskConsoleActions *self = g_object_new (DESK_TYPE_CONSOLE_ACTIONS, NULL);

  self->shift = g_object_ref (shift);
  self->board = g_object_ref (board);
  self->directory = directory;
  self->pad = pad;
  follow_panels (self);
  return self;
}

static void
desk_console_actions_dispose (GObject *object)
{
  DeskConsoleActions *self = DESK_CONSOLE_ACTIONS (object);

  g_clear_object (&self->map);
  g_clear_object (&self->board);
  g_clear_object (&self->shift);
  G_OBJECT_CLASS (desk_console_actions_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, guint n_parameters, GType parameter)
{
  return g_signal_new (name, DESK_TYPE_CONSOLE_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_parameters, parameter);
}

static void
desk_console_actions_class_init (DeskConsoleActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_console_actions_dispose;
  signals[TELL] = add_signal ("tell", 1, G_TYPE_STRING);
  signals[LOOK] = add_signal ("look", 1, G_TYPE_POINTER);
  signals[BRIEFING] = add_signal ("briefing", 0, G_TYPE_NONE);
  signals[FINISH] = add_signal ("finish", 0, G_TYPE_NONE);
}

static void
desk_console_actions_init (DeskConsoleActions *self)
{
  self->map = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->map), entries, G_N_ELEMENTS (entries), self);
}
