#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""What the commands do on a disk that is full: each says so, ends with status 3, leaves no half of a
file, and what was there before as it was. Run it inside with-own-mounts. Usage:
full-disk-commands.py PROGRAM"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "cli")]

import crowd  # noqa: E402  (of another folder)
from small_disk import SmallDisk  # noqa: E402

PROGRAM = os.path.abspath(sys.argv.pop(1))
FULL = "No space left on device"


class FullDisk(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.disk = SmallDisk(self.folder / "disk", 512)
        self.disk.__enter__()
        self.addCleanup(self.disk.__exit__)
        self.place = pathlib.Path(self.disk.path)
        self.scenario = self.make_scenario(self.folder / "scenario")
        self.environment = dict(os.environ, HOME=str(self.folder), LC_ALL="C.UTF-8", LANGUAGE="en",
                                XDG_DATA_HOME=str(self.place), TZ="UTC")

    @staticmethod
    def make_scenario(folder):
        folder.mkdir()
        (folder / "scenario.yaml").write_text(crowd.scenario(8, 20, 3))
        return folder

    def run_program(self, *arguments, status=0, **options):
        done = subprocess.run([PROGRAM, *map(str, arguments)], stderr=subprocess.PIPE, text=True,
                              timeout=60, env=self.environment,
                              **dict({"stdout": subprocess.PIPE}, **options))
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def fails(self, *arguments, **options):
        """The program says that the disk is full, and nothing of it stays but what was there."""
        before = self.files()
        done = self.run_program(*arguments, status=3, **options)
        self.assertIn(FULL, done.stderr)
        self.assertNotIn("WARNING", done.stderr)
        self.assertEqual(self.files(), before)
        return done.stderr

    def files(self):
        return {path: path.read_bytes() for path in self.place.rglob("*")
                if path.is_file() and path.name != "ballast" and not path.match("*.db-*")}

    def journal(self, name="kept.journal"):
        self.run_program("simulate", self.scenario, "--journal", self.place / name)
        return self.place / name

    def test_simulate(self):
        journal = self.journal()
        self.disk.fill()
        said = self.fails("simulate", self.scenario, "--journal", self.place / "new.journal")
        self.assertIn("new.journal", said)
        # The one that was there is not lost for one that cannot be written.
        self.fails("simulate", self.scenario, "--trainee", "absent", "--journal", journal)
        self.disk.make_room()
        self.run_program("simulate", self.scenario, "--journal", self.place / "new.journal")
        self.assertEqual((self.place / "new.journal").read_bytes().splitlines()[1:],
                         journal.read_bytes().splitlines()[1:])

    def test_score(self):
        journal = self.journal()
        self.run_program("score", journal, "--format", "html", "--output", self.place / "old.html")
        self.disk.fill()
        for kind in ("text", "json", "csv", "html", "pdf"):
            with self.subTest(kind):
                said = self.fails("score", journal, "--format", kind, "--output",
                                  self.place / ("report." + kind))
                self.assertIn("report." + kind + " could not be written", said)
        self.fails("score", journal, "--format", "html", "--output", self.place / "old.html")

    def test_score_into_a_redirection(self):
        """It is the shell that made the file: the status and the line tell that it is not whole."""
        journal = self.journal()
        self.disk.fill()
        with open(self.place / "report.html", "wb") as output:
            done = self.run_program("score", journal, "--format", "html", status=3, stdout=output)
        self.assertIn("Not everything could be written", done.stderr)

    def test_new(self):
        self.disk.fill()
        self.fails("new", self.place / "mine")
        self.assertFalse((self.place / "mine").exists())

    def test_history_import(self):
        """Journals are copied and the history written: all of it or nothing, and it works when there is
        room."""
        away = self.folder / "away"
        away.mkdir()
        for n in range(8):
            self.run_program("simulate", self.scenario, "--seed", n, "--journal",
                             away / ("%d.journal" % n))
        self.import_one()
        before = self.sessions()
        self.disk.fill(leave=12 * 1024)
        done = self.run_program("history", "--import", away, status=3)
        self.assertIn("full", done.stderr + done.stdout)
        self.assertEqual(self.sessions(), before)
        self.disk.make_room()
        self.run_program("history", "--import", away)
        self.assertEqual(len(self.sessions()), 9)

    def import_one(self):
        folder = self.folder / "one"
        folder.mkdir()
        self.run_program("simulate", self.scenario, "--journal", folder / "one.journal")
        self.run_program("history", "--import", folder)

    def sessions(self):
        return json.loads(self.run_program("history", "--format", "json").stdout)["sessions"]

    def test_history_on_a_full_disk_can_be_read(self):
        self.import_one()
        before = self.sessions()
        self.disk.fill()
        self.assertEqual(self.sessions(), before)

    def test_export(self):
        self.import_one()
        self.disk.fill()
        self.fails("history", "--export", self.place / "out", "--trainee", "steady")
        self.assertFalse((self.place / "out").exists())

    def test_render(self):
        """Clips that fit are kept and named, no half of a clip is, and the scenario stays whole."""
        mine = self.make_scenario(self.place / "mine")
        yaml = mine / "scenario.yaml"
        before = yaml.read_bytes()
        self.disk.fill()
        self.fails("render", mine)
        self.disk.make_room()
        self.disk.fill(leave=24 * 1024)
        done = self.run_program("render", mine, status=3)
        self.assertIn(FULL, done.stderr)
        clips = sorted((mine / "clips").iterdir())
        self.assertTrue(clips)
        for clip in clips:
            self.assertEqual(clip.suffix, ".opus", clips)
            self.assertGreater(clip.stat().st_size, 0)
        self.assertGreaterEqual(len(yaml.read_bytes()), len(before))
        self.run_program("check", mine)
        self.disk.make_room()
        self.run_program("render", mine)
        self.assertNotIn("there is no clip", self.run_program("check", mine).stderr)


unittest.main(verbosity=2)
