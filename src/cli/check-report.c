/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/check-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/text-table.h"

enum {
  MOST_QUOTES = 100,
  MANY = 50, /* faults of which the most frequent are named */
  MOST_FREQUENT = 3,
  MOST_IDS = 6, /* in a list of calls */
};

static gboolean
shares_place (const DeskDiagnostics *diagnostics, guint n)
{
  const DeskDiagnostic *item = desk_diagnostics_get_item (diagnostics, n), *next;

  if (n + 1 == desk_diagnostics_get_n_items (diagnostics))
    return FALSE;
  next = desk_diagnostics_get_item (diagnostics, n + 1);
  return item->line == next->line && item->column == next->column;
}

typedef struct {
  const char *message; /* borrowed */
  guint times;
} Frequency;

static int
compare_frequencies (gconstpointer a, gconstpointer b)
{
  const Frequency *left = *(const Frequency *const *) a, *right = *(const Frequency *const *) b;

  return left->times != right->times ? (left->times < right->times ? 1 : -1)
                                     : g_strcmp0 (left->message, right->message);
}

/* (transfer full) (element-type Frequency) */
static GPtrArray *
count_messages (const DeskDiagnostics *diagnostics)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < desk_diagnostics_get_n_items (diagnostics); i++) {
    const char *message = desk_diagnostics_get_item (diagnostics, i)->message;
    Frequency *frequency = g_hash_table_lookup (known, message);

    if (frequency == NULL) {
      frequency = g_new0 (Frequency, 1);
      frequency->message = message;
      g_hash_table_insert (known, (gpointer) message, frequency);
      g_ptr_array_add (all, frequency);
    }
    frequency->times++;
  }
  g_ptr_array_sort (all, compare_frequencies);
  return all;
}

static void
print_frequent (const DeskDiagnostics *diagnostics)
{
  g_autoptr (GPtrArray) all = count_messages (diagnostics);

  for (guint i = 0; i < MIN (all->len, MOST_FREQUENT); i++) {
    const Frequency *frequency = all->pdata[i];

    if (frequency->times == 1)
      break;
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%u time: %s\n", "%u times: %s\n", frequency->times),
                frequency->times, frequency->message);
  }
}

void
desk_check_report_faults (DeskDiagnostics *diagnostics)
{
  const guint n = desk_diagnostics_get_n_items (diagnostics);
  guint quoted = 0;

  for (guint i = 0; i < n; i++) {
    g_autofree char *text = desk_diagnostics_item_to_text (diagnostics, i);
    g_autofree char *quote = NULL;

    g_printerr ("%s", text);
    if (quoted == MOST_QUOTES || shares_place (diagnostics, i))
      continue;
    quote = desk_diagnostics_quote (diagnostics, i);
    if (quote != NULL) {
      g_printerr ("%s", quote);
      quoted++;
    }
  }
  if (n > MANY)
    print_frequent (diagnostics);
}

void
desk_check_report_sum (guint n_errors, guint n_warnings, guint n_faulty, guint n_files)
{
  g_autofree char *errors =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", n_warnings), n_warnings);

  if (n_errors > 0 && n_warnings > 0)
    g_printerr ("%s, %s", errors, warnings);
  else if (n_errors + n_warnings > 0)
    g_printerr ("%s", n_errors > 0 ? errors : warnings);
  else
    return;
  if (n_files > 1)
    g_printerr (_ (" in %u of %u scenarios"), n_faulty, n_files);
  g_printerr ("\n");
}

void
desk_check_report_load (const char *path, const DeskLoad *load)
{
  g_autofree char *calls = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u call", "%u calls", load->calls), load->calls);
  g_autofree char *lines = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", load->lines), load->lines);
  long talk = lround (load->talk_seconds);

  g_print (_ ("%s: %s on %s, %.1f in ten minutes, at most %u at once, %ld:%02ld of talk; the ideal "
              "trainee scores %.2f"),
           path, calls, lines, load->calls_per_ten_minutes, load->most_at_once, talk / 60,
           talk % 60, load->ideal_score);
  g_print ("\n");
}

static char *
format_clock (double seconds)
{
  long whole = lround (seconds);

  return g_strdup_printf ("%ld:%02ld", whole / 60, whole % 60);
}

static int
percent (double share)
{
  return (int) lround (100.0 * share);
}

static void
add_row (DeskTextTable *table, const char *label, char *value)
{
  desk_text_table_take (table, g_strdup (""));
  desk_text_table_take (table, g_strdup (label));
  desk_text_table_take (table, value);
}

static char *
in_words (const DeskSpread *spread)
{
  if (spread->n <= 1)
    return g_strdup_printf (_ ("%.0f of 100"), spread->mean);
  return g_strdup_printf (_ ("%.0f of 100, nine in ten times %.0f to %.0f"), spread->mean,
                          spread->p5, spread->p95);
}

/* "“energy”, “hours” and 3 more". (transfer full) */
static char *
list_calls (const GPtrArray *calls)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (calls->len, MOST_IDS); i++)
    g_string_append_printf (text, _ ("%s“%s”"), i > 0 ? ", " : "",
                            ((const DeskCall *) calls->pdata[i])->id);
  if (calls->len > MOST_IDS) {
    g_string_append_c (text, ' ');
    g_string_append_printf (text, _ ("and %u more"), calls->len - MOST_IDS);
  }
  return g_string_free (text, FALSE);
}

static void
add_calls (DeskTextTable *table, const char *label, const GPtrArray *calls)
{
  if (calls->len > 0)
    add_row (table, label, list_calls (calls));
}

static const char *
level_words (DeskLevel level)
{
  switch (level) {
  case DESK_LEVEL_TUTORIAL: return "tutorial";
  case DESK_LEVEL_BEGINNER: return "beginner";
  case DESK_LEVEL_INTERMEDIATE: return "intermediate";
  case DESK_LEVEL_ADVANCED: return "advanced";
  case DESK_LEVEL_EXAM: return "exam";
  }
  g_return_val_if_reached ("");
}

static void
print_remark (const DeskLoad *load)
{
  const char *level = level_words (load->scenario->level);

  if (load->against_level > 0)
    g_print (_ ("  It is much harder than “level: %s” leads one to expect: give it a higher level, "
                "or fewer calls at a time.\n"),
             level);
  else if (load->against_level < 0)
    g_print (_ ("  It is much easier than “level: %s” leads one to expect: give it a lower level, "
                "or more calls at a time.\n"),
             level);
}

void
desk_check_report_details (const DeskLoad *load)
{
  g_autoptr (DeskTextTable) table = desk_text_table_new (3, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shift = format_clock (load->shift_seconds);

  add_row (table, _ ("Length"),
           g_strdup_printf (_ ("%s until the last call is done; on the telephone for %d %% of it"),
                            shift, percent (load->occupancy)));
  add_row (table, _ ("Waiting"),
           g_strdup_printf (_ ("%d %% of the time somebody rings or is on hold, even with an ideal "
                               "trainee"),
                            percent (load->waiting)));
  add_row (table, _ ("Messages"),
           g_strdup_printf (_ ("to be written in %u of %u calls"), load->notes, load->calls));
  add_row (table, _ ("An ideal trainee"), in_words (&load->ideal));
  add_row (table, _ ("A steady one"), in_words (&load->steady));
  add_row (table, _ ("A hurried one"), in_words (&load->hurried));
  add_calls (table, _ ("Answered late"), load->late);
  add_calls (table, _ ("Never answered"), load->unanswerable);
  add_calls (table, _ ("Every line taken"), load->blocked);
  add_row (table, _ ("Difficulty"),
           g_strdup_printf (_ ("%s (%.0f of 100)"), desk_difficulty_words (load->difficulty),
                            load->points));
  desk_text_table_append_to (table, text);
  g_print ("%s", text->str);
  print_remark (load);
}
