#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A learning record store that means harm, or is none. Usage: delivery-hostile.py PROGRAM [CASE…]"""

import gzip
import json
import socket
import time
import unittest

import stub_store
from delivery_case import OF_A_SESSION, AtADesk, Made, setUpModule  # noqa: F401
from stub_store import status


class Hostile(AtADesk):
    def setUp(self):
        super().setUp()
        self.desk.work("one", "Åsa")

    def test_a_redirect_is_not_followed(self):
        other = self.open_store(Made.good)
        for code in 301, 308:
            self.store.always = status(code, b"", ("Location", other.url + "statements"))
            self.assertIn(other.url, self.send(3))
        self.assertEqual(other.requests, [])
        self.assertEqual(self.desk.rows(0), OF_A_SESSION)

    def test_certificates(self):
        for name, certificate in {
            "expired": Made.certificates.make("expired", days=-1),
            "of another host": Made.certificates.make("elsewhere", "DNS:lrs.example.org"),
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

    easy_kib = []  # measured once for all

    def easy_memory(self):
        """What the program takes for an answer of a few bytes, in KiB."""
        if not self.easy_kib:
            easy = self.open_store(Made.good)
            easy.always = status(503)
            self.set_up(easy)
            code, said, kib = self.desk.measure("class", "--send")
            self.assertEqual(code, 3, said)
            self.easy_kib.append(kib)
            self.set_up()
        return self.easy_kib[0]

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

    def test_lengths_that_are_none(self):
        """Nothing of it proves that a statement was taken, also where what comes after it says so."""
        ids = json.dumps([each["id"] for each in json.loads(self.first_body())]).encode()
        taken = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(ids), ids)
        for head in (b"Content-Length: 2\r\n\r\n[]" + taken, b"Content-Length: -1\r\n\r\n[]",
                     b"Content-Length: 99999999999999999999\r\n\r\n" + ids,
                     b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n[]",
                     b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n" + ids,
                     b"Transfer-Encoding: chunked\r\n\r\n2\r\n[]xx"):
            with self.subTest(head[:60]):
                self.store.always = stub_store.raw(b"HTTP/1.1 200 OK\r\n" + head)
                self.bounded(self.store.always, 10, "")

    def first_body(self):
        self.store.always = status(503)
        self.send(3)
        return self.posts()[0][3]

    def test_what_is_no_answer(self):
        for bytes_ in b"\0" * 5000, b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 99999 OK\r\n\r\n", b"HTTP/1.1 200", b"\r\n" * 5000:
            with self.subTest(bytes_[:30]):
                self.bounded(stub_store.raw(bytes_), 10, "cannot be reached")

    def test_to_go_on_without_end(self):
        """An answer that is announced for ever would hold up the main loop, and with it the window."""
        self.bounded(stub_store.endless_bytes(b"HTTP/1.1 100 Continue\r\n\r\n"), 10, "announces an answer and gives none")

    def test_empty_lines_without_end(self):
        self.bounded(stub_store.endless_bytes(b"\r\n"), 10, "cannot be reached")

    def test_what_unfolds(self):
        """A gigabyte of nothing in a megabyte: it is not asked for, and not unpacked."""
        packed = gzip.compress(b" " * (64 << 20))
        self.bounded(status(200, packed, ("Content-Encoding", "gzip")), 10, "without saying what it took")
        self.assertNotIn("Accept-Encoding", self.posts()[0][2])

    def test_no_proxy_hears_the_secret_in_plain_text(self):
        plain = self.open_store(None)
        self.set_up(plain)
        with socket.create_server(("127.0.0.1", 0)) as proxy:
            del self.desk.environment["no_proxy"]
            self.desk.environment["http_proxy"] = f"http://127.0.0.1:{proxy.getsockname()[1]}"
            self.send(0)
            proxy.setblocking(False)
            self.assertRaises(BlockingIOError, proxy.accept)
        self.assertEqual(len(plain.statements), OF_A_SESSION)

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


unittest.main()
