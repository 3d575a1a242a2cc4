/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "soak-trainee.h"

#include "app/console-page.h"
#include "app/directory-panel.h"
#include "app/message-pad.h"
#include "app/slips-button.h"
#include "rounds.h"

/* It thinks when something has happened, when it has done something and when the moment has come that it
 * chose: one source of its own, as the session has. Every LIST_EVERY messages it looks for the slip in the
 * list of all slips, and some are written with the number taken over from the telephone. */

#define LIST_EVERY 25

struct _SoakTrainee {
  DeskWindow *window; /* borrowed: outlives us */
  DeskShift *shift;   /* owned, as the next two */
  DeskAutopilot *autopilot;
  GSource *source;
  gulong event_id;
  guint pace;
  DeskDirectoryPanel *directory; /* borrowed, as the next: go with the console */
  DeskMessagePad *pad;
  SoakWork work;
};

typedef struct {
  GSource parent_instance;
  SoakTrainee *trainee;
} TraineeSource;

/* Looking. */

typedef struct {
  GType type;
  GtkWidget *found;
} Search;

static void
look (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->found != NULL)
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, search->type))
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), look, search);
}

gpointer
soak_find (gpointer root, GType type)
{
  Search search = { .type = type };

  look (root, &search);
  if (search.found == NULL)
    g_error ("There is no %s in sight", g_type_name (type));
  return search.found;
}

static gpointer
child (gpointer widget, GType type, const char *name)
{
  GObject *object = gtk_widget_get_template_child (widget, type, name);

  if (object == NULL)
    g_error ("%s has no %s", g_type_name (type), name);
  return object;
}

/* Doing. */

static void
activate (SoakTrainee *self, const char *action, GVariant *parameter)
{
  GActionGroup *actions = gtk_widget_get_action_group (GTK_WIDGET (self->window), "desk");

  if (actions != NULL)
    g_action_group_activate_action (actions, action, parameter);
  else if (parameter != NULL)
    g_variant_unref (g_variant_ref_sink (parameter));
}

static void
say (SoakTrainee *self, const DeskPhrase *phrase)
{
  const DeskScenario *scenario = desk_session_get_scenario (desk_shift_get_session (self->shift));

  for (guint n = 0; n < scenario->n_phrases; n++)
    if (scenario->phrases[n] == phrase)
      activate (self, "phrase", g_variant_new_uint32 (n));
}

static void
hand_to (SoakTrainee *self, const char *action, const DeskPerson *person)
{
  GtkEntry *search = child (self->directory, DESK_TYPE_DIRECTORY_PANEL, "search");

  self->work.n_searches++;
  gtk_entry_set_text (search, person->name);
  if (desk_directory_panel_get_person (self->directory) == person)
    activate (self, action, NULL);
  else
    g_error ("The directory does not find %s first", person->name);
}

static void
choose_row (GtkWidget *row, gpointer wanted)
{
  gpointer *call = wanted;

  if (*call != NULL && g_object_get_data (G_OBJECT (row), "call") == *call) {
    *call = NULL;
    g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  }
}

/* By the list of all slips, as after another call. */
static void
choose_slip (SoakTrainee *self, const DeskCall *call)
{
  GtkWidget *button = child (self->pad, DESK_TYPE_MESSAGE_PAD, "slips_button");
  GtkContainer *list = child (button, DESK_TYPE_SLIPS_BUTTON, "list");
  gpointer wanted = (gpointer) call;
  const double start_ns = rounds_now_ns ();

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_container_forall (list, choose_row, &wanted);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  self->work.n_lists++;
  self->work.lists_ms = MAX (self->work.lists_ms, (rounds_now_ns () - start_ns) / 1e6);
}

static void
take_slip (SoakTrainee *self, const DeskCall *call)
{
  if (desk_message_pad_get_call (self->pad) != call ||
      self->work.n_messages % LIST_EVERY == LIST_EVERY - 1)
    choose_slip (self, call);
}

static void
type (SoakTrainee *self, const char *field, const char *text)
{
  gtk_entry_set_text (child (self->pad, DESK_TYPE_MESSAGE_PAD, field), text);
}

/* Word by word, as it is written. */
static void
type_note (SoakTrainee *self, const char *text)
{
  GtkTextView *note = child (self->pad, DESK_TYPE_MESSAGE_PAD, "note");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (note);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint n = 0; words[n] != NULL; n++) {
    if (n > 0)
      gtk_text_buffer_insert_at_cursor (buffer, " ", 1);
    gtk_text_buffer_insert_at_cursor (buffer, words[n], -1);
  }
}

static void
set_ticks (SoakTrainee *self, DeskTicks ticks)
{
  for (guint n = 0; n < DESK_N_TICKS; n++)
    if ((ticks >> n & 1) != 0)
      activate (self, "tick", g_variant_new_uint32 (n));
}

static void
write_slip (SoakTrainee *self, const DeskCommand *draft)
{
  const DeskScenario *scenario = desk_session_get_scenario (desk_shift_get_session (self->shift));
  const DeskPerson *to = desk_scenario_find_person (scenario, draft->slip->to);

  self->work.n_drafts++;
  take_slip (self, draft->call);
  activate (self, "message", NULL);
  type (self, "to_entry", to != NULL ? to->name : draft->slip->to);
  type (self, "name_entry", draft->slip->name);
  type (self, "organisation_entry", draft->slip->organisation);
  if (self->work.n_drafts % 2 == 0)
    activate (self, "take-number", NULL);
  else
    type (self, "phone_entry", draft->slip->phone);
  if (self->work.n_drafts % 10 == 0)
    activate (self, "alphabet", NULL);
  set_ticks (self, draft->slip->ticks);
  type_note (self, draft->slip->text);
}

static void
log_slip (SoakTrainee *self, const DeskCommand *message)
{
  const DeskState *state = desk_session_get_state (desk_shift_get_session (self->shift));

  if (state->calls[message->call->index].slip == NULL)
    write_slip (self, message);
  take_slip (self, message->call);
  activate (self, "log", NULL);
  self->work.n_messages++;
}

/* What was written and not logged is asked about. */
static void
finish (SoakTrainee *self)
{
  g_autoptr (GList) windows = NULL;

  activate (self, "finish", NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *at = windows; at != NULL; at = at->next)
    if (GTK_IS_MESSAGE_DIALOG (at->data) && gtk_widget_get_visible (at->data))
      gtk_dialog_response (at->data, GTK_RESPONSE_ACCEPT);
}

static void
obey (SoakTrainee *self, const DeskCommand *command)
{
  switch (command->type) {
  case DESK_COMMAND_ANSWER:
  case DESK_COMMAND_RESUME: activate (self, "line", g_variant_new_uint32 (command->line)); break;
  case DESK_COMMAND_SAY: say (self, command->phrase); break;
  case DESK_COMMAND_TRANSFER: hand_to (self, "transfer", command->to); break;
  case DESK_COMMAND_CONSULT: hand_to (self, "consult", command->to); break;
  case DESK_COMMAND_HOLD: activate (self, "hold", NULL); break;
  case DESK_COMMAND_COMPLETE: activate (self, "complete", NULL); break;
  case DESK_COMMAND_CANCEL: activate (self, "take-back", NULL); break;
  case DESK_COMMAND_RELEASE: activate (self, "release", NULL); break;
  case DESK_COMMAND_DRAFT: write_slip (self, command); break;
  case DESK_COMMAND_MESSAGE: log_slip (self, command); break;
  case DESK_COMMAND_FINISH: finish (self); break;
  case DESK_COMMAND_PAUSE:
  case DESK_COMMAND_UNPAUSE:
  case DESK_COMMAND_REPEAT:
  case DESK_COMMAND_GO_ON: g_error ("The built-in trainees never %d", (int) command->type);
  }
}

/* Thinking. */

static void
think_at (SoakTrainee *self, gint64 after_ms)
{
  g_source_set_ready_time (self->source,
                           g_get_monotonic_time () + MAX (after_ms, 0) * 1000 / self->pace);
}

static gboolean
on_thinking (GSource *source, GSourceFunc callback, gpointer data)
{
  SoakTrainee *self = ((TraineeSource *) source)->trainee;
  const gint64 now_ms = desk_session_driver_get_now_ms (desk_shift_get_driver (self->shift));
  DeskCommand command;
  gint64 at_ms;

  g_source_set_ready_time (source, -1);
  if (!desk_autopilot_choose (self->autopilot, &command, &at_ms))
    return G_SOURCE_CONTINUE;
  if (at_ms > now_ms) {
    think_at (self, at_ms - now_ms);
  } else {
    self->work.n_commands++;
    desk_autopilot_take (self->autopilot, now_ms);
    think_at (self, 0);
    obey (self, &command);
  }
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs source_funcs = { .dispatch = on_thinking };

static void
on_session_event (SoakTrainee *self, const DeskEvent *event)
{
  self->work.n_events++;
  if (event->type == DESK_EVENT_COMMAND_REJECTED)
    self->work.n_rejected++;
  if (event->type == DESK_EVENT_RELEASED || event->type == DESK_EVENT_TRANSFERRED ||
      event->type == DESK_EVENT_ABANDONED || event->type == DESK_EVENT_BLOCKED)
    self->work.n_ended++;
  if (event->type == DESK_EVENT_FINISHED)
    g_source_set_ready_time (self->source, -1);
  else
    think_at (self, 0);
}

SoakTrainee *
soak_trainee_new (DeskWindow *window, DeskTrainee manner, guint pace)
{
  SoakTrainee *self = g_new0 (SoakTrainee, 1);
  DeskSession *session;

  self->window = window;
  self->shift = g_object_ref (desk_window_get_shift (window));
  self->pace = pace;
  self->directory = soak_find (window, DESK_TYPE_DIRECTORY_PANEL);
  self->pad = soak_find (window, DESK_TYPE_MESSAGE_PAD);
  session = desk_shift_get_session (self->shift);
  self->autopilot = desk_autopilot_new (manner, session, 1);
  self->source = g_source_new (&source_funcs, sizeof (TraineeSource));
  ((TraineeSource *) self->source)->trainee = self;
  g_source_set_static_name (self->source, "soak-trainee");
  g_source_attach (self->source, NULL);
  self->event_id = g_signal_connect_swapped (session, "event", G_CALLBACK (on_session_event), self);
  desk_session_driver_set_pace (desk_shift_get_driver (self->shift), pace);
  think_at (self, 0);
  return self;
}

void
soak_trainee_free (SoakTrainee *self)
{
  g_signal_handler_disconnect (desk_shift_get_session (self->shift), self->event_id);
  g_source_destroy (self->source);
  g_source_unref (self->source);
  desk_autopilot_free (self->autopilot);
  g_object_unref (self->shift);
  g_free (self);
}

const SoakWork *
soak_trainee_get_work (const SoakTrainee *self)
{
  return &self->work;
}
