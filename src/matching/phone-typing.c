/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/phone-typing.h"

#include <string.h>

static gboolean
is_separator (char c)
{
  return c == ' ' || c == '-';
}

static gboolean
is_plain (const char *typed)
{
  gboolean begun = FALSE;

  for (const char *p = typed; *p != '\0'; p++) {
    if (is_separator (*p))
      continue;
    if (!g_ascii_isdigit (*p) && (*p != '+' || begun))
      return FALSE;
    begun = TRUE;
  }
  return begun;
}

static const char *
skip_separators (const char *p)
{
  while (is_separator (*p))
    p++;
  return p;
}

static gboolean
differ_in_separators_alone (const char *a, const char *b)
{
  for (;; a++, b++) {
    a = skip_separators (a);
    b = skip_separators (b);
    if (*a != *b)
      return FALSE;
    if (*a == '\0')
      return TRUE;
  }
}

static guint
count_kept (const char *typed, guint caret)
{
  guint n = 0;

  for (guint i = 0; i < caret && typed[i] != '\0'; i++)
    n += is_separator (typed[i]) ? 0 : 1;
  return n;
}

/* The position after `n_kept` characters that are not separators. */
static guint
find_place (const char *grouped, guint n_kept, DeskCaretSide side)
{
  const char *p = grouped;

  for (; n_kept > 0 && *p != '\0'; p++)
    n_kept -= is_separator (*p) ? 0 : 1;
  if (side == DESK_CARET_AHEAD)
    p = skip_separators (p);
  return (guint) (p - grouped);
}

char *
desk_phone_typing_group (const char *typed, DeskCountry country, DeskCaretSide side, guint *caret)
{
  g_autofree char *grouped = NULL;

  g_return_val_if_fail (typed != NULL && caret != NULL, NULL);

  if (!is_plain (typed))
    return g_strdup (typed);
  grouped = desk_phone_number_group (typed, country);
  if (strcmp (grouped, typed) == 0 || !differ_in_separators_alone (typed, grouped))
    return g_strdup (typed);
  *caret = find_place (grouped, count_kept (typed, *caret), side);
  return g_steal_pointer (&grouped);
}
