#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The author's guide, in both languages: its tables hold every key of the format, bold where it
cannot be left out, and its examples put together are a scenario without a fault.
Usage: guide.py PROGRAM SCHEMA DOCS"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

import yaml

DOCS = sys.argv.pop(3)
with open(sys.argv.pop(2), encoding="utf-8") as file:
    SCHEMA = json.load(file)
PROGRAM = os.path.abspath(sys.argv.pop(1))

# The tables in their order, by the part of the schema that each explains.
PARTS = ["root", "person", "phrase", "call", "caller", "expect"]
HEARD = {
    "authoring.md": "Invoice 4471, no, 4417, is not paid. And a new offer. Ring before half past two.",
    "authoring.sv.md": "Faktura 4471, nej 4417, är inte betald. Och en ny offert. Ring före halv tre.",
}
ROW = re.compile(r"^\| (\**)([a-z_]+)\** \| (?:`(.*?)`|\[.*\]\(.*\)) \| .+ \|$")


def tables(name):
    """The tables of the guide with three columns of keys, as lists of (key, bold, example)."""
    found = []
    with open(os.path.join(DOCS, name), encoding="utf-8") as guide:
        for line in guide:
            row = ROW.match(line.rstrip("\n"))
            if row:
                found[-1].append((row[2], bool(row[1]), row[3]))
            elif line.startswith("| --- | --- | --- |"):
                found.append([])
    return [table for table in found if table]


def example(key, text):
    value = yaml.load(text, yaml.BaseLoader)
    assert list(value) == [key], f"the example of {key} is one of {list(value)}"
    return value


def put_together(name):
    """One scenario of all the examples."""
    parts = {}
    for part, table in zip(PARTS, tables(name)):
        parts[part] = {}
        for key, _, text in table:
            if text:
                parts[part].update(example(key, text))
    call = parts["call"]
    call["caller"] = parts["caller"]
    call["expect"] = parts["expect"]
    call["says"]["matter"] = {"text": HEARD[name]}
    parts["root"].update(people=[parts["person"]], phrases=[parts["phrase"]], calls=[call])
    return parts["root"]


class Guide(unittest.TestCase):
    def test_holds_every_key(self):
        for name in HEARD:
            found = tables(name)
            self.assertEqual(len(found), len(PARTS), name)
            for part, table in zip(PARTS, found):
                schema = SCHEMA if part == "root" else SCHEMA["definitions"][part]
                with self.subTest(f"{name}: {part}"):
                    self.assertEqual([key for key, _, _ in table], list(schema["properties"]))
                    self.assertEqual({key for key, bold, _ in table if bold},
                                     set(schema.get("required", [])))

    def test_examples_are_right(self):
        for name in HEARD:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
                    # JSON is YAML, and says of every text that it is one.
                    json.dump(put_together(name), file, ensure_ascii=False)
                done = subprocess.run([PROGRAM, "check", folder, "--format", "json"],
                                      capture_output=True, text=True, timeout=60)
                told = json.loads(done.stdout)["files"][0]["diagnostics"]
                errors = [item["message"] for item in told if item["severity"] == "error"]
                self.assertEqual((done.returncode, errors), (0, []))

    def test_names_every_reply(self):
        replies = set(SCHEMA["definitions"]["says"]["properties"])
        for name in HEARD:
            with open(os.path.join(DOCS, name), encoding="utf-8") as guide:
                text = guide.read()
            self.assertEqual([reply for reply in replies if f"`{reply}`" not in text], [], name)

    def test_both_languages_have_the_same_shape(self):
        def shape(name):
            with open(os.path.join(DOCS, name), encoding="utf-8") as guide:
                return [line.split(" ")[0] for line in guide if line.startswith(("#", "| ", "1. "))]

        self.assertEqual(shape("authoring.md"), shape("authoring.sv.md"))

    def test_links_lead_somewhere(self):
        for name in HEARD:
            with open(os.path.join(DOCS, name), encoding="utf-8") as guide:
                text = guide.read()
            places = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
                      for heading in re.findall(r"^#+ (.*)$", text, re.M)}
            for target in re.findall(r"\]\(([^)]+)\)", text):
                if target.startswith("#"):
                    self.assertIn(target[1:], places, name)
                else:
                    self.assertTrue(os.path.exists(os.path.join(DOCS, target)), f"{name}: {target}")


if __name__ == "__main__":
    unittest.main()
