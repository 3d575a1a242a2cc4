/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/scenario-opening.h"

/* The faults of a scenario, each with its place and line. */

G_BEGIN_DECLS

#define DESK_TYPE_FAULTS_PAGE (desk_faults_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskFaultsPage, desk_faults_page, DESK, FAULTS_PAGE, GtkBox)

GtkWidget *desk_faults_page_new (const DeskOpening *opening);

/* The same scenario, read again. */
void desk_faults_page_set_opening (DeskFaultsPage *self, const DeskOpening *opening);

G_END_DECLS
