/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What a school decides about its statements: the account by which a trainee is known. */

G_BEGIN_DECLS

/* The home page of accounts where the school names none; nothing is ever published there. */
#define DESK_STATEMENT_HOME_PAGE "https://example.org/frontdesk/xapi/accounts"

typedef enum {
  DESK_ACCOUNT_PSEUDONYM, /* made from the name and the school's salt; the name itself appears nowhere */
  DESK_ACCOUNT_NAME,      /* the name as the trainee writes it */
  DESK_ACCOUNT_MBOX,      /* the name, where it is an e-mail address; otherwise the pseudonym */
} DeskAccountScheme;

/* "pseudonym", "name", "mbox" */
const char *desk_account_scheme_name (DeskAccountScheme scheme);
gboolean desk_account_scheme_from_name (const char *name, DeskAccountScheme *scheme);

/* Borrowed for the call that is given it. */
typedef struct {
  DeskAccountScheme scheme;
  const char *home_page; /* an absolute IRI of the school's; NULL: DESK_STATEMENT_HOME_PAGE */
  GBytes *salt;          /* the school's secret, the same at all seats; NULL: there is none */
} DeskStatementWays;

G_END_DECLS
