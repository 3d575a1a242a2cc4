/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/date-entry.h"

#include <glib/gi18n-lib.h>

#include "app/icon-names.h"
#include "app/style-class.h"
#include "history/history-list.h"

struct _DeskDateEntry {
  GtkEntry parent_instance;

  gint64 from_us; /* of the day last told of; 0: none */
};

G_DEFINE_FINAL_TYPE (DeskDateEntry, desk_date_entry, GTK_TYPE_ENTRY)

static guint picked_signal;

gboolean
desk_date_entry_get_day (DeskDateEntry *self, gint64 *from_us, gint64 *to_us)
{
  g_return_val_if_fail (DESK_IS_DATE_ENTRY (self), FALSE);
  return desk_history_read_day (gtk_entry_get_text (GTK_ENTRY (self)), from_us, to_us);
}

gboolean
desk_date_entry_is_wrong (DeskDateEntry *self)
{
  g_return_val_if_fail (DESK_IS_DATE_ENTRY (self), FALSE);
  return gtk_entry_get_text_length (GTK_ENTRY (self)) > 0 &&
         !desk_date_entry_get_day (self, NULL, NULL);
}

static void
tell (DeskDateEntry *self)
{
  gint64 from_us = 0;

  desk_date_entry_get_day (self, &from_us, NULL);
  if (from_us == self->from_us)
    return;
  self->from_us = from_us;
  g_signal_emit (self, picked_signal, 0);
}

static void
show_whether_right (DeskDateEntry *self)
{
  gboolean wrong = desk_date_entry_is_wrong (self);

  desk_style_class_set (GTK_WIDGET (self), GTK_STYLE_CLASS_ERROR, wrong);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               wrong ? _ ("Write a day as year, month, day: 2026-11-23") : NULL);
}

static void
on_changed (DeskDateEntry *self)
{
  show_whether_right (self);
  tell (self);
}

static void
on_day_picked (GtkCalendar *calendar, gpointer popover)
{
  GtkWidget *entry = gtk_popover_get_relative_to (popover);
  guint year, month, day;
  g_autofree char *text = NULL;

  gtk_calendar_get_date (calendar, &year, &month, &day);
  text = g_strdup_printf ("%04u-%02u-%02u", year, month + 1, day);
  gtk_entry_set_text (GTK_ENTRY (entry), text);
  gtk_popover_popdown (popover);
}

/* The calendar opens at the day that is written, else at today. */
static GtkWidget *
calendar_new (DeskDateEntry *self)
{
  GtkWidget *calendar = gtk_calendar_new ();
  gint64 from_us = 0;
  g_autoptr (GDateTime) day = NULL;

  if (!desk_date_entry_get_day (self, &from_us, NULL))
    return calendar;
  day = g_date_time_new_from_unix_local (from_us / G_USEC_PER_SEC);
  gtk_calendar_select_month (GTK_CALENDAR (calendar), (guint) g_date_time_get_month (day) - 1,
                             (guint) g_date_time_get_year (day));
  gtk_calendar_select_day (GTK_CALENDAR (calendar), (guint) g_date_time_get_day_of_month (day));
  return calendar;
}

static void
on_icon_press (DeskDateEntry *self)
{
  GtkWidget *popover = gtk_popover_new (GTK_WIDGET (self));
  GtkWidget *calendar = calendar_new (self);

  gtk_container_add (GTK_CONTAINER (popover), calendar);
  gtk_widget_show (calendar);
  g_signal_connect (calendar, "day-selected-double-click", G_CALLBACK (on_day_picked), popover);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (on_day_picked), popover);
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_destroy), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* The calendar is for the pointer; keys write the day. */
static void
desk_date_entry_init (DeskDateEntry *self)
{
  GtkEntry *entry = GTK_ENTRY (self);

  gtk_entry_set_width_chars (entry, 11);
  gtk_entry_set_max_length (entry, 10);
  gtk_entry_set_placeholder_text (entry, _ ("2026-11-23"));
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, "x-office-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, _ ("Choose from a calendar"));
  desk_icon_names_follow_tooltips (entry);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect (self, "icon-press", G_CALLBACK (on_icon_press), NULL);
}

static void
desk_date_entry_class_init (DeskDateEntryClass *klass)
{
  picked_signal = g_signal_new ("picked", DESK_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}
