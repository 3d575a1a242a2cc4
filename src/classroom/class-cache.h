/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-session.h"
#include "classroom/class-stamp.h"

/* What was read from the journals of a folder, kept for the next time (SQLite). It is nothing but a
 * cache: it may be deleted, and one that is damaged, of another version or out of reach is made anew
 * or done without. A handle belongs to one thread. */

G_BEGIN_DECLS

typedef struct _DeskClassCache DeskClassCache;

/* Where the cache of `folder` (an absolute path) lies, in the user's cache folder. (transfer full) */
char *desk_class_cache_path (const char *folder);

/* Never fails: a cache that cannot be opened just remembers nothing. `path` NULL: one without a file.
 * (transfer full) */
DeskClassCache *desk_class_cache_open (const char *path);

/* Forgets every file that was neither found nor kept since the opening: it is not there any more. */
void desk_class_cache_forget_others (DeskClassCache *self);

/* Writes what was kept, and frees it. NULL is allowed. */
void desk_class_cache_close (DeskClassCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClassCache, desk_class_cache_close)

/* The session read earlier from the file at `path`; NULL: it is not known, or the file has changed.
 * (transfer full) */
DeskClassSession *
desk_class_cache_find (DeskClassCache *self, const char *path, const DeskClassStamp *stamp);

void desk_class_cache_keep (DeskClassCache *self,
                            const DeskClassSession *session,
                            const DeskClassStamp *stamp);

G_END_DECLS
