/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Journals on disk: what is written, what is read back, and what is refused. */

#include "one-in.h"
#include "shift.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  Shift *shift;
  char *text; /* of a finished shift's journal */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const script[] = { "2000 answer 1", "2000 say 1 greet", "9000 release 1", NULL };

  fixture->folder = g_dir_make_tmp ("frontdesk-journal-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.journal", NULL);
  fixture->shift = shift_new (NULL, DESK_MODE_PRACTICE);
  shift_play (fixture->shift, script);
  shift_write (fixture->shift, 9500, DESK_COMMAND_MESSAGE, "one", "Ada Marlowe", "01632 960147");
  shift_advance (fixture->shift, 50000);
  shift_do (fixture->shift, 50000, "finish");
  fixture->text = shift_text (fixture->shift);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->text);
  shift_free (fixture->shift);
}

static void
test_reads_what_was_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) recording =
      desk_recording_load_from_data (fixture->text, strlen (fixture->text), "a.journal", &error);
  guint n_events = 0;

  g_assert_no_error (error);
  g_assert_false (recording->torn);
  g_assert_cmpstr (recording->header->trainee, ==, "Test");
  g_assert_cmpint (recording->header->mode, ==, DESK_MODE_PRACTICE);
  g_assert_cmpstr (recording->scenario->title, ==, "A shift for tests");
  g_assert_cmpstr (recording->sha256, ==, fixture->shift->scenario->sha256);
  for (guint i = 0; i < recording->records->len; i++) {
    const DeskRecord *record = &g_array_index (recording->records, DeskRecord, i);
    const DeskEvent *happened;

    if (record->is_command)
      continue;
    happened = &g_array_index (fixture->shift->events, DeskEvent, n_events);
    n_events++;
    g_assert_cmpint (record->event.type, ==, happened->type);
    g_assert_cmpint (record->event.t_ms, ==, happened->t_ms);
    g_assert_cmpint (record->event.ms, ==, happened->ms);
    g_assert_cmpuint (record->event.line, ==, happened->line);
    g_assert_cmpint (record->event.cut, ==, happened->cut);
    if (happened->reply)
      g_assert_cmpstr (record->event.reply->key, ==, happened->reply->key);
  }
  g_assert_cmpuint (n_events, ==, fixture->shift->events->len);
}

/* Whatever byte the power fails at, what is left reads as a prefix, or is refused as no journal
 * while not even the header is whole. */
static void
test_cut_at_every_byte (Fixture *fixture, gconstpointer data)
{
  gsize header = (gsize) (strchr (fixture->text, '\n') - fixture->text);
  gsize length = strlen (fixture->text);
  guint before = 0;

  for (gsize cut = header + 1; cut <= length; cut += one_in ()) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DeskRecording) recording =
        desk_recording_load_from_data (fixture->text, cut, "a.journal", &error);

    g_assert_no_error (error);
    g_assert_cmpuint (recording->records->len, >=, before);
    g_assert_cmpuint (recording->records->len, <=, before + 1);
    before = recording->records->len;
  }
  for (gsize cut = 0; cut < header; cut += 97) {
    g_autoptr (GError) error = NULL;

    g_assert_null (desk_recording_load_from_data (fixture->text, cut, "a.journal", &error));
    g_assert_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_INVALID);
  }
}

static const struct {
  const char *from;
  const char *to;
  const char *message; /* how the error begins after the file's name */
} faults[] = {
  { "\"journal\":1", "\"journal\":2", ":1: this journal was written by another version" },
  { "{\"journal\":1,", "{", ":1: this is not a journal" },
  { "\"mode\":\"practice\"", "\"mode\":\"play\"", ":1: the header's mode is none of" },
  { "\"rubric\":1", "\"rubric\":2", ":1: this journal asks for another rubric" },
  { "\"seed\":0", "\"seed\":-1", ":1: \342\200\234seed\342\200\235 must be from 0" },
  { "\"seed\":0", "\"seed\":4294967296", ":1: \342\200\234seed\342\200\235 must be from 0" },
  { "\"accommodations\":[]", "\"accommodations\":\"untimed\"",
    ":1: \342\200\234accommodations\342\200\235 must be a list" },
  { "\"accommodations\":[]", "\"accommodations\":[\"time:nan\"]", ":1: the accommodation" },
  { "\"accommodations\":[]", "\"accommodations\":[\"time:0.5\"]", ":1: the accommodation" },
  { "\"accommodations\":[]", "\"accommodations\":[\"time:2 or so\"]", ":1: the accommodation" },
  { "\"clips\":{", "\"clips\":[1],\"lengths\":{",
    ":1: \342\200\234clips\342\200\235 must be an object" },
  { "format: 1", "format: 9", ":1: the scenario it carries has faults:" },
  { "\"event\":\"ringing\"", "\"event\":\"jumping\"", ":4: there is no event" },
  { "\"event\":\"ringing\",\"call\":\"one\"", "\"event\":\"ringing\",\"call\":\"none\"",
    ":4: the scenario has no call" },
  { "{\"t\":2000,\"command\":\"answer\",\"line\":1}",
    "{\"t\":2000,\"command\":\"answer\",\"line\":3}", ":5: \342\200\234line\342\200\235 is 3" },
  { "{\"t\":2000,\"command\":\"answer\"", "{\"t\":999,\"command\":\"answer\"", ":5: " },
  { "{\"t\":2000,\"command\":\"answer\",\"line\":1}", "[1,2]", ":5: a record must be" },
  { "{\"t\":2000,\"command\":\"answer\",\"line\":1}", "nonsense", ":5: this is not JSON" },
};

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_auto (GStrv) parts = g_strsplit (fixture->text, faults[i].from, 2);
    g_autofree char *text = NULL;
    g_autofree char *expected = g_strconcat ("a.journal", faults[i].message, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_nonnull (parts[1]);
    text = g_strjoinv (faults[i].to, parts);
    g_assert_null (desk_recording_load_from_data (text, strlen (text), "a.journal", &error));
    g_assert_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_INVALID);
    if (!g_str_has_prefix (error->message, expected))
      g_assert_cmpstr (error->message, ==, expected);
  }
}

static void
test_file_is_the_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_create (fixture->path, &error);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Disk", DESK_MODE_PRACTICE);
  g_autoptr (DeskSession) session = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  session = desk_session_new (fixture->shift->scenario, fixture->shift->lengths, header, journal);
  g_assert_true (desk_session_start (session, &error));
  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  g_assert_true (g_str_has_suffix (before, "{\"t\":0,\"event\":\"started\"}\n"));
  desk_session_advance (session, 1000);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_true (g_str_has_suffix (after, "\"event\":\"ringing\",\"call\":\"one\",\"line\":1}\n"));
  g_assert_true (desk_journal_close (journal, &error));

  g_assert_null (desk_journal_create (fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static void
count_mending (DeskSession *session, guint *mendings)
{
  (*mendings)++;
}

static void
count_failure (DeskSession *session, const GError *error, guint *failures)
{
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  (*failures)++;
}

/* The file may not grow for a while, as on a full disk; the shift goes on, is told of once, and in
 * the end nothing is missing. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit unlimited;
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_create (fixture->path, &error);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Disk", DESK_MODE_PRACTICE);
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (DeskRecording) recording = NULL;
  guint failures = 0;
  guint mendings = 0;

  signal (SIGXFSZ, SIG_IGN);
  session = desk_session_new (fixture->shift->scenario, fixture->shift->lengths, header, journal);
  g_signal_connect (session, "journal-failed", G_CALLBACK (count_failure), &failures);
  g_signal_connect (session, "journal-mended", G_CALLBACK (count_mending), &mendings);
  g_assert_true (desk_session_start (session, &error));

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  limit = unlimited;
  {
    g_autofree char *now = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (fixture->path, &now, &length, NULL));
    limit.rlim_cur = length + 50;
  }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  desk_session_advance (session, 20000);
  g_assert_cmpuint (failures, ==, 1);
  g_assert_cmpuint (mendings, ==, 0);
  g_assert_nonnull (desk_session_get_journal_error (session));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  desk_session_advance (session, 50000);
  g_assert_cmpuint (failures, ==, 1);
  g_assert_cmpuint (mendings, ==, 1);
  g_assert_null (desk_session_get_journal_error (session));
  g_assert_true (desk_journal_close (journal, &error));

  recording = desk_recording_load_from_file (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (recording->torn);
  g_assert_cmpuint (recording->records->len, ==, 9);
}

/* There is room for the header alone: nothing was started, and the error is that of the disk. */
static void
test_no_room_to_start (Fixture *fixture, gconstpointer data)
{
  const Shift *shift = fixture->shift;
  struct rlimit unlimited;
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_create (fixture->path, &error);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Disk", DESK_MODE_PRACTICE);
  g_autoptr (DeskSession) session =
      desk_session_new (shift->scenario, shift->lengths, header, journal);
  g_autoptr (GString) line = g_string_new (NULL);

  signal (SIGXFSZ, SIG_IGN);
  desk_journal_header_to_json (header, shift->scenario, shift->lengths, line);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  limit = unlimited;
  limit.rlim_cur = line->len;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (desk_session_start (session, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &unlimited), ==, 0);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_suffix (error->message, g_strerror (EFBIG)));
}

static gint flush_errno; /* atomic: what the disk says to each flush */

/* In place of the C library's, for this program. */
int
fdatasync (int fd)
{
  errno = g_atomic_int_get (&flush_errno);
  return errno == 0 ? 0 : -1;
}

static gboolean
is_good (DeskJournal *journal)
{
  return desk_journal_try_again (journal, NULL);
}

static void
wait_until_good (DeskJournal *journal, gboolean good)
{
  for (guint n = 0; is_good (journal) != good && n < 1000; n++)
    g_usleep (10000);
  g_assert_cmpint (is_good (journal), ==, good);
}

/* A flush that failed is not made good by having nothing more to write. */
static void
test_failing_flush (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_create (fixture->path, &error);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Disk", DESK_MODE_PRACTICE);
  g_autoptr (DeskSession) session =
      desk_session_new (fixture->shift->scenario, fixture->shift->lengths, header, journal);

  g_assert_true (desk_session_start (session, &error));
  g_atomic_int_set (&flush_errno, EIO);
  desk_session_advance (session, 1000);
  wait_until_good (journal, FALSE);
  g_atomic_int_set (&flush_errno, 0);
  g_assert_false (is_good (journal));
  g_assert_false (is_good (journal));
  desk_session_advance (session, 20000);
  wait_until_good (journal, TRUE);
  g_assert_true (desk_journal_close (journal, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal/reads-what-was-written", Fixture, NULL, set_up, test_reads_what_was_written,
              tear_down);
  g_test_add ("/journal/cut-at-every-byte", Fixture, NULL, set_up, test_cut_at_every_byte,
              tear_down);
  g_test_add ("/journal/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/journal/file", Fixture, NULL, set_up, test_file_is_the_session, tear_down);
  g_test_add ("/journal/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/journal/no-room-to-start", Fixture, NULL, set_up, test_no_room_to_start, tear_down);
  g_test_add ("/journal/failing-flush", Fixture, NULL, set_up, test_failing_flush, tear_down);
  return g_test_run ();
}
