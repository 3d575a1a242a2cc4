#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The window has the size it had the last time, as far as the screen is large enough, and Ctrl+Q closes
it. Run it inside with-display. Usage: window-size.py PROGRAM"""

import os
import re
import subprocess
import sys
import time
import unittest

import patience

PROGRAM = os.path.abspath(sys.argv.pop(1))
KEYFILE = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
PATIENCE = 20 * patience.FACTOR


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def screen():
    width, height = run("xdotool", "getdisplaygeometry").split()
    return int(width), int(height)


class WindowSize(unittest.TestCase):
    process = None

    def tearDown(self):
        if self.process:
            self.process.kill()
            self.process.wait()

    def start(self):
        self.process = subprocess.Popen([PROGRAM], stderr=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = run("xdotool", "search", "--onlyvisible", "--name", "^Frontdesk$").split()
            if found:
                time.sleep(0.5)
                return found[-1]
            time.sleep(0.1)
        raise AssertionError("no window")

    def size(self, window):
        return tuple(map(int, re.search(r"Geometry: (\d+)x(\d+)",
                                        run("xdotool", "getwindowgeometry", window)).groups()))

    def quit(self, window):
        run("xdotool", "windowfocus", "--sync", window, "key", "ctrl+q")
        self.assertEqual(self.process.wait(PATIENCE), 0)
        self.process = None

    def set(self, line):
        with open(KEYFILE, "w", encoding="utf-8") as file:
            file.write(f"[org/frontdesk/Frontdesk]\n{line}\n")

    def test_it_comes_back(self):
        window = self.start()
        run("xdotool", "windowsize", "--sync", window, "1100", "740")
        time.sleep(0.5)
        self.quit(window)
        with open(KEYFILE, encoding="utf-8") as file:
            self.assertIn("window-size=(1100, 740)", file.read())
        self.assertEqual(self.size(self.start()), (1100, 740))

    def test_a_smaller_screen_is_enough(self):
        self.set("window-size=(5000, 4000)")
        width, height = self.size(self.start())
        self.assertLessEqual(width, screen()[0])
        self.assertLessEqual(height, screen()[1])

    def test_nonsense_is_no_size(self):
        self.set("window-size=(-5, 0)")
        width, height = self.size(self.start())
        self.assertGreaterEqual(width, 640)
        self.assertGreaterEqual(height, 480)


unittest.main(verbosity=2)
