#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A learning record store that answers in every way one can, a status for each way: test-verdict.c has the table of all.
Usage: delivery-answers.py PROGRAM [CASE…]"""

import json
import time
import unittest

import stub_store
from delivery_case import OF_A_SESSION, AtADesk, Made, setUpModule  # noqa: F401
from desk_of_a_school import kill
from stub_store import status


class Answers(AtADesk):
    def setUp(self):
        super().setUp()
        self.desk.work("one", "Åsa")
        self.desk.work("two", "Bo", started="2026-11-24T09:00:00+01:00")

    def assert_kept(self):
        self.assertEqual((self.desk.rows(0), self.desk.rows(1), self.desk.rows(2)), (10, 0, 0))
        self.store.always = None
        self.send(0)
        self.assertEqual(len(self.store.statements), 10)
        self.assertEqual(self.desk.rows(1), 10)

    def test_later(self):
        for code in 429, 503:
            self.store.script = [status(code, {"message": "come back"}, ("Retry-After", "7"))]
            self.assertIn(f"({code}: come back)", self.send(3))
        self.assert_kept()

    def test_user_or_secret_is_wrong(self):
        self.desk.secret.write_text("other\n")
        self.assertIn("does not know this user and secret", self.send(3))
        self.desk.secret.write_text(stub_store.SECRET + "\n")
        self.assert_kept()

    def test_not_allowed(self):
        self.store.always = status(403)
        self.assertIn("does not let this user", self.send(3))
        self.assert_kept()

    def test_no_store_there(self):
        self.store.always = status(404, b"<html>Apache")
        said = self.send(3)
        self.assertIn("no learning record store at the address", said)
        self.assertNotIn("Apache", said)
        self.assert_kept()

    def test_not_about_a_statement(self):
        self.store.always = status(451, {"message": "not so"})
        self.assertIn("cannot be used as it is set up (451: not so)", self.send(3))
        self.assert_kept()

    def test_answers_that_prove_nothing(self):
        for body in b"<html>Log in to the school's network", b"[" * 900000:
            self.store.always = status(200, body)
            self.assertIn("without saying what it took", self.send(3))
        self.assert_kept()

    def test_connection_breaks(self):
        for breaks in stub_store.cut_off, stub_store.hang_up_before:
            self.store.always = breaks
            self.assertIn("cannot be reached", self.send(3))
        self.assert_kept()

    def test_broken_off_after_it_was_taken(self):
        self.store.script = [stub_store.hang_up_after]
        self.send(3)
        self.assertEqual(self.desk.rows(1), 0)
        self.assertEqual(len(self.store.statements), 10)
        self.send(0)
        self.assertEqual((len(self.store.statements), self.store.n_stored_again), (10, 10))

    def test_too_much_at_once(self):
        self.store.most_bytes = 3 * max(len(json.dumps(each)) for each in self.all_statements())
        self.assertIn("10 statements were delivered", self.send(0))
        self.assertEqual(len(self.store.statements), 10)

    def all_statements(self):
        """What the program sends, got by a store of its own."""
        store = self.open_store(Made.good)
        self.set_up(store)
        self.send(0)
        self.set_up()
        return list(store.statements.values())

    def test_one_that_is_too_large_by_itself(self):
        large = max(self.all_statements(), key=lambda each: len(json.dumps(each)))
        self.store.refuses = lambda each: (413, "too large") if each["id"] == large["id"] else None
        said = self.send(1)
        self.assertIn("9 statements were delivered, 1 is refused", said)
        self.assertIn("413: too large", said)

    def test_one_bad_statement_holds_up_no_other(self):
        bad = [each["id"] for each in self.all_statements()][3]
        for code in 400, 422:
            with self.subTest(code):
                self.store.refuses = lambda each: (code, "bad \x1b[2J verb " + 999 * "x") if each["id"] == bad else None
                said = self.send(1)
                self.assertIn("1 is refused", said)
                self.assertIn(f"statement {bad}: refused with {code}: bad", said)
                self.assertNotIn("\x1b", said)
                self.assertLess(len(said), 600)
                self.assertEqual((len(self.store.statements), self.desk.rows(2)), (9, 1))
        self.store.refuses = lambda each: None
        self.send(0)
        self.assertEqual((len(self.store.statements), self.desk.rows(2)), (10, 0))

    def test_conflicts(self):
        same, other = self.all_statements()[2:4]
        changed = dict(other, verb={"id": "http://example.org/another"})
        stored = dict(same, stored="2026-11-24T10:00:00.000Z", authority={"mbox": "mailto:lrs@school.example"},
                      version="1.0.0")
        self.store.statements = {same["id"]: stored, other["id"]: changed}
        said = self.send(1)
        self.assertIn("9 statements were delivered, 1 is refused", said)
        self.assertIn(f"{other['id']}: refused with 409", said)
        self.assertEqual(self.store.statements[other["id"]], changed)

    def test_a_conflict_that_cannot_be_looked_into(self):
        other = self.all_statements()[3]
        self.store.statements = {other["id"]: dict(other, verb={"id": "http://example.org/another"})}
        for code in 409, 204:
            with self.subTest(code):
                self.store.always = (lambda handler, _body: handler.answer(code, {"message": "not shown"})
                                     if handler.command == "GET" else "go on")
                said = self.send(1)
                self.assertIn("1 is refused", said)
                self.assertIn(f"{other['id']}: refused with 409: the store has a statement by this id", said)
                self.assertIn(f"({code}", said)
                self.assertEqual((len(self.store.statements), self.desk.rows(0), self.desk.rows(2)), (10, 0, 1))

    def test_a_conflict_is_looked_into_later(self):
        other = self.all_statements()[3]
        self.store.statements = {other["id"]: dict(other, verb={"id": "http://example.org/another"})}
        for code in 503, 403:
            self.store.always = (lambda handler, _body: handler.answer(code) if handler.command == "GET" else "go on")
            self.send(3)
            self.assertEqual(self.desk.rows(2), 0)

    def fail_to_show(self, fails):
        """The id of one that the store has in other words, and which it does not show."""
        other = self.all_statements()[3]
        self.store.statements, self.store.order = {other["id"]: dict(other, verb={"id": "http://example.org/a"})}, []
        self.store.always = lambda handler, body: fails(handler, body) if handler.command == "GET" else "go on"
        return other["id"]

    def put_off(self):
        return self.desk.column("id", "put_off > 0")

    def test_a_conflict_that_the_store_fails_to_show(self):
        """It is the store's own fault, and that of this statement alone: a third time, and it is put off."""
        for n, fails in enumerate((status(500, {"message": "broken"}), stub_store.hang_up_before)):
            with self.subTest(n):
                other = self.fail_to_show(fails)
                self.send(3)
                self.send(3)
                self.assertEqual(self.put_off(), [])
                self.desk.work(f"late{n}", "Cy", started=f"2026-11-26T09:00:{n:02}+01:00")
                self.assertIn(f"statement {other}: put off", self.send(3))
                self.assertEqual((self.put_off(), self.desk.column("id", "state = 0")), ([other], [other]))
                self.desk.forget_outbox()

    def test_a_look_up_that_asks_for_time_gets_it(self):
        """Six times, as any other request."""
        other = self.fail_to_show(status(503, b"", ("Retry-After", "60")))
        for n in range(6):
            self.desk.work(f"late{n}", "Cy", started=f"2026-11-26T09:00:{n:02}+01:00")
            self.send(3)
            self.assertEqual(self.put_off(), [other] if n == 5 else [])

    def test_one_that_is_too_long_makes_no_other_go_alone(self):
        self.work_more(38)
        everything = self.all_statements()
        for long in everything[49], everything[0]:
            with self.subTest(everything.index(long)):
                self.desk.forget_outbox()
                self.store.statements, self.store.order, self.store.requests = {}, [], []
                self.store.refuses = lambda each: (413, "too long") if each["id"] == long["id"] else None
                self.assertIn("199 statements were delivered, 1 is refused", self.send(1))
                # Thirteen at most for the fifty that it is in, and three for the others.
                self.assertLessEqual(len(self.posts()), 16)

    def test_many_bad_ones_in_a_row(self):
        """More of them than a store may refuse that takes nothing: found out in one run, wherever they lie."""
        self.work_more(18)
        everything = [each["id"] for each in self.all_statements()]
        for first in 0, 40, 70:
            with self.subTest(first):
                bad = set(everything[first:first + 30])
                self.desk.forget_outbox()
                self.store.statements, self.store.order = {}, []
                self.store.refuses = lambda each: (400, "no") if each["id"] in bad else None
                for n_delivered in 70, 0:
                    self.assertIn(f"{n_delivered} statements were delivered, 30 are refused", self.send(1))
                    self.assertEqual(set(self.desk.column("id", "state = 2")), bad)

    def test_many_that_were_refused_before_hold_up_no_other(self):
        self.work_more(13)
        bad = {each["id"] for each in self.all_statements()[:60]}
        self.store.refuses = lambda each: (400, "no") if each["id"] in bad else None
        self.store.script = [status(503)]
        self.send(3)
        self.desk.ask_outbox("UPDATE statement SET state = 2, words = '400: no' WHERE id IN (%s)"
                                % ",".join(f"'{each}'" for each in bad))
        self.assertIn("15 statements were delivered, 60 are refused", self.send(1))

    def work_more(self, n):
        for each in range(n):
            self.desk.work(f"more{each}", "Cy", started=f"2026-11-25T09:00:{each:02}+01:00")

    def test_a_store_that_refuses_everything(self):
        self.work_more(12)
        self.store.always = status(400, {"message": "no"})
        self.assertIn("refuses everything", self.send(3))
        self.assertEqual((self.desk.rows(0), self.desk.rows(2)), (70, 0))
        self.assertLess(len(self.posts()), 80)
        self.store.always = None
        self.send(0)
        self.assertEqual(len(self.store.statements), 14 * OF_A_SESSION)

    def test_a_store_that_refuses_the_little_that_waits(self):
        self.store.always = status(400, {"message": "no"})
        for _ in range(2):
            self.assertIn("refuses everything, the last time with “400: no”", self.send(3))
            self.assertEqual((self.desk.rows(0), self.desk.rows(2)), (10, 0))
        self.store.always = None
        self.send(0)
        self.assertEqual(len(self.store.statements), 10)

    def test_killed_while_everything_is_refused(self):
        self.store.always = lambda handler, _body: time.sleep(0.05) or handler.answer(400)
        process = self.desk.begin("class", "--send")
        while len(self.posts()) < 12:
            time.sleep(0.01)
        kill(process)
        self.assertEqual((self.desk.rows(0), self.desk.rows(2)), (10, 0))


class Failing(AtADesk):
    """A store that says that the fault is its own, each time: at one statement, at some, at all."""

    def setUp(self):
        super().setUp()
        for n in range(14):
            self.desk.work(f"s{n:02}", "Bo", started=f"2026-11-25T09:00:{n:02}+01:00")

    def fail_at(self, *ids):
        self.store.refuses = lambda each: (500, "broken \x1b[2J") if each["id"] in ids else None

    def first_ids(self, n):
        """Those that go first, seen by a store of their own."""
        store = self.open_store(Made.good)
        self.set_up(store)
        self.send(0)
        self.set_up()
        return store.order[:n]

    def waiting(self):
        return self.desk.column("id", "state = 0")

    def test_one_statement_holds_up_no_other(self):
        bad, = self.first_ids(1)
        self.fail_at(bad)
        self.assertIn("cannot take anything now (500: broken", self.send(3))
        # Those that the store did not fail at go first; the first fifty are tried once more.
        self.send(3)
        self.assertEqual(len(self.store.statements), 70 - 50)
        said = self.send(3)
        self.assertEqual((len(self.store.statements), self.waiting()), (69, [bad]))
        self.assertIn("49 statements were delivered, 1 waits", said)
        self.assertIn(f"statement {bad}: put off, the store fails at it each time: 500: broken", said)
        self.assertNotIn("\x1b", said)
        self.desk.work("late", "Cy", started="2026-11-26T09:00:00+01:00")
        self.assertIn("5 statements were delivered, 1 waits", self.send(3))
        self.fail_at()
        self.assertIn("1 statement was delivered.", self.send(0))
        self.assertEqual((len(self.store.statements), self.desk.rows(1)), (75, 75))

    def test_one_that_it_breaks_off_at(self):
        bad, = self.first_ids(1)
        self.store.always = (lambda handler, body: stub_store.hang_up_before(handler, body)
                             if bad.encode() in body else "go on")
        for _ in range(3):
            self.send(3)
        self.assertEqual((len(self.store.statements), self.waiting()), (69, [bad]))

    def test_a_whole_session_and_more(self):
        bad = self.first_ids(12)
        self.fail_at(*bad)
        for _ in range(3):
            self.send(3)
        self.assertEqual((len(self.store.statements), set(self.waiting())), (58, set(bad)))

    def test_it_is_put_off_for_longer_each_time(self):
        bad, = self.first_ids(1)
        self.fail_at(bad)
        for _ in range(3):
            self.send(3)
        for hours in 1, 2, 4:
            until, = self.desk.column("not_before", "put_off > 0")
            self.assertAlmostEqual(until - time.time(), hours * 3600, delta=60)
            self.send(3)

    def test_a_store_in_trouble_is_no_fault_of_the_statements(self):
        self.store.always = status(500, {"message": "broken"})
        for n in range(8):
            before = len(self.posts())
            self.assertIn("500: broken", self.send(3))
            self.assertLessEqual(len(self.posts()) - before, 1 if n < 3 else 12)
        self.assertEqual(self.desk.column("id", "put_off > 0 OR state <> 0"), [])
        self.store.always = None
        self.assertIn("70 statements were delivered.", self.send(0))

    def test_one_that_asks_for_time_gets_it(self):
        self.store.always = status(503, b"", ("Retry-After", "60"))
        for n in range(5):
            self.send(3)
            self.assertEqual(len(self.posts()), n + 1)


unittest.main()
