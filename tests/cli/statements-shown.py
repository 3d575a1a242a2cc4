#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""`frontdesk class --statements` as whoever sets up a store meets it. Usage: statements-shown.py PROGRAM"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
SCENARIO = pathlib.Path(__file__).resolve().parents[2] / "scenarios" / "forsta-passet"
OURS = "https://example.org/frontdesk/xapi/extensions/"


class Shown(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.journal = self.home / "one.journal"
        self.run_program("simulate", SCENARIO, "--journal", self.journal)

    def run_program(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=60,
                              env=dict(os.environ, HOME=str(self.home)), stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, status, done.stderr)
        self.said = done.stderr.decode()
        return done.stdout.decode()

    def rename(self, trainee):
        head, rest = self.journal.read_text().split("\n", 1)
        self.journal.write_text(json.dumps(dict(json.loads(head), trainee=trainee)) + "\n" + rest)

    def show(self, *arguments, status=0):
        return json.loads(self.run_program("class", "--statements", *arguments, status=status))

    def test_a_session(self):
        statements = self.show(self.journal)
        verbs = [statement["verb"]["id"].rsplit("/", 1)[1] for statement in statements]
        self.assertEqual((verbs[0], verbs[-2], verbs[-1]), ("initialized", "completed", "passed"))
        identity = hashlib.sha256(self.journal.read_bytes()).hexdigest()
        self.assertEqual({each["context"]["extensions"][OURS + "session"] for each in statements}, {identity})
        self.assertEqual(len({each["context"]["registration"] for each in statements}), 1)
        self.assertEqual(list(statements[0]["object"]["definition"]["name"]), ["sv-SE"])
        self.assertIn("specimen salt", self.said)

    def test_what_cannot_be_shown_is_named_once(self):
        bad = self.home / "bad.journal"
        bad.write_text("no journal")
        for path, status in ((self.home / "nowhere.journal", 3), (self.home, 3), (bad, 1)):
            self.show(path, status=status)
            self.assertEqual(self.said.count(str(path)), 1, self.said)

    def test_a_statement_a_line(self):
        lines = self.run_program("class", "--statements", self.journal).splitlines()
        self.assertEqual((lines[0], lines[-1]), ("[", "]"))
        self.assertEqual(len(lines) - 2, len(self.show(self.journal)))

    def test_the_name_is_nowhere(self):
        self.rename("Zacharina")
        self.assertNotIn("Zacharina", self.run_program("class", "--statements", self.journal))
        named = self.show("--account", "name", self.journal)
        self.assertEqual(named[0]["actor"]["account"]["name"], "Zacharina")
        self.rename("zach@school.example")
        self.assertNotIn("zach", self.run_program("class", "--statements", self.journal))
        self.assertEqual(self.show("--account=mbox", self.journal)[0]["actor"]["mbox"], "mailto:zach@school.example")

    def test_several_and_bad_ones(self):
        one = self.show(self.journal)
        cut = self.home / "cut.journal"
        cut.write_bytes(b"\n".join(self.journal.read_bytes().split(b"\n")[:-2]) + b"\n")
        noise = self.home / "noise.journal"
        noise.write_bytes(b"\x1b[2J no journal\n")
        self.assertEqual(self.show(cut, self.journal, noise, status=1), one)
        self.assertIn("cut.journal: the session was not finished", self.said)
        self.assertIn("noise.journal", self.said)
        self.assertNotIn("\x1b", self.said)
        self.assertEqual(self.show(self.home / "none.journal", status=3), [])
        self.assertEqual(self.show(self.home, status=3), [])

    def test_usage(self):
        for arguments in (["--statements"], ["--account=name", self.home], ["--statements", "--test", self.journal],
                          ["--statements", "--account=face", self.journal]):
            with self.subTest(arguments):
                self.run_program("class", *arguments, status=2)


if __name__ == "__main__":
    unittest.main()
