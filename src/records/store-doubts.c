/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-doubts.h"

/* One of them; owned. */
typedef struct {
  DeskOutboxItem *item;
  DeskStoreDoubt doubt;
  char *words;
  gboolean is_known; /* from before, and written down */
} Doubt;

struct _DeskStoreDoubts {
  GPtrArray *doubts; /* of Doubt; owned */
};

static void
doubt_free (gpointer data)
{
  Doubt *doubt = data;

  desk_outbox_item_free (doubt->item);
  g_free (doubt->words);
  g_free (doubt);
}

DeskStoreDoubts *
desk_store_doubts_new (void)
{
  DeskStoreDoubts *self = g_new0 (DeskStoreDoubts, 1);

  self->doubts = g_ptr_array_new_with_free_func (doubt_free);
  return self;
}

void
desk_store_doubts_free (DeskStoreDoubts *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

static gboolean
settle (const Doubt *doubt, DeskOutbox *outbox, GError **error)
{
  switch (doubt->doubt) {
  case DESK_STORE_DOUBT_REFUSED:
    return desk_outbox_refused (outbox, doubt->item->id, doubt->words, error);
  case DESK_STORE_DOUBT_FAILED:
    return desk_outbox_put_off (outbox, doubt->item->id, doubt->words, error);
  }
  return TRUE;
}

static gboolean
was_known (const DeskOutboxItem *item, DeskStoreDoubt doubt)
{
  switch (doubt) {
  case DESK_STORE_DOUBT_REFUSED: return item->was_refused;
  case DESK_STORE_DOUBT_FAILED: return item->n_put_off > 0;
  }
  return FALSE;
}

static DeskOutboxItem *
item_copy (const DeskOutboxItem *item)
{
  DeskOutboxItem *copy = g_memdup2 (item, sizeof *item);

  copy->id = g_strdup (item->id);
  copy->body = g_bytes_ref (item->body);
  return copy;
}

gboolean
desk_store_doubts_add (DeskStoreDoubts *self,
                       DeskOutbox *outbox,
                       const DeskOutboxItem *item,
                       DeskStoreDoubt doubt,
                       const char *words,
                       GError **error)
{
  Doubt *added = g_new0 (Doubt, 1);

  added->item = item_copy (item);
  added->doubt = doubt;
  added->words = g_strdup (words);
  added->is_known = was_known (item, doubt);
  g_ptr_array_add (self->doubts, added);
  return desk_outbox_pass_over (outbox, item->id, error) &&
         (!added->is_known || settle (added, outbox, error));
}

gboolean
desk_store_doubts_settle (DeskStoreDoubts *self, DeskOutbox *outbox, GError **error)
{
  for (guint n = 0; n < self->doubts->len; n++) {
    const Doubt *doubt = self->doubts->pdata[n];

    if (!doubt->is_known && !settle (doubt, outbox, error))
      return FALSE;
  }
  g_ptr_array_set_size (self->doubts, 0);
  return TRUE;
}

gboolean
desk_store_doubts_leave (DeskStoreDoubts *self, DeskOutbox *outbox, GError **error)
{
  g_autoptr (GPtrArray) failed = g_ptr_array_new ();

  for (guint n = 0; n < self->doubts->len; n++) {
    const Doubt *doubt = self->doubts->pdata[n];

    if (doubt->doubt == DESK_STORE_DOUBT_FAILED && !doubt->is_known)
      g_ptr_array_add (failed, doubt->item);
  }
  return desk_outbox_failed (outbox, failed, 0, failed->len, error);
}

guint
desk_store_doubts_count (const DeskStoreDoubts *self, gboolean known)
{
  guint n_counted = 0;

  for (guint n = 0; n < self->doubts->len; n++)
    n_counted += known || !((const Doubt *) self->doubts->pdata[n])->is_known ? 1 : 0;
  return n_counted;
}

const char *
desk_store_doubts_words (const DeskStoreDoubts *self, DeskStoreDoubt kind, gboolean known)
{
  for (guint n = self->doubts->len; n > 0; n--) {
    const Doubt *doubt = self->doubts->pdata[n - 1];

    if (doubt->doubt == kind && (known || !doubt->is_known))
      return doubt->words;
  }
  return NULL;
}
