#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""What waits, whatever happens meanwhile. Usage: delivery-outbox.py PROGRAM"""

import contextlib
import fcntl
import os
import random
import sqlite3
import struct
import time
import unittest

from delivery_case import OF_A_SESSION, AtADesk, setUpModule  # noqa: F401
from desk_of_a_school import kill
from stub_store import status


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
        self.assertIn("newer version of Frontdesk", self.send(3))

    def test_nothing_is_touched_while_another_has_its_turn(self):
        self.desk.work("one", "Bo")
        self.send(0)
        (path,) = self.desk.outboxes()
        path.unlink()
        turn = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, 1, 1, 0)
        with contextlib.closing(open(f"{path}-turns", "r+b")) as turns:
            fcntl.fcntl(turns, fcntl.F_OFD_SETLK, turn)
            self.assertIn("Another copy of Frontdesk", self.send(3))
            self.assertEqual(self.desk.outboxes(), [])
        self.send(0)

    def test_of_the_first_version(self):
        self.desk.work("one", "Bo")
        self.send(0)
        connection = sqlite3.connect(self.desk.outboxes()[0])
        connection.executescript("DROP TABLE resultless; DROP INDEX put_off; DROP INDEX undelivered;"
                                 + "".join(f"ALTER TABLE statement DROP COLUMN {name};" for name in
                                           ("failed", "put_off", "not_before", "was_refused"))
                                 + "PRAGMA user_version = 1")
        connection.close()
        self.desk.work("two", "Bo", started="2026-11-24T09:00:00+01:00")
        self.assertIn("5 statements were delivered", self.send(0))

    def test_one_that_is_full(self):
        """What found no room goes with the next delivery, and it is told that there is more."""
        self.desk.work("one", "Bo")
        self.send(0)
        mib = b'{"a":"' + b"a" * ((1 << 20) - 8) + b'"}'
        for n in range(128):
            self.desk.ask_outbox("INSERT INTO statement (id, state, body) VALUES (?, 0, ?)", f"long-{n}", mib)
        self.desk.work("two", "Bo", started="2026-11-24T09:00:00+01:00")
        self.store.always = status(204)
        said = self.send(3)
        self.assertIn("128 statements were delivered.", said)
        self.assertIn("There is more waiting for the learning record store than can be queued at once", said)
        self.assertIn("5 statements were delivered.", self.send(0))

    def test_memory_while_it_is_filled(self):
        """Fifty sessions of four hundred calls, which took 270 MiB where they were made all at once."""
        kib = []
        for n in range(50):
            self.desk.work(f"s{n}", "Bo", "absent", started=f"2026-11-23T09:00:{n:02}+01:00", calls=400)
            if n in (4, 49):
                self.desk.set_up("http://127.0.0.1:9/xapi/")
                self.desk.forget_outbox()
                code, said, used = self.desk.measure("class", "--send")
                self.assertEqual((code, self.desk.rows(0)), (3, (n + 1) * 403), said)
                kib.append(used)
        self.assertLess(kib[1], kib[0] + 64 * 1024)

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


unittest.main()
