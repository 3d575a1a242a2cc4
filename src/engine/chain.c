/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/chain.h"

#include <string.h>

/* The text between a record and its checksum, and the text that ends the line. The checksum covers the
 * record as it would read without them. */
#define BEFORE ",\"chain\":\""
#define AFTER "\"}"

/* Length in bytes of a checksum with that text around it. */
#define TAIL (strlen (BEFORE) + DESK_CHAIN_DIGITS + strlen (AFTER))

static const char *const state_names[] = {
  [DESK_CHAIN_NONE] = "none",
  [DESK_CHAIN_WHOLE] = "whole",
  [DESK_CHAIN_MISSING] = "missing",
  [DESK_CHAIN_CHANGED] = "changed",
};

const char *
desk_chain_state_name (DeskChainState state)
{
  return state_names[state];
}

/* Replaces `last` with the checksum of `record`, given without its closing brace. */
static void
move_on (DeskChain *self, const char *record, gsize length)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) self->last, (gssize) strlen (self->last));
  g_checksum_update (checksum, (const guchar *) record, (gssize) length);
  g_checksum_update (checksum, (const guchar *) "}", 1);
  g_strlcpy (self->last, g_checksum_get_string (checksum), sizeof self->last);
  g_checksum_free (checksum);
}

void
desk_chain_seal (DeskChain *self, GString *lines, gsize from)
{
  g_return_if_fail (lines->len >= from + 2);

  g_string_truncate (lines, lines->len - strlen ("}\n"));
  move_on (self, lines->str + from, lines->len - from);
  self->state = DESK_CHAIN_WHOLE;
  g_string_append_printf (lines, BEFORE "%s" AFTER "\n", self->last);
}

/* The checksum at the end of a line; NULL where there is none. */
static const char *
value_of (const char *line, gsize length)
{
  const char *tail;

  if (length <= TAIL)
    return NULL;
  tail = line + length - TAIL;
  if (memcmp (tail, BEFORE, strlen (BEFORE)) != 0 ||
      memcmp (line + length - strlen (AFTER), AFTER, strlen (AFTER)) != 0)
    return NULL;
  return tail + strlen (BEFORE);
}

static gboolean
fits (DeskChain *self, const char *line, gsize length, const char *value)
{
  const DeskChain before = *self;

  move_on (self, line, length - TAIL);
  if (memcmp (self->last, value, DESK_CHAIN_DIGITS) == 0)
    return TRUE;
  *self = before;
  return FALSE;
}

/* The first line decides whether the journal has checksums: every later line must do as it did. */
void
desk_chain_check (DeskChain *self, const char *line, gsize length, guint number)
{
  const char *value = value_of (line, length);
  const gboolean is_first = self->state == DESK_CHAIN_NONE;

  if (self->state == DESK_CHAIN_CHANGED)
    return;
  if (value == NULL && (is_first || self->state == DESK_CHAIN_MISSING)) {
    self->state = DESK_CHAIN_MISSING;
  } else if (value != NULL && self->state != DESK_CHAIN_MISSING &&
             fits (self, line, length, value)) {
    self->state = DESK_CHAIN_WHOLE;
  } else {
    self->state = DESK_CHAIN_CHANGED;
    self->line = number;
  }
}

char *
desk_chain_to_groups (const DeskChain *self)
{
  GString *groups = g_string_new (NULL);

  for (gsize n = 0; self->last[n] != '\0'; n++) {
    if (n > 0 && n % 4 == 0)
      g_string_append_c (groups, ' ');
    g_string_append_c (groups, self->last[n]);
  }
  return g_string_free (groups, FALSE);
}
