/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/uuid5.h"

#include <string.h>
#include <uuid/uuid.h>

char *
desk_uuid5 (const char *space, const char *name)
{
  char text[UUID_STR_LEN];
  uuid_t space_id;
  uuid_t made;

  if (uuid_parse (space, space_id) != 0)
    return NULL;
  uuid_generate_sha1 (made, space_id, name, strlen (name));
  uuid_unparse_lower (made, text);
  return g_strdup (text);
}
