#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A quarter of a mebibyte in every text of a scenario and of a journal, over every command and report: each ends, in
bounded time and memory, with a result or with a fault that is told in some lines. Usage: sizes.py
PROGRAM"""

import os
import resource
import subprocess
import sys
import tempfile
import time
import unittest

import attack_table
import attacked_shift
from attacked_shift import Folder, attacked

PROGRAM = os.path.abspath(sys.argv.pop(1))
SECONDS = 60      # of one command
MEMORY = 3 << 30  # of addresses
FORMS = ("text", "json", "csv", "html", "pdf")


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


class Sizes(unittest.TestCase):
    def measure(self, what, done):
        self.assertIn(done.returncode, (0, 1, 3), "%s: %s" % (what, done.stderr[-500:]))
        self.assertLess(len(done.stderr), 1 << 20, what)

    def work(self, texts):
        with tempfile.TemporaryDirectory() as folder:
            shift = Folder(PROGRAM, folder, texts)
            self.measure("check", shift.run("check", folder, preexec_fn=limit, timeout=2 * SECONDS))
            done = shift.work()
            self.assertEqual(done.returncode, 0, done.stderr[-500:])
            for form in FORMS:
                began = time.monotonic()
                done = shift.score(form, preexec_fn=limit, timeout=2 * SECONDS)
                self.measure(form, done)
                self.assertEqual(done.returncode, 0, form)
                print("# %s: %.1f s, %.1f MiB" % (form, time.monotonic() - began,
                                                  len(done.stdout) / (1 << 20)), flush=True)

    def test_every_field(self):
        for name, text in attack_table.HUGE.items():
            with self.subTest(text=name):
                print("# " + name, flush=True)
                self.work(dict.fromkeys(attacked_shift.FIELDS, text))


if __name__ == "__main__":
    unittest.main()
