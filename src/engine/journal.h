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

/* Set by the trainee's surroundings before the start; strings are owned. */
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

/* Changes `rules` as one accommodation asks; one without a say in the rules changes nothing. FALSE
 * for a "time:" without a number from 1 to 100. */
gboolean desk_accommodation_read (const char *text, DeskRules *rules);

/* Appends the first line of a journal, newline included. */
void desk_journal_header_to_json (const DeskJournalHeader *self,
                                  const DeskScenario *scenario,
                                  const DeskClipLengths *lengths,
                                  GString *line);

/* Every record reaches the file by write(2) before append returns; a thread of the
 * journal's own flushes the file to the disk within a second. */
#define DESK_TYPE_JOURNAL (desk_journal_get_type ())
G_DECLARE_FINAL_TYPE (DeskJournal, desk_journal, DESK, JOURNAL, GObject)

/* A new file at `path`, which must not exist; sets a GIOError. */
DeskJournal *desk_journal_create (const char *path, GError **error);

/* The journal at `path` of a session that was interrupted, locked for this program from now on; nothing
 * is written before desk_journal_go_on(). Sets a GIOError, G_IO_ERROR_BUSY when a program writes it. */
DeskJournal *desk_journal_reopen (const char *path, GError **error);

/* What is appended to a journal that was reopened comes after its first `n_bytes`, of which the last
 * line ends in `chain` and lacks a newline where it is `open_ended`. Still nothing is written. */
void desk_journal_append_after (DeskJournal *self,
                                gsize n_bytes,
                                gboolean open_ended,
                                const DeskChain *chain);

/* Cuts off what the journal has after those bytes, and writes what was appended since. Sets a GIOError;
 * G_IO_ERROR_BUSY when the file has changed since it was reopened. */
gboolean desk_journal_go_on (DeskJournal *self, GError **error);

/* Whether some program has the journal at `path` open for writing: that holds a lock on it, which the
 * kernel takes back from a program that dies. */
gboolean desk_journal_is_being_written (const char *path);

/* Where the sound of the session whose journal is at `path` lies, if it was recorded: beside it, with
 * another ending. (transfer full) */
char *desk_journal_sound_path (const char *path);

/* A journal in memory alone, and its bytes so far. */
DeskJournal *desk_journal_new_in_memory (void);
GBytes *desk_journal_get_bytes (DeskJournal *self);

/* NULL in memory. */
const char *desk_journal_get_path (DeskJournal *self);

/* On a full disk the error is set, the record is kept in memory and written first the next time,
 * so that the file stays a prefix of the session. */
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

/* Writes what was kept back. Sets the error as long as there still is something. */
gboolean desk_journal_try_again (DeskJournal *self, GError **error);

/* Whether the file holds all that was appended. */
gboolean desk_journal_is_written (DeskJournal *self);

/* Flushes to the disk and closes. What a full disk does not take stays, and the journal open, to be
 * closed when there is room. */
gboolean desk_journal_close (DeskJournal *self, GError **error);

G_END_DECLS
