/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/history-text.h"

#include <glib/gi18n-lib.h>

#include "cli/text-table.h"
#include "report/terms-words.h"
#include "report/words.h"

static char *
words_of_moment (const DeskHistoryEntry *entry)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (entry->started_us == 0)
    return desk_text_fit (entry->started);
  /* A clock may be at the edge of all years, and time zones lead beyond it. */
  utc = g_date_time_new_from_unix_utc (entry->started_us / G_USEC_PER_SEC);
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  if (local == NULL)
    return desk_text_fit (entry->started);
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static void
add_note (GString *note, const char *words)
{
  g_string_append_printf (note, "%s%s", note->len > 0 ? ", " : "", words);
}

/* What a reader must know before comparing, or may listen to. */
static char *
words_of_note (const DeskHistoryEntry *entry)
{
  GString *note = g_string_new (NULL);

  if (*entry->accommodations != '\0') {
    g_autofree char *words = desk_words_kept_accommodations (entry->accommodations);
    g_autofree char *adjusted = g_strdup_printf (_ ("adjusted: %s"), words);
    g_autofree char *fitted = desk_text_fit (adjusted);

    g_string_append (note, fitted);
  }
  if (entry->imported)
    add_note (note, _ ("imported"));
  if (entry->sound != NULL)
    add_note (note, _ ("recorded"));
  return g_string_free (note, FALSE);
}

static const gboolean session_alignment[] = { FALSE, FALSE, FALSE, FALSE, TRUE,
                                              FALSE, TRUE,  TRUE,  FALSE };

static void
add_session (DeskTextTable *table, const DeskHistoryEntry *entry)
{
  const char *title = *entry->scenario_title != '\0' ? entry->scenario_title : entry->scenario;

  desk_text_table_take (table, words_of_moment (entry));
  desk_text_table_take (table, desk_text_fit (entry->trainee));
  desk_text_table_take (table, desk_text_fit (title));
  desk_text_table_take (table, g_strdup (desk_words_mode (entry->mode)));
  desk_text_table_take (table, g_strdup_printf ("%.2f", entry->score));
  desk_text_table_take (table, g_strdup (entry->passed ? _ ("passed") : _ ("not passed")));
  desk_text_table_take (table, desk_words_figure (entry->response));
  desk_text_table_take (table, desk_words_figure (entry->message));
  desk_text_table_take (table, words_of_note (entry));
}

static void
append_sessions (GString *text, const GPtrArray *sessions)
{
  g_autoptr (DeskTextTable) table =
      desk_text_table_new (G_N_ELEMENTS (session_alignment), session_alignment);
  const char *const heads[] = {
    _ ("Started"), _ ("Trainee"),         _ ("Scenario"),         _ ("Mode"), _ ("Score"),
    _ ("Result"),  _ ("Response points"), _ ("Message accuracy"), ""
  };

  for (guint n = 0; n < G_N_ELEMENTS (heads); n++)
    desk_text_table_take (table, g_strdup (heads[n]));
  for (guint n = 0; n < sessions->len; n++)
    add_session (table, sessions->pdata[n]);
  desk_text_table_append_to (table, text);
}

static void
append_group_name (GString *text, const DeskHistoryProgress *group)
{
  g_autofree char *who = desk_text_fit (group->trainee);

  g_string_append_printf (text, "\n%s, %s", who, desk_words_mode (group->mode));
  if (*group->accommodations != '\0') {
    g_autofree char *words = desk_words_kept_accommodations (group->accommodations);
    g_autofree char *adjusted = g_strdup_printf (_ ("adjusted: %s"), words);
    g_autofree char *fitted = desk_text_fit (adjusted);

    g_string_append_printf (text, ", %s", fitted);
  }
  g_string_append_c (text, '\n');
}

static void
append_figures (GString *text, const DeskHistoryProgress *group)
{
  g_string_append (text, "  ");
  g_string_append_printf (text, ngettext ("%u session", "%u sessions", group->n), group->n);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u passed", "%u passed", group->n_passed),
                          group->n_passed);
  g_string_append (text, ", ");
  g_string_append_printf (text, _ ("score: mean %.2f, best %.2f, first %.2f, latest %.2f\n"),
                          desk_round_2 (group->mean), group->best, group->first, group->latest);
}

static char *
words_of_trend (const DeskHistoryMistake *mistake)
{
  if (mistake->lost_before < 0)
    return g_strdup ("");
  return g_strdup_printf (_ ("%.2f before"), desk_round_2 (mistake->lost_before));
}

static const gboolean mistake_alignment[] = { FALSE, FALSE, TRUE, FALSE, FALSE };

static void
add_mistake (DeskTextTable *table, const DeskHistoryMistake *mistake)
{
  desk_text_table_take (table, g_strdup (" "));
  desk_text_table_take (table, g_strdup (desk_history_kind_words (mistake->kind)));
  desk_text_table_take (table,
                        g_strdup_printf (_ ("%.2f points a call"), desk_round_2 (mistake->lost)));
  desk_text_table_take (table, g_strdup_printf (_ ("in %u of %u sessions"),
                                                mistake->n_sessions_lost, mistake->n_sessions));
  desk_text_table_take (table, words_of_trend (mistake));
}

static void
append_mistakes (GString *text, const DeskHistoryProgress *group)
{
  g_autoptr (DeskTextTable) table =
      desk_text_table_new (G_N_ELEMENTS (mistake_alignment), mistake_alignment);

  if (group->mistakes == NULL) {
    g_string_append_printf (text, "  %s\n",
                            _ ("After one more session, it can be seen which mistakes persist."));
    return;
  }
  if (group->mistakes->len == 0) {
    g_string_append_printf (text, "  %s\n", _ ("No kind of mistake persists."));
    return;
  }
  g_string_append_printf (text,
                          ngettext ("  What persists, in the last %u session:\n",
                                    "  What persists, in the last %u sessions:\n",
                                    MIN (group->n, DESK_HISTORY_WINDOW)),
                          MIN (group->n, DESK_HISTORY_WINDOW));
  for (guint n = 0; n < group->mistakes->len; n++)
    add_mistake (table, group->mistakes->pdata[n]);
  desk_text_table_append_to (table, text);
}

static void
append_progress (GString *text, const GPtrArray *progress)
{
  g_string_append_printf (text, "\n%s\n", _ ("Progress"));
  for (guint n = 0; n < progress->len; n++) {
    const DeskHistoryProgress *group = progress->pdata[n];

    append_group_name (text, group);
    append_figures (text, group);
    append_mistakes (text, group);
  }
}

char *
desk_history_to_text (const GPtrArray *sessions, const GPtrArray *progress, gboolean filtered)
{
  GString *text = g_string_new (NULL);

  if (sessions->len == 0) {
    g_string_append (text, filtered ? _ ("No finished session matches.\n")
                                    : _ ("No session has been finished yet.\n"));
    return g_string_free (text, FALSE);
  }
  append_sessions (text, sessions);
  append_progress (text, progress);
  return g_string_free (text, FALSE);
}
