#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""`check` on the largest files it takes, made to cost time and memory: both stay bounded, and what is
told stays readable. Usage: harmful-scenarios.py PROGRAM"""

import os
import resource
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
LARGEST = 16 << 20
MEMORY = 1 << 30  # of addresses, threads' stacks among them
SECONDS = 20      # some two on a quiet machine

START = """\
format: 1
title: A crowd
language: en
country: gb
lines: 2
duration: 20:00
organisation: Hartwell
people:
  - {id: ada, name: Ada Marlowe, extension: 201}
calls:
  - id: one
    at: 5
    caller: {given: Ben, surname: Osgood, phone: "01632 960147"}
    says: {opening: {text: "Hello, it is about invoice 4417."}}
    expect: {do: message, to: ada, message: "Invoice 4417.", facts: [{number: "4417"}]}
""".encode()

FILES = {
    "one line": b"a" * LARGEST,
    "no text": b"\xff" * LARGEST,
    "dashes": b"- " * (LARGEST // 2),
    "traps": START + b"title: a: b\n" * (LARGEST // 12),
    "faults in one line": START + b"junk: {" + b"a: b, " * (LARGEST // 6),
    "marks": START.replace(b"A crowd", b'"' + "e\u0301".encode() * (5 << 20) + b'" x'),
    "unknown phrases": START + b"  - expect: {do: inform, say: [" + b"zzzzz, " * (LARGEST // 8) + b"]}\n",
    "lone returns": START + b"k: 1\r" * (LARGEST // 5),
}


class HarmfulScenarios(unittest.TestCase):
    def check(self, content):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "scenario.yaml")
            with open(path, "wb") as file:
                file.write(content[:LARGEST])
            return subprocess.run(
                [PROGRAM, "check", path], capture_output=True, text=True, timeout=60,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))

    def test_files(self):
        for name, content in FILES.items():
            with self.subTest(name=name):
                began = time.monotonic()
                done = self.check(content)
                self.assertLess(time.monotonic() - began, SECONDS)
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr.splitlines()[-1], r"^[0-9]+ errors?")
                self.assertLess(max(map(len, done.stderr.splitlines())), 1500)


if __name__ == "__main__":
    unittest.main()
