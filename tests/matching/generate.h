/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "slips.h"

/* Calls and right slips made up from GLib's seeded random numbers, for tests of what must hold for
 * any of them. */

G_BEGIN_DECLS

typedef struct {
  SlipCall call;        /* its strings are owned by `strings` */
  GPtrArray *sentences; /* owned; what states each fact of the call, in some wording */
  GPtrArray *wrong;     /* owned; what contradicts a fact or is a number that nobody said */
  GPtrArray *strings;   /* owned */
} MadeUp;

MadeUp *made_up_new (void);
void made_up_free (MadeUp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadeUp, made_up_free)

/* A slip with nothing amiss, each field in some writing. (transfer full) */
DeskSlip *made_up_right_slip (const MadeUp *self);

/* `text` as another keyboard might have written it: case, composition, spaces, invisible marks and
 * digits of another width. (transfer full) */
char *dress (const char *text);

/* The strings in another order. */
void shuffle (GPtrArray *strings);

/* All strings, a sentence each. (transfer full) */
char *join_sentences (const GPtrArray *sentences);

/* One of `n` at random. */
guint pick (guint n);

G_END_DECLS
