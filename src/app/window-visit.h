/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A page that is visited in the window by an action, and from which one comes back to the page one left. */

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

/* A shift is never left for a visit. */
void desk_window_visit_set_allowed (DeskWindowVisit *self, gboolean allowed);
gboolean desk_window_visit_is_allowed (DeskWindowVisit *self);

gboolean desk_window_visit_is_on (DeskWindowVisit *self);

/* Ends a visit, if there is one. */
void desk_window_visit_leave (DeskWindowVisit *self);

/* For those that derive from it. */

/* Gives `window`, which lives longer, the action. Comes once. */
void desk_window_visit_set_up (DeskWindowVisit *self,
                               GtkApplicationWindow *window,
                               const char *action,
                               const GVariantType *target);
GtkWindow *desk_window_visit_get_window (DeskWindowVisit *self);

/* Before a visit is begun: nothing else is visited any more. */
void desk_window_visit_prepare (DeskWindowVisit *self);

/* Shows `visit`, a DeskPageVisit, instead of the window's child. */
void desk_window_visit_begin (DeskWindowVisit *self, GtkWidget *visit);

/* What is visited; NULL: nothing. Owned by the window. */
GtkWidget *desk_window_visit_get (DeskWindowVisit *self);

G_END_DECLS
