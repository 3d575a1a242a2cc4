#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Locale C, Swedish, and one that is not installed: what people read is in their language with their
letters, what programs read is the same bytes everywhere, and nothing fails. The window's language by
locale is language-choice's matter; here a shift is worked in each. Run it inside with-display. Usage:
locales.py PROGRAM"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from desk_on_disk import SCENARIO, DeskOnDisk, make_scenario

PROGRAM = os.path.abspath(sys.argv.pop(1))
# LC_ALL → LANGUAGE it amounts to. A locale that is not there says all the same what language is meant.
LOCALES = {"C": "en", "C.UTF-8": "en", "sv_SE.UTF-8": "sv", "xx_XX.UTF-8": "en", "sv_FI@nonsense": "sv",
           "en_GB.ISO-8859-1": "en"}
NAME = "Åsa Lindqvist-Öberg"
WORDS = {"en": {"start": "Start the shift", "name": "Your name", "ringing": "Line 1, ringing",
                "connected": "Line 1, connected", "finish": "Finish", "finish now": "Finish now",
                "summary": "Response time", "none": "No session has been finished yet"},
         "sv": {"start": "Starta passet", "name": "Ditt namn", "ringing": "Linje 1, ringer",
                "connected": "Linje 1, i samtal", "finish": "Avsluta", "finish now": "Avsluta nu",
                "summary": "Svarstid", "none": "Inget pass"}}


class Locales(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.scenario = make_scenario(str(self.folder / "scenario"), SCENARIO.replace("Ada", "Åsa"))

    @staticmethod
    def environment(locale):
        clean = {key: value for key, value in os.environ.items()
                 if not key.startswith("LC_") and key not in ("LANG", "LANGUAGE")}
        return dict(clean, LC_ALL=locale, TZ="UTC")

    def run_program(self, locale, *arguments):
        done = subprocess.run([PROGRAM, *map(str, arguments)], env=self.environment(locale), timeout=60,
                              capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def test_commands(self):
        """JSON and CSV to the byte; a report for people in letters that are all there."""
        same = {}
        for locale in LOCALES:
            with self.subTest(locale):
                journal = self.folder / (locale.replace("@", "-") + ".journal")
                self.run_program(locale, "simulate", self.scenario, "--journal", journal)
                lines = journal.read_bytes().split(b"\n")[1:]
                self.assertEqual(same.setdefault("journal", lines), lines)
                journal = same.setdefault("scored", journal)  # the moment stands in the reports
                for kind in ("json", "csv"):
                    report = self.run_program(locale, "score", journal, "--format", kind).stdout
                    self.assertEqual(same.setdefault(kind, report), report)
                html = self.run_program(locale, "score", journal, "--format", "html").stdout
                self.assertIn("Åsa Marlowe", html.decode("utf-8"))
                text = self.run_program(locale, "score", journal).stdout
                self.assertTrue(text)

    def test_window(self):
        for locale in ("C", "sv_SE.UTF-8", "xx_XX.UTF-8"):
            with self.subTest(locale):
                self.work_shift(locale, WORDS[LOCALES[locale]])

    def work_shift(self, locale, words):
        data = self.folder / ("data-" + locale)
        before = dict(os.environ)
        clean = self.environment(locale)
        os.environ.clear()
        os.environ.update(clean)
        try:
            desk = DeskOnDisk(PROGRAM, self.scenario, data, LC_ALL=locale, LANGUAGE="")
        finally:
            os.environ.clear()
            os.environ.update(before)
        try:
            desk.get("text", words["name"])
            desk.write(words["name"], NAME)
            desk.press(words["start"])
            desk.press(words["ringing"], exactly=False, seconds=15)
            desk.wait("the call", lambda: desk.find("push button", words["connected"], exactly=False))
            desk.wait_for_record(event="answered")
            desk.press(words["finish"], exactly=False)
            desk.press(words["finish now"])
            desk.wait_for_words(words["summary"])
            self.assertEqual(desk.records()[0]["trainee"], NAME)
            self.assertEqual(desk.complaints(), [])
        finally:
            desk.end()
        shown = subprocess.run([PROGRAM, "history", "--format", "csv"], capture_output=True,
                               env=dict(self.environment(locale), XDG_DATA_HOME=str(data)))
        self.assertIn(NAME, shown.stdout.decode("utf-8"))


unittest.main(verbosity=2)
