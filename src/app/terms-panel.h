/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/terms.h"

/* Where the trainee chooses on which terms they work: practice, guided or exam, how much time, and
 * what was granted them in an exam. The mode is kept for the next shift. */

G_BEGIN_DECLS

#define DESK_TYPE_TERMS_PANEL (desk_terms_panel_get_type ())
G_DECLARE_FINAL_TYPE (DeskTermsPanel, desk_terms_panel, DESK, TERMS_PANEL, GtkBox)

/* Signal "changed" (): other terms were chosen. */
GtkWidget *desk_terms_panel_new (GSettings *settings, const DeskScenario *scenario);

/* Another state of the same scenario; what the trainee chose stays where it can. */
void desk_terms_panel_set_scenario (DeskTermsPanel *self, const DeskScenario *scenario);

/* The time that is shown outside an exam until another is chosen here: one of desk_terms_times. An exam
 * begins with none, whoever takes it. */
void desk_terms_panel_set_usual_time (DeskTermsPanel *self, const char *time);

/* Chooses guided for now, and says why, unless the trainee has chosen here, or no longer. */
void desk_terms_panel_suggest_guided (DeskTermsPanel *self, gboolean suggested);

/* Unfolds what may be granted in an exam, and puts the focus on captions. */
void desk_terms_panel_show_grants (DeskTermsPanel *self);

/* With what the author of the scenario grants. */
DeskTerms desk_terms_panel_get_terms (DeskTermsPanel *self);

G_END_DECLS
