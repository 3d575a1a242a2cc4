#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Journals in which a slip holds what no trainee would write: `score` ends in time, either with a
score or with a sentence that names the line. Usage: hostile-journals.py PROGRAM"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
SCENARIO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scenarios/monday-morning")

LONG = 1 << 20

# What a text of 1 MiB is made of.
UNITS = {
    "words": "Please call about the invoice. ",
    "one word": "abcdefghij",
    "digits": "4417",
    "joined digits": "44-17-",
    "number words": "forty-four seventeen ",
    "negations": "not never without no ",
    "key phrase": "invoice 4417 not paid ",
    "Arabic": "مرحبا الفاتورة ٤٤١٧ ",
    "emoji": "\U0001f600\U0001f44d\U0001f3fd",
    "joined emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "marks": "\u0300\u0316",
    "marks on letters": "e\u0301\u0302\u0308 ",
    "direction overrides": "\u202e44\u202c \u2066x\u2069",
    "line ends": "\n",
    "quotes": "\"\\",
}

# Bytes for a slip's text that make the line no JSON.
BROKEN = {
    "a NUL": b"a\0b",
    "a written NUL": b"a\\u0000b",
    "no UTF-8": b"a\xff\xc3b",
    "an overlong letter": b"a\xc0\xafb",
    "half a pair": b"a\\ud800b",
    "a control character": b"a\x01b",
    "a line end": b"a\nb",
}


def message_line(lines):
    return next(n for n, line in enumerate(lines) if b'"command":"message"' in line)


class HostileJournals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        path = os.path.join(cls.folder.name, "good.journal")
        subprocess.run([PROGRAM, "simulate", SCENARIO, "--trainee", "ideal", "--journal", path],
                       check=True, capture_output=True, timeout=60)
        with open(path, "rb") as file:
            cls.lines = file.read().split(b"\n")
        cls.place = message_line(cls.lines)
        cls.message = json.loads(cls.lines[cls.place])

    def score(self, line, form):
        path = os.path.join(self.folder.name, "bad.journal")
        lines = list(self.lines)
        lines[self.place] = line
        with open(path, "wb") as file:
            file.write(b"\n".join(lines))
        return subprocess.run([PROGRAM, "score", path, "--format", form], capture_output=True, timeout=60)

    def score_slip(self, form, **fields):
        line = json.dumps(dict(self.message, **fields), ensure_ascii=False).encode()
        return self.score(line, form)

    def call(self, card):
        return next(call for call in card["calls"] if call["id"] == self.message["call"])

    def test_a_mebibyte_of_text(self):
        for what, unit in UNITS.items():
            with self.subTest(what):
                done = self.score_slip("json", text=unit * (LONG // len(unit.encode()) + 1))
                self.assertEqual(done.returncode, 0, done.stderr)
                message = self.call(json.loads(done.stdout))["message"]
                self.assertLessEqual(message["fields"]["facts"], 0.01)
                self.assertEqual(message["fields"]["name"], 1)

    def test_a_mebibyte_in_every_field(self):
        for what, unit in UNITS.items():
            with self.subTest(what):
                text = unit * (LONG // len(unit.encode()) + 1)
                done = self.score_slip("json", name=text, organisation=text, phone=text)
                self.assertEqual(done.returncode, 0, done.stderr)
                fields = self.call(json.loads(done.stdout))["message"]["fields"]
                self.assertEqual((fields["name"], fields["phone"]), (0, 0))
                self.assertEqual(fields["facts"], 1)

    def test_reports_that_people_read(self):
        kinds = {"text": ("words",), "html": ("words", "marks"), "csv": ("marks",),
                 "pdf": ("words", "marks", "direction overrides")}
        for form, whats in kinds.items():
            for what in whats:
                with self.subTest(form=form, what=what):
                    done = self.score_slip(form, text=UNITS[what] * (LONG // len(UNITS[what].encode())))
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertGreater(len(done.stdout), 1000)

    def test_small_oddities_are_scored_as_the_text_beside_them(self):
        right = self.message["text"]
        for what, text in {
                "marks of direction": "\u202a%s\u202c" % right,
                "isolates": "\u2066%s\u2069" % right,
                "invisible marks": "\u200b\ufeff%s\u200d" % right,
                "an emoji": "\U0001f469\u200d\U0001f467 %s \U0001f600" % right,
                "a noncharacter": "%s \uffff" % right,
                "a private letter": "%s \ue000" % right,
        }.items():
            with self.subTest(what):
                done = self.score_slip("json", text=text)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(self.call(json.loads(done.stdout))["message"]["value"], 1)

    def test_what_is_no_text_is_told_with_its_line(self):
        for what, text in BROKEN.items():
            with self.subTest(what):
                line = self.lines[self.place].replace(b'"text":"', b'"text":"' + text)
                done = self.score(line, "json")
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stdout, b"")
                told = done.stderr.decode()
                self.assertIn("bad.journal:%d: " % (self.place + 1), told)
                self.assertEqual(told.count("\n"), 1)
                self.assertNotIn("JSON_", told)

    def test_a_table_keeps_its_rows(self):
        whole = self.score_slip("csv").stdout.decode()
        odd = self.score_slip("csv", text="\u202e\"=1+1\",\r\n;" * 1000).stdout.decode()
        rows = [len(list(csv.reader(io.StringIO(table)))) for table in (whole, odd)]
        self.assertEqual(rows[0], rows[1])


if __name__ == "__main__":
    unittest.main()
