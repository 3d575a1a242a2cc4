#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""An exam's journal, tampered with in each way, and what each reader makes of it; and how a session
was adjusted, in every report. Usage: exams.py PROGRAM"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))

SCENARIO = """format: 1
title: An exam
language: en
country: gb
level: exam
lines: 2
duration: 1:00
organisation: Acme
people:
  - {id: free, name: Fay Reed, extension: 201, screens_calls: no}
calls:
  - {id: one, at: 1, caller: {given: Ann}, says: {opening: {text: Hello}}, expect: {do: decline}}
  - {id: two, at: 40, caller: {given: Bea}, says: {opening: {text: Hello}}, expect: {do: decline}}
"""

COMMANDS = [
    {"t": 3000, "command": "answer", "line": 1},
    {"t": 3500, "command": "say", "line": 1, "phrase": "greet"},
    {"t": 9000, "command": "say", "line": 1, "phrase": "goodbye"},
    {"t": 12000, "command": "release", "line": 1},
    {"t": 42000, "command": "answer", "line": 1},
    {"t": 42500, "command": "say", "line": 1, "phrase": "greet"},
    {"t": 49000, "command": "say", "line": 1, "phrase": "goodbye"},
    {"t": 52000, "command": "release", "line": 1},
    {"t": 60000, "command": "finish"},
]


def run(*arguments, home=None):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    if home:
        environment.update(HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
    return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=60, text=True,
                          env=environment)


def with_line(lines, n, change):
    return lines[:n - 1] + [change(lines[n - 1])] + lines[n:]


def stripped(line):
    return re.sub(r',"chain":"[0-9a-f]{32}"', "", line)


# What is done to the lines of the journal, the state and line that are to be told, and whether the
# session still counts as handed in. Line 5 is the first event that somebody would like to change.
TAMPERING = {
    "left alone": (lambda lines: lines, "whole", None, True),
    "an answer made quicker": (
        lambda lines: with_line(lines, 6, lambda line: line.replace('"waited":2000', '"waited":20')),
        "changed", 6, True),
    "another name": (
        lambda lines: with_line(lines, 1, lambda line: line.replace('"Kim"', '"Eva"')),
        "changed", 1, True),
    "more time, afterwards": (
        lambda lines: with_line(lines, 1, lambda line: line.replace(
            '"accommodations":[]', '"accommodations":["time:2"]')), "changed", 1, True),
    "a line removed": (lambda lines: lines[:4] + lines[5:], "changed", 5, True),
    "a line inserted": (lambda lines: lines[:4] + [stripped(lines[4])] + lines[4:],
                        "changed", 5, True),
    "a line twice": (lambda lines: lines[:4] + [lines[4]] + lines[4:], "changed", 6, True),
    "two lines in the other order": (
        lambda lines: lines[:4] + [lines[5], lines[4]] + lines[6:], "changed", 5, True),
    "all checksums removed": (lambda lines: [stripped(line) for line in lines],
                              "missing", None, True),
    "the end cut off": (lambda lines: lines[:-2], "whole", None, False),
}


class Exams(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.scenario = os.path.join(cls.folder, "scenario.yaml")
        cls.write("scenario.yaml", SCENARIO)
        cls.exam = cls.work("exam", [])

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def write(cls, name, text):
        path = os.path.join(cls.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    @classmethod
    def work(cls, mode, accommodations, scenario=None):
        """The text of a journal in which COMMANDS were obeyed."""
        scenario = scenario or cls.scenario
        out = os.path.join(cls.folder, "out.journal")
        plain = cls.write("script", "".join(json.dumps(each) + "\n" for each in COMMANDS))
        assert run("simulate", scenario, "--script", plain, "--journal", out).returncode == 0
        with open(out, encoding="utf-8") as file:
            header, body = file.read().split("\n", 1)
        header = json.loads(header)
        header.update(mode=mode, accommodations=accommodations, trainee="Kim")
        template = cls.write("template", json.dumps(header, ensure_ascii=False) + "\n" + body)
        done = run("simulate", scenario, "--script", template, "--journal", out)
        assert done.returncode == 0, done.stderr
        with open(out, encoding="utf-8") as file:
            return file.read()

    def score(self, path, form):
        return run("score", path, "--format", form)

    def history(self, path):
        home, others = tempfile.mkdtemp(dir=self.folder), tempfile.mkdtemp(dir=self.folder)
        shutil.copy(path, others)
        done = run("history", "--import", others, home=home)
        sessions = json.loads(run("history", "--format", "json", home=home).stdout)["sessions"]
        return sessions, done.stdout + done.stderr

    def test_each_kind_in_each_reader(self):
        for name, (tamper, state, line, handed_in) in TAMPERING.items():
            with self.subTest(name):
                path = self.write("a.journal", "\n".join(tamper(self.exam.split("\n")[:-1])) + "\n")
                changed = state == "changed"
                told = {"changed": f"changed after the exam, from line {line}",
                        "missing": "without checksums"}.get(state)

                done = self.score(path, "json")
                card = json.loads(done.stdout)
                self.assertEqual(done.returncode, 1 if changed else 0)
                self.assertEqual(f"from line {line} on" in done.stderr, changed)
                self.assertEqual(card["chain"]["state"], state)
                self.assertEqual(card["chain"]["line"], line)
                self.assertEqual(card["handed_in"], handed_in)
                if changed:
                    self.assertFalse(card["passed"])

                for form in ("text", "html"):
                    report = " ".join(re.sub("<[^>]*>", " ", self.score(path, form).stdout).split())
                    if told:
                        self.assertIn(told, report)
                    else:
                        self.assertNotIn("changed after", report)
                        self.assertNotIn("without checksums", report)
                    self.assertEqual("not handed in" in report, not handed_in)
                    if state == "whole":
                        last = card["chain"]["last"]
                        groups = " ".join(last[n:n + 4] for n in range(0, 32, 4))
                        self.assertIn(groups, report)

                rows = list(csv.DictReader(io.StringIO(self.score(path, "csv").stdout)))
                self.assertEqual({row["chain"] for row in rows}, {state})

                sessions, words = self.history(path)
                self.assertEqual(len(sessions), 0 if changed or not handed_in else 1)
                if changed:
                    self.assertIn(f"from line {line}", words)

                done = run("simulate", self.scenario, "--script", path)
                self.assertEqual("changed after the exam" in done.stderr, changed)

    def test_last_line_torn(self):
        path = self.write("torn.journal", self.exam[:-30])
        done = self.score(path, "json")
        self.assertEqual(done.returncode, 0)
        self.assertIn("cut off", done.stderr)
        self.assertEqual(json.loads(done.stdout)["chain"]["state"], "whole")
        self.assertFalse(json.loads(done.stdout)["handed_in"])

    def test_replay_gives_the_same_bytes(self):
        path = self.write("b.journal", self.exam)
        out = os.path.join(self.folder, "again.journal")
        self.assertEqual(run("simulate", self.scenario, "--script", path, "--journal",
                             out).returncode, 0)
        with open(out, encoding="utf-8") as file:
            self.assertEqual(file.read(), self.exam)

    def test_other_modes_say_nothing(self):
        for mode in ("practice", "guided", "simulated"):
            text = self.work(mode, [])
            self.assertNotIn("chain", text)
            card = json.loads(self.score(self.write("c.journal", text), "json").stdout)
            self.assertNotIn("chain", card)
            self.assertNotIn("handed_in", card)
            self.assertNotIn("accommodations", card)

    def test_adjusted_in_every_report(self):
        path = self.write("d.journal", self.work("exam", ["time:1.5", "captions", "pause"]))
        words = "time ×1.5, captions, pauses"
        for form in ("text", "html"):
            self.assertIn(words, " ".join(self.score(path, form).stdout.split()))
        self.assertEqual(json.loads(self.score(path, "json").stdout)["accommodations"],
                         ["time:1.5", "captions", "pause"])
        rows = list(csv.DictReader(io.StringIO(self.score(path, "csv").stdout)))
        self.assertEqual({row["accommodations"] for row in rows}, {"time:1.5, captions, pause"})
        self.assertEqual({row["granted_at_desk"] for row in rows}, {"time:1.5, captions, pause"})
        home, others = tempfile.mkdtemp(dir=self.folder), tempfile.mkdtemp(dir=self.folder)
        shutil.copy(path, others)
        run("history", "--import", others, home=home)
        self.assertIn("adjusted: captions, pauses, time ×", run("history", home=home).stdout)

    def test_granted_at_desk(self):
        """What the scenario grants, and what somebody else did, in every report; in practice, nothing."""
        granting = os.path.join(self.folder, "granting")
        os.makedirs(granting)
        self.write("granting/scenario.yaml", SCENARIO + "exam: {captions: yes, time: 2}\n")
        for scenario, mode, list_, expected in (
                (self.scenario, "exam", ["time:1.5", "captions"], ["time:1.5", "captions"]),
                (granting, "exam", ["time:1.5", "captions"], []),
                (granting, "exam", ["time:10", "captions", "hints"], ["time:10", "hints"]),
                (granting, "exam", ["untimed"], ["untimed"]),
                (self.scenario, "practice", ["time:1.5"], [])):
            with self.subTest(mode=mode, granted=list_, expected=expected):
                path = self.write("g.journal", self.work(mode, list_, scenario))
                card = json.loads(self.score(path, "json").stdout)
                self.assertEqual(card.get("granted_at_desk", []), expected)
                rows = list(csv.DictReader(io.StringIO(self.score(path, "csv").stdout)))
                self.assertEqual({row["granted_at_desk"] for row in rows}, {", ".join(expected)})
                for form in ("text", "html"):
                    told = " ".join(self.score(path, form).stdout.split())
                    self.assertEqual("Granted at the desk, not by the author of the exam:" in told,
                                     bool(expected))


if __name__ == "__main__":
    unittest.main()
