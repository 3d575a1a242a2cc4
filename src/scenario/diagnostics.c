/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/diagnostics.h"

#include <glib/gi18n-lib.h>

/* A hostile file can hold a fault every few bytes: beyond this many they are only counted. */
enum {
  MAX_ITEMS = 10000
};

struct _DeskDiagnostics {
  char *path;       /* owned */
  GPtrArray *items; /* owned DeskDiagnostic, in the order of the file */
  guint counts[DESK_SEVERITY_WARNING + 1];
};

static void
diagnostic_free (gpointer data)
{
  DeskDiagnostic *item = data;

  g_free (item->message);
  g_free (item);
}

DeskDiagnostics *
desk_diagnostics_new (const char *path)
{
  DeskDiagnostics *self = g_new0 (DeskDiagnostics, 1);

  self->path = g_strdup (path);
  self->items = g_ptr_array_new_with_free_func (diagnostic_free);
  return self;
}

void
desk_diagnostics_free (DeskDiagnostics *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self->path);
  g_free (self);
}

/* Faults are found almost in the order of the file, so looking from the end is short. */
static guint
place_of (const DeskDiagnostics *self, guint line, guint column)
{
  guint n = self->items->len;

  while (n > 0) {
    const DeskDiagnostic *before = self->items->pdata[n - 1];
    if (before->line < line || (before->line == line && before->column <= column))
      break;
    n--;
  }
  return n;
}

static void
insert (DeskDiagnostics *self, DeskSeverity severity, guint line, guint column, char *message)
{
  DeskDiagnostic *item = g_new (DeskDiagnostic, 1);

  *item =
      (DeskDiagnostic){ .severity = severity, .line = line, .column = column, .message = message };
  g_ptr_array_insert (self->items, (int) place_of (self, line, column), item);
}

void
desk_diagnostics_add (
    DeskDiagnostics *self, DeskSeverity severity, guint line, guint column, const char *format, ...)
{
  self->counts[severity]++;
  if (self->items->len > MAX_ITEMS)
    return;
  if (self->items->len == MAX_ITEMS) {
    insert (self, DESK_SEVERITY_ERROR, 0, 0,
            g_strdup (_ ("there are more faults than are listed here; mend these first")));
    return;
  }

  va_list arguments;
  va_start (arguments, format);
  insert (self, severity, line, column, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

const char *
desk_diagnostics_get_path (const DeskDiagnostics *self)
{
  return self->path;
}

void
desk_diagnostics_set_path (DeskDiagnostics *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
}

guint
desk_diagnostics_get_n_items (const DeskDiagnostics *self)
{
  return self->items->len;
}

const DeskDiagnostic *
desk_diagnostics_get_item (const DeskDiagnostics *self, guint n)
{
  g_return_val_if_fail (n < self->items->len, NULL);
  return self->items->pdata[n];
}

guint
desk_diagnostics_count (const DeskDiagnostics *self, DeskSeverity severity)
{
  return self->counts[severity];
}

char *
desk_diagnostics_to_text (const DeskDiagnostics *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++) {
    const DeskDiagnostic *item = self->items->pdata[i];
    /* The words before the message stay English: editors look for them. */
    const char *severity = item->severity == DESK_SEVERITY_ERROR ? "error" : "warning";
    if (item->line == 0)
      g_string_append_printf (text, "%s: %s: %s\n", self->path, severity, item->message);
    else
      g_string_append_printf (text, "%s:%u:%u: %s: %s\n", self->path, item->line, item->column,
                              severity, item->message);
  }
  return g_string_free (text, FALSE);
}
