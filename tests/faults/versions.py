#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Files of another version, and damaged ones, as the window and the commands meet them: a journal of a
later format, a history of a later program, a history that is damaged. None of them is changed, and
each is told by its name. What the history itself does is in tests/history/test-open.c. Run it inside
with-display. Usage: versions.py PROGRAM"""

import glob
import hashlib
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from desk_on_disk import DeskOnDisk, make_scenario

PROGRAM = os.path.abspath(sys.argv.pop(1))


def checksum(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


class Versions(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "data"
        self.scenario = make_scenario(str(self.folder / "scenario"))
        self.journals = self.folder / "journals"
        self.journals.mkdir()
        self.run_program("simulate", self.scenario, "--journal", self.journals / "a.journal")

    def run_program(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, *map(str, arguments)], text=True, timeout=60, capture_output=True,
                              env=dict(os.environ, XDG_DATA_HOME=str(self.data), LC_ALL="C.UTF-8",
                                       LANGUAGE="en"))
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def make_later(self):
        later = self.journals / "later.journal"
        later.write_bytes((self.journals / "a.journal").read_bytes().replace(
            b'{"journal":1,', b'{"journal":2,', 1))
        return later

    def fill_history(self):
        self.run_program("history", "--import", self.journals)
        return self.data / "frontdesk" / "history.db"

    def open_history(self):
        desk = DeskOnDisk(PROGRAM, self.scenario, self.data)
        self.addCleanup(desk.end)
        desk.press("History and progress")
        return desk

    def test_journal_of_a_later_format(self):
        later = self.make_later()
        before = checksum(later)
        for command in (("score", later), ("simulate", self.scenario, "--script", later)):
            done = self.run_program(*command, status=1)
            self.assertIn("later.journal:1", done.stderr)
            self.assertRegex(done.stderr, "newer|version|format")
        done = self.run_program("history", "--import", self.journals, status=1)
        self.assertIn("later.journal", done.stderr + done.stdout)
        self.assertEqual(len(self.sessions()), 1)
        self.assertEqual(checksum(later), before)

    def sessions(self):
        return json.loads(self.run_program("history", "--format", "json").stdout)["sessions"]

    def test_journal_of_a_later_format_among_ours(self):
        """The window that finds it at the start, beside those it adds to the history, goes on."""
        self.fill_history()
        later = self.make_later()
        own = self.data / "frontdesk" / "sessions" / "later.journal"
        later.rename(own)
        before = checksum(own)
        desk = self.open_history()
        desk.wait_for_words("steady")
        self.assertEqual(checksum(own), before)
        self.assertEqual(desk.complaints(), [])

    def test_history_of_a_later_program(self):
        path = self.fill_history()
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 99")
        connection.execute("CREATE TABLE of_the_future (wonder)")
        connection.commit()
        connection.close()
        before = checksum(path)
        desk = self.open_history()
        desk.wait_for_words("was written by a newer version of Frontdesk and is left as it is")
        self.assertEqual(checksum(path), before)
        self.assertTrue(glob.glob(str(path.parent / "history-v*.db")))
        self.assertIn("newer version of Frontdesk", self.run_program("history").stderr)

    def test_damaged_history(self):
        """It is set aside and made anew from the journals."""
        path = self.fill_history()
        damaged = bytearray(path.read_bytes())
        damaged[4096:8192] = os.urandom(4096)
        path.write_bytes(damaged)
        desk = self.open_history()
        desk.wait_for_words("was set aside as")
        desk.wait_for_words("steady")
        self.assertEqual([checksum(one) for one in path.parent.glob("history-damaged-*.db")],
                         [hashlib.sha256(damaged).hexdigest()])
        self.assertEqual(len(self.sessions()), 1)


unittest.main(verbosity=2)
