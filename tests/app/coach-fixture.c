/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coach-fixture.h"

#include "app/accelerators.h"

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/frontdesk/Frontdesk/ui/frontdesk.css");
  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (),
                                             GTK_STYLE_PROVIDER (provider),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
coached_desk_init (CoachedDesk *self,
                   GtkApplication *application,
                   DeskScenario *scenario,
                   DeskMode mode)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (GError) error = NULL;

  add_style ();
  desk_accelerators_add (application);
  self->scenario = desk_scenario_ref (scenario);
  self->shift = desk_shift_new_in_mode (scenario, lengths, "Sam", mode, &error);
  g_assert_no_error (error);
  g_assert_true (desk_shift_start (self->shift, &error));
  self->page = DESK_CONSOLE_PAGE (desk_console_page_new (self->shift));
  self->window = gtk_application_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  gtk_widget_insert_action_group (self->window, "desk", desk_console_page_get_actions (self->page));
  gtk_container_add (GTK_CONTAINER (self->window), GTK_WIDGET (self->page));
  gtk_widget_show (self->window);
}

void
coached_desk_clear (CoachedDesk *self)
{
  gtk_widget_destroy (self->window);
  g_object_unref (self->shift);
  desk_scenario_unref (self->scenario);
}
