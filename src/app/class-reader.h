/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/class-snapshot.h"

/* Takes snapshots of the folder of a class, one at a time: of the folder itself or, if only the filter
 * changed, of the previous snapshot. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASS_READER (desk_class_reader_get_type ())
G_DECLARE_FINAL_TYPE (DeskClassReader, desk_class_reader, DESK, CLASS_READER, GObject)

/**
 * Signals of DeskClassReader:
 *  - "busy" (): it has begun, or ended
 *  - "read" (gboolean is_first): there is a snapshot; the one before is let go of after this
 *  - "failed" (const GError *error): what was there before is there still
 */
DeskClassReader *desk_class_reader_new (void);

/* Sets the folder (an absolute path; NULL: none): forgets what was read and reads it. */
void desk_class_reader_set_folder (DeskClassReader *self, const char *folder);
const char *desk_class_reader_get_folder (DeskClassReader *self);

/* Sets the filter, ignoring the folder in `wish`, and applies it to what was read. */
void desk_class_reader_set_wish (DeskClassReader *self, const DeskClassWish *wish);

/* Reads what is new in the folder; does nothing during a reading. */
void desk_class_reader_read (DeskClassReader *self);
void desk_class_reader_cancel (DeskClassReader *self);

gboolean desk_class_reader_is_busy (DeskClassReader *self);

/* Progress in journals; `total` 0: not known yet. */
void desk_class_reader_get_progress (DeskClassReader *self, int *done, int *total);

/* NULL: nothing was read yet. Owned by `self`. */
DeskClassSnapshot *desk_class_reader_get_snapshot (DeskClassReader *self);

G_END_DECLS
