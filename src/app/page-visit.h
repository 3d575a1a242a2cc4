/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"

/* A visit to a page with sessions, and over it the summaries of those that are opened. */

G_BEGIN_DECLS

#define DESK_TYPE_PAGE_VISIT (desk_page_visit_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskPageVisit, desk_page_visit, DESK, PAGE_VISIT, GtkStack)

struct _DeskPageVisitClass {
  GtkStackClass parent_class;

  /* A summary is about to be shown; may be NULL. */
  void (*prepare) (DeskPageVisit *self, GtkWidget *summary);
};

/* Signal "leave" (): the user wants to go where they came from: by the page's button, or by Escape or Alt+Left, which
 * go from a summary to the page first. */

/* `page` has the signals "back" and "summary" of DeskHistoryPage. Call it once. */
void desk_page_visit_set_page (DeskPageVisit *self, GtkWidget *page);
GtkWidget *desk_page_visit_get_page (DeskPageVisit *self);

/* The audio for listening to recordings. Without it they are not offered. */
void desk_page_visit_set_audio (DeskPageVisit *self, DeskAudio *audio);

/* The label for going back from a summary; NULL: to the history. See desk_summary_page_show_back(). */
void desk_page_visit_set_back_label (DeskPageVisit *self, const char *label);

/* Goes from a summary to the page, if one is shown. */
void desk_page_visit_close_summary (DeskPageVisit *self);

G_END_DECLS
