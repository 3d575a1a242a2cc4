/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "soak-gauge.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "rounds.h"

#define MIB (1024.0 * 1024.0)

static void
read_memory (SoakReading *reading)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const struct mallinfo2 info = mallinfo2 ();

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    g_error ("/proc/self/smaps_rollup cannot be read: the soak needs Linux 4.14 or later");
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    const char *colon = strchr (*line, ':');
    const double mib = colon != NULL ? g_ascii_strtod (colon + 1, NULL) / 1024 : 0;

    if (g_str_has_prefix (*line, "Rss:"))
      reading->rss_mib = mib;
    else if (g_str_has_prefix (*line, "Pss:"))
      reading->pss_mib = mib;
    else if (g_str_has_prefix (*line, "Private_Dirty:"))
      reading->own_mib = mib;
  }
  reading->malloc_mib = (double) (info.uordblks + info.hblkhd) / MIB;
}

/* Less one where the folder itself is open to be counted. */
static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
on_probe (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* Sources have ids that count upwards and can be looked up: of those up to that of a source which is made
 * for it, which ones are there still. Those found are kept, so that none is asked for in vain twice.
 * (transfer none: until the next call) */
static GArray *
find_sources (void)
{
  static GArray *live; /* of guint, owned */
  static guint asked;
  const guint probe = g_idle_add (on_probe, NULL);
  GArray *still = g_array_new (FALSE, FALSE, sizeof (guint));

  g_source_remove (probe);
  for (guint i = 0; live != NULL && i < live->len; i++)
    if (g_main_context_find_source_by_id (NULL, g_array_index (live, guint, i)) != NULL)
      g_array_append_val (still, g_array_index (live, guint, i));
  for (guint id = asked + 1; id < probe; id++)
    if (g_main_context_find_source_by_id (NULL, id) != NULL)
      g_array_append_val (still, id);
  g_clear_pointer (&live, g_array_unref);
  live = still;
  asked = probe;
  return live;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
soak_name_sources (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GString *words = g_string_new (NULL);
  GArray *live = find_sources ();

  for (guint i = 0; i < live->len; i++) {
    GSource *source = g_main_context_find_source_by_id (NULL, g_array_index (live, guint, i));
    const char *name = g_source_get_name (source);

    g_ptr_array_add (names, (gpointer) (name != NULL ? name : "(unnamed)"));
  }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0, n = 1; i < names->len; i++, n++) {
    if (i + 1 < names->len && g_str_equal (names->pdata[i], names->pdata[i + 1]))
      continue;
    g_string_append_printf (words, "%s%u %s", words->len > 0 ? ", " : "", n,
                            (const char *) names->pdata[i]);
    n = 0;
  }
  return g_string_free (words, FALSE);
}

void
soak_read (SoakReading *reading)
{
  static gint64 first_us;

  if (first_us == 0)
    first_us = g_get_monotonic_time ();
  reading->wall_s = (double) (g_get_monotonic_time () - first_us) / G_USEC_PER_SEC;
  reading->cpu_s = rounds_now_ns () / 1e9;
  reading->n_files = count_entries ("/proc/self/fd") - 1;
  reading->n_threads = count_entries ("/proc/self/task");
  reading->n_sources = find_sources ()->len;
  read_memory (reading);
}

static double
field (const GArray *readings, guint i, gsize offset)
{
  return G_STRUCT_MEMBER (double, &g_array_index (readings, SoakReading, i), offset);
}

double
soak_slope (const GArray *readings, guint first, gsize at_offset, gsize value_offset)
{
  const double n = readings->len - first;
  double mean_at = 0, mean_value = 0, above = 0, below = 0;

  for (guint i = first; i < readings->len; i++) {
    mean_at += field (readings, i, at_offset) / n;
    mean_value += field (readings, i, value_offset) / n;
  }
  for (guint i = first; i < readings->len; i++) {
    const double at = field (readings, i, at_offset) - mean_at;

    above += at * (field (readings, i, value_offset) - mean_value);
    below += at * at;
  }
  return below > 0 ? above / below : 0;
}

static double
median_of (const GArray *readings, guint from, guint n, gsize offset)
{
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = field (readings, from + i, offset);
  return rounds_median (values, n);
}

double
soak_growth (const GArray *readings, guint first, gsize value_offset)
{
  const guint n = MAX (1, (readings->len - first) / 10);

  if (readings->len <= first)
    return 0;
  return median_of (readings, readings->len - n, n, value_offset) -
         median_of (readings, first, n, value_offset);
}

/* What is lowest counts: what comes and goes is no leak. */
static guint
lowest (const GArray *readings, guint from, guint to, gsize offset)
{
  guint low = G_MAXUINT;

  for (guint i = from; i < to; i++)
    low = MIN (low, G_STRUCT_MEMBER (guint, &g_array_index (readings, SoakReading, i), offset));
  return low;
}

double
soak_count_growth (const GArray *readings, guint first, gsize offset)
{
  const guint n = MAX (1, (readings->len - first) / 3);

  if (readings->len <= first + n)
    return 0;
  return (double) lowest (readings, readings->len - n, readings->len, offset) -
         lowest (readings, first, first + n, offset);
}
