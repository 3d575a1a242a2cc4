#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""frontdesk score as a terminal and a shell see it: paper, progress, Ctrl+C, the user's locale.
Usage: reports.py PROGRAM"""

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
SCENARIO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scenarios/monday-morning")

LONG = """format: 1
language: en
country: gb
lines: 4
duration: 23:00:00
organisation: Acme
title: A long day
people:
  - {id: free, name: Fay Reed, extension: 201}
calls:
"""


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=60, **options)


def page_size(pdf):
    """Of the first page, as the file itself says it."""
    return re.search(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]", pdf).groups()


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.short = os.path.join(cls.folder, "short.journal")
        cls.long = os.path.join(cls.folder, "long.journal")
        scenario = os.path.join(cls.folder, "long.yaml")
        with open(scenario, "w", encoding="utf-8") as file:
            file.write(LONG)
            for n in range(1500):
                file.write(f"  - {{id: c{n}, at: {1 + 20 * n}, caller: {{given: Ann}}, says: {{opening: "
                           f"{{text: Order {n} is late}}}}, expect: {{do: message, to: free, message: "
                           f"Order {n} is late, facts: [{{number: \"{n}\"}}]}}}}\n")
        for path, journal in ((SCENARIO, cls.short), (scenario, cls.long)):
            done = run("simulate", path, "--trainee", "hurried", "--journal", journal)
            assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def setUp(self):
        self.place = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.place)
        self.output = os.path.join(self.place, "report.pdf")

    def test_paper(self):
        for paper, size in (("a4", (b"595.275574", b"841.889771")), ("letter", (b"612", b"792"))):
            done = run("score", self.short, "--format", "pdf", "--paper", paper)
            self.assertEqual(done.returncode, 0, done.stderr)
            for have, want in zip(page_size(done.stdout), size):
                self.assertAlmostEqual(float(have), float(want), delta=0.01)

    def test_paper_unknown(self):
        done = run("score", self.short, "--format", "pdf", "--paper", "a5", "--output", self.output)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"a4 or letter", done.stderr)
        self.assertEqual(os.listdir(self.place), [])

    def test_the_journal_is_never_the_output(self):
        journal = os.path.join(self.place, "own.journal")
        shutil.copy(self.short, journal)
        os.link(journal, self.output)
        for output in (journal, self.output):
            done = run("score", journal, "--format", "csv", "--output", output)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"the journal itself", done.stderr)
        with open(self.short, "rb") as before, open(journal, "rb") as after:
            self.assertEqual(before.read(), after.read())

    def test_a_complaint_moves_no_cursor(self):
        journal = os.path.join(self.place, "bad.journal")
        shutil.copy(self.short, journal)
        with open(journal, "a", encoding="utf-8") as file:
            file.write('{"t":99999999,"event":"\\u001b[31mx\\u0007%s"}\n' % ("y" * 100000))
        done = run("score", journal)
        self.assertEqual(done.returncode, 1)
        self.assertNotIn(b"\x1b", done.stderr)
        self.assertNotIn(b"\x07", done.stderr)
        self.assertLess(len(done.stderr), 10000)

    def start(self, stderr=subprocess.PIPE):
        return subprocess.Popen([PROGRAM, "score", self.long, "--format", "pdf", "--output", self.output],
                                stderr=stderr)

    def test_interrupted_leaves_nothing(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            terminal, other_end = pty.openpty()
            process = self.start(stderr=other_end)
            os.close(other_end)
            os.read(terminal, 100)  # the first progress: the report is in the making
            process.send_signal(number)
            self.assertEqual(process.wait(timeout=20), 128 + number)
            os.close(terminal)
            self.assertEqual(os.listdir(self.place), [])

    def test_interrupted_keeps_the_old_file(self):
        with open(self.output, "w", encoding="utf-8") as file:
            file.write("old")
        terminal, other_end = pty.openpty()
        process = self.start(stderr=other_end)
        os.close(other_end)
        os.read(terminal, 100)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=20), 130)
        os.close(terminal)
        with open(self.output, encoding="utf-8") as file:
            self.assertEqual(file.read(), "old")
        self.assertEqual(os.listdir(self.place), ["report.pdf"])

    def read_terminal(self, journal):
        """What a terminal is shown until the end."""
        terminal, other_end = pty.openpty()
        shown = b""
        with subprocess.Popen([PROGRAM, "score", journal, "--format", "pdf", "--output", self.output],
                              stderr=other_end) as process:
            os.close(other_end)
            while True:
                try:
                    piece = os.read(terminal, 1000)
                except OSError:
                    break
                if not piece:
                    break
                shown += piece
            self.assertEqual(process.wait(timeout=60), 0)
        os.close(terminal)
        return shown

    def test_progress_on_a_terminal(self):
        shown = self.read_terminal(self.long)
        percents = [int(percent) for percent in re.findall(rb"(\d+) %", shown)]
        self.assertGreater(len(percents), 3)
        self.assertEqual(percents, sorted(percents))
        self.assertTrue(shown.endswith(b"\r\x1b[K"))

    @unittest.skipIf("FRONTDESK_TEST_PATIENCE" in os.environ, "nothing is short in a watched program")
    def test_short_work_shows_nothing(self):
        self.assertEqual(self.read_terminal(self.short), b"")

    def test_no_progress_in_a_pipe(self):
        done = run("score", self.long, "--format", "pdf", "--output", self.output)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_ignored_signal_stays_ignored(self):
        process = subprocess.Popen([PROGRAM, "score", self.long, "--format", "pdf", "--output", self.output],
                                   preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=60), 0)
        self.assertEqual(os.listdir(self.place), ["report.pdf"])

    def test_decimal_comma(self):
        locales = os.path.join(self.place, "locales")
        os.mkdir(locales)
        made = shutil.which("localedef") and subprocess.run(
            ["localedef", "-i", "sv_SE", "-f", "UTF-8", os.path.join(locales, "sv_SE.UTF-8")],
            capture_output=True, check=False)
        if not os.listdir(locales):
            self.skipTest(f"no Swedish locale can be made: {made}")
        environment = dict(os.environ, LOCPATH=locales, LC_ALL="sv_SE.UTF-8")
        done = run("score", self.short, "--format", "pdf", env=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"/Subtype /Link", done.stdout)


if __name__ == "__main__":
    unittest.main()
