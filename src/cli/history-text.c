/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/history-text.h"

#include <glib/gi18n-lib.h>

#include "report/words.h"

/* Longer ones end in "…". */
#define WIDEST_CELL 36
#define GAP "  "

/* In columns of a terminal. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    const gunichar letter = g_utf8_get_char (text);

    if (!g_unichar_iszerowidth (letter))
      width += g_unichar_iswide (letter) ? 2 : 1;
  }
  return width;
}

/* What is left of `text` in so many columns. (transfer full) */
static char *
cut (const char *text, guint width)
{
  GString *beginning = g_string_new (NULL);

  for (; width_of (beginning->str) < width - 1; text = g_utf8_next_char (text))
    g_string_append_unichar (beginning, g_utf8_get_char (text));
  g_string_append (beginning, "…");
  return g_string_free (beginning, FALSE);
}

/* On one line, without what a terminal would obey, and not too long. (transfer full) */
static char *
fit (const char *text)
{
  g_autofree char *tame = desk_words_tame (text);

  g_strdelimit (tame, "\n\t", ' ');
  return width_of (tame) <= WIDEST_CELL ? g_steal_pointer (&tame) : cut (tame, WIDEST_CELL);
}

/* A table is rows of cells; figures stand to the right. */
typedef struct {
  guint n_columns;
  const gboolean *to_the_right;
  GPtrArray *cells; /* of char, row by row; owned */
} Table;

static void
add_cell (Table *table, char *text)
{
  g_ptr_array_add (table->cells, text);
}

static guint
column_width (const Table *table, guint column)
{
  guint width = 0;

  for (guint n = column; n < table->cells->len; n += table->n_columns)
    width = MAX (width, width_of (table->cells->pdata[n]));
  return width;
}

static void
append_spaces (GString *text, guint n)
{
  while (n-- > 0)
    g_string_append_c (text, ' ');
}

static void
append_cell (GString *text, const char *cell, guint width, gboolean to_the_right, gboolean last)
{
  const guint spaces = width - width_of (cell);

  append_spaces (text, to_the_right ? spaces : 0);
  g_string_append (text, cell);
  append_spaces (text, to_the_right || last ? 0 : spaces);
  g_string_append (text, last ? "\n" : GAP);
}

static void
trim_line (GString *text)
{
  while (text->len > 1 && text->str[text->len - 1] == '\n' && text->str[text->len - 2] == ' ')
    g_string_erase (text, (gssize) text->len - 2, 1);
}

static void
append_table (GString *text, const Table *table)
{
  g_autofree guint *widths = g_new (guint, table->n_columns);

  for (guint column = 0; column < table->n_columns; column++)
    widths[column] = column_width (table, column);
  for (guint n = 0; n < table->cells->len; n++) {
    const guint column = n % table->n_columns;
    const gboolean last = column + 1 == table->n_columns;

    append_cell (text, table->cells->pdata[n], widths[column], table->to_the_right[column], last);
    if (last)
      trim_line (text);
  }
}

static char *
words_of_moment (const DeskHistoryEntry *entry)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (entry->started_us == 0)
    return fit (entry->started);
  /* A clock may be at the edge of all years, and time zones lead beyond it. */
  utc = g_date_time_new_from_unix_utc (entry->started_us / G_USEC_PER_SEC);
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  if (local == NULL)
    return fit (entry->started);
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static char *
words_of_figure (double value)
{
  return value < 0 ? g_strdup ("–") : g_strdup_printf ("%.2f", value);
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
    g_autofree char *adjusted = g_strdup_printf (_ ("adjusted: %s"), entry->accommodations);
    g_autofree char *fitted = fit (adjusted);

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
add_session (Table *table, const DeskHistoryEntry *entry)
{
  const char *title = *entry->scenario_title != '\0' ? entry->scenario_title : entry->scenario;

  add_cell (table, words_of_moment (entry));
  add_cell (table, fit (entry->trainee));
  add_cell (table, fit (title));
  add_cell (table, g_strdup (desk_words_mode (entry->mode)));
  add_cell (table, g_strdup_printf ("%.2f", entry->score));
  add_cell (table, g_strdup (entry->passed ? _ ("passed") : _ ("not passed")));
  add_cell (table, words_of_figure (entry->response));
  add_cell (table, words_of_figure (entry->message));
  add_cell (table, words_of_note (entry));
}

static void
append_sessions (GString *text, const GPtrArray *sessions)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Table table = { G_N_ELEMENTS (session_alignment), session_alignment, cells };
  const char *const heads[] = { _ ("Started"),  _ ("Trainee"), _ ("Scenario"),
                                _ ("Mode"),     _ ("Score"),   _ ("Result"),
                                _ ("Response"), _ ("Message"), "" };

  for (guint n = 0; n < G_N_ELEMENTS (heads); n++)
    add_cell (&table, g_strdup (heads[n]));
  for (guint n = 0; n < sessions->len; n++)
    add_session (&table, sessions->pdata[n]);
  append_table (text, &table);
}

static void
append_group_name (GString *text, const DeskHistoryProgress *group)
{
  g_autofree char *who = fit (group->trainee);

  g_string_append_printf (text, "\n%s, %s", who, desk_words_mode (group->mode));
  if (*group->accommodations != '\0') {
    g_autofree char *adjusted = g_strdup_printf (_ ("adjusted: %s"), group->accommodations);
    g_autofree char *fitted = fit (adjusted);

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
add_mistake (Table *table, const DeskHistoryMistake *mistake)
{
  add_cell (table, g_strdup (" "));
  add_cell (table, g_strdup (desk_history_kind_words (mistake->kind)));
  add_cell (table, g_strdup_printf (_ ("%.2f points a call"), desk_round_2 (mistake->lost)));
  add_cell (table, g_strdup_printf (_ ("in %u of %u sessions"), mistake->n_sessions_lost,
                                    mistake->n_sessions));
  add_cell (table, words_of_trend (mistake));
}

static void
append_mistakes (GString *text, const DeskHistoryProgress *group)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Table table = { G_N_ELEMENTS (mistake_alignment), mistake_alignment, cells };

  if (group->mistakes == NULL) {
    g_string_append_printf (text, "  %s\n",
                            _ ("One more session, and mistakes that persist can be told."));
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
    add_mistake (&table, group->mistakes->pdata[n]);
  append_table (text, &table);
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
    g_string_append (text, filtered ? _ ("No finished session fits.\n")
                                    : _ ("No session has been finished yet.\n"));
    return g_string_free (text, FALSE);
  }
  append_sessions (text, sessions);
  append_progress (text, progress);
  return g_string_free (text, FALSE);
}
