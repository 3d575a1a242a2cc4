/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"

/* The counters of each stream's callbacks, for finding the cause of crackles. Updated every second while it
 * is visible. */

G_BEGIN_DECLS

#define DESK_TYPE_STREAM_TABLE (desk_stream_table_get_type ())
G_DECLARE_FINAL_TYPE (DeskStreamTable, desk_stream_table, DESK, STREAM_TABLE, GtkTreeView)

void desk_stream_table_set_audio (DeskStreamTable *self, DeskAudio *audio);

G_END_DECLS
