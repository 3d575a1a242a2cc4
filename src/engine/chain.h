/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The checksums of an exam's journal. Each line ends in a value made of the value of the line before
 * and of the line's own bytes, so that a journal that was changed no longer fits from there on.
 *
 * There is no key in it: whoever changes a line and makes all values anew gives a journal that fits.
 * Only the last value, noted when the exam was handed in, tells that one from the first. */

G_BEGIN_DECLS

/* Hexadecimal digits of a value: the first half of a SHA-256. 128 bits are past finding another
 * journal that ends in the same value, and are eight groups of four to whoever notes them. */
#define DESK_CHAIN_DIGITS 32

typedef enum {
  DESK_CHAIN_NONE,  /* not an exam, or not read from a journal */
  DESK_CHAIN_WHOLE, /* every line fits */
  DESK_CHAIN_MISSING, /* an exam without checksums: an older program wrote it, or they were taken out */
  DESK_CHAIN_CHANGED, /* from `line` on */
} DeskChainState;

/* A plain value; zeroed it is the beginning of a chain. */
typedef struct {
  DeskChainState state;
  guint line;                       /* changed: the first that does not fit, from 1 */
  char last[DESK_CHAIN_DIGITS + 1]; /* of the last line that fits; "" before the first */
} DeskChain;

/* Ends the line that begins at `from` and is the last of `lines`, "{…}" and a newline, in its value:
 * {…,"chain":"…"}. */
void desk_chain_seal (DeskChain *self, GString *lines, gsize from);

/* Takes the next line of a journal, without the newline; `number` is its place in the file. Once one
 * did not fit the others make no difference. */
void desk_chain_check (DeskChain *self, const char *line, gsize length, guint number);

/* "1a2b 3c4d …": a value as people note it, in groups of four. (transfer full) */
char *desk_chain_to_groups (const DeskChain *self);

/* "none", "whole", "missing", "changed" */
const char *desk_chain_state_name (DeskChainState state);

G_END_DECLS
