#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The scenarios that come with the program: none has a fault, their clips are all there, the ideal
trainee scores 100, nobody at all scores 0, and they grow harder in the order in which they are meant
to be taken. Usage: bundled.py PROGRAM"""

import functools
import json
import os
import subprocess
import sys
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scenarios")

# In rising difficulty: English, Swedish, lines, calls at least, level.
COURSE = [
    ("first-shift", "forsta-passet", 2, 4, "tutorial"),
    ("monday-morning", "mandag-morgon", 4, 10, "intermediate"),
    ("health-centre", "vardcentralen", 3, 8, "intermediate"),
    ("lunch-rush", "lunchrusning", 6, 13, "advanced"),
    ("difficult-callers", "svara-samtal", 4, 9, "advanced"),
    ("exam", "slutprov", 5, 15, "exam"),
]
SCENARIOS = [name for row in COURSE for name in row[:2]]
MOST_BYTES = 25 * 1000 * 1000


def path_of(name):
    return os.path.join(FOLDER, name)


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60, **options)


@functools.cache
def work(name, trainee):
    return json.loads(run("simulate", path_of(name), "--trainee", trainee, "--format", "json").stdout)


@functools.cache
def work_often(name, trainee):
    return json.loads(run("simulate", path_of(name), "--trainee", trainee, "--runs", "100",
                          "--format", "json").stdout)


@functools.cache
def check(name):
    done = run("check", path_of(name), "--format", "json")
    return done.returncode, json.loads(done.stdout)["files"][0]


def clips_of(name):
    for folder, _, files in os.walk(os.path.join(path_of(name), "clips")):
        for file in files:
            yield os.path.join(folder, file)


class Bundled(unittest.TestCase):
    def test_all_are_here(self):
        found = [name for name in os.listdir(FOLDER) if os.path.isdir(path_of(name))]
        self.assertEqual(sorted(found), sorted(SCENARIOS))

    def test_check_has_nothing_to_say(self):
        for name in SCENARIOS:
            with self.subTest(name):
                status, told = check(name)
                self.assertEqual((status, told["diagnostics"]), (0, []))
                self.assertEqual(told["load"]["unanswerable"], 0)

    def test_each_is_what_it_is_meant_to_be(self):
        for english, swedish, lines, calls, _ in COURSE:
            for name in (english, swedish):
                with self.subTest(name):
                    load = check(name)[1]["load"]
                    self.assertEqual(load["lines"], lines)
                    self.assertGreaterEqual(load["calls"], calls)

    def test_languages_and_licence(self):
        for english, swedish, _, _, level in COURSE:
            for name, language in ((english, "en"), (swedish, "sv")):
                with self.subTest(name), open(os.path.join(path_of(name), "scenario.yaml"),
                                              encoding="utf-8") as file:
                    text = file.read()
                    self.assertIn(f"\nlanguage: {language}\n", text)
                    self.assertIn(f"\nlevel: {level}\n", text)
                    self.assertTrue(text.startswith("# SPDX-License-Identifier:"))

    def test_every_reply_has_its_clip(self):
        for name in SCENARIOS:
            with self.subTest(name), open(os.path.join(path_of(name), "scenario.yaml"),
                                          encoding="utf-8") as file:
                texts = sum("{clip: " in line for line in file)
                self.assertEqual(len(list(clips_of(name))), texts)
                self.assertGreater(texts, 40)

    def test_clips_are_small_together(self):
        self.assertLess(sum(os.path.getsize(clip) for name in SCENARIOS for clip in clips_of(name)),
                        MOST_BYTES)

    def test_trainees_differ(self):
        for name in SCENARIOS:
            with self.subTest(name):
                ideal, steady, hurried, absent = (
                    work(name, trainee) for trainee in ("ideal", "steady", "hurried", "absent"))
                self.assertEqual((ideal["score"], ideal["passed"]), (100, True))
                self.assertEqual((absent["score"], absent["passed"]), (0, False))
                self.assertLess(steady["score"], ideal["score"] + 0.01)
                self.assertLess(hurried["score"], steady["score"])

    def test_they_grow_harder(self):
        for column in (0, 1):
            scores = [check(row[column])[1]["load"]["scores"]["steady"]["mean"] for row in COURSE]
            for easier, harder, row in zip(scores, scores[1:], COURSE[1:]):
                with self.subTest(row[column]):
                    self.assertLess(harder, easier + 1, scores)
            self.assertLess(scores[-1], scores[0] - 20)

    def test_level_and_difficulty_agree(self):
        for name in SCENARIOS:
            with self.subTest(name):
                self.assertEqual(check(name)[1]["load"]["against_level"], 0)

    def test_exams_are_fair_whatever_chance_brings(self):
        for name in COURSE[-1][:2]:
            with self.subTest(name):
                self.assertGreaterEqual(work_often(name, "ideal")["score"]["p5"], 99)

    def test_same_bytes_in_every_locale(self):
        for name in COURSE[1][:2]:
            outputs = {
                run("simulate", path_of(name), "--trainee", "hurried", "--format", "json",
                    env=dict(os.environ, LC_ALL=locale, LANGUAGE=language)).stdout
                for locale, language in (("C", ""), ("C.UTF-8", "sv"), ("sv_SE.UTF-8", "sv"))}
            self.assertEqual(len(outputs), 1)

    def test_many_shifts_are_repeatable(self):
        first, second = (run("simulate", path_of("monday-morning"), "--trainee", "steady", "--runs", "20",
                             "--seed", "3", "--format", "json").stdout for _ in range(2))
        self.assertEqual(first, second)
        told = json.loads(first)
        self.assertEqual(told["runs"], 20)
        self.assertEqual(len(told["calls"]), 12)
        self.assertLessEqual(told["score"]["p5"], told["score"]["p95"])


if __name__ == "__main__":
    unittest.main()
