#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A score is a function of scenario and journal and of nothing else: journals of all built-in
trainees and of the rubric's known answers are scored again and again, in other time zones, in
locales with a decimal comma and with other rules of case, by the program and within one process,
and the bytes are compared. Usage: purity.py PROGRAM SCORE_IN_PLACES"""

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

HELPER = os.path.abspath(sys.argv.pop(2))
HERE = os.path.dirname(os.path.abspath(__file__))

# The module takes the program off the command line.
SPEC = importlib.util.spec_from_file_location("known_answers", os.path.join(HERE, "known-answers.py"))
known_answers = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(known_answers)
PROGRAM = known_answers.PROGRAM

SCENARIOS = [os.path.join(HERE, "../..", path) for path in (
    "scenarios/monday-morning", "tests/app/shift", "tests/scenario/full")]
# Chance plays no part in how the first and the last of them work.
TRAINEES = [("ideal", "1"), ("steady", "1"), ("steady", "7"), ("hurried", "1"), ("hurried", "7"), ("absent", "1")]
LOCALES = ["sv_SE.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"]
ZONES = ["UTC", "Pacific/Kiritimati", "America/St_Johns", "NOWHERE-5:45"]


def make_locales(folder):
    """Makes the locales in a folder of our own; those that came about, and why others did not."""
    if shutil.which("localedef") is None:
        return [], "there is no localedef"
    for name in LOCALES:
        language, _, charset = name.partition(".")
        subprocess.run(["localedef", "-i", language, "-f", charset, os.path.join(folder, name)],
                       capture_output=True, timeout=120, check=False)
    made = [name for name in LOCALES if os.path.isdir(os.path.join(folder, name))]
    return made, "" if made else "localedef has no sources to make a locale of"


class Purity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.locales, cls.why_not = make_locales(cls.folder.name)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run_in(self, locale, zone, *arguments):
        env = dict(os.environ, LC_ALL=locale, LANGUAGE=locale[:2], TZ=zone, LOCPATH=self.folder.name)
        if locale in ("C", "C.UTF-8"):
            del env["LOCPATH"]
        done = subprocess.run(arguments, capture_output=True, timeout=120, env=env)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    @functools.cached_property
    def journals(self):
        made = []
        for number, scenario in enumerate(SCENARIOS):
            for trainee, seed in TRAINEES:
                made.append(self.path("%d-%s-%s.journal" % (number, trainee, seed)))
                self.run_in("C.UTF-8", "UTC", PROGRAM, "simulate", scenario, "--trainee", trainee,
                            "--seed", seed, "--journal", made[-1])
        return made + [self.known_answers_journal()]

    def known_answers_journal(self):
        shift = known_answers.KnownAnswers("test_ten_calls")
        shift.setUp()
        shift.play(known_answers.PERFORMANCES + [({"absent": True}, 0)])
        shutil.copy(shift.path("a.journal"), self.path("known.journal"))
        shift.doCleanups()
        return self.path("known.journal")

    def places(self):
        locales = ["C"] + self.locales
        return [(locale, ZONES[n % len(ZONES)]) for n, locale in enumerate(locales)]

    def test_locales_are_what_they_should_be(self):
        if not self.locales:
            self.skipTest(self.why_not)
        for name in self.locales:
            self.assertEqual(self.run_in(name, "UTC", "locale", "decimal_point"), b",\n")

    def test_the_program_prints_the_same_everywhere(self):
        if not self.locales and os.environ.get("CI"):
            self.fail(self.why_not)
        for journal in self.journals:
            for form in ("json", "csv"):
                with self.subTest(journal=os.path.basename(journal), form=form):
                    printed = [self.run_in(locale, zone, PROGRAM, "score", journal, "--format", form)
                               for locale, zone in self.places() + self.places()[:1]]
                    self.assertEqual(len(set(printed)), 1)
                    self.assertGreater(len(printed[0]), 100)

    def test_one_process_scores_the_same_everywhere(self):
        for journal in self.journals:
            for form in ("json", "csv"):
                with self.subTest(journal=os.path.basename(journal), form=form):
                    printed = self.run_in("C.UTF-8", "UTC", PROGRAM, "score", journal, "--format", form)
                    env = dict(os.environ, LOCPATH=self.folder.name)
                    locales = self.locales + ["C"] + self.locales[:1]
                    done = subprocess.run([HELPER, form, journal, *locales], capture_output=True,
                                          timeout=120, env=env)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertEqual(done.stdout, printed)

    def test_a_shift_is_worked_the_same_everywhere(self):
        """All but the header, which says when it was started."""
        for scenario in SCENARIOS:
            journals = set()
            for n, (locale, zone) in enumerate(self.places()):
                path = self.path("place%d.journal" % n)
                self.run_in(locale, zone, PROGRAM, "simulate", scenario, "--trainee", "hurried",
                            "--seed", "3", "--journal", path)
                with open(path, "rb") as file:
                    journals.add(b"".join(file.readlines()[1:]))
                os.remove(path)
            self.assertEqual(len(journals), 1, scenario)


if __name__ == "__main__":
    unittest.main()
