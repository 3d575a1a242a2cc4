#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""`frontdesk class` in a folder that somebody has filled: a hundred thousand journals that are none, and more links and
folders than are looked at. Usage: classroom-crowd.py PROGRAM"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
MOST = 200000  # files, folders and all else that are looked at

# A process that is begun counts the memory of the one that begins it as its own: this one holds little.
MEASURE = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(pid, 0)
print(usage.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Crowd(unittest.TestCase):
    def setUp(self):
        # In memory: it is not the disk that is measured.
        folder = tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.share = self.home / "share"
        self.share.mkdir()

    def read(self, seconds, mib, *options):
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-S", "-c", MEASURE, PROGRAM, "class", self.share, *options],
                              capture_output=True, text=True, timeout=300,
                              env=dict(os.environ, HOME=str(self.home), XDG_CACHE_HOME=str(self.home / "cache")))
        took, kib = time.monotonic() - began, int(done.stderr.split()[-1])
        print(f"# {took:.1f} s, {kib // 1024} MiB", file=sys.stderr)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertLess(took, seconds)
        self.assertLess(kib, mib * 1024)
        return done.stdout

    def test_a_hundred_thousand_that_are_none(self):
        for n in range(100000):
            (self.share / f"{n}.journal").write_text("{}\n")
        said = self.read(60, 200)
        self.assertLess(said.count("\n"), 200)
        self.assertIn(" more", said)
        files = json.loads(self.read(60, 300, "--format", "json"))["files"]
        self.assertEqual(len(files["faults"]), 100000)

    def test_more_than_is_looked_at(self):
        for n in range(MOST // 2):
            (self.share / f"{n}").mkdir()
        for n in range(MOST // 2 + 100):
            (self.share / f"{n}.journal").symlink_to("/dev/zero")
        faults = json.loads(self.read(60, 300, "--format", "json"))["files"]["faults"]
        self.assertIn("there are too many files; the rest was not looked at", [fault["reason"] for fault in faults])
        self.assertLess(len(faults), MOST + 2)


unittest.main(verbosity=2)
