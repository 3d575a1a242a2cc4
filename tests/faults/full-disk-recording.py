#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A disk that fills up while a shift is recorded: the recording ends in words, what it has so far can be
played, and the shift goes on. What the recorder does by itself is in tests/audio/test-recorder.c. Run it
inside with-own-mounts, with-display and with-sound-server. Usage: full-disk-recording.py PROGRAM"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from desk_on_disk import DeskOnDisk, make_scenario
from small_disk import SmallDisk

PROGRAM = os.path.abspath(sys.argv.pop(1))


class Recording(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.disk = SmallDisk(self.folder / "data", 1024)
        self.disk.__enter__()
        self.addCleanup(self.disk.__exit__)
        self.scenario = make_scenario(str(self.folder / "scenario"))

    def test_disk_fills_up(self):
        desk = DeskOnDisk(PROGRAM, self.scenario, self.disk.path)
        self.addCleanup(desk.end)
        desk.press("Record", exactly=False)
        desk.start_shift()
        desk.answer()
        desk.press("Greet")
        desk.sleep(4)
        self.disk.fill()
        desk.wait_for_words("The recording could not be written on and ends here", 40)
        self.disk.make_room()
        desk.write("Text", "Order 4417 has not arrived.")
        desk.wait_for_record(command="draft", text="Order 4417 has not arrived.")
        desk.press("Finish", exactly=False)
        desk.press("Finish now")
        desk.wait_for_words("Response time")
        sound = desk.journals()[0].replace(".journal", ".flac")
        played = float(subprocess.run(["soxi", "-D", sound], check=True, capture_output=True,
                                      text=True).stdout)
        print("# %.1f s of the recording are there" % played)
        self.assertGreater(played, 2)
        subprocess.run(["sox", sound, "-n", "stat"], check=True, capture_output=True)
        self.assertEqual(desk.records()[-1]["event"], "finished")


unittest.main(verbosity=2)
