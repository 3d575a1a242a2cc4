#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A class read back from its learning record store. Usage: store-class.py PROGRAM [CASE…]"""

import datetime
import json
import sys
import unittest

import stub_store
from delivery_case import AtADesk, Made, setUpModule  # noqa: F401
from stub_store import status


class Reading(AtADesk):
    def read(self, *options, status=0):
        result = self.desk.run("class", "--store", "--format", "json", *options)
        self.assertEqual(result.returncode, status, result.stderr)
        return json.loads(result.stdout) if status == 0 else result.stderr


class ReadingBack(Reading):
    def read_folder(self):
        return json.loads(self.desk.run("class", self.desk.sessions, "--format", "json").stdout)

    def set_names(self):
        self.set_up(account="name")

    def test_the_same_table_as_from_the_folder(self):
        self.set_names()
        self.store.page = 2
        for n, (trainee, built_in) in enumerate((("Åsa", "ideal"), ("Åsa", "absent"), ("Bo", "absent"), ("Cy", "hurried"))):
            self.desk.work(f"s{n}", trainee, built_in, started=f"2026-11-{20 + n}T09:00:00+00:00")
        self.send(0)
        told, expected = self.read(), self.read_folder()
        for part in "weeks", "mistakes":
            self.assertEqual(told[part], expected[part])
        for one, other in zip(told["cells"], expected["cells"], strict=True):
            del one["journal"], other["journal"]
            self.assertEqual(*(datetime.datetime.fromisoformat(each.pop("started")) for each in (one, other)))
            self.assertEqual(one, other)
        self.assertEqual(told["folder"], self.store.url)
        self.assertGreater(sum(1 for request in self.store.requests if request[0] == "GET"), 3)

    def test_on_the_terminal(self):
        self.set_names()
        self.desk.work("one", "Åsa")
        self.send(0)
        head, row = self.desk.run("class", "--store").stdout.split("\n")[:2]
        self.assertEqual(row.index("2026-11-23"), head.index("Last worked"))

    def test_more_elsewhere_is_not_asked(self):
        other = self.open_store(Made.good)
        self.store.always = status(200, {"statements": [], "more": other.url + "statements"})
        self.assertIn("points to another computer", self.read(status=3))
        self.assertEqual(other.requests, [])

    def test_a_reading_without_end(self):
        def again(handler, _body):
            handler.answer(200, {"statements": [], "more": f"/xapi/statements?n={len(self.store.requests)}"})
        self.store.always = again
        self.assertIn("more statements than can be read", self.read(status=3))

    def test_a_reading_in_a_circle(self):
        """Two pages with a statement each, which point to one another."""
        def again(handler, _body):
            handler.answer(200, {"statements": [{}], "more": f"/xapi/statements?n={len(self.store.requests) % 2}"})
        self.store.always = again
        self.assertIn("leads in a circle", self.read(status=3))
        self.assertLess(len(self.store.requests), 5)

    def test_where_the_next_page_is_takes_a_page_to_say(self):
        self.store.always = status(200, {"statements": [], "more": "/xapi/statements?" + "n" * 1000000})
        self.assertIn("something other than statements", self.read(status=3))
        self.assertEqual(len(self.store.requests), 1)

    def test_more_on_a_page_than_asked_for(self):
        """By memory too: a page of empty objects unfolds to many times its size."""
        self.store.always = status(503)
        _, _, before = self.desk.measure("class", "--store")
        for page in [{}] * 101, [{}] * 690000:
            self.store.always = status(200, json.dumps({"statements": page}, separators=(",", ":")).encode())
            code, said, after = self.desk.measure("class", "--store")
            self.assertEqual(code, 3)
            self.assertIn("a page with more statements than can be read at once: choose fewer by a date, as in “--since", said)
            self.assertLess(after, before + 200 * 1024)

    def test_what_is_no_statement_of_ours(self):
        self.set_names()
        self.desk.work("one", "Åsa")
        self.send(0)
        mine = [each for each in self.store.statements.values() if each["verb"]["id"].endswith(("passed", "failed"))][0]
        broken = json.loads(json.dumps(mine))
        broken["context"]["extensions"] = {key: "a" * 64 if key.endswith("session") else value
                                           for key, value in broken["context"]["extensions"].items()}
        broken["result"]["score"]["raw"] = 1e300
        foreign = {"id": "x", "verb": mine["verb"], "actor": {"mbox": "mailto:a@example.org"}, "object": {"id": "http://x"}}
        odd = [None, 7, [], {}, {"verb": 3}, {"verb": {"id": mine["verb"]["id"]}, "context": []}, foreign, broken]
        self.store.always = status(200, {"statements": [mine, mine, *odd]})
        told = self.read()
        self.assertEqual((told["sessions"], told["files"]["twice"] > 0), (1, True))
        self.assertEqual({fault["path"] for fault in told["files"]["faults"]}, {"a" * 64})

    def test_dates_that_are_none(self):
        self.set_names()
        self.desk.work("one", "Åsa")
        self.send(0)
        mine = [each for each in self.store.statements.values() if each["verb"]["id"].endswith(("passed", "failed"))][0]
        readable = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999-14:00", "1969-12-31T23:59:59Z"
        none = "2026-13-45T00:00:00Z", "99999-01-01T00:00:00Z", "-001-01-01T00:00:00Z", "2026-11-23T09:00:00+99:99", ""
        answer = []
        for n, moment in enumerate(readable + none):
            each = json.loads(json.dumps(mine))
            each.update(id=str(n), timestamp=moment)
            each["context"]["extensions"]["https://example.org/frontdesk/xapi/extensions/session"] = f"{n:064x}"
            answer.append(each)
        self.store.always = status(200, {"statements": answer})
        told = self.read()
        self.assertEqual(told["sessions"], len(readable))
        self.assertEqual(len({fault["path"] for fault in told["files"]["faults"]}), len(none))
        self.assertEqual(self.desk.run("class", "--store", "--format", "html").returncode, 0)

    def test_answers_that_are_none(self):
        for behaviour, words in ((status(200, b"<html>"), "something other"), (status(500), "(500)"),
                                 (stub_store.endless, "more statements than can be read"), (status(200, b"[" * 100000), "something other")):
            self.store.always = behaviour
            self.assertIn(words, self.read(status=3))


class LargeClass(Reading):
    N = 10000

    def test_statements_without_end(self):
        def again(handler, _body):
            handler.answer(200, {"statements": [{}] * 100, "more": f"/xapi/statements?n={len(self.store.requests)}"})
        self.store.always = again
        self.assertIn("more statements than can be read", self.read(status=3))
        self.assertEqual(len(self.store.requests), 1001)

    def test_bytes_without_end(self):
        page = json.dumps({"statements": [{"a": 20000 * "b"}] * 100, "more": "/xapi/statements?n=0000"}).encode()
        self.store.always = lambda handler, _body: handler.answer(
            200, page.replace(b"n=0000", b"n=%04d" % len(self.store.requests)))
        self.assertIn("more statements than can be read", self.read(status=3))
        self.assertLessEqual(len(self.store.requests) * len(page), 256 << 20)

    def test_ten_thousand_sessions(self):
        self.set_up(account="name")
        self.desk.work("one", "Åsa", "hurried")
        self.send(0)
        # The others are not asked for.
        models = [self.store.statements[each] for each in (self.store.order[0], self.store.order[-1])]
        self.store.statements, self.store.order = {}, []
        for n in range(self.N):
            for at, model in enumerate(models):
                each = json.loads(json.dumps(model))
                each["id"] = f"{n:08}-{at}"
                each["actor"]["name"] = f"Trainee {n % 30}"
                each["context"]["extensions"]["https://example.org/frontdesk/xapi/extensions/session"] = f"{n:064x}"
                self.store.statements[each["id"]] = each
                self.store.order.append(each["id"])
        code, said, kib = self.desk.measure("class", "--store", "--format", "json")
        self.assertEqual(code, 0, said[-400:])
        self.assertEqual(json.loads(said)["sessions"], self.N)
        self.assertLess(kib, 150 * 1024)
        print(f"# {len(self.store.requests)} pages, {kib} KiB", file=sys.stderr)


unittest.main()
