/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-trainee.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "history/history-holding.h"
#include "history/history-private.h"

static void
leave_busy (const DeskHistoryBelongings *belongings, DeskHistoryHolding *holding)
{
  for (guint n = 0; n < belongings->busy->len; n++)
    desk_history_holding_leave (holding, belongings->busy->pdata[n],
                                _ ("belongs to a session that is being worked"));
}

static void
leave_elsewhere (const DeskHistoryBelongings *belongings, DeskHistoryHolding *holding)
{
  for (guint n = 0; n < belongings->elsewhere->len; n++)
    desk_history_holding_leave (holding, belongings->elsewhere->pdata[n],
                                _ ("lies outside the folder of the sessions"));
}

static void
leave_old_files (DeskHistory *self, DeskHistoryHolding *holding)
{
  g_autoptr (GPtrArray) files = desk_history_list_old_files (self);

  for (guint n = 0; n < files->len; n++)
    desk_history_holding_leave (
        holding, files->pdata[n],
        _ ("a history no longer in use, which may hold sessions of several trainees"));
}

/* Reports the files that belong to it and stay untouched. */
static void
leave_rest (DeskHistory *self, const DeskHistoryBelongings *belongings, DeskHistoryHolding *holding)
{
  leave_busy (belongings, holding);
  leave_elsewhere (belongings, holding);
  leave_old_files (self, holding);
}

static void
count (DeskHistory *self, const DeskHistoryBelongings *belongings, DeskHistoryHolding *holding)
{
  holding->n_sessions = belongings->entries->len;
  for (guint n = 0; n < belongings->files->len; n++)
    desk_history_holding_count (holding, belongings->files->pdata[n]);
}

static gboolean
survey (DeskHistory *self,
        const DeskHistoryFilter *filter,
        DeskHistoryHolding *holding,
        GError **error)
{
  g_auto (DeskHistoryBelongings) belongings = { 0 };

  if (!desk_history_belongings_find (&belongings, self, filter, error))
    return FALSE;
  count (self, &belongings, holding);
  leave_rest (self, &belongings, holding);
  return TRUE;
}

gboolean
desk_history_survey (DeskHistory *self,
                     const char *trainee,
                     DeskHistoryHolding *holding,
                     GError **error)
{
  const DeskHistoryFilter filter = { .trainee = trainee };

  g_return_val_if_fail (trainee != NULL, FALSE);

  return survey (self, &filter, holding, error);
}

/* A file that cannot be deleted is reported; the others are deleted all the same. */
static void
delete_file (const char *path, DeskHistoryHolding *holding)
{
  DeskHistoryHolding one = { 0 };

  desk_history_holding_count (&one, path);
  if (g_unlink (path) < 0 && errno != ENOENT) {
    desk_history_holding_leave (holding, path, g_strerror (errno));
    return;
  }
  holding->n_files += one.n_files;
  holding->n_bytes += one.n_bytes;
}

/* The rows to delete, and what they were. */
typedef struct {
  const DeskHistoryFilter *filter; /* borrowed */
  GPtrArray *entries;              /* owned; NULL before */
} Deletion;

static gboolean
take_out (DeskHistory *self, gpointer data, GError **error)
{
  Deletion *deletion = data;

  g_clear_pointer (&deletion->entries, g_ptr_array_unref);
  deletion->entries = desk_history_take_out (self, deletion->filter, error);
  return deletion->entries != NULL;
}

/* `secure_delete` has overwritten the rows. What the log of changes still holds of them goes too, unless
 * another program is reading it; then that program removes it when it is done. */
static gboolean
transact_deletion (DeskHistory *self, gpointer data, GError **error)
{
  if (!desk_history_transact (self, take_out, data, error))
    return FALSE;
  sqlite3_exec (self->sql.database, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  return TRUE;
}

static gboolean
delete_rows (DeskHistory *self, Deletion *deletion, GError **error)
{
  if (desk_history_attempt (self, transact_deletion, deletion, error))
    return TRUE;
  g_clear_pointer (&deletion->entries, g_ptr_array_unref);
  return FALSE;
}

/* The files go once the rows are certainly gone. When the program ends in between, the journals stay, and a
 * rebuild brings the rows back: the same can then be deleted once more. */
static gboolean delete (DeskHistory *self,
                        const DeskHistoryFilter *filter,
                        DeskHistoryHolding *holding,
                        GError **error)
{
  g_auto (DeskHistoryBelongings) belongings = { 0 };
  Deletion deletion = { .filter = filter };

  if (!delete_rows (self, &deletion, error))
    return FALSE;
  holding->n_sessions = deletion.entries->len;
  desk_history_belongings_take (&belongings, self, filter, g_steal_pointer (&deletion.entries));
  for (guint n = 0; n < belongings.files->len; n++)
    delete_file (belongings.files->pdata[n], holding);
  leave_rest (self, &belongings, holding);
  return TRUE;
}

/* The name that the window offers next time is kept beside the history. */
static void
forget_last_name (DeskHistory *self, const char *trainee)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "last-trainee", NULL);
  g_autofree char *name = NULL;

  if (g_file_get_contents (path, &name, NULL, NULL) && g_str_equal (g_strstrip (name), trainee))
    g_unlink (path);
}

gboolean
desk_history_delete (DeskHistory *self,
                     const char *trainee,
                     DeskHistoryHolding *holding,
                     GError **error)
{
  const DeskHistoryFilter filter = { .trainee = trainee };

  g_return_val_if_fail (trainee != NULL, FALSE);

  if (!delete (self, &filter, holding, error))
    return FALSE;
  forget_last_name (self, trainee);
  return TRUE;
}

static gboolean
read_keep (DeskHistory *self, gpointer data, GError **error)
{
  guint *days = data;
  g_autofree char *text = NULL;
  guint64 value = 0;

  if (!desk_history_get_setting (self, DESK_HISTORY_KEEP_DAYS, &text, error))
    return FALSE;
  *days =
      text != NULL && g_ascii_string_to_unsigned (text, 10, 1, DESK_HISTORY_MOST_DAYS, &value, NULL)
          ? (guint) value
          : 0;
  return TRUE;
}

gboolean
desk_history_get_keep (DeskHistory *self, guint *days, GError **error)
{
  return desk_history_attempt (self, read_keep, days, error);
}

static gboolean
write_keep (DeskHistory *self, gpointer data, GError **error)
{
  return desk_history_set_setting (self, DESK_HISTORY_KEEP_DAYS, data, error);
}

gboolean
desk_history_set_keep (DeskHistory *self, guint days, GError **error)
{
  g_autofree char *text = days > 0 ? g_strdup_printf ("%u", days) : NULL;

  g_return_val_if_fail (days <= DESK_HISTORY_MOST_DAYS, FALSE);

  return desk_history_attempt (self, write_keep, text, error);
}

static DeskHistoryFilter
older_than (guint days)
{
  const gint64 age_us = (gint64) days * 24 * 60 * 60 * G_USEC_PER_SEC;

  return (DeskHistoryFilter){ .until_us = g_get_real_time () - age_us };
}

gboolean
desk_history_survey_older (DeskHistory *self,
                           guint days,
                           DeskHistoryHolding *holding,
                           GError **error)
{
  const DeskHistoryFilter filter = older_than (days);

  return days == 0 || survey (self, &filter, holding, error);
}

gboolean
desk_history_expire (DeskHistory *self, DeskHistoryHolding *holding, GError **error)
{
  DeskHistoryFilter filter;
  guint days = 0;

  if (!desk_history_get_keep (self, &days, error))
    return FALSE;
  filter = older_than (days);
  return days == 0 || delete (self, &filter, holding, error);
}
