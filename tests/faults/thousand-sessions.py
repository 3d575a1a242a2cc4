#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A home with a thousand sessions: the window starts as soon as in an empty one, the history opens, is
scrolled to its end and filtered, and the commands answer. Run it inside with-display. Usage:
thousand-sessions.py PROGRAM"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

from desk_on_disk import DeskOnDisk, make_scenario

PROGRAM = os.path.abspath(sys.argv.pop(1))
N = 1000


class Thousand(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.own = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.own.name)
        cls.data = cls.folder / "data"
        cls.scenario = make_scenario(str(cls.folder / "scenario"))
        cls.make_journals()
        begun = time.monotonic()
        cls.run_program("history", "--import", cls.folder / "journals")
        print("# %d journals imported in %.1f s" % (N, time.monotonic() - begun))

    @classmethod
    def tearDownClass(cls):
        cls.own.cleanup()

    @classmethod
    def run_program(cls, *arguments):
        return subprocess.run([PROGRAM, *map(str, arguments)], check=True, capture_output=True, text=True,
                              timeout=120,
                              env=dict(os.environ, XDG_DATA_HOME=str(cls.data), LC_ALL="C.UTF-8")).stdout

    @classmethod
    def make_journals(cls):
        """Of fifty trainees, over three years: one shift, begun at other times by others."""
        folder = cls.folder / "journals"
        folder.mkdir()
        one = cls.folder / "one.journal"
        cls.run_program("simulate", cls.scenario, "--journal", one)
        first, rest = one.read_text().split("\n", 1)
        header = json.loads(first)
        for n in range(N):
            header.update(trainee="Trainee %02d" % (n % 50), mode="practice",
                          started="202%d-%02d-%02dT09:%02d:00+01:00"
                          % (3 + n % 3, 1 + n % 12, 1 + n % 28, n % 60))
            (folder / ("%04d.journal" % n)).write_text(
                json.dumps(header, separators=(",", ":"), ensure_ascii=False) + "\n" + rest)

    def start(self, data):
        begun = time.monotonic()
        desk = DeskOnDisk(PROGRAM, None, data)
        self.addCleanup(desk.end)
        desk.get(("push button",), "Preferences")
        return desk, time.monotonic() - begun

    def test_window(self):
        empty, bare = self.start(self.folder / "empty")
        empty.end()
        desk, full = self.start(self.data)
        print("# started in %.2f s, and in an empty home in %.2f s" % (full, bare))
        self.assertLess(full, bare + 5)
        begun = time.monotonic()
        desk.press("History and progress")
        table = desk.wait("the table", lambda: self.table(desk), 15)
        print("# the history opened in %.2f s" % (time.monotonic() - begun))
        self.assertLess(time.monotonic() - begun, 15)
        rows = table.get_table_iface()
        self.assertEqual(rows.get_n_rows(), N)
        last = rows.get_accessible_at(N - 1, 0)
        begun = time.monotonic()
        last.get_component_iface().scroll_to(0)
        last.get_component_iface().grab_focus()
        desk.sleep(0.5)
        desk.press("Back")
        desk.get("push button", "Preferences")
        self.assertLess(time.monotonic() - begun, 10)
        self.assertEqual(desk.complaints(), [])

    @staticmethod
    def table(desk):
        for node, _ in desk.nodes():
            try:
                table = node.get_table_iface()
                if table is not None and table.get_n_rows() >= N:
                    return node
            except Exception:  # one that has just gone
                continue
        return None

    def test_commands(self):
        begun = time.monotonic()
        all_ = json.loads(self.run_program("history", "--format", "json"))["sessions"]
        self.assertEqual(len(all_), N)
        one = json.loads(self.run_program("history", "--trainee", "Trainee 07", "--format", "json"))["sessions"]
        self.assertEqual(len(one), N // 50)
        lately = json.loads(self.run_program("history", "--since", "2025-01-01", "--format", "json"))["sessions"]
        self.assertEqual(len(lately), len([one for one in all_ if one["started"] >= "2025"]))
        print("# three questions answered in %.2f s" % (time.monotonic() - begun))
        self.assertLess(time.monotonic() - begun, 10)


unittest.main(verbosity=2)
