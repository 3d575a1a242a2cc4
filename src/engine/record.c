/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* How a record is written as JSON. One table says which members each event has and under which names;
 * writer and reader both follow it, so that they cannot drift apart. */

#include "engine/record.h"

#include "engine/json-line.h"

typedef struct {
  gboolean call;
  gboolean line;
  gboolean to;
  gboolean reply;
  gboolean phrase;
  const char *ms;    /* the member that holds DeskEvent.ms; NULL: none */
  const char *again; /* likewise, written only when true */
  const char *cause;
} Shape;

static const Shape shapes[DESK_N_EVENTS] = {
  [DESK_EVENT_STARTED] = { 0 },
  [DESK_EVENT_CALL_DUE] = { .call = TRUE, .ms = "moved", .again = "again" },
  [DESK_EVENT_RINGING] = { .call = TRUE, .line = TRUE },
  [DESK_EVENT_ANSWERED] = { .call = TRUE, .line = TRUE, .ms = "waited", .again = "recall" },
  [DESK_EVENT_CALLER_SPEAKS] = { .call = TRUE, .line = TRUE, .reply = TRUE, .ms = "duration" },
  [DESK_EVENT_CALLER_DONE] = { .call = TRUE, .line = TRUE, .reply = TRUE },
  [DESK_EVENT_TRAINEE_SAYS] = { .call = TRUE, .line = TRUE, .phrase = TRUE },
  [DESK_EVENT_HELD] = { .call = TRUE, .line = TRUE, .again = "auto" },
  [DESK_EVENT_HOLD_REMINDER] = { .call = TRUE, .line = TRUE, .ms = "held" },
  [DESK_EVENT_RESUMED] = { .call = TRUE, .line = TRUE, .ms = "waited" },
  [DESK_EVENT_CONSULTING] = { .call = TRUE, .line = TRUE, .to = TRUE },
  [DESK_EVENT_COLLEAGUE_ANSWERS] = { .call = TRUE,
                                     .line = TRUE,
                                     .to = TRUE,
                                     .reply = TRUE,
                                     .ms = "duration" },
  [DESK_EVENT_COLLEAGUE_BUSY] = { .call = TRUE, .line = TRUE, .to = TRUE },
  [DESK_EVENT_COLLEAGUE_ACCEPTS] = { .call = TRUE,
                                     .line = TRUE,
                                     .to = TRUE,
                                     .reply = TRUE,
                                     .ms = "duration" },
  [DESK_EVENT_COLLEAGUE_REFUSES] = { .call = TRUE,
                                     .line = TRUE,
                                     .to = TRUE,
                                     .reply = TRUE,
                                     .ms = "duration" },
  [DESK_EVENT_TRANSFERRING] = { .call = TRUE, .line = TRUE, .to = TRUE },
  [DESK_EVENT_TRANSFERRED] = { .call = TRUE, .line = TRUE, .to = TRUE, .again = "consulted" },
  [DESK_EVENT_RECALL] = { .call = TRUE, .line = TRUE, .to = TRUE, .cause = "cause" },
  [DESK_EVENT_ABANDONED] = { .call = TRUE, .line = TRUE, .cause = "while" },
  [DESK_EVENT_BLOCKED] = { .call = TRUE },
  [DESK_EVENT_RELEASED] = { .call = TRUE, .line = TRUE },
  [DESK_EVENT_MESSAGE_LOGGED] = { .call = TRUE },
  [DESK_EVENT_COMMAND_REJECTED] = { .call = TRUE, .line = TRUE },
  [DESK_EVENT_PAUSED] = { 0 },
  [DESK_EVENT_UNPAUSED] = { 0 },
  [DESK_EVENT_REPEATED] = { .call = TRUE },
  [DESK_EVENT_INTERRUPTED] = { .ms = "away" },
  [DESK_EVENT_FINISHED] = { .again = "early" },
};

/* Which commands name what. */
static gboolean
command_has_line (DeskCommandType type)
{
  return type <= DESK_COMMAND_CANCEL;
}

static gboolean
command_has_slip (DeskCommandType type)
{
  return type == DESK_COMMAND_DRAFT || type == DESK_COMMAND_MESSAGE;
}

static gboolean
command_has_person (DeskCommandType type)
{
  return type == DESK_COMMAND_TRANSFER || type == DESK_COMMAND_CONSULT;
}

static void
append_slip (GString *line, const DeskSlip *slip)
{
  desk_json_line_string (line, "to", slip->to);
  desk_json_line_string (line, "name", slip->name);
  desk_json_line_string (line, "organisation", slip->organisation);
  desk_json_line_string (line, "phone", slip->phone);
  desk_json_line_key (line, "ticks");
  g_string_append_c (line, '[');
  for (guint n = 0; n < DESK_N_TICKS; n++) {
    if (!(slip->ticks & (1u << n)))
      continue;
    if (line->str[line->len - 1] != '[')
      g_string_append_c (line, ',');
    desk_json_line_quote (line, desk_tick_name (n));
  }
  g_string_append_c (line, ']');
  desk_json_line_string (line, "text", slip->text);
}

void
desk_record_append_command (GString *line, const DeskCommand *command, gint64 t_ms)
{
  desk_json_line_open (line);
  desk_json_line_int (line, "t", t_ms);
  desk_json_line_string (line, "command", desk_command_name (command->type));
  if (command_has_line (command->type))
    desk_json_line_int (line, "line", command->line);
  if (command->phrase)
    desk_json_line_string (line, "phrase", command->phrase->id);
  if (command->to)
    desk_json_line_string (line, "to", command->to->id);
  if (command->call)
    desk_json_line_string (line, "call", command->call->id);
  if (command->slip)
    append_slip (line, command->slip);
  if (command->type == DESK_COMMAND_GO_ON)
    desk_json_line_int (line, "away", command->away_ms);
  if (command->early)
    desk_json_line_true (line, "early");
  desk_json_line_close (line);
}

/* A call's own reply goes by its id, any other by its whole key. */
static void
append_reply (GString *line, const DeskEvent *event)
{
  gboolean own =
      event->call && desk_call_find_reply (event->call, event->reply->id) == event->reply;

  desk_json_line_string (line, "reply", own ? event->reply->id : event->reply->key);
}

void
desk_record_append_event (GString *line, const DeskEvent *event)
{
  const Shape *shape = &shapes[event->type];

  desk_json_line_open (line);
  desk_json_line_int (line, "t", event->t_ms);
  desk_json_line_string (line, "event", desk_event_name (event->type));
  if (event->type == DESK_EVENT_COMMAND_REJECTED)
    desk_json_line_string (line, "command", desk_command_name (event->command));
  if (shape->call && event->call)
    desk_json_line_string (line, "call", event->call->id);
  if (shape->line && event->line > 0)
    desk_json_line_int (line, "line", event->line);
  if (shape->to)
    desk_json_line_string (line, "to", event->to->id);
  if (shape->phrase)
    desk_json_line_string (line, "phrase", event->phrase->id);
  if (shape->reply && event->reply)
    append_reply (line, event);
  if (shape->ms && (event->ms != 0 || event->type != DESK_EVENT_CALL_DUE))
    desk_json_line_int (line, shape->ms, event->ms);
  if (shape->again && event->again)
    desk_json_line_true (line, shape->again);
  if (event->cut)
    desk_json_line_true (line, "interrupted");
  if (shape->cause)
    desk_json_line_string (line, shape->cause, desk_cause_name (event->cause));
  if (event->reason != DESK_REASON_NONE)
    desk_json_line_string (line, "reason", desk_reason_name (event->reason));
  desk_json_line_close (line);
}

/* Reading. Each function that fails sets `fault`, unless an earlier one did, and returns FALSE. */
typedef struct {
  const json_t *object;
  const DeskScenario *scenario;
  char *fault; /* owned; the first one */
} Reader;

static gboolean
fail (Reader *reader, char *fault)
{
  if (reader->fault)
    g_free (fault);
  else
    reader->fault = fault;
  return FALSE;
}

static gboolean
read_string (Reader *reader, const char *key, const char **value)
{
  const json_t *member = json_object_get (reader->object, key);

  if (!member)
    return fail (reader, g_strdup_printf ("“%s” is missing", key));
  if (!json_is_string (member))
    return fail (reader, g_strdup_printf ("“%s” must be a text", key));
  *value = json_string_value (member);
  return TRUE;
}

static gboolean
read_int (Reader *reader, const char *key, gint64 least, gint64 most, gint64 *value)
{
  const json_t *member = json_object_get (reader->object, key);

  if (!member)
    return fail (reader, g_strdup_printf ("“%s” is missing", key));
  if (!json_is_integer (member))
    return fail (reader, g_strdup_printf ("“%s” must be a whole number", key));
  *value = json_integer_value (member);
  if (*value < least || *value > most)
    return fail (reader,
                 g_strdup_printf ("“%s” is %" G_GINT64_FORMAT ", which is outside %" G_GINT64_FORMAT
                                  " to %" G_GINT64_FORMAT,
                                  key, *value, least, most));
  return TRUE;
}

static gboolean
read_line (Reader *reader, guint *line)
{
  gint64 value = 0;

  if (!read_int (reader, "line", 1, reader->scenario->n_lines, &value))
    return FALSE;
  *line = (guint) value;
  return TRUE;
}

static gboolean
read_call (Reader *reader, const DeskCall **call)
{
  const char *id;

  if (!read_string (reader, "call", &id))
    return FALSE;
  *call = desk_scenario_find_call (reader->scenario, id);
  return *call || fail (reader, g_strdup_printf ("the scenario has no call “%s”", id));
}

static gboolean
read_person (Reader *reader, const DeskPerson **person)
{
  const char *id;

  if (!read_string (reader, "to", &id))
    return FALSE;
  *person = desk_scenario_find_person (reader->scenario, id);
  return *person || fail (reader, g_strdup_printf ("the scenario has no person “%s”", id));
}

static gboolean
read_phrase (Reader *reader, const DeskPhrase **phrase)
{
  const char *id;

  if (!read_string (reader, "phrase", &id))
    return FALSE;
  *phrase = desk_scenario_find_phrase (reader->scenario, id);
  return *phrase || fail (reader, g_strdup_printf ("the scenario has no phrase “%s”", id));
}

static gboolean
read_ticks (Reader *reader, DeskTicks *ticks)
{
  const json_t *list = json_object_get (reader->object, "ticks");
  const json_t *item;
  size_t i;

  if (!list)
    return TRUE;
  if (!json_is_array (list))
    return fail (reader, g_strdup ("“ticks” must be a list"));
  json_array_foreach (list, i, item)
  {
    const char *name = json_string_value (item);
    DeskTicks tick;

    if (!name || !desk_tick_from_name (name, &tick))
      return fail (reader, g_strdup_printf ("“%s” is no tick", name ? name : "?"));
    *ticks |= tick;
  }
  return TRUE;
}

/* A field that is left out is empty. */
static gboolean
read_field (Reader *reader, const char *key, char **field)
{
  const char *value;

  if (!json_object_get (reader->object, key))
    return TRUE;
  if (!read_string (reader, key, &value))
    return FALSE;
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

static gboolean
read_slip (Reader *reader, DeskCommand *command)
{
  DeskSlip *slip = desk_slip_new ();

  command->slip = slip;
  if (!read_field (reader, "to", &slip->to) || !read_field (reader, "name", &slip->name) ||
      !read_field (reader, "organisation", &slip->organisation) ||
      !read_field (reader, "phone", &slip->phone) || !read_field (reader, "text", &slip->text) ||
      !read_ticks (reader, &slip->ticks))
    return FALSE;
  if (command->type == DESK_COMMAND_MESSAGE && *slip->to &&
      !desk_scenario_find_person (reader->scenario, slip->to))
    return fail (reader, g_strdup_printf ("the scenario has no person “%s”", slip->to));
  return TRUE;
}

static gboolean
read_command (Reader *reader, DeskCommand *command)
{
  const char *name = json_string_value (json_object_get (reader->object, "command"));

  if (!name || !desk_command_from_name (name, &command->type))
    return fail (reader, g_strdup_printf ("there is no command “%s”", name ? name : "?"));
  if (command_has_line (command->type) && !read_line (reader, &command->line))
    return FALSE;
  if (command->type == DESK_COMMAND_SAY && !read_phrase (reader, &command->phrase))
    return FALSE;
  if (command_has_person (command->type) && !read_person (reader, &command->to))
    return FALSE;
  if (command_has_slip (command->type) &&
      (!read_call (reader, &command->call) || !read_slip (reader, command)))
    return FALSE;
  if (command->type == DESK_COMMAND_REPEAT && !read_call (reader, &command->call))
    return FALSE;
  if (command->type == DESK_COMMAND_GO_ON &&
      !read_int (reader, "away", 0, DESK_LONGEST_AWAY_MS, &command->away_ms))
    return FALSE;
  if (command->type == DESK_COMMAND_FINISH)
    command->early = json_is_true (json_object_get (reader->object, "early"));
  return TRUE;
}

static gboolean
read_reply (Reader *reader, DeskEvent *event)
{
  const char *key;

  if (!read_string (reader, "reply", &key))
    return FALSE;
  event->reply = event->call ? desk_call_find_reply (event->call, key) : NULL;
  if (!event->reply)
    event->reply = desk_scenario_find_reply (reader->scenario, key);
  return event->reply || fail (reader, g_strdup_printf ("the scenario has no reply “%s”", key));
}

static gboolean
read_cause (Reader *reader, const char *key, DeskCause *cause)
{
  const char *name;

  if (!read_string (reader, key, &name))
    return FALSE;
  return desk_cause_from_name (name, cause) ||
         fail (reader, g_strdup_printf ("“%s” is no cause", name));
}

static gboolean
read_rejection (Reader *reader, DeskEvent *event)
{
  const char *command;
  const char *reason;

  if (!read_string (reader, "command", &command) || !read_string (reader, "reason", &reason))
    return FALSE;
  if (!desk_command_from_name (command, &event->command))
    return fail (reader, g_strdup_printf ("there is no command “%s”", command));
  if (!desk_reason_from_name (reason, &event->reason))
    return fail (reader, g_strdup_printf ("“%s” is no reason", reason));
  if (json_object_get (reader->object, "line") && !read_line (reader, &event->line))
    return FALSE;
  return !json_object_get (reader->object, "call") || read_call (reader, &event->call);
}

/* A time that is left out is 0. Only chance can make one negative. */
static gboolean
read_ms (Reader *reader, const char *key, DeskEvent *event)
{
  if (!json_object_get (reader->object, key))
    return TRUE;
  return event->type == DESK_EVENT_INTERRUPTED
             ? read_int (reader, key, 0, DESK_LONGEST_AWAY_MS, &event->ms)
             : read_int (reader, key, -G_MAXINT32, G_MAXINT32, &event->ms);
}

static gboolean
read_event (Reader *reader, DeskEvent *event)
{
  const char *name = json_string_value (json_object_get (reader->object, "event"));
  const Shape *shape;

  if (!name || !desk_event_from_name (name, &event->type))
    return fail (reader, g_strdup_printf ("there is no event “%s”", name ? name : "?"));
  if (event->type == DESK_EVENT_COMMAND_REJECTED)
    return read_rejection (reader, event);

  shape = &shapes[event->type];
  if ((shape->call && !read_call (reader, &event->call)) ||
      (shape->line && !read_line (reader, &event->line)) ||
      (shape->to && !read_person (reader, &event->to)) ||
      (shape->phrase && !read_phrase (reader, &event->phrase)) ||
      (shape->cause && !read_cause (reader, shape->cause, &event->cause)))
    return FALSE;
  if (shape->reply && (!shape->to || json_object_get (reader->object, "reply")) &&
      !read_reply (reader, event))
    return FALSE;
  if (shape->ms && !read_ms (reader, shape->ms, event))
    return FALSE;
  event->again = shape->again && json_is_true (json_object_get (reader->object, shape->again));
  event->cut = json_is_true (json_object_get (reader->object, "interrupted"));
  return TRUE;
}

gboolean
desk_record_read (DeskRecord *record,
                  const json_t *object,
                  const DeskScenario *scenario,
                  char **fault)
{
  Reader reader = { object, scenario, NULL };
  gboolean good;

  *record = (DeskRecord){ 0 };
  if (!json_is_object (object)) {
    *fault = g_strdup ("a record must be an object");
    return FALSE;
  }

  record->is_command = !json_object_get (object, "event");
  good = read_int (&reader, "t", 0, G_MAXINT32, &record->t_ms) &&
         (record->is_command ? read_command (&reader, &record->command)
                             : read_event (&reader, &record->event));
  if (!record->is_command)
    record->event.t_ms = record->t_ms;
  *fault = reader.fault;
  return good;
}

void
desk_record_clear (DeskRecord *record)
{
  if (!record->is_command)
    return;
  desk_slip_free ((DeskSlip *) record->command.slip);
  record->command.slip = NULL;
}
