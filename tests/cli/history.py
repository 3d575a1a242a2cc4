#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""`frontdesk history` as its users meet it: a home of its own, journals that `simulate` made, a
terminal that asks. Usage: history.py PROGRAM"""

import csv
import io
import json
import os
import pathlib
import pty
import select
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts"))

import quiet_sessions  # noqa: E402  (of another folder)

PROGRAM = os.path.abspath(sys.argv.pop(1))


class History(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.data = self.home / "data" / "frontdesk"
        self.sessions = self.data / "sessions"
        self.environment = dict(os.environ, HOME=str(self.home), XDG_DATA_HOME=str(self.home / "data"), TZ="UTC")
        self.environment.pop("LANGUAGE", None)

    def run_program(self, *arguments, status=0):
        result = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=60,
                                env=self.environment, stdin=subprocess.DEVNULL)
        self.assertEqual(result.returncode, status, result.stderr)
        return result

    def history(self, *arguments, status=0):
        return self.run_program("history", *arguments, status=status)

    def listed(self, *arguments):
        return json.loads(self.history(*arguments, "--format", "json").stdout)["sessions"]

    def journal(self, path, trainee, started, worker="hurried"):
        """A session that a built-in trainee worked, as if `trainee` had."""
        return quiet_sessions.write(path, quiet_sessions.model(PROGRAM, worker, "quiet-hour", "Quiet hour"),
                                    trainee=trainee, started=started, mode="practice")

    def furnish(self):
        self.journal(self.sessions / "one.journal", "Kim", "2026-11-21T09:00:00+00:00")
        self.journal(self.sessions / "two.journal", "Kim", "2026-11-22T09:00:00+00:00", "ideal")
        self.journal(self.sessions / "three.journal", "Eva", "2026-11-23T23:30:00+00:00", "ideal")

    def test_nothing_yet(self):
        self.assertEqual(self.history().stdout, "No session has been finished yet.\n")
        self.assertEqual(self.listed(), [])
        self.assertFalse(self.data.exists())

    def test_list(self):
        self.furnish()
        self.assertEqual([session["id"] for session in self.listed()], ["three", "two", "one"])
        first = self.listed("--trainee", "Kim")[1]
        self.assertEqual(list(first)[:9], ["id", "trainee", "scenario", "started", "mode", "score", "passed",
                                           "response", "message"])
        score = json.loads(self.run_program("score", self.sessions / "one.journal", "--format", "json").stdout)
        self.assertEqual(first["score"], score["score"])
        self.assertEqual(first["passed"], score["passed"])
        self.assertEqual(first["calls"], 1)
        rows = list(csv.DictReader(io.StringIO(self.history("--format", "csv").stdout, newline="")))
        self.assertEqual([row["trainee"] for row in rows], ["Eva", "Kim", "Kim"])

    def test_text(self):
        self.furnish()
        lines = self.history().stdout.split("\n")
        self.assertRegex(lines[0], "^Started +Trainee +Scenario +Mode +Score +Result +Response points "
                                   "+Message accuracy$")
        self.assertRegex(lines[1], r"^2026-11-23 23:30  Eva +Quiet hour  Practice  100\.00  passed +1\.00 +1\.00$")
        self.assertEqual(lines[1].index("Practice"), lines[3].index("Practice"))
        self.assertIn("2 sessions, 2 passed, score: mean 89.74, best 100.00, first 79.47, latest 100.00",
                      self.history().stdout)
        self.assertEqual(self.history("--trainee", "Nobody").stdout, "No finished session matches.\n")

    def test_a_clock_at_the_edge_of_time(self):
        self.journal(self.sessions / "late.journal", "Kim", "9999-12-31T23:59:59-12:00")
        self.journal(self.sessions / "early.journal", "Eva", "0001-01-01T00:00:00Z")
        for zone in ("UTC", "America/New_York", "Asia/Tokyo"):
            self.environment["TZ"] = zone
            shown = self.history().stdout
            self.assertIn("9999-12-31T23:59:59-12:00", shown)
            self.assertIn("Eva", shown)

    def test_a_pipe_is_no_history(self):
        self.data.mkdir(parents=True)
        os.mkfifo(self.data / "history.db")
        self.assertIn("not a file", self.history(status=3).stderr)

    def test_four_imports_at_once(self):
        folder = self.home / "class"
        for n in range(12):
            self.journal(folder / str(n) / "same-name.journal", f"Kim {n}", "2026-11-21T09:00:00Z")
        programs = [subprocess.Popen([PROGRAM, "history", "--import", folder], env=self.environment,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
        for program in programs:
            self.assertEqual(program.communicate(timeout=60)[1], b"")
            self.assertEqual(program.returncode, 0)
        self.assertEqual(len(self.listed()), 12)

    def test_no_folder(self):
        self.assertIn("name the folder", self.history("--import", "", status=2).stderr)
        self.assertIn("name the folder", self.history("--export", "", "--trainee", "Kim", status=2).stderr)

    def test_until_the_epoch(self):
        self.furnish()
        self.assertEqual(self.listed("--until", "1969-12-31"), [])

    def test_long_name(self):
        self.journal(self.home / "class" / ("å" * 120 + ".journal"), "Kim", "2026-11-21T09:00:00Z")
        self.journal(self.home / "class" / "z.journal", "Eva", "2026-11-21T09:00:00Z")
        self.history("--import", self.home / "class")
        self.assertEqual({session["trainee"] for session in self.listed()}, {"Kim", "Eva"})

    def test_a_sparse_file_is_no_journal(self):
        self.furnish()
        self.listed()
        with open(self.sessions / "huge.journal", "wb") as file:
            file.truncate(1 << 40)
        self.history("--delete", "--yes", "--trainee", "Nobody", status=1)

    def test_filter(self):
        self.furnish()

        def ids(*arguments):
            return [session["id"] for session in self.listed(*arguments)]

        self.assertEqual(ids("--scenario", "quiet-hour"), ["three", "two", "one"])
        self.assertEqual(ids("--scenario", "other"), [])
        self.assertEqual(ids("--since", "2026-11-22"), ["three", "two"])
        self.assertEqual(ids("--until", "2026-11-22"), ["two", "one"])
        self.assertEqual(ids("--since", "2026-11-23", "--until", "2026-11-23"), ["three"])
        self.environment["TZ"] = "UTC-2"
        self.assertEqual(ids("--since", "2026-11-24"), ["three"])

    def test_same_bytes_everywhere(self):
        self.furnish()
        here = [self.history("--format", name).stdout for name in ("json", "csv")]
        self.environment.update(LC_ALL="sv_SE.UTF-8", LANG="sv_SE.UTF-8", TZ="Asia/Tokyo")
        self.assertEqual([self.history("--format", name).stdout for name in ("json", "csv")], here)

    def test_hostile_names(self):
        self.journal(self.sessions / "one.journal", "\u001b[2J=1+1\nx\u202e" + "å" * 300, "2026-11-21T09:00:00Z")
        text = self.history().stdout
        self.assertNotIn("\u001b", text)
        self.assertNotIn("\u202e", text)
        self.assertLess(max(map(len, text.split("\n"))), 160)
        self.assertEqual(len(self.listed()), 1)

    def test_wrong_usage(self):
        for arguments in (["--format", "xml"], ["--since", "monday"], ["--until", "2026-02-30"], ["extra"],
                          ["--delete"], ["--export", "x"], ["--rebuild", "--where"], ["--keep", "0"],
                          ["--keep", "some"], ["--keep", "36526"], ["--yes"], ["--where", "--trainee", "Kim"],
                          ["--rebuild", "--format", "json"], ["--delete", "--trainee", ""], ["--nonsense"]):
            with self.subTest(arguments=arguments):
                self.assertIn("frontdesk history: ", self.history(*arguments, status=2).stderr)
        self.assertFalse(self.data.exists())

    def test_import(self):
        folder = self.home / "class"
        self.journal(folder / "a" / "x.journal", "Kim", "2026-11-21T09:00:00Z")
        self.journal(folder / "b" / "x.journal", "Eva", "2026-11-21T09:00:00Z")
        whole = self.journal(folder / "c" / "cut.journal", "Ola", "2026-11-21T09:00:00Z")
        whole.write_text("\n".join(whole.read_text().split("\n")[:4]) + "\n")
        (folder / "notes.txt").write_text("Dear class")
        self.assertEqual(self.history("--import", folder).stdout,
                         "New: 2\nKnown already: 0\nNot finished: 1\nUnreadable: 0\n")
        (folder / "bad.journal").write_text("{}\n")
        result = self.history("--import", folder, status=1)
        self.assertEqual(result.stdout, "New: 0\nKnown already: 2\nNot finished: 1\nUnreadable: 1\n")
        self.assertIn(f"{folder}/bad.journal:1: ", result.stderr)
        self.assertEqual({session["imported"] for session in self.listed()}, {True})
        self.history("--import", self.home / "nowhere", status=1)
        self.history("--import", folder / "notes.txt", status=1)

    def test_rebuild(self):
        self.furnish()
        before = self.listed()
        (self.data / "history.db").unlink()
        self.history("--where")
        self.assertEqual(self.history("--rebuild").stdout,
                         "New: 0\nKnown already: 3\nNot finished: 0\nUnreadable: 0\n")
        self.assertEqual(self.listed(), before)

    def test_damaged(self):
        self.furnish()
        self.listed()
        (self.data / "history.db").write_bytes(b"noise" * 5000)
        result = self.history("--format", "json")
        aside = list(self.data.glob("history-damaged-*.db"))
        self.assertEqual(len(aside), 1)
        self.assertEqual(aside[0].read_bytes(), b"noise" * 5000)
        self.assertIn(str(aside[0]), result.stderr)
        self.assertIn("3 sessions were read back", result.stderr)
        self.assertEqual(len(json.loads(result.stdout)["sessions"]), 3)
        self.assertEqual(self.history().stderr, "")
        self.assertIn(f"No longer in use: {aside[0]}\n", self.history("--where").stdout)

    def test_export_and_delete(self):
        self.furnish()
        (self.sessions / "one.pdf").write_text("report")
        folder = self.home / "out"
        self.assertIn("Exported: 2 sessions, 3 files, ", self.history("--export", folder, "--trainee", "Kim").stdout)
        self.assertEqual(sorted(path.name for path in folder.iterdir()),
                         ["one.journal", "one.pdf", "sessions.csv", "sessions.json", "two.journal"])
        self.history("--export", folder, "--trainee", "Eva", status=1)
        self.history("--export", self.home / "none", "--trainee", "Nobody", status=1)
        self.history("--delete", "--trainee", "Nobody", "--yes", status=1)

        result = self.history("--delete", "--trainee", "Kim", status=2)
        self.assertIn("To be deleted: 2 sessions, 3 files, ", result.stderr)
        self.assertEqual(len(self.listed()), 3)
        self.assertIn("Deleted: 2 sessions, 3 files, ",
                      self.history("--delete", "--trainee", "Kim", "--yes").stdout)
        self.assertEqual([session["trainee"] for session in self.listed()], ["Eva"])
        self.assertEqual([path.name for path in self.sessions.iterdir()], ["three.journal"])

    def at_terminal(self, arguments, answer, until):
        """Runs the program at a terminal; types `answer` once `until` is shown."""
        child, terminal = pty.fork()
        if child == 0:
            os.execve(PROGRAM, [PROGRAM, "history", *map(str, arguments)], self.environment)
        shown = b""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                shown += os.read(terminal, 4096)
            except OSError:
                break
            if answer is not None and until in shown:
                os.write(terminal, answer)
                answer = None
        _, status = os.waitpid(child, 0)
        os.close(terminal)
        return shown.decode(errors="replace"), status

    def test_asked_at_a_terminal(self):
        self.furnish()
        shown, status = self.at_terminal(["--delete", "--trainee", "Kim"], b"n\n", b"[y/N]")
        self.assertEqual(os.waitstatus_to_exitcode(status), 1, shown)
        self.assertEqual(len(self.listed()), 3)
        shown, status = self.at_terminal(["--delete", "--trainee", "Kim"], b"y\n", b"[y/N]")
        self.assertEqual(os.waitstatus_to_exitcode(status), 0, shown)
        self.assertEqual(len(self.listed()), 1)

    def leave_class(self, folder, count=600):
        """Journals, each of a trainee of its own."""
        first = self.journal(folder / "0000.journal", "Kim", "2026-11-21T09:00:00Z").read_text()
        for n in range(1, count):
            (folder / f"{n:04}.journal").write_text(first.replace('"Kim"', f'"Kim {n}"', 1))

    def stop(self, number, *arguments):
        """Sends a signal as soon as the work has shown how far it is. What it said, and its status."""
        terminal, other_end = pty.openpty()
        with subprocess.Popen([PROGRAM, "history", *map(str, arguments)], env=self.environment,
                              stdout=subprocess.DEVNULL, stderr=other_end) as program:
            os.close(other_end)
            shown = os.read(terminal, 100)
            program.send_signal(number)
            while True:
                try:
                    piece = os.read(terminal, 4096)
                except OSError:
                    break
                shown += piece
            status = program.wait(timeout=60)
        os.close(terminal)
        return shown.decode(errors="replace"), status

    def test_interrupted(self):
        folder = self.home / "class"
        self.leave_class(folder)
        shown, status = self.at_terminal(["--import", folder], b"\x03", b"Importing ... ")
        self.assertEqual(os.waitstatus_to_exitcode(status), 128 + signal.SIGINT, shown)
        self.assertIn("Stopped. What was added before is kept.", shown)
        kept = len(self.listed())
        self.assertLess(kept, 600)
        self.assertEqual(kept, len(list((self.sessions / "imported").iterdir())))
        self.assertIn(f"Known already: {kept}\n", self.history("--import", folder).stdout)
        self.assertEqual(len(self.listed()), 600)

    def test_terminated(self):
        folder = self.home / "class"
        self.leave_class(folder, 2500)
        shown, status = self.stop(signal.SIGTERM, "--import", folder)
        self.assertEqual(status, 128 + signal.SIGTERM, shown)
        self.assertIn("Stopped. What was added before is kept.", shown)
        self.assertLess(len(self.listed()), 2500)

    def test_ignored_signal_stays_ignored(self):
        folder = self.home / "class"
        self.leave_class(folder)
        with subprocess.Popen([PROGRAM, "history", "--import", folder], env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) as program:
            time.sleep(0.2)
            program.send_signal(signal.SIGINT)
            self.assertIn("New: 600\n", program.communicate(timeout=60)[0])
        self.assertEqual(program.returncode, 0)

    def test_keep(self):
        self.furnish()
        lately = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 3600))
        self.journal(self.sessions / "lately.journal", "Kim", lately)
        self.journal(self.sessions / "old.journal", "Kim", "2001-11-21T09:00:00Z")
        self.assertIn("Sessions are kept for ever.", self.history("--where").stdout)
        self.assertIn("To be deleted: 1 session", self.history("--keep", "3650", status=2).stderr)
        self.assertEqual(len(self.listed()), 5)
        self.assertIn("Deleted: 1 session, 1 file, ", self.history("--keep", "3650", "--yes").stdout)
        self.assertIn("Sessions are kept for 3650 days.", self.history("--where").stdout)
        self.assertFalse((self.sessions / "old.journal").exists())
        self.journal(self.sessions / "older.journal", "Kim", "2001-11-21T09:00:00Z")
        self.history("--rebuild")
        self.assertIn("Kept for longer than was set, and deleted: 1 session", self.history().stderr)
        self.assertEqual(self.history("--keep", "forever").stdout, "")
        self.assertIn("Sessions are kept for ever.", self.history("--where").stdout)
        self.assertEqual(len(self.listed()), 4)


if __name__ == "__main__":
    unittest.main()
