/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement-actor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "matching/tame-text.h"
#include "records/statement-text.h"
#include "records/statement.h"

/* The account of all who gave no name: nobody can tell them apart. */
#define UNNAMED "unnamed"

/* Digits of a pseudonym: 128 bits are past two names meeting in one, or one being guessed from it. */
#define PSEUDONYM_DIGITS 32

/* Bytes of salt at least; with fewer all could be tried. */
#define LEAST_SALT 16

/* The longest address that mail can be sent to (RFC 5321). */
#define MOST_ADDRESS 254

#define MOST_HOME_PAGE 500

/* The same name for the same person, however it was typed; "" for none. */
static char *
known_as (const char *trainee)
{
  g_autofree char *valid = g_utf8_make_valid (trainee, -1);
  g_autofree char *line = g_strstrip (desk_tame_line (valid));

  return g_utf8_normalize (line, -1, G_NORMALIZE_NFC);
}

gboolean
desk_statement_is_home_page (const char *home_page)
{
  const char *scheme = g_uri_peek_scheme (home_page);
  g_autofree char *tame = desk_tame_line (home_page);

  return scheme != NULL && strlen (home_page) <= MOST_HOME_PAGE && g_str_equal (tame, home_page) &&
         strpbrk (home_page, " <>\"{}|\\^`") == NULL && home_page[strlen (scheme) + 1] != '\0';
}

static gboolean
is_address (const char *name)
{
  return strlen (name) <= MOST_ADDRESS &&
         g_regex_match_simple ("\\A[a-z0-9.'_%+-]+@([a-z0-9-]+\\.)+[a-z]{2,63}\\z", name,
                               G_REGEX_CASELESS, 0);
}

static char *
make_pseudonym (const char *name, const DeskStatementWays *ways, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  char *digest;

  if (ways->salt == NULL || g_bytes_get_size (ways->salt) < LEAST_SALT) {
    g_set_error_literal (
        error, DESK_STATEMENT_ERROR, DESK_STATEMENT_ERROR_NO_SALT,
        _ ("a pseudonym needs a salt of 16 bytes or more, and the school has none"));
    return NULL;
  }
  digest = g_compute_hmac_for_bytes (G_CHECKSUM_SHA256, ways->salt, bytes);
  digest[PSEUDONYM_DIGITS] = '\0';
  return digest;
}

static json_t *
make_account (const char *home_page, const char *name)
{
  return json_pack ("{s:s, s:{s:s, s:s}}", "objectType", "Agent", "account", "homePage", home_page,
                    "name", name);
}

static json_t *
make_named (const char *home_page, const char *name)
{
  g_autofree char *line = desk_statement_line (name);
  json_t *agent = make_account (home_page, line);

  json_object_set_new (agent, "name", json_string (line));
  return agent;
}

/* Stores tell addresses apart to the byte, and mail does not tell case apart. */
static json_t *
make_mbox (const char *address)
{
  g_autofree char *small = g_ascii_strdown (address, -1);
  g_autofree char *mbox = g_strconcat ("mailto:", small, NULL);

  return json_pack ("{s:s, s:s}", "objectType", "Agent", "mbox", mbox);
}

json_t *
desk_statement_actor (const char *trainee, const DeskStatementWays *ways, GError **error)
{
  const char *home_page = ways->home_page != NULL ? ways->home_page : DESK_STATEMENT_HOME_PAGE;
  g_autofree char *name = known_as (trainee);
  g_autofree char *pseudonym = NULL;

  if (!desk_statement_is_home_page (home_page)) {
    g_autofree char *shown = desk_tame_start (home_page, 60);

    g_set_error (error, DESK_STATEMENT_ERROR, DESK_STATEMENT_ERROR_HOME_PAGE,
                 _ ("“%s” is no address of a home page such as “https://school.example”"), shown);
    return NULL;
  }
  if (*name == '\0')
    return make_account (home_page, UNNAMED);
  if (ways->scheme == DESK_ACCOUNT_NAME)
    return make_named (home_page, name);
  if (ways->scheme == DESK_ACCOUNT_MBOX && is_address (name))
    return make_mbox (name);
  pseudonym = make_pseudonym (name, ways, error);
  return pseudonym != NULL ? make_account (home_page, pseudonym) : NULL;
}
