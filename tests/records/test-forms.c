/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/iso-duration.h"
#include "records/statement-iri.h"
#include "records/uuid5.h"

/* Forms that others lay down: UUIDs by RFC 4122, lengths of time by ISO 8601. */

#define SPACE_DNS "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
#define SPACE_URL "6ba7b811-9dad-11d1-80b4-00c04fd430c8"

/* The first is RFC 9562's own example (appendix A.4); the others were made with uuid5() of Python 3.11,
 * which does not use the library that we use. */
static void
test_uuid5 (void)
{
  static const struct {
    const char *space;
    const char *name;
    const char *uuid;
  } known[] = {
    { SPACE_DNS, "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2" },
    { SPACE_DNS, "python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d" },
    { SPACE_DNS, "", "4ebd0208-8328-5d69-8c44-ec50939c0967" },
    { SPACE_URL, "Åsa Öberg", "ea81c283-3de5-50e0-bcbd-c8b8f428aa3c" },
    { SPACE_URL, DESK_STATEMENT_IRI, DESK_UUID5_SPACE },
  };

  for (guint n = 0; n < G_N_ELEMENTS (known); n++) {
    g_autofree char *uuid = desk_uuid5 (known[n].space, known[n].name);

    g_assert_cmpstr (uuid, ==, known[n].uuid);
  }
  g_assert_null (desk_uuid5 ("no space", "name"));
}

static void
test_duration (void)
{
  static const struct {
    gint64 length_ms;
    const char *text;
  } lengths[] = {
    { 0, "PT0S" },
    { -1, "PT0S" },
    { G_MININT64, "PT0S" },
    { 4, "PT0S" },
    { 5, "PT0.01S" },
    { 14200, "PT14.2S" },
    { 14050, "PT14.05S" },
    { 59994, "PT59.99S" },
    { 59995, "PT1M" },
    { 60000, "PT1M" },
    { 3600000, "PT1H" },
    { 3723456, "PT1H2M3.46S" },
    { G_GINT64_CONSTANT (360000000), "PT100H" },
    { G_MAXINT64, "PT2562047788015H12M55.81S" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (lengths); n++) {
    g_autofree char *text = desk_iso_duration (lengths[n].length_ms);

    g_assert_cmpstr (text, ==, lengths[n].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/uuid5", test_uuid5);
  g_test_add_func ("/forms/duration", test_duration);
  return g_test_run ();
}
