/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "records/statement-ways.h"
#include "scoring/scorecard.h"

/* A finished session as xAPI 1.0.3 statements for a learning record store: pure functions of the session
 * and of the school's ways. docs/records.md describes their content. */

G_BEGIN_DECLS

#define DESK_STATEMENT_ERROR (desk_statement_error_quark ())
GQuark desk_statement_error_quark (void);

typedef enum {
  DESK_STATEMENT_ERROR_UNFINISHED, /* the session was not finished: there is nothing to say yet */
  DESK_STATEMENT_ERROR_NO_MOMENT,  /* when it began cannot be read */
  DESK_STATEMENT_ERROR_NO_SALT,    /* a pseudonym needs the school's salt */
  DESK_STATEMENT_ERROR_HOME_PAGE,  /* the home page of the accounts is no absolute IRI */
} DeskStatementError;

/* A JSON array of the statements in the order in which they are to be sent: session initialized, one
 * statement for each call, session completed, and passed or failed. Each has its "id". `identity` is the
 * SHA-256 of the journal's bytes, in hexadecimal, as in DeskClassSession. All ids derive from it, so that
 * the same session gives the same statements, byte for byte, whoever makes them and whenever. NULL sets a
 * DeskStatementError. Any thread. (transfer full) */
json_t *desk_statements_new (const DeskScorecard *scorecard,
                             const char *identity,
                             const DeskStatementWays *ways,
                             GError **error);

/* The UUID that all statements of the session have as context.registration. (transfer full) */
char *desk_statement_registration (const char *identity);

/* `statements`, or one of them, as text to send: the same bytes in every locale, without a newline at the
 * end. (transfer full) */
char *desk_statement_print (const json_t *statements);

G_END_DECLS
