#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A home that cannot be written, one that is not there, and none at all: for the commands and for the
window, where a click must end in words. Run it inside with-own-mounts and with-display. Usage:
no-home.py PROGRAM"""

import os
import pathlib
import pwd
import subprocess
import sys
import tempfile
import unittest

from desk_on_disk import DeskOnDisk, make_scenario
from small_disk import SmallDisk

PROGRAM = os.path.abspath(sys.argv.pop(1))
RUN = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "run")
XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def environment(**changes):
    """None takes a variable away."""
    merged = dict({key: value for key, value in os.environ.items() if key not in XDG},
                  LC_ALL="C.UTF-8", LANGUAGE="en")
    merged.update({key: value for key, value in changes.items() if value is not None})
    for key, value in changes.items():
        if value is None:
            merged.pop(key, None)
    return merged


class NoHome(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.scenario = make_scenario(str(self.folder / "scenario"))
        self.home = SmallDisk(self.folder / "home", 2048)
        self.home.__enter__()
        self.addCleanup(self.home.__exit__)

    def run_program(self, *arguments, status=0, **changes):
        done = subprocess.run([PROGRAM, *map(str, arguments)], env=environment(**changes), text=True,
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertNotRegex(done.stderr, "WARNING|CRITICAL")
        return done

    def kinds(self):
        """What the home is like, and the variables that make it so."""
        self.home.set_read_only(True)
        return {"read-only": {"HOME": self.home.path},
                "not there": {"HOME": str(self.folder / "home" / "nobody")},
                "a file": {"HOME": "/dev/null"},
                "folders cannot be written": {"HOME": str(self.folder), "XDG_DATA_HOME": self.home.path,
                                              "XDG_CONFIG_HOME": self.home.path,
                                              "XDG_CACHE_HOME": self.home.path}}

    def test_commands_need_none(self):
        for kind, variables in dict(self.kinds(), none={"HOME": None}).items():
            with self.subTest(kind):
                self.run_program("check", self.scenario, **variables)
                self.run_program("simulate", self.scenario, "--journal", self.folder / "a.journal",
                                 **variables)
                self.run_program("score", self.folder / "a.journal", **variables)

    def test_history_says_where(self):
        journals = self.folder / "journals"
        journals.mkdir()
        self.run_program("simulate", self.scenario, "--journal", journals / "a.journal")
        for kind, variables in self.kinds().items():
            with self.subTest(kind):
                done = self.run_program("history", **variables)
                self.assertIn("No session has been finished yet", done.stdout)
                done = self.run_program("history", "--import", journals, status=3, **variables)
                self.assertIn(variables.get("XDG_DATA_HOME", variables["HOME"]), done.stderr)

    def test_history_of_a_read_only_home(self):
        """What was kept before can be seen."""
        journals = self.folder / "journals"
        journals.mkdir()
        self.run_program("simulate", self.scenario, "--journal", journals / "a.journal")
        self.run_program("history", "--import", journals, HOME=self.home.path)
        self.home.set_read_only(True)
        done = self.run_program("history", HOME=self.home.path)
        self.assertIn("One call", done.stdout)
        self.assertIn("can be read, but not written", done.stderr)

    def test_window(self):
        for kind, variables in self.kinds().items():
            with self.subTest(kind):
                self.no_shift_without_a_journal(variables)

    def no_shift_without_a_journal(self, variables):
        # Without a service of the desktop's the settings are a file in the home.
        before = dict(os.environ)
        for key in XDG + ("GSETTINGS_BACKEND",):
            os.environ.pop(key, None)
        try:
            desk = DeskOnDisk(PROGRAM, self.scenario, None, GIO_MODULE_DIR="/nowhere", **variables)
        finally:
            os.environ.update(before)
        try:
            desk.start_shift()
            desk.wait_for_words("The shift cannot be saved, so it was not started.")
            desk.dismiss()
            desk.press("History and progress")
            desk.press("Back")
            self.assertIsNone(desk.process.poll())
            self.assertIn("The settings cannot be written", desk.errors())
            # GLib has a word on them too.
            self.assertEqual([line for line in desk.complaints() if "Failed to create" not in line], [])
        finally:
            desk.end()

    def test_without_the_variable(self):
        """Then the system's own list of users tells where it is."""
        done = self.run_program("history", "--where", HOME=None)
        self.assertIn(pwd.getpwuid(os.getuid()).pw_dir, done.stdout)


unittest.main(verbosity=2)
