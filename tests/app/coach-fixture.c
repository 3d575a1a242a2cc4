/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coach-fixture.h"

#include "cli/settings.h"

void
coached_desk_init (CoachedDesk *self,
                   GtkApplication *application,
                   DeskScenario *scenario,
                   DeskMode mode)
{
  const DeskTerms terms = { .mode = mode, .time = "1" };
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (GError) error = NULL;

  self->settings = desk_settings_new (&error);
  g_assert_no_error (error);
  self->appearance = desk_appearance_new (self->settings);
  self->scenario = desk_scenario_ref (scenario);
  self->shift = desk_shift_new (scenario, lengths, "Sam", &terms, &error);
  g_assert_no_error (error);
  g_assert_true (desk_shift_start (self->shift, &error));
  self->page = DESK_CONSOLE_PAGE (desk_console_page_new (self->shift, self->settings));
  self->window = gtk_application_window_new (application);
  self->keys = desk_window_keys_new (GTK_APPLICATION_WINDOW (self->window), self->settings);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  gtk_widget_insert_action_group (self->window, "desk", desk_console_page_get_actions (self->page));
  gtk_container_add (GTK_CONTAINER (self->window), GTK_WIDGET (self->page));
  gtk_widget_show (self->window);
}

void
coached_desk_clear (CoachedDesk *self)
{
  g_object_run_dispose (G_OBJECT (self->keys));
  g_object_unref (self->keys);
  gtk_widget_destroy (self->window);
  g_object_unref (self->shift);
  g_object_unref (self->appearance);
  g_object_unref (self->settings);
  desk_scenario_unref (self->scenario);
}
