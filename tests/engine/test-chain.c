/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The checksums of an exam's journal: what they notice, where, and what they cannot. */

#include "one-in.h"
#include "shift.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/script.h"

static const char *const work[] = { "2000 answer 1",  "2000 say 1 greet",  "9000 release 1",
                                    "10000 answer 2", "10400 say 2 greet", NULL };

/* A finished shift of two answered calls. */
static Shift *
work_shift (DeskMode mode)
{
  Shift *shift = shift_new (NULL, mode);
  DeskCommand finish = { .type = DESK_COMMAND_FINISH, .early = TRUE };

  shift_play (shift, work);
  shift_write (shift, 12000, DESK_COMMAND_MESSAGE, "one", "Ada Marlowe", "01632 960147");
  desk_session_dispatch (shift->session, &finish, 20000);
  return shift;
}

static char *
exam_text (void)
{
  g_autoptr (Shift) shift = work_shift (DESK_MODE_EXAM);

  return shift_text (shift);
}

static DeskRecording *
load (const char *text)
{
  g_autoptr (GError) error = NULL;
  DeskRecording *recording =
      desk_recording_load_from_data (text, strlen (text), "a.journal", &error);

  g_assert_no_error (error);
  return recording;
}

/* Line `n`, from 1, without its newline. */
static char *
line_of (const char *text, guint n)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strdup (lines[n - 1]);
}

/* The value that `record` should have after `before`, worked out with nothing of the program's. */
static char *
value_after (const char *before, const char *record)
{
  g_autofree char *both = g_strconcat (before, record, NULL);
  char *value = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);

  value[32] = '\0';
  return value;
}

/* The record without its value, which is returned in `value`. */
static char *
take_value (const char *line, char **value)
{
  const char *at = g_strrstr (line, ",\"chain\":\"");

  g_assert_nonnull (at);
  *value = g_strndup (at + strlen (",\"chain\":\""), 32);
  g_assert_cmpstr (at + strlen (",\"chain\":\"") + 32, ==, "\"}");
  return g_strdup_printf ("%.*s}", (int) (at - line), line);
}

/* Anybody can work the values out with sha256sum: each is of the one before and the record. */
static void
test_values (void)
{
  g_autofree char *text = exam_text ();
  g_autoptr (DeskRecording) recording = load (text);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *before = g_strdup ("");
  g_autofree char *groups = desk_chain_to_groups (&recording->chain);

  for (guint n = 0; *lines[n] != '\0'; n++) {
    g_autofree char *value = NULL;
    g_autofree char *record = take_value (lines[n], &value);
    g_autofree char *expected = value_after (before, record);

    g_assert_cmpstr (value, ==, expected);
    g_free (before);
    before = g_steal_pointer (&value);
  }
  g_assert_cmpint (recording->chain.state, ==, DESK_CHAIN_WHOLE);
  g_assert_cmpstr (recording->chain.last, ==, before);
  g_assert_cmpuint (strlen (groups), ==, 39);
  g_assert_true (strncmp (groups, before, 4) == 0 && groups[4] == ' ');
}

static void
test_exams_alone (void)
{
  const DeskMode others[] = { DESK_MODE_PRACTICE, DESK_MODE_GUIDED, DESK_MODE_SIMULATED };

  for (guint n = 0; n < G_N_ELEMENTS (others); n++) {
    g_autoptr (Shift) shift = work_shift (others[n]);
    g_autofree char *text = shift_text (shift);
    g_autoptr (DeskRecording) recording = load (text);

    g_assert_null (strstr (text, "chain"));
    g_assert_cmpint (recording->chain.state, ==, DESK_CHAIN_NONE);
  }
}

static void
test_replay (void)
{
  g_autoptr (Shift) shift = work_shift (DESK_MODE_EXAM);
  g_autofree char *text = shift_text (shift);
  g_autofree char *folder = g_dir_make_tmp ("frontdesk-chain-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.journal", NULL);
  g_autoptr (DeskRecording) script = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Shift) again = NULL;
  g_autofree char *text_again = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  script = desk_recording_load_script (path, shift->scenario, &error);
  g_assert_no_error (error);
  g_assert_cmpint (script->chain.state, ==, DESK_CHAIN_WHOLE);
  again = shift_new_with_header (NULL, script->header);
  desk_script_run (again->session, script);
  text_again = shift_text (again);
  g_assert_cmpstr (text_again, ==, text);
  g_unlink (path);
  g_rmdir (folder);
}

typedef char *(*Tamper) (const char *text);

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (to, parts);
}

static char *
change_answer (const char *text)
{
  return replace (text, "\"waited\":1000", "\"waited\":100");
}

static char *
change_trainee (const char *text)
{
  return replace (text, "\"trainee\":\"Test\"", "\"trainee\":\"Tess\"");
}

static char *
add_time (const char *text)
{
  return replace (text, "\"accommodations\":[]", "\"accommodations\":[\"time:2\"]");
}

static char *
call_it_practice (const char *text)
{
  return replace (text, "\"mode\":\"exam\"", "\"mode\":\"practice\"");
}

static char *
write_a_space (const char *text)
{
  return replace (text, "{\"t\":2000,\"command\":\"answer\"",
                  "{\"t\":2000, \"command\":\"answer\"");
}

static char *
remove_line_5 (const char *text)
{
  g_autofree char *line = line_of (text, 5);
  g_autofree char *whole = g_strconcat (line, "\n", NULL);

  return replace (text, whole, "");
}

static char *
insert_line_5 (const char *text)
{
  g_autofree char *line = line_of (text, 4);
  g_autofree char *twice = g_strconcat (line, "\n", line, NULL);

  return replace (text, line, twice);
}

static char *
swap_lines_6_and_7 (const char *text)
{
  g_autofree char *first = line_of (text, 6);
  g_autofree char *second = line_of (text, 7);
  g_autofree char *both = g_strconcat (first, "\n", second, NULL);
  g_autofree char *swapped = g_strconcat (second, "\n", first, NULL);

  return replace (text, both, swapped);
}

static char *
strip_line_5 (const char *text)
{
  g_autofree char *line = line_of (text, 5);
  g_autofree char *value = NULL;
  g_autofree char *record = take_value (line, &value);

  return replace (text, line, record);
}

static char *
strip_header (const char *text)
{
  g_autofree char *line = line_of (text, 1);
  g_autofree char *value = NULL;
  g_autofree char *record = take_value (line, &value);

  return replace (text, line, record);
}

static char *
strip_all (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (",\"chain\":\"[0-9a-f]{32}\"", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static char *
change_value (const char *text)
{
  g_autofree char *line = line_of (text, 5);
  g_autofree char *value = NULL;
  g_autofree char *record G_GNUC_UNUSED = take_value (line, &value);

  return replace (text, value, "00000000000000000000000000000000");
}

static char *
append_line (const char *text)
{
  return g_strconcat (text, "{\"t\":20000,\"event\":\"unpaused\"}\n", NULL);
}

static char *
cut_lines (const char *text)
{
  g_autofree char *line = line_of (text, 8);

  return g_strndup (text, (gsize) (strstr (text, line) - text));
}

static char *
tear_last_line (const char *text)
{
  return g_strndup (text, strlen (text) - 20);
}

static char *
carriage_returns (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

static char *
leave_alone (const char *text)
{
  return g_strdup (text);
}

static const struct {
  Tamper tamper;
  DeskChainState state;
  guint line;
  gboolean torn;
} kinds[] = {
  { leave_alone, DESK_CHAIN_WHOLE, 0, FALSE },
  { change_answer, DESK_CHAIN_CHANGED, 6, FALSE },
  { change_trainee, DESK_CHAIN_CHANGED, 1, FALSE },
  { add_time, DESK_CHAIN_CHANGED, 1, FALSE },
  { call_it_practice, DESK_CHAIN_CHANGED, 1, FALSE },
  { write_a_space, DESK_CHAIN_CHANGED, 5, FALSE },
  { remove_line_5, DESK_CHAIN_CHANGED, 5, FALSE },
  { insert_line_5, DESK_CHAIN_CHANGED, 5, FALSE },
  { swap_lines_6_and_7, DESK_CHAIN_CHANGED, 6, FALSE },
  { strip_line_5, DESK_CHAIN_CHANGED, 5, FALSE },
  { strip_header, DESK_CHAIN_CHANGED, 2, FALSE },
  { strip_all, DESK_CHAIN_MISSING, 0, FALSE },
  { change_value, DESK_CHAIN_CHANGED, 5, FALSE },
  { append_line, DESK_CHAIN_CHANGED, 27, FALSE },
  /* As after a crash: what is there is what was written, and it was not handed in. */
  { cut_lines, DESK_CHAIN_WHOLE, 0, FALSE },
  { tear_last_line, DESK_CHAIN_WHOLE, 0, TRUE },
  /* Not a change of what was recorded. */
  { carriage_returns, DESK_CHAIN_WHOLE, 0, FALSE },
};

static void
test_tampering (void)
{
  g_autofree char *text = exam_text ();

  for (guint n = 0; n < G_N_ELEMENTS (kinds); n++) {
    g_autofree char *changed = kinds[n].tamper (text);
    g_autoptr (DeskRecording) recording = load (changed);

    g_test_message ("kind %u", n);
    g_assert_cmpint (recording->chain.state, ==, kinds[n].state);
    g_assert_cmpuint (recording->chain.line, ==, kinds[n].line);
    g_assert_cmpint (recording->torn, ==, kinds[n].torn);
  }
}

/* Wherever the power fails, what is left is never taken for tampering. */
static void
test_crash_is_no_tampering (void)
{
  g_autofree char *text = exam_text ();
  const gsize length = strlen (text);

  for (gsize cut = (gsize) (strchr (text, '\n') - text) + 1; cut <= length; cut += one_in ()) {
    g_autoptr (DeskRecording) recording =
        desk_recording_load_from_data (text, cut, "a.journal", NULL);

    g_assert_nonnull (recording);
    g_assert_cmpint (recording->chain.state, ==, DESK_CHAIN_WHOLE);
  }
}

/* Without a key anybody can make all values anew: only the one that was noted tells. */
static void
test_forger (void)
{
  g_autofree char *text = exam_text ();
  g_autofree char *changed = change_answer (text);
  g_autoptr (GString) forged = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (changed, "\n", -1);
  g_autofree char *before = g_strdup ("");
  g_autoptr (DeskRecording) first = load (text);
  g_autoptr (DeskRecording) second = NULL;

  for (guint n = 0; *lines[n] != '\0'; n++) {
    g_autofree char *old = NULL;
    g_autofree char *record = take_value (lines[n], &old);
    char *value = value_after (before, record);

    g_string_append_printf (forged, "%.*s,\"chain\":\"%s\"}\n", (int) strlen (record) - 1, record,
                            value);
    g_free (before);
    before = value;
  }
  second = load (forged->str);
  g_assert_cmpint (second->chain.state, ==, DESK_CHAIN_WHOLE);
  g_assert_cmpstr (second->chain.last, !=, first->chain.last);
}

/* On the disk as in memory. */
static void
test_file (void)
{
  g_autoptr (Shift) shift = work_shift (DESK_MODE_PRACTICE);
  g_autofree char *folder = g_dir_make_tmp ("frontdesk-chain-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.journal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskJournal) journal = desk_journal_create (path, &error);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Disk", DESK_MODE_EXAM);
  g_autoptr (DeskSession) session =
      desk_session_new (shift->scenario, shift->lengths, header, journal);
  g_autoptr (DeskRecording) recording = NULL;

  g_assert_true (desk_session_start (session, &error));
  desk_session_advance (session, 30000);
  g_assert_true (desk_journal_close (journal, &error));
  recording = desk_recording_load_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (recording->chain.state, ==, DESK_CHAIN_WHOLE);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chain/values", test_values);
  g_test_add_func ("/chain/exams-alone", test_exams_alone);
  g_test_add_func ("/chain/replay", test_replay);
  g_test_add_func ("/chain/tampering", test_tampering);
  g_test_add_func ("/chain/crash", test_crash_is_no_tampering);
  g_test_add_func ("/chain/forger", test_forger);
  g_test_add_func ("/chain/file", test_file);
  return g_test_run ();
}
