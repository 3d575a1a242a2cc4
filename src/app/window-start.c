/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-start.h"

#include <glib/gi18n-lib.h>

#include "app/exam-dialog.h"
#include "app/start-page.h"
#include "app/tell-dialog.h"

struct _DeskWindowStart {
  GObject parent_instance;

  GtkWindow *window; /* borrowed, as the next three */
  DeskWindowShift *work;
  DeskWindowSound *sound;
  DeskWindowVoices *voices;
  DeskScenario *scenario; /* owned; NULL: none is open */
  DeskTerms terms;        /* on which the shift is worked, or waits to be */
  char *trainee;          /* owned: who waits; or NULL */
  DeskShift *resumed;     /* owned: waits; or NULL */
  GtkWidget *dialog;      /* weak: the question being asked, or NULL */
};

G_DEFINE_FINAL_TYPE (DeskWindowStart, desk_window_start, G_TYPE_OBJECT)

static void on_exam_answered (DeskWindowStart *self, int response);

static void
begin (DeskWindowStart *self, const char *trainee)
{
  g_autoptr (GError) error = NULL;

  if (!desk_window_shift_begin (self->work, self->scenario, desk_window_voices_get (self->voices),
                                trainee, &self->terms, &error))
    desk_tell_dialog_new (self->window, GTK_MESSAGE_ERROR,
                          _ ("The shift cannot be saved, so it was not started."), error->message,
                          NULL);
}

/* Exams. */

static DeskExamHearing
hearing_of (DeskWindowStart *self)
{
  return desk_exam_hearing (self->sound, desk_window_voices_get (self->voices));
}

/* The settings of an exam are confirmed before the first ring. */
static void
ask_about_exam (DeskWindowStart *self, const char *trainee)
{
  GtkWidget *dialog =
      desk_exam_dialog_new (self->window, self->scenario, &self->terms, hearing_of (self),
                            desk_shift_voices_get_trouble (desk_window_voices_get (self->voices)));

  g_object_set_data_full (G_OBJECT (dialog), "trainee", g_strdup (trainee), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_exam_answered), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->dialog, dialog);
  gtk_widget_show (dialog);
}

/* An exam is begun on what is known of the sound, not on what was known when its settings were shown:
 * meanwhile a headset may have been pulled out, or the voices may have failed. */
static void
begin_when_ready (DeskWindowStart *self, const char *trainee)
{
  if (!desk_exam_hearing_is_known (&self->terms, self->sound,
                                   desk_window_voices_get (self->voices))) {
    g_free (self->trainee);
    self->trainee = g_strdup (trainee);
    desk_window_voices_show_progress (self->voices);
  } else if (desk_exam_is_hopeless (&self->terms, hearing_of (self))) {
    ask_about_exam (self, trainee);
  } else {
    begin (self, trainee);
  }
}

static void
on_exam_answered (DeskWindowStart *self, int response)
{
  g_autofree char *trainee = g_strdup (g_object_get_data (G_OBJECT (self->dialog), "trainee"));
  GtkWidget *page = gtk_bin_get_child (GTK_BIN (self->window));

  gtk_widget_destroy (self->dialog);
  if (!DESK_IS_START_PAGE (page))
    return;
  if (response == GTK_RESPONSE_ACCEPT)
    begin_when_ready (self, trainee);
  else if (response == DESK_EXAM_SHOW_GRANTS)
    desk_start_page_show_grants (DESK_START_PAGE (page));
  else if (response == DESK_EXAM_CHECK_SOUND)
    g_action_group_activate_action (G_ACTION_GROUP (self->window), "sound-check", NULL);
}

/* Waiting. */

static void
go_on (DeskWindowStart *self)
{
  g_autofree char *trainee = g_steal_pointer (&self->trainee);

  if (trainee != NULL)
    begin_when_ready (self, trainee);
}

static void
join (DeskWindowStart *self)
{
  g_autoptr (DeskShift) shift = g_steal_pointer (&self->resumed);

  desk_window_shift_join (self->work, shift, desk_window_voices_get (self->voices));
}

/* A shift goes on without voices. The question of an exam tells itself what became of them. */
static void
on_voices_ready (DeskWindowStart *self)
{
  GtkWidget *dialog = self->dialog;

  if (self->resumed != NULL)
    join (self);
  else
    go_on (self);
  if (self->dialog == dialog)
    desk_window_voices_tell_trouble (self->voices);
}

void
desk_window_start_set_scenario (DeskWindowStart *self, DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_WINDOW_START (self));

  desk_scenario_ref (scenario);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  self->scenario = scenario;
  desk_window_start_forget (self);
  if (self->dialog != NULL)
    gtk_widget_destroy (self->dialog);
}

void
desk_window_start_wish (DeskWindowStart *self, const char *trainee, const DeskTerms *terms)
{
  g_return_if_fail (DESK_IS_WINDOW_START (self));

  if (self->dialog != NULL)
    return;
  self->terms = *terms;
  if (terms->mode == DESK_MODE_EXAM)
    ask_about_exam (self, trainee);
  else
    begin_when_ready (self, trainee);
}

char *
desk_window_start_take_waiting (DeskWindowStart *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_START (self), NULL);
  return g_steal_pointer (&self->trainee);
}

void
desk_window_start_wait_again (DeskWindowStart *self, const char *trainee)
{
  g_return_if_fail (DESK_IS_WINDOW_START (self));
  begin_when_ready (self, trainee);
}

void
desk_window_start_begin_again (DeskWindowStart *self, const char *trainee)
{
  g_return_if_fail (DESK_IS_WINDOW_START (self));
  begin (self, trainee);
}

void
desk_window_start_resume (DeskWindowStart *self, DeskShift *shift)
{
  g_return_if_fail (DESK_IS_WINDOW_START (self));

  self->terms = desk_shift_get_terms (shift);
  g_set_object (&self->resumed, shift);
  desk_window_voices_show_progress (self->voices);
}

void
desk_window_start_forget (DeskWindowStart *self)
{
  g_return_if_fail (DESK_IS_WINDOW_START (self));

  g_clear_pointer (&self->trainee, g_free);
  g_clear_object (&self->resumed);
}

static void
desk_window_start_dispose (GObject *object)
{
  DeskWindowStart *self = DESK_WINDOW_START (object);

  desk_window_start_forget (self);
  g_clear_weak_pointer (&self->dialog);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  G_OBJECT_CLASS (desk_window_start_parent_class)->dispose (object);
}

static void
desk_window_start_class_init (DeskWindowStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_start_dispose;
}

static void
desk_window_start_init (DeskWindowStart *self)
{
}

DeskWindowStart *
desk_window_start_new (GtkWindow *window,
                       DeskWindowShift *work,
                       DeskAudio *audio,
                       DeskWindowSound *sound,
                       DeskWindowVoices *voices)
{
  DeskWindowStart *self = g_object_new (DESK_TYPE_WINDOW_START, NULL);

  self->window = window;
  self->work = work;
  self->sound = sound;
  self->voices = voices;
  g_signal_connect_object (voices, "ready", G_CALLBACK (on_voices_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (audio, "changed", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  return self;
}
