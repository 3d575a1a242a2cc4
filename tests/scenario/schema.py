#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The JSON Schema against the reader: both give the same verdict on every bundled scenario, on what
`frontdesk new` writes and on every file of the fault corpus, wherever a schema can say it at all.
Usage: schema.py SCHEMA ROOT"""

import copy
import glob
import json
import os
import re
import sys
import unittest
import warnings

warnings.simplefilter("ignore", DeprecationWarning)

import jsonschema  # noqa: E402
import yaml  # noqa: E402

ROOT = sys.argv.pop(2)
with open(sys.argv.pop(1), encoding="utf-8") as file:
    SCHEMA = json.load(file)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)

# What is at fault in these lies between the places of the file, or in how it is written: editors
# get it as if nothing were wrong.
BEYOND_A_SCHEMA = {
    "call-after-end": "compares two values",
    "call-id-twice": "compares two values",
    "call-same-line-and-time": "compares two values",
    "expect-undefined": "looks an id up",
    "fact-nobody-says": "looks for a text",
    "id-twice": "compares two values",
    "key-repeated": "the second value replaces the first",
    "line-beyond-lines": "compares two values",
    "meant-person-by-name": "looks an id up",
    "meant-person-of-several": "looks an id up",
    "meant-phrase": "looks an id up",
    "meant-reply": "the scenario's phrases are keys too",
    "says-unknown": "the scenario's phrases are keys too",
    "tag": "YAML takes the sign away",
    "trap-begins-ampersand": "YAML takes the sign away",
    "trap-hash-second-line": "YAML takes the rest away",
}


# PyYAML takes no tab between a value and a comment; YAML and libyaml do.
BEYOND_PYYAML = {"quote-tabs"}


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, by which editors give types to plain scalars."""

    yaml_implicit_resolvers = {}


def resolve(tag, pattern, first):
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))


resolve("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""])
resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
resolve("int", r"^[-+]?[0-9]+$", "-+0123456789")
resolve("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")
Loader.add_constructor("tag:yaml.org,2002:int", lambda self, node: int(self.construct_scalar(node)))


def read(path):
    with open(path, encoding="utf-8") as text:
        return yaml.load(text, Loader)


def complaints(document):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
            for error in VALIDATOR.iter_errors(document)]


def scenarios():
    for pattern in ("scenarios/*/scenario.yaml", "data/new-scenario/*.yaml", "tests/*/*/scenario.yaml"):
        yield from sorted(glob.glob(os.path.join(ROOT, pattern)))


class Schema(unittest.TestCase):
    def test_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_accepts_what_the_reader_accepts(self):
        paths = list(scenarios())
        self.assertGreater(len(paths), 4)
        for path in paths:
            with self.subTest(path):
                self.assertEqual(complaints(read(path)), [])

    def test_fault_corpus(self):
        judged = 0
        for path in sorted(glob.glob(os.path.join(ROOT, "tests/scenario/faults/*.yaml"))):
            name = os.path.basename(path)[: -len(".yaml")]
            with open(path[: -len(".yaml")] + ".expected", encoding="utf-8") as expected:
                faulty = "error:" in expected.read()
            try:
                document = read(path)
            except (yaml.YAMLError, UnicodeDecodeError):
                self.assertTrue(faulty or name in BEYOND_PYYAML,
                                f"{name}: YAML refuses what the reader accepts")
                continue
            with self.subTest(name):
                found = complaints(document)
                if name in BEYOND_A_SCHEMA:
                    self.assertTrue(faulty)
                    self.assertEqual(found, [], "the schema can say this after all")
                else:
                    self.assertEqual(bool(found), faulty, found)
                    judged += 1
        self.assertGreater(judged, 60)

    def test_no_key_can_be_misspelt(self):
        """Every key of a scenario that has them all, one at a time."""
        whole = read(os.path.join(ROOT, "tests/scenario/full/scenario.yaml"))
        tried = 0
        for way in list(ways_to_maps(whole)):
            for key in list(at(whole, way)):
                if way[-1:] == ["says"] and key not in ("answer", "accepts", "refuses", "opening"):
                    continue  # a phrase of the scenario could be called so
                changed = copy.deepcopy(whole)
                place = at(changed, way)
                place[key + "x"] = place.pop(key)
                self.assertNotEqual(complaints(changed), [], f"{way} {key}")
                tried += 1
        self.assertGreater(tried, 60)

    def test_every_key_is_explained(self):
        def walk(place, name):
            for key, value in place.get("properties", {}).items():
                told = value.get("description") or self.description_of(value)
                self.assertTrue(told, f"{name}/{key} has no description")
            for key, value in place.items():
                if key in ("if", "then", "else", "not", "allOf", "oneOf"):
                    continue
                if isinstance(value, dict):
                    walk(value, f"{name}/{key}")

        walk({key: value for key, value in SCHEMA.items() if key not in ("if", "else")}, "")

    @staticmethod
    def description_of(value):
        name = value.get("$ref", "").rsplit("/", 1)[-1]
        return SCHEMA["definitions"].get(name, {}).get("description")


def ways_to_maps(place, way=()):
    if isinstance(place, dict):
        yield list(way)
    items = place.items() if isinstance(place, dict) else enumerate(place) if isinstance(place, list) else ()
    for key, value in items:
        yield from ways_to_maps(value, (*way, key))


def at(place, way):
    for step in way:
        place = place[step]
    return place


if __name__ == "__main__":
    unittest.main()
