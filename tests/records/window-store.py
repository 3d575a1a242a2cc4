#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A store that a user sets up in the preferences of the real window, with the secret in a real keyring. Run it inside
with-display, and there inside with-keyring --inside. Usage: window-store.py PROGRAM"""

import os
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "faults"), str(HERE.parent / "app")]

import bus_desk  # noqa: E402
import stub_store  # noqa: E402
from desk_of_a_school import Desk  # noqa: E402
from desk_on_disk import DeskOnDisk  # noqa: E402

PROGRAM = os.path.abspath(sys.argv.pop(1))
OF_A_SESSION = 5
UNKNOWN = "does not know this user and secret"


class AtHome(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = stub_store.Store()
        self.addCleanup(self.store.close)
        self.desk = Desk(PROGRAM, self.folder / "home")
        self.desk.url = self.store.url
        self.desk.work("one", "Åsa")

    def open_window(self):
        # The settings are those of this user, whatever a school has set.
        window = DeskOnDisk(PROGRAM, None, self.desk.data, FRONTDESK_SCHOOL=str(self.folder / "none"))
        self.addCleanup(window.end)
        return window

    def open_choices(self, window):
        window.press("Preferences")
        row = window.get("list item", "Class")
        row.get_parent().get_selection_iface().select_child(row.get_index_in_parent())
        window.press("Learning record store (xAPI)")
        self.secret_of(window)

    @staticmethod
    def secret_of(window):
        return window.get("password text", "Secret")

    def write_secret(self, window, secret):
        self.assertTrue(self.secret_of(window).get_editable_text_iface().set_text_contents(secret))

    def set_up(self, window, secret):
        window.write("Address", self.store.url)
        window.write("User", stub_store.USER)
        self.write_secret(window, secret)
        window.press("Use this store")

    def wait_for_statements(self, window, n):
        window.wait("%d statements" % n, lambda: len(self.store.statements) == n, 30)

    def nowhere_in_files(self, secret):
        for place in self.folder, pathlib.Path(os.environ["XDG_CONFIG_HOME"]):
            for path in place.rglob("*"):
                if path.is_file() and path != self.desk.secret:
                    self.assertNotIn(secret.encode(), path.read_bytes(), path)


class InAKeyring(AtHome):
    def test_set_up_once(self):
        window = self.open_window()
        self.open_choices(window)
        self.set_up(window, stub_store.SECRET)
        self.wait_for_statements(window, OF_A_SESSION)
        window.wait_for_words("5 statements about sessions have been delivered.")
        self.assertEqual(bus_desk.text_of(self.secret_of(window)), "")
        self.nowhere_in_files(stub_store.SECRET)
        window.end()
        # It is found again, and by the command too.
        self.desk.work("two", "Bo", started="2026-11-24T09:00:00+01:00")
        window = self.open_window()
        self.wait_for_statements(window, 2 * OF_A_SESSION)
        self.assertEqual(window.complaints(), [])

    def test_a_wrong_secret_is_told_and_mended(self):
        window = self.open_window()
        self.open_choices(window)
        self.set_up(window, "halibut")
        window.wait_for_words(UNKNOWN, 20)
        window.wait_to_hear(UNKNOWN)
        self.assertEqual(self.desk.rows(0), OF_A_SESSION)
        self.write_secret(window, stub_store.SECRET)
        window.press("Use this store")
        self.wait_for_statements(window, OF_A_SESSION)
        window.wait("the words to go", lambda: not window.has_words(UNKNOWN))
        # Nothing more goes once that is asked for.
        window.press("Stop delivering")
        window.wait_for_words("stays in your keyring")
        self.assertEqual(window.complaints(), [])


unittest.main(verbosity=2)
