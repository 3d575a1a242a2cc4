#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The sound server dies while a caller speaks, and comes back: the window says so, captions and times go
on as if nothing had been, and the next reply is heard again, for as long as it lasts. Run it inside
with-display and with-sound-server. Usage: sound-server.py PROGRAM"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from desk_on_disk import SCENARIO, DeskOnDisk, make_scenario

import heard

PROGRAM = os.path.abspath(sys.argv.pop(1))
OPENING = (620, 10.0)  # hertz, seconds
MATTER = (940, 2.0)
# What may be said of it, by what the sound system makes of its end.
GONE = ("is used again as soon", "No sound output is connected", "There is no sound", "does not answer")


def tone(path, hertz, seconds):
    subprocess.run(["sox", "-n", "-r", "48000", str(path), "synth", str(seconds), "sine", str(hertz), "gain",
                    "-6"], check=True)


class SoundServer(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        scenario = self.folder / "scenario"
        (scenario / "clips").mkdir(parents=True)
        make_scenario(str(scenario), SCENARIO.replace("opening: {", "opening: {clip: opening.wav, ").replace(
            "matter: {", "matter: {clip: matter.wav, "))
        tone(scenario / "clips" / "opening.wav", *OPENING)
        tone(scenario / "clips" / "matter.wav", *MATTER)
        self.scenario = scenario

    @staticmethod
    def kill_server():
        with open(os.environ["SOUND_SERVER_PID"], encoding="utf-8") as file:
            os.kill(int(file.read()), signal.SIGKILL)

    def test_killed_in_mid_call(self):
        desk = DeskOnDisk(PROGRAM, self.scenario, self.folder / "data")
        self.addCleanup(desk.end)
        listener = heard.Listener(self.folder / "before.wav")
        desk.start_shift()
        desk.answer()
        desk.press("Greet")
        desk.wait_for_words("may I leave word for Bert Cole?")
        desk.wait("the caller's voice", lambda: listener.spans(OPENING[0]), OPENING[1] / 2)
        desk.sleep(1)
        self.kill_server()
        killed = time.monotonic()
        listener.stop()
        desk.wait("a word on the sound", lambda: any(desk.has_words(words) for words in GONE), 8)
        print("# the window says so %.1f s after the server died" % (time.monotonic() - killed))
        self.assertTrue(desk.has_words("may I leave word for Bert Cole?"))

        subprocess.run([os.environ["SOUND_SERVER_START"]], check=True)
        started = time.monotonic()
        desk.wait_for_words("The sound is back.", 15)
        print("# the sound is back %.1f s after the server" % (time.monotonic() - started))
        listener = heard.Listener(self.folder / "after.wav")
        done = desk.wait_for_record(20, event="caller-done", call="order")
        speaks = next(one for one in desk.records() if one.get("event") == "caller-speaks")
        self.assertEqual(done["t"] - speaks["t"], 1000 * OPENING[1], (speaks, done))
        desk.press("Ask what it is about")
        desk.wait_for_words("Order 4417 has not arrived.")
        desk.sleep(MATTER[1] + 1)
        listener.stop()
        spans = listener.spans(MATTER[0])
        self.assertEqual(len(spans), 1, spans)
        print("# the next reply was heard for %.2f s" % (spans[0][1] - spans[0][0]))
        self.assertAlmostEqual(spans[0][1] - spans[0][0], MATTER[1], delta=0.15)
        self.assertEqual(desk.complaints(), [])


unittest.main(verbosity=2)
