/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/history-keeper.h"
#include "app/history-upkeep.h"
#include "app/history-visit.h"
#include "app/tell-dialog.h"
#include "history/history.h"

struct _DeskWindowHistory {
  DeskWindowVisit parent_instance;

  GCancellable *upkeep;      /* owned, as below */
  DeskAudio *audio;          /* or NULL */
  DeskHandingIn *handing_in; /* or NULL */
  DeskStoreSender *sender;   /* the same */
  char *path;
  char *notice; /* or NULL */
  char *told;   /* the last time, on whatever page; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskWindowHistory, desk_window_history, DESK_TYPE_WINDOW_VISIT)

static guint notice_signal;

/* Visits. */

static GtkWidget *
visit_new (DeskWindowHistory *self, const char *trainee)
{
  GtkWidget *visit = desk_history_visit_new (self->path, trainee);

  desk_page_visit_set_audio (DESK_PAGE_VISIT (visit), self->audio);
  if (self->notice != NULL)
    desk_history_page_tell (desk_history_visit_get_page (DESK_HISTORY_VISIT (visit)),
                            GTK_MESSAGE_WARNING, self->notice);
  return visit;
}

static void
desk_window_history_activate (DeskWindowVisit *base, GVariant *target)
{
  const char *name = g_variant_get_string (target, NULL);
  const char *trainee = *name != '\0' ? name : NULL;
  GtkWidget *visit = desk_window_visit_get (base);

  if (visit != NULL) {
    desk_history_visit_show_trainee (DESK_HISTORY_VISIT (visit), trainee);
    return;
  }
  desk_window_visit_prepare (base);
  desk_window_visit_begin (base, visit_new (DESK_WINDOW_HISTORY (base), trainee));
}

void
desk_window_history_set_audio (DeskWindowHistory *self, DeskAudio *audio)
{
  g_return_if_fail (DESK_IS_WINDOW_HISTORY (self));
  g_set_object (&self->audio, audio);
}

gboolean
desk_window_history_hands_in (DeskWindowHistory *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_HISTORY (self), FALSE);
  return self->handing_in != NULL && desk_handing_in_get_folder (self->handing_in) != NULL;
}

/* What there is to tell. */

const char *
desk_window_history_get_notice (DeskWindowHistory *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_HISTORY (self), NULL);
  if (self->notice != NULL || self->handing_in == NULL)
    return self->notice;
  if (desk_errand_get_trouble (DESK_ERRAND (self->handing_in)) != NULL)
    return desk_errand_get_trouble (DESK_ERRAND (self->handing_in));
  return desk_errand_get_trouble (DESK_ERRAND (self->sender));
}

static void
on_trouble (DeskWindowHistory *self)
{
  g_signal_emit (self, notice_signal, 0);
}

void
desk_window_history_set_handing_in (DeskWindowHistory *self,
                                    DeskHandingIn *handing_in,
                                    DeskStoreSender *sender)
{
  g_return_if_fail (DESK_IS_WINDOW_HISTORY (self));
  g_return_if_fail (self->handing_in == NULL);
  self->handing_in = g_object_ref (handing_in);
  self->sender = g_object_ref (sender);
  g_signal_connect_object (handing_in, "notify::trouble", G_CALLBACK (on_trouble), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sender, "notify::trouble", G_CALLBACK (on_trouble), self,
                           G_CONNECT_SWAPPED);
}

/* There may be something new to hand in and to deliver. */
static void
hand_in (DeskWindowHistory *self)
{
  if (self->handing_in == NULL)
    return;
  desk_errand_run (DESK_ERRAND (self->handing_in));
  desk_errand_run (DESK_ERRAND (self->sender));
}

void
desk_window_history_dismiss_notice (DeskWindowHistory *self)
{
  g_return_if_fail (DESK_IS_WINDOW_HISTORY (self));
  g_clear_pointer (&self->notice, g_free);
}

/* Some of it is found each time the history is opened, and told once. */
static void
tell (DeskWindowHistory *self, const char *notice)
{
  if (self->told != NULL && strstr (self->told, notice) != NULL)
    return;
  g_free (self->told);
  self->told = g_strdup (notice);
  desk_tell_dialog_new (
      desk_window_visit_get_window (DESK_WINDOW_VISIT (self)), GTK_MESSAGE_WARNING,
      _ ("The session was saved. There is something you should know about the history."), notice,
      NULL);
}

/* Nobody is disturbed on the next shift: it waits on the start page. */
static void
tell_later (DeskWindowHistory *self, const char *notice, const GError *error)
{
  g_free (self->notice);
  self->notice = error != NULL
                     ? g_strdup_printf ("%s %s", _ ("A session could not be saved in the history."),
                                        error->message)
                     : g_strdup (notice);
}

static void
tell_outcome (DeskWindowHistory *self, const char *notice, GError *error)
{
  if (error != NULL && notice != NULL)
    g_prefix_error (&error, "%s ", notice);
  if (error == NULL && notice == NULL)
    return;
  if (!desk_window_visit_is_allowed (DESK_WINDOW_VISIT (self)))
    tell_later (self, notice, error);
  else if (error != NULL)
    desk_tell_dialog_new (
        desk_window_visit_get_window (DESK_WINDOW_VISIT (self)), GTK_MESSAGE_ERROR,
        _ ("The session was scored, but it could not be saved properly."), error->message, NULL);
  else
    tell (self, notice);
}

/* For whoever has no window any more. */
static void
print_outcome (const char *notice, const GError *error)
{
  if (notice != NULL)
    g_printerr ("%s\n", notice);
  if (error != NULL)
    g_printerr ("%s\n", error->message);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskWindowHistory) self = data;
  g_autofree char *notice = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *visit;

  desk_history_keeper_finish (result, &notice, &error);
  if (self->upkeep == NULL) { /* disposed of, and the window with it */
    print_outcome (notice, error);
    return;
  }
  hand_in (self);
  visit = desk_window_visit_get (DESK_WINDOW_VISIT (self));
  if (visit != NULL)
    desk_history_page_reload (desk_history_visit_get_page (DESK_HISTORY_VISIT (visit)));
  tell_outcome (self, notice, error);
}

void
desk_window_history_keep (DeskWindowHistory *self, DeskScorecard *scorecard, const char *journal)
{
  GtkApplication *application =
      gtk_window_get_application (desk_window_visit_get_window (DESK_WINDOW_VISIT (self)));

  desk_history_keeper_run (application != NULL ? G_APPLICATION (application) : NULL, self->path,
                           scorecard, journal, self->upkeep, on_kept, g_object_ref (self));
}

static void
on_kept_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = desk_history_upkeep_finish (result, &error);
  DeskWindowHistory *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the window is gone */
    return;
  if (error != NULL) /* the history page says it to whoever wants to see it */
    g_printerr ("%s\n", error->message);
  self->told = g_strdup (notice);
  self->notice = g_steal_pointer (&notice);
  hand_in (self);
  g_signal_emit (self, notice_signal, 0);
}

static void
desk_window_history_dispose (GObject *object)
{
  DeskWindowHistory *self = DESK_WINDOW_HISTORY (object);

  if (self->upkeep != NULL)
    g_cancellable_cancel (self->upkeep);
  g_clear_object (&self->upkeep);
  g_clear_object (&self->audio);
  g_clear_object (&self->handing_in);
  g_clear_object (&self->sender);
  G_OBJECT_CLASS (desk_window_history_parent_class)->dispose (object);
}

static void
desk_window_history_finalize (GObject *object)
{
  DeskWindowHistory *self = DESK_WINDOW_HISTORY (object);

  g_free (self->path);
  g_free (self->notice);
  g_free (self->told);
  G_OBJECT_CLASS (desk_window_history_parent_class)->finalize (object);
}

static void
desk_window_history_class_init (DeskWindowHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_window_history_finalize;
  DESK_WINDOW_VISIT_CLASS (klass)->activate = desk_window_history_activate;
  notice_signal = g_signal_new ("notice", DESK_TYPE_WINDOW_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_window_history_init (DeskWindowHistory *self)
{
  self->path = desk_history_default_path ();
  self->upkeep = g_cancellable_new ();
}

DeskWindowHistory *
desk_window_history_new (GtkApplicationWindow *window)
{
  DeskWindowHistory *self = g_object_new (DESK_TYPE_WINDOW_HISTORY, NULL);

  desk_window_visit_set_up (DESK_WINDOW_VISIT (self), window, "history", G_VARIANT_TYPE_STRING);
  desk_history_upkeep_run (self->path, self->upkeep, on_kept_up, self);
  return self;
}
