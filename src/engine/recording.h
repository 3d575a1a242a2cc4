/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/chain.h"
#include "engine/journal.h"
#include "engine/record.h"

/* A journal or a script as it was read back. */

G_BEGIN_DECLS

typedef struct {
  DeskJournalHeader *header;
  DeskScenario *scenario;
  char *sha256; /* of the scenario as recorded */
  DeskClipLengths *lengths;
  GArray *records;     /* of DeskRecord */
  gboolean torn;       /* the last line was cut off and dropped */
  gsize n_bytes;       /* of the journal, up to there */
  gboolean open_ended; /* the last line that counts lacks nothing but its newline */
  DeskChain chain;     /* how the checksums of an exam were found; none of a session in memory */
} DeskRecording;

/* An empty one, to be filled while a session runs. (transfer full) */
DeskRecording *desk_recording_new (const DeskJournalHeader *header,
                                   DeskScenario *scenario,
                                   DeskClipLengths *lengths);

/* Add to its end. The slip of a command is shared, and so one that may be (desk_slip_share()). */
void desk_recording_add_command (DeskRecording *self, const DeskCommand *command, gint64 t_ms);
void desk_recording_add_event (DeskRecording *self, const DeskEvent *event);

#define DESK_JOURNAL_ERROR (desk_journal_error_quark ())
GQuark desk_journal_error_quark (void);

typedef enum {
  DESK_JOURNAL_ERROR_INVALID, /* the message names file and line */
  DESK_JOURNAL_ERROR_DIFFERS, /* the same commands bring about something else now; likewise */
  DESK_JOURNAL_ERROR_CHANGED, /* an exam's checksums do not fit, or are missing */
} DeskJournalError;

/* Reads a whole journal; the scenario is the one it carries. (transfer full) */
DeskRecording *desk_recording_load_from_file (const char *path, GError **error);
DeskRecording *
desk_recording_load_from_data (const char *data, gsize length, const char *path, GError **error);

/* The same; the scenario's clips are looked for in `folder` (NULL: nowhere), which nothing else comes
 * from: the text is the journal's. */
DeskRecording *
desk_recording_load_with_clips (const char *path, const char *folder, GError **error);

/* Reads a script: command records alone, or a whole journal, whose events are passed over. The ids
 * are those of `scenario`. A header, when there is one, is in the result, else NULL. */
DeskRecording *
desk_recording_load_script (const char *path, DeskScenario *scenario, GError **error);

/* Whether the session may be gone on with, as far as its checksums tell: FALSE for one that was changed, and
 * for an exam that lacks them. Sets DESK_JOURNAL_ERROR_CHANGED. */
gboolean desk_recording_may_go_on (const DeskRecording *self, GError **error);

void desk_recording_free (DeskRecording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRecording, desk_recording_free)

G_END_DECLS
