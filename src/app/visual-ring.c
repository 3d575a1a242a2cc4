/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/visual-ring.h"

#include "app/style-class.h"
#include "audio/tones.h"

#include <glib/gi18n-lib.h>

#define STYLE_CLASS "desk-visual-ring"
#define LIT_CLASS "lit"
#define NOTIFICATION "ringing"

struct _DeskVisualRing {
  GObject parent_instance;

  DeskBoard *board;  /* owned */
  GtkWidget *widget; /* weak */
  GtkWindow *window; /* weak: the one whose urgency was set, or whose focus is followed */
  const guint16
      *cadence; /* lit, dark, lit, dark; the quickest lights up twice a second (WCAG: three) */
  guint step;   /* of the cadence */
  guint step_source;
  gboolean wanted;
  gboolean flash;
  gboolean notified;
};

G_DEFINE_FINAL_TYPE (DeskVisualRing, desk_visual_ring, G_TYPE_OBJECT)

enum {
  PROP_WANTED = 1,
  PROP_FLASH,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
set_class (DeskVisualRing *self, const char *name, gboolean set)
{
  if (self->widget != NULL)
    desk_style_class_set (self->widget, name, set);
}

static void
set_lit (DeskVisualRing *self, gboolean lit)
{
  set_class (self, LIT_CLASS, lit);
}

static gboolean
on_step (gpointer data)
{
  DeskVisualRing *self = data;

  self->step = (self->step + 1) % 4;
  if (self->cadence[self->step] == 0)
    self->step = 0;
  set_lit (self, self->step % 2 == 0);
  self->step_source = g_timeout_add (self->cadence[self->step], on_step, self);
  return G_SOURCE_REMOVE;
}

/* The edge. */

static void
stop_edge (DeskVisualRing *self)
{
  g_clear_handle_id (&self->step_source, g_source_remove);
  set_lit (self, FALSE);
}

static void
start_edge (DeskVisualRing *self)
{
  set_lit (self, TRUE);
  self->step = 0;
  if (self->flash && self->step_source == 0)
    self->step_source = g_timeout_add (self->cadence[0], on_step, self);
}

/* The desktop. */

/* (transfer full) (nullable) */
static char *
who_rings (DeskVisualRing *self)
{
  for (guint line = 1; line <= desk_board_get_n_lines (self->board); line++) {
    DeskLineItem *item = desk_board_get_item (self->board, line);
    g_autofree char *caller = NULL;

    if (!desk_line_state_rings (desk_line_item_get_state (item)))
      continue;
    g_object_get (item, "caller", &caller, NULL);
    return g_strdup_printf (_ ("Line %u: %s"), line, caller);
  }
  return NULL;
}

static void
withdraw (DeskVisualRing *self)
{
  GtkApplication *application =
      self->window != NULL ? gtk_window_get_application (self->window) : NULL;

  if (self->notified && application != NULL)
    g_application_withdraw_notification (G_APPLICATION (application), NOTIFICATION);
  self->notified = FALSE;
  if (self->window != NULL)
    gtk_window_set_urgency_hint (self->window, FALSE);
}

static void
call_for_attention (DeskVisualRing *self)
{
  GtkApplication *application = gtk_window_get_application (self->window);
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *who = who_rings (self);

  gtk_window_set_urgency_hint (self->window, TRUE);
  if (application == NULL || self->notified || who == NULL)
    return;
  /* The caller's name stands in the title, which is never markup; the text below it may be. */
  notification = g_notification_new (who);
  g_notification_set_body (notification, _ ("The telephone rings"));
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_application_send_notification (G_APPLICATION (application), NOTIFICATION, notification);
  self->notified = TRUE;
}

static void
update (DeskVisualRing *self)
{
  gboolean alerting;

  g_object_get (self->board, "alerting", &alerting, NULL);
  set_class (self, STYLE_CLASS, self->wanted);
  if (alerting && self->wanted && self->step_source == 0)
    start_edge (self);
  else if (!alerting || !self->wanted)
    stop_edge (self);
  if (self->window == NULL)
    return;
  if (alerting && self->wanted && !gtk_window_is_active (self->window))
    call_for_attention (self);
  else
    withdraw (self);
}

static void
on_hierarchy_changed (DeskVisualRing *self)
{
  GtkWidget *top = gtk_widget_get_toplevel (self->widget);

  if (self->window != NULL || !GTK_IS_WINDOW (top))
    return;
  g_set_weak_pointer (&self->window, GTK_WINDOW (top));
  g_signal_connect_object (self->window, "notify::is-active", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

DeskVisualRing *
desk_visual_ring_new (DeskBoard *board, DeskCountry country, GtkWidget *widget)
{
  DeskVisualRing *self = g_object_new (DESK_TYPE_VISUAL_RING, NULL);

  self->board = g_object_ref (board);
  self->cadence = desk_tone_ring_cadence (country);
  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (board, "notify::alerting", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "hierarchy-changed", G_CALLBACK (on_hierarchy_changed), self,
                           G_CONNECT_SWAPPED);
  on_hierarchy_changed (self);
  return self;
}

static void
desk_visual_ring_dispose (GObject *object)
{
  DeskVisualRing *self = DESK_VISUAL_RING (object);

  stop_edge (self);
  withdraw (self);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (desk_visual_ring_parent_class)->dispose (object);
}

static void
desk_visual_ring_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskVisualRing *self = DESK_VISUAL_RING (object);

  switch (id) {
  case PROP_WANTED: g_value_set_boolean (value, self->wanted); break;
  case PROP_FLASH: g_value_set_boolean (value, self->flash); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_visual_ring_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  DeskVisualRing *self = DESK_VISUAL_RING (object);

  switch (id) {
  case PROP_WANTED: self->wanted = g_value_get_boolean (value); break;
  case PROP_FLASH: self->flash = g_value_get_boolean (value); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec); return;
  }
  if (self->board == NULL)
    return;
  stop_edge (self);
  update (self);
}

static void
desk_visual_ring_class_init (DeskVisualRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_visual_ring_dispose;
  object_class->get_property = desk_visual_ring_get_property;
  object_class->set_property = desk_visual_ring_set_property;
  props[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_FLASH] =
      g_param_spec_boolean ("flash", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_visual_ring_init (DeskVisualRing *self)
{
  self->flash = TRUE;
}
