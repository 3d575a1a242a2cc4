# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Listens to the sound server and tells which tones were heard when."""

import array
import math
import pathlib
import subprocess

RATE = 8000  # enough for the tones, and quick to look at
FRAME = 400  # 50 ms
HOLE = 0.3  # what a busy machine may leave out, in seconds


def share(frame, hertz):
    """How much of the frame's energy is at one frequency (Goertzel's algorithm): 0 to 1."""
    coefficient = 2 * math.cos(2 * math.pi * hertz / RATE)
    before = now = energy = 0.0
    for x in frame:
        before, now = now, x + coefficient * now - before
        energy += x * x
    if energy < len(frame) * 50 * 50:
        return 0.0
    power = before * before + now * now - coefficient * before * now
    return min(1.0, 2 * power / (energy * len(frame)))


def spans(sound, hertz):
    """When the tone was heard, as [from, to] in seconds; a hole is no end."""
    found = []
    for start in range(0, len(sound) - FRAME, FRAME):
        if share(sound[start:start + FRAME], hertz) < 0.4:
            continue
        begin, end = start / RATE, (start + FRAME) / RATE
        if found and begin - found[-1][1] < HOLE:
            found[-1][1] = end
        else:
            found.append([begin, end])
    return found


class Listener:
    """What the sound server plays from here on, recorded at `path` without a header."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.process = subprocess.Popen(
            ["parecord", "--latency-msec=20", "-d", "line.monitor", "--rate=%d" % RATE, "--channels=1",
             "--format=s16le", "--raw", str(self.path)], stderr=subprocess.DEVNULL)

    def spans(self, hertz):
        """When the tone was heard until now."""
        sound = self.path.read_bytes() if self.path.exists() else b""
        return spans(array.array("h", sound[:len(sound) // 2 * 2]), hertz)

    def stop(self):
        """Again does nothing."""
        self.process.terminate()
        self.process.wait(10)
