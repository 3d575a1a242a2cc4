#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Each attack in every text of a scenario and of a journal, over every report: what is made of it is read
by others' parsers. Usage: reports.py PROGRAM [each], where `each` tries each attack by itself, before and
behind a text, and without it they come all at once."""

import concurrent.futures
import json
import os
import resource
import sys
import tempfile
import unittest

import attack_table
import seen
from attack_table import ATTACKS, disturbs, most_marks, tame
from attacked_shift import FIELDS, Folder, attacked, marker

PROGRAM = os.path.abspath(sys.argv[1])
EACH = sys.argv[2:] == ["each"]
MEMORY = 1 << 30  # of addresses, threads' stacks among them


# Shown as far as some letters go.
CUT = {"fact", "factaccept"}
CUT_TO = 30
PAPER = 150


def wanted(field, texts):
    """What has to be read of the field, spaces apart."""
    text = tame(texts[field])
    if field == "greeting":  # which names who says it
        text = text.replace("{trainee}", tame(texts["trainee"]))
    return seen.squeeze(text[:CUT_TO] if field in CUT else text)


def limit():
    """A sanitizer wants all addresses that there are."""
    if "UBSAN_OPTIONS" not in os.environ:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Report:
    """All that is made of one shift."""

    def __init__(self, folder, texts, forms=("html", "pdf", "csv", "json", "text")):
        self.shift = Folder(PROGRAM, folder, texts)
        worked = self.shift.work()
        if worked.returncode != 0:
            raise AssertionError(worked.stderr.decode(errors="replace")[-2000:])
        self.printed = [worked.stdout, worked.stderr]
        for form in forms:
            done = self.shift.score(form, preexec_fn=limit)
            if done.returncode != 0:
                raise AssertionError("%s: %s" % (form, done.stderr.decode(errors="replace")[-2000:]))
            if form != "pdf":
                self.printed.append(done.stdout)
                done.stdout.decode("utf-8")
            self.printed.append(done.stderr)
            setattr(self, form, done.stdout if form == "pdf" else done.stdout.decode("utf-8"))


class Attacks(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            cls.plain = Report(folder, attacked("x"))
        cls.page = seen.Page(cls.plain.html)
        # What each report shows of a harmless shift, it has to show of an attacked one.
        cls.shown = {"html": {field for field in FIELDS if marker(field) in cls.page.text},
                     "text": {field for field in FIELDS if marker(field) in cls.plain.text},
                     "pdf": {field for field in FIELDS
                             if marker(field) in seen.squeeze(seen.poppler("pdftotext", cls.plain.pdf))}}

    def test_the_shift_shows_enough(self):
        """Else the rest would prove nothing."""
        self.assertGreaterEqual(len(self.shown["html"]), 14, self.shown["html"])
        self.assertGreaterEqual(len(self.shown["pdf"]), 12, self.shown["pdf"])
        self.assertGreaterEqual(len(self.shown["text"]), 10, self.shown["text"])

    def check_html(self, report, texts):
        page = seen.Page(report.html)
        self.assertEqual(page.foreign, [])
        self.assertEqual({shape for shape in page.shape - self.page.shape if shape[0] != "mark"}, set())
        seen.xml_of(report.html)
        self.assertEqual(disturbs(report.html), [])
        self.assertLessEqual(most_marks(report.html), attack_table.MOST_MARKS)
        text = seen.squeeze(page.text)
        for field in self.shown["html"]:
            self.assertIn(wanted(field, texts), text, field)

    def check_pdf(self, report, texts):
        text = seen.poppler("pdftotext", report.pdf)
        # pdftotext itself brackets what it takes to run from right to left.
        self.assertEqual(disturbs(text.translate(dict.fromkeys((0xc, 0x202a, 0x202b, 0x202c)))), [])
        squeezed = seen.squeeze(text)
        for field in self.shown["pdf"] - CUT:
            # Paper has little room, so that long texts are cut.
            if len(texts[field]) < PAPER:
                self.assertIn(marker(field), squeezed, field)
        self.assertEqual(seen.poppler("pdfinfo", report.pdf, "-js"), "")
        self.assertNotIn("URI", seen.poppler("pdfinfo", report.pdf, "-url"))

    def check_csv(self, report, texts):
        rows, plain = seen.table(report.csv), seen.table(self.plain.csv)
        self.assertEqual([len(row) for row in rows], [len(row) for row in plain])
        self.assertEqual(rows[0], plain[0])
        for row in rows[1:]:
            cell = row[rows[0].index("trainee")]
            self.assertIn(cell, (tame(texts["trainee"]), "'" + tame(texts["trainee"])))
            for cell in row:
                self.assertNotRegex(cell, r"^[\s]*[=+@\uff1d\uff0b\uff20\t\r]|^[\s]*-[^0-9.]")

    def check_json(self, report, texts):
        card = json.loads(report.json)
        self.assertEqual(card["trainee"], texts["trainee"])
        self.assertEqual(set(card), set(json.loads(self.plain.json)))

    def check_text(self, report, texts):
        text = seen.squeeze(report.text)
        for field in self.shown["text"]:
            self.assertIn(wanted(field, texts), text, field)

    def check_terminal(self, report):
        for printed in report.printed:
            self.assertEqual(disturbs(printed.decode("utf-8").replace("\r\n", "\n")), [])

    def check(self, texts):
        with tempfile.TemporaryDirectory() as folder:
            report = Report(folder, texts)
            self.check_html(report, texts)
            self.check_pdf(report, texts)
            self.check_csv(report, texts)
            self.check_json(report, texts)
            self.check_text(report, texts)
            self.check_terminal(report)
            self.assertEqual(seen.listing(folder), ["made.journal", "scenario.yaml", "script.jsonl"])

    @unittest.skipIf(EACH, "each by itself is more")
    def test_all_at_once(self):
        self.check(attacked(attack_table.ALL))
        self.check(attacked(attack_table.ALL, behind=True))

    @unittest.skipIf(EACH, "each by itself is more")
    def test_formulas(self):
        for name in attack_table.FORMULAS:
            with self.subTest(attack=name), tempfile.TemporaryDirectory() as folder:
                texts = attacked(ATTACKS[name])
                self.check_csv(Report(folder, texts, forms=("csv",)), texts)

    @staticmethod
    def texts_of(name, behind):
        """Of a fact that ends in more marks than are shown the reader says that nobody says it."""
        texts = attacked(ATTACKS[name], behind=behind)
        if name == "pile of marks" and behind:
            texts["fact"] = marker("fact")
        return texts

    @unittest.skipUnless(EACH, "takes half a minute")
    def test_each(self):
        kinds = [(name, behind) for name in ATTACKS for behind in (False, True)]
        with concurrent.futures.ThreadPoolExecutor(2) as two:
            works = {kind: two.submit(self.check, self.texts_of(*kind)) for kind in kinds}
        for (name, behind), work in works.items():
            with self.subTest(attack=name, behind=behind):
                work.result()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
