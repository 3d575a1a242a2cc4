/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/class-snapshot.h"

/* Takes snapshots of the folder of a class, one at a time: of the folder, or, where only the choice changed,
 * of the snapshot before. */

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

/* Another folder (an absolute path; NULL: none) is another class: what was read is forgotten, and the folder
 * read. */
void desk_class_reader_set_folder (DeskClassReader *self, const char *folder);
const char *desk_class_reader_get_folder (DeskClassReader *self);

/* Which sessions are wanted; the folder of `wish` counts for nothing. What was read is chosen from. */
void desk_class_reader_set_wish (DeskClassReader *self, const DeskClassWish *wish);

/* Reads what is new in the folder; nothing while it is being read. */
void desk_class_reader_read (DeskClassReader *self);
void desk_class_reader_cancel (DeskClassReader *self);

gboolean desk_class_reader_is_busy (DeskClassReader *self);

/* How far it is, in journals; `total` 0: not known. */
void desk_class_reader_get_progress (DeskClassReader *self, int *done, int *total);

/* NULL: nothing was read yet. Owned by `self`. */
DeskClassSnapshot *desk_class_reader_get_snapshot (DeskClassReader *self);

G_END_DECLS
