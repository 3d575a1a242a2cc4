/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/coach.h"

#include "app/coach-strip.h"
#include "app/coach-words.h"
#include "app/directory-panel.h"
#include "app/into-sight.h"
#include "app/style-class.h"
#include "coaching/coach-pace.h"

/* What to say and when is worked out in src/coaching; here it is put on the screen. A command may
 * bring several events, and between them the state is of no trainee's making: the coach looks at it
 * once they are all told, from an idle source. */

#define TARGET_CLASS "desk-coach-target"
#define SHOWN_CLASS "desk-coach-shown"
#define SHOWN_MS 3000

/* Two style classes that look the same, used in turn: when a class is removed and added back GTK does not
 * notice, and its animation does not start again. */
static const char *const pulse_classes[] = { "desk-coach-pulse", "desk-coach-pulse-again" };

struct _DeskCoach {
  GObject parent_instance;

  DeskSession *session; /* owned, as the four below */
  DeskSessionDriver *driver;
  DeskCoachNotes *notes;
  DeskCoachPace *pace;
  GtkWidget *strip;
  DeskCoachDesk desk;
  DeskAdvice advice;    /* on show */
  DeskCoachVoice voice; /* it is shown with */
  DeskMiss miss;        /* told last */
  gboolean has_step;    /* something is to be done, whether or not it is told */
  GtkWidget *target;    /* weak */
  const DeskPerson *chosen;
  guint n_pulses;
  guint update_source;
  guint shown_source; /* 0: nothing stands out */
};

G_DEFINE_FINAL_TYPE (DeskCoach, desk_coach, G_TYPE_OBJECT)

static gint64
now_ms (DeskCoach *self)
{
  return desk_session_driver_get_now_ms (self->driver);
}

/* Pointing. */

static void
stop_pulse (GtkWidget *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (pulse_classes); i++)
    desk_style_class_set (target, pulse_classes[i], FALSE);
}

static void
pulse (DeskCoach *self)
{
  self->n_pulses++;
  stop_pulse (self->target);
  desk_style_class_set (self->target, pulse_classes[self->n_pulses % G_N_ELEMENTS (pulse_classes)],
                        TRUE);
}

static void
stop_showing (DeskCoach *self)
{
  g_clear_handle_id (&self->shown_source, g_source_remove);
  if (self->target != NULL)
    desk_style_class_set (self->target, SHOWN_CLASS, FALSE);
}

static void
point_at (DeskCoach *self, GtkWidget *target, gboolean pulses)
{
  if (self->target != NULL && self->target != target) {
    stop_showing (self);
    desk_style_class_set (self->target, TARGET_CLASS, FALSE);
    stop_pulse (self->target);
  }
  g_set_weak_pointer (&self->target, target);
  if (target == NULL)
    return;
  desk_style_class_set (target, TARGET_CLASS, TRUE);
  if (pulses) {
    desk_into_sight (target);
    pulse (self);
  } else {
    stop_pulse (target);
  }
}

/* Saying. */

static void
advise (DeskCoach *self, DeskCoachTone tone)
{
  DeskScenario *scenario = desk_session_get_scenario (self->session);
  g_autofree char *words =
      desk_coach_words_advice (&self->advice, scenario, desk_keys_of (self->strip));
  g_autofree char *reason =
      desk_coach_words_reason (&self->advice, desk_session_get_state (self->session));

  desk_coach_strip_say (DESK_COACH_STRIP (self->strip), tone, words, reason);
  point_at (self, desk_coach_target_find (&self->desk, &self->advice),
            tone == DESK_COACH_TONE_ADVICE);
}

static void
rest (DeskCoach *self)
{
  g_autofree char *words =
      desk_coach_words_rest (desk_session_get_state (self->session), self->has_step);

  point_at (self, NULL, FALSE);
  desk_coach_strip_rest (DESK_COACH_STRIP (self->strip), words);
}

static void
regret (DeskCoach *self)
{
  g_autofree char *words =
      desk_coach_words_miss (self->miss, desk_session_get_state (self->session));

  point_at (self, NULL, FALSE);
  desk_coach_strip_say (DESK_COACH_STRIP (self->strip), DESK_COACH_TONE_REGRET, words, NULL);
}

static void
speak (DeskCoach *self)
{
  switch (self->voice) {
  case DESK_COACH_SILENT: rest (self); break;
  case DESK_COACH_SPEAKS: advise (self, DESK_COACH_TONE_ADVICE); break;
  case DESK_COACH_REMINDS: advise (self, DESK_COACH_TONE_REMINDER); break;
  case DESK_COACH_PRAISES:
    point_at (self, NULL, FALSE);
    desk_coach_strip_say (DESK_COACH_STRIP (self->strip), DESK_COACH_TONE_PRAISE,
                          desk_coach_words_praise (&self->advice), NULL);
    break;
  case DESK_COACH_REGRETS: regret (self); break;
  }
}

/* The words may stay the same while their target changes: somebody else was chosen to consult meanwhile. */
static void
keep_up (DeskCoach *self)
{
  GtkWidget *target;

  if (self->voice == DESK_COACH_SILENT) {
    rest (self);
  } else if (self->voice == DESK_COACH_SPEAKS || self->voice == DESK_COACH_REMINDS) {
    target = desk_coach_target_find (&self->desk, &self->advice);
    if (target != self->target)
      point_at (self, target, self->voice == DESK_COACH_SPEAKS);
  }
}

/* To choose somebody in the directory is a step, too. */
static void
watch_directory (DeskCoach *self)
{
  const DeskPerson *chosen =
      desk_directory_panel_get_person (DESK_DIRECTORY_PANEL (self->desk.directory));

  if (chosen == self->chosen)
    return;
  self->chosen = chosen;
  desk_coach_pace_touch (self->pace, now_ms (self));
}

void
desk_coach_update (DeskCoach *self)
{
  DeskAdvice next;
  const DeskAdvice *shown;
  DeskCoachVoice voice;

  g_return_if_fail (DESK_IS_COACH (self));

  watch_directory (self);
  next = desk_coach_advise (desk_session_get_state (self->session), self->notes, self->chosen);
  self->has_step = next.kind != DESK_ADVICE_NONE;
  voice = desk_coach_pace_update (self->pace, &next, now_ms (self));
  shown = desk_coach_pace_get_advice (self->pace);
  if (voice == self->voice &&
      (voice == DESK_COACH_SILENT ||
       (voice == DESK_COACH_REGRETS && desk_coach_pace_get_miss (self->pace) == self->miss) ||
       (desk_advice_equal (shown, &self->advice) && shown->why == self->advice.why))) {
    keep_up (self);
    return;
  }
  self->voice = voice;
  self->miss = desk_coach_pace_get_miss (self->pace);
  self->advice = *shown;
  speak (self);
}

static gboolean
on_update_due (gpointer data)
{
  DeskCoach *self = data;

  self->update_source = 0;
  desk_coach_update (self);
  return G_SOURCE_REMOVE;
}

static void
update_soon (DeskCoach *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (on_update_due, self);
}

/* Following. */

void
desk_coach_recall (DeskCoach *self, const DeskState *state, const DeskEvent *event)
{
  g_return_if_fail (DESK_IS_COACH (self));

  desk_coach_notes_observe (self->notes, state, event);
  desk_coach_pace_observe (self->pace, event);
  desk_coach_pace_miss (self->pace, desk_coach_miss (self->notes, event), event->t_ms);
  update_soon (self);
}

static void
on_session_event (DeskCoach *self, const DeskEvent *event)
{
  desk_coach_recall (self, desk_session_get_state (self->session), event);
}

static void
on_drafted (DeskCoach *self)
{
  desk_coach_pace_touch (self->pace, now_ms (self));
  update_soon (self);
}

/* Whoever types is at it. */
static gboolean
on_window_key (DeskCoach *self, GdkEventKey *event)
{
  if (!event->is_modifier)
    desk_coach_pace_touch (self->pace, now_ms (self));
  return GDK_EVENT_PROPAGATE;
}

static void
on_strip_realized (DeskCoach *self)
{
  g_signal_connect_object (gtk_widget_get_toplevel (self->strip), "key-press-event",
                           G_CALLBACK (on_window_key), self, G_CONNECT_SWAPPED);
}

/* Being told. */

static void
get_it (DeskCoach *self)
{
  if (!desk_coach_strip_has_advice (DESK_COACH_STRIP (self->strip)))
    return;
  desk_advice_waive (&self->advice, self->notes);
  desk_coach_pace_dismiss (self->pace, now_ms (self));
  desk_coach_update (self);
}

/* Whoever asks where it is wants to go there. Moving the focus also brings a pane forward. */
static void
go_to (GtkWidget *target)
{
  if (GTK_IS_ENTRY (target))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (target));
  else if (gtk_widget_get_can_focus (target))
    gtk_widget_grab_focus (target);
  else
    gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_shown (gpointer data)
{
  DeskCoach *self = data;

  self->shown_source = 0;
  stop_showing (self);
  return G_SOURCE_REMOVE;
}

/* Highlights it for a while, even if it had the frame already, and even with animations off. */
static void
show_me (DeskCoach *self)
{
  if (self->target == NULL)
    return;
  go_to (self->target);
  desk_into_sight (self->target);
  stop_showing (self);
  desk_style_class_set (self->target, SHOWN_CLASS, TRUE);
  self->shown_source = g_timeout_add (SHOWN_MS, on_shown, self);
  pulse (self);
}

static void
be_quiet (DeskCoach *self)
{
  desk_coach_pace_be_quiet (self->pace);
  desk_coach_update (self);
  gtk_widget_hide (self->strip);
}

static void
on_got_it_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  get_it (self);
}

static void
on_show_me_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  show_me (self);
}

static void
on_why_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  desk_coach_strip_toggle_reason (DESK_COACH_STRIP (DESK_COACH (self)->strip));
}

static void
on_quiet_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  be_quiet (self);
}

void
desk_coach_add_actions (DeskCoach *self, GActionMap *actions)
{
  static const GActionEntry entries[] = {
    { .name = "coach-got-it", .activate = on_got_it_action },
    { .name = "coach-show-me", .activate = on_show_me_action },
    { .name = "coach-why", .activate = on_why_action },
    { .name = "coach-quiet", .activate = on_quiet_action },
  };

  g_return_if_fail (DESK_IS_COACH (self));
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
}

GtkWidget *
desk_coach_get_strip (DeskCoach *self)
{
  g_return_val_if_fail (DESK_IS_COACH (self), NULL);
  return self->strip;
}

static void
connect (DeskCoach *self, gpointer object, const char *signal, GCallback handler)
{
  g_signal_connect_object (object, signal, handler, self, G_CONNECT_SWAPPED);
}

DeskCoach *
desk_coach_new (DeskShift *shift, const DeskCoachDesk *desk)
{
  DeskCoach *self = g_object_new (DESK_TYPE_COACH, NULL);
  DeskScenario *scenario;

  self->session = g_object_ref (desk_shift_get_session (shift));
  self->driver = g_object_ref (desk_shift_get_driver (shift));
  scenario = desk_session_get_scenario (self->session);
  self->desk = *desk;
  self->notes = desk_coach_notes_new (scenario);
  self->pace = desk_coach_pace_new (scenario->level);
  connect (self, self->session, "event", G_CALLBACK (on_session_event));
  connect (self, self->session, "drafted", G_CALLBACK (on_drafted));
  connect (self, self->strip, "realize", G_CALLBACK (on_strip_realized));
  connect (self, self->strip, "got-it", G_CALLBACK (get_it));
  connect (self, self->strip, "show-me", G_CALLBACK (show_me));
  connect (self, self->strip, "quiet", G_CALLBACK (be_quiet));
  return self;
}

static void
desk_coach_dispose (GObject *object)
{
  DeskCoach *self = DESK_COACH (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->shown_source, g_source_remove);
  g_clear_weak_pointer (&self->target);
  g_clear_pointer (&self->notes, desk_coach_notes_free);
  g_clear_pointer (&self->pace, desk_coach_pace_free);
  g_clear_object (&self->strip);
  g_clear_object (&self->driver);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (desk_coach_parent_class)->dispose (object);
}

static void
desk_coach_class_init (DeskCoachClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_coach_dispose;
}

static void
desk_coach_init (DeskCoach *self)
{
  self->strip = g_object_ref_sink (desk_coach_strip_new ());
}
