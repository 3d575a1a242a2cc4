# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Sessions delivered to a learning record store over HTTPS, by the program as an administrator runs it: what the tests of
it share. A test that imports this is run as TEST.py PROGRAM [TESTCASE…], and imports `setUpModule` too."""

import os
import sys
import tempfile
import unittest

import stub_store
from desk_of_a_school import Desk

PROGRAM = os.path.abspath(sys.argv.pop(1))
OF_A_SESSION = 5  # statements: initialized, two calls, completed, passed or failed


class Made:
    """Made once for all tests of a program: an authority, and a certificate of it that is to be trusted."""


def setUpModule():
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    Made.certificates = stub_store.Certificates(folder.name)
    Made.good = Made.certificates.make("good")


class AtADesk(unittest.TestCase):
    def setUp(self):
        self.desk = Desk(PROGRAM)
        self.addCleanup(self.desk.close)
        self.store = self.open_store(Made.good)
        self.set_up()

    def open_store(self, certificate):
        store = stub_store.Store(certificate)
        self.addCleanup(store.close)
        return store

    def set_up(self, store=None, **more):
        self.desk.set_up(**{"url": (store or self.store).url, "ca-file": Made.certificates.authority, **more})

    def send(self, expected, **more):
        result = self.desk.send(**more)
        self.assertEqual(result.returncode, expected, result.stdout + result.stderr)
        self.assertNotIn(stub_store.SECRET, result.stdout + result.stderr)
        self.assertNotIn(stub_store.AUTHORIZATION[6:], result.stdout + result.stderr)
        self.assertNotIn("CRITICAL", result.stderr)
        return result.stdout + result.stderr

    def posts(self):
        return [request for request in self.store.requests if request[0] == "POST"]
