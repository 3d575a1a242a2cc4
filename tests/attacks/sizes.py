#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A mebibyte in every text of a scenario and of a journal, over every command and report: each ends, in
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
MEMORY = 3 << 30  # of addresses; a journal of this scenario has some 40 MiB, the largest 100
# Every text at once would be more YAML than any scenario may have; these are shared out over two.
HALVES = (attacked_shift.FIELDS[::2], attacked_shift.FIELDS[1::2])
# A scenario that says a mebibyte in a caller's wordings is slow to compare; each is one wording.
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
            self.measure("simulate", done)
            for form in FORMS if done.returncode == 0 else ():
                began = time.monotonic()
                done = shift.score(form, preexec_fn=limit, timeout=2 * SECONDS)
                self.measure(form, done)
                self.assertEqual(done.returncode, 0, form)
                print("# %s: %.1f s, %.1f MiB" % (form, time.monotonic() - began,
                                                  len(done.stdout) / (1 << 20)), flush=True)

    def test_a_mebibyte_in_every_field(self):
        for name, text in attack_table.HUGE.items():
            for half, fields in enumerate(HALVES):
                with self.subTest(text=name, half=half):
                    print("# %s, %d" % (name, half), flush=True)
                    texts = attacked("x")
                    texts.update((field, text) for field in fields if field not in ("fact", "matter"))
                    self.work(texts)


if __name__ == "__main__":
    unittest.main()
