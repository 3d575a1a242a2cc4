# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Sessions of a small scenario, as tests need many: a built-in trainee works each kind once, and then it is given to
whoever is to have worked it, when and how."""

import json
import os
import pathlib
import subprocess
import tempfile

SCENARIO = """\
format: 1
title: %s
language: en
country: gb
lines: 2
duration: 10:00
organisation: Hartwell
people:
  - {id: ada, name: Ada Marlowe, extension: 201}
calls:
  - id: note
    at: 5
    caller: {given: Ben, surname: Osgood, phone: "01632 960147"}
    says: {opening: {text: "Hello, it is about invoice 4417."}}
    expect: {do: message, to: ada, message: "Invoice 4417.", facts: [{number: "4417"}]}
"""

FURTHER_CALL = """\
  - id: %s
    at: %d:%02d
    caller: {given: Cy, surname: Hale, phone: "01632 960148"}
    says: {opening: {text: "Is it open?"}}
    expect: {do: message, to: ada, message: "Call back."}
"""

worked = {}  # journals, by all that they depend on


def further_calls(n):
    """A second apart, from the second minute on; the first of them is "other"."""
    return "".join(FURTHER_CALL % (f"other{each}" if each else "other", *divmod(120 + each, 60)) for each in range(n))


def model(program, built_in, scenario="quiet", title=None, calls=1):
    """The journal of a session that a built-in trainee worked."""
    key = program, built_in, scenario, title, calls
    if key not in worked:
        with tempfile.TemporaryDirectory() as place:
            folder, path = pathlib.Path(place) / scenario, pathlib.Path(place) / "made.journal"
            folder.mkdir()
            text = SCENARIO % json.dumps(title or scenario.title()) + further_calls(calls - 1)
            (folder / "scenario.yaml").write_text(text, encoding="utf-8")
            subprocess.run([program, "simulate", folder, "--trainee", built_in, "--journal", path], check=True,
                           capture_output=True, stdin=subprocess.DEVNULL, env=dict(os.environ, HOME=place, TZ="UTC"))
            worked[key] = path.read_text(encoding="utf-8")
    return worked[key]


def write(path, journal, **header):
    """`journal` with another header, at `path`, which is returned."""
    head, rest = journal.split("\n", 1)
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(dict(json.loads(head), **header), ensure_ascii=False) + "\n" + rest, encoding="utf-8")
    return path
