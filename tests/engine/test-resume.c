/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Sessions that were cut off at any byte of their journal, and go on. */

#include "one-in.h"
#include "shift.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a shift is worked on, and at how many bytes its journal is cut: in each mode the lines are the same
 * but for a few, so each byte of two of them will do. */
typedef struct {
  const char *name;
  DeskMode mode;
  const char *accommodation; /* or NULL */
  gboolean pauses;
  gsize step; /* bytes from cut to cut */
} Terms;

static const Terms all_terms[] = {
  { "practice", DESK_MODE_PRACTICE, NULL, FALSE, 1 },
  { "paused", DESK_MODE_PRACTICE, NULL, TRUE, 13 },
  { "guided", DESK_MODE_GUIDED, NULL, FALSE, 13 },
  { "more-time", DESK_MODE_PRACTICE, "time:1.5", FALSE, 13 },
  { "untimed", DESK_MODE_PRACTICE, "untimed", FALSE, 13 },
  { "exam", DESK_MODE_EXAM, NULL, FALSE, 1 },
  { "exam-with-pause", DESK_MODE_EXAM, "pause", TRUE, 13 },
};

static Shift *
start (const Terms *terms)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Test", terms->mode);
  const char *list[] = { terms->accommodation, NULL };

  header->seed = 7;
  header->jittered = TRUE;
  if (terms->accommodation != NULL) {
    g_strfreev (header->accommodations);
    header->accommodations = g_strdupv ((GStrv) list);
  }
  return shift_new_with_header (NULL, header);
}

/* Something of everything: two calls at once, a consultation, a refusal, a transfer that comes back,
 * slips, commands that are rejected, several in the same moment, a pause, callers who give up. */
static char *
work_a_shift (const Terms *terms)
{
  const char *const first[] = { "2000 answer 1", "2000 say 1 greet", "3000 answer 2",
                                "6000 answer 2", "6500 say 2 greet", "8000 hold 2",
                                "8000 resume 1", "9000 answer 2",    NULL };
  const char *const pause[] = { "12500 pause", "12500 answer 1", "12500 unpause", NULL };
  const char *const then[] = { "14000 consult 1 dora",
                               "20000 say 1 announce",
                               "21000 cancel 1",
                               "22000 transfer 1 carl",
                               "45000 answer 1",
                               "46000 release 1",
                               NULL };
  g_autoptr (Shift) shift = start (terms);

  shift_play (shift, first);
  shift_write (shift, 11000, DESK_COMMAND_DRAFT, "one", "Ada Mar", "");
  shift_write (shift, 12000, DESK_COMMAND_DRAFT, "one", "Ada Marlowe \"\xc3\x85sa\"\n", "01632 96");
  if (terms->pauses)
    shift_play (shift, pause);
  shift_play (shift, then);
  shift_write (shift, 47000, DESK_COMMAND_MESSAGE, "one", "Ada Marlowe", "01632 960147");
  shift_write (shift, 47000, DESK_COMMAND_DRAFT, "three", "too early", "");
  shift_advance (shift, 250000);
  shift_do (shift, 250000, "release 2");
  shift_do (shift, 250000, "finish");
  return shift_text (shift);
}

static DeskRecording *
read_text (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  DeskRecording *recording = desk_recording_load_from_data (text, length, "a.journal", &error);

  g_assert_no_error (error);
  return recording;
}

static void
fail_if_told (void)
{
  g_assert_not_reached ();
}

/* A session that goes on after `recording`, with its new records in memory. */
static DeskSession *
resume (DeskRecording *recording)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  DeskSession *session =
      desk_session_new (recording->scenario, recording->lengths, recording->header, journal);
  const gulong told = g_signal_connect (session, "event", G_CALLBACK (fail_if_told), NULL);

  desk_session_set_recording (session, recording);
  desk_session_resume (session, &error);
  g_assert_no_error (error);
  g_signal_handler_disconnect (session, told);
  return session;
}

static guint
count_commands (const DeskRecording *recording)
{
  guint n_commands = 0;

  for (guint i = 0; i < recording->records->len; i++)
    n_commands += g_array_index (recording->records, DeskRecord, i).is_command;
  return n_commands;
}

/* The same command about the calls, people and phrases of `scenario`. */
static DeskCommand
move_to (const DeskScenario *scenario, const DeskCommand *command)
{
  DeskCommand moved = *command;

  if (moved.call != NULL)
    moved.call = scenario->calls[moved.call->index];
  if (moved.phrase != NULL)
    moved.phrase = desk_scenario_find_phrase (scenario, moved.phrase->id);
  if (moved.to != NULL)
    moved.to = desk_scenario_find_person (scenario, moved.to->id);
  return moved;
}

/* Gives the commands of `whole` from number `n_done` on. */
static void
work_on (DeskSession *session, const DeskRecording *whole, guint n_done)
{
  guint n = 0;

  for (guint i = 0; i < whole->records->len; i++) {
    const DeskRecord *record = &g_array_index (whole->records, DeskRecord, i);

    if (record->is_command && n++ >= n_done) {
      const DeskCommand command = move_to (desk_session_get_scenario (session), &record->command);

      desk_session_dispatch (session, &command, record->t_ms);
    }
  }
}

/* Whatever is left of the journal, and what is written after it, is the journal of the shift that was
 * never interrupted. */
static void
check_cut (const char *text, gsize cut, const DeskRecording *whole)
{
  g_autoptr (DeskRecording) recording = read_text (text, cut);
  const gsize n_bytes = recording->n_bytes;
  const guint n_done = count_commands (recording);
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (GBytes) added = NULL;
  gsize length;
  const char *data;

  g_assert_cmpuint (n_bytes, <=, cut);
  session = resume (recording);
  work_on (session, whole, n_done);
  added = desk_journal_get_bytes (desk_session_get_journal (session));
  data = g_bytes_get_data (added, &length);
  g_assert_cmpmem (data, length, text + n_bytes, strlen (text) - n_bytes);
  g_assert_cmpuint (recording->records->len, ==, whole->records->len);
}

static void
test_at_every_byte (gconstpointer data)
{
  const Terms *terms = data;
  g_autofree char *text = work_a_shift (terms);
  g_autoptr (DeskRecording) whole = read_text (text, strlen (text));
  const gsize header = (gsize) (strchr (text, '\n') - text);

  g_assert_cmpuint (whole->records->len, >, 40);
  for (gsize cut = header; cut <= strlen (text); cut += terms->step * one_in ())
    check_cut (text, cut, whole);
}

/* On the disk. */

typedef struct {
  char *folder;
  char *path;
} Disk;

static void
disk_init (Disk *disk, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  disk->folder = g_dir_make_tmp ("frontdesk-resume-XXXXXX", NULL);
  disk->path = g_build_filename (disk->folder, "a.journal", NULL);
  g_file_set_contents (disk->path, text, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
disk_clear (Disk *disk)
{
  g_unlink (disk->path);
  g_rmdir (disk->folder);
  g_free (disk->path);
  g_free (disk->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Disk, disk_clear)

static char *
read_disk (const Disk *disk)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (disk->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The whole way: opened, read, gone on with, worked to its end, closed. */
static gboolean
go_on_at (const Disk *disk, const DeskRecording *whole, GError **error)
{
  g_autoptr (DeskJournal) journal = desk_journal_reopen (disk->path, error);
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (DeskSession) session = NULL;
  guint n_done;

  if (journal == NULL)
    return FALSE;
  recording = desk_recording_load_from_file (disk->path, error);
  g_assert_nonnull (recording);
  n_done = count_commands (recording);
  session = desk_session_new (recording->scenario, recording->lengths, recording->header, journal);
  desk_session_set_recording (session, recording);
  if (!desk_session_resume (session, error))
    return FALSE;
  work_on (session, whole, n_done);
  return desk_journal_close (journal, error);
}

static void
test_on_disk (void)
{
  g_autofree char *text = work_a_shift (&all_terms[5]);
  g_autoptr (DeskRecording) whole = read_text (text, strlen (text));
  const gsize header = (gsize) (strchr (text, '\n') - text);

  for (gsize cut = header; cut < strlen (text); cut += 101) {
    g_auto (Disk) disk = { NULL };
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;

    disk_init (&disk, text, cut);
    go_on_at (&disk, whole, &error);
    g_assert_no_error (error);
    after = read_disk (&disk);
    g_assert_cmpstr (after, ==, text);
  }
}

/* What a program writes is nobody else's to go on with. */
static void
test_one_at_a_time (void)
{
  g_autofree char *text = work_a_shift (&all_terms[0]);
  g_autoptr (DeskRecording) whole = read_text (text, strlen (text));
  g_auto (Disk) disk = { NULL };
  g_autoptr (DeskJournal) other = NULL;
  g_autoptr (GError) error = NULL;

  disk_init (&disk, text, strlen (text) / 2);
  other = desk_journal_reopen (disk.path, &error);
  g_assert_no_error (error);
  g_assert_true (desk_journal_is_being_written (disk.path));
  g_assert_false (go_on_at (&disk, whole, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_object (&other);
  g_clear_error (&error);
  g_assert_false (desk_journal_is_being_written (disk.path));
  g_assert_true (go_on_at (&disk, whole, &error));
  g_assert_no_error (error);
}

/* What this program would not do again is left as it is, to the byte; also where the last line lacks
 * its newline. */
static void
test_differs (gconstpointer missing)
{
  g_autofree char *text = work_a_shift (&all_terms[0]);
  g_autoptr (DeskRecording) whole = read_text (text, strlen (text));
  char *waited = strstr (text, "\"waited\":");
  g_auto (Disk) disk = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *place = NULL;
  guint line = 1;

  g_assert_nonnull (waited);
  for (const char *p = text; p < waited; p++)
    line += *p == '\n';
  place = g_strdup_printf ("a.journal:%u: this version of the program", line);
  waited += strlen ("\"waited\":");
  *waited = *waited == '9' ? '1' : (char) (*waited + 1);
  disk_init (&disk, text, strlen (text) - GPOINTER_TO_SIZE (missing));
  before = read_disk (&disk);
  g_assert_false (go_on_at (&disk, whole, &error));
  g_assert_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_DIFFERS);
  g_assert_nonnull (strstr (error->message, place));
  after = read_disk (&disk);
  g_assert_cmpstr (after, ==, before);
}

/* It grew after it had been opened: on a disk without locks another program may be at it. */
static void
test_grew_meanwhile (void)
{
  g_autofree char *text = work_a_shift (&all_terms[0]);
  g_auto (Disk) disk = { NULL };
  g_autoptr (DeskJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  DeskChain chain = { 0 };

  disk_init (&disk, text, strlen (text) / 2);
  journal = desk_journal_reopen (disk.path, &error);
  g_assert_no_error (error);
  desk_journal_append_after (journal, 100, FALSE, &chain);
  g_assert_cmpint (truncate (disk.path, (off_t) strlen (text) / 3), ==, 0);
  g_assert_false (desk_journal_go_on (journal, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
}

static void
take_chain_out (char **text)
{
  g_autoptr (GRegex) chain = g_regex_new (",\"chain\":\"[0-9a-f]*\"", 0, 0, NULL);
  g_autofree char *with = g_steal_pointer (text);

  *text = g_regex_replace_literal (chain, with, -1, 0, "", 0, NULL);
}

static void
change_a_line (char **text)
{
  char *waited = strstr (*text, "\"waited\":");

  g_assert_nonnull (waited);
  waited += strlen ("\"waited\":");
  *waited = *waited == '9' ? '1' : (char) (*waited + 1);
}

/* An exam that lost its checksums, or does not fit them, is not gone on with, to the byte: new lines must
 * not look as if they vouched for the old ones. */
static void
test_exam_changed (gconstpointer missing)
{
  g_autofree char *text = work_a_shift (&all_terms[5]);
  g_autoptr (DeskRecording) whole = read_text (text, strlen (text));
  g_auto (Disk) disk = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  text[strlen (text) / 2] = '\0';
  if (GPOINTER_TO_INT (missing))
    take_chain_out (&text);
  else
    change_a_line (&text);
  disk_init (&disk, text, strlen (text));
  g_assert_false (go_on_at (&disk, whole, &error));
  g_assert_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_CHANGED);
  after = read_disk (&disk);
  g_assert_cmpstr (after, ==, text);
}

/* The interruption is a record like any other: played again it comes again, also in a pause. */
static void
test_interruption_is_told (gconstpointer data)
{
  const Terms *terms = data;
  g_autofree char *text = work_a_shift (terms);
  const char *paused = strstr (text, "\"event\":\"paused\"");
  const gsize cut =
      (gsize) ((paused != NULL ? strchr (paused, '\n') : text + strlen (text) / 2) - text);
  g_autoptr (DeskRecording) recording = read_text (text, cut);
  g_autoptr (DeskSession) session = resume (recording);
  const DeskCommand command = { .type = DESK_COMMAND_GO_ON, .away_ms = (gint64) 40 * 86400000 };
  const gint64 now_ms = desk_session_get_state (session)->now_ms;
  const gboolean is_paused = desk_session_get_state (session)->paused;
  g_autoptr (GBytes) added = NULL;
  g_autoptr (GString) gone_on = g_string_new_len (text, (gssize) recording->n_bytes);
  g_autoptr (DeskRecording) again = NULL;
  g_autoptr (DeskSession) replayed = NULL;
  const DeskRecord *last;

  desk_session_dispatch (session, &command, now_ms);
  g_assert_cmpint (desk_session_get_state (session)->paused, ==, is_paused);
  added = desk_journal_get_bytes (desk_session_get_journal (session));
  g_string_append_len (gone_on, g_bytes_get_data (added, NULL), (gssize) g_bytes_get_size (added));
  again = read_text (gone_on->str, gone_on->len);
  last = &g_array_index (again->records, DeskRecord, again->records->len - 1);
  g_assert_cmpint (last->event.type, ==, DESK_EVENT_INTERRUPTED);
  g_assert_cmpint (last->event.ms, ==, command.away_ms);
  g_assert_cmpint (last->t_ms, ==, now_ms);
  replayed = resume (again);
  g_assert_cmpint (desk_session_get_state (replayed)->paused, ==, is_paused);
  g_assert_cmpint (again->chain.state, ==,
                   terms->mode == DESK_MODE_EXAM ? DESK_CHAIN_WHOLE : DESK_CHAIN_NONE);
}

/* Killed. */

#define KILL_WITHIN_US 120000
#define STEP_US 1500

/* What a screen would show, to a pipe: it must have been written before. */
static void
tell (DeskSession *session, const DeskEvent *event, gpointer data)
{
  g_autoptr (GString) line = g_string_new (NULL);

  desk_record_append_event (line, event);
  g_assert_cmpint (write (GPOINTER_TO_INT (data), line->str, line->len), ==, (ssize_t) line->len);
}

/* In a process of its own: works the shift on the disk, about as fast as it can be killed. */
G_NORETURN static void
work_until_killed (const char *path, const DeskRecording *whole, int screen)
{
  g_autoptr (DeskJournal) journal = desk_journal_create (path, NULL);
  DeskSession *session = desk_session_new (whole->scenario, whole->lengths, whole->header, journal);

  g_signal_connect (session, "event", G_CALLBACK (tell), GINT_TO_POINTER (screen));
  desk_session_start (session, NULL);
  for (guint i = 0; i < whole->records->len; i++) {
    const DeskRecord *record = &g_array_index (whole->records, DeskRecord, i);

    g_usleep (STEP_US);
    if (record->is_command)
      desk_session_dispatch (session, &record->command, record->t_ms);
    else
      desk_session_advance (session, record->t_ms);
  }
  g_usleep (KILL_WITHIN_US);
  _exit (0);
}

/* The child's part of a fork; what it told is read to its end. (transfer full) */
static char *
kill_at (const Disk *disk, const DeskRecording *whole, gulong after_us)
{
  GString *told = g_string_new (NULL);
  char buffer[4096];
  int ends[2];
  ssize_t n;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    work_until_killed (disk->path, whole, ends[1]);
  close (ends[1]);
  g_usleep (after_us);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while ((n = read (ends[0], buffer, sizeof buffer)) > 0)
    g_string_append_len (told, buffer, n);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  return g_string_free (told, FALSE);
}

/* The lines of a journal that tell of events. (transfer full) */
static char *
events_of (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *events = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (lines[i], "}") && strstr (lines[i], "\"event\":") != NULL)
      g_string_append_printf (events, "%s\n", lines[i]);
  return g_string_free (events, FALSE);
}

/* How many records the journal had; -1: not even its beginning. */
static int
check_kill (const char *text, const DeskRecording *whole, gulong after_us)
{
  g_auto (Disk) disk = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  g_autofree char *left = NULL;
  g_autofree char *events = NULL;
  g_autofree char *after = NULL;
  int n_lines = -1;

  disk_init (&disk, "", 0);
  g_unlink (disk.path);
  told = kill_at (&disk, whole, after_us);
  if (!g_file_get_contents (disk.path, &left, NULL, NULL))
    left = g_strdup ("");
  events = events_of (left);
  g_assert_true (g_str_has_prefix (events, told));
  if (strchr (left, '\n') == NULL) {
    g_assert_cmpstr (told, ==, "");
    return n_lines;
  }
  g_assert_true (g_str_has_prefix (text, left));
  for (const char *p = left; *p != '\0'; p++)
    n_lines += *p == '\n';
  go_on_at (&disk, whole, &error);
  g_assert_no_error (error);
  after = read_disk (&disk);
  g_assert_cmpstr (after, ==, text);
  return n_lines;
}

/* The file ends with the event, each time, before anybody hears of it: no kill can come between. */
static void
check_written (DeskSession *session, const DeskEvent *event, gpointer data)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *text = read_disk (data);

  desk_record_append_event (line, event);
  g_assert_true (g_str_has_suffix (text, line->str));
}

static void
test_written_before_told (void)
{
  g_autofree char *text = work_a_shift (&all_terms[0]);
  g_autoptr (DeskRecording) whole = read_text (text, strlen (text));
  g_auto (Disk) disk = { NULL };
  g_autoptr (DeskJournal) journal = NULL;
  g_autoptr (DeskSession) session = NULL;

  disk_init (&disk, "", 0);
  g_unlink (disk.path);
  journal = desk_journal_create (disk.path, NULL);
  session = desk_session_new (whole->scenario, whole->lengths, whole->header, journal);
  g_signal_connect (session, "event", G_CALLBACK (check_written), &disk);
  g_assert_true (desk_session_start (session, NULL));
  work_on (session, whole, 0);
}

/* So often as KILLS says: few in the quick tests, 200 in the thorough ones. */
static void
test_killed (void)
{
  const char *wished = g_getenv ("KILLS");
  const guint n_kills = wished != NULL ? (guint) g_ascii_strtoull (wished, NULL, 10) : 10;
  g_autofree char *text = work_a_shift (&all_terms[0]);
  g_autoptr (DeskRecording) whole = read_text (text, strlen (text));
  guint n_midst = 0;

  for (guint n = 0; n < n_kills; n++) {
    const int n_lines =
        check_kill (text, whole, (gulong) g_test_rand_int_range (0, KILL_WITHIN_US));

    n_midst += n_lines >= 0 && n_lines < (int) whole->records->len;
  }
  g_test_message ("%u of %u kills were in the midst of the shift", n_midst, n_kills);
  g_assert_cmpuint (n_midst, >, n_kills / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all_terms); i++) {
    g_autofree char *cut = g_strconcat ("/resume/at-every-byte/", all_terms[i].name, NULL);
    g_autofree char *told = g_strconcat ("/resume/interruption/", all_terms[i].name, NULL);

    g_test_add_data_func (cut, &all_terms[i], test_at_every_byte);
    g_test_add_data_func (told, &all_terms[i], test_interruption_is_told);
  }
  g_test_add_func ("/resume/written-before-told", test_written_before_told);
  g_test_add_func ("/resume/killed", test_killed);
  g_test_add_func ("/resume/on-disk", test_on_disk);
  g_test_add_func ("/resume/one-at-a-time", test_one_at_a_time);
  g_test_add_data_func ("/resume/differs", GSIZE_TO_POINTER (20), test_differs);
  g_test_add_data_func ("/resume/differs-open-ended", GSIZE_TO_POINTER (1), test_differs);
  g_test_add_func ("/resume/grew-meanwhile", test_grew_meanwhile);
  g_test_add_data_func ("/resume/exam-without-checksums", GINT_TO_POINTER (TRUE),
                        test_exam_changed);
  g_test_add_data_func ("/resume/exam-changed", GINT_TO_POINTER (FALSE), test_exam_changed);
  return g_test_run ();
}
