/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-page.h"

#include <glib/gi18n-lib.h>

#include "app/board.h"
#include "app/call-card.h"
#include "app/captions.h"
#include "app/coach.h"
#include "app/console-actions.h"
#include "app/console-hints.h"
#include "app/console-layout.h"
#include "app/console-notices.h"
#include "app/console-pause.h"
#include "app/console-recall.h"
#include "app/directory-panel.h"
#include "app/flasher.h"
#include "app/focus.h"
#include "app/glance.h"
#include "app/key-label.h"
#include "app/let-go.h"
#include "app/line-key.h"
#include "app/message-pad.h"
#include "app/notice.h"
#include "app/phrase-foot.h"
#include "app/phrase-grid.h"
#include "app/roving-focus.h"
#include "app/reach.h"
#include "app/text-scale.h"
#include "app/visual-ring.h"

/* The page lays the parts of the desk out and shows what becomes of the shift; what the trainee wishes
 * goes to DeskConsoleActions. The card shows the call at hand: the one last answered, resumed
 * or looked at, also after its end, until another is picked. The message pad follows the card, but
 * may be sent back to an earlier call on its own. No ringing line changes either. */

/* px at the usual size of the text. On a screen of any height the buttons under directory and slip stay near what
 * they are for. */
#define PHRASES_EM 424
#define DIRECTORY_MOST_EM 900
#define SLIP_MOST_EM 720

struct _DeskConsolePage {
  GtkBox parent_instance;

  DeskConsoleBar *bar;
  GtkWidget *journal_bar;
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
  DeskNotice *notice;
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
  DeskConsoleNotices *notices;
  DeskConsolePause *pause;
  DeskVisualRing *ring;
  DeskConsoleActions *actions;
  DeskFlasher *flasher;
  DeskCoach *coach;       /* owned; NULL unless the shift is guided */
  DeskOwedMessages *owed; /* owned */
  DeskConsoleHints hints;
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

/* Showing. */

static void
update (DeskConsolePage *self)
{
  const DeskState *state = state_of (self);
  g_autofree char *hint = desk_console_hints_without_call (&self->hints);

  desk_call_card_set_hints (self->card, desk_console_hints_are_given (&self->hints));
  desk_call_card_update (self->card, hint);
  desk_glance_update (self->glance);
  desk_phrase_grid_update (self->phrases, state, desk_console_actions_get_line (self->actions));
  desk_directory_panel_update (self->directory);
  g_object_set (self->directory, "can-transfer",
                desk_console_actions_can_hand_on (self->actions, DESK_COMMAND_TRANSFER), NULL);
  desk_console_bar_suggest_finish (self->bar, state->n_left == 0);
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
  if (call != desk_board_get_selected (self->board))
    desk_directory_panel_reset (self->directory);
  if (call != desk_message_pad_get_call (self->pad) &&
      desk_focus_within (GTK_WIDGET (self->pad)) != NULL)
    leave_pad (self, call);
  desk_board_select (self->board, call);
  desk_call_card_set_call (self->card, call);
  desk_message_pad_set_call (self->pad, call);
  desk_console_layout_raise (self->body, DESK_PANE_CALL);
}

static void
on_session_event (DeskConsolePage *self, const DeskEvent *event)
{
  switch (event->type) {
  case DESK_EVENT_ANSWERED:
  case DESK_EVENT_RESUMED: show_call (self, event->call); break;
  case DESK_EVENT_CONSULTING:
  case DESK_EVENT_TRANSFERRING:
    desk_directory_panel_end_search (self->directory);
    desk_console_layout_raise (self->body, DESK_PANE_CALL); /* where the colleague answers */
    break;
  case DESK_EVENT_COLLEAGUE_BUSY:
  case DESK_EVENT_COLLEAGUE_REFUSES:
  case DESK_EVENT_RECALL:
  case DESK_EVENT_TRANSFERRED: desk_directory_panel_reset (self->directory); break;
  case DESK_EVENT_HOLD_REMINDER:
  case DESK_EVENT_ABANDONED:
  case DESK_EVENT_COMMAND_REJECTED:
  case DESK_EVENT_TRAINEE_SAYS:
  case DESK_EVENT_HELD:
  case DESK_EVENT_RELEASED:
  case DESK_EVENT_MESSAGE_LOGGED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_CALLER_SPEAKS:
  case DESK_EVENT_CALLER_DONE:
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_ACCEPTS:
  case DESK_EVENT_BLOCKED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_INTERRUPTED:
  case DESK_EVENT_FINISHED: break;
  }
}

static void
note_owed (DeskConsolePage *self, const DeskEvent *event)
{
  desk_owed_messages_observe (self->owed, event);
}

static void
on_tick (DeskConsolePage *self)
{
  desk_board_update (self->board);
  update (self);
  if (self->coach != NULL)
    desk_coach_update (self->coach);
}

/* Commands: DeskConsoleActions carries them out. */

static void
on_look (DeskConsolePage *self, const DeskCall *call)
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
press_line (DeskConsolePage *self, guint line)
{
  desk_console_actions_press_line (self->actions, line);
}

static void
on_key_clicked (DeskConsolePage *self, DeskLineKey *key)
{
  press_line (self, desk_line_item_get_line (desk_line_key_get_item (key)));
}

static void
toggle_pause (DeskConsolePage *self)
{
  desk_console_actions_toggle_pause (self->actions);
}

static void
show_briefing (DeskConsolePage *self)
{
  desk_console_bar_show_briefing (self->bar);
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

GActionGroup *
desk_console_page_get_actions (DeskConsolePage *self)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_PAGE (self), NULL);
  return G_ACTION_GROUP (desk_console_actions_get_map (self->actions));
}

DeskConsoleBar *
desk_console_page_get_bar (DeskConsolePage *self)
{
  g_return_val_if_fail (DESK_IS_CONSOLE_PAGE (self), NULL);
  return self->bar;
}

void
desk_console_page_tell (DeskConsolePage *self, const char *words)
{
  g_return_if_fail (DESK_IS_CONSOLE_PAGE (self));
  desk_console_notices_tell (self->notices, words);
}

void
desk_console_page_mention (DeskConsolePage *self, const char *words, const char *before)
{
  g_return_if_fail (DESK_IS_CONSOLE_PAGE (self));
  desk_console_notices_mention (self->notices, words, before);
}

void
desk_console_page_flush (DeskConsolePage *self)
{
  g_return_if_fail (DESK_IS_CONSOLE_PAGE (self));
  desk_message_pad_flush (self->pad);
}

/* When keys change, so do their names in all hints and on the cover of the pause. */
static void
on_keys_changed (DeskConsolePage *self)
{
  g_autofree char *go_on = desk_keys_with_words (keys_of (self), "pause", _ ("Continue"));

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
  desk_roving_focus_add (GTK_WIDGET (self->keys_box));
}

static void
connect (DeskConsolePage *self, gpointer object, const char *signal, GCallback handler)
{
  g_signal_connect_object (object, signal, handler, self, G_CONNECT_SWAPPED);
}

static void
add_notices (DeskConsolePage *self)
{
  const DeskNoticePlaces places = { self->notice, self->journal_bar, self->journal_label };

  self->hints = (DeskConsoleHints){ .shift = self->shift,
                                    .settings = self->settings,
                                    .board = self->board,
                                    .owed = self->owed,
                                    .page = GTK_WIDGET (self) };
  self->notices = desk_console_notices_new (&self->hints, &places);
}

static void
add_panes (DeskConsolePage *self)
{
  DeskSession *session = session_of (self);

  self->card = DESK_CALL_CARD (desk_call_card_new (session, self->captions, self->owed));
  self->phrases = DESK_PHRASE_GRID (
      desk_phrase_grid_new (scenario_of (self), desk_session_get_header (session)->trainee));
  self->directory = DESK_DIRECTORY_PANEL (desk_directory_panel_new (session));
  self->pad = DESK_MESSAGE_PAD (desk_message_pad_new (session));
  gtk_container_add (self->card_slot, GTK_WIDGET (self->card));
  gtk_container_add (self->phrases_slot, GTK_WIDGET (self->phrases));
  /* What has the focus is scrolled to. */
  gtk_container_set_focus_vadjustment (
      GTK_CONTAINER (gtk_bin_get_child (GTK_BIN (self->phrases_scroller))),
      gtk_scrolled_window_get_vadjustment (self->phrases_scroller));
  gtk_container_add (GTK_CONTAINER (self->centre),
                     desk_phrase_foot_new (self->phrases, gtk_scrolled_window_get_vadjustment (
                                                              self->phrases_scroller)));
  gtk_container_add (self->directory_slot, GTK_WIDGET (self->directory));
  gtk_container_add (self->pad_slot, GTK_WIDGET (self->pad));
  desk_console_layout_set_passing (self->body, desk_message_pad_get_alphabet (self->pad));
}

static void
add_actions (DeskConsolePage *self)
{
  self->actions = desk_console_actions_new (self->shift, self->board, self->directory, self->pad);
  g_signal_connect_object (self->actions, "tell", G_CALLBACK (desk_console_notices_tell),
                           self->notices, G_CONNECT_SWAPPED);
  connect (self, self->actions, "look", G_CALLBACK (on_look));
  connect (self, self->actions, "briefing", G_CALLBACK (show_briefing));
  connect (self, self->actions, "finish", G_CALLBACK (ask_to_finish));
  g_signal_connect_object (self->card, "action", G_CALLBACK (desk_console_actions_act),
                           self->actions, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->phrases, "phrase", G_CALLBACK (desk_console_actions_say),
                           self->actions, G_CONNECT_SWAPPED);
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
  desk_coach_add_actions (self->coach, desk_console_actions_get_map (self->actions));
  strip = desk_coach_get_strip (self->coach);
  gtk_box_pack_start (GTK_BOX (self), strip, FALSE, FALSE, 0);
  gtk_box_reorder_child (GTK_BOX (self), strip, 1);
}

static void
follow_shift (DeskConsolePage *self)
{
  DeskSession *session = session_of (self);
  DeskSessionDriver *driver = desk_shift_get_driver (self->shift);
  const DeskPausePlaces places = { .page = GTK_WIDGET (self),
                                   .cover = self->pause_cover,
                                   .body = GTK_WIDGET (self->body),
                                   .glance = GTK_WIDGET (self->glance),
                                   .bar = self->bar };

  connect (self, session, "event", G_CALLBACK (on_session_event));
  connect (self, session, "told", G_CALLBACK (update));
  connect (self, driver, "tick", G_CALLBACK (on_tick));
  connect (self, driver, "before-command", G_CALLBACK (desk_console_page_flush));
  connect (self, self->settings, "changed::hints", G_CALLBACK (update));
  self->pause = desk_console_pause_new (driver, &places);
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
  g_object_bind_property (self->flasher, "moves", self->ring, "flash", G_BINDING_SYNC_CREATE);
}

/* The page joins a shift that was interrupted: whoever is on the handset is the call at hand, and the
 * pad has what was written. */
static void
recall (DeskConsolePage *self)
{
  const guint handset = desk_state_handset (state_of (self));
  const DeskConsoleMemory memory = { self->captions, self->pad, self->owed, self->coach };

  desk_console_recall (self->shift, &memory);
  if (handset > 0)
    show_call (self, desk_state_call_on_line (state_of (self), handset));
  else
    show_call (self, desk_shift_get_last_call (self->shift));
}

GtkWidget *
desk_console_page_new (DeskShift *shift, GSettings *settings)
{
  DeskConsolePage *self = g_object_new (DESK_TYPE_CONSOLE_PAGE, NULL);

  self->shift = g_object_ref (shift);
  self->settings = g_object_ref (settings);
  self->captions = desk_captions_new (session_of (self));
  self->board = desk_board_new (session_of (self));
  self->owed = desk_owed_messages_new (scenario_of (self));
  connect (self, session_of (self), "event", G_CALLBACK (note_owed)); /* before it is told of */
  add_notices (self);
  self->ring = desk_visual_ring_new (self->board, scenario_of (self)->country, GTK_WIDGET (self));
  add_keys (self);
  add_panes (self);
  add_actions (self);
  self->flasher = desk_flasher_new (self->board, self->keys, settings, GTK_WIDGET (self));
  follow_settings (self);
  desk_console_bar_set_board (self->bar, self->board, state_of (self));
  desk_glance_set_session (self->glance, session_of (self));
  follow_shift (self);
  if (desk_session_get_header (session_of (self))->mode == DESK_MODE_GUIDED)
    add_coach (self);
  if (desk_shift_was_interrupted (shift))
    recall (self);
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
                                                (int) (PHRASES_EM * desk_text_scale (widget)));
}

static void
desk_console_page_dispose (GObject *object)
{
  DeskConsolePage *self = DESK_CONSOLE_PAGE (object);

  if (self->shift != NULL) /* its end may destroy the page before all signals are out */
    g_signal_handlers_disconnect_by_data (session_of (self), self);
  desk_let_go (&self->notices);
  desk_let_go (&self->pause);
  desk_let_go (&self->ring);
  g_clear_object (&self->coach);
  g_clear_object (&self->board);
  g_clear_object (&self->captions);
  g_clear_object (&self->actions);
  desk_let_go (&self->flasher);
  g_clear_object (&self->shift);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_console_page_parent_class)->dispose (object);
}

static void
desk_console_page_finalize (GObject *object)
{
  DeskConsolePage *self = DESK_CONSOLE_PAGE (object);

  g_ptr_array_unref (self->keys);
  desk_owed_messages_free (self->owed);
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
  BIND (notice);
  BIND (pause_cover);
  BIND (go_on_button);
  gtk_widget_class_bind_template_callback (widget_class, press_line);
  gtk_widget_class_bind_template_callback (widget_class, on_look);
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
  g_type_ensure (DESK_TYPE_NOTICE);
  g_type_ensure (DESK_TYPE_CONSOLE_LAYOUT);
  g_type_ensure (DESK_TYPE_GLANCE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
set_low_pane (DeskConsolePage *self, DeskPane pane, GtkContainer *slot, guint most_height)
{
  GtkWidget *reach = desk_reach_new (0, most_height);

  gtk_container_add (GTK_CONTAINER (reach), GTK_WIDGET (slot));
  desk_console_layout_set_pane (self->body, pane, reach);
}

static void
desk_console_page_init (DeskConsolePage *self)
{
  self->keys = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_console_layout_set_pane (self->body, DESK_PANE_LINES, GTK_WIDGET (self->keys_box));
  desk_console_layout_set_pane (self->body, DESK_PANE_CALL, self->centre);
  set_low_pane (self, DESK_PANE_DIRECTORY, self->directory_slot, DIRECTORY_MOST_EM);
  set_low_pane (self, DESK_PANE_SLIP, self->pad_slot, SLIP_MOST_EM);
}
