/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/outbox.h"

/* What is taken from an outbox to be sent, and what became of it. A statement waits, was delivered, or was
 * refused. One that waits may have been put off: the store fails at it each time, and it is tried
 * again after a longer while, so that it holds up no other. */

G_BEGIN_DECLS

/* A statement as it is sent. */
typedef struct {
  char *id;             /* owned: a UUID */
  GBytes *body;         /* owned: a JSON object */
  guint n_failed;       /* runs in which the store failed at what it was sent with */
  guint n_put_off;      /* times that it was put off */
  gboolean was_refused; /* before; it was asked for that it be tried again */
} DeskOutboxItem;

typedef struct {
  guint n_waiting; /* those that were put off included */
  guint n_put_off;
  guint n_refused;
  guint n_delivered;
  gint64 next_s; /* until the next of those that were put off is due; -1: there is none */
} DeskOutboxCounts;

/* What the store said of a statement that it refused, or that it fails at and that was put off; both owned. */
typedef struct {
  char *id;
  char *words;
} DeskOutboxComplaint;

/* For how long a statement is put off the first time; twice as long each time, up to the longest. */
#define DESK_OUTBOX_PUT_OFF_S 3600
#define DESK_OUTBOX_LONGEST_PUT_OFF_S 86400

/* Those that are due, at most `most`, at least one, and no more than `most_bytes` together unless the first
 * alone is longer: the oldest of those that the store failed at least often.
 * Empty: nothing is due. (transfer full) (element-type DeskOutboxItem) */
GPtrArray *desk_outbox_take (DeskOutbox *self, guint most, gsize most_bytes, GError **error);

/* By this handle it is not taken any more, and waits. */
gboolean desk_outbox_pass_over (DeskOutbox *self, const char *id, GError **error);

/* `items`: of DeskOutboxItem, from `first` on, `n` of them. Their bodies are let go. */
gboolean desk_outbox_delivered (
    DeskOutbox *self, const GPtrArray *items, guint first, guint n, GError **error);

/* The store failed at these together: they go on waiting, behind those that it did not fail at so often. */
gboolean
desk_outbox_failed (DeskOutbox *self, const GPtrArray *items, guint first, guint n, GError **error);

/* `words`: what the store said. */
gboolean desk_outbox_refused (DeskOutbox *self, const char *id, const char *words, GError **error);

/* The store fails at this one, and not at others. */
gboolean desk_outbox_put_off (DeskOutbox *self, const char *id, const char *words, GError **error);

/* All that were refused wait again, and all that were put off are due. */
gboolean desk_outbox_try_all_again (DeskOutbox *self, GError **error);

gboolean desk_outbox_count (DeskOutbox *self, DeskOutboxCounts *counts, GError **error);

/* The latest that were refused, or put off, at most `most`. (transfer full) (element-type DeskOutboxComplaint) */
GPtrArray *desk_outbox_list_refused (DeskOutbox *self, guint most, GError **error);
GPtrArray *desk_outbox_list_put_off (DeskOutbox *self, guint most, GError **error);

void desk_outbox_item_free (DeskOutboxItem *item);
void desk_outbox_complaint_free (DeskOutboxComplaint *complaint);

G_END_DECLS
