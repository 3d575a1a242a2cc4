/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The documents that the window's help shows: those of docs/ that are for trainees and instructors, in the
 * language of the window, or in English where there is no translation. They are part of the program, so
 * that no network and no other program is needed. */

G_BEGIN_DECLS

guint desk_help_documents_count (void);

/* Markdown in UTF-8; transfer full. `n` is less than the count. */
char *desk_help_document_read (guint n);

/* Its main heading; transfer full. */
char *desk_help_document_title (guint n);

/* Whether it is of no use to a trainee. Those come last. */
gboolean desk_help_document_is_for_instructors (guint n);

/* Which of them a link from another means: a file's name in any language, with an anchor or without. -1:
 * none of them. */
int desk_help_document_find (const char *link);

G_END_DECLS
