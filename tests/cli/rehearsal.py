#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""What `check` and `simulate --runs` find by working shifts ahead. Usage: rehearsal.py PROGRAM"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

import crowd

PROGRAM = os.path.abspath(sys.argv.pop(1))
TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
SCENARIO = os.path.join(TOP, "scenarios/monday-morning")


class Rehearsal(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, content):
        path = os.path.join(self.folder, "scenario.yaml")
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def run_program(self, *arguments, cores=None):
        def prepare():
            if cores:
                os.sched_setaffinity(0, cores)
        return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60,
                              preexec_fn=prepare)

    def load(self, content):
        done = self.run_program("check", "--format", "json", self.write(content))
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["files"][0]

    def test_same_bytes_from_any_number_of_threads(self):
        one_core = {min(os.sched_getaffinity(0))}
        for arguments in (("simulate", SCENARIO, "--runs", "60", "--seed", "3", "--format", "json"),
                          ("check", SCENARIO, "--format", "json")):
            outputs = {self.run_program(*arguments, cores=cores).stdout
                       for cores in (one_core, None, None)}
            self.assertEqual(len(outputs), 1)

    def test_a_run_is_the_shift_of_its_seed(self):
        many = json.loads(self.run_program("simulate", SCENARIO, "--runs", "3", "--seed", "5",
                                           "--format", "json").stdout)
        scores = [json.loads(self.run_program("simulate", SCENARIO, "--seed", str(seed), "--format",
                                              "json").stdout)["score"] for seed in (5, 6, 7)]
        self.assertAlmostEqual(many["score"]["mean"], sum(scores) / 3, delta=0.01)
        mean = sum(scores) / 3
        self.assertAlmostEqual(many["score"]["sd"],
                               (sum((s - mean) ** 2 for s in scores) / 2) ** .5, delta=0.02)

    def test_spread_of_totals(self):
        many = json.loads(self.run_program("simulate", SCENARIO, "--runs", "40", "--format",
                                           "json").stdout)
        self.assertEqual(many["totals"].keys(), many["spread"].keys())
        for name, spread in many["spread"].items():
            if spread is None:
                self.assertIsNone(many["totals"][name])
                continue
            self.assertGreaterEqual(spread["sd"], 0)
            self.assertLessEqual(spread["p5"], spread["p95"])
        self.assertEqual(many["spread"]["calls"], {"mean": 12, "sd": 0, "p5": 12, "p95": 12})
        self.assertGreater(many["spread"]["asa_seconds"]["sd"], 0)

    def test_text_names_the_totals(self):
        text = self.run_program("simulate", SCENARIO, "--runs", "5").stdout
        self.assertIn("average speed of answer", text)
        self.assertNotIn("asa_seconds", text)

    def test_calls_nobody_can_take(self):
        """Nine callers at once on two lines: two ring, seven hear the busy tone."""
        found = self.load(crowd.scenario(9, 0, 2))
        load = found["load"]
        self.assertEqual(len(load["blocked_calls"]), 7)
        self.assertEqual(load["unanswerable"], 7)
        self.assertEqual(load["unanswerable_calls"], load["blocked_calls"])
        self.assertEqual(load["most_at_once"], 2)
        messages = [item["message"] for item in found["diagnostics"]]
        self.assertEqual(len(messages), 7)
        self.assertTrue(all("every line taken" in message for message in messages))

    def test_difficulty_rises(self):
        points = [self.load(crowd.scenario(20, every, 6))["load"]["difficulty_points"]
                  for every in (55, 25, 12, 5)]
        self.assertEqual(points, sorted(points))
        self.assertLess(points[0] + 20, points[-1])

    def test_level_that_misleads_is_a_remark(self):
        gentle, severe = crowd.scenario(2, 300, 2, "advanced"), crowd.scenario(40, 4, 6, "tutorial")
        self.assertEqual(self.load(gentle)["load"]["against_level"], -1)
        done = self.run_program("check", self.write(gentle))
        self.assertEqual(done.stderr, "")
        self.assertIn("much easier than “level: advanced”", done.stdout)
        self.assertEqual(self.load(severe)["load"]["against_level"], 1)

    def test_ten_thousand_faults(self):
        done = self.run_program("check", self.write(crowd.scenario(1, 1, 2) + "junk: 1\n" * 30000))
        lines = done.stderr.splitlines()
        self.assertEqual(lines[-1], "30000 errors")
        self.assertLessEqual(sum(line.startswith("      | ") for line in lines), 100)
        self.assertEqual(sum(": error: " in line for line in lines), 10001)
        self.assertTrue(any(line.startswith("10000 times: ") for line in lines[-5:]))

    def test_too_many(self):
        people = "".join("  - {id: p%d, name: P, extension: 1}\n" % n for n in range(1000))
        text = crowd.scenario(1, 1, 2).replace("calls:\n", people + "calls:\n")
        self.assertIn("at most 1,000 people", self.run_program("check", self.write(text)).stderr)
        done = self.run_program("check", self.write(crowd.scenario(10001, 0, 24)))
        self.assertIn("at most 10,000 calls", done.stderr)


if __name__ == "__main__":
    unittest.main()
