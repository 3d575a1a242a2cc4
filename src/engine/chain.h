/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The checksums of an exam's journal. Each line ends in a checksum of the line itself and of the checksum
 * before it, so that a change is noticed from the changed line on.
 *
 * No key is involved: anyone who edits a line can recompute every checksum after it. Only the last
 * checksum, written down when the exam was handed in, tells such a journal from the original. */

G_BEGIN_DECLS

/* Hexadecimal digits of a checksum: the first half of a SHA-256. At 128 bits nobody finds another journal
 * that ends in the same checksum, and people can still copy it down as eight groups of four. */
#define DESK_CHAIN_DIGITS 32

typedef enum {
  DESK_CHAIN_NONE,  /* not an exam, or not read from a journal */
  DESK_CHAIN_WHOLE, /* every line fits */
  DESK_CHAIN_MISSING, /* an exam without checksums: an older program wrote it, or they were taken out */
  DESK_CHAIN_CHANGED, /* from `line` on */
} DeskChainState;

/* A plain value; all zero is the start of a chain. */
typedef struct {
  DeskChainState state;
  guint line;                       /* changed: the first line that does not fit, from 1 */
  char last[DESK_CHAIN_DIGITS + 1]; /* checksum of the last line that fits; "" before the first */
} DeskChain;

/* Adds the checksum to the last line of `lines`, which begins at byte `from` and reads "{…}" and a newline:
 * {…,"chain":"…"}. */
void desk_chain_seal (DeskChain *self, GString *lines, gsize from);

/* Checks the next line of a journal, given without its newline; `number` is its place in the file, from 1.
 * After the first line that does not fit, later ones change nothing. */
void desk_chain_check (DeskChain *self, const char *line, gsize length, guint number);

/* The last checksum as people write it down, "1a2b 3c4d …": in groups of four. (transfer full) */
char *desk_chain_to_groups (const DeskChain *self);

/* "none", "whole", "missing", "changed" */
const char *desk_chain_state_name (DeskChainState state);

G_END_DECLS
