/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/scenario-reader.h"

#include "scenario/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* From file to scenario: the file, its top level, and the whole. The parts are read by reader-people,
 * reader-calls, reader-expectation and reader-replies, single values by reader-values, from the tree of
 * yaml-tree. Each part goes on after a fault, so that one run reports all of them. */

enum {
  MAX_BYTES = 16 << 20,
  MAX_COMPARISONS = 2000000,
};

enum {
  FORMAT,
  TITLE,
  LANGUAGE,
  COUNTRY,
  SOUND,
  LEVEL,
  LINES,
  DURATION,
  ARRIVALS,
  SEED,
  ORGANISATION,
  GREETING,
  BRIEFING,
  TARGETS,
  SCORING,
  EXAM,
  VOICES,
  PEOPLE,
  PHRASES,
  CALLS,
};

static const DeskFieldSpec root_specs[] = {
  [FORMAT] = { "format", TRUE, "1" },
  [TITLE] = { "title", TRUE, "Monday morning" },
  [LANGUAGE] = { "language", TRUE, "en" },
  [COUNTRY] = { "country", TRUE, "gb" },
  [SOUND] = { "sound" },
  [LEVEL] = { "level" },
  [LINES] = { "lines", TRUE, "4" },
  [DURATION] = { "duration", TRUE, "8:00" },
  [ARRIVALS] = { "arrivals" },
  [SEED] = { "seed" },
  [ORGANISATION] = { "organisation", TRUE, "Hartwell" },
  [GREETING] = { "greeting" },
  [BRIEFING] = { "briefing" },
  [TARGETS] = { "targets" },
  [SCORING] = { "scoring" },
  [EXAM] = { "exam" },
  [VOICES] = { "voices" },
  [PEOPLE] = { "people", TRUE },
  [PHRASES] = { "phrases" },
  [CALLS] = { "calls", TRUE },
};

static void
set_defaults (DeskScenario *scenario)
{
  scenario->title = scenario->organisation = scenario->greeting = scenario->briefing = "";
  scenario->language = "en";
  scenario->level = DESK_LEVEL_BEGINNER;
  scenario->target_answer_ms = 15000;
  scenario->target_hold_ms = 60000;
  scenario->target_recall_ms = 20000;
  scenario->weight_response = 30.0;
  scenario->weight_handling = 30.0;
  scenario->weight_message = 40.0;
  scenario->pass = 70.0;
  scenario->exam_time = "1";
}

static void
read_format (DeskReader *self, const DeskYamlNode *node)
{
  const char *format;

  if (desk_reader_word (self, node, &format) && !node->mended && !g_str_equal (format, "1"))
    desk_reader_error (self, node, _ ("this program reads format 1, not “%s”; write “format: 1”"),
                       desk_reader_shown (self, format));
}

/* Checks a BCP 47 tag by its form: "sv", "en-GB", "zh-Hant-TW". No tag begins with more than three letters;
 * names of languages do. */
static void
read_language (DeskReader *self, const DeskYamlNode *node)
{
  static const char *const known[] = { "en", "sv", NULL };
  const char *language;

  if (!desk_reader_word (self, node, &language) || node->mended)
    return;
  if (g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}$", language, 0, 0)) {
    self->scenario->language = language;
    return;
  }
  const char *nearest = desk_reader_nearest (self, language, known);
  const char *shown = desk_reader_shown (self, language);
  if (nearest != NULL)
    desk_reader_error (self, node, _ ("“%s” is not a language tag; did you mean “%s”?"), shown,
                       nearest);
  else
    desk_reader_error (self, node, _ ("“%s” is not a language tag; write for example en or sv"),
                       shown);
}

static void
read_country (DeskReader *self, const DeskYamlNode *node)
{
  const char *codes[DESK_N_COUNTRIES + 1] = { NULL };
  guint country;

  for (guint i = 0; i < DESK_N_COUNTRIES; i++)
    codes[i] = desk_country_code ((DeskCountry) i);
  self->knows_country = desk_reader_choice (self, node, codes, &country);
  if (self->knows_country)
    self->scenario->country = (DeskCountry) country;
}

static void
read_sound (DeskReader *self, const DeskYamlNode *node)
{
  static const char *const bands[] = { "telephone", "wideband", NULL };
  guint band;

  if (desk_reader_choice (self, node, bands, &band))
    self->scenario->line_band = (DeskLineBand) band;
}

static void
read_shift (DeskReader *self, const DeskYamlNode *const *values)
{
  static const char *const levels[] = { "tutorial", "beginner", "intermediate",
                                        "advanced", "exam",     NULL };
  static const char *const arrivals[] = { "fixed", "jittered", NULL };
  DeskScenario *scenario = self->scenario;
  guint level, arrival;
  gint64 n_lines;

  if (desk_reader_choice (self, values[LEVEL], levels, &level))
    scenario->level = (DeskLevel) level;
  if (desk_reader_integer (self, values[LINES], 1, 24, &n_lines))
    scenario->n_lines = (guint) n_lines;
  desk_reader_time (self, values[DURATION], 1000, DESK_READER_MAX_MS, &scenario->duration_ms);
  if (desk_reader_choice (self, values[ARRIVALS], arrivals, &arrival))
    scenario->jittered = arrival == 1;
  desk_reader_integer (self, values[SEED], 0, G_MAXUINT32, &scenario->seed);
}

static void
read_targets (DeskReader *self, const DeskYamlNode *map)
{
  enum {
    ANSWER,
    HOLD,
    RECALL
  };
  static const DeskFieldSpec specs[] = {
    [ANSWER] = { "answer" }, [HOLD] = { "hold" }, [RECALL] = { "recall" }
  };
  DeskFields fields;

  desk_reader_fields (self, map, specs, G_N_ELEMENTS (specs), &fields);
  desk_reader_time (self, fields.values[ANSWER], 1000, 3600000, &self->scenario->target_answer_ms);
  desk_reader_time (self, fields.values[HOLD], 1000, 3600000, &self->scenario->target_hold_ms);
  desk_reader_time (self, fields.values[RECALL], 1000, 3600000, &self->scenario->target_recall_ms);
}

static void
read_scoring (DeskReader *self, const DeskYamlNode *map)
{
  enum {
    RESPONSE,
    HANDLING,
    MESSAGE,
    PASS
  };
  static const DeskFieldSpec specs[] = { [RESPONSE] = { "response" },
                                         [HANDLING] = { "handling" },
                                         [MESSAGE] = { "message" },
                                         [PASS] = { "pass" } };
  DeskScenario *scenario = self->scenario;
  DeskFields fields;

  desk_reader_fields (self, map, specs, G_N_ELEMENTS (specs), &fields);
  desk_reader_number (self, fields.values[RESPONSE], 0.0, 1000.0, &scenario->weight_response);
  desk_reader_number (self, fields.values[HANDLING], 0.0, 1000.0, &scenario->weight_handling);
  desk_reader_number (self, fields.values[MESSAGE], 0.0, 1000.0, &scenario->weight_message);
  desk_reader_number (self, fields.values[PASS], 0.0, 100.0, &scenario->pass);
  /* Response and handling apply to every call. If only the message has a weight, most calls would have no
   * score. */
  if (scenario->weight_response + scenario->weight_handling <= 0.0)
    desk_reader_error (self, map, _ ("“response” and “handling” cannot both be 0"));
}

/* What the author grants everyone who takes the exam. */
static void
read_exam (DeskReader *self, const DeskYamlNode *map)
{
  enum {
    TIME,
    CAPTIONS,
    HINTS,
    PAUSE
  };
  static const DeskFieldSpec specs[] = {
    [TIME] = { "time" }, [CAPTIONS] = { "captions" }, [HINTS] = { "hints" }, [PAUSE] = { "pause" }
  };
  static const char *const times[] = { "1", "1.5", "2", "10", "untimed", NULL };
  DeskScenario *scenario = self->scenario;
  DeskFields fields;
  guint time;

  desk_reader_fields (self, map, specs, G_N_ELEMENTS (specs), &fields);
  if (desk_reader_choice (self, fields.values[TIME], times, &time))
    scenario->exam_time = times[time];
  desk_reader_flag (self, fields.values[CAPTIONS], &scenario->exam_captions);
  desk_reader_flag (self, fields.values[HINTS], &scenario->exam_hints);
  desk_reader_flag (self, fields.values[PAUSE], &scenario->exam_pause);
}

static void
add_neutral_replies (DeskReader *self)
{
  for (const char *const *id = desk_builtin_reply_ids (); *id != NULL; id++) {
    g_autofree char *key = g_strconcat ("neutral/", *id, NULL);
    desk_reader_add_reply (self, key, *id, desk_neutral_reply (self->scenario->language, *id),
                           NULL);
  }
}

static void
read_root (DeskReader *self, const DeskYamlNode *root)
{
  DeskScenario *scenario = self->scenario;
  DeskFields fields;

  if (!desk_reader_fields (self, root, root_specs, G_N_ELEMENTS (root_specs), &fields))
    return;
  const DeskYamlNode *const *values = fields.values;
  read_format (self, values[FORMAT]);
  desk_reader_line (self, values[TITLE], &scenario->title);
  read_language (self, values[LANGUAGE]);
  read_country (self, values[COUNTRY]);
  read_sound (self, values[SOUND]);
  read_shift (self, values);
  desk_reader_line (self, values[ORGANISATION], &scenario->organisation);
  desk_reader_text (self, values[GREETING], &scenario->greeting);
  desk_reader_text (self, values[BRIEFING], &scenario->briefing);
  read_targets (self, values[TARGETS]);
  read_scoring (self, values[SCORING]);
  read_exam (self, values[EXAM]);
  desk_reader_voices (self, values[VOICES]);
  desk_reader_people (self, values[PEOPLE]);
  desk_reader_phrases (self, values[PHRASES]);
  desk_reader_calls (self, values[CALLS]);
  desk_reader_end_voices (self);
  const guint n_own = self->replies->len;
  add_neutral_replies (self);
  scenario->replies = desk_scenario_store_list (self->store, self->replies);
  scenario->n_replies = self->replies->len;
  scenario->neutral_replies = scenario->replies + n_own;
}

static void
set_source (
    DeskScenarioStore *store, const char *yaml, gsize length, const char *id, const char *folder)
{
  g_autofree char *digest =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) yaml, length);

  store->public.id = desk_scenario_store_text (store, id);
  store->public.folder = folder != NULL ? desk_scenario_store_text (store, folder) : NULL;
  store->public.yaml = g_string_chunk_insert_len (store->strings, yaml, (gssize) length);
  store->public.sha256 = desk_scenario_store_text (store, digest);
}

static char *
real_path (const char *path)
{
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

/* The scenario in `yaml`; NULL when there is an error among `diagnostics`. */
static DeskScenario *
load (const char *yaml,
      gsize length,
      const char *id,
      const char *folder,
      DeskDiagnostics *diagnostics)
{
  g_autoptr (DeskYamlTree) tree = desk_yaml_tree_new (yaml, length, diagnostics);
  const DeskYamlNode *root = tree != NULL ? desk_yaml_tree_get_root (tree) : NULL;

  if (root == NULL) {
    if (desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR) == 0)
      desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 0, 0, _ ("the file is empty"));
    return NULL;
  }
  g_autofree char *real_folder = real_path (folder);
  g_autoptr (GHashTable) clips = desk_reader_clips_new ();
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  g_autoptr (GPtrArray) voices = g_ptr_array_new ();
  DeskScenarioStore *store = desk_scenario_store_new ();
  DeskReader reader = {
    .store = store,
    .scenario = &store->public,
    .diagnostics = diagnostics,
    .unsure = desk_yaml_tree_is_unsure (tree),
    .folder = real_folder,
    .clips = clips,
    .replies = replies,
    .voices = voices,
    .comparisons_left = MAX_COMPARISONS,
  };
  set_defaults (&store->public);
  read_root (&reader, root);
  g_strfreev (reader.clip_files);
  if (desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR) > 0) {
    desk_scenario_unref (&store->public);
    return NULL;
  }
  set_source (store, yaml, length, id, folder);
  return &store->public;
}

DeskScenario *
desk_scenario_load_from_data (const char *yaml,
                              gsize length,
                              const char *id,
                              const char *folder,
                              DeskDiagnostics **diagnostics)
{
  g_autofree char *path =
      folder != NULL ? g_build_filename (folder, "scenario.yaml", NULL) : g_strdup (id);

  *diagnostics = desk_diagnostics_new (path);
  if (length > MAX_BYTES) {
    desk_diagnostics_add (*diagnostics, DESK_SEVERITY_ERROR, 0, 0,
                          _ ("the file is larger than 16 MiB; no scenario is"));
    return NULL;
  }
  DeskScenario *scenario = load (yaml, length, id, folder, *diagnostics);
  if (desk_diagnostics_get_n_items (*diagnostics) > 0) {
    g_autoptr (GBytes) source = g_bytes_new (yaml, length);
    desk_diagnostics_set_source (*diagnostics, source);
  }
  return scenario;
}

/* Reads at most one byte more than a scenario may have; `size` is what fstat() said. NULL with errno set. */
static char *
read_all (int fd, gsize size, gsize *length)
{
  gsize room = size + 1;
  g_autofree char *text = g_malloc (room);

  *length = 0;
  while (*length <= MAX_BYTES) {
    if (*length == room)
      text = g_realloc (text, room = MIN (2 * room, MAX_BYTES + 1));
    gssize n = read (fd, text + *length, room - *length);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return NULL;
    if (n == 0)
      break;
    *length += (gsize) n;
  }
  return g_realloc (g_steal_pointer (&text), *length + 1);
}

/* The bytes of the file; NULL, after reporting why. Does not block, even if it is a pipe or a device. */
static char *
read_file (const char *path, gsize *length, DeskDiagnostics *diagnostics)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status;
  char *text = NULL;

  if (fd < 0) {
    desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 0, 0, _ ("cannot open the file: %s"),
                          g_strerror (errno));
    return NULL;
  }
  if (fstat (fd, &status) == 0 && !S_ISREG (status.st_mode))
    desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 0, 0,
                          _ ("this is not a file that a scenario could be read from"));
  else if (status.st_size > MAX_BYTES)
    desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 0, 0,
                          _ ("the file is larger than 16 MiB; no scenario is"));
  else if ((text = read_all (fd, (gsize) status.st_size, length)) == NULL)
    desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 0, 0, _ ("cannot read the file: %s"),
                          g_strerror (errno));
  close (fd);
  return text;
}

/* The id of the scenario in `folder`: the folder's real name, even if it was given as ".". */
static char *
id_of (const char *folder)
{
  g_autofree char *real = real_path (folder);

  return g_path_get_basename (real != NULL ? real : folder);
}

static DeskScenario *
load_file (const char *path, gboolean with_clips, DeskDiagnostics **diagnostics)
{
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  g_autofree char *file =
      is_folder ? g_build_filename (path, "scenario.yaml", NULL) : g_strdup (path);
  g_autofree char *folder = is_folder ? g_strdup (path) : g_path_get_dirname (path);
  g_autofree char *id = id_of (folder);
  gsize length;

  *diagnostics = desk_diagnostics_new (file);
  char *text = read_file (file, &length, *diagnostics);
  if (text == NULL)
    return NULL;
  g_autoptr (GBytes) source = g_bytes_new_take (text, length);
  desk_diagnostics_set_source (*diagnostics, source);
  return load (text, length, id, with_clips ? folder : NULL, *diagnostics);
}

DeskScenario *
desk_scenario_load_from_file (const char *path, DeskDiagnostics **diagnostics)
{
  return load_file (path, TRUE, diagnostics);
}

DeskScenario *
desk_scenario_load_without_clips (const char *path, DeskDiagnostics **diagnostics)
{
  return load_file (path, FALSE, diagnostics);
}
