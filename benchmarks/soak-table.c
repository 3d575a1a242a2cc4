/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "soak-table.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>

typedef struct {
  const char *name;
  const char *unit;
  double value;
  double limit; /* NAN: none */
} Row;

struct _SoakTable {
  const char *what;
  GArray *rows; /* of Row, owned */
};

SoakTable *
soak_table_new (const char *what)
{
  SoakTable *self = g_new0 (SoakTable, 1);

  self->what = what;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

void
soak_table_free (SoakTable *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

void
soak_table_hold (SoakTable *self, const char *name, double value, const char *unit, double limit)
{
  const Row row = { name, unit, value, limit };

  g_array_append_val (self->rows, row);
}

void
soak_table_tell (SoakTable *self, const char *name, double value, const char *unit)
{
  soak_table_hold (self, name, value, unit, NAN);
}

void
soak_table_hold_counts (SoakTable *self, const GArray *readings, guint first)
{
  soak_table_hold (self, "sources: more after warm-up",
                   soak_count_growth (readings, first, SOAK_FIELD (n_sources)), "sources", 0);
  soak_table_hold (self, "files: more after warm-up",
                   soak_count_growth (readings, first, SOAK_FIELD (n_files)), "files", 0);
  soak_table_hold (self, "threads: more after warm-up",
                   soak_count_growth (readings, first, SOAK_FIELD (n_threads)), "threads", 0);
}

static gboolean
is_kept (const Row *row)
{
  return isnan (row->limit) || row->value <= row->limit;
}

gboolean
soak_table_is_good (const SoakTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!is_kept (&g_array_index (self->rows, Row, i)))
      return FALSE;
  return TRUE;
}

/* What stands after `key` in a file of /proc; "" where it does not. (transfer full) */
static char *
find_line (const char *path, const char *key)
{
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (at = strstr (text, key)) == NULL)
    return g_strdup ("");
  at = strchr (at, ':');
  return at == NULL ? g_strdup ("") : g_strstrip (g_strndup (at + 1, strcspn (at + 1, "\n")));
}

/* (transfer full) */
static json_t *
machine_to_json (void)
{
  g_autofree char *model = find_line ("/proc/cpuinfo", "model name");
  g_autofree char *memory = find_line ("/proc/meminfo", "MemTotal");
  struct utsname kernel = { 0 };

  uname (&kernel);
  return json_pack ("{s:s,s:i,s:s,s:s,s:s}", "processor", model, "cores",
                    (int) g_get_num_processors (), "memory", memory, "kernel", kernel.release,
                    "architecture", kernel.machine);
}

static void
print_row (const Row *row)
{
  printf ("%-52s %11.3f %-13s", row->name, row->value, row->unit);
  if (isnan (row->limit))
    printf ("\n");
  else
    printf (" limit %9.3f  %s\n", row->limit, is_kept (row) ? "kept" : "BROKEN");
}

void
soak_table_print (const SoakTable *self)
{
  json_t *machine = machine_to_json ();

  printf ("\n%s\n%s, %d cores, %s, Linux %s\n\n", self->what,
          json_string_value (json_object_get (machine, "processor")),
          (int) json_integer_value (json_object_get (machine, "cores")),
          json_string_value (json_object_get (machine, "memory")),
          json_string_value (json_object_get (machine, "kernel")));
  for (guint i = 0; i < self->rows->len; i++)
    print_row (&g_array_index (self->rows, Row, i));
  printf ("\n%s\n", soak_table_is_good (self) ? "Every limit was kept." : "A limit was broken.");
  fflush (stdout);
  json_decref (machine);
}

static json_t *
row_to_json (const Row *row)
{
  json_t *object =
      json_pack ("{s:s,s:f,s:s}", "name", row->name, "value", row->value, "unit", row->unit);

  if (!isnan (row->limit)) {
    json_object_set_new (object, "limit", json_real (row->limit));
    json_object_set_new (object, "kept", json_boolean (is_kept (row)));
  }
  return object;
}

static json_t *
reading_to_json (const SoakReading *at)
{
  return json_pack ("{s:f,s:f,s:f,s:f,s:f,s:f,s:f,s:f,s:i,s:i,s:i}", "wall_s", at->wall_s, "cpu_s",
                    at->cpu_s, "at", at->at, "journal_mib", at->journal_mib, "rss_mib", at->rss_mib,
                    "pss_mib", at->pss_mib, "own_mib", at->own_mib, "malloc_mib", at->malloc_mib,
                    "files", (int) at->n_files, "threads", (int) at->n_threads, "sources",
                    (int) at->n_sources);
}

void
soak_table_save (const SoakTable *self, const GArray *readings, const char *path)
{
  json_t *rows = json_array ();
  json_t *points = json_array ();
  json_t *whole;

  if (path != NULL) {
    for (guint i = 0; i < self->rows->len; i++)
      json_array_append_new (rows, row_to_json (&g_array_index (self->rows, Row, i)));
    for (guint i = 0; readings != NULL && i < readings->len; i++)
      json_array_append_new (points, reading_to_json (&g_array_index (readings, SoakReading, i)));
    whole =
        json_pack ("{s:s,s:o,s:b,s:O,s:O}", "benchmark", self->what, "machine", machine_to_json (),
                   "good", soak_table_is_good (self), "rows", rows, "readings", points);
    if (json_dump_file (whole, path, JSON_REAL_PRECISION (8)) != 0)
      g_error ("%s cannot be written", path);
    json_decref (whole);
  }
  json_decref (rows);
  json_decref (points);
}
