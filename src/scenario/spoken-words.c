/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/spoken-private.h"

#include <string.h>

/* Web and e-mail addresses, amounts of money, and the few abbreviations that synthesisers get wrong. */

static const char *
pick (const DeskSpokenManner *manner, const char *english, const char *swedish)
{
  return manner->tongue == DESK_TONGUE_SV ? swedish : english;
}

static gboolean
say_address (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_autofree char *address = g_match_info_fetch (match, 0);

  for (const char *p = address; *p != '\0'; p++)
    switch (*p) {
    case '@': g_string_append (spoken, pick (manner, " at ", " snabel-a ")); break;
    case '.': g_string_append (spoken, pick (manner, " dot ", " punkt ")); break;
    case '-': g_string_append (spoken, pick (manner, " hyphen ", " bindestreck ")); break;
    case '_': g_string_append (spoken, pick (manner, " underscore ", " understreck ")); break;
    case '/': g_string_append (spoken, pick (manner, " slash ", " snedstreck ")); break;
    default: g_string_append_c (spoken, *p);
    }
  return TRUE;
}

void
desk_spoken_addresses (char **text, const DeskSpokenManner *manner)
{
  if (manner->tongue == DESK_TONGUE_OTHER)
    return;
  desk_spoken_replace (text,
                       "(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}._-]+@|www\\.)[\\p{L}\\p{N}_-]+"
                       "(?:\\.[\\p{L}\\p{N}-]+)+(?:/[\\p{L}\\p{N}_-]+)*",
                       say_address, manner);
}

static const char *
currency (const DeskSpokenManner *manner, const char *sign, gboolean one)
{
  gboolean is_swedish = manner->tongue == DESK_TONGUE_SV;

  if (strcmp (sign, "€") == 0)
    return is_swedish ? "euro" : one ? "euro" : "euros";
  if (strcmp (sign, "$") == 0)
    return is_swedish ? "dollar" : one ? "dollar" : "dollars";
  return is_swedish ? "pund" : one ? "pound" : "pounds";
}

/* "£45.50" → "45 pounds 50"; "million" comes before "pounds". */
static gboolean
say_money (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_autofree char *sign = g_match_info_fetch (match, 1);
  g_autofree char *whole = g_match_info_fetch (match, 2);
  g_autofree char *part = g_match_info_fetch (match, 3);
  g_autofree char *many = g_match_info_fetch (match, 4);

  g_string_append (spoken, whole);
  if (many != NULL && *many != '\0')
    g_string_append_printf (spoken, "%s%s%s", part, *many == ' ' ? "" : " ", many);
  g_string_append_printf (spoken, " %s",
                          currency (manner, sign, strcmp (whole, "1") == 0 && *many == '\0'));
  if (*part != '\0' && *many == '\0' && strcmp (part + 1, "00") != 0)
    g_string_append_printf (spoken, " %s", part[1] == '0' ? part + 2 : part + 1);
  return TRUE;
}

/* "1 250 kr", "250:-", "45,50 kr". */
static gboolean
say_kronor (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_autofree char *whole = g_match_info_fetch (match, 1);
  g_autofree char *part = g_match_info_fetch (match, 2);

  g_string_append (spoken, strcmp (whole, "1") == 0 ? "en krona" : whole);
  if (strcmp (whole, "1") != 0)
    g_string_append (spoken, " kronor");
  if (part != NULL && *part != '\0' && strcmp (part, "00") != 0)
    g_string_append_printf (spoken, " och %s öre", *part == '0' ? part + 1 : part);
  return TRUE;
}

static gboolean
say_pence (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  g_string_append (spoken, " pence");
  return TRUE;
}

void
desk_spoken_amounts (char **text, const DeskSpokenManner *manner)
{
  if (manner->tongue == DESK_TONGUE_OTHER)
    return;
  desk_spoken_replace (
      text,
      "([£$€]) ?(\\d+(?:[, ]\\d{3})*)((?:\\.\\d{1,2})?)((?: ?(?:million|billion|m\\b|bn\\b))?)",
      say_money, manner);
  if (manner->tongue == DESK_TONGUE_SV)
    desk_spoken_replace (
        text, "(?<![\\d.,])(\\d+(?: \\d{3})*)(?:,(\\d\\d))?(?: ?(?:kr\\b\\.?|kronor\\b)|:[-–])",
        say_kronor, manner);
  else
    desk_spoken_replace (text, "(?<=\\d)p\\b", say_pence, manner);
}

typedef struct {
  const char *written; /* a pattern */
  const char *spoken;
} Abbreviation;

/* Only abbreviations with a single meaning; authors write out the rest. */
static const Abbreviation english[] = {
  { "e\\.g\\.", "for example" },    { "i\\.e\\.", "that is" },
  { "approx\\.", "approximately" }, { "ext\\.(?= )", "extension" },
  { "[Nn]o\\.(?= \\d)", "number" }, { "Ltd\\b\\.?(?= \\p{Ll})", "Limited" },
  { "Ltd\\b", "Limited" },          { "& ?Co\\b\\.?(?= \\p{Ll})", "and Company" },
  { "& ?Co\\b", "and Company" },    { "&", "and" },
};

static const Abbreviation swedish[] = {
  { "t\\. ?ex\\.", "till exempel" },
  { "bl\\. ?a\\.", "bland annat" },
  { "dvs\\.?(?!\\p{L})", "det vill säga" },
  { "osv\\b", "och så vidare" },
  { "o\\. ?s\\. ?v", "och så vidare" },
  { "m\\. ?m(?=\\.)", "med mera" },
  { "ca\\.?(?= \\d)", "cirka" },
  { "nr\\b\\.?(?= ?\\w)", "nummer" },
  { "tel\\.(?= ?\\w)", "telefon" },
  { "ankn\\.(?= ?\\w)", "anknytning" },
  { "tr\\.(?= )", "trappor" },
  { "&", "och" },
};

static gboolean
say_abbreviation (const DeskSpokenManner *manner, const GMatchInfo *match, GString *spoken)
{
  gboolean is_swedish = manner->tongue == DESK_TONGUE_SV;
  const Abbreviation *all = is_swedish ? swedish : english;
  gsize n = is_swedish ? G_N_ELEMENTS (swedish) : G_N_ELEMENTS (english);

  /* The pattern has a group for each abbreviation. */
  for (gsize i = 0; i < n; i++) {
    int start = -1;

    if (g_match_info_fetch_pos (match, (int) i + 1, &start, NULL) && start >= 0) {
      g_string_append (spoken, all[i].spoken);
      return TRUE;
    }
  }
  return FALSE;
}

void
desk_spoken_abbreviations (char **text, const DeskSpokenManner *manner)
{
  gboolean is_swedish = manner->tongue == DESK_TONGUE_SV;
  const Abbreviation *all = is_swedish ? swedish : english;
  gsize n = is_swedish ? G_N_ELEMENTS (swedish) : G_N_ELEMENTS (english);
  g_autoptr (GString) pattern = g_string_new ("(?<![\\p{L}\\p{N}])(?:");

  if (manner->tongue == DESK_TONGUE_OTHER)
    return;
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (pattern, "%s(%s)", i > 0 ? "|" : "", all[i].written);
  g_string_append_c (pattern, ')');
  desk_spoken_replace (text, pattern->str, say_abbreviation, manner);
}
