/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "timeline-shift.h"

#include "report/report.h"
#include "report/timeline-svg.h"

#include <locale.h>
#include <string.h>

/* What a reader of XML finds in the timeline. */
typedef struct {
  GHashTable *ids;      /* owned */
  GHashTable *targets;  /* owned: of url() and of use */
  GHashTable *elements; /* owned: how many of each */
  GHashTable *links;    /* owned */
  guint n_unnamed;      /* pictures without a name */
} Findings;

static void
count_element (Findings *findings, const char *name)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (findings->elements, name));

  g_hash_table_insert (findings->elements, g_strdup (name), GUINT_TO_POINTER (n + 1));
}

static void
note_attribute (Findings *findings, const char *element, const char *name, const char *value)
{
  if (g_str_equal (name, "id"))
    g_assert_true (g_hash_table_add (findings->ids, g_strdup (value)));
  if (g_str_equal (element, "use") && g_str_equal (name, "href"))
    g_hash_table_add (findings->targets, g_strdup (value + 1));
  if (g_str_equal (element, "a") && g_str_equal (name, "href"))
    g_hash_table_add (findings->links, g_strdup (value));
  if (g_str_equal (name, "fill") && g_str_has_prefix (value, "url(#"))
    g_hash_table_add (findings->targets, g_strndup (value + 5, strlen (value) - 6));
}

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Findings *findings = data;
  gboolean named = FALSE;

  count_element (findings, element);
  for (guint n = 0; names[n] != NULL; n++) {
    note_attribute (findings, element, names[n], values[n]);
    named |= g_str_equal (names[n], "aria-label") || g_str_equal (names[n], "aria-hidden");
  }
  if (g_str_equal (element, "svg") && !named)
    findings->n_unnamed++;
}

static void
findings_init (Findings *findings, const char *svg)
{
  const GMarkupParser parser = { .start_element = on_start };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, findings, NULL);
  g_autofree char *document = g_strconcat ("<div>", svg, "</div>", NULL);
  g_autoptr (GError) error = NULL;

  *findings = (Findings){ 0 };
  findings->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  findings->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  findings->elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  findings->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_markup_parse_context_parse (context, document, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
findings_clear (Findings *findings)
{
  g_hash_table_unref (findings->ids);
  g_hash_table_unref (findings->targets);
  g_hash_table_unref (findings->elements);
  g_hash_table_unref (findings->links);
}

static guint
count_of (const Findings *findings, const char *element)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (findings->elements, element));
}

static char *
svg_of (const DeskScorecard *scorecard)
{
  GString *svg = g_string_new (NULL);

  desk_timeline_append_svg (scorecard, svg);
  return g_string_free (svg, FALSE);
}

/* Every name that is used is defined, and once; every bar and mark says what it is and leads to its
 * call; hatchings and glyphs tell what colours alone would. */
static void
test_parts (void)
{
  static const char *const needed[] = { "timeline-ringing",     "timeline-recall",
                                        "timeline-phrase",      "timeline-aside",
                                        "timeline-put-through", "timeline-message",
                                        "timeline-critical",    "timeline-to-come",
                                        "timeline-blocked",     "timeline-gave-up" };
  g_autoptr (DeskScorecard) scorecard = timeline_shift_new ();
  g_autofree char *svg = svg_of (scorecard);
  GHashTableIter iter;
  Findings findings;
  gpointer target;

  findings_init (&findings, svg);
  for (guint n = 0; n < G_N_ELEMENTS (needed); n++) {
    g_assert_true (g_hash_table_contains (findings.ids, needed[n]));
    g_assert_true (g_hash_table_contains (findings.targets, needed[n]));
  }
  g_hash_table_iter_init (&iter, findings.targets);
  while (g_hash_table_iter_next (&iter, &target, NULL))
    g_assert_true (g_hash_table_contains (findings.ids, target));
  g_assert_cmpuint (count_of (&findings, "a"), >, 30);
  g_assert_cmpuint (count_of (&findings, "title"), ==, count_of (&findings, "a"));
  g_assert_cmpuint (g_hash_table_size (findings.links), ==, 7);
  g_assert_true (g_hash_table_contains (findings.links, "#call-1"));
  g_assert_true (g_hash_table_contains (findings.links, "#call-7"));
  g_assert_cmpuint (findings.n_unnamed, ==, 0);
  g_assert_nonnull (strstr (svg, "Eva &lt;Ek&gt; &amp; Ö"));
  g_assert_nonnull (strstr (svg, "role=\"img\" aria-label=\"What happened on each line from 00:00 "
                                 "to 04:10\""));
  findings_clear (&findings);
}

/* Compiles the locale into `folder` where none with a decimal comma is installed. */
static gboolean
set_decimal_comma (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "sv_SE.UTF-8", NULL);
  const char *const command[] = { "localedef", "-i", "sv_SE", "-f", "UTF-8", path, NULL };

  if (setlocale (LC_NUMERIC, "sv_SE.UTF-8") != NULL)
    return TRUE;
  if (!g_spawn_sync (NULL, (char **) command, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, NULL))
    return FALSE;
  g_setenv ("LOCPATH", folder, TRUE);
  return setlocale (LC_NUMERIC, "sv_SE.UTF-8") != NULL;
}

static void
remove_folder (const char *folder)
{
  const char *const command[] = { "rm", "-r", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

/* The comma would break every coordinate. */
static void
test_locale (void)
{
  g_autofree char *folder = g_dir_make_tmp ("frontdesk-XXXXXX", NULL);
  g_autoptr (DeskScorecard) scorecard = timeline_shift_new ();
  g_autofree char *svg = NULL;
  g_autofree char *half = NULL;

  if (set_decimal_comma (folder)) {
    half = g_strdup_printf ("%.1f", 0.5);
    g_assert_cmpstr (half, ==, "0,5");
    svg = svg_of (scorecard);
    g_assert_nonnull (strstr (svg, "x=\"76.0\""));
    g_assert_null (strstr (svg, "76,0"));
    setlocale (LC_NUMERIC, "C");
  } else {
    g_test_skip ("No locale with a decimal comma is installed or could be made");
  }
  remove_folder (folder);
}

/* Eight hours come in eight strips, with the definitions in the first alone. */
static void
test_long_shift (void)
{
  g_autoptr (DeskScorecard) scorecard = timeline_shift_new_long (300, 6, 8 * 3600000);
  g_autofree char *svg = svg_of (scorecard);
  Findings findings;

  findings_init (&findings, svg);
  g_assert_cmpuint (count_of (&findings, "defs"), ==, 1);
  g_assert_nonnull (strstr (svg, "from 00:00 to 1:00:00"));
  g_assert_nonnull (strstr (svg, "from 7:00:00 to 8:00:00"));
  g_assert_cmpuint (g_hash_table_size (findings.links), ==, 300);
  findings_clear (&findings);
}

static void
test_page_has_the_style (void)
{
  g_autoptr (DeskScorecard) scorecard = timeline_shift_new ();
  g_autofree char *html = desk_report_to_html (scorecard);

  g_assert_nonnull (strstr (html, desk_timeline_svg_style ()));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-svg/parts", test_parts);
  g_test_add_func ("/timeline-svg/locale", test_locale);
  g_test_add_func ("/timeline-svg/long-shift", test_long_shift);
  g_test_add_func ("/timeline-svg/style", test_page_has_the_style);
  return g_test_run ();
}
