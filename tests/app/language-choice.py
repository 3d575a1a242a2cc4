#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The language of the window: by the locale, by the settings against the locale, and changed while the
window is open, with GTK's own words following. Run it inside with-display. Usage:
language-choice.py PROGRAM"""

import os
import subprocess
import sys
import time
import unittest

from dogtail.config import config

config.logDebugToStdOut = False
config.logDebugToFile = False

import gi  # noqa: E402
import patience  # noqa: E402
from dogtail import rawinput, tree  # noqa: E402
from gi.repository import GLib  # noqa: E402

PROGRAM = os.path.abspath(sys.argv.pop(1))
KEYFILE = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
PATIENCE = 20 * patience.FACTOR
PREFERENCES = {"en": "Preferences", "sv": "Inställningar"}

# LC_ALL, LANGUAGE, the setting → the language of the window. A locale that is not installed says all the
# same which language is meant.
TABLE = [
    ("C", "", "", "en"),
    ("C.UTF-8", "", "", "en"),
    ("C.UTF-8", "sv", "", "sv"),
    ("sv_SE.UTF-8", "", "", "sv"),
    ("en_GB.UTF-8", "", "", "en"),
    ("fr_FR.UTF-8", "", "", "en"),
    ("C", "", "sv", "sv"),
    ("C.UTF-8", "", "sv", "sv"),
    ("en_GB.UTF-8", "", "sv", "sv"),
    ("C.UTF-8", "sv", "en", "en"),
    ("sv_SE.UTF-8", "", "en", "en"),
]


def wait_for(what, find, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = find()
        except GLib.Error:  # a widget that went away while it was looked at
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("waited in vain for " + what)


def program():
    return next((each for each in tree.root.applications() if each.name == "frontdesk"), None)


def find(role, name):
    root = program()
    return root and next(iter(root.findChildren(
        lambda node: node.roleName == role and node.name.startswith(name) and node.showing,
        recursive=True)), None)


class Language(unittest.TestCase):
    process = None

    def start(self, locale, language, setting):
        with open(KEYFILE, "w", encoding="utf-8") as file:
            file.write("[org/gnome/desktop/interface]\ntoolkit-accessibility=true\n\n"
                       f"[org/frontdesk/Frontdesk]\nlanguage='{setting}'\n")
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith("LC_") and key not in ("LANG", "LANGUAGE")}
        environment["LC_ALL"] = locale
        if language:
            environment["LANGUAGE"] = language
        self.process = subprocess.Popen([PROGRAM], env=environment, stderr=subprocess.DEVNULL)

    def end(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            wait_for("the program to be gone", lambda: program() is None)
        self.process = None

    tearDown = end

    def test_the_language_of_each_choice(self):
        for locale, language, setting, expected in TABLE:
            with self.subTest(locale=locale, language=language, setting=setting):
                self.start(locale, language, setting)
                try:
                    wait_for("the library in " + expected,
                             lambda: find("push button", PREFERENCES[expected]), 8)
                finally:
                    self.end()

    def test_it_changes_at_once_and_back(self):
        self.start("C.UTF-8", "", "")
        wait_for("the button", lambda: find("push button", "Preferences")).doActionNamed("click")
        page = wait_for("the page", lambda: find("label", "General"))
        x, y = page.position
        rawinput.click(x + 5, y + 5)
        wait_for("Swedish", lambda: find("push button", "Inställningar")
                 or choose("Follow the system", "Svenska"))
        wait_for("the page in Swedish", lambda: find("combo box", "Svenska"))
        wait_for("English", lambda: find("push button", "Preferences")
                 or choose("Svenska", "English"))


def choose(shown, wanted):
    """Once more where a busy machine has missed it: None, for wait_for to look again."""
    box = find("combo box", shown)
    if box:
        items = box.findChildren(lambda node: node.roleName == "menu item", recursive=True)
        names = [item.name for item in items]
        if wanted in names:
            box.querySelection().selectChild(names.index(wanted))
            time.sleep(1)


unittest.main(verbosity=2)
