/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Appends flat JSON objects to a string, a member at a time: the journal writes one for every
 * fact, so this stays clear of building a tree first. */

G_BEGIN_DECLS

void desk_json_line_open (GString *line);
void desk_json_line_int (GString *line, const char *key, gint64 value);
void desk_json_line_true (GString *line, const char *key);
void desk_json_line_string (GString *line, const char *key, const char *value);
void desk_json_line_key (GString *line, const char *key); /* the caller appends the value */
void desk_json_line_quote (GString *line, const char *value);

/* The closing brace and a newline. */
void desk_json_line_close (GString *line);

G_END_DECLS
