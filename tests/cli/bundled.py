#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The scenario that comes with the program: it has no fault, its clips are all there, the ideal
trainee scores 100, nobody at all scores 0, and it asks for what a first shift should.
Usage: bundled.py PROGRAM"""

import glob
import json
import os
import subprocess
import sys
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
SCENARIO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scenarios/monday-morning")


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60)


def work(trainee):
    return json.loads(run("simulate", SCENARIO, "--trainee", trainee, "--format", "json").stdout)


class Bundled(unittest.TestCase):
    def test_check_has_nothing_to_say(self):
        done = run("check", SCENARIO, "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr)
        found = json.loads(done.stdout)["files"][0]
        self.assertEqual(found["diagnostics"], [])
        self.assertGreaterEqual(found["load"]["calls"], 10)
        self.assertEqual(found["load"]["lines"], 4)
        self.assertGreaterEqual(found["load"]["most_at_once"], 3)
        self.assertEqual(found["load"]["ideal_score"], 100)

    def test_clips_are_there(self):
        self.assertGreater(len(glob.glob(os.path.join(SCENARIO, "clips", "*.opus"))), 200)

    def test_trainees_differ(self):
        ideal, steady, hurried, absent = map(work, ("ideal", "steady", "hurried", "absent"))
        self.assertEqual((ideal["score"], ideal["passed"]), (100, True))
        self.assertEqual((absent["score"], absent["passed"]), (0, False))
        self.assertTrue(steady["passed"])
        self.assertLess(steady["score"], ideal["score"])
        self.assertLess(hurried["score"], steady["score"])

    def test_same_bytes_in_every_locale(self):
        outputs = {
            subprocess.run([PROGRAM, "simulate", SCENARIO, "--trainee", "hurried", "--format", "json"],
                           capture_output=True, timeout=60, check=True,
                           env=dict(os.environ, LC_ALL=locale, LANGUAGE=language)).stdout
            for locale, language in (("C", ""), ("C.UTF-8", "sv"), ("sv_SE.UTF-8", "sv"))}
        self.assertEqual(len(outputs), 1)

    def test_many_shifts_are_repeatable(self):
        first, second = (run("simulate", SCENARIO, "--trainee", "steady", "--runs", "20", "--seed", "3",
                             "--format", "json").stdout for _ in range(2))
        self.assertEqual(first, second)
        told = json.loads(first)
        self.assertEqual(told["runs"], 20)
        self.assertEqual(len(told["calls"]), 12)
        self.assertLessEqual(told["score"]["p5"], told["score"]["p95"])


if __name__ == "__main__":
    unittest.main()
