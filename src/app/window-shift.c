/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-shift.h"

#include <glib/gi18n-lib.h>

#include "app/console-page.h"
#include "app/finish-question.h"
#include "app/interrupted.h"
#include "app/let-go.h"
#include "app/practice-actions.h"
#include "app/shift-inhibitor.h"
#include "app/tell-dialog.h"
#include "audio/player.h"

struct _DeskWindowShift {
  GObject parent_instance;

  GtkApplicationWindow *window; /* borrowed */
  GSettings *settings;          /* owned, as below */
  DeskAudio *audio;
  DeskWindowKeys *keys;
  DeskWindowRecording *recording;

  /* While there is a shift. */
  DeskShift *shift;
  DeskPlayer *player;
  DeskPracticeActions *practice;
  DeskShiftInhibitor *inhibitor;
  DeskConsolePage *page; /* borrowed, weakly; or NULL */
  GtkWidget *dialog;     /* borrowed, weakly: the question being asked, or NULL */
  guint finished_source; /* its end is still to be reported */
  guint restart_source;
  gboolean left_off; /* the window is about to be closed, and the shift to be gone on with later */
};

G_DEFINE_FINAL_TYPE (DeskWindowShift, desk_window_shift, G_TYPE_OBJECT)

enum {
  ENTERED,
  LEFT,
  FINISHED,
  AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DeskSession *
session_of (DeskWindowShift *self)
{
  return desk_shift_get_session (self->shift);
}

DeskShift *
desk_window_shift_get (DeskWindowShift *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_SHIFT (self), NULL);
  return self->shift;
}

/* Whether there is a shift that is not finished. */
static gboolean
is_worked (DeskWindowShift *self)
{
  return self->shift != NULL && !desk_session_get_state (session_of (self))->finished;
}

/* The end of a shift. */

/* Anybody else who holds the inhibitor hears nothing more from us. */
static void
let_go (DeskWindowShift *self)
{
  g_clear_handle_id (&self->finished_source, g_source_remove);
  g_clear_handle_id (&self->restart_source, g_source_remove);
  g_clear_object (&self->player);
  desk_window_recording_end (self->recording);
  g_clear_object (&self->practice);
  desk_let_go (&self->inhibitor);
  g_clear_object (&self->shift);
}

static void
leave (DeskWindowShift *self)
{
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "desk", NULL);
  desk_window_keys_set_scenario (self->keys, NULL);
  let_go (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
on_finished_due (gpointer data)
{
  DeskWindowShift *self = data;
  g_autoptr (DeskShift) shift = g_object_ref (self->shift);
  DeskShiftRecorder *recorder = desk_window_recording_get_recorder (self->recording);
  g_autoptr (DeskShiftRecorder) kept = recorder != NULL ? g_object_ref (recorder) : NULL;

  self->finished_source = 0;
  leave (self);
  g_signal_emit (self, signals[FINISHED], 0, shift, kept);
  return G_SOURCE_REMOVE;
}

static void
tell_of_end (DeskWindowShift *self)
{
  if (self->finished_source == 0)
    self->finished_source = g_idle_add (on_finished_due, self);
}

/* The session is still telling of its end when this is called, so the rest waits. */
static void
on_session_event (DeskWindowShift *self, const DeskEvent *event, DeskSession *session)
{
  if (self->player != NULL)
    desk_player_handle_event (self->player, desk_session_get_state (session), event);
  if (event->type != DESK_EVENT_FINISHED)
    return;
  if (self->dialog != NULL)
    gtk_widget_destroy (self->dialog);
  tell_of_end (self);
}

static void
finish (DeskWindowShift *self)
{
  DeskCommand command = { .type = DESK_COMMAND_FINISH, .early = TRUE };

  desk_session_driver_command (desk_shift_get_driver (self->shift), &command);
}

static void
ask (DeskWindowShift *self, GtkWidget *dialog, GCallback on_answered)
{
  g_set_weak_pointer (&self->dialog, dialog);
  g_signal_connect_object (dialog, "response", on_answered, self, G_CONNECT_SWAPPED);
  gtk_widget_show (dialog);
}

static void
on_finish_answered (DeskWindowShift *self, int response)
{
  gtk_widget_destroy (self->dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    finish (self);
}

static void
save_words (DeskWindowShift *self)
{
  if (is_worked (self) && self->page != NULL)
    desk_console_page_flush (self->page);
}

static void
on_finish_wanted (DeskWindowShift *self)
{
  GtkWidget *dialog;

  if (self->dialog != NULL)
    return;
  save_words (self);
  dialog = desk_finish_question_new (GTK_WINDOW (self->window), self->shift);
  if (dialog != NULL)
    ask (self, dialog, G_CALLBACK (on_finish_answered));
  else
    finish (self);
}

/* The window's being closed. */

static void
on_close_answered (DeskWindowShift *self, int response)
{
  if (response != DESK_CLOSE_LATER) {
    on_finish_answered (self, response);
    return;
  }
  gtk_widget_destroy (self->dialog);
  self->left_off = TRUE;
  gtk_window_close (GTK_WINDOW (self->window));
}

/* Whoever finishes by closing sees the summary, as after any other shift. */
static void
on_close_wanted (DeskWindowShift *self)
{
  GtkWidget *dialog;

  if (self->dialog != NULL)
    return;
  save_words (self);
  dialog = desk_close_question_new (GTK_WINDOW (self->window), self->shift);
  if (dialog != NULL)
    ask (self, dialog, G_CALLBACK (on_close_answered));
  else
    finish (self);
}

/* Leaves nothing behind that the next start could resume. */
static gboolean
leave_off (DeskWindowShift *self)
{
  g_autoptr (GError) error = NULL;

  save_words (self);
  if (desk_shift_close_journal (self->shift, &error) ||
      desk_journal_is_written (desk_session_get_journal (session_of (self))))
    return TRUE;
  self->left_off = FALSE;
  desk_tell_dialog_new (
      GTK_WINDOW (self->window), GTK_MESSAGE_ERROR,
      _ ("The end of what you did is not on the disk yet, so the window stays open."),
      error->message, NULL);
  return FALSE;
}

/* What is told of a shift that has just ended comes in a moment; it has a result without that. */
gboolean
desk_window_shift_may_close (DeskWindowShift *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_SHIFT (self), TRUE);
  if (is_worked (self)) {
    if (self->left_off)
      return leave_off (self);
    on_close_wanted (self);
    return FALSE;
  }
  if (self->shift == NULL || desk_shift_close_journal (self->shift, NULL))
    return TRUE;
  tell_of_end (self);
  return FALSE;
}

/* A new beginning. */

/* Somebody started afresh on purpose: what was done so far is nothing to be asked about. It stays in a
 * journal that is never finished. */
static void
put_aside (DeskShift *shift)
{
  g_autoptr (GError) error = NULL;

  desk_shift_close_journal (shift, NULL); /* the page still holds it */
  if (!desk_interrupted_put_aside (desk_shift_get_journal (shift), &error))
    g_printerr ("%s\n", error->message);
}

/* It was the start page that asked for leave to record, so it asks again. */
static void
restart (DeskWindowShift *self)
{
  g_autoptr (DeskShift) shift = g_object_ref (self->shift);
  const char *trainee = desk_session_get_header (session_of (self))->trainee;
  const gboolean recorded = desk_window_recording_is_on (self->recording);

  save_words (self);
  leave (self);
  put_aside (shift);
  g_signal_emit (self, signals[AGAIN], 0, recorded ? NULL : trainee);
}

static gboolean
on_restart_due (gpointer data)
{
  DeskWindowShift *self = data;

  self->restart_source = 0;
  if (is_worked (self))
    restart (self);
  return G_SOURCE_REMOVE;
}

/* What was pressed is on the page that goes away, so that must wait. */
static void
restart_soon (DeskWindowShift *self)
{
  if (self->restart_source == 0)
    self->restart_source = g_idle_add (on_restart_due, self);
}

static void
on_restart_answered (DeskWindowShift *self, int response)
{
  gtk_widget_destroy (self->dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    restart_soon (self);
}

static void
on_restart_wanted (DeskWindowShift *self)
{
  GtkWidget *dialog;

  if (self->dialog != NULL)
    return;
  dialog = desk_restart_question_new (GTK_WINDOW (self->window), self->shift);
  if (dialog != NULL)
    ask (self, dialog, G_CALLBACK (on_restart_answered));
  else
    restart_soon (self);
}

/* The beginning of a shift. */

static void
tell (DeskWindowShift *self, const char *words)
{
  if (self->page != NULL)
    desk_console_page_tell (self->page, words);
}

/* Whether what is said can be read on the console. */
static gboolean
has_captions (DeskWindowShift *self)
{
  const DeskTerms terms = desk_shift_get_terms (self->shift);

  return terms.mode == DESK_MODE_EXAM ? terms.captions
                                      : g_settings_get_boolean (self->settings, "captions");
}

/* One sentence: whoever is on the telephone has no time for what is wrong with which file. */
static void
on_clip_failed (DeskWindowShift *self, const DeskReply *reply, const GError *error)
{
  g_printerr ("%s: %s\n", reply->key, error->message);
  tell (self, has_captions (self)
                  ? _ ("The sound of a reply cannot be read; the captions show what is said.")
                  : _ ("The sound of a reply cannot be read, so it stays silent."));
}

/* Whoever must not miss an event listens from before the start. */
static void
follow (DeskWindowShift *self, DeskShiftVoices *voices)
{
  DeskSession *session = session_of (self);

  self->player = desk_player_new (self->audio, desk_session_get_scenario (session),
                                  desk_shift_voices_get_lengths (voices));
  desk_player_set_spoken (self->player, desk_shift_voices_get_clips (voices));
  g_signal_connect_object (self->player, "clip-failed", G_CALLBACK (on_clip_failed), self,
                           G_CONNECT_SWAPPED);
  desk_player_prepare (self->player, desk_session_get_state (session));
  g_signal_connect_object (session, "event", G_CALLBACK (on_session_event), self,
                           G_CONNECT_SWAPPED);
}

static void
add_actions (DeskWindowShift *self)
{
  GActionGroup *actions = desk_console_page_get_actions (self->page);

  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "desk", actions);
  self->practice = desk_practice_actions_new (self->shift, G_ACTION_MAP (actions));
  g_signal_connect_object (self->practice, "restart", G_CALLBACK (on_restart_wanted), self,
                           G_CONNECT_SWAPPED);
  desk_window_keys_set_scenario (self->keys, desk_session_get_scenario (session_of (self)));
}

static void
enter (DeskWindowShift *self)
{
  GtkWidget *page = desk_console_page_new (self->shift, self->settings);

  g_set_weak_pointer (&self->page, DESK_CONSOLE_PAGE (page));
  g_signal_connect_object (page, "finish", G_CALLBACK (on_finish_wanted), self, G_CONNECT_SWAPPED);
  add_actions (self);
  g_signal_emit (self, signals[ENTERED], 0, page);
  desk_console_bar_set_sound_settings (desk_console_page_get_bar (self->page),
                                       desk_audio_get_settings (self->audio));
  self->inhibitor = desk_shift_inhibitor_new (GTK_WINDOW (self->window), session_of (self));
  desk_window_recording_begin (self->recording, self->shift, self->page);
}

gboolean
desk_window_shift_begin (DeskWindowShift *self,
                         DeskScenario *scenario,
                         DeskShiftVoices *voices,
                         const char *trainee,
                         const DeskTerms *terms,
                         GError **error)
{
  g_return_val_if_fail (DESK_IS_WINDOW_SHIFT (self), FALSE);
  g_return_val_if_fail (self->shift == NULL, FALSE);

  self->shift =
      desk_shift_new (scenario, desk_shift_voices_get_lengths (voices), trainee, terms, error);
  if (self->shift == NULL)
    return FALSE;
  self->left_off = FALSE;
  follow (self, voices);
  if (!desk_shift_start (self->shift, error)) {
    leave (self);
    return FALSE;
  }
  enter (self);
  return TRUE;
}

/* It was the start page that asked for leave to record, and nobody was asked this time; and the sound
 * of before stays as it is. */
void
desk_window_shift_join (DeskWindowShift *self, DeskShift *shift, DeskShiftVoices *voices)
{
  g_return_if_fail (DESK_IS_WINDOW_SHIFT (self));
  g_return_if_fail (self->shift == NULL);

  self->shift = g_object_ref (shift);
  self->left_off = FALSE;
  follow (self, voices);
  desk_shift_go_on (self->shift);
  desk_window_recording_decline (self->recording);
  enter (self);
  desk_player_rejoin (self->player, desk_session_get_state (session_of (self)));
  tell (self,
        _ ("The shift continues where it left off. The result will say that it was interrupted."));
}

/* What waits for its turn would never have it. The session is silent by then, so that nobody draws. */
void
desk_window_shift_settle (DeskWindowShift *self)
{
  g_return_if_fail (DESK_IS_WINDOW_SHIFT (self));
  if (!is_worked (self))
    return;
  desk_session_settle (session_of (self));
  save_words (self);
}

static void
desk_window_shift_dispose (GObject *object)
{
  DeskWindowShift *self = DESK_WINDOW_SHIFT (object);

  if (self->recording != NULL)
    let_go (self);
  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->recording);
  g_clear_object (&self->keys);
  g_clear_object (&self->audio);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_window_shift_parent_class)->dispose (object);
}

static void
desk_window_shift_class_init (DeskWindowShiftClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_window_shift_dispose;
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, DESK_TYPE_CONSOLE_PAGE);
  signals[LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, DESK_TYPE_SHIFT, DESK_TYPE_SHIFT_RECORDER);
  signals[AGAIN] = g_signal_new ("again", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
}

static void
desk_window_shift_init (DeskWindowShift *self)
{
}

DeskWindowShift *
desk_window_shift_new (GtkApplicationWindow *window,
                       GSettings *settings,
                       DeskAudio *audio,
                       DeskWindowKeys *keys,
                       DeskWindowRecording *recording)
{
  DeskWindowShift *self = g_object_new (DESK_TYPE_WINDOW_SHIFT, NULL);

  self->window = window;
  self->settings = g_object_ref (settings);
  self->audio = g_object_ref (audio);
  self->keys = g_object_ref (keys);
  self->recording = g_object_ref (recording);
  return self;
}
