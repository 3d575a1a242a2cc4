/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-words.h"

#include <glib/gi18n-lib.h>

#include "report/terms-words.h"
#include "report/words.h"

static char *
format_moment (const DeskHistoryEntry *entry, const char *format)
{
  g_autoptr (GDateTime) moment = NULL;

  if (entry->started_us == 0)
    return desk_words_tame (entry->started);
  moment = g_date_time_new_from_unix_local (entry->started_us / G_USEC_PER_SEC);
  return moment != NULL ? g_date_time_format (moment, format) : desk_words_tame (entry->started);
}

char *
desk_history_words_moment (const DeskHistoryEntry *entry)
{
  return format_moment (entry, "%x %H:%M");
}

char *
desk_history_words_day (const DeskHistoryEntry *entry)
{
  return format_moment (entry, "%x");
}

char *
desk_history_words_mode (DeskMode mode, const char *accommodations)
{
  if (*accommodations == '\0')
    return g_strdup (desk_words_mode (mode));
  /* %s is "Exam", "Practice", ... */
  return g_strdup_printf (_ ("%s, adjusted"), desk_words_mode (mode));
}

char *
desk_history_words_scenario (const DeskHistoryEntry *entry)
{
  return desk_words_tame (*entry->scenario_title != '\0' ? entry->scenario_title : entry->scenario);
}

const char *
desk_history_words_result (const DeskHistoryEntry *entry)
{
  if (entry->n_undone == 0)
    return entry->passed ? _ ("Passed") : _ ("Not passed");
  return entry->passed ? _ ("Passed, finished early") : _ ("Not passed, finished early");
}

char *
desk_history_words_share (double share)
{
  return share < 0 ? g_strdup ("–") : g_strdup_printf (_ ("%.0f %%"), 100 * share);
}

static void
add_line (GString *lines, const char *label, const char *value)
{
  g_string_append_printf (lines, "\n%s: %s", label, value);
}

/* What must be known before the session is compared with others. */
static void
add_circumstances (GString *lines, const DeskHistoryEntry *entry)
{
  if (*entry->accommodations != '\0') {
    g_autofree char *adjusted = desk_words_kept_accommodations (entry->accommodations);

    add_line (lines, _ ("Adjusted"), adjusted);
  }
  if (entry->n_undone > 0)
    g_string_append_printf (lines,
                            ngettext ("\nFinished early: %d call not done",
                                      "\nFinished early: %d calls not done",
                                      (gulong) entry->n_undone),
                            entry->n_undone);
  if (entry->n_critical > 0)
    g_string_append_printf (
        lines,
        ngettext ("\n%d critical failure", "\n%d critical failures", (gulong) entry->n_critical),
        entry->n_critical);
  if (entry->imported)
    g_string_append_printf (lines, "\n%s", _ ("Imported from a folder"));
}

char *
desk_history_words_session (const DeskHistoryEntry *entry)
{
  g_autofree char *trainee = desk_words_tame (entry->trainee);
  g_autofree char *moment = desk_history_words_moment (entry);
  g_autofree char *scenario = desk_history_words_scenario (entry);
  g_autofree char *mode = desk_history_words_mode (entry->mode, entry->accommodations);
  g_autofree char *score = desk_words_figure (entry->score);
  g_autofree char *response = desk_history_words_share (entry->response);
  g_autofree char *message = desk_history_words_share (entry->message);
  GString *lines = g_string_new (trainee);

  g_string_append_printf (lines, "\n%s\n%s, %s", scenario, moment, mode);
  g_string_append_printf (lines, "\n%s: %s, %s", _ ("Score"), score,
                          entry->passed ? _ ("passed") : _ ("not passed"));
  add_line (lines, _ ("Response points"), response);
  add_line (lines, _ ("Message accuracy"), message);
  add_circumstances (lines, entry);
  return g_string_free (lines, FALSE);
}

char *
desk_history_words_sessions (guint n)
{
  return g_strdup_printf (ngettext ("%u session", "%u sessions", n), n);
}

char *
desk_history_words_files (guint n)
{
  return g_strdup_printf (ngettext ("%u file", "%u files", n), n);
}
