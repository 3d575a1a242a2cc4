#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The user's manual has the same chapters in both languages, names no command that the program lacks, and
calls buttons by the names they have. Usage: users-manual.py PROGRAM SOURCE"""

import gettext
import io
import os
import pathlib
import re
import subprocess
import sys
import unittest

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
del sys.argv[1:]
EN = (SOURCE / "docs" / "manual.md").read_text(encoding="utf-8")
SV = (SOURCE / "docs" / "manual.sv.md").read_text(encoding="utf-8")
NOT_BUTTONS = {"No sound", "A scenario does not open", "The program stopped during a shift",
               "You want to report a fault", "Open"}


def catalogue():
    compiled = subprocess.run(["msgfmt", "--output-file=-", str(SOURCE / "po" / "sv.po")],
                              check=True, stdout=subprocess.PIPE).stdout
    return {key: value for key, value in gettext.GNUTranslations(io.BytesIO(compiled))._catalog.items()
            if isinstance(key, str)}


def plain(label):
    return label.replace("_", "").rstrip(" ….").strip()


def sources():
    """Every literal of the window's code and templates, as it is shown."""
    words = set()
    for path in [*SOURCE.glob("src/**/*.c"), *SOURCE.glob("ui/*.ui")]:
        text = path.read_text(encoding="utf-8")
        words |= {plain(each) for each in re.findall(r'"((?:[^"\\]|\\.)*)"|', text) if each}
        words |= {plain(each) for each in re.findall(r">([^<>]+)<", text)}
    return words


def bold(text):
    return [" ".join(each.split()) for each in re.findall(r"\*\*([^*]+)\*\*", text)]


class Manual(unittest.TestCase):
    def test_both_have_the_same_chapters(self):
        def shape(text):
            return [(len(chapter.split("\n- ")), len(re.findall(r"^\d+\.", chapter, re.M)),
                     len(bold(chapter)), re.findall(r"`frontdesk (?:[a-z]+ )?", chapter))
                    for chapter in text.split("\n## ")]

        self.assertEqual(len(shape(EN)), len(shape(SV)))
        self.assertGreater(len(shape(EN)), 10)
        for n, (one, other) in enumerate(zip(shape(EN), shape(SV))):
            with self.subTest(chapter=EN.split("\n## ")[n].splitlines()[0]):
                self.assertEqual(one, other)

    def test_every_command_exists(self):
        told = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, timeout=60,
                              env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")).stdout
        commands = set(re.findall(r"^  ([a-z]+) ", told, re.M)) - {"frontdesk"}
        for text in (EN, SV):
            named = set(re.findall(r"`frontdesk ([a-z]+)", text))
            self.assertGreater(len(named), 4)
            self.assertLessEqual(named, commands)

    def test_every_button_is_called_by_its_name(self):
        known = sources()
        for name in bold(EN):
            if name not in NOT_BUTTONS:
                with self.subTest(name=name):
                    self.assertIn(name, known)

    def test_in_swedish_too(self):
        translated = {}
        for english, swedish in catalogue().items():
            translated.setdefault(plain(english.rpartition("\x04")[2]), set()).add(plain(swedish))
        for english, swedish in zip(bold(EN), bold(SV)):
            if english not in NOT_BUTTONS:
                with self.subTest(name=english):
                    self.assertIn(swedish, translated.get(english, set()))


unittest.main(verbosity=2)
