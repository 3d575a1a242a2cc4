/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/store-chores.h"

#include <glib/gi18n-lib.h>

#include "cli/complain.h"
#include "cli/long-work.h"
#include "cli/settings.h"
#include "history/history.h"
#include "records/store-class.h"
#include "records/store-sending.h"
#include "records/store-trial.h"

#define LOOK_FOR_SIGNAL_MS 100

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_SYSTEM = 3,
};

/* Work that is done on the main loop until its result is there. */
typedef struct {
  DeskLongWork work;
  GMainLoop *loop;      /* owned, as below */
  GAsyncResult *result; /* or NULL */
  guint look_id;
} Wait;

static gboolean
on_look (gpointer data)
{
  Wait *wait = data;

  desk_long_work_tell (0, &wait->work);
  return G_SOURCE_CONTINUE;
}

static void
on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static void
wait_begin (Wait *wait, const char *words)
{
  *wait = (Wait){ .loop = g_main_loop_new (NULL, FALSE) };
  desk_long_work_begin (&wait->work, words);
  wait->look_id = g_timeout_add (LOOK_FOR_SIGNAL_MS, on_look, wait);
}

/* Returns once the result is there: the exit status for work that was stopped, or 0. */
static int
wait_end (Wait *wait)
{
  g_main_loop_run (wait->loop);
  g_source_remove (wait->look_id);
  g_main_loop_unref (wait->loop);
  return desk_long_work_end (&wait->work);
}

DeskStoreSetup *
desk_store_chore_find (int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = desk_settings_new (NULL);
  DeskStoreSetup *setup = desk_store_setup_new (settings, &error);

  *status = STATUS_DONE;
  if (error != NULL) {
    desk_complain ("class", error->message);
    *status = STATUS_FAULTS;
  }
  return setup;
}

static void
tell_refusals (const GPtrArray *refusals)
{
  for (guint n = 0; n < refusals->len; n++) {
    const DeskOutboxComplaint *refusal = refusals->pdata[n];

    g_printerr (_ ("  statement %s: refused with %s\n"), refusal->id, refusal->words);
  }
}

static void
tell_put_off (const GPtrArray *put_off)
{
  for (guint n = 0; n < put_off->len; n++) {
    const DeskOutboxComplaint *each = put_off->pdata[n];

    g_printerr (_ ("  statement %s: put off, the store fails at it each time: %s\n"), each->id,
                each->words);
  }
}

static void
tell_sending (const DeskStoreSending *sending)
{
  if (sending->notice != NULL)
    desk_complain ("class", sending->notice);
  g_print (ngettext ("%u statement was delivered", "%u statements were delivered",
                     sending->delivery->n_delivered),
           sending->delivery->n_delivered);
  if (sending->counts.n_waiting > 0)
    g_print (ngettext (", %u waits", ", %u wait", sending->counts.n_waiting),
             sending->counts.n_waiting);
  if (sending->counts.n_refused > 0)
    g_print (ngettext (", %u is refused", ", %u are refused", sending->counts.n_refused),
             sending->counts.n_refused);
  g_print (".\n");
  if (sending->delivery->end != DESK_DELIVERED_ALL && sending->delivery->words != NULL)
    desk_complain ("class", sending->delivery->words);
  tell_put_off (sending->put_off);
  tell_refusals (sending->refusals);
}

static int
status_of (const DeskStoreSending *sending)
{
  if (sending->delivery->end != DESK_DELIVERED_ALL || sending->counts.n_put_off > 0)
    return STATUS_SYSTEM;
  return sending->counts.n_refused > 0 ? STATUS_FAULTS : STATUS_DONE;
}

int
desk_store_chore_send (const DeskStoreSetup *setup)
{
  g_autofree char *sessions = desk_history_default_sessions ();
  g_autoptr (DeskStoreSending) sending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Wait wait;
  int stopped;

  wait_begin (&wait, _ ("Delivering"));
  desk_store_send (setup, sessions, TRUE, wait.work.cancellable, on_result, &wait);
  stopped = wait_end (&wait);
  result = wait.result;
  sending = desk_store_send_finish (result, &error);
  if (stopped != 0)
    return stopped;
  if (sending == NULL) {
    desk_complain ("class", error->message);
    return STATUS_SYSTEM;
  }
  tell_sending (sending);
  return status_of (sending);
}

int
desk_store_chore_test (const DeskStoreSetup *setup)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good;
  Wait wait;
  int stopped;

  wait_begin (&wait, _ ("Asking the learning record store"));
  desk_store_try (setup, wait.work.cancellable, on_result, &wait);
  stopped = wait_end (&wait);
  result = wait.result;
  good = desk_store_try_finish (result, &error);
  if (stopped != 0)
    return stopped;
  if (good)
    g_print (_ ("Learning record store %s: it answers, and lets “%s” in.\n"), setup->address,
             setup->user);
  else
    g_print (_ ("Learning record store %s: nothing can be delivered: %s\n"), setup->address,
             error->message);
  return good ? STATUS_DONE : STATUS_SYSTEM;
}

DeskClassFolder *
desk_store_chore_read (const DeskStoreSetup *setup, gint64 since_us, int *status)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DeskClassFolder *folder;
  Wait wait;

  wait_begin (&wait, _ ("Reading the learning record store"));
  desk_store_class_read (setup, since_us, wait.work.cancellable, on_result, &wait);
  *status = wait_end (&wait);
  result = wait.result;
  folder = desk_store_class_read_finish (result, &error);
  if (*status == 0 && folder == NULL) {
    desk_complain ("class", error->message);
    *status = STATUS_SYSTEM;
  }
  return folder;
}
