/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/class-chores.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "classroom/delivery.h"
#include "cli/complain.h"
#include "cli/long-work.h"
#include "history/history.h"

enum {
  STATUS_DONE = 0,
  STATUS_SYSTEM = 3,
};

static void
tell_result (const DeskDelivery *result)
{
  g_print (ngettext ("%u session was handed in", "%u sessions were handed in", result->n_delivered),
           result->n_delivered);
  g_print (_ (", %u had been before"), result->n_before);
  if (result->n_waiting > 0)
    g_print (ngettext (", %u waits", ", %u wait", result->n_waiting), result->n_waiting);
  g_print (".\n");
}

int
desk_class_chore_hand_in (const char *folder)
{
  g_autofree char *sessions = desk_history_default_sessions ();
  g_autofree char *ledger = desk_delivery_default_ledger ();
  g_autoptr (GError) error = NULL;
  DeskDelivery result = { 0 };
  DeskLongWork work;
  gboolean good;
  int stopped;

  desk_long_work_begin (&work, _ ("Handing in"));
  good = desk_delivery_run (sessions, ledger, folder, &result, work.cancellable, &error);
  stopped = desk_long_work_end (&work);
  tell_result (&result);
  if (stopped != 0)
    return stopped;
  if (!good)
    desk_complain ("class", error->message);
  return good ? STATUS_DONE : STATUS_SYSTEM;
}

static gboolean
can_write (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ".frontdesk-test.part-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_WRONLY | O_CLOEXEC, 0666);
  gboolean good = fd >= 0 && write (fd, "frontdesk", 9) == 9 && fsync (fd) == 0;
  const int saved = errno;

  if (fd >= 0) {
    close (fd);
    g_unlink (path);
  }
  errno = saved;
  return good;
}

int
desk_class_chore_test (const char *folder)
{
  g_autofree char *shown = g_filename_display_name (folder);

  if (can_write (folder)) {
    g_print (_ ("Class folder %s: sessions can be handed in.\n"), shown);
    return STATUS_DONE;
  }
  g_print (_ ("Class folder %s: nothing can be handed in: %s.\n"), shown, g_strerror (errno));
  return STATUS_SYSTEM;
}
