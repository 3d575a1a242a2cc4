/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/first-time.h"

#include "app/history-work.h"
#include "history/history-list.h"

struct _DeskFirstTime {
  GObject parent_instance;

  GCancellable *reading; /* owned */
  GHashTable *trainees;  /* owned set of their names; NULL: not known yet */
};

G_DEFINE_FINAL_TYPE (DeskFirstTime, desk_first_time, G_TYPE_OBJECT)

static guint known_signal;

gboolean
desk_first_time_is (DeskFirstTime *self, const char *trainee)
{
  g_return_val_if_fail (DESK_IS_FIRST_TIME (self), FALSE);
  return self->trainees != NULL && !g_hash_table_contains (self->trainees, trainee);
}

static gpointer
ask (DeskHistory *history, gpointer scenario, GCancellable *cancellable, GError **error)
{
  const DeskHistoryFilter filter = { .scenario = scenario };
  g_autoptr (GPtrArray) sessions = desk_history_list (history, &filter, error);
  GHashTable *trainees;

  if (sessions == NULL)
    return NULL;
  trainees = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint n = 0; n < sessions->len; n++) {
    const DeskHistoryEntry *session = sessions->pdata[n];

    if (session->mode != DESK_MODE_SIMULATED)
      g_hash_table_add (trainees, g_strdup (session->trainee));
  }
  return trainees;
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GHashTable *trainees = desk_history_work_finish (result, &error);
  DeskFirstTime *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* by then `self` is freed */
    return;
  if (trainees == NULL)
    return;
  self->trainees = trainees;
  g_signal_emit (self, known_signal, 0);
}

static void
read_history (DeskFirstTime *self, const char *path, const char *scenario)
{
  const DeskHistoryOrder order = { ask, g_strdup (scenario), g_free,
                                   (GDestroyNotify) g_hash_table_unref };

  desk_history_work_run (path, &order, self->reading, on_asked, self);
}

DeskFirstTime *
desk_first_time_new (const char *path, const char *scenario)
{
  DeskFirstTime *self = g_object_new (DESK_TYPE_FIRST_TIME, NULL);

  self->reading = g_cancellable_new ();
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    read_history (self, path, scenario);
  else /* nobody has worked anything */
    self->trainees = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
desk_first_time_dispose (GObject *object)
{
  g_cancellable_cancel (DESK_FIRST_TIME (object)->reading);
  G_OBJECT_CLASS (desk_first_time_parent_class)->dispose (object);
}

static void
desk_first_time_finalize (GObject *object)
{
  DeskFirstTime *self = DESK_FIRST_TIME (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->trainees, g_hash_table_unref);
  G_OBJECT_CLASS (desk_first_time_parent_class)->finalize (object);
}

static void
desk_first_time_class_init (DeskFirstTimeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_first_time_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_first_time_finalize;
  known_signal = g_signal_new ("known", DESK_TYPE_FIRST_TIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
desk_first_time_init (DeskFirstTime *self)
{
}
