/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <gio/gio.h>

#include "records/store-address.h"

typedef struct {
  const char *address;
  const char *reference;
  const char *expected; /* NULL: it leads elsewhere */
} Case;

#define SCHOOL "https://lrs.school.example/xapi/"

static const Case cases[] = {
  { SCHOOL, "statements?limit=1", "https://lrs.school.example/xapi/statements?limit=1" },
  { SCHOOL, "/xapi/more/7", "https://lrs.school.example/xapi/more/7" },
  { SCHOOL, "/elsewhere/7", "https://lrs.school.example/elsewhere/7" },
  { SCHOOL, "", "https://lrs.school.example/xapi/" },
  { SCHOOL, "?page=2", "https://lrs.school.example/xapi/?page=2" },
  { SCHOOL, "https://lrs.school.example/xapi/more", "https://lrs.school.example/xapi/more" },
  { SCHOOL, "https://LRS.School.Example/more", "https://LRS.School.Example/more" },
  { SCHOOL, "https://lrs.school.example:443/more", "https://lrs.school.example/more" },
  { SCHOOL, "HTTPS://lrs.school.example/more", "https://lrs.school.example/more" },
  { SCHOOL, "//lrs.school.example/more", "https://lrs.school.example/more" },
  /* Another host, however it is written. */
  { SCHOOL, "//evil.example/more", NULL },
  { SCHOOL, "https://evil.example/xapi/", NULL },
  { SCHOOL, "https://lrs.school.example.evil.example/", NULL },
  { SCHOOL, "https://lrs.school.example./more", NULL },
  { SCHOOL, "https:///more", NULL },
  { SCHOOL, "\\\\evil.example\\more", "https://lrs.school.example/xapi/\\\\evil.example\\more" },
  /* Somebody else's user, or a host that looks like one. */
  { SCHOOL, "https://desk@lrs.school.example/more", NULL },
  { SCHOOL, "https://desk:secret@lrs.school.example/more", NULL },
  { SCHOOL, "https://lrs.school.example@evil.example/more", NULL },
  { SCHOOL, "//lrs.school.example:443@evil.example/", NULL },
  /* Another port or scheme. */
  { SCHOOL, "https://lrs.school.example:8443/more", NULL },
  { SCHOOL, "http://lrs.school.example/more", NULL },
  { SCHOOL, "http://lrs.school.example:443/more", NULL },
  { SCHOOL, "file:///etc/passwd", NULL },
  { SCHOOL, "javascript:alert(1)", NULL },
  { SCHOOL, "data:,x", NULL },
  { "https://lrs.school.example:8443/x/", "https://lrs.school.example/x/", NULL },
  { "https://lrs.school.example:8443/x/", "/more", "https://lrs.school.example:8443/more" },
  { "http://localhost:80/", "http://localhost/more", "http://localhost/more" },
  { "http://localhost/", "http://127.0.0.1/more", NULL },
  /* IPv6 */
  { "https://[2001:db8::1]/x/", "more", "https://[2001:db8::1]/x/more" },
  { "https://[2001:db8::1]:8443/x/", "//[2001:db8::1]:8443/m", "https://[2001:db8::1]:8443/m" },
  { "https://[2001:db8::1]/x/", "//[2001:db8::2]/more", NULL },
  { "https://[2001:db8::1]/x/", "//[2001:db8::1]:444/more", NULL },
  { "https://[2001:db8::1]/x/", "//[2001:db8::1/more", NULL },
};

static void
test_resolve (void)
{
  for (guint n = 0; n < G_N_ELEMENTS (cases); n++) {
    const Case *at = &cases[n];
    g_autoptr (GError) error = NULL;
    g_autoptr (GUri) uri = desk_store_address_resolve (at->address, at->reference, &error);
    g_autofree char *text = uri != NULL ? g_uri_to_string (uri) : NULL;

    g_test_message ("%s at %s", at->reference, at->address);
    g_assert_cmpstr (text, ==, at->expected);
    g_assert_true ((error != NULL) == (at->expected == NULL));
  }
}

typedef struct {
  const char *text;
  const char *expected; /* NULL: it is none */
  const char *host;
} Address;

static const Address addresses[] = {
  { " https://lrs.example.org/xapi ", "https://lrs.example.org/xapi/", "lrs.example.org" },
  { "https://lrs.example.org:8443", "https://lrs.example.org:8443/", "lrs.example.org:8443" },
  { "https://[2001:db8::1]/x/", "https://[2001:db8::1]/x/", "2001:db8::1" },
  { "https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443/", "[2001:db8::1]:8443" },
  { "http://localhost:1/", "http://localhost:1/", "localhost:1" },
  { "http://[::1]/", "http://[::1]/", "::1" },
  { "http://lrs.example.org/", NULL, NULL },
  { "http://localhost.example.org/", NULL, NULL },
  { "https://desk@lrs.example.org/", NULL, NULL },
  { "https://lrs.example.org/?a=1", NULL, NULL },
  { "https://lrs.example.org/#a", NULL, NULL },
  { "https:///xapi/", NULL, NULL },
  { "ftp://lrs.example.org/", NULL, NULL },
  { "lrs.example.org", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_read (void)
{
  for (guint n = 0; n < G_N_ELEMENTS (addresses); n++) {
    const Address *at = &addresses[n];
    g_autoptr (GError) error = NULL;
    g_autofree char *address = desk_store_address_read (at->text, &error);
    g_autofree char *host = address != NULL ? desk_store_address_host (address) : NULL;

    g_test_message ("%s", at->text);
    g_assert_cmpstr (address, ==, at->expected);
    g_assert_cmpstr (host, ==, at->host);
    g_assert_true ((error != NULL) == (at->expected == NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/store-address/resolve", test_resolve);
  g_test_add_func ("/records/store-address/read", test_read);
  return g_test_run ();
}
