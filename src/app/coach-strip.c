/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/coach-strip.h"

#include "app/announce.h"
#include "app/focus.h"
#include "app/unchanged.h"
#include "app/wrap-box.h"

/* The buttons stay where they are while there is nothing to say, unseen, and the reason of an advice takes its
 * place: the desk below must not move under the pointer. */

struct _DeskCoachStrip {
  GtkBox parent_instance;

  GtkLabel *words;
  GtkLabel *reason;
  GtkWidget *buttons;
  GtkToggleButton *why_button;

  gboolean rests;
  gboolean has_advice;
  gboolean has_reason;
};

G_DEFINE_FINAL_TYPE (DeskCoachStrip, desk_coach_strip, GTK_TYPE_BOX)

enum {
  GOT_IT,
  SHOW_ME,
  QUIET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const tone_classes[] = {
  [DESK_COACH_TONE_ADVICE] = "advice",
  [DESK_COACH_TONE_REMINDER] = "reminder",
  [DESK_COACH_TONE_PRAISE] = "praise",
  [DESK_COACH_TONE_REGRET] = "regret",
};

static void
set_tone (DeskCoachStrip *self, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (tone_classes); i++)
    gtk_style_context_remove_class (style, tone_classes[i]);
  gtk_style_context_remove_class (style, "rest");
  gtk_style_context_add_class (style, name);
}

/* What is about to become insensitive must not keep the focus: keys would go nowhere. */
static void
give_focus_back (DeskCoachStrip *self)
{
  if (desk_focus_within (GTK_WIDGET (self)) != NULL)
    gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))), NULL);
}

static void
show_buttons (DeskCoachStrip *self, gboolean shown)
{
  if (!shown)
    give_focus_back (self);
  gtk_widget_set_sensitive (self->buttons, shown);
  gtk_widget_set_opacity (self->buttons, shown ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->why_button), self->has_reason);
}

void
desk_coach_strip_say (DeskCoachStrip *self,
                      DeskCoachTone tone,
                      const char *words,
                      const char *reason)
{
  g_return_if_fail (DESK_IS_COACH_STRIP (self));

  if (g_strcmp0 (gtk_label_get_text (self->words), words) != 0)
    gtk_toggle_button_set_active (self->why_button, FALSE);
  self->rests = FALSE;
  self->has_advice = tone == DESK_COACH_TONE_ADVICE || tone == DESK_COACH_TONE_REMINDER;
  self->has_reason = reason != NULL && *reason != '\0';
  gtk_label_set_text (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  gtk_label_set_text (self->reason, self->has_reason ? reason : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason), reason);
  set_tone (self, tone_classes[tone]);
  show_buttons (self, self->has_advice);
  if (tone == DESK_COACH_TONE_ADVICE || tone == DESK_COACH_TONE_REGRET)
    desk_announce (GTK_WIDGET (self->words), words);
}

void
desk_coach_strip_rest (DeskCoachStrip *self, const char *words)
{
  g_return_if_fail (DESK_IS_COACH_STRIP (self));

  desk_text_unless_same (self->words, words);
  desk_tooltip_unless_same (self->words, words);
  if (self->rests)
    return;
  self->rests = TRUE;
  self->has_advice = FALSE;
  gtk_toggle_button_set_active (self->why_button, FALSE);
  set_tone (self, "rest");
  show_buttons (self, FALSE);
}

gboolean
desk_coach_strip_has_advice (DeskCoachStrip *self)
{
  g_return_val_if_fail (DESK_IS_COACH_STRIP (self), FALSE);
  return self->has_advice;
}

void
desk_coach_strip_toggle_reason (DeskCoachStrip *self)
{
  g_return_if_fail (DESK_IS_COACH_STRIP (self));
  if (self->has_advice && self->has_reason)
    gtk_toggle_button_set_active (self->why_button,
                                  !gtk_toggle_button_get_active (self->why_button));
}

static void
on_why_toggled (DeskCoachStrip *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->why_button);

  gtk_widget_set_visible (GTK_WIDGET (self->reason), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->words), !shown);
  if (shown)
    desk_announce (GTK_WIDGET (self->reason), gtk_label_get_text (self->reason));
}

static void
on_got_it (DeskCoachStrip *self)
{
  g_signal_emit (self, signals[GOT_IT], 0);
}

static void
on_show_me (DeskCoachStrip *self)
{
  g_signal_emit (self, signals[SHOW_ME], 0);
}

static void
on_quiet (DeskCoachStrip *self)
{
  g_signal_emit (self, signals[QUIET], 0);
}

/* After everything else in the window has had the key. */
static gboolean
on_window_key (DeskCoachStrip *self, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape || !self->has_advice)
    return GDK_EVENT_PROPAGATE;
  on_got_it (self);
  return GDK_EVENT_STOP;
}

static void
desk_coach_strip_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_coach_strip_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_toplevel (widget), "key-press-event",
                           G_CALLBACK (on_window_key), widget, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
desk_coach_strip_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_toplevel (widget), on_window_key, widget);
  GTK_WIDGET_CLASS (desk_coach_strip_parent_class)->unrealize (widget);
}

GtkWidget *
desk_coach_strip_new (void)
{
  return g_object_new (DESK_TYPE_COACH_STRIP, NULL);
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskCoachStrip, name)

static void
desk_coach_strip_class_init (DeskCoachStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->realize = desk_coach_strip_realize;
  widget_class->unrealize = desk_coach_strip_unrealize;
  signals[GOT_IT] = add_signal ("got-it", type);
  signals[SHOW_ME] = add_signal ("show-me", type);
  signals[QUIET] = add_signal ("quiet", type);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/coach-strip.ui");
  BIND (words);
  BIND (reason);
  BIND (buttons);
  BIND (why_button);
  gtk_widget_class_bind_template_callback (widget_class, on_got_it);
  gtk_widget_class_bind_template_callback (widget_class, on_show_me);
  gtk_widget_class_bind_template_callback (widget_class, on_quiet);
  gtk_widget_class_bind_template_callback (widget_class, on_why_toggled);
}

static void
desk_coach_strip_init (DeskCoachStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_coach_strip_rest (self, "");
}
