/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/quote.h"

/* The faults of an author's file, each with its place, in plain words. */

G_BEGIN_DECLS

typedef enum {
  DESK_SEVERITY_ERROR,
  DESK_SEVERITY_WARNING,
} DeskSeverity;

typedef struct {
  DeskSeverity severity;
  guint line;    /* from 1; 0: the file as a whole */
  guint column;  /* from 1, in characters */
  char *message; /* in the user's language; one line, safe to display, no final full stop */
} DeskDiagnostic;

typedef struct _DeskDiagnostics DeskDiagnostics;

DeskDiagnostics *desk_diagnostics_new (const char *path);
void desk_diagnostics_free (DeskDiagnostics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDiagnostics, desk_diagnostics_free)

void desk_diagnostics_add (
    DeskDiagnostics *self, DeskSeverity severity, guint line, guint column, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* Sets the text that the diagnostics are about, exactly as read, so that it can be quoted. */
void desk_diagnostics_set_source (DeskDiagnostics *self, GBytes *source);

const char *desk_diagnostics_get_path (const DeskDiagnostics *self);

/* For a file that is not where its author knows it: the path to show. */
void desk_diagnostics_set_path (DeskDiagnostics *self, const char *path);

/* In the order of the file. */
guint desk_diagnostics_get_n_items (const DeskDiagnostics *self);
const DeskDiagnostic *desk_diagnostics_get_item (const DeskDiagnostics *self, guint n);
guint desk_diagnostics_count (const DeskDiagnostics *self, DeskSeverity severity);

/* "FILE:LINE:COLUMN: error: message", a line each. (transfer full) */
char *desk_diagnostics_to_text (const DeskDiagnostics *self);

/* The same of item `n` alone, with its line end. (transfer full) */
char *desk_diagnostics_item_to_text (const DeskDiagnostics *self, guint n);

/* Quotes the line that item `n` is about; FALSE if it is about none, or the text is unknown. Asking for all
 * items in ascending order reads the text once. */
gboolean desk_diagnostics_get_quote (DeskDiagnostics *self, guint n, DeskQuote *quote);

/* The same as two lines for a fixed-width font, the second with a caret below the place:
 *
 *        26 |       opening: {text: "Hello", clipp: hello.wav}
 *           |                                ^
 *
 * NULL where there is nothing to quote. (transfer full) (nullable) */
char *desk_diagnostics_quote (DeskDiagnostics *self, guint n);

G_END_DECLS
