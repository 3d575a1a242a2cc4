#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""What every command prints of attacked files, of places that take no free text, and of paths: nothing
that a terminal would obey, no more than some lines of it, and no file but those that were asked for.
Usage: printed.py PROGRAM [each], with which there are more of them."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

import attack_table
import attacked_shift
import seen
from attack_table import ATTACKS, disturbs
from attacked_shift import Folder, attacked, quote

PROGRAM = os.path.abspath(sys.argv[1])
EACH = sys.argv[2:] == ["each"]
LONGEST_LINE = 1500
MOST_BYTES = 200000

# Lines of the scenario that take no free text, each with a text in the place of what belongs there. Each
# of the attacks is refused there, or warned of.
NARROW = {
    "a key": ("lines: 3", "{0}: 3"),
    "language": ("language: en", "language: {0}"),
    "country": ("country: gb", "country: {0}"),
    "lines": ("lines: 3", "lines: {0}"),
    "duration": ("duration: 2:00", "duration: {0}"),
    "person's id": ("id: anna", "id: {0}"),
    "extension": ("extension: 202", "extension: {0}"),
    "presence": ("is: away", "is: {0}"),
    "phrase's id": ("id: own, label", "id: {0}, label"),
    "call's id": ("id: put", "id: {0}"),
    "number": ("number: 01632 960147", "number: {0}"),
    "phone": ("phone: 01632 960147", "phone: {0}"),
    "recipient": ("to: anna}}", "to: {0}}}"),
    "tick": ("[please_call]", "[{0}]"),
    "outcome": ("do: inform", "do: {0}"),
    "phrase said": ("say: [own]", "say: [{0}]"),
    "reply's id": ("spelling: {{", "{0}: {{"),
    "clip": ("matter: {{text", "matter: {{clip: {0}, text"),
    "voice": ("    line: 2\n", "    line: 2\n    voice: {0}\n"),
    "named voice": ("lines: 3", "lines: 3\nvoices: {{gruff: {0}}}"),
}
# Records of a script, whose ids and words are none.
RECORDS = (
    {"t": 1, "command": "{0}"}, {"t": 1, "command": "say", "line": 1, "phrase": "{0}"},
    {"t": 1, "command": "transfer", "line": 1, "to": "{0}"},
    {"t": 1, "command": "message", "call": "{0}", "to": "anna", "name": "", "organisation": "",
     "phone": "", "ticks": [], "text": ""},
    {"t": 1, "command": "message", "call": "order", "to": "{0}", "name": "", "organisation": "",
     "phone": "", "ticks": [], "text": ""},
    {"t": 1, "event": "{0}"}, {"t": 1, "{0}": 1}, {"t": "{0}"},
)
TEXTS = {"all": attack_table.ALL}
NAMES = ["formula -", "overrides", "escapes"]
if EACH:
    TEXTS["long word"] = ATTACKS["long word"]
    NAMES += ["script", "formats", "formula =", "controls", "noncharacters", "path dots", "option", "table"]


class Printed(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name

    def run_in(self, *arguments, status=None, cwd=None, environment=None):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=60, check=False,
                              cwd=cwd or self.root, env={**os.environ, **(environment or {})})
        if status is not None:
            self.assertEqual(done.returncode, status, done.stderr.decode(errors="replace")[-1000:])
        self.assertIn(done.returncode, (0, 1, 2, 3))
        for printed in (done.stdout, done.stderr):
            text = printed.decode("utf-8")
            self.assertEqual(disturbs(text.replace("\r\n", "\n")), [], arguments)
            self.assertLess(len(printed), MOST_BYTES)
        return done

    def write(self, name, text):
        path = os.path.join(self.root, name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return path

    def test_places_that_take_no_text(self):
        plain = attacked_shift.scenario(attacked("x"))
        for place, (written, instead) in NARROW.items():
            for name, text in TEXTS.items():
                with self.subTest(place=place, text=name):
                    put = instead.replace("{{", "{").replace("}}", "}").replace("{0}", quote(text))
                    was = written.replace("{{", "{").replace("}}", "}")
                    self.assertIn(was, plain)
                    path = self.write("scenario.yaml", plain.replace(was, put, 1))
                    done = self.run_in("check", path)
                    told = done.stderr.decode()
                    self.assertRegex(told, r"scenario\.yaml:\d+:\d+: (error|warning): ")
                    self.assertLess(max(map(len, told.splitlines())), LONGEST_LINE)
                    told = self.run_in("check", "--format", "json", path, status=done.returncode)
                    self.assertGreater(len(json.loads(told.stdout)["files"][0]["diagnostics"]), 0)
                    self.assertEqual(os.listdir(self.root), ["scenario.yaml"])

    def test_records_of_a_script(self):
        self.write("scenario.yaml", attacked_shift.scenario(attacked("x")))
        for record in RECORDS:
            for name, text in TEXTS.items():
                with self.subTest(record=record, text=name):
                    line = json.dumps(record).replace("{0}", json.dumps(text)[1:-1])
                    script = self.write("script.jsonl", line + "\n")
                    done = self.run_in("simulate", self.root, "--script", script)
                    self.assertIn(done.returncode, (0, 1))
                    self.assertLess(len(done.stderr), 20000)

    def test_what_is_no_json(self):
        """Bytes that no reader of JSON takes, a half of a pair among them."""
        self.write("scenario.yaml", attacked_shift.scenario(attacked("x")))
        for text in (b'"\xff\xc0\xaf"', b'"\\ud800"', b'"\\udc00\\ud800"', b'"a\\u0000b"', b'"\x1b[2J"'):
            with self.subTest(text=text):
                script = os.path.join(self.root, "script.jsonl")
                with open(script, "wb") as file:
                    file.write(b'{"t":1,"command":' + text + b"}\n")
                self.run_in("simulate", self.root, "--script", script, status=1)

    def test_names_of_folders(self):
        """The name of a scenario's folder is its id, and stands in every report."""
        for attack in NAMES:
            with self.subTest(attack=attack):
                name = ATTACKS[attack].replace("/", "").replace("\n", "")[:80]
                folder = os.path.join(self.root, name)
                os.mkdir(folder)
                shift = Folder(PROGRAM, folder, attacked("x"))
                self.assertEqual(shift.work().returncode, 0)
                for arguments in (["check", folder], ["check", "--format", "json", folder],
                                  ["simulate", folder], ["simulate", folder, "--runs", "2"],
                                  ["simulate", folder, "--runs", "2", "--format", "json"],
                                  ["score", shift.journal], ["score", shift.journal, "--format", "html"],
                                  ["score", os.path.join(folder, "none")], ["render", folder + "/none"]):
                    self.run_in(*arguments)
                card = json.loads(self.run_in("score", shift.journal, "--format", "json").stdout)
                self.assertEqual(card["scenario"], name)
                rows = seen.table(self.run_in("score", shift.journal, "--format", "csv").stdout.decode())
                for row in rows[1:]:
                    self.assertNotRegex(row[1], r"^[\s]*[-=+@]")

    def test_render_writes_into_the_clips_alone(self):
        """Whatever clips are called, and whatever a voice is, for a program that is a shell's line."""
        for attack in ("path up", "path down", "path backwards", "path home", "option", "formats"):
            with self.subTest(attack=attack):
                os.makedirs(os.path.join(self.root, "s"), exist_ok=True)
                text = attacked_shift.scenario(attacked("x"))
                text = text.replace("matter: {text", "matter: {clip: %s, text" % quote(ATTACKS[attack]))
                # Everybody's, for nothing more is tried where a synthesiser fails.
                voice = "\\1    voice: %s\n" % quote("x; touch %s/made" % self.root)
                text = re.sub(r"(    (line: \d|answers_after: 1)\n)", voice, text)
                self.write("s/scenario.yaml", text)
                self.run_in("render", "s", "--command", "sh -c 'cat >/dev/null; echo {voice}'",
                            environment={"TMPDIR": self.root})
                self.assertEqual([name for name in seen.listing(self.root)
                                  if not re.fullmatch(r"s(/scenario\.yaml|/clips(/[\w.-]+)?)?", name)], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
