/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "scenario/scenario.h"

/* Texts in statements: what people wrote, tamed, on one line and of bounded length. */

G_BEGIN_DECLS

/* The most characters of a name or a title; " …" follows where it was longer. */
#define DESK_STATEMENT_MOST_LETTERS 200

/* (transfer full) */
char *desk_statement_line (const char *text);
json_t *desk_statement_text (const char *text);

/* A list of `texts`, the first twenty at most. (transfer full) */
json_t *desk_statement_texts (const char *const *texts);

/* The language of the scenario with its country, "sv-SE"; "und" where it is no language. (transfer full) */
char *desk_statement_language (const DeskScenario *scenario);

/* {"sv-SE": text} (transfer full) */
json_t *desk_statement_in_language (const DeskScenario *scenario, const char *text);

G_END_DECLS
