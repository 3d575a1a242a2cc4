/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-page.h"

#include <glib/gi18n-lib.h>

#include "app/announcer.h"
#include "app/board.h"
#include "app/call-card.h"
#include "app/console-layout.h"
#include "app/coach.h"
#include "app/directory-panel.h"
#include "app/foresight.h"
#include "app/key-label.h"
#include "app/glance.h"
#include "app/line-key.h"
#include "app/message-pad.h"
#include "app/phone-words.h"
#include "app/phrase-grid.h"
#include "app/visual-ring.h"
#include "app/timeline-palette.h"
#include "app/wording.h"

/* The page passes the trainee's wishes on as commands and shows what became of them; the rules of
 * the telephone are the session's. The card shows the call at hand: the one last answered, resumed
 * or looked at, also after its end, until another is picked. The message pad follows the card, but
 * may be sent back to an earlier call on its own. No ringing line changes either. */

#define FLASH_MS 500 /* lit and dark in turn: one flash a second */
#define NOTICE_S 7
#define PHRASES_EM 424 /* px at the usual size of the text */

struct _DeskConsolePage {
  GtkBox parent_instance;

  DeskConsoleBar *bar;
  GtkInfoBar *journal_bar;
  GtkLabel *journal_label;
  DeskGlance *glance;
  DeskConsoleLayout *body;
  GtkWidget *centre;
  GtkContainer *keys_box;
  GtkContainer *card_slot;
  GtkScrolledWindow *phrases_scroller;
  GtkContainer *phrases_slot;
  GtkContainer *directory_slot;
  GtkContainer *pad_slot;
  GtkRevealer *notice_revealer;
  GtkLabel *notice;
  GtkWidget *pause_cover;
  GtkButton *go_on_button;

  DeskCallCard *card;
  DeskPhraseGrid *phrases;
  DeskDirectoryPanel *directory;
  DeskMessagePad *pad;
  GPtrArray *keys; /* owned array of borrowed DeskLineKey, by line - 1 */

  DeskShift *shift; /* owned, as the four below */
  GSettings *settings;
  DeskBoard *board;
  DeskCaptions *captions;
  DeskAnnouncer *announcer;
  DeskVisualRing *ring;
  GSimpleActionGroup *actions;
  DeskCoach *coach;     /* owned; NULL unless the shift is guided */
  const DeskCall *call; /* at hand, or NULL */
  GtkWidget *focus;     /* weak: where it was before the pause */
  guint notice_source;
  guint flash_source;
  gboolean lit;
};

G_DEFINE_FINAL_TYPE (DeskConsolePage, desk_console_page, GTK_TYPE_BOX)

enum {
  FINISH,
  STOP_RECORDING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DeskSession *
session_of (DeskConsolePage *self)
{
  return desk_shift_get_session (self->shift);
}

static const DeskState *
state_of (DeskConsolePage *self)
{
  return desk_session_get_state (session_of (self));
}

static DeskScenario *
scenario_of (DeskConsolePage *self)
{
  return desk_session_get_scenario (session_of (self));
}

/* NULL: the window has none. */
static DeskKeys *
keys_of (DeskConsolePage *self)
{
  return desk_keys_of (GTK_WIDGET (self));
}

static void
command (DeskConsolePage *self, const DeskCommand *what)
{
  desk_session_driver_command (desk_shift_get_driver (self->shift), what);
}

/* Telling. */

static void
hush (DeskConsolePage *self)
{
  g_clear_handle_id (&self->notice_source, g_source_remove);
  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
}

static gboolean
on_notice_over (gpointer data)
{
  DeskConsolePage *self = data;

  self->notice_source = 0;
  hush (self);
  return G_SOURCE_REMOVE;
}

/* For what the announcer says in words of its own. */
static void
show_notice (DeskConsolePage *self, const char *words)
{
  gtk_label_set_text (self->notice, words);
  gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
  g_clear_handle_id (&self->notice_source, g_source_remove);
  self->notice_source = g_timeout_add_seconds (NOTICE_S, on_notice_over, self);
}

static void
tell (DeskConsolePage *self, const char *words)
{
  show_notice (self, words);
  desk_announcer_say (self->announcer, words);
}

/* Takes over `words`. */
static void
tell_take (DeskConsolePage *self, char *words)
{
  g_autofree char *owned = words;

  tell (self, owned);
}

/* What happened to a call, with its line before it. */
static void
show_note (DeskConsolePage *self, const DeskEvent *event)
{
  g_autofree char *note = desk_phone_words_note (event);
  g_autofree char *caller = desk_wording_caller (event->call, scenario_of (self)->country);
  g_autofree char *words = NULL;

  if (note == NULL)
    return;
  words = g_strdup_printf (_ ("Line %u, %s: %s."), event->line, caller, note);
  show_notice (self, words);
}

static void
show_rejection (DeskConsolePage *self, const DeskEvent *rejected)
{
  g_autofree char *words = desk_phone_words_rejection (rejected, keys_of (self));

  show_notice (self, words);
}

/* Showing. */

static guint
line_at_hand (DeskConsolePage *self)
{
  return self->call != NULL ? state_of (self)->calls[self->call->index].line : 0;
}

static gboolean
can_hand_on (DeskConsolePage *self, DeskCommandType type, DeskEvent *rejected)
{
  DeskScenario *scenario = scenario_of (self);
  DeskCommand hand_on = {
    .type = type,
    .line = line_at_hand (self),
    .to = scenario->n_people > 0 ? scenario->people[0] : NULL,
  };

  return hand_on.line > 0 && hand_on.to != NULL &&
         !desk_foresee_rejection (state_of (self), &hand_on, rejected);
}

/* In practice as the trainee likes it, in an exam as it was granted. */
static gboolean
gives_hints (DeskConsolePage *self)
{
  const DeskTerms terms = desk_shift_get_terms (self->shift);

  return desk_terms_give_hints (&terms, g_settings_get_boolean (self->settings, "hints"));
}

/* `format` is translated, and has a place for the key. (transfer full) */
static char *
with_finish_key (DeskConsolePage *self, const char *format)
{
  g_autofree char *key = desk_keys_name (keys_of (self), "finish");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, key);
#pragma GCC diagnostic pop
}

static char *
hint_without_call (DeskConsolePage *self)
{
  guint ringing = desk_state_next_ringing (state_of (self));
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;

  if (ringing == 0 && state_of (self)->n_left == 0)
    return with_finish_key (self,
                            _ ("Every call is done. Log your last messages, then finish (%s)."));
  if (ringing == 0)
    return g_strdup (_ ("Lines ring by themselves; press a line key to answer."));
  g_object_get (desk_board_get_item (self->board, ringing), "caller", &label, NULL);
  key = desk_keys_line_name (keys_of (self), ringing);
  return g_strdup_printf (_ ("Line %u is ringing: %s. Press %s to answer."), ringing, label, key);
}

static void
update (DeskConsolePage *self)
{
  const DeskState *state = state_of (self);
  g_autofree char *hint = gives_hints (self) ? hint_without_call (self) : g_strdup ("");

  desk_call_card_set_hints (self->card, gives_hints (self));
  desk_call_card_update (self->card, hint);
  desk_glance_update (self->glance);
  desk_phrase_grid_update (self->phrases, state, line_at_hand (self));
  desk_directory_panel_update (self->directory);
  g_object_set (self->directory, "can-transfer", can_hand_on (self, DESK_COMMAND_TRANSFER, NULL),
                NULL);
  desk_console_bar_suggest_finish (self->bar, state->n_left == 0);
}

static gboolean
focus_is_in (DeskConsolePage *self, gpointer widget)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *focus = GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Before the slip is changed over: what is typed on in thought must not land on the next call's. */
static void
leave_pad (DeskConsolePage *self, const DeskCall *next)
{
  guint line = next != NULL ? state_of (self)->calls[next->index].line : 0;

  if (line > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->keys, line - 1));
  else
    gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))), NULL);
}

static void
show_call (DeskConsolePage *self, const DeskCall *call)
{
  if (call != self->call)
    desk_directory_panel_reset (self->directory);
  if (call != desk_message_pad_get_call (self->pad) && focus_is_in (self, self->pad))
    leave_pad (self, call);
  self->call = call;
  desk_board_select (self->board, call);
  desk_call_card_set_call (self->card, call);
  desk_message_pad_set_call (self->pad, call);
  desk_console_layout_raise (self->body, DESK_PANE_CALL);
}

static void
tell_that_all_is_done (DeskConsolePage *self)
{
  if (gives_hints (self))
    tell_take (self,
               with_finish_key (
                   self, _ ("The last call is done. Log your last messages, then finish (%s).")));
  else
    tell (self, _ ("The last call is done."));
}

static void
on_session_event (DeskConsolePage *self, const DeskEvent *event)
{
  switch (event->type) {
  case DESK_EVENT_ANSWERED:
  case DESK_EVENT_RESUMED: show_call (self, event->call); break;
  case DESK_EVENT_CONSULTING:
  case DESK_EVENT_TRANSFERRING:
    hush (self);
    desk_directory_panel_end_search (self->directory);
    break;
  case DESK_EVENT_COLLEAGUE_BUSY:
  case DESK_EVENT_RECALL:
  case DESK_EVENT_TRANSFERRED:
    show_note (self, event);
    desk_directory_panel_reset (self->directory);
    break;
  case DESK_EVENT_COLLEAGUE_REFUSES: desk_directory_panel_reset (self->directory); break;
  case DESK_EVENT_HOLD_REMINDER:
  case DESK_EVENT_ABANDONED: show_note (self, event); break;
  case DESK_EVENT_COMMAND_REJECTED: show_rejection (self, event); break;
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_CALLER_SPEAKS:
  case DESK_EVENT_CALLER_DONE:
  case DESK_EVENT_TRAINEE_SAYS:
  case DESK_EVENT_HELD:
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_ACCEPTS:
  case DESK_EVENT_BLOCKED:
  case DESK_EVENT_RELEASED:
  case DESK_EVENT_MESSAGE_LOGGED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_FINISHED: break;
  }
  if (state_of (self)->n_left == 0 &&
      (event->type == DESK_EVENT_RELEASED || event->type == DESK_EVENT_TRANSFERRED ||
       event->type == DESK_EVENT_ABANDONED))
    tell_that_all_is_done (self);
  update (self);
}

static void
on_tick (DeskConsolePage *self)
{
  desk_board_update (self->board);
  update (self);
  if (self->coach != NULL)
    desk_coach_update (self->coach);
}

static void
set_lit (DeskConsolePage *self, gboolean lit)
{
  self->lit = lit;
  for (guint i = 0; i < self->keys->len; i++)
    desk_line_key_set_lit (g_ptr_array_index (self->keys, i), lit);
}

static gboolean
on_flash (gpointer data)
{
  DeskConsolePage *self = data;

  set_lit (self, !self->lit);
  return G_SOURCE_CONTINUE;
}

/* Lines that ring flash, unless the user or the desktop wants nothing to move. */
static void
on_alerting_changed (DeskConsolePage *self)
{
  const gboolean wanted = g_settings_get_boolean (self->settings, "flash");
  gboolean alerting, animations;

  g_object_get (self->board, "alerting", &alerting, NULL);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations,
                NULL);
  if (alerting && wanted && animations) {
    if (self->flash_source == 0)
      self->flash_source = g_timeout_add (FLASH_MS, on_flash, self);
  } else {
    g_clear_handle_id (&self->flash_source, g_source_remove);
    set_lit (self, TRUE);
  }
}

/* Doing. */

static void
press_line (DeskConsolePage *self, guint line)
{
  DeskCommand press;

  if (desk_line_item_get_command (desk_board_get_item (self->board, line), &press)) {
    command (self, &press);
  } else {
    show_call (self, desk_state_call_on_line (state_of (self), line));
    update (self);
  }
}

static void
on_glance_call (DeskConsolePage *self, const DeskCall *call)
{
  show_call (self, call);
  update (self);
}

/* The slip alone: the call at hand stays. */
static void
on_glance_slip (DeskConsolePage *self, const DeskCall *call)
{
  desk_message_pad_set_call (self->pad, call);
  desk_message_pad_focus (self->pad);
}

static void
on_key_clicked (DeskConsolePage *self, DeskLineKey *key)
{
  press_line (self, desk_line_item_get_line (desk_line_key_get_item (key)));
}

/* Obeys `type` on the call at hand. */
static void
command_at_hand (DeskConsolePage *self, DeskCommand what)
{
  what.line = line_at_hand (self);
  if (what.line == 0)
    tell (self, _ ("There is no call at hand: answer a line first."));
  else
    command (self, &what);
}

static void
hold_or_resume (DeskConsolePage *self)
{
  guint line = line_at_hand (self);
  DeskCommand what = { 0 };

  if (line == 0 || !desk_line_item_get_command (desk_board_get_item (self->board, line), &what))
    what.type = DESK_COMMAND_HOLD;
  command_at_hand (self, what);
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
ask_for_colleague (DeskConsolePage *self, DeskCommandType type)
{
  const gboolean transfers = type == DESK_COMMAND_TRANSFER;
  g_autofree char *key = desk_keys_name (keys_of (self), transfers ? "transfer" : "consult");

  desk_directory_panel_seek (self->directory, type);
  if (transfers)
    tell_take (self, g_strdup_printf (_ ("Choose a colleague: type a name, then press Enter, or %s "
                                         "again, to transfer."),
                                      key));
  else
    tell_take (self, g_strdup_printf (_ ("Choose a colleague: type a name, then press Enter, or %s "
                                         "again, to consult."),
                                      key));
}

static void
hand_on (DeskConsolePage *self, DeskCommandType type)
{
  DeskEvent rejected = { 0 };
  const DeskPerson *person = desk_directory_panel_get_person (self->directory);

  if (!can_hand_on (self, type, &rejected))
    tell_take (self, rejected.reason != DESK_REASON_NONE
                         ? desk_phone_words_rejection (&rejected, keys_of (self))
                         : g_strdup (_ ("There is no call at hand: answer a line first.")));
  else if (person != NULL)
    command_at_hand (self, (DeskCommand){ .type = type, .to = person });
  else
    ask_for_colleague (self, type);
}

static void
answer_next (DeskConsolePage *self)
{
  guint line = desk_state_next_ringing (state_of (self));

  if (line > 0)
    press_line (self, line);
  else
    tell (self, _ ("No line is ringing."));
}

/* The line on hold whose caller was left alone first; 0: none. */
static guint
longest_held (const DeskState *state)
{
  guint longest = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++)
    if (desk_state_line (state, line) == DESK_LINE_HELD &&
        (longest == 0 || desk_state_on_line (state, line)->alone_since_ms <
                             desk_state_on_line (state, longest)->alone_since_ms))
      longest = line;
  return longest;
}

static void
resume_longest_held (DeskConsolePage *self)
{
  guint line = longest_held (state_of (self));

  if (line > 0)
    press_line (self, line);
  else
    tell (self, _ ("No caller is on hold."));
}

static void
act (DeskConsolePage *self, const char *name)
{
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

static void
on_transfer (DeskConsolePage *self, const DeskPerson *person)
{
  command_at_hand (self, (DeskCommand){ .type = DESK_COMMAND_TRANSFER, .to = person });
}

static void
on_consult (DeskConsolePage *self, const DeskPerson *person)
{
  command_at_hand (self, (DeskCommand){ .type = DESK_COMMAND_CONSULT, .to = person });
}

static void
on_phrase (DeskConsolePage *self, const DeskPhrase *phrase)
{
  command_at_hand (self, (DeskCommand){ .type = DESK_COMMAND_SAY, .phrase = phrase });
}

static void
on_draft (DeskConsolePage *self, const DeskCall *call, const DeskSlip *slip)
{
  DeskCommand draft = { .type = DESK_COMMAND_DRAFT, .call = call, .slip = slip };

  command (self, &draft);
}

static void
on_message (DeskConsolePage *self, const DeskCall *call, const DeskSlip *slip)
{
  DeskCommand message = { .type = DESK_COMMAND_MESSAGE, .call = call, .slip = slip };

  command (self, &message);
}

static void
toggle_pause (DeskConsolePage *self)
{
  gboolean paused = desk_session_driver_get_paused (desk_shift_get_driver (self->shift));
  DeskCommand pause = { .type = paused ? DESK_COMMAND_UNPAUSE : DESK_COMMAND_PAUSE };

  command (self, &pause);
}

static void
ask_to_finish (DeskConsolePage *self)
{
  g_signal_emit (self, signals[FINISH], 0);
}

static void
on_stop_recording (DeskConsolePage *self)
{
  g_signal_emit (self, signals[STOP_RECORDING], 0);
}

/* What is insensitive loses the focus; it comes back where the trainee was. */
static void
keep_focus (DeskConsolePage *self, gboolean paused)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (paused && GTK_IS_WINDOW (window))
    g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (window)));
  else if (!paused && GTK_IS_ENTRY (self->focus))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->focus));
  else if (!paused && self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
}

static void
on_paused_changed (DeskConsolePage *self)
{
  gboolean paused = desk_session_driver_get_paused (desk_shift_get_driver (self->shift));

  if (paused)
    keep_focus (self, TRUE);
  gtk_widget_set_visible (self->pause_cover, paused);
  gtk_widget_set_sensitive (GTK_WIDGET (self->body), !paused);
  gtk_widget_set_sensitive (GTK_WIDGET (self->glance), !paused);
  if (!paused)
    keep_focus (self, FALSE);
  desk_console_bar_set_paused (self->bar, paused);
}

/* Keys. */

static void
on_line_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  guint line = g_variant_get_uint32 (parameter);

  if (line <= scenario_of (self)->n_lines)
    press_line (self, line);
}

static void
on_phrase_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  guint n = g_variant_get_uint32 (parameter);

  if (n < scenario_of (self)->n_phrases)
    on_phrase (self, scenario_of (self)->phrases[n]);
}

static void
on_call_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  act (self, g_action_get_name (G_ACTION (action)));
}

static void
on_next_call_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  answer_next (self);
}

static void
on_longest_held_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  resume_longest_held (self);
}

static void
on_log_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskConsolePage *self = data;

  if (desk_message_pad_get_call (self->pad) != NULL)
    desk_message_pad_log (self->pad);
  else
    tell (self, _ ("There is no message to log: answer a call first."));
}

static void
on_directory_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  desk_directory_panel_focus_search (DESK_CONSOLE_PAGE (data)->directory);
}

static void
on_message_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  desk_message_pad_focus (DESK_CONSOLE_PAGE (data)->pad);
}

static void
on_take_number_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!desk_message_pad_take_number (DESK_CONSOLE_PAGE (data)->pad))
    tell (data, _ ("There is no slip to write on: answer a line first."));
}

static void
on_alphabet_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  desk_message_pad_toggle_alphabet (DESK_CONSOLE_PAGE (data)->pad);
}

static void
on_pause_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  toggle_pause (self);
}

static void
on_briefing_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  desk_console_bar_show_briefing (DESK_CONSOLE_PAGE (self)->bar);
}

static void
on_finish_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  ask_to_finish (self);
}

static void
on_tick_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const guint n = g_variant_get_uint32 (parameter);

  if (n < DESK_N_TICKS)
    desk_message_pad_toggle_tick (DESK_CONSOLE_PAGE (data)->pad, n);
}

static const GActionEntry entries[] = {
  { .name = "line", .activate = on_line_action, .parameter_type = "u" },
  { .name = "phrase", .activate = on_phrase_action, .parameter_type = "u" },
  { .name = "hold", .activate = on_call_action },
  { .name = "transfer", .activate = on_call_action },
  { .name = "consult", .activate = on_call_action },
  { .name = "complete", .activate = on_call_action },
  { .name = "take-back", .activate = on_call_action },
  { .name = "release", .activate = on_call_action },
  { .name = "next-call", .activate = on_next_call_action },
  { .name = "longest-held", .activate = on_longest_held_action },
  { .name = "directory", .activate = on_directory_action },
  { .name = "message", .activate = on_message_action },
  { .name = "log", .activate = on_log_action },
  { .name = "tick", .activate = on_tick_action, .parameter_type = "u" },
  { .name = "take-number", .activate = on_take_number_action },
  { .name = "alphabet", .activate = on_alphabet_action },
  { .name = "pause", .activate = on_pause_action },
  { .name = "briefing", .activate = on_briefing_action },
  { .name = "finish", .activate = on_finish_action },
};

GActionGroup *
desk_console_page_get_actions (DeskConsolePage *self)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_PAGE (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

DeskConsoleBar *
desk_console_page_get_bar (DeskConsolePage *self)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_PAGE (self), NULL);
  return self->bar;
}

DeskCaptions *
desk_console_page_get_captions (DeskConsolePage *self)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_PAGE (self), NULL);
  return self->captions;
}

void
desk_console_page_tell (DeskConsolePage *self, const char *words)
{
  g_return_if_fail (DESK_IS_CONSOLE_PAGE (self));
  tell (self, words);
}

void
desk_console_page_flush (DeskConsolePage *self)
{
  g_return_if_fail (DESK_IS_CONSOLE_PAGE (self));
  desk_message_pad_flush (self->pad);
}

static void
on_journal_failed (DeskConsolePage *self, const GError *error)
{
  g_autofree char *words =
      g_strdup_printf (_ ("The session cannot be recorded: %s. Make room on the disk; what happens "
                          "meanwhile is kept and written then."),
                       error->message);

  gtk_label_set_text (self->journal_label, words);
  gtk_widget_show (GTK_WIDGET (self->journal_bar));
  desk_announcer_say (self->announcer, words);
}

static void
on_journal_mended (DeskConsolePage *self)
{
  gtk_widget_hide (GTK_WIDGET (self->journal_bar));
}

/* Other keys are called other names, in all hints and on the cover of the pause. */
static void
on_keys_changed (DeskConsolePage *self)
{
  g_autofree char *go_on = desk_keys_with_words (keys_of (self), "pause", _ ("Go on"));

  gtk_button_set_label (self->go_on_button, go_on);
  desk_board_set_keys (self->board, keys_of (self));
  update (self);
}

static void
on_hierarchy_changed (DeskConsolePage *self)
{
  DeskKeys *keys = keys_of (self);

  if (keys == NULL)
    return;
  g_signal_handlers_disconnect_by_func (keys, on_keys_changed, self);
  g_signal_connect_object (keys, "changed", G_CALLBACK (on_keys_changed), self, G_CONNECT_SWAPPED);
  on_keys_changed (self);
}

/* Making. */

static void
add_keys (DeskConsolePage *self)
{
  for (guint line = 1; line <= desk_board_get_n_lines (self->board); line++) {
    GtkWidget *key = desk_line_key_new (desk_board_get_item (self->board, line));

    g_signal_connect_object (key, "clicked", G_CALLBACK (on_key_clicked), self, G_CONNECT_SWAPPED);
    gtk_container_add (self->keys_box, key);
    g_ptr_array_add (self->keys, key);
  }
}

static void
connect (DeskConsolePage *self, gpointer object, const char *signal, GCallback handler)
{
  g_signal_connect_object (object, signal, handler, self, G_CONNECT_SWAPPED);
}

static void
add_panes (DeskConsolePage *self)
{
  DeskSession *session = session_of (self);

  self->card = DESK_CALL_CARD (desk_call_card_new (session, self->captions));
  self->phrases = DESK_PHRASE_GRID (
      desk_phrase_grid_new (scenario_of (self), desk_session_get_header (session)->trainee));
  self->directory = DESK_DIRECTORY_PANEL (desk_directory_panel_new (session));
  self->pad = DESK_MESSAGE_PAD (desk_message_pad_new (session));
  gtk_container_add (self->card_slot, GTK_WIDGET (self->card));
  gtk_container_add (self->phrases_slot, GTK_WIDGET (self->phrases));
  gtk_container_add (self->directory_slot, GTK_WIDGET (self->directory));
  gtk_container_add (self->pad_slot, GTK_WIDGET (self->pad));
  connect (self, self->card, "action", G_CALLBACK (act));
  connect (self, self->phrases, "phrase", G_CALLBACK (on_phrase));
  connect (self, self->directory, "transfer", G_CALLBACK (on_transfer));
  connect (self, self->directory, "consult", G_CALLBACK (on_consult));
  connect (self, self->pad, "draft", G_CALLBACK (on_draft));
  connect (self, self->pad, "message", G_CALLBACK (on_message));
}

/* Under the bar, where nothing is covered. */
static void
add_coach (DeskConsolePage *self)
{
  const DeskCoachDesk desk = { .keys = self->keys,
                               .card = GTK_WIDGET (self->card),
                               .phrases = GTK_WIDGET (self->phrases),
                               .directory = GTK_WIDGET (self->directory),
                               .pad = GTK_WIDGET (self->pad),
                               .bar = GTK_WIDGET (self->bar) };
  GtkWidget *strip;

  self->coach = desk_coach_new (self->shift, &desk);
  desk_coach_add_actions (self->coach, G_ACTION_MAP (self->actions));
  strip = desk_coach_get_strip (self->coach);
  gtk_box_pack_start (GTK_BOX (self), strip, FALSE, FALSE, 0);
  gtk_box_reorder_child (GTK_BOX (self), strip, 1);
}

static void
follow_shift (DeskConsolePage *self)
{
  DeskSession *session = session_of (self);
  DeskSessionDriver *driver = desk_shift_get_driver (self->shift);

  connect (self, session, "event", G_CALLBACK (on_session_event));
  connect (self, session, "journal-failed", G_CALLBACK (on_journal_failed));
  connect (self, session, "journal-mended", G_CALLBACK (on_journal_mended));
  connect (self, driver, "tick", G_CALLBACK (on_tick));
  connect (self, driver, "before-command", G_CALLBACK (desk_console_page_flush));
  connect (self, self->settings, "changed::hints", G_CALLBACK (update));
  connect (self, driver, "notify::paused", G_CALLBACK (on_paused_changed));
  connect (self, self->board, "notify::alerting", G_CALLBACK (on_alerting_changed));
  connect (self, self->settings, "changed::flash", G_CALLBACK (on_alerting_changed));
  connect (self, gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-enable-animations",
           G_CALLBACK (on_alerting_changed));
}

static void
follow_settings (DeskConsolePage *self)
{
  GSettings *settings = self->settings;
  const DeskTerms terms = desk_shift_get_terms (self->shift);

  /* In an exam it is not the trainee who decides. */
  if (terms.mode == DESK_MODE_EXAM)
    g_object_set (self->captions, "captions", terms.captions, NULL);
  else
    g_settings_bind (settings, "captions", self->captions, "captions", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "caption-scale", self->captions, "scale", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "visual-ring", self->ring, "wanted", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "flash", self->ring, "flash", G_SETTINGS_BIND_GET);
}

GtkWidget *
desk_console_page_new (DeskShift *shift, GSettings *settings)
{
  DeskConsolePage *self = g_object_new (DESK_TYPE_CONSOLE_PAGE, NULL);

  self->shift = g_object_ref (shift);
  self->settings = g_object_ref (settings);
  self->captions = desk_captions_new (session_of (self));
  self->board = desk_board_new (session_of (self));
  self->announcer = desk_announcer_new (session_of (self), GTK_WIDGET (self));
  self->ring = desk_visual_ring_new (self->board, scenario_of (self)->country, GTK_WIDGET (self));
  add_keys (self);
  add_panes (self);
  follow_settings (self);
  desk_console_bar_set_board (self->bar, self->board, state_of (self));
  desk_glance_set_session (self->glance, session_of (self));
  follow_shift (self);
  if (desk_session_get_header (session_of (self))->mode == DESK_MODE_GUIDED)
    add_coach (self);
  on_alerting_changed (self);
  update (self);
  g_signal_connect (self, "hierarchy-changed", G_CALLBACK (on_hierarchy_changed), NULL);
  return GTK_WIDGET (self);
}

/* The phrases leave room for what is said, whatever the size of the text. */
static void
desk_console_page_style_updated (GtkWidget *widget)
{
  DeskConsolePage *self = DESK_CONSOLE_PAGE (widget);

  GTK_WIDGET_CLASS (desk_console_page_parent_class)->style_updated (widget);
  if (self->phrases_scroller != NULL)
    gtk_scrolled_window_set_max_content_height (self->phrases_scroller,
                                                (int) (PHRASES_EM * desk_timeline_scale (widget)));
}

static void
desk_console_page_dispose (GObject *object)
{
  DeskConsolePage *self = DESK_CONSOLE_PAGE (object);

  g_clear_handle_id (&self->notice_source, g_source_remove);
  g_clear_handle_id (&self->flash_source, g_source_remove);
  g_clear_weak_pointer (&self->focus);
  if (self->ring != NULL)
    g_object_run_dispose (G_OBJECT (self->ring));
  g_clear_object (&self->ring);
  g_clear_object (&self->coach);
  g_clear_object (&self->board);
  g_clear_object (&self->captions);
  g_clear_object (&self->announcer);
  g_clear_object (&self->actions);
  g_clear_object (&self->shift);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_console_page_parent_class)->dispose (object);
}

static void
desk_console_page_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_CONSOLE_PAGE (object)->keys);
  G_OBJECT_CLASS (desk_console_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskConsolePage, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/console-page.ui");
  BIND (bar);
  BIND (journal_bar);
  BIND (journal_label);
  BIND (glance);
  BIND (body);
  BIND (centre);
  BIND (keys_box);
  BIND (card_slot);
  BIND (phrases_scroller);
  BIND (phrases_slot);
  BIND (directory_slot);
  BIND (pad_slot);
  BIND (notice_revealer);
  BIND (notice);
  BIND (pause_cover);
  BIND (go_on_button);
  gtk_widget_class_bind_template_callback (widget_class, press_line);
  gtk_widget_class_bind_template_callback (widget_class, on_glance_call);
  gtk_widget_class_bind_template_callback (widget_class, on_glance_slip);
  gtk_widget_class_bind_template_callback (widget_class, toggle_pause);
  gtk_widget_class_bind_template_callback (widget_class, ask_to_finish);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_recording);
}

static void
desk_console_page_class_init (DeskConsolePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_console_page_dispose;
  object_class->finalize = desk_console_page_finalize;
  GTK_WIDGET_CLASS (klass)->style_updated = desk_console_page_style_updated;
  signals[FINISH] = g_signal_new ("finish", DESK_TYPE_CONSOLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[STOP_RECORDING] = g_signal_new ("stop-recording", DESK_TYPE_CONSOLE_PAGE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_CONSOLE_BAR);
  g_type_ensure (DESK_TYPE_CONSOLE_LAYOUT);
  g_type_ensure (DESK_TYPE_GLANCE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_console_page_init (DeskConsolePage *self)
{
  self->keys = g_ptr_array_new ();
  self->lit = TRUE;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_console_layout_set_pane (self->body, DESK_PANE_LINES, GTK_WIDGET (self->keys_box));
  desk_console_layout_set_pane (self->body, DESK_PANE_CALL, self->centre);
  desk_console_layout_set_pane (self->body, DESK_PANE_DIRECTORY, GTK_WIDGET (self->directory_slot));
  desk_console_layout_set_pane (self->body, DESK_PANE_SLIP, GTK_WIDGET (self->pad_slot));
}
