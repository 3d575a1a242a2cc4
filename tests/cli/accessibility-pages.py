#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The page on accessibility says the same in both languages: the same clauses with the same outcome and
the same tests, which exist. Usage: accessibility-pages.py SOURCE"""

import pathlib
import re
import sys
import unittest

SOURCE = pathlib.Path(sys.argv.pop(1))
EN = (SOURCE / "docs" / "accessibility.md").read_text(encoding="utf-8")
SV = (SOURCE / "docs" / "accessibility.sv.md").read_text(encoding="utf-8")

OUTCOMES = {
    "met": "uppfyllt",
    "partly": "delvis",
    "not met": "inte uppfyllt",
    "does not apply": "gäller inte",
    "met, by choice": "uppfyllt, valbart",
    "as WCAG above": "som WCAG ovan",
    "mostly does not apply": "gäller i huvudsak inte",
}
NUMBER = re.compile(r"\b\d+(?:\.\d+)*\b")
CODE = re.compile(r"`([^`]+)`")


def rows(text):
    """The rows of the tables of clauses: the numbers, the outcome, the code that is named."""
    found = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if len(cells) == 3 and NUMBER.match(cells[0]):
            clause = re.match(r"(?:\d+(?:\.\d+)*(?:, | to | till )?)+", cells[0]).group()
            found.append((NUMBER.findall(clause), cells[1], CODE.findall(cells[2])))
    return found


def names(text):
    return [name for name in CODE.findall(text) if re.search(r"\.(c|py)$", name)]


class Pages(unittest.TestCase):
    def test_same_clauses(self):
        english, swedish = rows(EN), rows(SV)
        self.assertGreater(len(english), 90)
        self.assertEqual([row[0] for row in english], [row[0] for row in swedish])
        for one, other in zip(english, swedish):
            with self.subTest(clause=one[0]):
                self.assertEqual(OUTCOMES[one[1]], other[1])
                self.assertEqual(one[2], other[2])

    def test_same_shape(self):
        def shape(text):
            return [(len(re.findall(r"^- ", chapter, re.M)), len(re.findall(r"^\|", chapter, re.M)),
                     names(chapter)) for chapter in re.split(r"\n##+ ", text)]

        self.assertEqual(shape(EN), shape(SV))

    def test_every_test_exists(self):
        tests = {path.name for path in (SOURCE / "tests").rglob("*")}
        code = {path.name for path in (SOURCE / "src").rglob("*")}
        self.assertGreater(len(names(EN)), 20)
        for name in names(EN):
            with self.subTest(name=name):
                self.assertIn(pathlib.Path(name).name, tests | code)
                if "/" in name:
                    self.assertTrue((SOURCE / name).exists())


unittest.main(verbosity=2)
