#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A store as an administrator sets it up, and how it is tried. Usage: delivery-set-up.py PROGRAM"""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

import stub_store
from delivery_case import OF_A_SESSION, AtADesk, Made, setUpModule  # noqa: F401
from stub_store import status

OTHER, TRAINEES = 41147, 41148  # a user and a group, who need no names


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
            "must be full paths": {"secret-file": "secret"},
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

    def run_as(self, groups, *arguments):
        """As another user, who has a home of their own and a session."""
        home = self.desk.home / "other"
        self.desk.work("one", "Åsa", place=home / "data" / "frontdesk" / "sessions")
        for path in home, *home.rglob("*"):
            os.chown(path, OTHER, OTHER)
        try:
            return subprocess.run(self.desk.command(*arguments), capture_output=True, text=True, timeout=100,
                                  user=OTHER, group=OTHER, extra_groups=groups, stdin=subprocess.DEVNULL, cwd="/",
                                  env=dict(self.desk.environment, HOME=str(home), XDG_DATA_HOME=str(home / "data"),
                                           XDG_CONFIG_HOME=str(home / "config"), XDG_CACHE_HOME=str(home / "cache")))
        except PermissionError:
            self.skipTest("the program lies where another user does not come")

    @unittest.skipUnless(os.geteuid() == 0, "only root can be somebody else")
    def test_who_is_in_the_group_and_who_is_not(self):
        """The files of root's, for a group, as the example has them; "install -m 640 -g"."""
        self.desk.home.chmod(0o755)
        authority = shutil.copy(Made.certificates.authority, self.desk.home)
        self.set_up(**{"ca-file": authority})
        for path in self.desk.secret, self.desk.salt:
            os.chown(path, 0, TRAINEES)
        result = self.run_as([], "class", "--test")
        self.assertEqual((result.returncode, result.stderr), (3, ""))
        self.assertIn("you may not read it; whoever set it up must add you to its group", result.stdout)
        self.assertEqual(result.stdout.count("\n"), 1)
        self.assertEqual(self.run_as([], "class", "--send").returncode, 3)
        self.assertEqual(self.store.requests, [])
        self.assertIn("lets “desk” in", self.run_as([TRAINEES], "class", "--test").stdout)
        self.assertEqual(self.run_as([TRAINEES], "class", "--send").returncode, 0)
        self.assertEqual(len(self.store.statements), OF_A_SESSION)

    def test_the_secret_is_in_no_command_and_no_log(self):
        """While a store keeps the program waiting, with all that its libraries can tell of themselves."""
        self.desk.work("one", "Åsa")
        self.desk.environment["G_MESSAGES_DEBUG"] = "all"
        told = []

        def look(_handler, _body):
            for name in "cmdline", "environ":
                told.append(pathlib.Path(f"/proc/{process.pid}/{name}").read_bytes())
            return "go on"

        self.store.always = look
        process = subprocess.Popen(self.desk.command("class", "--send"), stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, env=self.desk.environment, stdin=subprocess.DEVNULL)
        told.append(process.communicate(timeout=100)[0])
        self.assertEqual((process.returncode, len(told)), (0, 3))
        for each in told:
            self.assertNotIn(stub_store.SECRET.encode(), each)
            self.assertNotIn(stub_store.AUTHORIZATION[6:].encode(), each)

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
