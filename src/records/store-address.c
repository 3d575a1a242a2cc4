/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST 2000 /* bytes */
#define FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_SCHEME_NORMALIZE)

static gboolean
fail (GError **error, const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, what);
  return FALSE;
}

static gboolean
is_this_machine (const char *host)
{
  return g_ascii_strcasecmp (host, "localhost") == 0 || strcmp (host, "127.0.0.1") == 0 ||
         strcmp (host, "::1") == 0;
}

static gboolean
is_safe (GUri *uri)
{
  return strcmp (g_uri_get_scheme (uri), "https") == 0 ||
         (strcmp (g_uri_get_scheme (uri), "http") == 0 && is_this_machine (g_uri_get_host (uri)));
}

static gboolean
is_address (GUri *uri, GError **error)
{
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return fail (error, _ ("The address of the learning record store must be complete, as in "
                           "“https://lrs.example.org/xapi/”."));
  if (g_uri_get_userinfo (uri) != NULL)
    return fail (error,
                 _ ("The address of the learning record store must not hold a user or password: "
                    "they have places of their own."));
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return fail (error, _ ("The address of the learning record store must end with its path, "
                           "without “?” or “#”."));
  if (!is_safe (uri))
    return fail (
        error, _ ("The address of the learning record store must begin with “https://”: nothing is "
                  "sent that others could read."));
  return TRUE;
}

char *
desk_store_address_read (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GUri) uri = strlen (stripped) <= LONGEST ? g_uri_parse (stripped, FLAGS, NULL) : NULL;
  g_autofree char *whole = NULL;

  if (!is_address (uri, error))
    return NULL;
  whole = g_uri_to_string (uri);
  return g_str_has_suffix (whole, "/") ? g_steal_pointer (&whole) : g_strconcat (whole, "/", NULL);
}

static int
usual_port_of (GUri *uri)
{
  return strcmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

static int
port_of (GUri *uri)
{
  const int port = g_uri_get_port (uri);

  return port > 0 ? port : usual_port_of (uri);
}

static gboolean
is_same_place (GUri *a, GUri *b)
{
  return g_uri_get_host (b) != NULL && g_uri_get_userinfo (b) == NULL &&
         strcmp (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         port_of (a) == port_of (b);
}

GUri *
desk_store_address_resolve (const char *address, const char *reference, GError **error)
{
  g_autoptr (GUri) base = g_uri_parse (address, FLAGS, error);
  g_autoptr (GUri) uri = base != NULL ? g_uri_parse_relative (base, reference, FLAGS, error) : NULL;

  if (uri == NULL)
    return NULL;
  if (!is_same_place (base, uri)) {
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
        _ ("The learning record store points to another computer, which is not asked."));
    return NULL;
  }
  return g_steal_pointer (&uri);
}

char *
desk_store_address_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, FLAGS, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : address;

  if (uri == NULL || port_of (uri) == usual_port_of (uri))
    return g_strdup (host);
  return g_strdup_printf (strchr (host, ':') != NULL ? "[%s]:%d" : "%s:%d", host, port_of (uri));
}
