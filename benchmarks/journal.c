/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/journal.h"
#include "engine/record.h"
#include "results.h"
#include "rounds.h"

/* What a record of the journal costs: made in memory, and appended to a file, beside a bare write(2) of
 * the same bytes; then the same with a flush to the disk after each, which the program never waits for
 * but at the end, beside a bare write(2) and fdatasync(2). Files lie in the folder that this is run in,
 * for a folder in memory has nothing to flush. On the wall, since disks are waited for; rounds
 * alternate. */

#define ROUNDS 9
#define RECORDS 2000
#define FLUSHED 50

static const DeskEvent event = { .t_ms = 123456, .type = DESK_EVENT_PAUSED };

typedef struct {
  char *path;    /* owned; there is no file by that name between two rounds */
  GString *line; /* owned: the record as it is written */
} Bench;

static void
expect (gboolean good, const char *what)
{
  if (good)
    return;
  g_printerr ("journal: %s\n", what);
  exit (3);
}

static double
time_memory (void)
{
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  const double start_ns = rounds_wall_ns ();

  for (guint i = 0; i < RECORDS; i++)
    desk_journal_append_event (journal, &event, NULL);
  return (rounds_wall_ns () - start_ns) / RECORDS;
}

/* The journal's own thread flushes meanwhile, as in a shift. */
static double
time_append (const Bench *bench)
{
  g_autoptr (DeskJournal) journal = desk_journal_create (bench->path, NULL);
  double ns;

  expect (journal != NULL, "no file can be made here");

  const double start_ns = rounds_wall_ns ();

  for (guint i = 0; i < RECORDS; i++)
    expect (desk_journal_append_event (journal, &event, NULL), "a record was refused");
  ns = (rounds_wall_ns () - start_ns) / RECORDS;
  g_clear_object (&journal);
  g_unlink (bench->path);
  return ns;
}

/* With `flushed`, after each. */
static double
time_write (const Bench *bench, guint n, gboolean flushed)
{
  const int fd = open (bench->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  double ns;

  expect (fd >= 0, "no file can be made here");

  const double start_ns = rounds_wall_ns ();

  for (guint i = 0; i < n; i++) {
    expect (write (fd, bench->line->str, bench->line->len) == (gssize) bench->line->len,
            "a write failed");
    if (flushed)
      expect (fdatasync (fd) == 0, "a flush failed");
  }
  ns = (rounds_wall_ns () - start_ns) / n;
  close (fd);
  g_unlink (bench->path);
  return ns;
}

/* One record that is on the disk for certain: what ends a session. */
static double
time_close (const Bench *bench)
{
  double sum_ns = 0;

  for (guint i = 0; i < FLUSHED; i++) {
    g_autoptr (DeskJournal) journal = desk_journal_create (bench->path, NULL);

    expect (journal != NULL, "no file can be made here");

    const double start_ns = rounds_wall_ns ();

    desk_journal_append_event (journal, &event, NULL);
    expect (desk_journal_close (journal, NULL), "a flush failed");
    sum_ns += rounds_wall_ns () - start_ns;
    g_unlink (bench->path);
  }
  return sum_ns / FLUSHED;
}

static void
measure (const Bench *bench)
{
  double memory[ROUNDS], append[ROUNDS], bare[ROUNDS], closed[ROUNDS], flushed[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++) {
    memory[i] = time_memory ();
    bare[i] = time_write (bench, RECORDS, FALSE);
    append[i] = time_append (bench);
    flushed[i] = time_write (bench, FLUSHED, TRUE);
    closed[i] = time_close (bench);
  }

  results_add (&(Result){
      .what = "a record in memory", .unit = "µs", .ours = rounds_median (memory, ROUNDS) / 1000 });
  results_add (&(Result){ .what = "a record appended, flushed by the thread",
                          .unit = "µs",
                          .ours = rounds_median (append, ROUNDS) / 1000,
                          .limit = rounds_median (bare, ROUNDS) / 1000,
                          .limit_is = "a bare write(2)" });
  results_add (&(Result){ .what = "a record appended, flushed and closed",
                          .unit = "µs",
                          .ours = rounds_median (closed, ROUNDS) / 1000,
                          .limit = rounds_median (flushed, ROUNDS) / 1000,
                          .limit_is = "a bare write(2) and fdatasync(2)" });
}

int
main (int argc, char **argv)
{
  Bench bench = { .line = g_string_new (NULL) };
  g_autofree char *folder = g_strdup ("journal-benchmark-XXXXXX");

  results_begin (&argc, argv, "journal");
  expect (g_mkdtemp (folder) != NULL, "no folder can be made here");
  bench.path = g_build_filename (folder, "journal", NULL);
  desk_record_append_event (bench.line, &event);

  measure (&bench);

  g_rmdir (folder);
  g_free (bench.path);
  g_string_free (bench.line, TRUE);
  return results_end ();
}
