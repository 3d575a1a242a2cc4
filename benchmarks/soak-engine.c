/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "soak-engine.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "engine/autopilot.h"
#include "scenario/scenario-private.h"
#include "scenario/scenario-reader.h"
#include "soak-leak.h"
#include "soak-scenario.h"

/* One session of a million calls. No file may hold more than ten thousand, so the calls of a file are
 * repeated, each repetition later than the one before: this is the one place outside the reader that makes
 * a scenario. What the session needs for every call it has from its start; from there on its memory may
 * grow by what the trainee writes, which the journal has as well, and by nothing else.
 *
 * The journal is a file that is emptied as it grows, or a million calls would want gigabytes: as it is
 * written on behind the place, its length stays that of the whole. */

#define CALLS_IN_FILE 800
#define N_READINGS 100
#define WARM_UP 10
#define EMPTY_EVERY_MIB 64

typedef struct {
  const SoakOptions *options;
  GArray *readings;
  const char *path; /* of the journal */
  guint n_events;
  guint n_ended;
  guint next_reading;
  double emptied_mib; /* the length of the journal when it was last emptied */
} Soak;

static DeskScenario *
load_pattern (void)
{
  g_autofree char *yaml = soak_scenario_text (CALLS_IN_FILE, FALSE);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "long", NULL, &diagnostics);

  if (scenario == NULL) {
    g_autofree char *faults = desk_diagnostics_to_text (diagnostics);

    g_error ("%s", faults);
  }
  return scenario;
}

/* The strings, replies and keys are those of `pattern`, which has to live on. (transfer full) */
static DeskScenario *
repeat (const DeskScenario *pattern, guint n_calls)
{
  DeskScenarioStore *store = desk_scenario_store_new ();
  DeskCall *calls = desk_scenario_store_alloc (store, n_calls * sizeof (DeskCall));
  const DeskCall **list = desk_scenario_store_alloc (store, (n_calls + 1) * sizeof (gpointer));
  const gint64 span_ms = (gint64) (1000 * SOAK_GAP_S * pattern->n_calls);

  store->public = *pattern;
  for (guint n = 0; n < n_calls; n++) {
    calls[n] = *pattern->calls[n % pattern->n_calls];
    calls[n].index = n;
    calls[n].at_ms += n / pattern->n_calls * span_ms;
    list[n] = &calls[n];
  }
  store->public.calls = list;
  store->public.n_calls = n_calls;
  store->public.duration_ms = (n_calls / pattern->n_calls + 1) * span_ms;
  return &store->public;
}

static double
journal_mib (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) == 0 ? (double) about.st_size / (1 << 20) : 0;
}

static void
read_now (Soak *self)
{
  SoakReading reading = { .at = self->n_ended, .journal_mib = journal_mib (self->path) };

  soak_leak (self->options->leak);
  soak_read (&reading);
  g_array_append_val (self->readings, reading);
  if (reading.journal_mib - self->emptied_mib < EMPTY_EVERY_MIB)
    return;
  self->emptied_mib = reading.journal_mib;
  if (truncate (self->path, 0) != 0)
    g_error ("%s: %s", self->path, g_strerror (errno));
}

static void
on_event (Soak *self, const DeskEvent *event)
{
  self->n_events++;
  switch (event->type) {
  case DESK_EVENT_RELEASED:
  case DESK_EVENT_TRANSFERRED:
  case DESK_EVENT_ABANDONED:
  case DESK_EVENT_BLOCKED: self->n_ended++; break;
  case DESK_EVENT_STARTED:
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_RINGING:
  case DESK_EVENT_ANSWERED:
  case DESK_EVENT_CALLER_SPEAKS:
  case DESK_EVENT_CALLER_DONE:
  case DESK_EVENT_TRAINEE_SAYS:
  case DESK_EVENT_HELD:
  case DESK_EVENT_HOLD_REMINDER:
  case DESK_EVENT_RESUMED:
  case DESK_EVENT_CONSULTING:
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_BUSY:
  case DESK_EVENT_COLLEAGUE_ACCEPTS:
  case DESK_EVENT_COLLEAGUE_REFUSES:
  case DESK_EVENT_TRANSFERRING:
  case DESK_EVENT_RECALL:
  case DESK_EVENT_MESSAGE_LOGGED:
  case DESK_EVENT_COMMAND_REJECTED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_REPEATED:
  case DESK_EVENT_INTERRUPTED:
  case DESK_EVENT_FINISHED: break;
  }
  if (self->n_ended < self->next_reading)
    return;
  self->next_reading += (guint) MAX (1, self->options->n_calls / N_READINGS);
  read_now (self);
}

static void
work (Soak *self, DeskScenario *scenario)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Kim", DESK_MODE_SIMULATED);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_create (self->path, &error);
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (DeskAutopilot) autopilot = NULL;

  if (journal == NULL)
    g_error ("%s", error->message);
  session = desk_session_new (scenario, lengths, header, journal);
  g_signal_connect_swapped (session, "event", G_CALLBACK (on_event), self);
  autopilot = desk_autopilot_new (DESK_TRAINEE_HURRIED, session, 1);
  if (!desk_session_start (session, &error))
    g_error ("%s", error->message);
  desk_autopilot_run (autopilot);
  read_now (self);
}

/* Processor time an event over a tenth of the readings. */
static double
us_an_event (const GArray *readings, guint from, double events_a_call)
{
  const SoakReading *a = &g_array_index (readings, SoakReading, from);
  const SoakReading *b = &g_array_index (readings, SoakReading, from + readings->len / 10);

  return b->at > a->at ? 1e6 * (b->cpu_s - a->cpu_s) / ((b->at - a->at) * events_a_call) : 0;
}

static void
tell (const Soak *self, SoakTable *table)
{
  GArray *readings = self->readings;
  const guint warm = readings->len / WARM_UP;
  const SoakReading *last = &g_array_index (readings, SoakReading, readings->len - 1);
  const double journal = soak_growth (readings, warm, SOAK_FIELD (journal_mib));
  const double resident = soak_growth (readings, warm, SOAK_FIELD (rss_mib));
  const double events_a_call = (double) self->n_events / self->n_ended;
  const double early = us_an_event (readings, warm, events_a_call);
  const double late = us_an_event (readings, readings->len - readings->len / 10 - 1, events_a_call);

  soak_table_tell (table, "calls in one session", self->n_ended, "calls");
  soak_table_tell (table, "events", self->n_events, "events");
  soak_table_tell (table, "real time", last->wall_s, "s");
  soak_table_tell (table, "processor time an event, second tenth", early, "us");
  soak_table_tell (table, "processor time an event, last tenth", late, "us");
  soak_table_hold (table, "processor time an event, last tenth to second",
                   early > 0 ? late / early : 0, "times", 1.5);
  soak_table_tell (table, "journal written", last->journal_mib, "MiB");
  soak_table_tell (table, "resident after warm-up",
                   g_array_index (readings, SoakReading, warm).rss_mib, "MiB");
  soak_table_tell (table, "resident: growth after warm-up", resident, "MiB");
  soak_table_tell (table, "malloc: growth after warm-up",
                   soak_growth (readings, warm, SOAK_FIELD (malloc_mib)), "MiB");
  soak_table_hold_counts (table, readings, warm);
  soak_table_hold (table, "resident: growth for each MiB of journal",
                   journal > 0 ? resident / journal : 0, "MiB", 0.1);
  soak_table_hold (table, "resident: fitted over the journal",
                   soak_slope (readings, warm, SOAK_FIELD (journal_mib), SOAK_FIELD (rss_mib)),
                   "MiB/MiB", 0.1);
}

void
soak_engine_run (const SoakOptions *options, SoakTable *table, GArray *readings)
{
  g_autofree char *folder = g_dir_make_tmp ("frontdesk-soak-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "soak.journal", NULL);
  g_autoptr (DeskScenario) pattern = load_pattern ();
  g_autoptr (DeskScenario) scenario = repeat (pattern, (guint) options->n_calls);
  Soak self = { .options = options, .readings = readings, .path = path };

  work (&self, scenario);
  tell (&self, table);
  g_unlink (path);
  g_rmdir (folder);
}
