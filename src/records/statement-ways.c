/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement-ways.h"

static const char *const names[] = {
  [DESK_ACCOUNT_PSEUDONYM] = "pseudonym",
  [DESK_ACCOUNT_NAME] = "name",
  [DESK_ACCOUNT_MBOX] = "mbox",
};

const char *
desk_account_scheme_name (DeskAccountScheme scheme)
{
  return names[scheme];
}

gboolean
desk_account_scheme_from_name (const char *name, DeskAccountScheme *scheme)
{
  for (gsize n = 0; n < G_N_ELEMENTS (names); n++) {
    if (g_str_equal (names[n], name)) {
      *scheme = (DeskAccountScheme) n;
      return TRUE;
    }
  }
  return FALSE;
}
