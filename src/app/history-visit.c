/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-visit.h"

struct _DeskHistoryVisit {
  DeskPageVisit parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskHistoryVisit, desk_history_visit, DESK_TYPE_PAGE_VISIT)

static void
desk_history_visit_prepare (DeskPageVisit *visit, GtkWidget *summary)
{
  g_signal_connect_object (summary, "recording-deleted", G_CALLBACK (desk_history_page_reload),
                           desk_page_visit_get_page (visit), G_CONNECT_SWAPPED);
}

static void
desk_history_visit_class_init (DeskHistoryVisitClass *klass)
{
  DESK_PAGE_VISIT_CLASS (klass)->prepare = desk_history_visit_prepare;
}

static void
desk_history_visit_init (DeskHistoryVisit *self)
{
}

GtkWidget *
desk_history_visit_new (const char *path, const char *trainee)
{
  DeskHistoryVisit *self = g_object_new (DESK_TYPE_HISTORY_VISIT, NULL);

  desk_page_visit_set_page (DESK_PAGE_VISIT (self), desk_history_page_new (path, trainee));
  return GTK_WIDGET (self);
}

DeskHistoryPage *
desk_history_visit_get_page (DeskHistoryVisit *self)
{
  g_return_val_if_fail (DESK_IS_HISTORY_VISIT (self), NULL);
  return DESK_HISTORY_PAGE (desk_page_visit_get_page (DESK_PAGE_VISIT (self)));
}

void
desk_history_visit_show_trainee (DeskHistoryVisit *self, const char *trainee)
{
  g_return_if_fail (DESK_IS_HISTORY_VISIT (self));
  desk_page_visit_close_summary (DESK_PAGE_VISIT (self));
  desk_history_page_choose_trainee (desk_history_visit_get_page (self), trainee);
}
