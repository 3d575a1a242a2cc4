#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The program among closed outputs, pipes, devices and crowds: it ends in time, with the right
status, and harms nothing. Usage: hostile.py PROGRAM"""

import os
import shlex
import subprocess
import sys
import tempfile
import unittest

import crowd

PROGRAM = os.path.abspath(sys.argv.pop(1))
SCENARIO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scenarios/monday-morning")


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=30)


class Hostile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def shell(self, arguments, redirection):
        line = " ".join(map(shlex.quote, [PROGRAM, *arguments])) + redirection
        return subprocess.run(["sh", "-c", line], capture_output=True, text=True, timeout=30)

    def test_output_that_cannot_be_written(self):
        for arguments in (["check", SCENARIO], ["simulate", SCENARIO], ["simulate", SCENARIO, "--runs", "2"],
                          ["history"], ["--help"], ["--version"], ["simulate", "--help"]):
            for redirection in (" >/dev/full", " >&-"):
                with self.subTest(arguments=arguments, redirection=redirection):
                    done = self.shell(arguments, redirection)
                    self.assertEqual(done.returncode, 3)
                    self.assertIn("standard output", done.stderr)

    def test_closed_output_does_not_end_in_a_file(self):
        good, other = self.path("good.journal"), self.path("other.journal")
        self.assertEqual(run("simulate", SCENARIO, "--journal", good).returncode, 0)
        done = self.shell(["simulate", SCENARIO, "--journal", other], " <&- >&- 2>&-")
        self.assertEqual(done.returncode, 3)
        with open(good) as one, open(other) as two:
            self.assertEqual(one.readlines()[1:], two.readlines()[1:])

    def test_render_waits_for_no_pipe(self):
        os.mkfifo(self.path("scenario.yaml"))
        for scenario in (self.folder, self.path("scenario.yaml"), "/dev/zero"):
            done = run("render", scenario)
            self.assertEqual(done.returncode, 1)
            self.assertIn("this is not a file", done.stderr)

    def test_render_names_the_file_at_fault(self):
        with open(self.path("scenario.yaml"), "w") as file:
            file.write("title: [\n")
        self.assertIn(self.path("scenario.yaml") + ":", run("render", self.folder).stderr)

    def test_crowd(self):
        with open(self.path("scenario.yaml"), "w") as file:
            file.write(crowd.scenario(300, every=1, lines=24, first=0))
        for trainee in ("ideal", "steady", "hurried", "absent"):
            self.assertEqual(run("simulate", self.folder, "--trainee", trainee).returncode, 0)

    def test_figures_out_of_range(self):
        for arguments in (["simulate", SCENARIO, "--runs", "0"], ["simulate", SCENARIO, "--runs", "1000001"],
                          ["simulate", SCENARIO, "--seed", "4294967296"],
                          ["devices", "--latency", "-5"], ["devices", "--latency", "nan"]):
            with self.subTest(arguments=arguments):
                self.assertEqual(run(*arguments).returncode, 2)

    def test_journal_takes_no_device_away(self):
        pipe = self.path("pipe")
        os.mkfifo(pipe)
        before = os.stat(pipe)
        self.assertEqual(run("simulate", SCENARIO, "--journal", pipe).returncode, 2)
        self.assertEqual(os.stat(pipe), before)


if __name__ == "__main__":
    unittest.main()
