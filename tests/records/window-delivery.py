#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The window delivers by itself: what waited when it started, and again after a while when the store was away,
which it says on the start page meanwhile. Run it inside with-display. Usage: window-delivery.py PROGRAM"""

import os
import pathlib
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "faults"))

import stub_store  # noqa: E402
from desk_of_a_school import Desk  # noqa: E402
from desk_on_disk import DeskOnDisk, make_scenario  # noqa: E402
from stub_store import status  # noqa: E402

PROGRAM = os.path.abspath(sys.argv.pop(1))
OF_A_SESSION = 5
AWAY = "(503: closed for the night)"


class WindowDelivery(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = stub_store.Store()
        self.addCleanup(self.store.close)
        self.school = Desk(PROGRAM, self.folder / "home")
        self.school.set_up(self.store.url)

    def open_window(self):
        """Without a scenario: on the library."""
        scenario = make_scenario(str(self.folder / "scenario"))
        desk = DeskOnDisk(PROGRAM, scenario, self.school.data, FRONTDESK_SCHOOL=str(self.school.school))
        self.addCleanup(desk.end)
        return desk

    def wait_for_statements(self, desk, n, seconds):
        desk.wait("%d statements at the store" % n, lambda: len(self.store.statements) == n, seconds)

    def test_what_waited_is_delivered_at_the_start(self):
        self.school.work("one", "Åsa")
        self.school.work("two", "Bo", "absent")
        desk = self.open_window()
        self.wait_for_statements(desk, 2 * OF_A_SESSION, 20)
        self.assertEqual(desk.complaints(), [])

    def test_a_store_that_was_away(self):
        self.school.work("one", "Åsa")
        self.store.script = [status(503, {"message": "closed for the night"})]
        desk = self.open_window()
        desk.wait_for_words(AWAY, 20)
        self.assertEqual(self.school.rows(0), OF_A_SESSION)
        away = time.monotonic()
        # From five to ten seconds, by chance.
        self.wait_for_statements(desk, OF_A_SESSION, 25)
        self.assertGreater(time.monotonic() - away, 3)
        desk.wait("the words to go", lambda: not desk.has_words(AWAY), 10)
        self.assertEqual(self.school.rows(1), OF_A_SESSION)
        self.assertEqual(desk.complaints(), [])

    def test_a_store_that_asks_for_time_while_a_conflict_is_looked_into(self):
        """What it asks for counts, also where it was asked for what it has."""
        self.school.work("one", "Åsa")
        self.school.send()
        self.school.forget_outbox()
        first = self.store.order[0]
        self.store.statements[first] = dict(self.store.statements[first], verb={"id": "http://example.org/another"})
        asked = []

        def busy(handler, _body):
            if handler.command != "GET":
                return "go on"
            asked.append(time.monotonic())
            return handler.answer(503, {"message": "closed for the night"}, [("Retry-After", "15")])

        self.store.always = busy
        desk = self.open_window()
        desk.wait("a second look", lambda: len(asked) > 1, 60)
        # That is the least; by itself it would come within ten seconds.
        self.assertGreater(asked[1] - asked[0], 14)

    def test_a_shift_that_ends(self):
        desk = self.open_window()
        desk.start_shift()
        desk.press("Finish", exactly=False)
        desk.dismiss("Finish now")
        desk.wait("a statement at the store", lambda: self.store.statements, 20)
        verbs = [one["verb"]["id"].rpartition("/")[2] for one in self.store.statements.values()]
        self.assertEqual((verbs[0], verbs[-2]), ("initialized", "completed"))
        self.assertEqual(desk.complaints(), [])


unittest.main(verbosity=2)
