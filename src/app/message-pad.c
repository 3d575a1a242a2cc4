/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/message-pad.h"

#include <glib/gi18n-lib.h>

#include "app/alphabet-row.h"
#include "app/announce.h"
#include "app/field-entry.h"
#include "app/key-label.h"
#include "app/let-go.h"
#include "app/note-view.h"
#include "app/reading-order.h"
#include "app/recipient-picker.h"
#include "app/slip-drafts.h"
#include "app/slip-line.h"
#include "app/slip-words.h"
#include "app/slips-button.h"
#include "app/tick-grid.h"
#include "app/unchanged.h"
#include "matching/text-fold.h"
#include "scenario/library-entry.h"

/* The pad shows one DeskSlipDraft at a time and keeps those that were written on. It writes to no
 * session: it signals slips, and learns from the session's events what became of them. */

#define DRAFT_DELAY_MS 300
#define DRAFT_LATEST_MS 2000 /* after the first change, for those who type without a pause */

struct _DeskMessagePad {
  GtkBox parent_instance;

  GtkStack *stack;
  GtkLabel *empty_title;
  GtkLabel *empty_hint;
  GtkLabel *title;
  DeskSlipsButton *slips_button;
  GtkWidget *form;
  GtkEntry *entries[DESK_N_ENTRIES];
  GtkLabel *moment;
  GtkLabel *taken_by;
  GtkToggleButton *spell_button;
  DeskAlphabetRow *alphabet_row;
  DeskTickGrid *ticks;
  DeskNoteView *note;
  GtkWidget *log_button;
  GtkLabel *state;

  DeskSlipLine *line; /* owned, as the next: what `state` tells */
  DeskRecipientPicker *picker;

  DeskSession *session;      /* owned */
  DeskDirectoryIndex *index; /* owned */
  DeskSlipDrafts *drafts;    /* owned */
  GHashTable *lines;         /* owned: DeskCall, borrowed → the line it was last answered on */
  gint64 *answered_ms;       /* owned, by DeskCall.index: when first; -1: not yet */
  const DeskCall *call;
  DeskSlipDraft *draft; /* borrowed from drafts; NULL: nothing to write on */
  gulong draft_changed_id;
  guint draft_source;
  gint64 unsaved_since_us; /* of the first change that no draft has; 0: there is none */
};

G_DEFINE_FINAL_TYPE (DeskMessagePad, desk_message_pad, GTK_TYPE_BOX)

enum {
  DRAFT,
  MESSAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DeskScenario *
scenario_of (DeskMessagePad *self)
{
  return desk_session_get_scenario (self->session);
}

static const DeskCallState *
state_of (DeskMessagePad *self, const DeskCall *call)
{
  return &desk_session_get_state (self->session)->calls[call->index];
}

static const char *
text_of (DeskMessagePad *self, DeskEntry entry)
{
  return gtk_entry_get_text (self->entries[entry]);
}

static void
show_stage (DeskMessagePad *self)
{
  g_autofree char *words = desk_slip_words_stage (self->draft);

  desk_slip_line_show_stage (self->line, words);
}

/* Drafts. */

static void
issue_draft (DeskMessagePad *self)
{
  g_autoptr (DeskSlip) slip = NULL;
  g_autoptr (DeskSlipDraft) draft = g_object_ref (self->draft);

  self->unsaved_since_us = 0;
  if (desk_slip_draft_get_stage (draft) != DESK_SLIP_WRITING)
    return;
  slip = desk_slip_draft_get_slip (draft);
  desk_slip_draft_mark_saved (draft);
  g_signal_emit (self, signals[DRAFT], 0, self->call, slip);
  if (self->draft == draft)
    show_stage (self);
}

static gboolean
on_draft_due (gpointer data)
{
  DeskMessagePad *self = data;

  self->draft_source = 0;
  issue_draft (self);
  return G_SOURCE_REMOVE;
}

/* The slip's content goes to the session now, or no longer can. */
static void
drop_draft_source (DeskMessagePad *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->unsaved_since_us = 0;
}

void
desk_message_pad_flush (DeskMessagePad *self)
{
  g_return_if_fail (DESK_IS_MESSAGE_PAD (self));

  drop_draft_source (self);
  if (self->draft != NULL)
    issue_draft (self);
}

static void
on_draft_changed (DeskMessagePad *self)
{
  const gint64 now_us = g_get_monotonic_time ();
  gint64 left_ms;

  if (self->unsaved_since_us == 0)
    self->unsaved_since_us = now_us;
  left_ms = DRAFT_LATEST_MS - (now_us - self->unsaved_since_us) / 1000;
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->draft_source =
      g_timeout_add ((guint) CLAMP (left_ms, 0, DRAFT_DELAY_MS), on_draft_due, self);
  desk_slip_line_review_hint (self->line);
  show_stage (self);
}

static char *
title_for (DeskMessagePad *self, const DeskCall *call)
{
  guint line = state_of (self, call)->line;

  if (line == 0)
    line = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, call));
  return desk_slip_words_title (call, line, scenario_of (self)->country);
}

/* Changing over from one call to another. */

static void
show_empty (DeskMessagePad *self)
{
  if (self->call == NULL) {
    desk_text_unless_same (self->empty_title, _ ("No call chosen"));
    desk_text_unless_same (self->empty_hint,
                           _ ("Answer a call, and a slip for its message will be ready here."));
  } else {
    desk_text_unless_same (self->empty_title, _ ("This call has not been answered"));
    desk_text_unless_same (self->empty_hint,
                           _ ("A message can be written once you have spoken to the caller."));
  }
  desk_text_unless_same (self->title, _ ("Message"));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_head (DeskMessagePad *self)
{
  const gint64 answered_ms = self->answered_ms[self->call->index];
  g_autofree char *title = title_for (self, self->call);
  g_autofree char *moment = answered_ms >= 0 ? desk_slip_words_moment (answered_ms) : g_strdup ("");

  desk_text_unless_same (self->title, title);
  desk_tooltip_unless_same (self->title, title);
  desk_text_unless_same (self->moment, moment);
}

static void
show_draft (DeskMessagePad *self)
{
  desk_slip_line_drop_hint (self->line);
  for (guint i = 0; i < DESK_N_ENTRIES; i++) {
    gtk_entry_reset_im_context (self->entries[i]);
    gtk_entry_set_buffer (self->entries[i], desk_slip_draft_get_entry (self->draft, i));
  }
  desk_recipient_picker_hide (self->picker);
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self->note));
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->note),
                            GTK_TEXT_BUFFER (desk_slip_draft_get_note (self->draft)));
  desk_tick_grid_set_ticks (self->ticks, desk_slip_draft_get_ticks (self->draft));
  desk_alphabet_row_set_name (self->alphabet_row, text_of (self, DESK_ENTRY_NAME));
  show_head (self);
  gtk_stack_set_visible_child_name (self->stack, "slip");
  show_stage (self);
}

static void
put_draft_away (DeskMessagePad *self)
{
  desk_message_pad_flush (self);
  if (self->draft == NULL)
    return;
  g_clear_signal_handler (&self->draft_changed_id, self->draft);
  self->draft = NULL;
  desk_slip_drafts_put_away (self->drafts, self->call);
}

void
desk_message_pad_set_call (DeskMessagePad *self, const DeskCall *call)
{
  g_return_if_fail (DESK_IS_MESSAGE_PAD (self));

  if (call == self->call && (call == NULL || self->draft != NULL))
    return;
  put_draft_away (self);
  self->call = call;
  desk_slips_button_set_call (self->slips_button, call);
  if (call == NULL || !state_of (self, call)->answered) {
    show_empty (self);
    return;
  }
  self->draft = desk_slip_drafts_get (self->drafts, call);
  self->draft_changed_id =
      g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (on_draft_changed), self);
  show_draft (self);
}

const DeskCall *
desk_message_pad_get_call (DeskMessagePad *self)
{
  return self->call;
}

static void
on_call_chosen (DeskMessagePad *self, const DeskCall *call)
{
  desk_message_pad_set_call (self, call);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* Logging. */

static void
refuse_recipient (DeskMessagePad *self, const char *typed, GPtrArray *candidates)
{
  g_autofree char *words = NULL;

  if (*typed == '\0')
    words = g_strdup (_ ("Not logged: choose who the message is for"));
  else if (candidates->len > 1)
    words = desk_slip_words_ambiguous (self->index, typed, candidates);
  else
    words = g_strdup_printf (
        _ ("Not logged: “%s” does not match one person in the directory; choose from the list"),
        typed);
  desk_slip_line_refuse (self->line, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[DESK_ENTRY_TO]));
}

/* Whether the slip is for one person; the beginning of a name that only one person has will do, and
 * is then written out. */
static gboolean
settle_recipient (DeskMessagePad *self)
{
  GtkEntryBuffer *to = desk_slip_draft_get_entry (self->draft, DESK_ENTRY_TO);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_entry_buffer_get_text (to)));
  g_autoptr (GPtrArray) candidates = NULL;

  if (desk_slip_draft_get_recipient (self->draft) != NULL)
    return TRUE;
  candidates = desk_directory_index_find_named (self->index, typed);
  if (candidates->len == 1) {
    desk_slip_draft_set_recipient (self->draft, candidates->pdata[0]);
    return TRUE;
  }
  desk_message_pad_flush (self);
  refuse_recipient (self, typed, candidates);
  return FALSE;
}

void
desk_message_pad_focus (DeskMessagePad *self)
{
  g_return_if_fail (DESK_IS_MESSAGE_PAD (self));

  if (self->draft != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->entries[DESK_ENTRY_TO]));
}

void
desk_message_pad_log (DeskMessagePad *self)
{
  g_autoptr (DeskSlip) slip = NULL;

  g_return_if_fail (DESK_IS_MESSAGE_PAD (self));
  if (self->draft == NULL || !gtk_widget_is_sensitive (self->form))
    return;
  if (!settle_recipient (self))
    return;
  slip = desk_slip_draft_get_slip (self->draft);
  drop_draft_source (self);
  desk_slip_draft_mark_saved (self->draft);
  g_signal_emit (self, signals[MESSAGE], 0, self->call, slip);
}

static void
on_message_logged (DeskMessagePad *self, const DeskEvent *event)
{
  DeskSlipDraft *draft = desk_slip_drafts_get (self->drafts, event->call);

  desk_slip_draft_mark_logged (draft, event->t_ms);
  if (draft != self->draft)
    return;
  desk_slip_line_drop_hint (self->line);
  show_stage (self);
  desk_announce (GTK_WIDGET (self->state), gtk_label_get_text (self->state));
}

/* The session kept nothing of a message that it rejected. In a pause it still takes a draft. */
static void
save_rejected (DeskMessagePad *self, const DeskCall *call)
{
  DeskSlipDraft *draft = desk_slip_drafts_get (self->drafts, call);

  desk_slip_draft_mark_unsaved (draft, state_of (self, call)->slip);
  if (draft == self->draft)
    desk_message_pad_flush (self);
}

static void
on_message_rejected (DeskMessagePad *self, const DeskEvent *event)
{
  const DeskReason reason = event->reason;

  if (reason == DESK_REASON_PAUSED)
    save_rejected (self, event->call);
  if (reason == DESK_REASON_NOT_ANSWERED)
    desk_slip_line_refuse (self->line, _ ("Not logged: this call was never answered"));
  else if (reason == DESK_REASON_PAUSED)
    desk_slip_line_refuse (self->line, _ ("Not logged: the session is paused; continue first"));
  else if (reason == DESK_REASON_FINISHED)
    desk_slip_line_refuse (self->line, _ ("Not logged: the session is finished"));
  else
    desk_slip_line_refuse (self->line, _ ("Not logged: the session does not take it now"));
}

/* What was written is in the session's state. */
void
desk_message_pad_recall (DeskMessagePad *self, const DeskEvent *event)
{
  if (event->type != DESK_EVENT_ANSWERED)
    return;
  g_hash_table_insert (self->lines, (gpointer) event->call, GUINT_TO_POINTER (event->line));
  if (self->answered_ms[event->call->index] < 0)
    self->answered_ms[event->call->index] = event->t_ms;
}

/* A ringing call that was chosen before it was answered gets its slip now; a line on the title may
 * have changed. */
static void
on_answered (DeskMessagePad *self, const DeskEvent *event)
{
  desk_message_pad_recall (self, event);
  if (event->call != self->call)
    return;
  if (self->draft == NULL)
    desk_message_pad_set_call (self, event->call);
  else
    show_draft (self);
}

static void
on_session_event (DeskMessagePad *self, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_ANSWERED) {
    on_answered (self, event);
  } else if (event->type == DESK_EVENT_MESSAGE_LOGGED) {
    on_message_logged (self, event);
  } else if (event->type == DESK_EVENT_COMMAND_REJECTED) {
    if (event->command == DESK_COMMAND_MESSAGE)
      on_message_rejected (self, event);
  } else if (event->type == DESK_EVENT_FINISHED) {
    drop_draft_source (self);
    gtk_widget_set_sensitive (self->form, FALSE);
    gtk_widget_set_sensitive (self->log_button, FALSE);
  }
}

/* The fields. */

static void
on_ticks_changed (DeskMessagePad *self)
{
  if (self->draft != NULL)
    desk_slip_draft_set_ticks (self->draft, desk_tick_grid_get_ticks (self->ticks));
}

void
desk_message_pad_toggle_tick (DeskMessagePad *self, guint n)
{
  g_return_if_fail (DESK_IS_MESSAGE_PAD (self));

  if (self->draft != NULL)
    desk_tick_grid_toggle (self->ticks, n);
}

static void
set_entry (DeskMessagePad *self, DeskEntry entry, const char *text)
{
  GtkEntryBuffer *buffer = desk_slip_draft_get_entry (self->draft, entry);

  if (!g_str_equal (gtk_entry_buffer_get_text (buffer), text))
    gtk_entry_buffer_set_text (buffer, text, -1);
}

/* What was typed for a name is never written over. */
static void
take_display (DeskMessagePad *self)
{
  g_autofree char *grouped =
      desk_phone_number_group (self->call->display_number, scenario_of (self)->country);

  set_entry (self, DESK_ENTRY_PHONE, grouped);
  if (desk_text_is_blank (text_of (self, DESK_ENTRY_NAME)) && *self->call->display_name != '\0')
    set_entry (self, DESK_ENTRY_NAME, self->call->display_name);
  desk_slip_line_hint (self->line, self->entries[DESK_ENTRY_PHONE],
                       _ ("Taken from the display: check it with the caller"));
}

gboolean
desk_message_pad_take_number (DeskMessagePad *self)
{
  g_return_val_if_fail (DESK_IS_MESSAGE_PAD (self), FALSE);

  if (self->draft == NULL || !gtk_widget_is_sensitive (self->form))
    return FALSE;
  if (self->call->withheld)
    desk_slip_line_hint (self->line, self->entries[DESK_ENTRY_PHONE],
                         _ ("The caller’s number is withheld: ask for it"));
  else if (*self->call->display_number == '\0')
    desk_slip_line_hint (self->line, self->entries[DESK_ENTRY_PHONE],
                         _ ("The telephone shows no number: ask for it"));
  else
    take_display (self);
  return TRUE;
}

static void
on_take_number_clicked (DeskMessagePad *self)
{
  GtkEntry *phone = self->entries[DESK_ENTRY_PHONE];

  if (!desk_message_pad_take_number (self))
    return;
  gtk_entry_grab_focus_without_selecting (phone);
  gtk_editable_set_position (GTK_EDITABLE (phone), -1);
}

/* The alphabet. */

static void
on_name_changed (DeskMessagePad *self)
{
  desk_alphabet_row_set_name (self->alphabet_row, text_of (self, DESK_ENTRY_NAME));
}

static void
on_spell_toggled (DeskMessagePad *self)
{
  const gboolean shown = gtk_toggle_button_get_active (self->spell_button);

  gtk_widget_set_visible (GTK_WIDGET (self->alphabet_row), shown);
  if (shown)
    desk_announce (GTK_WIDGET (self->alphabet_row),
                   desk_alphabet_row_get_words (self->alphabet_row));
}

void
desk_message_pad_toggle_alphabet (DeskMessagePad *self)
{
  g_return_if_fail (DESK_IS_MESSAGE_PAD (self));

  gtk_toggle_button_set_active (self->spell_button,
                                !gtk_toggle_button_get_active (self->spell_button));
}

GtkWidget *
desk_message_pad_get_alphabet (DeskMessagePad *self)
{
  g_return_val_if_fail (DESK_IS_MESSAGE_PAD (self), NULL);
  return GTK_WIDGET (self->alphabet_row);
}

static gboolean
on_phone_focus_out (DeskMessagePad *self)
{
  if (self->draft != NULL)
    desk_field_entry_regroup (DESK_FIELD_ENTRY (self->entries[DESK_ENTRY_PHONE]));
  return GDK_EVENT_PROPAGATE;
}

/* Whoever goes on without choosing somebody is told, but not held up. */
static gboolean
on_recipient_focus_out (DeskMessagePad *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (text_of (self, DESK_ENTRY_TO)));
  g_autofree char *words = NULL;

  if (self->draft == NULL || *typed == '\0' || desk_slip_draft_get_recipient (self->draft) != NULL)
    return GDK_EVENT_PROPAGATE;
  words = desk_slip_words_doubt (self->index, typed);
  desk_slip_line_hint (self->line, self->entries[DESK_ENTRY_TO], words);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_field_focus_out (DeskMessagePad *self)
{
  desk_message_pad_flush (self);
  return GDK_EVENT_PROPAGATE;
}

static void
on_picked (DeskMessagePad *self, const DeskPerson *person)
{
  if (self->draft == NULL)
    return;
  desk_slip_draft_set_recipient (self->draft, person);
  gtk_editable_set_position (GTK_EDITABLE (self->entries[DESK_ENTRY_TO]), -1);
}

static void
make_fields (DeskMessagePad *self)
{
  DeskScenario *scenario = scenario_of (self);
  const gboolean swedish = desk_library_same_language ("sv", scenario->language);
  g_autofree char *taken_by = desk_slip_words_taken_by (desk_session_get_header (self->session));

  desk_field_entry_set_country (DESK_FIELD_ENTRY (self->entries[DESK_ENTRY_PHONE]),
                                scenario->country);
  desk_alphabet_row_set_alphabet (self->alphabet_row,
                                  swedish ? DESK_ALPHABET_SWEDISH : DESK_ALPHABET_ICAO);
  gtk_label_set_text (self->taken_by, taken_by);
  self->picker = desk_recipient_picker_new (self->entries[DESK_ENTRY_TO], self->index);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_message_pad_new (DeskSession *session)
{
  DeskMessagePad *self = g_object_new (DESK_TYPE_MESSAGE_PAD, NULL);
  const guint n_calls = desk_session_get_scenario (session)->n_calls;

  self->session = g_object_ref (session);
  self->index = desk_directory_index_new (desk_session_get_scenario (session));
  self->drafts = desk_slip_drafts_new (session, self->index);
  self->answered_ms = g_new (gint64, n_calls + 1);
  for (guint i = 0; i < n_calls; i++)
    self->answered_ms[i] = -1;
  desk_slips_button_set_session (self->slips_button, session);
  make_fields (self);
  g_signal_connect_object (session, "event", G_CALLBACK (on_session_event), self,
                           G_CONNECT_SWAPPED);
  show_empty (self);
  return GTK_WIDGET (self);
}

static void
desk_message_pad_dispose (GObject *object)
{
  DeskMessagePad *self = DESK_MESSAGE_PAD (object);

  g_clear_pointer (&self->line, desk_slip_line_free);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->draft != NULL)
    g_clear_signal_handler (&self->draft_changed_id, self->draft);
  self->draft = NULL;
  desk_let_go (&self->picker);
  G_OBJECT_CLASS (desk_message_pad_parent_class)->dispose (object);
}

static void
desk_message_pad_finalize (GObject *object)
{
  DeskMessagePad *self = DESK_MESSAGE_PAD (object);

  g_clear_pointer (&self->drafts, desk_slip_drafts_free);
  g_hash_table_unref (self->lines);
  g_free (self->answered_ms);
  g_clear_pointer (&self->index, desk_directory_index_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (desk_message_pad_parent_class)->finalize (object);
}

static guint
add_slip_signal (const char *name, GType type)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                       G_TYPE_POINTER, G_TYPE_POINTER);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskMessagePad, name)
#define BIND_ENTRY(name, which)                                                                    \
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,                            \
                                             G_STRUCT_OFFSET (DeskMessagePad, entries[which]))

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/message-pad.ui");
  BIND (stack);
  BIND (empty_title);
  BIND (empty_hint);
  BIND (title);
  BIND (slips_button);
  BIND (form);
  BIND (moment);
  BIND (taken_by);
  BIND (spell_button);
  BIND (alphabet_row);
  BIND (ticks);
  BIND (note);
  BIND (log_button);
  BIND (state);
  BIND_ENTRY ("to_entry", DESK_ENTRY_TO);
  BIND_ENTRY ("name_entry", DESK_ENTRY_NAME);
  BIND_ENTRY ("organisation_entry", DESK_ENTRY_ORGANISATION);
  BIND_ENTRY ("phone_entry", DESK_ENTRY_PHONE);
  gtk_widget_class_bind_template_callback (widget_class, on_call_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_take_number_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_phone_focus_out);
  gtk_widget_class_bind_template_callback (widget_class, on_recipient_focus_out);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_spell_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_ticks_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_field_focus_out);
  gtk_widget_class_bind_template_callback (widget_class, desk_message_pad_log);
}

static void
desk_message_pad_class_init (DeskMessagePadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = desk_message_pad_dispose;
  object_class->finalize = desk_message_pad_finalize;
  signals[DRAFT] = add_slip_signal ("draft", type);
  signals[MESSAGE] = add_slip_signal ("message", type);
  g_type_ensure (DESK_TYPE_ALPHABET_ROW);
  g_type_ensure (DESK_TYPE_FIELD_ENTRY);
  g_type_ensure (DESK_TYPE_KEY_LABEL);
  g_type_ensure (DESK_TYPE_TICK_GRID);
  g_type_ensure (DESK_TYPE_NOTE_VIEW);
  g_type_ensure (DESK_TYPE_SLIPS_BUTTON);
  bind_template (GTK_WIDGET_CLASS (klass));
}

/* Where there is not room for the whole form, what one writes in is scrolled to. */
static void
follow_focus (GtkWidget *viewport)
{
  gtk_container_set_focus_vadjustment (GTK_CONTAINER (viewport),
                                       gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
}

static void
desk_message_pad_init (DeskMessagePad *self)
{
  self->lines = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->line = desk_slip_line_new (self->state);
  desk_key_tooltip_add (self->log_button, "log");
  desk_set_reading_order (GTK_WIDGET (self));
  follow_focus (gtk_widget_get_parent (self->form));
}
