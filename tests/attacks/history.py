#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A history into which attacked journals were brought, and a history database that a stranger wrote, with
an attack in every text of it and paths that lead elsewhere: what is listed is tame, tables keep their
columns, and no file outside is touched, copied or deleted. Usage: history.py PROGRAM"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import attack_table
import seen
from attack_table import ATTACKS, disturbs, tame
from attacked_shift import Folder, attacked

PROGRAM = os.path.abspath(sys.argv.pop(1))
TEXTS = ("id", "identity", "trainee", "scenario", "title", "started", "mode", "accommodations", "band")


class Histories(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        self.data = os.path.join(self.root, "home", "data", "frontdesk")
        self.inbox = self.make("inbox")
        for name in ("home/data", "home/config", "home/cache", "home/state", "tmp"):
            self.make(name)

    def make(self, name):
        path = os.path.join(self.root, name)
        os.makedirs(path, exist_ok=True)
        return path

    def run_history(self, *arguments, status=0):
        home = os.path.join(self.root, "home")
        done = subprocess.run(
            [PROGRAM, "history", *arguments], capture_output=True, timeout=60, check=False,
            env={**os.environ, "HOME": home, "XDG_DATA_HOME": home + "/data",
                 "XDG_CONFIG_HOME": home + "/config", "XDG_CACHE_HOME": home + "/cache",
                 "XDG_STATE_HOME": home + "/state", "TMPDIR": os.path.join(self.root, "tmp")})
        self.assertEqual(done.returncode, status, done.stderr.decode(errors="replace")[-2000:])
        for printed in (done.stdout, done.stderr):
            self.assertEqual(disturbs(printed.decode("utf-8").replace("\r\n", "\n")), [], arguments)
        return done.stdout.decode("utf-8")

    def bring_in(self, text):
        """A journal of a shift in which every text is attacked; returns what the trainee is called."""
        texts = attacked(text)
        shift = Folder(PROGRAM, self.inbox, texts)
        done = shift.work()
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        self.run_history("--import", self.inbox)
        return texts["trainee"]

    def check_lists(self, n_sessions):
        sessions = json.loads(self.run_history("--format", "json"))["sessions"]
        self.assertEqual(len(sessions), n_sessions)
        rows = seen.table(self.run_history("--format", "csv"))
        self.assertEqual([len(row) for row in rows], [len(rows[0])] * (n_sessions + 1))
        for cell in [cell for row in rows for cell in row]:
            self.assertNotRegex(cell, r"^[\s]*[=+@\uff1d\uff0b\uff20\t\r]|^[\s]*-[^0-9.]")
        self.run_history()
        return sessions, rows

    def test_journals_brought_in(self):
        for name in ("escapes", "formula =", "formula @", "line ends", "path up", "overrides"):
            with self.subTest(attack=name):
                self.setUp()
                trainee = self.bring_in(ATTACKS[name])
                sessions, rows = self.check_lists(1)
                self.assertEqual(sessions[0]["trainee"], trainee)
                self.assertIn(rows[1][rows[0].index("trainee")], (tame(trainee), "'" + tame(trainee)))
                self.run_history("--trainee", trainee, "--export", os.path.join(self.root, "out"))
                self.assertEqual(seen.listing(os.path.join(self.root, "out"))[-2:],
                                 ["sessions.csv", "sessions.json"])
                self.run_history("--trainee", trainee, "--delete", "--yes")
                self.check_lists(0)
                self.assertEqual(sorted(os.listdir(self.root)), ["home", "inbox", "out", "tmp"])

    def write_database(self, **values):
        self.bring_in("x")
        database = sqlite3.connect(os.path.join(self.data, "history.db"))
        for column, value in values.items():
            database.execute("UPDATE sessions SET %s = %s" % (
                column, "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"), (value,))
        database.commit()
        database.close()

    def test_every_text_of_a_database(self):
        self.write_database(**{column: attack_table.ALL for column in TEXTS})
        sessions, _ = self.check_lists(1)
        self.assertEqual(sessions[0]["trainee"], attack_table.ALL)

    def test_no_text_at_all(self):
        self.write_database(**{column: b"a\xffb\xc0\xafc\xed\xa0\x80\x00d" for column in TEXTS})
        self.check_lists(1)

    def test_paths_of_a_database(self):
        """A row may name any file as its journal; nobody reads more than a journal from it, and what lies
        elsewhere is neither deleted nor, unless it is a journal, copied."""
        for journal in ("../../../../victim/secret", "../../../victim/secret.journal",
                        "{root}/victim/secret", "/etc/passwd", "{root}/victim"):
            with self.subTest(journal=journal):
                self.setUp()
                secret = os.path.join(self.make("victim"), "secret")
                for path in (secret, secret + ".journal", secret + ".opus"):
                    with open(path, "w", encoding="utf-8") as file:
                        file.write("a secret\n")
                before = seen.listing(os.path.join(self.root, "victim"))
                self.write_database(journal=journal.format(root=self.root), trainee="eve")
                self.check_lists(1)
                out = os.path.join(self.root, "out")
                self.run_history("--trainee", "eve", "--export", out)
                for name in seen.listing(out):
                    if os.path.isfile(os.path.join(out, name)) and not name.endswith(".json"):
                        with open(os.path.join(out, name), encoding="utf-8") as file:
                            self.assertNotIn("a secret", file.read(), name)
                self.assertNotIn("passwd", " ".join(seen.listing(out)))
                self.run_history("--trainee", "eve", "--delete", "--yes")
                self.assertEqual(seen.listing(os.path.join(self.root, "victim")), before)


if __name__ == "__main__":
    unittest.main()
