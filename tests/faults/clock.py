#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A wall clock that is set forth and back in the middle of a call, and a program that stands still, as in
a suspend, for several seconds. The time of the session is neither's. Run it inside with-display. Usage:
clock.py PROGRAM"""

import datetime
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from desk_on_disk import SCENARIO, DeskOnDisk, make_scenario

PROGRAM = os.path.abspath(sys.argv.pop(1))


def find_faketime():
    """The library that tells a program another time; nobody is asked for what is not there."""
    if shutil.which("faketime") is None:
        return None
    shown = subprocess.run(["faketime", "-f", "+0", "sh", "-c", "echo $LD_PRELOAD"], text=True,
                           capture_output=True).stdout.strip()
    return shown or None


class Clock(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "data"
        self.scenario = make_scenario(str(self.folder / "scenario"), SCENARIO)
        self.offset = self.folder / "offset"
        self.library = find_faketime()
        if self.library is None:
            self.fail("there is no faketime here; ./run-tests installs it")

    def set_clock(self, offset):
        """The wall clock is from now on so far from the real one: "+1d"."""
        new = self.folder / "offset.new"
        new.write_text(offset + "\n")
        new.rename(self.offset)

    def environment(self):
        return {"LD_PRELOAD": self.library, "FAKETIME_TIMESTAMP_FILE": str(self.offset),
                "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_CACHE_DURATION": "1", "TZ": "UTC"}

    def open(self, **environment):
        desk = DeskOnDisk(PROGRAM, self.scenario, self.data, **environment)
        self.addCleanup(desk.end)
        return desk

    def work_shift(self, desk, clocks):
        """A shift during which the clock is set to each of `clocks`; how long it took by our own."""
        begun = time.monotonic()
        desk.start_shift()
        desk.answer()
        for n, clock in enumerate(clocks):
            self.set_clock(clock)
            desk.sleep(1.3)
            desk.write("Text", "Order 4417, clock %d" % n)
            desk.wait_for_record(5, command="draft", text="Order 4417, clock %d" % n)
        desk.press("Finish", exactly=False)
        desk.press("Finish now")
        desk.wait_for_words("Response time")
        return time.monotonic() - begun

    def test_wall_clock(self):
        """Forth by a day, back by a year, and over the end of the hour: `t` knows nothing of it, the
        session began when it began, and one that begins earlier by the clock is kept beside it."""
        self.set_clock("+0")
        desk = self.open(**self.environment())
        before = datetime.datetime.now(datetime.timezone.utc)
        took = self.work_shift(desk, ["+1d", "-365d", "+1h"])
        records = desk.records()
        times = [one["t"] for one in records if "t" in one]
        self.assertEqual(times, sorted(times))
        self.assertLess(times[-1], 1000 * took)
        steps = [later - earlier for earlier, later in zip(times, times[1:])]
        self.assertLess(max(steps), 5000, steps)
        started = datetime.datetime.fromisoformat(records[0]["started"])
        self.assertLess(abs((started - before).total_seconds()), 30)

        # The clock goes back before the next shift: both are kept, the newest by their stamps first.
        desk.press("Work it again")
        self.set_clock("-2d")
        desk.sleep(1.2)
        self.work_shift(desk, ["-2d"])
        self.assertEqual(len(desk.journals()), 2)
        sessions = desk.wait("both in the history", lambda: len(self.history()) == 2 and self.history())
        stamps = [datetime.datetime.fromisoformat(one["started"]) for one in sessions]
        self.assertEqual(stamps, sorted(stamps, reverse=True))
        self.assertGreater((stamps[0] - stamps[1]).total_seconds(), 86400)

    def history(self):
        done = subprocess.run([PROGRAM, "history", "--format", "json"], capture_output=True, text=True,
                              env=dict(os.environ, XDG_DATA_HOME=str(self.data), TZ="UTC"), check=True)
        return json.loads(done.stdout)["sessions"]

    def test_two_sessions_of_one_second(self):
        """A clock that stands still gives two journals, not one over the other."""
        for _ in range(2):
            self.set_clock("@2026-03-01 09:00:00 x0.001")
            desk = self.open(**self.environment())
            desk.start_shift()
            desk.answer()
            desk.end()
        self.assertEqual(len(desk.journals()), 2)

    def test_stands_still(self):
        """What was due meanwhile happens at its own time, at once, and the call goes on."""
        desk = self.open()
        desk.start_shift()
        desk.answer()
        desk.wait_for_record(15, event="caller-done", call="order")
        said = len([one for one in desk.records() if one.get("reply") == "still_there"])
        os.kill(desk.process.pid, signal.SIGSTOP)
        time.sleep(12)
        os.kill(desk.process.pid, signal.SIGCONT)
        desk.wait("what was due to be told", lambda: len(
            [one for one in desk.records() if one.get("reply") == "still_there"
             and one["event"] == "caller-speaks"]) > said, 3)
        desk.press("Ask what it is about")
        desk.wait_for_words("Order 4417 has not arrived.")
        records = desk.records()
        times = [one["t"] for one in records if "t" in one]
        self.assertEqual(times, sorted(times))
        # Every ten seconds of silence, to the millisecond, though nobody was there to count them.
        done = next(one["t"] for one in records if one.get("event") == "caller-done")
        first = next(one["t"] for one in records
                     if one.get("reply") == "still_there" and one["event"] == "caller-speaks")
        self.assertEqual(first - done, 10000)
        self.replay(desk)

    def replay(self, desk):
        """The same commands without the standstill give the same bytes."""
        desk.press("Finish", exactly=False)
        desk.press("Finish now")
        desk.wait_for_words("Response time")
        again = self.folder / "again.journal"
        subprocess.run([PROGRAM, "simulate", self.scenario, "--script", desk.journals()[-1], "--journal",
                        again], check=True, capture_output=True)
        self.assertEqual(again.read_bytes().split(b"\n")[1:], desk.journal_bytes().split(b"\n")[1:])


unittest.main(verbosity=2)
