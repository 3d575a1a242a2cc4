/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox.h"

/* What is taken from an outbox to be sent, and what became of it. A statement is waiting, delivered or
 * refused. A waiting one may have been put off: the store fails at it each time, so it is tried again after
 * ever longer pauses and holds up no other. */

G_BEGIN_DECLS

/* A statement as it is sent. */
typedef struct {
  char *id;             /* owned: a UUID */
  GBytes *body;         /* owned: a JSON object */
  guint n_failed;       /* runs in which the store failed at the batch it was in */
  guint n_put_off;      /* how often it was put off */
  gboolean was_refused; /* refused before, and to be tried again on request */
} DeskOutboxItem;

typedef struct {
  guint n_waiting; /* including those put off */
  guint n_put_off;
  guint n_refused;
  guint n_delivered;
  gint64 next_s; /* seconds until the next of those put off is due; -1: there is none */
} DeskOutboxCounts;

/* What the store said of a statement that it refused or that was put off; both owned. */
typedef struct {
  char *id;
  char *words;
} DeskOutboxComplaint;

/* How long a statement is put off the first time, in seconds; each further time twice as long, up to the
 * longest. */
#define DESK_OUTBOX_PUT_OFF_S 3600
#define DESK_OUTBOX_LONGEST_PUT_OFF_S 86400

/* The statements that are due: the oldest of those the store failed at least often. At most `most` of them
 * and `most_bytes` in all, but always the first, whatever its length. Empty: nothing is due. NULL sets a
 * G_IO_ERROR. (transfer full) (element-type DeskOutboxItem) */
GPtrArray *desk_outbox_take (DeskOutbox *self, guint most, gsize most_bytes, GError **error);

/* The statement goes on waiting, but this handle does not take it again. */
gboolean desk_outbox_pass_over (DeskOutbox *self, const char *id, GError **error);

/* Marks `n` of `items` (of DeskOutboxItem), from `first` on, as delivered, and forgets their bodies. */
gboolean desk_outbox_delivered (
    DeskOutbox *self, const GPtrArray *items, guint first, guint n, GError **error);

/* The store failed at this batch: its statements wait behind those that it failed at less often. */
gboolean
desk_outbox_failed (DeskOutbox *self, const GPtrArray *items, guint first, guint n, GError **error);

/* `words`: what the store said. */
gboolean desk_outbox_refused (DeskOutbox *self, const char *id, const char *words, GError **error);

/* The store fails at this statement, and not at others. */
gboolean desk_outbox_put_off (DeskOutbox *self, const char *id, const char *words, GError **error);

/* All refused statements wait again, and all those put off are due. */
gboolean desk_outbox_try_all_again (DeskOutbox *self, GError **error);

gboolean desk_outbox_count (DeskOutbox *self, DeskOutboxCounts *counts, GError **error);

/* The latest refused, or put off, at most `most`. (transfer full) (element-type DeskOutboxComplaint) */
GPtrArray *desk_outbox_list_refused (DeskOutbox *self, guint most, GError **error);
GPtrArray *desk_outbox_list_put_off (DeskOutbox *self, guint most, GError **error);

void desk_outbox_item_free (DeskOutboxItem *item);
void desk_outbox_complaint_free (DeskOutboxComplaint *complaint);

G_END_DECLS
