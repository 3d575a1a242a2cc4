/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-report.h"

#include "classroom/class-words.h"
#include "report/html.h"
#include "report/words.h"

#include <glib/gi18n-lib.h>

/* On paper the pages lie across. */
static const char style[] =
    "body{max-width:none}table.class thead th{white-space:normal;width:14%}"
    "table.class tbody th{min-width:6rem}"
    "td.class{font-variant-numeric:tabular-nums}td.class strong{display:block;font-size:1.15rem}"
    "td.class span{display:block;color:var(--soft)}\n"
    "th.number{text-align:right}\n"
    "@media print{@page{size:landscape}}\n";

/* Scenarios that have room beside each other on a sheet; more go into another table. */
#define MOST_COLUMNS 6

/* Many mistakes are of no use to anybody. */
#define MOST_MISTAKES 30

/* Those from number `n_words` on stand over figures. */
static void
append_headings (GString *html, const char *const *headings, guint n_words)
{
  g_string_append (html, "<thead><tr>");
  for (guint n = 0; headings[n] != NULL; n++)
    desk_html_element (html, "th",
                       n < n_words ? " scope=\"col\"" : " scope=\"col\" class=\"number\"",
                       headings[n]);
  g_string_append (html, "</tr></thead>\n<tbody>\n");
}

static void
append_line (GString *html, const char *label, const char *value)
{
  g_string_append (html, "<span>");
  desk_html_text (html, label);
  g_string_append (html, " ");
  desk_html_text (html, value);
  g_string_append (html, "</span>");
}

static void
append_cell (GString *html, const DeskClassCell *cell)
{
  const DeskClassSession *latest = cell->latest;
  g_autofree char *score = desk_words_figure (latest->score);
  g_autofree char *best = desk_words_figure (cell->best);
  g_autofree char *answer = desk_class_words_seconds (latest->asa_seconds);
  g_autofree char *message = desk_words_figure (latest->message);
  g_autofree char *passed = g_strdup_printf (_ ("%u of %u"), cell->n_passed, cell->sessions->len);
  g_autofree char *apart = desk_class_mix_of_session (latest);

  g_string_append (html, "<td class=\"class\">");
  desk_html_element (html, "strong", latest->passed ? " class=\"good\"" : "", score);
  if (*apart != '\0')
    desk_html_element (html, "b", "", apart);
  append_line (html, _ ("answered in"), answer);
  append_line (html, _ ("messages"), message);
  append_line (html, _ ("best"), best);
  append_line (html, _ ("passed"), passed);
  g_string_append (html, "</td>");
}

static void
append_trainee (GString *html, const DeskClassView *view, const char *trainee, guint from, guint to)
{
  g_string_append (html, "<tr>");
  desk_html_element (html, "th", " scope=\"row\"", trainee);
  for (guint n = from; n < to; n++) {
    const DeskClassCell *cell = desk_class_view_find (view, trainee, view->scenarios->pdata[n]);

    if (cell != NULL)
      append_cell (html, cell);
    else
      g_string_append (html, "<td>–</td>");
  }
  g_string_append (html, "</tr>\n");
}

/* The scenarios from number `from` up to and without `to`. */
static void
append_table (GString *html, const DeskClassView *view, guint from, guint to)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  g_ptr_array_add (headings, (gpointer) _ ("Trainee"));
  for (guint n = from; n < to; n++)
    g_ptr_array_add (headings, (gpointer) desk_class_view_title (view, view->scenarios->pdata[n]));
  g_ptr_array_add (headings, NULL);
  g_string_append (html, "\n<table class=\"class\">\n");
  append_headings (html, (const char *const *) headings->pdata, headings->len);
  for (guint n = 0; n < view->trainees->len; n++)
    append_trainee (html, view, view->trainees->pdata[n], from, to);
  g_string_append (html, "</tbody></table>\n");
}

static void
append_class (GString *html, const DeskClassView *view)
{
  desk_html_element (html, "p", " class=\"note\"",
                     _ ("The large figure is the score of the latest session, of 100."));
  for (guint n = 0; n < view->scenarios->len; n += MOST_COLUMNS)
    append_table (html, view, n, MIN (n + MOST_COLUMNS, view->scenarios->len));
}

static void
append_mistake (GString *html, const DeskClassMistake *mistake)
{
  g_autofree char *what = desk_class_words_mistake (mistake);
  g_autofree char *who = g_strdup_printf (_ ("%u of %u"), mistake->n_lost, mistake->n_trainees);

  g_string_append (html, "<tr>");
  desk_html_element (html, "th", " scope=\"row\"", what);
  desk_html_element (html, "td", "", mistake->title);
  desk_html_element (html, "td", "", mistake->call);
  desk_html_element (html, "td", " class=\"number\"", who);
  g_string_append (html, "</tr>\n");
}

static void
append_mistakes (GString *html, const DeskClassView *view)
{
  const char *const headings[] = { _ ("Mistake"), _ ("Scenario"), _ ("Call"), _ ("Trainees"),
                                   NULL };

  desk_html_element (html, "h2", "", _ ("Mistakes that the class shares"));
  if (view->mistakes->len == 0) {
    desk_html_element (html, "p", "", _ ("None: no two trainees made the same one."));
    return;
  }
  desk_html_element (html, "p", " class=\"note\"",
                     _ ("Counted over the latest session of each trainee."));
  g_string_append (html, "\n<table>\n");
  append_headings (html, headings, 3);
  for (guint n = 0; n < MIN (view->mistakes->len, MOST_MISTAKES); n++)
    append_mistake (html, view->mistakes->pdata[n]);
  g_string_append (html, "</tbody></table>\n");
}

static void
append_week (GString *html, const DeskClassWeek *week)
{
  g_autofree char *n = g_strdup_printf ("%u", week->n);
  g_autofree char *score = desk_words_figure (week->score);
  g_autofree char *answer = desk_class_words_seconds (week->asa_seconds);
  g_autofree char *message = desk_words_figure (week->message);
  const char *const figures[] = { n, score, answer, message };

  g_string_append (html, "<tr>");
  desk_html_element (html, "th", " scope=\"row\"", week->trainee);
  desk_html_element (html, "td", "", week->week);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    desk_html_element (html, "td", " class=\"number\"", figures[i]);
  g_string_append (html, "</tr>\n");
}

static void
append_mix (GString *html, const DeskClassMix *mix)
{
  g_autofree char *note = desk_class_mix_note (mix);

  if (note != NULL)
    desk_html_element (html, "p", " class=\"note\"", note);
}

static void
append_weeks (GString *html, const DeskClassView *view)
{
  const char *const headings[] = { _ ("Trainee"), _ ("Week"),        _ ("Sessions"),
                                   _ ("Score"),   _ ("Answered in"), _ ("Messages"),
                                   NULL };

  desk_html_element (html, "h2", "", _ ("Progress over the weeks"));
  append_mix (html, &view->mix);
  g_string_append (html, "\n<table>\n");
  append_headings (html, headings, 2);
  for (guint n = 0; n < view->weeks->len; n++)
    append_week (html, view->weeks->pdata[n]);
  g_string_append (html, "</tbody></table>\n");
}

static void
append_faults (GString *html, const DeskClassFolder *folder)
{
  if (folder->faults->len + folder->unfinished->len == 0)
    return;
  desk_html_element (html, "h2", "", _ ("Journals without a result"));
  g_string_append (html, "\n<ul>\n");
  for (guint n = 0; n < folder->unfinished->len; n++) {
    g_string_append (html, "<li>");
    desk_html_text (html, folder->unfinished->pdata[n]);
    g_string_append (html, ": ");
    desk_html_text (html, _ ("not finished"));
    g_string_append (html, "</li>\n");
  }
  for (guint n = 0; n < folder->faults->len; n++) {
    const DeskHistoryFault *fault = folder->faults->pdata[n];

    g_string_append (html, "<li>");
    desk_html_text (html, fault->path);
    g_string_append (html, ": ");
    desk_html_text (html, fault->reason);
    g_string_append (html, "</li>\n");
  }
  g_string_append (html, "</ul>\n");
}

char *
desk_class_to_html (const DeskClassFolder *folder, const DeskClassView *view)
{
  GString *html = g_string_new (NULL);
  g_autofree char *shown = g_filename_display_name (folder->path);

  desk_html_begin (html, _ ("The class"), style);
  desk_html_element (html, "h1", "", _ ("The class"));
  desk_html_element (html, "p", " class=\"note\"", shown);
  if (view->n_sessions == 0) {
    desk_html_element (html, "p", "", _ ("There is no finished session here yet."));
  } else {
    append_class (html, view);
    append_mistakes (html, view);
    append_weeks (html, view);
  }
  append_faults (html, folder);
  desk_html_end (html);
  return g_string_free (html, FALSE);
}
