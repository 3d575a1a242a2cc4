#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Sessions delivered to a learning record store over HTTPS that answers in every way one can, by the program as
an administrator runs it. Usage: delivery.py PROGRAM"""

import contextlib
import datetime
import fcntl
import json
import os
import pathlib
import random
import sqlite3
import struct
import sys
import tempfile
import time
import unittest

import stub_store
from desk_of_a_school import Desk, kill
from stub_store import status

PROGRAM = os.path.abspath(sys.argv.pop(1))
OF_A_SESSION = 5  # statements: initialized, two calls, completed, passed or failed


def setUpModule():
    global CERTIFICATES, GOOD
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    CERTIFICATES = stub_store.Certificates(folder.name)
    GOOD = CERTIFICATES.make("good")


class AtADesk(unittest.TestCase):
    def setUp(self):
        self.desk = Desk(PROGRAM)
        self.addCleanup(self.desk.close)
        self.store = self.open_store(GOOD)
        self.set_up()

    def open_store(self, certificate):
        store = stub_store.Store(certificate)
        self.addCleanup(store.close)
        return store

    def set_up(self, store=None, **more):
        self.desk.set_up(**{"url": (store or self.store).url, "ca-file": CERTIFICATES.authority, **more})

    def send(self, expected, **more):
        result = self.desk.send(**more)
        self.assertEqual(result.returncode, expected, result.stdout + result.stderr)
        self.assertNotIn(stub_store.SECRET, result.stdout + result.stderr)
        self.assertNotIn(stub_store.AUTHORIZATION[6:], result.stdout + result.stderr)
        self.assertNotIn("CRITICAL", result.stderr)
        return result.stdout + result.stderr

    def posts(self):
        return [request for request in self.store.requests if request[0] == "POST"]


class Delivery(AtADesk):
    def test_delivered_once(self):
        self.desk.work("one", "Åsa")
        self.desk.work("two", "Bo", "absent")
        self.assertIn("10 statements were delivered", self.send(0))
        self.assertEqual(len(self.store.statements), 2 * OF_A_SESSION)
        self.assertEqual(self.desk.rows(1), 10)
        n_posts = len(self.posts())
        self.assertIn("0 statements were delivered", self.send(0))
        self.assertEqual(len(self.posts()), n_posts)
        self.desk.work("three", "Bo")
        self.assertIn("5 statements were delivered", self.send(0))
        _, path, headers, _ = self.posts()[0]
        self.assertEqual((path, headers["X-Experience-API-Version"], headers["Authorization"]),
                         ("/xapi/statements", "1.0.3", stub_store.AUTHORIZATION))

    def test_names_stay_here_unless_the_school_says_so(self):
        self.desk.work("one", "Åsa Lindqvist")
        self.send(0)
        self.assertNotIn("Lindqvist", json.dumps(list(self.store.statements.values()), ensure_ascii=False))
        self.set_up(account="name")
        self.desk.work("two", "Åsa Lindqvist", started="2026-11-24T09:00:00+01:00")
        self.send(0)
        self.assertIn("Lindqvist", json.dumps(list(self.store.statements.values()), ensure_ascii=False))

    def test_other_terms_are_of_what_waits_too(self):
        self.set_up(account="name")
        self.desk.work("one", "Åsa Lindqvist")
        self.store.always = status(503)
        self.send(3)
        self.store.always = None
        self.set_up()
        self.send(0)
        self.assertEqual(len(self.store.statements), OF_A_SESSION)
        self.assertNotIn("Lindqvist", json.dumps(list(self.store.statements.values()), ensure_ascii=False))

    def test_what_is_none_of_ours_stays(self):
        self.desk.work("simulated", "Bo", mode="simulated")
        self.desk.work("there", "Bo", place=self.desk.sessions / "imported")
        running = self.desk.work("running", "Bo")
        running.write_text("\n".join(running.read_text().split("\n")[:4]) + "\n")
        (self.desk.sessions / "foreign.journal").write_bytes(b"\xff\xfe<html>\n" * 40)
        self.assertIn("0 statements were delivered", self.send(0))

    def test_batches_are_bounded(self):
        for n in range(25):
            self.desk.work(f"s{n}", "Bo", started=f"2026-11-23T09:00:{n:02}+01:00")
        self.send(0)
        bodies = [request[3] for request in self.posts()]
        self.assertEqual([len(json.loads(body)) for body in bodies], [50, 50, 25])
        self.assertLess(max(map(len, bodies)), 256 << 10)

    def test_a_journal_without_result_is_read_once(self):
        path = self.desk.work("one", "Bo")
        finished = path.read_bytes()
        path.write_bytes(finished[:-40] + 40 * b"x")
        stamp = path.stat().st_mtime_ns
        self.assertIn("0 statements were delivered", self.send(0))
        path.write_bytes(finished)
        os.utime(path, ns=(stamp, stamp))
        self.assertIn("0 statements were delivered", self.send(0))
        os.utime(path, ns=(stamp + 1, stamp + 1))
        self.assertIn("5 statements were delivered", self.send(0))

    def test_a_journal_that_cannot_be_read_is_tried_again(self):
        path = self.desk.work("one", "Bo")
        stamp = path.stat().st_mtime_ns
        aside = path.rename(path.with_suffix(".aside"))
        path.symlink_to(aside)
        self.assertIn("0 statements were delivered", self.send(0))
        path.unlink()
        aside.rename(path)
        os.utime(path, ns=(stamp, stamp))
        self.assertIn("5 statements were delivered", self.send(0))

    def test_what_is_shown_is_what_is_sent(self):
        path = self.desk.work("one", "Åsa Lindqvist", "hurried")
        self.set_up(account="name", homepage="https://school.example/of-our-own")
        shown = json.loads(self.desk.run("class", "--statements", path).stdout)
        self.send(0)
        self.assertEqual(shown, [self.store.statements[each] for each in self.store.order])
        self.assertIn("of-our-own", shown[0]["actor"]["account"]["homePage"])

    def test_a_set_up_that_cannot_be_used_shows_nothing(self):
        path = self.desk.work("one", "Bo")
        self.set_up(account="face")
        result = self.desk.run("class", "--statements", path)
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertIn("must be “pseudonym”", result.stderr)

    def test_a_new_store_gets_all_of_it(self):
        self.desk.work("one", "Bo")
        self.send(0)
        other = self.open_store(GOOD)
        self.set_up(other)
        self.send(0)
        self.assertEqual(other.statements, self.store.statements)


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
        for code in 429, 500, 503, 408:
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
        for code in 404, 405:
            self.store.always = status(code, b"<html>Apache")
            said = self.send(3)
            self.assertIn("no learning record store at the address", said)
            self.assertNotIn("Apache", said)
        self.assert_kept()

    def test_not_about_a_statement(self):
        for code in 402, 406, 415, 421, 426, 431, 451:
            self.store.always = status(code, {"message": "not so"})
            self.assertIn(f"cannot be used as it is set up ({code}: not so)", self.send(3))
        self.assert_kept()

    def test_answers_that_prove_nothing(self):
        for body in b"", b"<html>Log in to the school's network", b'["a","b"]', b"[" * 900000:
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
        store = self.open_store(GOOD)
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
        for code in 400, 409, 413, 422, 204:
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

    def test_a_store_that_refuses_everything(self):
        for n in range(12):
            self.desk.work(f"more{n}", "Cy", started=f"2026-11-25T09:00:{n:02}+01:00")
        self.store.always = status(400, {"message": "no"})
        self.assertIn("refuses everything", self.send(3))
        self.assertEqual((self.desk.rows(0), self.desk.rows(2)), (70, 0))
        self.assertLess(len(self.posts()), 80)
        self.store.always = None
        self.send(0)
        self.assertEqual(len(self.store.statements), 14 * OF_A_SESSION)


class Hostile(AtADesk):
    def setUp(self):
        super().setUp()
        self.desk.work("one", "Åsa")

    def test_a_redirect_is_not_followed(self):
        other = self.open_store(GOOD)
        for code in 301, 302, 307, 308:
            self.store.always = status(code, b"", ("Location", other.url + "statements"))
            self.assertIn(other.url, self.send(3))
        self.assertEqual(other.requests, [])
        self.assertEqual(self.desk.rows(0), OF_A_SESSION)

    def test_certificates(self):
        for name, certificate in {
            "expired": CERTIFICATES.make("expired", days=-1),
            "of another host": CERTIFICATES.make("elsewhere", "DNS:lrs.example.org"),
        }.items():
            with self.subTest(name):
                store = self.open_store(certificate)
                self.set_up(store)
                self.assertIn("certificate is not to be trusted", self.send(3))
                self.assertEqual(store.requests, [])
        self.set_up(**{"ca-file": None})
        self.assertIn("certificate is not to be trusted", self.send(3))
        self.assertEqual(self.store.requests, [])
        self.set_up(**{"ca-file": "/nowhere.pem"})
        self.assertIn("/nowhere.pem", self.send(3))

    def test_plain_text_is_for_this_machine_alone(self):
        self.desk.set_up("http://lrs.example.org/xapi/")
        self.assertIn("must begin with “https://”", self.send(1))
        plain = self.open_store(None)
        self.set_up(plain)
        self.send(0)
        self.assertEqual(len(plain.statements), OF_A_SESSION)

    def easy_memory(self):
        easy = self.open_store(GOOD)
        easy.always = status(503)
        self.set_up(easy)
        code, said, kib = self.desk.measure("class", "--send")
        self.assertEqual(code, 3, said)
        self.set_up()
        return kib

    def bounded(self, behaviour, seconds, words):
        """By time, and by memory: 16 MiB above what the program takes for an answer of a few bytes."""
        before = self.easy_memory()
        self.store.always = behaviour
        began = time.monotonic()
        code, said, after = self.desk.measure("class", "--send")
        self.assertEqual(code, 3)
        self.assertIn(words, said)
        self.assertLess(time.monotonic() - began, seconds)
        self.assertLess(after, before + 16 * 1024)
        self.assertEqual(self.desk.rows(0), OF_A_SESSION)

    def test_an_answer_without_end(self):
        self.bounded(stub_store.endless, 10, "far too much")

    def test_headers_without_end(self):
        self.bounded(stub_store.endless_headers, 10, "cannot be reached")

    def test_nobody_there(self):
        self.store.close()
        self.bounded(None, 10, "cannot be reached")

    def test_an_unknown_name(self):
        self.desk.set_up("https://lrs.invalid/xapi/")
        self.assertIn("lrs.invalid", self.send(3))


class Slow(AtADesk):
    """No answer lasts longer than a minute, and nothing is lost by it."""

    def setUp(self):
        super().setUp()
        self.desk.work("one", "Åsa")

    def given_up(self, behaviour, seconds):
        self.store.always = behaviour
        began = time.monotonic()
        said = self.send(3)
        self.assertLess(time.monotonic() - began, seconds)
        self.assertEqual(self.desk.rows(0), OF_A_SESSION)
        self.store.always = None
        self.send(0)
        self.assertEqual(len(self.store.statements), OF_A_SESSION)
        return said

    def test_a_byte_now_and_then(self):
        self.given_up(stub_store.slow, 75)

    def test_not_a_word(self):
        self.given_up(stub_store.mute, 45)


class Outbox(AtADesk):
    def test_damage(self):
        self.desk.work("one", "Åsa")
        self.send(0)
        self.desk.work("two", "Bo", started="2026-11-24T09:00:00+01:00")
        (path,) = self.desk.outboxes()
        for damage in b"no database at all" * 300, b"", path.read_bytes()[:5000]:
            with self.subTest(length=len(damage)):
                path.write_bytes(damage)
                said = self.send(0)
                self.assertEqual("was damaged" in said, damage != b"", said)
                self.assertEqual((self.desk.rows(0), self.desk.rows(1)), (0, 10))
        self.assertEqual(len(self.store.statements), 10)
        self.assertEqual(len(list(path.parent.glob("outbox-*-damaged-*.db"))), 2)

    def test_of_a_newer_version(self):
        self.desk.work("one", "Åsa")
        self.send(0)
        connection = sqlite3.connect(self.desk.outboxes()[0])
        connection.execute("PRAGMA user_version = 9")
        connection.close()
        self.assertIn("newer Frontdesk", self.send(3))

    def test_nothing_is_touched_while_another_has_its_turn(self):
        self.desk.work("one", "Bo")
        self.send(0)
        (path,) = self.desk.outboxes()
        path.unlink()
        turn = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, 1, 1, 0)
        with contextlib.closing(open(f"{path}-turns", "r+b")) as turns:
            fcntl.fcntl(turns, fcntl.F_OFD_SETLK, turn)
            self.assertIn("Another Frontdesk", self.send(3))
            self.assertEqual(self.desk.outboxes(), [])
        self.send(0)

    def test_of_the_first_version(self):
        self.desk.work("one", "Bo")
        self.send(0)
        connection = sqlite3.connect(self.desk.outboxes()[0])
        connection.executescript("DROP TABLE resultless; PRAGMA user_version = 1")
        connection.close()
        self.desk.work("two", "Bo", started="2026-11-24T09:00:00+01:00")
        self.assertIn("5 statements were delivered", self.send(0))

    def test_two_at_once(self):
        for n in range(12):
            self.desk.work(f"s{n}", "Bo", started=f"2026-11-23T09:00:{n:02}+01:00")
        running = [self.desk.begin("class", "--send") for _ in range(4)]
        for process in running:
            self.assertIn(process.wait(60), (0, 3))
        self.send(0)
        self.assertEqual(len(self.store.statements), 12 * OF_A_SESSION)
        self.assertEqual(self.store.n_stored_again, 0)

    def test_killed_at_any_moment(self):
        """Nothing is lost, whatever was done at that moment, and nothing doubled."""
        chance = random.Random(int(os.environ.get("KILL_SEED", "7")))
        self.store.always = lambda handler, body: time.sleep(chance.random() * 0.02) or "go on"
        began = time.monotonic()
        self.desk.run("class", "--send")
        whole = time.monotonic() - began
        n_killed = 0
        for n in range(36):
            self.desk.work(f"s{n}", "Bo", started=f"2026-11-23T09:00:{n:02}+01:00")
            process = self.desk.begin("class", "--send")
            time.sleep(chance.random() * whole * 1.5)
            n_killed += process.poll() is None
            kill(process)
        self.send(0)
        self.assertGreaterEqual(n_killed, 20)
        self.assertEqual(len(self.store.statements), 36 * OF_A_SESSION)
        self.assertEqual((self.desk.rows(0), self.desk.rows(1)), (0, 36 * OF_A_SESSION))
        self.assertEqual(list((self.desk.data / "frontdesk").glob("*-damaged-*")), [])


class SetUp(AtADesk):
    def test_it_works(self):
        result = self.desk.run("class", "--test")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("it answers, and lets “desk” in", result.stdout)
        self.assertEqual(result.stdout.count("\n"), 1)
        self.assertEqual(self.posts(), [])

    def test_what_is_wrong_in_one_line(self):
        faults = {
            "does not know this user and secret": {"user": "nobody"},
            "without “?” or “#”": {"url": self.store.url + "?key=1"},
            "must not hold a user or password": {"url": "https://desk:hunter2@lrs.example.org/"},
            "needs a user": {"user": None},
            "must be “pseudonym”, “name” or “mbox”": {"account": "email"},
            "salt": {"salt-file": None},
            "must be whole paths": {"secret-file": "secret"},
            "/nowhere": {"secret-file": "/nowhere"},
            "is no learning record store": {"url": self.store.url.replace("/xapi/", "/")},
        }
        for words, keys in faults.items():
            with self.subTest(words):
                self.store.always = status(200, {"a": 1}) if "is no" in words else None
                self.set_up(**keys)
                result = self.desk.run("class", "--test")
                self.assertNotEqual(result.returncode, 0)
                self.assertIn(words, result.stdout + result.stderr)
                self.assertEqual((result.stdout + result.stderr).count("\n"), 1)
                self.assertNotIn("hunter2", result.stdout + result.stderr)

    def test_a_secret_that_others_can_read(self):
        for mode in 0o644, 0o604, 0o660, 0o602:
            self.desk.secret.chmod(mode)
            result = self.desk.run("class", "--test")
            self.assertEqual(result.returncode, 3)
            self.assertIn("others can read or change it", result.stdout)
            self.assertEqual(result.stdout.count("\n"), 1)
        self.assertEqual(self.store.requests, [])

    def test_no_store_is_set(self):
        self.desk.school.unlink()
        for option in "--send", "--store":
            result = self.desk.run("class", option)
            self.assertEqual(result.returncode, 2)
            self.assertIn("no learning record store is set", result.stderr)
        self.assertEqual(self.desk.outboxes(), [])

    def test_the_secret_is_nowhere_else(self):
        self.desk.work("one", "Åsa")
        self.send(0)
        for path in self.desk.home.rglob("*"):
            if path.is_file() and path != self.desk.secret:
                self.assertNotIn(stub_store.SECRET.encode(), path.read_bytes(), path)


class Reading(AtADesk):
    def read(self, *options, status=0):
        result = self.desk.run("class", "--store", "--format", "json", *options)
        self.assertEqual(result.returncode, status, result.stderr)
        return json.loads(result.stdout) if status == 0 else result.stderr


class ReadingBack(Reading):
    def read_folder(self):
        return json.loads(self.desk.run("class", self.desk.sessions, "--format", "json").stdout)

    def set_names(self):
        self.set_up(account="name")

    def test_the_same_table_as_from_the_folder(self):
        self.set_names()
        self.store.page = 2
        for n, (trainee, built_in) in enumerate((("Åsa", "ideal"), ("Åsa", "absent"), ("Bo", "absent"), ("Cy", "hurried"))):
            self.desk.work(f"s{n}", trainee, built_in, started=f"2026-11-{20 + n}T09:00:00+00:00")
        self.send(0)
        told, expected = self.read(), self.read_folder()
        for part in "weeks", "mistakes":
            self.assertEqual(told[part], expected[part])
        for one, other in zip(told["cells"], expected["cells"], strict=True):
            del one["journal"], other["journal"]
            self.assertEqual(*(datetime.datetime.fromisoformat(each.pop("started")) for each in (one, other)))
            self.assertEqual(one, other)
        self.assertEqual(told["folder"], self.store.url)
        self.assertGreater(sum(1 for request in self.store.requests if request[0] == "GET"), 3)

    def test_on_the_terminal(self):
        self.set_names()
        self.desk.work("one", "Åsa")
        self.send(0)
        head, row = self.desk.run("class", "--store").stdout.split("\n")[:2]
        self.assertEqual(row.index("2026-11-23"), head.index("Last worked"))

    def test_more_elsewhere_is_not_asked(self):
        other = self.open_store(GOOD)
        self.store.always = status(200, {"statements": [], "more": other.url + "statements"})
        self.assertIn("points to another computer", self.read(status=3))
        self.assertEqual(other.requests, [])

    def test_a_reading_without_end(self):
        def again(handler, _body):
            handler.answer(200, {"statements": [], "more": f"/xapi/statements?n={len(self.store.requests)}"})
        self.store.always = again
        self.assertIn("more statements than can be read", self.read(status=3))

    def test_more_on_a_page_than_asked_for(self):
        """By memory too: a page of empty objects unfolds to many times its size."""
        self.store.always = status(503)
        _, _, before = self.desk.measure("class", "--store")
        for page in [{}] * 101, [{}] * 690000:
            self.store.always = status(200, json.dumps({"statements": page}, separators=(",", ":")).encode())
            code, said, after = self.desk.measure("class", "--store")
            self.assertEqual(code, 3)
            self.assertIn("something else than statements", said)
            self.assertLess(after, before + 200 * 1024)

    def test_what_is_no_statement_of_ours(self):
        self.set_names()
        self.desk.work("one", "Åsa")
        self.send(0)
        mine = [each for each in self.store.statements.values() if each["verb"]["id"].endswith(("passed", "failed"))][0]
        broken = json.loads(json.dumps(mine))
        broken["context"]["extensions"] = {key: "a" * 64 if key.endswith("session") else value
                                           for key, value in broken["context"]["extensions"].items()}
        broken["result"]["score"]["raw"] = 1e300
        foreign = {"id": "x", "verb": mine["verb"], "actor": {"mbox": "mailto:a@example.org"}, "object": {"id": "http://x"}}
        odd = [None, 7, [], {}, {"verb": 3}, {"verb": {"id": mine["verb"]["id"]}, "context": []}, foreign, broken]
        self.store.always = status(200, {"statements": [mine, mine, *odd]})
        told = self.read()
        self.assertEqual((told["sessions"], told["files"]["twice"] > 0), (1, True))
        self.assertEqual({fault["path"] for fault in told["files"]["faults"]}, {"a" * 64})

    def test_answers_that_are_none(self):
        for behaviour, words in ((status(200, b"<html>"), "something else"), (status(500), "(500)"),
                                 (stub_store.endless, "far too much"), (status(200, b"[" * 100000), "something else")):
            self.store.always = behaviour
            self.assertIn(words, self.read(status=3))


class LargeClass(Reading):
    N = 10000

    def test_statements_without_end(self):
        def again(handler, _body):
            handler.answer(200, {"statements": [{}] * 100, "more": f"/xapi/statements?n={len(self.store.requests)}"})
        self.store.always = again
        self.assertIn("more statements than can be read", self.read(status=3))
        self.assertEqual(len(self.store.requests), 1001)

    def test_bytes_without_end(self):
        page = json.dumps({"statements": [{"a": 20000 * "b"}] * 100, "more": "/xapi/statements?n=1"}).encode()
        self.store.always = status(200, page)
        self.assertIn("more statements than can be read", self.read(status=3))
        self.assertLessEqual(len(self.store.requests) * len(page), 256 << 20)

    def test_ten_thousand_sessions(self):
        self.set_up(account="name")
        self.desk.work("one", "Åsa", "hurried")
        self.send(0)
        # The others are not asked for.
        models = [self.store.statements[each] for each in (self.store.order[0], self.store.order[-1])]
        self.store.statements, self.store.order = {}, []
        for n in range(self.N):
            for at, model in enumerate(models):
                each = json.loads(json.dumps(model))
                each["id"] = f"{n:08}-{at}"
                each["actor"]["name"] = f"Trainee {n % 30}"
                each["context"]["extensions"]["https://example.org/frontdesk/xapi/extensions/session"] = f"{n:064x}"
                self.store.statements[each["id"]] = each
                self.store.order.append(each["id"])
        code, said, kib = self.desk.measure("class", "--store", "--format", "json")
        self.assertEqual(code, 0, said[-400:])
        self.assertEqual(json.loads(said)["sessions"], self.N)
        self.assertLess(kib, 150 * 1024)
        print(f"# {len(self.store.requests)} pages, {kib} KiB", file=sys.stderr)


unittest.main()
