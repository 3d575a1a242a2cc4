/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/history-filter.h"
#include "app/history-visit.h"
#include "app/trainee-progress.h"
#include "hands.h"
#include "history-fixture.h"
#include "page-fixture.h"

/* The history's page over a real history: Kim worked four times, once in an exam and once with captions;
 * Åsa once. */

typedef struct {
  char *folder; /* owned, as below */
  char *path;
  DeskScenario *scenario;
  GtkWidget *window;
  GtkWidget *visit; /* borrowed, as the next */
  DeskHistoryPage *page;
} Fixture;

/* What they worked, the oldest first. */
extern const DeskTestShift history_shifts[6];

/* For g_test_add(). The one leaves the history empty. */
void set_up_empty (Fixture *fixture, gconstpointer data);
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);

/* Opens the page with a trainee (NULL: the class) chosen, and waits until it is read. */
void open_page (Fixture *fixture, const char *trainee);

/* Row 0 is the class. */
void choose_trainee (Fixture *fixture, int row);

/* An action of the group "history", which must be enabled. */
void activate (Fixture *fixture, const char *action);

/* Lets the main loop run until `condition` holds. */
void wait_until (gboolean (*condition) (Fixture *fixture), Fixture *fixture, const char *what);

/* Conditions. A dialogue that asks is a message; the other may choose a folder. */
gboolean is_read (Fixture *fixture);
gboolean is_asking (Fixture *fixture);
gboolean has_dialog (Fixture *fixture);
gboolean is_told (Fixture *fixture);

GtkWidget *await_dialog (Fixture *fixture);

/* Children by their names in the templates: of a widget, the page, its filter, its progress. */
gpointer child_of (gpointer widget, GType type, const char *name);
gpointer child (Fixture *fixture, const char *name);
gpointer filter_child (Fixture *fixture, const char *name);
gpointer progress_child (Fixture *fixture, const char *name);

/* The child that a stack shows. */
const char *shown (Fixture *fixture, const char *stack);

GtkTreeView *view_in (gpointer scroller);
int n_rows (GtkTreeView *view);

/* A row's cells as they are read, "a|b|c", are like a pattern of globs. */
void assert_row (GtkTreeView *view, int n, const char *pattern);

const char *text_of (gpointer label);

/* Somewhere among the labels in it. */
void assert_says (gpointer widget, const char *words);

/* A key with modifiers, given to a widget itself; whether it took it. */
gboolean press (gpointer widget, guint keyval, GdkModifierType modifiers);
