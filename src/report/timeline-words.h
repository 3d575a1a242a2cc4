/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "report/timeline-layout.h"

/* A timeline in the user's words. */

G_BEGIN_DECLS

/* "Phrase to the caller", "Message logged", ... */
const char *desk_timeline_kind_words (DeskMarkKind kind);

/* Who, what, from when to when, and with which colleague, a line each. (transfer full) */
char *desk_timeline_bar_words (const DeskTimeline *self, const DeskTimelineBar *bar);

/* Who, what and when; of several marks in one place the first few. (transfer full) */
char *desk_timeline_cluster_words (const DeskTimeline *self, const DeskTimelineCluster *cluster);

/* "3. Åsa Lindqvist, Nordvik Bygg". (transfer full) */
char *desk_timeline_call_words (const DeskTimeline *self, guint call);

/* What the timeline is, from when to when. (transfer full) */
char *desk_timeline_words (gint64 from_ms, gint64 to_ms);

G_END_DECLS
