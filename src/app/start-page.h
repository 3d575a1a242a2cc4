/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/terms.h"

/* The page before a shift: the briefing, and who the trainee is. */

G_BEGIN_DECLS

#define DESK_TYPE_START_PAGE (desk_start_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskStartPage, desk_start_page, DESK, START_PAGE, GtkBox)

/**
 * Signals of DeskStartPage:
 *  - "start" (const char *trainee): a name was given, and never an empty one
 *  - "record-toggled" (): the trainee thought otherwise of being recorded
 */
GtkWidget *desk_start_page_new (DeskScenario *scenario, GSettings *settings);

/* A new version of the same scenario; the trainee's input is kept. */
void desk_start_page_set_scenario (DeskStartPage *self, const DeskScenario *scenario);

/* What the user should know about the sound, NULL: nothing; and whether there is no sound at all. */
void desk_start_page_set_sound_notice (DeskStartPage *self, const char *notice, gboolean silent);

/* The terms that were chosen. */
DeskTerms desk_start_page_get_terms (DeskStartPage *self);

/* Shows where captions can be granted in an exam. */
void desk_start_page_show_grants (DeskStartPage *self);

/* Whether the sound check is offered, by the actions of DeskWindowSound. */
void desk_start_page_offer_sound_check (DeskStartPage *self, gboolean offered);

/* Whether the trainee consents to being recorded: only if they say so on this page. */
gboolean desk_start_page_get_record (DeskStartPage *self);

/* What a recording would lack; NULL: nothing known. */
void desk_start_page_set_record_notice (DeskStartPage *self, const char *notice);

/* What happened to the history since the last start; NULL: nothing that must be told. */
void desk_start_page_set_history_notice (DeskStartPage *self, const char *notice);

G_END_DECLS
