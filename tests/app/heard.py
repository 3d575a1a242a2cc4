# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Tells from a recording which tones were heard when."""

import array
import math
import wave

RATE = 8000  # enough for the tones, and quick to look at
FRAME = 400  # 50 ms


def samples(path):
    with wave.open(path) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (RATE, 1, 2)
        return array.array("h", sound.readframes(sound.getnframes()))


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
    """When the tone was heard, as (from, to) in seconds; a gap under 100 ms is none."""
    found = []
    for start in range(0, len(sound) - FRAME, FRAME):
        if share(sound[start:start + FRAME], hertz) < 0.4:
            continue
        begin, end = start / RATE, (start + FRAME) / RATE
        if found and begin - found[-1][1] < 0.1:
            found[-1][1] = end
        else:
            found.append([begin, end])
    return found
