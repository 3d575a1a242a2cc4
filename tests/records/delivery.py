#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""What is delivered, and what stays. Usage: delivery.py PROGRAM"""

import json
import os
import unittest

import stub_store
from delivery_case import OF_A_SESSION, AtADesk, Made, setUpModule  # noqa: F401
from stub_store import status


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
        other = self.open_store(Made.good)
        self.set_up(other)
        self.send(0)
        self.assertEqual(other.statements, self.store.statements)


unittest.main()
