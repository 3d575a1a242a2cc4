#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Every statement that can be made here passes a validator of xAPI 1.0.3 that is not ours: those of
`made-statements`, and those that `frontdesk class --statements` shows of every scenario that comes with the
program, worked by one built-in trainee or another. Node is started once. Where the validator cannot be installed,
the test is skipped and says so.

Usage: validated.py PROGRAM MADE-STATEMENTS BUILD"""

import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SCENARIOS = sorted((HERE.parents[1] / "scenarios").glob("*/scenario.yaml"))
TRAINEES = ["ideal", "steady", "hurried", "absent"]
SKIPPED = 77


def run(*command, **settings):
    return subprocess.run([str(part) for part in command], check=True, timeout=120, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, **settings).stdout


def work_all(program, folder):
    """A journal of every scenario, by one trainee after the other."""
    for scenario, trainee in zip(SCENARIOS, itertools.cycle(TRAINEES)):
        path = folder / f"{scenario.parent.name}.journal"
        run(program, "simulate", scenario, "--trainee", trainee, "--journal", path)
        yield path


def show(program, journals, **locale):
    """What the program shows, which must be the same in every locale."""
    return run(program, "class", "--statements", *journals, stderr=subprocess.DEVNULL,
               env=dict(os.environ, **locale))


def main():
    program, maker, build = map(os.path.abspath, sys.argv[1:4])
    got = subprocess.run([HERE / "get-validator", build], stdout=subprocess.PIPE, text=True, timeout=180)
    if got.returncode != 0:
        print("Skipped: the statements were not validated, for there is no validator (see above).")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        journals = list(work_all(program, folder))
        shown = show(program, journals, LC_ALL="C.UTF-8")
        if show(program, journals, LC_ALL="sv_SE.UTF-8", LANGUAGE="sv") != shown:
            print("Statements in a Swedish locale differ from those in C.", file=sys.stderr)
            return 1
        if len({statement["id"] for statement in json.loads(shown)}) != len(json.loads(shown)):
            print("Two statements share an id.", file=sys.stderr)
            return 1
        (folder / "shown.json").write_bytes(shown)
        (folder / "made.json").write_bytes(run(maker))
        return subprocess.run(["node", HERE / "validate.cjs", got.stdout.strip(), folder / "made.json",
                               folder / "shown.json"], timeout=120).returncode


sys.exit(main())
