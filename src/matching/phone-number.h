/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Telephone numbers as people write them in eight countries, and their E.164 form. */

G_BEGIN_DECLS

typedef enum {
  DESK_COUNTRY_SE,
  DESK_COUNTRY_FI,
  DESK_COUNTRY_NO,
  DESK_COUNTRY_DK,
  DESK_COUNTRY_GB,
  DESK_COUNTRY_IE,
  DESK_COUNTRY_DE,
  DESK_COUNTRY_US,
} DeskCountry;

#define DESK_N_COUNTRIES 8

/* "se", "fi", ... */
const char *desk_country_code (DeskCountry country);

/* Reads `written` by the rules of `country`: spaces, hyphens, dots, brackets, "+46", "0046" and
 * the national "0" are understood. Returns "+46701740605", or NULL where it is no telephone
 * number of that country or of a foreign one written with its country code. (transfer full) */
char *desk_phone_number_to_e164 (const char *written, DeskCountry country);

/* The digits to dial within `country`, "0701740605" for "+46701740605"; NULL for a number of
 * another country. (transfer full) */
char *desk_phone_number_to_national (const char *e164, DeskCountry country);

/* Groups the digits typed so far as the country does, "070-174 06 05". After "+", "00" or "011" it groups
 * by the country being called, if that is one of the eight. Anything that cannot be a number is returned as
 * typed. (transfer full) */
char *desk_phone_number_group (const char *written, DeskCountry country);

typedef enum {
  DESK_FICTION_UNKNOWN, /* no range is known for the country */
  DESK_FICTION_INSIDE,
  DESK_FICTION_OUTSIDE,
} DeskFiction;

/* Whether an E.164 number lies in a range set aside for fiction (SCENARIO, "Warnings"). */
DeskFiction desk_phone_number_fiction (const char *e164);

G_END_DECLS
