/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/diagnostics.h"

#include "matching/tame-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A hostile file can have a fault every few bytes: beyond this many they are only counted. What a message
 * quotes from it could be megabytes long. */
enum {
  MAX_ITEMS = 10000,
  MAX_LETTERS = 1000,
};

struct _DeskDiagnostics {
  char *path;       /* owned */
  GPtrArray *items; /* owned DeskDiagnostic, in the order of the file */
  guint counts[DESK_SEVERITY_WARNING + 1];
  DeskQuoter *quoter; /* owned; NULL: the text is not known */
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
  g_clear_pointer (&self->quoter, desk_quoter_free);
  g_ptr_array_unref (self->items);
  g_free (self->path);
  g_free (self);
}

/* Faults are found almost in order, so searching from the end is fast. */
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

/* (transfer full) */
static char *
in_one_line (const char *message)
{
  /* No UTF-8 character takes more than four bytes. */
  g_autofree char *start = g_strndup (message, strnlen (message, 4 * MAX_LETTERS));
  g_autofree char *tame = desk_tame_text (start);

  g_strdelimit (tame, "\n\t", ' ');
  /* Unicode has two more line ends, of three bytes each, as U+FFFD has. */
  for (char *at = tame; (at = strstr (at, "\342\200")) != NULL; at += 3)
    if (at[2] == '\250' || at[2] == '\251')
      memcpy (at, "\357\277\275", 3);
  if (g_utf8_strlen (tame, -1) < MAX_LETTERS && strlen (start) == strlen (message))
    return g_steal_pointer (&tame);
  g_autofree char *cut =
      g_utf8_substring (tame, 0, MIN (g_utf8_strlen (tame, -1), MAX_LETTERS) - 1);
  return g_strconcat (cut, "…", NULL);
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
            g_strdup (_ ("there are more faults than are listed here; correct these first")));
    return;
  }

  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  insert (self, severity, line, column, in_one_line (message));
}

void
desk_diagnostics_set_source (DeskDiagnostics *self, GBytes *source)
{
  g_clear_pointer (&self->quoter, desk_quoter_free);
  self->quoter = desk_quoter_new (source);
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

static void
append_item (GString *text, const char *path, const DeskDiagnostic *item)
{
  /* "error" and "warning" stay English: editors look for them. */
  const char *severity = item->severity == DESK_SEVERITY_ERROR ? "error" : "warning";

  if (item->line == 0)
    g_string_append_printf (text, "%s: %s: %s\n", path, severity, item->message);
  else
    g_string_append_printf (text, "%s:%u:%u: %s: %s\n", path, item->line, item->column, severity,
                            item->message);
}

char *
desk_diagnostics_to_text (const DeskDiagnostics *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    append_item (text, self->path, self->items->pdata[i]);
  return g_string_free (text, FALSE);
}

char *
desk_diagnostics_item_to_text (const DeskDiagnostics *self, guint n)
{
  GString *text = g_string_new (NULL);

  append_item (text, self->path, desk_diagnostics_get_item (self, n));
  return g_string_free (text, FALSE);
}

gboolean
desk_diagnostics_get_quote (DeskDiagnostics *self, guint n, DeskQuote *quote)
{
  const DeskDiagnostic *item = desk_diagnostics_get_item (self, n);

  return self->quoter != NULL && desk_quoter_quote (self->quoter, item->line, item->column, quote);
}

char *
desk_diagnostics_quote (DeskDiagnostics *self, guint n)
{
  g_auto (DeskQuote) quote = { NULL };

  if (!desk_diagnostics_get_quote (self, n, &quote))
    return NULL;
  return g_strdup_printf ("%5u | %s\n      | %*s^\n", desk_diagnostics_get_item (self, n)->line,
                          quote.text, (int) quote.caret, "");
}
