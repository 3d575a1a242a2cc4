/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A page that an action opens in the window, and from which one returns to the page before. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_VISIT (desk_window_visit_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskWindowVisit, desk_window_visit, DESK, WINDOW_VISIT, GObject)

/**
 * Signals of DeskWindowVisit:
 *  - "visit" (): the window's child is about to be put aside
 *  - "left" (): it is back
 */
struct _DeskWindowVisitClass {
  GObjectClass parent_class;

  /* The action was activated; `target` may be NULL. */
  void (*activate) (DeskWindowVisit *self, GVariant *target);
};

/* Visits are not allowed during a shift. */
void desk_window_visit_set_allowed (DeskWindowVisit *self, gboolean allowed);
gboolean desk_window_visit_is_allowed (DeskWindowVisit *self);

gboolean desk_window_visit_is_on (DeskWindowVisit *self);

/* Ends a visit, if there is one. */
void desk_window_visit_leave (DeskWindowVisit *self);

/* For derived classes. */

/* Adds the action to `window`, which outlives it. Call it once. */
void desk_window_visit_set_up (DeskWindowVisit *self,
                               GtkApplicationWindow *window,
                               const char *action,
                               const GVariantType *target);
GtkWindow *desk_window_visit_get_window (DeskWindowVisit *self);

/* Call it before a visit is begun: ends any other. */
void desk_window_visit_prepare (DeskWindowVisit *self);

/* Shows `visit`, a DeskPageVisit, instead of the window's child. */
void desk_window_visit_begin (DeskWindowVisit *self, GtkWidget *visit);

/* What is visited; NULL: nothing. Owned by the window. */
GtkWidget *desk_window_visit_get (DeskWindowVisit *self);

G_END_DECLS
