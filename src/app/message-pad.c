/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/message-pad.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/key-label.h"
#include "app/note-view.h"
#include "app/reading-order.h"
#include "app/recipient-completion.h"
#include "app/slip-draft.h"
#include "app/slips-button.h"
#include "app/wording.h"
#include "report/words.h"

/* The pad shows one DeskSlipDraft at a time and keeps those of all answered calls. It writes to no
 * session: it signals slips, and learns from the session's events what became of them. */

#define DRAFT_DELAY_MS 300

struct _DeskMessagePad {
  GtkBox parent_instance;

  GtkStack *stack;
  GtkLabel *empty_title;
  GtkLabel *empty_hint;
  GtkLabel *title;
  DeskSlipsButton *slips_button;
  GtkWidget *form;
  GtkEntry *entries[DESK_N_ENTRIES];
  GtkWidget *take_number;
  GtkGrid *ticks_grid;
  GtkWidget *ticks[DESK_N_TICKS];
  DeskNoteView *note;
  GtkWidget *log_button;
  GtkLabel *state;

  DeskSession *session;      /* owned */
  DeskDirectoryIndex *index; /* owned */
  GHashTable *drafts;        /* owned: DeskCall, borrowed → DeskSlipDraft, owned */
  GHashTable *lines;         /* owned: DeskCall, borrowed → the line it was last answered on */
  const DeskCall *call;
  DeskSlipDraft *draft; /* borrowed from drafts; NULL: nothing to write on */
  gulong draft_changed_id;
  guint draft_source;
  gboolean changing_over;
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

/* Says `words` on the state line; what went wrong or was brought about is read out too. */
static void
tell (DeskMessagePad *self, const char *words, gboolean is_error)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self->state));

  gtk_label_set_text (self->state, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), words);
  if (is_error)
    gtk_style_context_add_class (context, "desk-error");
  else
    gtk_style_context_remove_class (context, "desk-error");
}

static char *
logged_words (DeskSlipDraft *draft)
{
  gint64 logged_ms = desk_slip_draft_get_logged_ms (draft);
  g_autofree char *clock = NULL;

  if (logged_ms < 0)
    return g_strdup (_ ("Logged; change and log again"));
  clock = desk_wording_clock (logged_ms);
  return g_strdup_printf (_ ("Logged %s; change and log again"), clock);
}

static void
tell_stage (DeskMessagePad *self)
{
  g_autofree char *words = NULL;

  switch (desk_slip_draft_get_stage (self->draft)) {
  case DESK_SLIP_BLANK: words = g_strdup (_ ("Nothing written yet")); break;
  case DESK_SLIP_WRITING: words = g_strdup (_ ("Writing…")); break;
  case DESK_SLIP_SAVED: words = g_strdup (_ ("Draft saved, not logged")); break;
  case DESK_SLIP_LOGGED: words = logged_words (self->draft); break;
  case DESK_SLIP_CHANGED: words = g_strdup (_ ("Changed since it was logged; log again")); break;
  }
  tell (self, words, FALSE);
}

static void
issue_draft (DeskMessagePad *self)
{
  g_autoptr (DeskSlip) slip = NULL;
  g_autoptr (DeskSlipDraft) draft = g_object_ref (self->draft);

  if (desk_slip_draft_get_stage (draft) != DESK_SLIP_WRITING)
    return;
  slip = desk_slip_draft_get_slip (draft);
  desk_slip_draft_mark_saved (draft);
  g_signal_emit (self, signals[DRAFT], 0, self->call, slip);
  if (self->draft == draft)
    tell_stage (self);
}

static gboolean
on_draft_due (gpointer data)
{
  DeskMessagePad *self = data;

  self->draft_source = 0;
  issue_draft (self);
  return G_SOURCE_REMOVE;
}

void
desk_message_pad_flush (DeskMessagePad *self)
{
  g_return_if_fail (DESK_IS_MESSAGE_PAD (self));

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->draft != NULL)
    issue_draft (self);
}

static void
on_draft_changed (DeskMessagePad *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->draft_source = g_timeout_add (DRAFT_DELAY_MS, on_draft_due, self);
  tell_stage (self);
}

static char *
title_for (DeskMessagePad *self, const DeskCall *call)
{
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, call));
  g_autofree char *caller = desk_wording_caller (call, scenario_of (self)->country);

  if (state_of (self, call)->line > 0)
    line = state_of (self, call)->line;
  if (line == 0)
    return g_strdup_printf (_ ("Message – %s"), caller);
  return g_strdup_printf (_ ("Message – line %u, %s"), line, caller);
}

/* Changing over from one call to another. */

static void
show_empty (DeskMessagePad *self)
{
  if (self->call == NULL) {
    gtk_label_set_text (self->empty_title, _ ("No call chosen"));
    gtk_label_set_text (self->empty_hint,
                        _ ("Answer a call, and a slip for its message lies ready here."));
  } else {
    gtk_label_set_text (self->empty_title, _ ("This call has not been answered"));
    gtk_label_set_text (self->empty_hint,
                        _ ("A message can be written once you have spoken to the caller."));
  }
  gtk_label_set_text (self->title, _ ("Message"));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_draft (DeskMessagePad *self)
{
  g_autofree char *title = title_for (self, self->call);
  DeskTicks ticks = desk_slip_draft_get_ticks (self->draft);

  self->changing_over = TRUE;
  for (guint i = 0; i < DESK_N_ENTRIES; i++) {
    gtk_entry_reset_im_context (self->entries[i]);
    gtk_entry_set_buffer (self->entries[i], desk_slip_draft_get_entry (self->draft, i));
  }
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self->note));
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->note),
                            GTK_TEXT_BUFFER (desk_slip_draft_get_note (self->draft)));
  for (guint i = 0; i < DESK_N_TICKS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ticks[i]), (ticks & (1u << i)) != 0);
  self->changing_over = FALSE;

  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_widget_set_sensitive (self->take_number,
                            !self->call->withheld && *self->call->display_number != '\0');
  gtk_stack_set_visible_child_name (self->stack, "slip");
  tell_stage (self);
}

static DeskSlipDraft *
draft_for (DeskMessagePad *self, const DeskCall *call)
{
  DeskSlipDraft *draft = g_hash_table_lookup (self->drafts, call);

  if (draft == NULL) {
    const DeskCallState *state = state_of (self, call);

    draft = desk_slip_draft_new (self->index, scenario_of (self), state->slip, state->logged);
    g_hash_table_insert (self->drafts, (gpointer) call, draft);
  }
  return draft;
}

static void
put_draft_away (DeskMessagePad *self)
{
  desk_message_pad_flush (self);
  if (self->draft != NULL)
    g_clear_signal_handler (&self->draft_changed_id, self->draft);
  self->draft = NULL;
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
  self->draft = draft_for (self, call);
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
refuse (DeskMessagePad *self, const char *words)
{
  tell (self, words, TRUE);
  desk_announce (GTK_WIDGET (self->state), words);
}

/* Namesakes have their extensions to tell them apart. */
static char *
candidate_words (GPtrArray *candidates, guint n)
{
  const DeskPerson *person = candidates->pdata[n];

  return g_strdup_printf ("%s (%s)", person->name, person->extension);
}

static char *
ambiguous_words (const char *typed, GPtrArray *candidates)
{
  g_autofree char *first = candidate_words (candidates, 0);
  g_autofree char *second = candidate_words (candidates, 1);
  g_autofree char *third = candidates->len > 2 ? candidate_words (candidates, 2) : NULL;

  if (third == NULL)
    return g_strdup_printf (_ ("“%s” may be %s or %s; choose one"), typed, first, second);
  if (candidates->len == 3)
    return g_strdup_printf (_ ("“%s” may be %s, %s or %s; choose one"), typed, first, second,
                            third);
  return g_strdup_printf (_ ("“%s” may be %s, %s, %s or others; choose one"), typed, first, second,
                          third);
}

static void
refuse_recipient (DeskMessagePad *self, const char *typed, GPtrArray *candidates)
{
  g_autofree char *words = NULL;

  if (*typed == '\0')
    words = g_strdup (_ ("Not logged: choose whom the message is for"));
  else if (candidates->len > 1)
    words = ambiguous_words (typed, candidates);
  else
    words = g_strdup_printf (
        _ ("Not logged: “%s” is not one person in the directory; choose from the list"), typed);
  refuse (self, words);
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
  g_clear_handle_id (&self->draft_source, g_source_remove);
  desk_slip_draft_mark_saved (self->draft);
  g_signal_emit (self, signals[MESSAGE], 0, self->call, slip);
}

static void
on_message_logged (DeskMessagePad *self, const DeskEvent *event)
{
  DeskSlipDraft *draft = draft_for (self, event->call);

  desk_slip_draft_mark_logged (draft, event->t_ms);
  if (draft != self->draft)
    return;
  tell_stage (self);
  desk_announce (GTK_WIDGET (self->state), gtk_label_get_text (self->state));
}

static void
on_message_rejected (DeskMessagePad *self, DeskReason reason)
{
  if (reason == DESK_REASON_NOT_ANSWERED)
    refuse (self, _ ("Not logged: this call was never answered"));
  else if (reason == DESK_REASON_PAUSED)
    refuse (self, _ ("Not logged: the session is paused; go on first"));
  else if (reason == DESK_REASON_FINISHED)
    refuse (self, _ ("Not logged: the session is finished"));
  else
    refuse (self, _ ("Not logged: the session does not take it now"));
}

/* A ringing call that was chosen before it was answered gets its slip now; a line on the title may
 * have changed. */
static void
on_answered (DeskMessagePad *self, const DeskEvent *event)
{
  g_hash_table_insert (self->lines, (gpointer) event->call, GUINT_TO_POINTER (event->line));
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
      on_message_rejected (self, event->reason);
  } else if (event->type == DESK_EVENT_FINISHED) {
    g_clear_handle_id (&self->draft_source, g_source_remove);
    gtk_widget_set_sensitive (self->form, FALSE);
    gtk_widget_set_sensitive (self->log_button, FALSE);
  }
}

/* The fields. */

static void
on_tick_toggled (DeskMessagePad *self)
{
  guint ticks = 0;

  if (self->changing_over || self->draft == NULL)
    return;
  for (guint i = 0; i < DESK_N_TICKS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ticks[i])))
      ticks |= 1u << i;
  desk_slip_draft_set_ticks (self->draft, (DeskTicks) ticks);
}

static void
set_phone (DeskMessagePad *self, const char *written)
{
  g_autofree char *grouped = desk_phone_number_group (written, scenario_of (self)->country);
  GtkEntryBuffer *phone = desk_slip_draft_get_entry (self->draft, DESK_ENTRY_PHONE);

  if (!g_str_equal (gtk_entry_buffer_get_text (phone), grouped))
    gtk_entry_buffer_set_text (phone, grouped, -1);
}

static void
on_take_number_clicked (DeskMessagePad *self)
{
  set_phone (self, self->call->display_number);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[DESK_ENTRY_PHONE]));
  gtk_editable_set_position (GTK_EDITABLE (self->entries[DESK_ENTRY_PHONE]), -1);
}

static gboolean
on_phone_focus_out (DeskMessagePad *self)
{
  if (self->draft != NULL)
    set_phone (self, gtk_entry_get_text (self->entries[DESK_ENTRY_PHONE]));
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_field_focus_out (DeskMessagePad *self)
{
  desk_message_pad_flush (self);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_match_selected (DeskMessagePad *self, GtkTreeModel *model, GtkTreeIter *iter)
{
  desk_slip_draft_set_recipient (self->draft, desk_recipient_completion_get_person (model, iter));
  gtk_editable_set_position (GTK_EDITABLE (self->entries[DESK_ENTRY_TO]), -1);
  return GDK_EVENT_STOP;
}

static void
add_ticks (DeskMessagePad *self)
{
  for (guint i = 0; i < DESK_N_TICKS; i++) {
    self->ticks[i] = gtk_check_button_new_with_label (desk_words_tick (i));
    gtk_grid_attach (self->ticks_grid, self->ticks[i], (int) (i % 2), (int) (i / 2), 1, 1);
    g_signal_connect_object (self->ticks[i], "toggled", G_CALLBACK (on_tick_toggled), self,
                             G_CONNECT_SWAPPED);
    gtk_widget_show (self->ticks[i]);
  }
}

GtkWidget *
desk_message_pad_new (DeskSession *session)
{
  DeskMessagePad *self = g_object_new (DESK_TYPE_MESSAGE_PAD, NULL);
  g_autoptr (GtkEntryCompletion) completion = NULL;

  self->session = g_object_ref (session);
  self->index = desk_directory_index_new (desk_session_get_scenario (session));
  desk_slips_button_set_session (self->slips_button, session);
  completion = desk_recipient_completion_new (self->index);
  g_signal_connect_object (completion, "match-selected", G_CALLBACK (on_match_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_entry_set_completion (self->entries[DESK_ENTRY_TO], completion);
  g_signal_connect_object (session, "event", G_CALLBACK (on_session_event), self,
                           G_CONNECT_SWAPPED);
  show_empty (self);
  return GTK_WIDGET (self);
}

static void
desk_message_pad_dispose (GObject *object)
{
  DeskMessagePad *self = DESK_MESSAGE_PAD (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->draft != NULL)
    g_clear_signal_handler (&self->draft_changed_id, self->draft);
  self->draft = NULL;
  G_OBJECT_CLASS (desk_message_pad_parent_class)->dispose (object);
}

static void
desk_message_pad_finalize (GObject *object)
{
  DeskMessagePad *self = DESK_MESSAGE_PAD (object);

  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->lines);
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
  BIND (take_number);
  BIND (ticks_grid);
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
  g_type_ensure (DESK_TYPE_KEY_LABEL);
  g_type_ensure (DESK_TYPE_NOTE_VIEW);
  g_type_ensure (DESK_TYPE_SLIPS_BUTTON);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_message_pad_init (DeskMessagePad *self)
{
  self->drafts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->lines = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_key_tooltip_add (self->log_button, "log");
  desk_set_reading_order (GTK_WIDGET (self));
  add_ticks (self);
}
