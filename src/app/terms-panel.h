/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/terms.h"

/* Where the trainee chooses the terms: practice, guided or exam, how much time, and what was granted in an
 * exam. The mode is remembered for the next shift. */

G_BEGIN_DECLS

#define DESK_TYPE_TERMS_PANEL (desk_terms_panel_get_type ())
G_DECLARE_FINAL_TYPE (DeskTermsPanel, desk_terms_panel, DESK, TERMS_PANEL, GtkBox)

/* Signal "changed" (): other terms were chosen. */
GtkWidget *desk_terms_panel_new (GSettings *settings, const DeskScenario *scenario);

/* A new version of the same scenario; choices are kept if possible. */
void desk_terms_panel_set_scenario (DeskTermsPanel *self, const DeskScenario *scenario);

/* The initial time outside exams: one of desk_terms_times. An exam always starts without extra time. */
void desk_terms_panel_set_usual_time (DeskTermsPanel *self, const char *time);

/* Selects guided for now, with the reason, or undoes that; unless the trainee has chosen here. */
void desk_terms_panel_suggest_guided (DeskTermsPanel *self, gboolean suggested);

/* Unfolds what may be granted in an exam, and puts the focus on captions. */
void desk_terms_panel_show_grants (DeskTermsPanel *self);

/* With what the author of the scenario grants. */
DeskTerms desk_terms_panel_get_terms (DeskTermsPanel *self);

G_END_DECLS
