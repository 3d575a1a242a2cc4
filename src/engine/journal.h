/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "engine/chain.h"
#include "engine/state.h"

/* The append-only record of a session, JSON Lines (DESIGN, "Journal"). */

G_BEGIN_DECLS

/* The version of the format that is written and read, and of the rubric it is scored by. */
#define DESK_JOURNAL_FORMAT 1
#define DESK_RUBRIC 1

/* Settled before the start by whoever runs the session; strings are owned. */
typedef struct {
  char *program; /* "frontdesk 0.1.0" */
  char *trainee;
  char *started; /* ISO 8601 with offset */
  DeskMode mode;
  gint64 seed;
  gboolean jittered;
  GStrv accommodations; /* never NULL */
} DeskJournalHeader;

DeskJournalHeader *desk_journal_header_new (const char *trainee, DeskMode mode);
DeskJournalHeader *desk_journal_header_copy (const DeskJournalHeader *self);
void desk_journal_header_free (DeskJournalHeader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskJournalHeader, desk_journal_header_free)

/* The rules a header asks for: its mode, seed and accommodations. */
DeskRules desk_journal_header_rules (const DeskJournalHeader *self);

/* Applies one accommodation to `rules`; one that does not concern the rules ("captions") changes nothing.
 * FALSE for a "time:" without a number from 1 to 100. */
gboolean desk_accommodation_read (const char *text, DeskRules *rules);

/* Appends the first line of a journal, newline included. */
void desk_journal_header_to_json (const DeskJournalHeader *self,
                                  const DeskScenario *scenario,
                                  const DeskClipLengths *lengths,
                                  GString *line);

/* The writer of a journal. Each record has reached the file, by write(2), before an append returns; a
 * thread flushes the file to the disk within a second. */
#define DESK_TYPE_JOURNAL (desk_journal_get_type ())
G_DECLARE_FINAL_TYPE (DeskJournal, desk_journal, DESK, JOURNAL, GObject)

/* A new file at `path`, which must not exist; sets a GIOError. */
DeskJournal *desk_journal_create (const char *path, GError **error);

/* Opens and locks the journal at `path` of a session that was interrupted. Nothing is written before
 * desk_journal_go_on(). Sets a GIOError: G_IO_ERROR_BUSY when another program is writing it. */
DeskJournal *desk_journal_reopen (const char *path, GError **error);

/* After desk_journal_reopen(): what is appended will follow the first `n_bytes` of the file, whose last
 * line has the checksum in `chain` and, if `open_ended`, no newline. Still writes nothing. */
void desk_journal_append_after (DeskJournal *self,
                                gsize n_bytes,
                                gboolean open_ended,
                                const DeskChain *chain);

/* Truncates the journal to those bytes and writes what was appended since. Sets a GIOError: G_IO_ERROR_BUSY
 * when the file has changed since it was reopened. */
gboolean desk_journal_go_on (DeskJournal *self, GError **error);

/* Whether some program has the journal at `path` open for writing: it holds a lock, which the kernel
 * releases when that program ends, however it ends. */
gboolean desk_journal_is_being_written (const char *path);

/* The path of the sound recording of the session whose journal is at `path`: the same with another ending.
 * There need not be such a file. (transfer full) */
char *desk_journal_sound_path (const char *path);

/* A journal in memory alone, and its bytes so far. */
DeskJournal *desk_journal_new_in_memory (void);
GBytes *desk_journal_get_bytes (DeskJournal *self);

/* NULL in memory. */
const char *desk_journal_get_path (DeskJournal *self);

/* Append one line. If the disk is full they set a GIOError, keep the record in memory and write it first
 * the next time, so that the file stays a prefix of the session. Appending may go on regardless. */
gboolean desk_journal_append_header (DeskJournal *self,
                                     const DeskJournalHeader *header,
                                     const DeskScenario *scenario,
                                     const DeskClipLengths *lengths,
                                     GError **error);
gboolean desk_journal_append_command (DeskJournal *self,
                                      const DeskCommand *command,
                                      gint64 t_ms,
                                      GError **error);
gboolean desk_journal_append_event (DeskJournal *self, const DeskEvent *event, GError **error);

/* Writes what could not be written before. Sets the error while any of it remains. */
gboolean desk_journal_try_again (DeskJournal *self, GError **error);

/* Whether the file holds all that was appended. */
gboolean desk_journal_is_written (DeskJournal *self);

/* Writes and flushes what is left, then closes. If the disk is full the error is set and the journal stays
 * open, to be closed once there is room. */
gboolean desk_journal_close (DeskJournal *self, GError **error);

G_END_DECLS
