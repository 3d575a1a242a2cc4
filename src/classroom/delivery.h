/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Finished sessions handed in to the folder of a class, usually a share: each journal whole or not at
 * all, late where the share was away, and never twice. */

G_BEGIN_DECLS

typedef struct {
  guint n_delivered; /* now */
  guint n_before;    /* had been handed in already */
  guint n_waiting;   /* finished, and not handed in: the folder failed */
} DeskDelivery;

/* The path of the ledger of what was handed in: "frontdesk/handed-in.db" in the user's data folder.
 * (transfer full) */
char *desk_delivery_default_ledger (void);

/* Hands in the finished journals of the folder `sessions` to `folder`. Journals that were imported or
 * worked by a built-in trainee are not of this machine's trainees, and stay. `folder` is never created:
 * where a share is not mounted, a local folder in its place would swallow the results.
 *
 * The ledger remembers what was handed in, so that an instructor may move or delete it over there. Several
 * programs may hand in at once. May take long on a slow share; call it on a thread. Fills `result`, which
 * is all zero, whatever happens. Sets a GIOError. */
gboolean desk_delivery_run (const char *sessions,
                            const char *ledger,
                            const char *folder,
                            DeskDelivery *result,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
