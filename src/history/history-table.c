/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-list.h"

#include <jansson.h>

#include "report/csv.h"
#include "report/json-figures.h"
#include "report/json-print.h"

/* JSON and CSV have the same names in the same order. The first nine are a contract (DESIGN); what
 * is added later comes after them. */

typedef enum {
  CELL_TEXT,
  CELL_NUMBER,  /* -1: does not apply */
  CELL_INTEGER, /* -1: not known */
  CELL_BOOLEAN,
} CellType;

typedef struct {
  const char *name;
  CellType type;
  const char *text; /* borrowed; NULL: it does not apply */
  double number;
} Cell;

#define N_CELLS 23

static Cell
text_cell (const char *name, const char *text)
{
  return (Cell){ name, CELL_TEXT, text, 0 };
}

static Cell
number_cell (const char *name, double number)
{
  return (Cell){ name, CELL_NUMBER, NULL, number };
}

static Cell
integer_cell (const char *name, int number)
{
  return (Cell){ name, CELL_INTEGER, NULL, number };
}

static Cell
boolean_cell (const char *name, gboolean value)
{
  return (Cell){ name, CELL_BOOLEAN, NULL, value ? 1 : 0 };
}

static void
fill_cells (Cell cells[N_CELLS], const DeskHistoryEntry *entry)
{
  Cell *cell = cells;

  *cell++ = text_cell ("id", entry->id);
  *cell++ = text_cell ("trainee", entry->trainee);
  *cell++ = text_cell ("scenario", entry->scenario);
  *cell++ = text_cell ("started", entry->started);
  *cell++ = text_cell ("mode", desk_mode_name (entry->mode));
  *cell++ = number_cell ("score", entry->score);
  *cell++ = boolean_cell ("passed", entry->passed);
  *cell++ = number_cell ("response", entry->response);
  *cell++ = number_cell ("message", entry->message);
  *cell++ = text_cell ("title", entry->scenario_title);
  *cell++ = text_cell ("accommodations", entry->accommodations);
  *cell++ = text_cell ("band", desk_band_name (entry->band));
  *cell++ = integer_cell ("calls", entry->n_calls);
  *cell++ = integer_cell ("critical", entry->n_critical);
  *cell++ = integer_cell ("response_n", (int) entry->n_response);
  *cell++ = integer_cell ("message_n", (int) entry->n_message);
  *cell++ = number_cell ("handling", entry->handling);
  *cell++ = integer_cell ("handling_n", (int) entry->n_handling);
  *cell++ = number_cell ("mean_handling_seconds", entry->handling_seconds);
  *cell++ = integer_cell ("mean_handling_seconds_n", (int) entry->n_handling_seconds);
  *cell++ = boolean_cell ("imported", entry->imported);
  *cell++ = text_cell ("journal", entry->journal);
  *cell++ = text_cell ("recording", entry->sound);
  g_assert (cell == cells + N_CELLS);
}

static json_t *
text_to_json (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  return valid != NULL ? json_string (valid) : json_null ();
}

static json_t *
cell_to_json (const Cell *cell)
{
  switch (cell->type) {
  case CELL_TEXT: return text_to_json (cell->text);
  case CELL_NUMBER: return cell->number < 0 ? json_null () : desk_json_figure (cell->number);
  case CELL_INTEGER:
    return cell->number < 0 ? json_null () : json_integer ((json_int_t) cell->number);
  case CELL_BOOLEAN: return json_boolean (cell->number > 0);
  }
  return NULL;
}

static json_t *
entry_to_json (const DeskHistoryEntry *entry)
{
  json_t *object = json_object ();
  Cell cells[N_CELLS];

  fill_cells (cells, entry);
  for (guint n = 0; n < N_CELLS; n++)
    json_object_set_new (object, cells[n].name, cell_to_json (&cells[n]));
  return object;
}

char *
desk_history_to_json (const GPtrArray *entries)
{
  json_t *sessions = json_array ();
  json_t *object = json_object ();
  g_autofree char *json = NULL;

  for (guint n = 0; n < entries->len; n++)
    json_array_append_new (sessions, entry_to_json (entries->pdata[n]));
  json_object_set_new (object, "sessions", sessions);
  json = desk_json_print (object, JSON_COMPACT | JSON_REAL_PRECISION (15));
  json_decref (object);
  return g_strconcat (json, "\n", NULL);
}

static void
append_cell (GString *csv, const Cell *cell)
{
  switch (cell->type) {
  case CELL_TEXT: desk_csv_text (csv, cell->text != NULL ? cell->text : ""); break;
  case CELL_NUMBER:
    if (cell->number < 0)
      desk_csv_empty (csv);
    else
      desk_csv_number (csv, cell->number);
    break;
  case CELL_INTEGER:
    if (cell->number < 0)
      desk_csv_empty (csv);
    else
      desk_csv_integer (csv, (gint64) cell->number);
    break;
  case CELL_BOOLEAN: desk_csv_boolean (csv, cell->number > 0); break;
  }
}

char *
desk_history_to_csv (const GPtrArray *entries)
{
  const DeskHistoryEntry nothing = { 0 };
  GString *csv = g_string_new (NULL);
  Cell cells[N_CELLS];

  fill_cells (cells, &nothing);
  for (guint n = 0; n < N_CELLS; n++)
    desk_csv_text (csv, cells[n].name);
  desk_csv_end_row (csv);
  for (guint row = 0; row < entries->len; row++) {
    fill_cells (cells, entries->pdata[row]);
    for (guint n = 0; n < N_CELLS; n++)
      append_cell (csv, &cells[n]);
    desk_csv_end_row (csv);
  }
  return g_string_free (csv, FALSE);
}
