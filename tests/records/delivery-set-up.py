#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A store as an administrator sets it up, and how it is tried. Usage: delivery-set-up.py PROGRAM"""

import pathlib
import re
import unittest

import stub_store
from delivery_case import OF_A_SESSION, AtADesk, Made, setUpModule  # noqa: F401
from stub_store import status


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

    def test_a_store_that_gives_what_was_not_asked_for(self):
        self.store.always = (lambda handler, _body: handler.answer(200, {"statements": [{}] * 101})
                             if "since=9999" in handler.path else "go on")
        result = self.desk.run("class", "--test")
        self.assertEqual(result.returncode, 3)
        self.assertIn("gives statements that were not asked for", result.stdout)

    def test_the_example(self):
        """As it is it sets nothing; with its lines taken up it names all keys there are."""
        example = pathlib.Path(__file__).resolve().parents[2] / "data" / "school" / "frontdesk.conf"
        text = example.read_text()
        self.desk.school.write_text(text)
        self.assertEqual(self.desk.run("class", "--test").returncode, 2)
        keys = re.findall(r"^#([a-z-]+)=", text, re.M)
        self.assertEqual(keys, ["folder", "url", "user", "secret-file", "account", "salt-file", "homepage", "ca-file"])
        here = {"folder": self.desk.home, "url": self.store.url, "user": stub_store.USER,
                "secret-file": self.desk.secret, "salt-file": self.desk.salt,
                "ca-file": Made.certificates.authority}
        lines = [re.sub(r"^#(?=[a-z-]+=)", "", line) for line in text.split("\n")]
        self.desk.school.write_text("\n".join(f"{key}={here[key]}" if (key := line.split("=")[0]) in here else line
                                              for line in lines))
        result = self.desk.run("class", "--test")
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)
        self.assertIn("lets “desk” in", result.stdout)

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


unittest.main()
