#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""No display, and a display that is lost in the middle of a call: the X server is killed under the window.
Run it inside with-display. Usage: display.py PROGRAM"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from desk_on_disk import DeskOnDisk, make_scenario

PROGRAM = os.path.abspath(sys.argv.pop(1))


class OwnServer:
    """An X server that nobody else uses, and so may be killed."""

    def __enter__(self):
        reader, writer = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[writer], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as file:
            self.name = ":" + file.readline().strip()
        return self

    def kill(self):
        self.process.kill()
        self.process.wait()

    def __exit__(self, *trouble):
        self.kill()


class Display(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.scenario = make_scenario(str(self.folder / "scenario"))

    def test_none(self):
        for without in ({}, {"DISPLAY": ":4711"}, {"DISPLAY": "nonsense"}):
            with self.subTest(without):
                environment = {key: value for key, value in os.environ.items()
                               if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
                environment.update(without, LC_ALL="C.UTF-8", LANGUAGE="en")
                done = subprocess.run([PROGRAM, self.scenario], env=environment, text=True, timeout=20,
                                      capture_output=True)
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn("there is no display", done.stderr)
                self.assertIn("frontdesk simulate", done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)

    def test_lost(self):
        """The call, and what is being typed in that moment, are in the journal."""
        with OwnServer() as server:
            desk = DeskOnDisk(PROGRAM, self.scenario, self.folder / "data", DISPLAY=server.name)
            self.addCleanup(desk.end)
            desk.start_shift()
            desk.answer()
            desk.write("Name", "Ada Marlowe")
            desk.wait_for_record(command="draft", name="Ada Marlowe")
            desk.write("Text", "Order 4417 has not arrived.")
            server.kill()
            self.assertEqual(desk.wait_for_end(), 3)
            self.assertIn("has lost its display", desk.errors())
            self.assertEqual(desk.complaints(), [])
            records = desk.records()
            self.assertTrue(desk.journal_bytes().endswith(b"\n"))
            self.assertTrue(any(one.get("event") == "answered" for one in records))
            drafts = [one for one in records if one.get("command") == "draft"]
            self.assertEqual(drafts[-1]["text"], "Order 4417 has not arrived.")
            scored = subprocess.run([PROGRAM, "score", desk.journals()[0]], capture_output=True)
            self.assertEqual(scored.returncode, 0, scored.stderr)

    def test_lost_before_a_shift(self):
        with OwnServer() as server:
            desk = DeskOnDisk(PROGRAM, None, self.folder / "data", DISPLAY=server.name)
            self.addCleanup(desk.end)
            server.kill()
            self.assertEqual(desk.wait_for_end(), 3)
            self.assertIn("has lost its display", desk.errors())


unittest.main(verbosity=2)
