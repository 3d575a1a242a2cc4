/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include "scenario/scenario-reader.h"

const char shift_yaml[] = "format: 1\n"
                          "title: A shift for tests\n"
                          "language: en\n"
                          "country: gb\n"
                          "lines: 2\n"
                          "duration: 5:00\n"
                          "organisation: Northwick\n"
                          "people:\n"
                          "  - {id: anna, name: Anna Reed, extension: 201}\n"
                          "  - id: bert\n"
                          "    name: Bert Cole\n"
                          "    extension: 202\n"
                          "    presence: [{from: 0:00, is: busy}]\n"
                          "  - id: carl\n"
                          "    name: Carl Dunn\n"
                          "    extension: 203\n"
                          "    presence: [{from: 0:00, is: away}]\n"
                          "  - id: dora\n"
                          "    name: Dora Finch\n"
                          "    extension: 204\n"
                          "    says:\n"
                          "      answer: {text: Finch.}\n"
                          "      accepts: {text: Put them through.}\n"
                          "      refuses: {text: Not now., when: {from: 0:00, to: 1:40}}\n"
                          "  - {id: desk, name: Workshop, extension: 205, screens_calls: no}\n"
                          "calls:\n"
                          "  - id: one\n"
                          "    at: 0:01\n"
                          "    calls_back_after: 30\n"
                          "    caller: {given: Ada, surname: Marlowe, phone: 01632 960 147}\n"
                          "    says:\n"
                          "      opening: {text: Good morning is Anna Reed in today}\n"
                          "      hold_yes: {text: Yes that is fine}\n"
                          "      read_back_right: {text: That is right}\n"
                          "      read_back_wrong: {text: No it is Marlowe}\n"
                          "      leaving: {text: I will try again later}\n"
                          "    expect: {do: transfer, to: anna}\n"
                          "  - id: two\n"
                          "    at: 0:05\n"
                          "    caller: {surname: Quill}\n"
                          "    says:\n"
                          "      opening: {text: Hello}\n"
                          "      hold_no: {text: No I cannot wait}\n"
                          "      otherwise: {text: Pardon}\n"
                          "    expect: {do: decline}\n"
                          "  - id: three\n"
                          "    at: 0:06\n"
                          "    caller: {surname: Stone}\n"
                          "    says: {opening: {text: Hello}}\n"
                          "    expect: {do: decline}\n";

static void
on_session_event (DeskSession *session, const DeskEvent *event, GArray *events)
{
  g_array_append_val (events, *event);
}

static DeskScenario *
read_scenario (const char *yaml)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "test", NULL, &diagnostics);

  if (!scenario) {
    g_autofree char *text = desk_diagnostics_to_text (diagnostics);

    g_error ("the test's scenario has faults:\n%s", text);
  }
  return scenario;
}

Shift *
shift_new_with_header (const char *yaml, const DeskJournalHeader *header)
{
  Shift *self = g_new0 (Shift, 1);
  g_autoptr (GError) error = NULL;

  self->scenario = read_scenario (yaml ? yaml : shift_yaml);
  self->lengths = desk_clip_lengths_new (self->scenario);
  self->journal = desk_journal_new_in_memory ();
  self->session = desk_session_new (self->scenario, self->lengths, header, self->journal);
  self->events = g_array_new (FALSE, FALSE, sizeof (DeskEvent));
  g_signal_connect (self->session, "event", G_CALLBACK (on_session_event), self->events);
  desk_session_start (self->session, &error);
  g_assert_no_error (error);
  return self;
}

Shift *
shift_new (const char *yaml, DeskMode mode)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Test", mode);

  /* The same for all, so that two of a test can be compared. */
  g_free (header->started);
  header->started = g_strdup ("2026-02-02T09:00:00+00:00");
  return shift_new_with_header (yaml, header);
}

void
shift_free (Shift *self)
{
  g_object_unref (self->session);
  g_object_unref (self->journal);
  desk_clip_lengths_unref (self->lengths);
  desk_scenario_unref (self->scenario);
  g_array_unref (self->events);
  g_free (self);
}

void
shift_do (Shift *self, gint64 t_ms, const char *words)
{
  g_auto (GStrv) part = g_strsplit (words, " ", -1);
  DeskCommand command = { 0 };
  guint n = g_strv_length (part);

  g_assert_true (desk_command_from_name (part[0], &command.type));
  if (n > 1 && command.type == DESK_COMMAND_REPEAT)
    g_assert_nonnull (command.call = desk_scenario_find_call (self->scenario, part[1]));
  else if (n > 1)
    command.line = (guint) g_ascii_strtoull (part[1], NULL, 10);
  if (n > 2 && command.type == DESK_COMMAND_SAY)
    g_assert_nonnull (command.phrase = desk_scenario_find_phrase (self->scenario, part[2]));
  else if (n > 2)
    g_assert_nonnull (command.to = desk_scenario_find_person (self->scenario, part[2]));
  desk_session_dispatch (self->session, &command, t_ms);
}

void
shift_play (Shift *self, const char *const *script)
{
  for (; *script; script++) {
    char *words;
    gint64 t_ms = g_ascii_strtoll (*script, &words, 10);

    shift_do (self, t_ms, words + 1);
  }
}

void
shift_advance (Shift *self, gint64 t_ms)
{
  desk_session_advance (self->session, t_ms);
}

void
shift_write (Shift *self,
             gint64 t_ms,
             DeskCommandType type,
             const char *id,
             const char *name,
             const char *phone)
{
  g_autoptr (DeskSlip) slip = desk_slip_new ();
  DeskCommand command = { .type = type, .slip = slip };

  command.call = desk_scenario_find_call (self->scenario, id);
  g_free (slip->name);
  slip->name = g_strdup (name);
  g_free (slip->phone);
  slip->phone = g_strdup (phone);
  desk_session_dispatch (self->session, &command, t_ms);
}

char *
shift_text (Shift *self)
{
  g_autoptr (GBytes) bytes = desk_journal_get_bytes (self->journal);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static const char *
what_tells_most (const DeskEvent *event)
{
  if (event->reason != DESK_REASON_NONE)
    return desk_reason_name (event->reason);
  if (event->cause != DESK_CAUSE_NONE)
    return desk_cause_name (event->cause);
  if (event->reply)
    return event->reply->id;
  if (event->phrase)
    return event->phrase->id;
  return event->to ? event->to->id : "";
}

char *
shift_story (Shift *self, guint from)
{
  GString *story = g_string_new (NULL);

  for (guint i = from; i < self->events->len; i++) {
    const DeskEvent *event = &g_array_index (self->events, DeskEvent, i);

    g_string_append_printf (story, "%" G_GINT64_FORMAT " %s %s %s%s%s\n", event->t_ms,
                            desk_event_name (event->type), event->call ? event->call->id : "-",
                            what_tells_most (event), event->again ? " again" : "",
                            event->cut ? " cut" : "");
  }
  return g_string_free (story, FALSE);
}

const DeskEvent *
shift_last (Shift *self)
{
  g_assert_cmpuint (self->events->len, >, 0);
  return &g_array_index (self->events, DeskEvent, self->events->len - 1);
}
