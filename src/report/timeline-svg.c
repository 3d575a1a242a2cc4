/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/timeline-svg.h"

#include "report/words.h"
#include "matching/moment.h"

#include <glib/gi18n-lib.h>

/* All in whole units of the picture, so that no decimal sign of a locale can get in. */

#define WIDTH 1000
#define LEFT 70
#define ROW_HEIGHT 26
#define BAR_HEIGHT 18
#define FOOT 22

static int
x_of (const DeskScorecard *scorecard, gint64 t_ms)
{
  return LEFT + (int) (t_ms * (WIDTH - LEFT) / scorecard->shift->end_ms);
}

static void
append_bar (const DeskScorecard *scorecard,
            const DeskCallView *view,
            const DeskStretch *stretch,
            GString *html)
{
  const int x = x_of (scorecard, stretch->from_ms);
  const int width = MAX (1, x_of (scorecard, stretch->to_ms) - x);
  g_autofree char *caller = desk_words_caller (view->call);
  g_autofree char *tame = desk_words_tame (caller);
  g_autofree char *escaped = g_markup_escape_text (tame, -1);
  char from[DESK_TIME_TEXT_SIZE];
  char to[DESK_TIME_TEXT_SIZE];

  g_string_append_printf (html,
                          "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\">"
                          "<title>%s: %s, %s–%s</title></rect>\n",
                          desk_line_state_name (stretch->state), x,
                          (int) (stretch->line - 1) * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2,
                          width, BAR_HEIGHT, escaped, desk_words_line_state (stretch->state),
                          desk_moment_text (from, stretch->from_ms),
                          desk_moment_text (to, stretch->to_ms));
}

static void
append_bars (const DeskScorecard *scorecard, GString *html)
{
  for (guint n = 0; n < scorecard->shift->n_calls; n++) {
    const DeskCallView *view = &scorecard->shift->calls[n];

    for (guint m = 0; m < view->stretches->len; m++)
      append_bar (scorecard, view, &g_array_index (view->stretches, DeskStretch, m), html);
  }
}

static void
append_lines (const DeskScorecard *scorecard, GString *html)
{
  for (guint line = 1; line <= scorecard->scenario->n_lines; line++) {
    const int y = (int) (line - 1) * ROW_HEIGHT;

    g_string_append_printf (html, "<text x=\"0\" y=\"%d\">", y + ROW_HEIGHT / 2 + 5);
    g_string_append_printf (html, _ ("Line %u"), line);
    g_string_append_printf (html, "</text><path d=\"M%d %dH%d\"/>\n", LEFT, y + ROW_HEIGHT, WIDTH);
  }
}

/* A minute a mark, or as many minutes as leave at most twelve marks. */
static void
append_marks (const DeskScorecard *scorecard, int height, GString *html)
{
  const gint64 end_ms = scorecard->shift->end_ms;
  const gint64 step_ms = (end_ms / (12 * 60000) + 1) * 60000;

  for (gint64 t_ms = 0; t_ms <= end_ms - step_ms / 3 || t_ms == 0; t_ms += step_ms)
    g_string_append_printf (
        html, "<path d=\"M%d 0V%d\"/><text x=\"%d\" y=\"%d\">%" G_GINT64_FORMAT ":00</text>\n",
        x_of (scorecard, t_ms), height, x_of (scorecard, t_ms), height + FOOT - 6, t_ms / 60000);
}

void
desk_timeline_append_svg (const DeskScorecard *scorecard, GString *html)
{
  const int height = (int) scorecard->scenario->n_lines * ROW_HEIGHT;

  if (scorecard->shift->end_ms <= 0)
    return;

  g_string_append_printf (html,
                          "<svg role=\"img\" aria-labelledby=\"timeline-title\" "
                          "viewBox=\"0 0 %d %d\">\n<title id=\"timeline-title\">%s</title>\n",
                          WIDTH, height + FOOT, _ ("What happened on each line, over time"));
  append_marks (scorecard, height, html);
  append_lines (scorecard, html);
  append_bars (scorecard, html);
  g_string_append (html, "</svg>\n");
}
