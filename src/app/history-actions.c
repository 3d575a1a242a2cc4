/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-actions.h"

#include "app/history-places.h"
#include "app/history-tasks.h"

struct _DeskHistoryActions {
  GSimpleActionGroup parent_instance;

  GtkWidget *widget; /* weak */
  char *path;        /* owned, as the next */
  char *trainee;     /* or NULL */
  int keep_days;     /* -1: not known yet */
};

G_DEFINE_FINAL_TYPE (DeskHistoryActions, desk_history_actions, G_TYPE_SIMPLE_ACTION_GROUP)

static guint done_signal;

static GtkWindow *
get_window (DeskHistoryActions *self)
{
  return GTK_WINDOW (gtk_widget_get_toplevel (self->widget));
}

/* A task keeps the actions, and not the page, which may have gone meanwhile. */
static void
on_task_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskHistoryActions) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = desk_history_task_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_signal_emit (self, done_signal, 0, GTK_MESSAGE_ERROR, error->message);
  else
    g_signal_emit (self, done_signal, 0, GTK_MESSAGE_INFO, words);
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskHistoryActions *self = data;

  desk_history_ask_import (self->path, get_window (self), on_task_done, g_object_ref (self));
}

static void
on_rebuild (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskHistoryActions *self = data;

  desk_history_ask_rebuild (self->path, get_window (self), on_task_done, g_object_ref (self));
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskHistoryActions *self = data;

  desk_history_ask_export (self->path, self->trainee, get_window (self), on_task_done,
                           g_object_ref (self));
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskHistoryActions *self = data;

  desk_history_ask_delete (self->path, self->trainee, get_window (self), on_task_done,
                           g_object_ref (self));
}

static void
on_keep (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskHistoryActions *self = data;

  desk_history_ask_keep (self->path, (guint) self->keep_days, get_window (self), on_task_done,
                         g_object_ref (self));
}

static void
on_places (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskHistoryActions *self = data;

  desk_history_places_show (self->path, get_window (self));
}

static const GActionEntry entries[] = {
  { .name = "import", .activate = on_import }, { .name = "rebuild", .activate = on_rebuild },
  { .name = "export", .activate = on_export }, { .name = "delete", .activate = on_delete },
  { .name = "keep", .activate = on_keep },     { .name = "places", .activate = on_places },
};

static void
set_enabled (DeskHistoryActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
desk_history_actions_set_subject (DeskHistoryActions *self, const char *trainee, int keep_days)
{
  g_return_if_fail (DESK_IS_HISTORY_ACTIONS (self));

  g_free (self->trainee);
  self->trainee = g_strdup (trainee);
  self->keep_days = keep_days;
  set_enabled (self, "export", trainee != NULL);
  set_enabled (self, "delete", trainee != NULL);
  set_enabled (self, "keep", keep_days >= 0);
}

static void
desk_history_actions_finalize (GObject *object)
{
  DeskHistoryActions *self = DESK_HISTORY_ACTIONS (object);

  g_clear_weak_pointer (&self->widget);
  g_free (self->path);
  g_free (self->trainee);
  G_OBJECT_CLASS (desk_history_actions_parent_class)->finalize (object);
}

static void
desk_history_actions_class_init (DeskHistoryActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_history_actions_finalize;
  done_signal = g_signal_new ("done", DESK_TYPE_HISTORY_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
desk_history_actions_init (DeskHistoryActions *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

DeskHistoryActions *
desk_history_actions_new (const char *path, GtkWidget *widget)
{
  DeskHistoryActions *self = g_object_new (DESK_TYPE_HISTORY_ACTIONS, NULL);

  self->path = g_strdup (path);
  g_set_weak_pointer (&self->widget, widget);
  desk_history_actions_set_subject (self, NULL, -1);
  return self;
}
