/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/class-text.h"

#include <glib/gi18n-lib.h>

#include "classroom/class-words.h"
#include "cli/text-table.h"
#include "matching/tame-text.h"
#include "report/words.h"

/* What is of use at a glance; the other formats have all of it. */
#define MOST_MISTAKES 20
#define MOST_FILES 20

static void
take_heads (DeskTextTable *table, const char *const *heads, guint n_heads)
{
  for (guint n = 0; n < n_heads; n++)
    desk_text_table_take (table, g_strdup (heads[n]));
}

static void
take_cell (DeskTextTable *table, const DeskClassCell *cell)
{
  const DeskClassSession *latest = cell->latest;
  g_autofree char *day = desk_class_words_day (latest);

  desk_text_table_take (table, desk_text_fit (cell->trainee));
  desk_text_table_take (table, desk_text_fit (cell->title));
  desk_text_table_take (table, g_strdup_printf ("%u", cell->sessions->len));
  desk_text_table_take (table, g_strdup_printf ("%u", cell->n_passed));
  desk_text_table_take (table, desk_words_figure (latest->score));
  desk_text_table_take (table, desk_words_figure (cell->best));
  desk_text_table_take (table, desk_class_words_seconds (latest->asa_seconds));
  desk_text_table_take (table, desk_words_figure (latest->message));
  desk_text_table_take (table, desk_text_fit (day));
  desk_text_table_take (table, desk_class_mix_of_session (latest));
}

static void
append_cells (GString *text, const DeskClassView *view)
{
  static const gboolean to_the_right[] = { FALSE, FALSE, TRUE, TRUE,  TRUE,
                                           TRUE,  TRUE,  TRUE, FALSE, FALSE };
  const char *const heads[] = {
    _ ("Trainee"), _ ("Scenario"),    _ ("Sessions"), _ ("Passed"),      _ ("Latest"),
    _ ("Best"),    _ ("Answered in"), _ ("Messages"), _ ("Last worked"), ""
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (heads) == G_N_ELEMENTS (to_the_right));
  g_autoptr (DeskTextTable) table = desk_text_table_new (G_N_ELEMENTS (to_the_right), to_the_right);

  take_heads (table, heads, G_N_ELEMENTS (heads));
  for (guint n = 0; n < view->cells->len; n++)
    take_cell (table, view->cells->pdata[n]);
  desk_text_table_append_to (table, text);
}

static void
take_mistake (DeskTextTable *table, const DeskClassMistake *mistake)
{
  g_autofree char *what = desk_class_words_mistake (mistake);

  desk_text_table_take (table,
                        g_strdup_printf (_ ("%u of %u"), mistake->n_lost, mistake->n_trainees));
  desk_text_table_take (table, desk_text_fit (what));
  desk_text_table_take (table, desk_text_fit (mistake->title));
  desk_text_table_take (table, desk_text_fit (mistake->call));
}

static void
append_mistakes (GString *text, const DeskClassView *view)
{
  static const gboolean to_the_right[] = { TRUE, FALSE, FALSE, FALSE };
  const char *const heads[] = { _ ("Trainees"), _ ("Mistake"), _ ("Scenario"), _ ("Call") };
  g_autoptr (DeskTextTable) table = desk_text_table_new (G_N_ELEMENTS (to_the_right), to_the_right);

  if (view->mistakes->len == 0)
    return;
  g_string_append_printf (text, "\n%s\n",
                          _ ("Mistakes that the class shares, in the latest sessions:"));
  take_heads (table, heads, G_N_ELEMENTS (heads));
  for (guint n = 0; n < MIN (view->mistakes->len, MOST_MISTAKES); n++)
    take_mistake (table, view->mistakes->pdata[n]);
  desk_text_table_append_to (table, text);
}

static void
take_week (DeskTextTable *table, const DeskClassWeek *week)
{
  desk_text_table_take (table, desk_text_fit (week->trainee));
  desk_text_table_take (table, g_strdup (week->week));
  desk_text_table_take (table, g_strdup_printf ("%u", week->n));
  desk_text_table_take (table, desk_words_figure (week->score));
  desk_text_table_take (table, desk_class_words_seconds (week->asa_seconds));
  desk_text_table_take (table, desk_words_figure (week->message));
}

static void
append_mix (GString *text, const DeskClassMix *mix)
{
  g_autofree char *note = desk_class_mix_note (mix);

  if (note != NULL)
    g_string_append_printf (text, "%s\n", note);
}

static void
append_weeks (GString *text, const DeskClassView *view)
{
  static const gboolean to_the_right[] = { FALSE, FALSE, TRUE, TRUE, TRUE, TRUE };
  const char *const heads[] = { _ ("Trainee"), _ ("Week"),        _ ("Sessions"),
                                _ ("Score"),   _ ("Answered in"), _ ("Messages") };
  g_autoptr (DeskTextTable) table = desk_text_table_new (G_N_ELEMENTS (to_the_right), to_the_right);

  g_string_append_printf (text, "\n%s\n", _ ("Progress over the weeks:"));
  append_mix (text, &view->mix);
  take_heads (table, heads, G_N_ELEMENTS (heads));
  for (guint n = 0; n < view->weeks->len; n++)
    take_week (table, view->weeks->pdata[n]);
  desk_text_table_append_to (table, text);
}

static void
append_file (GString *text, const char *path, const char *reason)
{
  const DeskHistoryFault fault = { (char *) path, (char *) reason };
  g_autofree char *tail = desk_history_fault_tail (&fault);
  g_autofree char *name = desk_tame_line (path);
  g_autofree char *why = desk_tame_line (tail);

  g_string_append_printf (text, "  %s%s\n", name, why);
}

static void
append_files (GString *text, const DeskClassFolder *folder)
{
  const guint n_all = folder->faults->len + folder->unfinished->len;
  guint n_told = 0;

  if (n_all == 0)
    return;
  g_string_append_printf (text, "\n%s\n", _ ("Journals without a result:"));
  for (guint n = 0; n < folder->faults->len && n_told < MOST_FILES; n++, n_told++) {
    const DeskHistoryFault *fault = folder->faults->pdata[n];

    append_file (text, fault->path, fault->reason);
  }
  for (guint n = 0; n < folder->unfinished->len && n_told < MOST_FILES; n++, n_told++)
    append_file (text, folder->unfinished->pdata[n], _ ("not finished"));
  if (n_all > n_told)
    g_string_append_printf (text, ngettext ("  and %u more\n", "  and %u more\n", n_all - n_told),
                            n_all - n_told);
}

char *
desk_class_to_text (const DeskClassFolder *folder, const DeskClassView *view)
{
  GString *text = g_string_new (NULL);

  if (view->n_sessions == 0) {
    g_string_append_printf (text, "%s\n", _ ("There is no finished session here yet."));
  } else {
    append_cells (text, view);
    append_mistakes (text, view);
    append_weeks (text, view);
  }
  append_files (text, folder);
  return g_string_free (text, FALSE);
}
