#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Kills the real window with SIGKILL at random moments of one shift, and goes on each time in a new one.
Whatever the screen or the accessibility bus told before is in the journal, the slip is as it was written,
and in the end the journal is that of a shift which was never interrupted but for the records that say so.
Run it inside with-display; KILLS says how often, KILL_SEED when. Usage: bus-killed.py PROGRAM"""

import glob
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback

import bus_desk

PROGRAM = os.path.abspath(sys.argv[1])
KILLS = int(os.environ.get("KILLS", "2"))
SEED = int(os.environ.get("KILL_SEED", time.time_ns() % 100000))
# A draft is kept 300 ms after typing stops; a slow machine may take a moment longer.
KEPT_AFTER = 1.0

SCENARIO = """\
format: 1
title: Killed often
language: en
country: gb
lines: 2
duration: 0:30
organisation: Northwick
people:
  - {id: bert, name: Bert Cole, extension: 202, presence: [{from: 0:00, is: away}]}
calls:
  - id: order
    at: 0:02
    line: 1
    patience: {ringing: 600, hold: 600, silence: 600}
    caller: {given: Ada, surname: Marlowe, phone: 01632 960147}
    says:
      opening: {text: "Good morning, may I leave word for Bert, who is building our house?"}
      matter: {text: "Order 4417 has not arrived, and they have waited for it since Monday."}
      name: {text: "It is Ada Marlowe, with an e at the end and nothing else."}
      otherwise: {text: "I am not sure that I understood that, would you say it once more?"}
    expect: {do: message, to: bert}
  - id: sales
    at: 0:09
    line: 2
    patience: {ringing: 600, hold: 600, silence: 600}
    caller: {given: Tom, surname: Reeve}
    says: {opening: {text: "Hello?"}}
    expect: {do: decline}
"""
REPLIES = {
    "Ask what it is about": "Order 4417 has not arrived, and they have waited for it since Monday.",
    "Ask for the name": "It is Ada Marlowe, with an e at the end and nothing else.",
}
OPENING = "Good morning, may I leave word for Bert, who is building our house?"


def read_journal():
    """Every record, and every line of the journal, which must be whole."""
    paths = glob.glob(os.path.join(os.environ["XDG_DATA_HOME"], "frontdesk", "sessions", "*.journal"))
    assert len(paths) == 1, paths
    with open(paths[0], encoding="utf-8") as file:
        lines = file.read().splitlines()
    return paths[0], lines, [json.loads(line) for line in lines]


class Shift:
    """What the trainee saw, and what must therefore be in the journal."""

    def __init__(self):
        self.seen = set()       # captions
        self.told = {}          # announcements that are events, and how many
        self.names = [""]       # that may stand on the slip

    def check(self, desk):
        _, _, records = read_journal()
        said = {record.get("reply") for record in records if record.get("event") == "caller-speaks"}
        for words, reply in ((OPENING, "opening"), *((text, None) for text in REPLIES.values())):
            if words in self.seen:
                wanted = reply or ("matter" if "4417" in words else "name")
                assert wanted in said, (wanted, said)
        for words, event in (("ringing", "ringing"), ("answered", "answered")):
            heard = sum(1 for each in desk.heard if each.startswith("Line") and words in each)
            self.told[event] = self.told.get(event, 0) + heard
            found = sum(1 for record in records if record.get("event") == event)
            assert found >= self.told[event], (event, found, desk.heard)
        return records

    def see(self, desk, words):
        desk.wait_for_words(words)
        self.seen.add(words)

    def write(self, desk, name):
        desk.write("Name", name)
        self.names.append(name)


def begin(desk, shift):
    desk.write("Your name", "Kay")
    desk.press("Start the shift")
    desk.press("Line 1, ringing", exactly=False, seconds=15)
    shift.see(desk, OPENING)


def go_on(desk, shift):
    desk.press("Continue: Killed often", seconds=20)
    desk.get(bus_desk.BUTTONS, "Line 1, connected", exactly=False)
    for words in sorted(shift.seen):  # which may be scrolled out of sight
        desk.wait("“%s” in what was said" % words, lambda words=words: any(
            words in bus_desk.name_of(node) for node, _ in bus_desk.walk(desk.root)))
    found = bus_desk.text_of(desk.get("text", "Name"))
    assert found in shift.names, (found, shift.names)
    shift.names = [found]


def work_until_killed(desk, shift, number, chance):
    phrase = chance.choice(sorted(REPLIES))
    until = time.monotonic() + chance.uniform(0, 4)
    acts = [lambda: shift.write(desk, "Ada %d" % number), lambda: desk.press(phrase),
            lambda: shift.see(desk, REPLIES[phrase])]
    written = None
    while time.monotonic() < until:
        if acts:
            acts.pop(0)()
            written = written or time.monotonic()
        desk.sleep(0.05)
    if written is not None and time.monotonic() - written > KEPT_AFTER:
        shift.names = shift.names[-1:]
    desk.turn()
    desk.process.kill()
    desk.process.wait(10)
    desk.sleep(0.3)


def finish(desk):
    desk.press("Release")
    desk.press("Finish")
    desk.press("Finish now")
    desk.wait_for_words("The program ended" if KILLS > 0 else "Response time")


def check_end(folder):
    path, lines, records = read_journal()
    kills = [record for record in records if record.get("event") == "interrupted"]
    assert len(kills) == KILLS, kills
    assert records[-1]["event"] == "finished", records[-1]
    card = json.loads(subprocess.run([PROGRAM, "score", path, "--format", "json"], check=True,
                                     capture_output=True, text=True).stdout)
    assert len(card["interruptions"]) == KILLS, card["interruptions"]
    again = os.path.join(folder, "again.journal")
    subprocess.run([PROGRAM, "simulate", folder, "--script", path, "--journal", again], check=True,
                   capture_output=True)
    with open(again, encoding="utf-8") as file:
        assert file.read().splitlines()[1:] == lines[1:], "played again it is another journal"


def open_desk(folder, shift, number):
    desk = bus_desk.Desk(PROGRAM, *([folder] if number == 0 else []))
    try:
        (begin if number == 0 else go_on)(desk, shift)
    except AssertionError:
        bus_desk.print_tree(desk.root)
        desk.end()
        raise
    return desk


def main():
    chance = random.Random(SEED)
    shift = Shift()
    print("# KILL_SEED=%d" % SEED)
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
            file.write(SCENARIO)
        for number in range(KILLS + 1):
            desk = open_desk(folder, shift, number)
            try:
                if number < KILLS:
                    work_until_killed(desk, shift, number, chance)
                    records = shift.check(desk)
                    print("# killed at %.1f s of the shift" % (records[-1]["t"] / 1000))
                else:
                    finish(desk)
                    assert not desk.complaints(), "\n".join(desk.complaints())
            finally:
                desk.end()
        check_end(folder)
    print("ok")


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        sys.exit(1)
