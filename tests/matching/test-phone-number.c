/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/phone-number.h"

#include <string.h>

static const struct {
  DeskCountry country;
  const char *written;
  const char *e164; /* NULL: no number */
} numbers[] = {
  { DESK_COUNTRY_SE, "070-174 06 05", "+46701740605" },
  { DESK_COUNTRY_SE, "0701740605", "+46701740605" },
  { DESK_COUNTRY_SE, "+46 70 174 06 05", "+46701740605" },
  { DESK_COUNTRY_SE, "+46 (0)70-174 06 05", "+46701740605" },
  { DESK_COUNTRY_SE, "0046 70 174 06 05", "+46701740605" },
  { DESK_COUNTRY_SE, "(070) 174.06.05", "+46701740605" },
  { DESK_COUNTRY_SE, "070/174 06 05", "+46701740605" },
  { DESK_COUNTRY_SE,
    "070\xe2\x80\x93"
    "174\xc2\xa0"
    "06 05",
    "+46701740605" },
  /* Pasted between marks of direction, with a soft hyphen; full-width and Arabic digits. */
  { DESK_COUNTRY_SE,
    "\xe2\x80\xaa"
    "070-174\xc2\xad 06 05"
    "\xe2\x80\xac",
    "+46701740605" },
  { DESK_COUNTRY_SE, "０７０－１７４ ０６ ０５", "+46701740605" },
  { DESK_COUNTRY_SE, "＋46 70 174 06 05", "+46701740605" },
  { DESK_COUNTRY_SE, "٠٧٠ ١٧٤ ٠٦ ٠٥", "+46701740605" },
  { DESK_COUNTRY_SE, "070-174 06 05\xe2\x80", NULL },
  { DESK_COUNTRY_SE, "070-174 06 \xf0\x9f\x98\x80", NULL },
  { DESK_COUNTRY_SE, "08-465 004 00", "+46846500400" },
  { DESK_COUNTRY_SE, "031-390 06 00", "+46313900600" },
  { DESK_COUNTRY_SE, "040-628 04 99", "+46406280499" },
  { DESK_COUNTRY_SE, "+44 1632 960123", "+441632960123" },
  { DESK_COUNTRY_SE, "070-174 06 0", NULL },
  { DESK_COUNTRY_SE, "070-174 06 055", NULL },
  { DESK_COUNTRY_SE, "70-174 06 05", NULL },
  { DESK_COUNTRY_SE, "174 06 05", NULL },
  { DESK_COUNTRY_SE, "070-174 06 O5", NULL },
  { DESK_COUNTRY_SE, "ring 070-174 06 05", NULL },
  { DESK_COUNTRY_SE, "", NULL },
  { DESK_COUNTRY_SE, "+", NULL },
  { DESK_COUNTRY_SE, "+46", NULL },
  { DESK_COUNTRY_SE, "+46 00 70 174 06 05", NULL },
  { DESK_COUNTRY_SE, "07+01740605", NULL },
  { DESK_COUNTRY_SE, "123456789012345678901234567890", NULL },
  { DESK_COUNTRY_FI, "040 123 4567", "+358401234567" },
  { DESK_COUNTRY_FI, "+358 9 123 4567", "+35891234567" },
  { DESK_COUNTRY_NO, "412 34 567", "+4741234567" },
  { DESK_COUNTRY_NO, "+47 22 12 34 56", "+4722123456" },
  { DESK_COUNTRY_NO, "1234", NULL },
  { DESK_COUNTRY_DK, "22 34 56 78", "+4522345678" },
  { DESK_COUNTRY_DK, "+45 22345678", "+4522345678" },
  { DESK_COUNTRY_DK, "2234567", NULL },
  { DESK_COUNTRY_GB, "01632 960 123", "+441632960123" },
  { DESK_COUNTRY_GB, "+44 (0) 1632 960123", "+441632960123" },
  { DESK_COUNTRY_GB, "01632 96012345", NULL },
  { DESK_COUNTRY_IE, "085 123 4567", "+353851234567" },
  { DESK_COUNTRY_IE, "1800 123 456", "+3531800123456" },
  { DESK_COUNTRY_IE, "+353 1800 123 456", "+3531800123456" },
  { DESK_COUNTRY_DE, "030 12345678", "+493012345678" },
  { DESK_COUNTRY_DE, "0151/23456789", "+4915123456789" },
  { DESK_COUNTRY_US, "(212) 555-0123", "+12125550123" },
  { DESK_COUNTRY_US, "1-212-555-0123", "+12125550123" },
  { DESK_COUNTRY_US, "+1 212 555 0123", "+12125550123" },
  { DESK_COUNTRY_US, "011 46 70 174 06 05", "+46701740605" },
  { DESK_COUNTRY_US, "555-0123", NULL },
  { DESK_COUNTRY_US, "112-555-0123", NULL },
};

static void
test_e164 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *shown = g_utf8_make_valid (numbers[i].written, -1);
    g_autofree char *e164 = desk_phone_number_to_e164 (numbers[i].written, numbers[i].country);

    g_test_message ("%s", shown);
    g_assert_cmpstr (e164, ==, numbers[i].e164);
  }
}

static const struct {
  DeskCountry country;
  const char *typed;
  const char *grouped;
} groups[] = {
  { DESK_COUNTRY_SE, "0", "0" },
  { DESK_COUNTRY_SE, "070", "070" },
  { DESK_COUNTRY_SE, "0701", "070-1" },
  { DESK_COUNTRY_SE, "0701740605", "070-174 06 05" },
  { DESK_COUNTRY_SE, "07017406055", "07017406055" },
  { DESK_COUNTRY_SE, "0846500400", "08-465 004 00" },
  { DESK_COUNTRY_SE, "0313900600", "031-390 06 00" },
  { DESK_COUNTRY_SE, "0500412", "0500-412" },
  { DESK_COUNTRY_SE, "+46701740605", "+46 70 174 06 05" },
  { DESK_COUNTRY_SE, "+467", "+46 7" },
  { DESK_COUNTRY_SE, "+46", "+46" },
  { DESK_COUNTRY_SE, "+441632960123", "+44 1632 960123" },
  { DESK_COUNTRY_SE, "0047", "0047" },
  { DESK_COUNTRY_SE, "004741234567", "0047 412 34 567" },
  { DESK_COUNTRY_NO, "+46701740605", "+46 70 174 06 05" },
  { DESK_COUNTRY_SE, "+33123456789", "+33123456789" },
  { DESK_COUNTRY_SE, "okänt", "okänt" },
  { DESK_COUNTRY_SE, "", "" },
  { DESK_COUNTRY_FI, "0401234567", "040 123 4567" },
  { DESK_COUNTRY_NO, "41234567", "412 34 567" },
  { DESK_COUNTRY_NO, "22123456", "22 12 34 56" },
  { DESK_COUNTRY_DK, "22345678", "22 34 56 78" },
  { DESK_COUNTRY_GB, "01632960123", "01632 960123" },
  { DESK_COUNTRY_GB, "02079460123", "020 7946 0123" },
  { DESK_COUNTRY_IE, "0851234567", "085 123 4567" },
  { DESK_COUNTRY_DE, "03012345678", "030 12345678" },
  { DESK_COUNTRY_US, "2125550123", "212-555-0123" },
  { DESK_COUNTRY_US, "12125550123", "1-212-555-0123" },
};

static void
test_groups (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++) {
    g_autofree char *grouped = desk_phone_number_group (groups[i].typed, groups[i].country);
    g_autofree char *again = desk_phone_number_group (grouped, groups[i].country);

    g_assert_cmpstr (grouped, ==, groups[i].grouped);
    g_assert_cmpstr (again, ==, grouped);
  }
}

/* Grouping never changes which number it is. */
static void
test_grouping_keeps_the_number (void)
{
  for (guint round = 0; round < 20000; round++) {
    DeskCountry country = (DeskCountry) g_test_rand_int_range (0, DESK_N_COUNTRIES);
    g_autoptr (GString) typed = g_string_new (g_test_rand_bit () ? "0" : "");
    gint length = g_test_rand_int_range (3, 13);
    g_autofree char *grouped = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    for (gint i = 0; i < length; i++)
      g_string_append_c (typed, (char) ('0' + g_test_rand_int_range (0, 10)));
    grouped = desk_phone_number_group (typed->str, country);
    before = desk_phone_number_to_e164 (typed->str, country);
    after = desk_phone_number_to_e164 (grouped, country);
    g_assert_cmpstr (before, ==, after);
    if (before != NULL) {
      g_autofree char *same = desk_phone_number_to_e164 (before, country);
      g_autofree char *national = desk_phone_number_to_national (before, country);

      g_assert_cmpstr (same, ==, before);
      if (national != NULL) {
        g_autofree char *again = desk_phone_number_to_e164 (national, country);

        g_assert_cmpstr (again, ==, before);
      }
    }
  }
}

static const struct {
  const char *e164;
  DeskFiction fiction;
} fictions[] = {
  { "+46701740604", DESK_FICTION_OUTSIDE },  { "+46701740605", DESK_FICTION_INSIDE },
  { "+46701740699", DESK_FICTION_INSIDE },   { "+46701740700", DESK_FICTION_OUTSIDE },
  { "+46313900600", DESK_FICTION_INSIDE },   { "+46313900700", DESK_FICTION_OUTSIDE },
  { "+46406280400", DESK_FICTION_INSIDE },   { "+46406280500", DESK_FICTION_OUTSIDE },
  { "+46846500499", DESK_FICTION_INSIDE },   { "+46846500399", DESK_FICTION_OUTSIDE },
  { "+467017406055", DESK_FICTION_OUTSIDE }, { "+441632960000", DESK_FICTION_INSIDE },
  { "+441632960999", DESK_FICTION_INSIDE },  { "+441632961000", DESK_FICTION_OUTSIDE },
  { "+12125550100", DESK_FICTION_INSIDE },   { "+12125550199", DESK_FICTION_INSIDE },
  { "+12125550200", DESK_FICTION_OUTSIDE },  { "+4741234567", DESK_FICTION_UNKNOWN },
  { "+4522345678", DESK_FICTION_UNKNOWN },   { "+358401234567", DESK_FICTION_UNKNOWN },
};

static void
test_fiction (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fictions); i++)
    g_assert_cmpint (desk_phone_number_fiction (fictions[i].e164), ==, fictions[i].fiction);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-number/e164", test_e164);
  g_test_add_func ("/phone-number/groups", test_groups);
  g_test_add_func ("/phone-number/grouping-keeps-the-number", test_grouping_keeps_the_number);
  g_test_add_func ("/phone-number/fiction", test_fiction);
  return g_test_run ();
}
