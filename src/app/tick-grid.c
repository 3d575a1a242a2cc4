/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/tick-grid.h"

#include "app/key-label.h"
#include "report/words.h"

#define N_COLUMNS 2

struct _DeskTickGrid {
  GtkGrid parent_instance;

  GtkWidget *ticks[DESK_N_TICKS];
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (DeskTickGrid, desk_tick_grid, GTK_TYPE_GRID)

static guint changed_signal;

static void
on_toggled (DeskTickGrid *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

DeskTicks
desk_tick_grid_get_ticks (DeskTickGrid *self)
{
  guint ticks = 0;

  g_return_val_if_fail (DESK_IS_TICK_GRID (self), 0);
  for (guint i = 0; i < DESK_N_TICKS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ticks[i])))
      ticks |= 1u << i;
  return (DeskTicks) ticks;
}

void
desk_tick_grid_set_ticks (DeskTickGrid *self, DeskTicks ticks)
{
  g_return_if_fail (DESK_IS_TICK_GRID (self));

  self->setting = TRUE;
  for (guint i = 0; i < DESK_N_TICKS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ticks[i]), (ticks & (1u << i)) != 0);
  self->setting = FALSE;
}

void
desk_tick_grid_toggle (DeskTickGrid *self, guint n)
{
  g_return_if_fail (DESK_IS_TICK_GRID (self) && n < DESK_N_TICKS);

  if (gtk_widget_is_sensitive (self->ticks[n]))
    gtk_button_clicked (GTK_BUTTON (self->ticks[n]));
}

/* Tab leaves; from without it comes to the first. */
static gboolean
desk_tick_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  DeskTickGrid *self = DESK_TICK_GRID (widget);
  const gboolean tabs = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  const gboolean inside = gtk_container_get_focus_child (GTK_CONTAINER (self)) != NULL;

  if (!tabs)
    return GTK_WIDGET_CLASS (desk_tick_grid_parent_class)->focus (widget, direction);
  if (inside || !gtk_widget_is_sensitive (self->ticks[0]))
    return FALSE;
  gtk_widget_grab_focus (self->ticks[0]);
  return TRUE;
}

static void
desk_tick_grid_class_init (DeskTickGridClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = desk_tick_grid_focus;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
tick_new (guint n)
{
  g_autofree char *id = g_strdup_printf ("tick-%s", desk_tick_name (n));
  GtkWidget *tick = gtk_check_button_new_with_label (desk_words_tick (n));

  gtk_widget_set_tooltip_text (tick, desk_words_tick (n));
  desk_key_tooltip_add (tick, id);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_bin_get_child (GTK_BIN (tick))), PANGO_ELLIPSIZE_END);
  gtk_widget_show (tick);
  return tick;
}

static void
desk_tick_grid_init (DeskTickGrid *self)
{
  for (guint i = 0; i < DESK_N_TICKS; i++) {
    self->ticks[i] = tick_new (i);
    gtk_grid_attach (GTK_GRID (self), self->ticks[i], (int) (i % N_COLUMNS), (int) (i / N_COLUMNS),
                     1, 1);
    g_signal_connect_object (self->ticks[i], "toggled", G_CALLBACK (on_toggled), self,
                             G_CONNECT_SWAPPED);
  }
}
