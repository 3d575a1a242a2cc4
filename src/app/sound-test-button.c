/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-test-button.h"

#include <glib/gi18n-lib.h>

struct _DeskSoundTestButton {
  GtkButton parent_instance;

  DeskSoundTest *test; /* owned; or NULL */
  DeskSample sample;
  char *rest; /* owned, as below: the label while it is silent */
  char *hint; /* what it plays, as the template says; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskSoundTestButton, desk_sound_test_button, GTK_TYPE_BUTTON)

static gboolean
is_sounding (DeskSoundTestButton *self)
{
  return self->test != NULL && desk_sound_test_get_sample (self->test) == self->sample;
}

static void
show_state (DeskSoundTestButton *self)
{
  const gboolean possible = desk_sound_test_is_possible (self->test);

  gtk_button_set_label (GTK_BUTTON (self), is_sounding (self) ? _ ("S_top") : self->rest);
  gtk_widget_set_sensitive (GTK_WIDGET (self), possible);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               possible ? self->hint
                                        : _ ("There is no sound while the shift is paused."));
}

static void
desk_sound_test_button_clicked (GtkButton *button)
{
  DeskSoundTestButton *self = DESK_SOUND_TEST_BUTTON (button);

  if (self->test != NULL)
    desk_sound_test_play (self->test, is_sounding (self) ? DESK_SAMPLE_NONE : self->sample);
}

void
desk_sound_test_button_set_test (DeskSoundTestButton *self, DeskSoundTest *test, DeskSample sample)
{
  g_return_if_fail (DESK_IS_SOUND_TEST_BUTTON (self));
  if (self->test != NULL) {
    g_signal_handlers_disconnect_by_func (self->test, show_state, self);
  } else {
    self->rest = g_strdup (gtk_button_get_label (GTK_BUTTON (self)));
    self->hint = gtk_widget_get_tooltip_text (GTK_WIDGET (self));
  }
  g_set_object (&self->test, test);
  self->sample = sample;
  g_signal_connect_object (test, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
}

static void
desk_sound_test_button_dispose (GObject *object)
{
  DeskSoundTestButton *self = DESK_SOUND_TEST_BUTTON (object);

  if (self->test != NULL)
    g_signal_handlers_disconnect_by_func (self->test, show_state, self);
  g_clear_object (&self->test);
  g_clear_pointer (&self->rest, g_free);
  g_clear_pointer (&self->hint, g_free);
  G_OBJECT_CLASS (desk_sound_test_button_parent_class)->dispose (object);
}

static void
desk_sound_test_button_class_init (DeskSoundTestButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sound_test_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = desk_sound_test_button_clicked;
}

static void
desk_sound_test_button_init (DeskSoundTestButton *self)
{
}
