/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The reader of journals and scripts. Both are JSON Lines. Parsing line by line bounds the memory and gives
 * every fault its line number. */

#include "engine/recording.h"

#include <string.h>

#include "matching/tame-text.h"
#include "scenario/scenario-reader.h"

/* No record is longer: the header carries at most 16 MiB of YAML, and escaping makes that several times as
 * long. */
#define LONGEST_LINE ((gsize) 100 << 20)
#define LONGEST_FILE ((gsize) 4 << 30)

/* Characters of a fault, which may quote the line; the faults of a scenario take several lines. */
#define LONGEST_FAULT 4000

G_DEFINE_QUARK (desk_journal_error, desk_journal_error)

typedef struct {
  const char *path;   /* as shown */
  const char *folder; /* of the clips, or NULL */
  const char *start;
  const char *at;
  const char *end;
  guint line;
  gboolean torn;
  DeskRecording *recording;
} Reading;

static gboolean
fault (const Reading *reading, GError **error, const char *what)
{
  g_autofree char *start = desk_tame_start (what, LONGEST_FAULT);

  g_set_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_INVALID, "%s:%u: %s", reading->path,
               reading->line, start);
  return FALSE;
}

static void
clear_record (gpointer record)
{
  desk_record_clear (record);
}

/* The records of a typical call, from its arrival to its slip. */
#define RECORDS_A_CALL 16

/* `n_expected` is a hint: the array grows beyond it. */
static DeskRecording *
recording_new (guint n_expected)
{
  DeskRecording *self = g_new0 (DeskRecording, 1);

  self->records = g_array_sized_new (FALSE, TRUE, sizeof (DeskRecord), n_expected);
  g_array_set_clear_func (self->records, clear_record);
  return self;
}

DeskRecording *
desk_recording_new (const DeskJournalHeader *header,
                    DeskScenario *scenario,
                    DeskClipLengths *lengths)
{
  DeskRecording *self = recording_new (RECORDS_A_CALL * scenario->n_calls);

  self->header = desk_journal_header_copy (header);
  self->scenario = desk_scenario_ref (scenario);
  self->lengths = desk_clip_lengths_ref (lengths);
  self->sha256 = g_strdup (scenario->sha256);
  return self;
}

void
desk_recording_add_command (DeskRecording *self, const DeskCommand *command, gint64 t_ms)
{
  DeskRecord record = { .t_ms = t_ms, .is_command = TRUE, .command = *command };

  if (command->slip)
    record.command.slip = desk_slip_share (command->slip);
  g_array_append_val (self->records, record);
}

void
desk_recording_add_event (DeskRecording *self, const DeskEvent *event)
{
  DeskRecord record = { .t_ms = event->t_ms, .event = *event };

  g_array_append_val (self->records, record);
}

void
desk_recording_free (DeskRecording *self)
{
  if (!self)
    return;
  g_array_unref (self->records);
  desk_journal_header_free (self->header);
  g_clear_pointer (&self->lengths, desk_clip_lengths_unref);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  g_free (self->sha256);
  g_free (self);
}

/* The next line that is not blank; NULL at the end. `torn` says that it has no newline, as a power
 * cut may leave the last one. */
static const char *
next_line (Reading *reading, gsize *length)
{
  while (reading->at < reading->end) {
    const char *start = reading->at;
    const char *newline = memchr (start, '\n', (gsize) (reading->end - start));
    const char *stop = newline ? newline : reading->end;

    reading->line++;
    reading->at = newline ? newline + 1 : reading->end;
    while (stop > start && g_ascii_isspace (stop[-1]))
      stop--;
    if (stop == start)
      continue;
    *length = (gsize) (stop - start);
    reading->torn = !newline;
    return start;
  }
  return NULL;
}

/* The parser's message, but for one that names a flag of the parser. */
static const char *
json_fault_text (const json_error_t *where)
{
  return json_error_code (where) == json_error_null_character ? "a text holds a NUL" : where->text;
}

/* `before` is put in front of the message. */
static json_t *
parse_line (
    const Reading *reading, const char *start, gsize length, const char *before, GError **error)
{
  json_error_t where;
  json_t *object;
  g_autofree char *what = NULL;

  if (length > LONGEST_LINE) {
    fault (reading, error, "the line is too long to be a record");
    return NULL;
  }
  object = json_loadb (start, length, JSON_REJECT_DUPLICATES, &where);
  if (object && json_is_object (object))
    return object;
  what = object ? g_strdup_printf ("%sa record must be a JSON object", before)
                : g_strdup_printf ("%sthis is not JSON (column %d: %s)", before, where.column,
                                   json_fault_text (&where));
  json_decref (object);
  fault (reading, error, what);
  return NULL;
}

/* Called for each line that was read in full: a torn one is dropped and counts for nothing. */
static void
check_chain (Reading *reading, const char *start, gsize length)
{
  desk_chain_check (&reading->recording->chain, start, length, reading->line);
}

/* Only an exam is expected to have checksums. */
static void
settle_chain (DeskRecording *self)
{
  if (self->header == NULL ||
      (self->chain.state == DESK_CHAIN_MISSING && self->header->mode != DESK_MODE_EXAM))
    self->chain = (DeskChain){ .state = DESK_CHAIN_NONE };
}

gboolean
desk_recording_may_go_on (const DeskRecording *self, GError **error)
{
  const DeskChainState state = self->chain.state;

  if (state == DESK_CHAIN_WHOLE ||
      (state == DESK_CHAIN_NONE && self->header->mode != DESK_MODE_EXAM))
    return TRUE;
  if (state == DESK_CHAIN_CHANGED)
    g_set_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_CHANGED,
                 "the journal was changed, from line %u on", self->chain.line);
  else
    g_set_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_CHANGED,
                 "the journal of an exam lacks its checksums");
  return FALSE;
}

static const char *
text_member (const json_t *object, const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static gboolean
read_accommodations (const Reading *reading,
                     DeskJournalHeader *header,
                     const json_t *list,
                     GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  DeskRules rules = { 0 };
  const json_t *item;
  size_t i;

  if (list && !json_is_array (list))
    return fault (reading, error, "“accommodations” must be a list of texts");
  json_array_foreach (list, i, item)
  {
    if (!json_is_string (item))
      return fault (reading, error, "“accommodations” must be a list of texts");
    if (!desk_accommodation_read (json_string_value (item), &rules))
      return fault (reading, error, "the accommodation “time:” needs a number from 1 to 100");
    g_strv_builder_add (builder, json_string_value (item));
  }
  g_strfreev (header->accommodations);
  header->accommodations = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_header (const Reading *reading, const json_t *object, GError **error)
{
  const json_t *version = json_object_get (object, "journal");
  const char *mode = text_member (object, "mode");
  const char *trainee = text_member (object, "trainee");
  const char *started = text_member (object, "started");
  const char *program = text_member (object, "program");
  const char *arrivals = text_member (object, "arrivals");
  const json_t *rubric = json_object_get (object, "rubric");
  const json_t *seed = json_object_get (object, "seed");
  DeskJournalHeader *header;

  if (!json_is_integer (version))
    return fault (reading, error, "this is not a journal: its first line has no “journal” number");
  if (json_integer_value (version) != DESK_JOURNAL_FORMAT)
    return fault (reading, error,
                  "this journal was written by another version of the program, which must read it");
  if (rubric && json_integer_value (rubric) != DESK_RUBRIC)
    return fault (reading, error,
                  "this journal asks for another rubric than this program scores by");
  if (!mode || !trainee || !started || !json_is_integer (seed))
    return fault (reading, error, "the header lacks trainee, mode, seed or started");
  if (json_integer_value (seed) < 0 || json_integer_value (seed) > G_MAXUINT32)
    return fault (reading, error, "“seed” must be from 0 to 4294967295");

  header = desk_journal_header_new (trainee, DESK_MODE_PRACTICE);
  reading->recording->header = header;
  if (!desk_mode_from_name (mode, &header->mode))
    return fault (reading, error, "the header's mode is none of practice, guided, exam, simulated");
  g_free (header->started);
  header->started = g_strdup (started);
  if (program) {
    g_free (header->program);
    header->program = g_strdup (program);
  }
  header->seed = json_integer_value (seed);
  header->jittered = g_strcmp0 (arrivals, "jittered") == 0;
  return read_accommodations (reading, header, json_object_get (object, "accommodations"), error);
}

/* If the clips are faulty the scenario is loaded without them. */
static DeskScenario *
load_scenario (const Reading *reading,
               const json_t *yaml,
               const char *id,
               DeskDiagnostics **diagnostics)
{
  const char *text = json_string_value (yaml);
  const gsize length = json_string_length (yaml);

  if (reading->folder != NULL) {
    g_autoptr (DeskDiagnostics) of_clips = NULL;
    DeskScenario *scenario =
        desk_scenario_load_from_data (text, length, id, reading->folder, &of_clips);

    if (scenario != NULL)
      return scenario;
  }
  return desk_scenario_load_from_data (text, length, id, NULL, diagnostics);
}

static gboolean
read_scenario (const Reading *reading, const json_t *object, GError **error)
{
  const json_t *part = json_object_get (object, "scenario");
  const json_t *yaml = json_object_get (part, "yaml");
  const char *id = text_member (part, "id");
  const char *sha256 = text_member (part, "sha256");
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *told = NULL;
  g_autofree char *what = NULL;

  if (!json_is_string (yaml) || !id || !sha256)
    return fault (reading, error, "the header carries no scenario");
  reading->recording->sha256 = g_strdup (sha256);
  reading->recording->scenario = load_scenario (reading, yaml, id, &diagnostics);
  if (reading->recording->scenario)
    return TRUE;
  told = desk_diagnostics_to_text (diagnostics);
  what = g_strdup_printf ("the scenario it carries has faults:\n%s", g_strchomp (told));
  return fault (reading, error, what);
}

static gboolean
read_lengths (const Reading *reading, const json_t *object, DeskScenario *scenario, GError **error)
{
  DeskClipLengths *lengths = desk_clip_lengths_new_by_words (scenario);
  json_t *clips = json_object_get (object, "clips");
  const char *key;
  json_t *value;

  reading->recording->lengths = lengths;
  if (clips && !json_is_object (clips))
    return fault (reading, error, "“clips” must be an object of lengths by reply");
  json_object_foreach (clips, key, value)
  {
    const DeskReply *reply = desk_scenario_find_reply (scenario, key);

    if (!json_is_integer (value) || json_integer_value (value) < 0 ||
        json_integer_value (value) > G_MAXINT32)
      return fault (reading, error, "a clip's length must be a whole number of milliseconds");
    if (reply)
      desk_clip_lengths_set (lengths, reply, json_integer_value (value));
  }
  return TRUE;
}

static gboolean
read_record (Reading *reading,
             const json_t *object,
             const DeskScenario *scenario,
             gboolean commands_only,
             GError **error)
{
  GArray *records = reading->recording->records;
  DeskRecord record;
  g_autofree char *what = NULL;

  if (commands_only && json_object_get (object, "event"))
    return TRUE;
  if (!desk_record_read (&record, object, scenario, &what)) {
    desk_record_clear (&record);
    return fault (reading, error, what);
  }
  record.line = reading->line;
  if (records->len > 0 &&
      record.t_ms < g_array_index (records, DeskRecord, records->len - 1).t_ms) {
    desk_record_clear (&record);
    return fault (reading, error, "“t” is smaller than on the line before: time cannot run back");
  }
  g_array_append_val (records, record);
  return TRUE;
}

/* Reads the rest of the lines. A last one that is cut off in a journal is dropped. */
static gboolean
read_records (Reading *reading,
              const DeskScenario *scenario,
              gboolean commands_only,
              GError **error)
{
  const char *start;
  gsize length;

  while ((start = next_line (reading, &length))) {
    gboolean may_be_torn = reading->torn && reading->recording->header;
    json_t *object = parse_line (reading, start, length, "", may_be_torn ? NULL : error);
    gboolean good = object && read_record (reading, object, scenario, commands_only, error);

    if (!object && may_be_torn) {
      reading->recording->n_bytes = (gsize) (start - reading->start);
      return reading->recording->torn = TRUE;
    }
    json_decref (object);
    if (!good)
      return FALSE;
    check_chain (reading, start, length);
    reading->recording->open_ended = reading->torn;
  }
  reading->recording->n_bytes = (gsize) (reading->end - reading->start);
  return TRUE;
}

static gboolean
is_header (const json_t *object)
{
  return json_object_get (object, "journal") != NULL;
}

static DeskRecording *
load (const char *data, gsize length, const char *path, const char *folder, GError **error)
{
  g_autoptr (DeskRecording) self = recording_new (0);
  const char *start = data != NULL ? data : ""; /* of an empty file */
  Reading reading = { path, folder, start, start, start + length, 0, FALSE, self };
  gsize first_length;
  const char *first = next_line (&reading, &first_length);
  json_t *object;
  gboolean good;

  self->open_ended = reading.torn;

  if (!first) {
    reading.line = 1;
    fault (&reading, error, "the file is empty: a journal begins with its header");
    return NULL;
  }
  object = parse_line (&reading, first, first_length, "not a journal of Frontdesk: ", error);
  if (!object)
    return NULL;
  good = read_header (&reading, object, error) && read_scenario (&reading, object, error) &&
         read_lengths (&reading, object, self->scenario, error);
  json_decref (object);
  check_chain (&reading, first, first_length);
  if (!good || !read_records (&reading, self->scenario, FALSE, error))
    return NULL;
  settle_chain (self);
  return g_steal_pointer (&self);
}

DeskRecording *
desk_recording_load_from_data (const char *data, gsize length, const char *path, GError **error)
{
  return load (data, length, path, NULL, error);
}

/* Refuses anything but a regular file: a device or a pipe could be read for ever. */
static GMappedFile *
map_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GMappedFile) file = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: this is not a file", name);
    return NULL;
  }
  file = g_mapped_file_new (path, FALSE, error);
  if (file && g_mapped_file_get_length (file) > LONGEST_FILE) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: the file is too large", name);
    return NULL;
  }
  return g_steal_pointer (&file);
}

DeskRecording *
desk_recording_load_with_clips (const char *path, const char *folder, GError **error)
{
  g_autoptr (GMappedFile) file = map_file (path, error);
  g_autofree char *name = g_filename_display_name (path);

  if (!file)
    return NULL;
  return load (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), name, folder,
               error);
}

DeskRecording *
desk_recording_load_from_file (const char *path, GError **error)
{
  return desk_recording_load_with_clips (path, NULL, error);
}

/* The header's part of a script that is a whole journal. */
static gboolean
read_script_header (const Reading *reading,
                    const json_t *object,
                    DeskScenario *scenario,
                    GError **error)
{
  const char *sha256 = text_member (json_object_get (object, "scenario"), "sha256");

  reading->recording->sha256 = g_strdup (sha256 ? sha256 : "");
  return read_header (reading, object, error) && read_lengths (reading, object, scenario, error);
}

DeskRecording *
desk_recording_load_script (const char *path, DeskScenario *scenario, GError **error)
{
  g_autoptr (GMappedFile) file = map_file (path, error);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (DeskRecording) self = NULL;
  Reading reading;
  const char *first;
  gsize length;

  if (!file)
    return NULL;
  self = recording_new (0);
  self->scenario = desk_scenario_ref (scenario);
  reading =
      (Reading){ .path = name, .start = g_mapped_file_get_contents (file), .recording = self };
  reading.at = reading.start;
  reading.end = reading.start + g_mapped_file_get_length (file);

  first = next_line (&reading, &length);
  if (first) {
    json_t *object = parse_line (&reading, first, length, "", error);
    gboolean good = object != NULL;

    if (object && is_header (object))
      good = read_script_header (&reading, object, scenario, error);
    else if (object)
      good = read_record (&reading, object, scenario, TRUE, error);
    json_decref (object);
    if (!good)
      return NULL;
    check_chain (&reading, first, length);
  }
  if (!read_records (&reading, scenario, TRUE, error))
    return NULL;
  settle_chain (self);
  return g_steal_pointer (&self);
}
