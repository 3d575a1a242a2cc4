/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/session-driver.h"

/* One GSource without file or poll wakes at whatever comes first, the session's next deadline or
 * the next whole second. However late it is woken, one advance catches up, because the session
 * lets everything that was due happen at its own time. Session time is the monotonic clock minus
 * the pauses: it is kept as a pair of readings that belong together. */

struct _DeskSessionDriver {
  GObject parent_instance;

  DeskSession *session; /* owned */
  GSource *source;      /* owned */
  gint64 base_us;       /* the monotonic clock when session time was base_ms */
  gint64 base_ms;
  gint64 pace;     /* session time that passes in a unit of real time: 1 */
  gint64 ticked_s; /* the last second that was signalled */
  gboolean paused;
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (DeskSessionDriver, desk_session_driver, G_TYPE_OBJECT)

enum {
  PROP_PAUSED = 1,
  N_PROPS,
};

enum {
  BEFORE_COMMAND,
  TICK,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

typedef struct {
  GSource parent_instance;
  DeskSessionDriver *driver; /* which owns the source */
} DriverSource;

void
desk_session_driver_get_moment (DeskSessionDriver *self, gint64 *session_ms, gint64 *monotonic_us)
{
  g_return_if_fail (DESK_IS_SESSION_DRIVER (self));

  *session_ms = self->base_ms;
  *monotonic_us = self->base_us;
}

static gboolean
stands_still (DeskSessionDriver *self)
{
  return self->paused || self->finished;
}

gint64
desk_session_driver_get_now_ms (DeskSessionDriver *self)
{
  g_return_val_if_fail (DESK_IS_SESSION_DRIVER (self), 0);

  if (stands_still (self))
    return self->base_ms;
  return self->base_ms + (g_get_monotonic_time () - self->base_us) * self->pace / 1000;
}

/* How long `ms` of session time take, rounded up: who wakes too early finds nothing due. */
static gint64
whole_us (DeskSessionDriver *self, gint64 ms)
{
  return (ms * 1000 + self->pace - 1) / self->pace;
}

static void
set_alarm (DeskSessionDriver *self)
{
  gint64 due_ms = (self->ticked_s + 1) * 1000;
  gint64 deadline_ms = desk_session_next_deadline_ms (self->session);

  if (deadline_ms >= 0)
    due_ms = MIN (due_ms, deadline_ms);
  g_source_set_ready_time (
      self->source,
      stands_still (self) ? -1 : self->base_us + whole_us (self, due_ms - self->base_ms));
}

static void
tick (DeskSessionDriver *self, gint64 now_ms)
{
  if (now_ms / 1000 == self->ticked_s)
    return;
  self->ticked_s = now_ms / 1000;
  g_signal_emit (self, signals[TICK], 0, now_ms);
}

static gboolean
on_source_ready (GSource *source, GSourceFunc callback, gpointer data)
{
  g_autoptr (DeskSessionDriver) self = g_object_ref (((DriverSource *) source)->driver);
  gint64 now_ms = desk_session_driver_get_now_ms (self);

  desk_session_advance (self->session, now_ms);
  tick (self, now_ms);
  if (self->source == NULL)
    return G_SOURCE_REMOVE;
  set_alarm (self);
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs source_funcs = { .dispatch = on_source_ready };

void
desk_session_driver_command (DeskSessionDriver *self, const DeskCommand *command)
{
  g_return_if_fail (DESK_IS_SESSION_DRIVER (self));
  g_return_if_fail (command != NULL);

  if (command->type != DESK_COMMAND_DRAFT && command->type != DESK_COMMAND_MESSAGE)
    g_signal_emit (self, signals[BEFORE_COMMAND], 0);
  desk_session_dispatch (self->session, command, desk_session_driver_get_now_ms (self));
  if (self->source != NULL)
    set_alarm (self);
}

/* Time stops at the event's own time, so that nothing due after it can slip in. */
static void
stop_clock (DeskSessionDriver *self, gint64 t_ms)
{
  self->base_ms = t_ms;
  self->base_us = g_get_monotonic_time ();
}

void
desk_session_driver_set_pace (DeskSessionDriver *self, guint pace)
{
  g_return_if_fail (DESK_IS_SESSION_DRIVER (self));
  g_return_if_fail (pace >= 1 && pace <= DESK_SESSION_DRIVER_MAX_PACE);

  stop_clock (self, desk_session_driver_get_now_ms (self));
  self->pace = pace;
  set_alarm (self);
}

static void
set_paused (DeskSessionDriver *self, gboolean paused, gint64 t_ms)
{
  stop_clock (self, t_ms);
  self->paused = paused;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAUSED]);
}

static void
on_session_event (DeskSessionDriver *self, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_PAUSED) {
    set_paused (self, TRUE, event->t_ms);
  } else if (event->type == DESK_EVENT_UNPAUSED) {
    set_paused (self, FALSE, event->t_ms);
  } else if (event->type == DESK_EVENT_FINISHED) {
    stop_clock (self, event->t_ms);
    self->finished = TRUE;
  }
}

gboolean
desk_session_driver_get_paused (DeskSessionDriver *self)
{
  g_return_val_if_fail (DESK_IS_SESSION_DRIVER (self), FALSE);
  return self->paused;
}

DeskSessionDriver *
desk_session_driver_new (DeskSession *session)
{
  DeskSessionDriver *self = g_object_new (DESK_TYPE_SESSION_DRIVER, NULL);
  const DeskState *state = desk_session_get_state (session);

  self->session = g_object_ref (session);
  self->base_ms = state->now_ms;
  self->ticked_s = state->now_ms / 1000;
  self->paused = state->paused;
  self->finished = state->finished;
  g_signal_connect_object (session, "event", G_CALLBACK (on_session_event), self,
                           G_CONNECT_SWAPPED);
  self->base_us = g_get_monotonic_time ();
  self->source = g_source_new (&source_funcs, sizeof (DriverSource));
  ((DriverSource *) self->source)->driver = self;
  g_source_set_static_name (self->source, "desk-session-driver");
  g_source_attach (self->source, NULL);
  set_alarm (self);
  return self;
}

static void
desk_session_driver_dispose (GObject *object)
{
  DeskSessionDriver *self = DESK_SESSION_DRIVER (object);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (desk_session_driver_parent_class)->dispose (object);
}

static void
desk_session_driver_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch (id) {
  case PROP_PAUSED: g_value_set_boolean (value, DESK_SESSION_DRIVER (object)->paused); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_session_driver_class_init (DeskSessionDriverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_session_driver_dispose;
  object_class->get_property = desk_session_driver_get_property;
  props[PROP_PAUSED] =
      g_param_spec_boolean ("paused", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[BEFORE_COMMAND] = g_signal_new ("before-command", DESK_TYPE_SESSION_DRIVER,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICK] = g_signal_new ("tick", DESK_TYPE_SESSION_DRIVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
desk_session_driver_init (DeskSessionDriver *self)
{
  self->pace = 1;
}
