#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Two programs at once on one home: two windows on buses of their own, as of two logins, and commands
that read and write while a window does. That one window answers two starts is in
tests/app/one-program.py, writers of one history in tests/history/test-crowd.c. Run it inside
with-display. Usage: together.py PROGRAM"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from desk_on_disk import DeskOnDisk, make_scenario

PROGRAM = os.path.abspath(sys.argv.pop(1))


class Bus:
    """A session bus of its own; the accessibility bus stays the one of the test."""

    def __enter__(self):
        self.process = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        return self

    def __exit__(self, *trouble):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()


def accessibility_bus():
    shown = subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path",
                            "/org/a11y/bus", "--method", "org.a11y.Bus.GetAddress"], check=True,
                           capture_output=True, text=True).stdout
    return shown.split("'")[1]


class Together(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "data"
        self.scenario = make_scenario(str(self.folder / "scenario"))

    def start(self, *arguments):
        return subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True,
                                env=dict(os.environ, XDG_DATA_HOME=str(self.data)))

    def end(self, process):
        output, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, errors)
        return output

    def sessions(self):
        return json.loads(self.end(self.start("history", "--format", "json")))["sessions"]

    def finish(self, desk):
        desk.press("Finish", exactly=False)
        desk.press("Finish now")
        desk.wait_for_words("Response time")

    def test_two_windows(self):
        """Each has its journal, and the one history has both."""
        with Bus() as bus:
            one = DeskOnDisk(PROGRAM, self.scenario, self.data)
            self.addCleanup(one.end)
            two = DeskOnDisk(PROGRAM, self.scenario, self.data, DBUS_SESSION_BUS_ADDRESS=bus.address,
                             AT_SPI_BUS_ADDRESS=accessibility_bus())
            self.addCleanup(two.end)
            one.start_shift("Ada")
            two.start_shift("Ada")
            one.answer()
            two.answer()
            self.assertEqual(len(one.journals()), 2)
            self.finish(one)
            self.finish(two)
            sessions = one.wait("both in the history", lambda: len(self.sessions()) == 2 and
                                self.sessions())
            self.assertEqual({one["trainee"] for one in sessions}, {"Ada"})
            self.assertEqual(one.complaints() + two.complaints(), [])
            for desk in (one, two):
                self.assertFalse(desk.has_words("could not be saved"))

    def test_commands_beside_a_shift(self):
        """The journal that is being written can be scored and replayed, and the history read, changed and
        tidied, without the window noticing."""
        desk = DeskOnDisk(PROGRAM, self.scenario, self.data)
        self.addCleanup(desk.end)
        journals = self.folder / "journals"
        journals.mkdir()
        desk.start_shift()
        desk.answer()
        own = desk.journals()[0]
        for n in range(5):
            desk.write("Text", "Order 4417, for the %dth time" % n)
            made = [self.start("simulate", self.scenario, "--seed", 2 * n + one, "--journal",
                               journals / ("%d.journal" % (2 * n + one))) for one in range(2)]
            for process in made:
                self.end(process)
            working = [self.start("history", "--import", journals), self.start("history", "--rebuild"),
                       self.start("history"), self.start("score", own)]
            for process in working:
                output, errors = process.communicate(timeout=60)
                self.assertEqual(process.returncode, 0, errors)
        self.assertTrue(os.path.exists(own))
        desk.wait_for_record(command="draft", text="Order 4417, for the 4th time")
        self.finish(desk)
        self.assertEqual(desk.journals(), [own])
        desk.wait("all in the history", lambda: len(self.sessions()) == 11)
        self.assertEqual(desk.complaints(), [])

    def test_two_simulations_into_one_file(self):
        """One of the two is there, whole."""
        place = self.folder / "one.journal"
        for _ in range(5):
            both = [self.start("simulate", self.scenario, "--trainee", trainee, "--journal", place)
                    for trainee in ("ideal", "absent")]
            for process in both:
                self.end(process)
            card = json.loads(self.end(self.start("score", place, "--format", "json")))
            self.assertIn(card["trainee"], ("ideal", "absent"))
        self.assertEqual([one.name for one in self.folder.iterdir() if "one." in one.name],
                         ["one.journal"])


unittest.main(verbosity=2)
