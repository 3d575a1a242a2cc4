/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/class-statements.h"

#include "classroom/own-sessions.h"
#include "cli/complain.h"
#include "cli/write-out.h"
#include "history/history-files.h"
#include "records/statement.h"

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_SYSTEM = 3,
};

typedef struct {
  const DeskStatementWays *ways;
  GString *shown;
  int status;
} Showing;

/* `message` names the journal. */
static void
fail (Showing *showing, const char *message, int status)
{
  desk_complain ("class", message);
  showing->status = MAX (showing->status, status);
}

static void
append (GString *shown, const json_t *statements)
{
  json_t *statement;
  size_t n;

  json_array_foreach ((json_t *) statements, n, statement)
  {
    g_autofree char *line = desk_statement_print (statement);

    g_string_append (shown, shown->len > 2 ? ",\n" : "");
    g_string_append (shown, line);
  }
}

static void
show_recording (Showing *showing, const char *name, GBytes *bytes, const DeskRecording *recording)
{
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);
  g_autofree char *identity = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) error = NULL;
  json_t *statements = desk_statements_new (scorecard, identity, showing->ways, &error);

  if (statements == NULL) {
    g_prefix_error (&error, "%s: ", name);
    fail (showing, error->message, STATUS_FAULTS);
  } else {
    append (showing->shown, statements);
  }
  json_decref (statements);
}

static void
show_journal (Showing *showing, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = desk_history_read_file (path, DESK_LONGEST_JOURNAL, &error);
  g_autoptr (DeskRecording) recording = NULL;
  g_autofree char *name = g_filename_display_name (path);
  gconstpointer data;
  gsize size;

  if (bytes == NULL) {
    fail (showing, error->message, STATUS_SYSTEM);
    return;
  }
  data = g_bytes_get_data (bytes, &size);
  recording = desk_recording_load_from_data (data, size, name, &error);
  if (recording == NULL) {
    fail (showing, error->message, STATUS_FAULTS);
    return;
  }
  show_recording (showing, name, bytes, recording);
}

int
desk_class_show_statements (char **paths, const DeskStatementWays *ways)
{
  Showing showing = { ways, g_string_new ("[\n"), STATUS_DONE };
  g_autoptr (GBytes) bytes = NULL;

  for (guint n = 0; paths[n] != NULL; n++)
    show_journal (&showing, paths[n]);
  g_string_append (showing.shown, "\n]\n");
  bytes = g_string_free_to_bytes (showing.shown);
  desk_write_out ("class", NULL, bytes);
  return showing.status;
}
