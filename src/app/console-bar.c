/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-bar.h"

#include <glib/gi18n-lib.h>

#include "app/clock.h"
#include "app/key-label.h"
#include "app/style-class.h"
#include "app/text-scale.h"
#include "app/volume-button.h"
#include "app/wording.h"

/* What a popover has about it, on both sides, and is away from the edge of the window. */
#define BRIEFING_SIDES_PX 96

#define BRIEFING_CHARS 60

struct _DeskConsoleBar {
  DeskWrapBox parent_instance;

  GtkLabel *title;
  DeskClock *clock;
  GtkLabel *duration;
  GtkWidget *recording_box;
  GtkLabel *recording_words;
  GtkWidget *sound_notice;
  GtkImage *sound_notice_icon;
  GtkLabel *sound_notice_label;
  DeskVolumeButton *volume;
  GtkWidget *pause_button;
  GtkWidget *again_button;
  GtkLabel *pause_label;
  GtkMenuButton *briefing_button;
  GtkLabel *briefing;
  GtkWidget *finish_button;
};

G_DEFINE_FINAL_TYPE (DeskConsoleBar, desk_console_bar, DESK_TYPE_WRAP_BOX)

enum {
  PAUSE,
  FINISH,
  STOP_RECORDING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_pause_clicked (DeskConsoleBar *self)
{
  g_signal_emit (self, signals[PAUSE], 0);
}

static void
on_finish_clicked (DeskConsoleBar *self)
{
  g_signal_emit (self, signals[FINISH], 0);
}

/* A popover that is wider than the window loses the beginnings of its lines. */
static void
on_briefing_toggled (DeskConsoleBar *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  const int room = gtk_widget_get_allocated_width (window) - BRIEFING_SIDES_PX;
  const int chars = room / desk_text_char_width (GTK_WIDGET (self->briefing));

  gtk_label_set_max_width_chars (self->briefing, CLAMP (chars, 1, BRIEFING_CHARS));
}

/* The button goes with the focus on it, and a key pressed then must not land on another. */
static void
on_stop_recording_clicked (DeskConsoleBar *self)
{
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))), NULL);
  g_signal_emit (self, signals[STOP_RECORDING], 0);
}

void
desk_console_bar_set_board (DeskConsoleBar *self, DeskBoard *board, const DeskState *state)
{
  DeskScenario *scenario = state->scenario;
  g_autofree char *duration = desk_wording_clock (scenario->duration_ms);
  g_autofree char *of = g_strdup_printf (_ ("of %s"), duration);
  g_autofree char *briefing = desk_wording_briefing (scenario);
  g_autofree char *title = state->mode == DESK_MODE_EXAM
                               ? g_strjoin (" · ", _ ("Exam"), scenario->title, NULL)
                               : g_strdup (scenario->title);

  g_return_if_fail (DESK_IS_CONSOLE_BAR (self));

  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_text (self->duration, of);
  gtk_label_set_text (self->briefing, briefing);
  gtk_widget_set_visible (self->pause_button, state->may_pause);
  gtk_widget_set_visible (self->again_button, state->may_repeat);
  g_object_bind_property (board, "clock", self->clock, "label", G_BINDING_SYNC_CREATE);
}

void
desk_console_bar_set_paused (DeskConsoleBar *self, gboolean paused)
{
  const char *word = paused ? _ ("Continue") : _ ("Pause");

  g_return_if_fail (DESK_IS_CONSOLE_BAR (self));
  gtk_label_set_text (self->pause_label, word);
  gtk_label_set_text (self->recording_words, paused ? _ ("Recording paused") : _ ("Recording"));
  atk_object_set_name (gtk_widget_get_accessible (self->pause_button), word);
}

void
desk_console_bar_suggest_finish (DeskConsoleBar *self, gboolean suggested)
{
  g_return_if_fail (DESK_IS_CONSOLE_BAR (self));

  desk_style_class_set (self->finish_button, GTK_STYLE_CLASS_SUGGESTED_ACTION, suggested);
}

void
desk_console_bar_show_briefing (DeskConsoleBar *self)
{
  g_return_if_fail (DESK_IS_CONSOLE_BAR (self));
  gtk_widget_activate (GTK_WIDGET (self->briefing_button));
}

void
desk_console_bar_set_sound_settings (DeskConsoleBar *self, DeskSoundSettings *settings)
{
  g_return_if_fail (DESK_IS_CONSOLE_BAR (self));
  desk_volume_button_set_settings (self->volume, settings);
}

void
desk_console_bar_set_sound_notice (DeskConsoleBar *self, const char *notice, gboolean silent)
{
  g_return_if_fail (DESK_IS_CONSOLE_BAR (self));
  gtk_label_set_text (self->sound_notice_label, silent ? _ ("No sound") : _ ("Sound changed"));
  gtk_image_set_from_icon_name (self->sound_notice_icon,
                                silent ? "audio-volume-muted-symbolic" : "dialog-warning-symbolic",
                                GTK_ICON_SIZE_BUTTON);
  gtk_widget_set_tooltip_text (self->sound_notice, notice);
  gtk_widget_set_visible (self->sound_notice, notice != NULL);
}

void
desk_console_bar_set_recording (DeskConsoleBar *self, gboolean recording)
{
  g_return_if_fail (DESK_IS_CONSOLE_BAR (self));
  gtk_widget_set_visible (self->recording_box, recording);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskConsoleBar, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/console-bar.ui");
  BIND (title);
  BIND (clock);
  BIND (duration);
  BIND (recording_box);
  BIND (recording_words);
  gtk_widget_class_bind_template_child_full (widget_class, "stop_recording", FALSE, 0);
  BIND (sound_notice);
  BIND (sound_notice_icon);
  BIND (sound_notice_label);
  BIND (volume);
  BIND (pause_button);
  BIND (again_button);
  BIND (pause_label);
  BIND (briefing_button);
  BIND (briefing);
  BIND (finish_button);
  gtk_widget_class_bind_template_callback (widget_class, on_briefing_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_pause_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_finish_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_recording_clicked);
}

static void
desk_console_bar_class_init (DeskConsoleBarClass *klass)
{
  static const char *const names[] = {
    [PAUSE] = "pause",
    [FINISH] = "finish",
    [STOP_RECORDING] = "stop-recording",
  };

  for (guint n = 0; n < N_SIGNALS; n++)
    signals[n] = g_signal_new (names[n], DESK_TYPE_CONSOLE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  g_type_ensure (DESK_TYPE_CLOCK);
  g_type_ensure (DESK_TYPE_KEY_LABEL);
  g_type_ensure (DESK_TYPE_VOLUME_BUTTON);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_console_bar_init (DeskConsoleBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_key_tooltip_add (self->pause_button, "pause");
  desk_key_tooltip_add (self->finish_button, "finish");
}
