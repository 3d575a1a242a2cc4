#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The rubric's known answers, worked through the program itself: a scenario is written, ten calls
are played from a script, and what `simulate` and `score` print is held against figures worked out
by hand. Usage: known-answers.py PROGRAM"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))

HEAD = """\
format: 1
title: Kända svar
language: sv
country: se
lines: 2
duration: 50:00
organisation: Nordvik Bygg
people:
  - {id: erik, name: Erik Öberg, extension: 201}
  - {id: anna, name: Anna Berg, extension: 202}
phrases:
  - {id: private_mobile, label: Ge ut privat mobilnummer, critical: yes}
calls:
"""

CALL = """\
  - id: c%(n)d
    at: %(at)d
    patience: {ringing: 60, hold: 120, silence: 120}
    caller:
      given: Åsa
      surname: Lindqvist
      organisation: Nordvik Bygg
      phone: 070-174 06 05
      spells_name: yes
    says:
      opening: {text: "Hej, är Erik Öberg inne?"}
      matter: {text: "Faktura 4471, nej 4417, är inte betald. Ring före halv tre."}
      hold_yes: {text: "Ja."}
    expect:
      do: %(do)s
      to: erik
      ticks: [please_call]
      message: "Faktura 4417 är inte betald. Ring före 14.30."
      facts:
        - {number: "4417", weight: 2, wrong: ["4471"]}
        - {time: "14:30"}
        - {not: [betald], accept: [obetald]}
"""

SLIP = {
    "to": "erik", "name": "Åsa Lindqvist", "organisation": "Nordvik Bygg",
    "phone": "0701740605", "ticks": ["please_call"],
    "text": "Faktura 4417 är inte betald. Ring före 14.30.",
}

# What differs from a perfect message call, and the score by the rubric's table.
PERFORMANCES = [
    ({}, 100),
    ({"answer": 30}, 85),
    ({"slip": {"phone": "0701740650"}, "read_back": False}, 80),
    ({"slip": {"name": "Asa Lindkvist"}}, 84.67),
    ({"slip": {"text": "Faktura 4417 är betald. Ring före 14.30."}}, 93),
    ({"slip": {"organisation": "", "phone": "", "ticks": [], "text": ""}, "read_back": False}, 62),
    ({"slip": {"text": "Faktura 4417, 4471 är inte betald. Ring före 14.30."}}, 86),
    ({"hold": 90}, 94.38),
    ({"answer": 12, "transfer": "anna"}, 50),
    ({"extra": "private_mobile"}, 25),
]


def scenario(performances):
    calls = [CALL % {"n": n, "at": n * 240, "do": "transfer" if "transfer" in how else "message"}
             for n, (how, _) in enumerate(performances, 1)]
    return HEAD + "".join(calls)


def commands(n, how):
    """The commands of one call, in order."""
    start = n * 240_000
    now = start + how.get("answer", 9) * 1000
    slip = dict(SLIP, **how.get("slip", {}))

    def at(ms, command, **more):
        return dict({"t": now + ms, "command": command}, **more)

    def say(ms, phrase):
        return at(ms, "say", line=1, phrase=phrase)

    if how.get("absent"):
        return
    yield at(0, "answer", line=1)
    yield say(800, "greet")
    if "transfer" in how:
        yield say(4000, "tell_transfer")
        yield at(6000, "transfer", line=1, to=how["transfer"])
        return
    if "hold" in how:
        yield at(4000, "hold", line=1)
        now += how["hold"] * 1000
        yield at(4000, "resume", line=1)
    if "extra" in how:
        yield say(4500, how["extra"])
    yield at(5000, "draft", call="c%d" % n, **slip)
    if how.get("read_back", True):
        yield say(5000, "read_back")
    yield say(9000, "goodbye")
    yield at(11000, "release", line=1)
    yield at(12000, "message", call="c%d" % n, **slip)


class KnownAnswers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run_program(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def play(self, performances):
        with open(self.path("scenario.yaml"), "w", encoding="utf-8") as file:
            file.write(scenario(performances))
        with open(self.path("script"), "w", encoding="utf-8") as file:
            for n, (how, _) in enumerate(performances, 1):
                for command in commands(n, how):
                    file.write(json.dumps(command, ensure_ascii=False) + "\n")
        return json.loads(self.run_program(
            "simulate", self.folder.name, "--script", self.path("script"),
            "--journal", self.path("a.journal"), "--format", "json"))

    def test_ten_calls(self):
        card = self.play(PERFORMANCES)
        for (how, expected), call in zip(PERFORMANCES, card["calls"]):
            with self.subTest(call=call["id"], how=how):
                self.assertAlmostEqual(call["score"], expected, places=2, msg=json.dumps(call))
        self.assertEqual(card["score"], 76.0)
        self.assertIs(card["passed"], False)
        self.assertEqual(card["band"], "competent")
        self.assertEqual(card["critical"], ["c10"])
        self.assertEqual(card["totals"]["calls"], 10)
        self.assertEqual(card["totals"]["answered"], 10)

    def test_an_eleventh_that_nobody_answers(self):
        card = self.play(PERFORMANCES + [({"absent": True}, 0)])
        self.assertEqual(card["calls"][10]["score"], 0)
        self.assertAlmostEqual(card["score"], 69.09, places=2)
        self.assertEqual(card["totals"]["abandoned_ringing"], 1)

    def test_the_journal_scores_the_same(self):
        card = self.play(PERFORMANCES)
        scored = json.loads(self.run_program("score", self.path("a.journal"), "--format", "json"))
        self.assertEqual(scored, card)

    def test_a_replayed_journal_is_the_same_bytes(self):
        self.play(PERFORMANCES)
        self.run_program("simulate", self.folder.name, "--script", self.path("a.journal"),
                         "--journal", self.path("b.journal"))
        with open(self.path("a.journal"), "rb") as a, open(self.path("b.journal"), "rb") as b:
            self.assertEqual(a.read(), b.read())


if __name__ == "__main__":
    unittest.main()
