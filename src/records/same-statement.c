/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/same-statement.h"

#include <math.h>
#include <string.h>

#define DEEPEST 32

static gboolean is_same (const json_t *sent, const json_t *kept, guint depth);

static gboolean
is_same_object (const json_t *sent, const json_t *kept, guint depth)
{
  const char *key;
  json_t *value;

  json_object_foreach ((json_t *) sent, key, value)
  {
    if (!is_same (value, json_object_get (kept, key), depth + 1))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_same_array (const json_t *sent, const json_t *kept, guint depth)
{
  if (json_array_size (sent) != json_array_size (kept))
    return FALSE;
  for (gsize n = 0; n < json_array_size (sent); n++) {
    if (!is_same (json_array_get (sent, n), json_array_get (kept, n), depth + 1))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_same_moment (const char *sent, const char *kept)
{
  g_autoptr (GDateTime) a = g_date_time_new_from_iso8601 (sent, NULL);
  g_autoptr (GDateTime) b = g_date_time_new_from_iso8601 (kept, NULL);

  return a != NULL && b != NULL && ABS (g_date_time_difference (a, b)) < G_TIME_SPAN_MILLISECOND;
}

static gboolean
is_same_string (const char *sent, const char *kept)
{
  return strcmp (sent, kept) == 0 || is_same_moment (sent, kept);
}

static gboolean
is_same (const json_t *sent, const json_t *kept, guint depth)
{
  if (kept == NULL || depth > DEEPEST)
    return FALSE;
  if (json_is_object (sent) && json_is_array (kept))
    return json_array_size (kept) == 1 && is_same (sent, json_array_get (kept, 0), depth + 1);
  if (json_is_number (sent) && json_is_number (kept))
    return fabs (json_number_value (sent) - json_number_value (kept)) < 1e-9;
  if (json_typeof (sent) != json_typeof (kept))
    return FALSE;
  if (json_is_object (sent))
    return is_same_object (sent, kept, depth);
  if (json_is_array (sent))
    return is_same_array (sent, kept, depth);
  return json_is_string (sent) ? is_same_string (json_string_value (sent), json_string_value (kept))
                               : json_equal ((json_t *) sent, (json_t *) kept);
}

gboolean
desk_same_statement (const json_t *sent, const json_t *kept)
{
  return is_same (sent, kept, 0);
}
