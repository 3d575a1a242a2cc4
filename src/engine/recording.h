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
  gboolean open_ended; /* the last line that counts has no newline, but is complete */
  DeskChain chain;     /* what became of the checksums of an exam; NONE for a session in memory */
} DeskRecording;

/* An empty one, to be filled while a session runs. (transfer full) */
DeskRecording *desk_recording_new (const DeskJournalHeader *header,
                                   DeskScenario *scenario,
                                   DeskClipLengths *lengths);

/* Append to it. The slip of a command is shared, so it must be one that can be (desk_slip_share()). */
void desk_recording_add_command (DeskRecording *self, const DeskCommand *command, gint64 t_ms);
void desk_recording_add_event (DeskRecording *self, const DeskEvent *event);

#define DESK_JOURNAL_ERROR (desk_journal_error_quark ())
GQuark desk_journal_error_quark (void);

typedef enum {
  DESK_JOURNAL_ERROR_INVALID, /* the message names file and line */
  DESK_JOURNAL_ERROR_DIFFERS, /* the same commands lead to other events now; likewise */
  DESK_JOURNAL_ERROR_CHANGED, /* an exam's checksums do not fit, or are missing */
} DeskJournalError;

/* Reads a whole journal; the scenario is the one it carries. (transfer full) */
DeskRecording *desk_recording_load_from_file (const char *path, GError **error);
DeskRecording *
desk_recording_load_from_data (const char *data, gsize length, const char *path, GError **error);

/* As desk_recording_load_from_file(), but the scenario also knows its clips, which are looked for in
 * `folder` (NULL: nowhere). Its text is the journal's in any case. */
DeskRecording *
desk_recording_load_with_clips (const char *path, const char *folder, GError **error);

/* Reads a script: either commands alone, or a whole journal, whose events are ignored. Ids are those of
 * `scenario`. `header` is NULL unless it is a journal. (transfer full) */
DeskRecording *
desk_recording_load_script (const char *path, DeskScenario *scenario, GError **error);

/* Whether the session may be resumed, as far as its checksums go. FALSE, with DESK_JOURNAL_ERROR_CHANGED
 * set, for an exam that was changed or lacks its checksums. */
gboolean desk_recording_may_go_on (const DeskRecording *self, GError **error);

void desk_recording_free (DeskRecording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRecording, desk_recording_free)

G_END_DECLS
