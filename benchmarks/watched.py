# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A program with a window that is watched by frame-watch.c, and scenarios to open in it. For scripts
that run inside tests/scripts/with-display and are given the build folder as their first argument."""

import glob
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def wait_for(what, find, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.02)
    raise SystemExit(f"waited {seconds} s in vain for {what}")


def build_folder():
    if len(sys.argv) < 2 or not os.environ.get("FRONTDESK_TEST_HOME"):
        sys.exit(f"Usage: tests/scripts/with-display {sys.argv[0]} BUILD [--json]")
    return pathlib.Path(sys.argv[1]).resolve()


def wants_json():
    return "--json" in sys.argv


def xdotool(*arguments):
    subprocess.run(["xdotool", *[str(one) for one in arguments]], check=True)


class Watched:
    """From `with` to its end. `sees_sound`: the sound library is watched, too."""

    def __init__(self, build, *command, once=False, sees_sound=False):
        self.folder = tempfile.TemporaryDirectory()
        self.log = os.path.join(self.folder.name, "frames")
        pathlib.Path(self.log).touch()
        module = str(build / "benchmarks" / "libframe-watch.so")
        self.command = [str(part) for part in command]
        self.environment = {
            **os.environ,
            "GTK_MODULES": os.environ.get("GTK_MODULES", "") + ":" + module,
            "FRAME_WATCH": self.log,
        }
        if once:
            self.environment["FRAME_WATCH_ONCE"] = "1"
        if sees_sound:
            self.environment["LD_PRELOAD"] = module

    def __enter__(self):
        self.started_ns = time.monotonic_ns()
        self.process = subprocess.Popen(self.command, env=self.environment)
        return self

    def __exit__(self, *trouble):
        self.process.terminate()
        self.process.wait(20)
        self.folder.cleanup()

    def lines(self, kind):
        """What the watch told so far of one kind, each as a list of words."""
        with open(self.log, encoding="ascii") as log:
            told = [line.split() for line in log if line.endswith("\n")]
        return [words[1:] for words in told if words[0] == kind]

    def first_frame(self):
        """Milliseconds on the wall, milliseconds of processor time, MiB."""
        words = wait_for("the first frame", lambda: self.lines("first-frame"))[0]
        return (
            (int(words[0]) - self.started_ns) / 1e6,
            int(words[1]) / 1e6,
            int(words[2]) / 1024,
        )

    def windows(self):
        """The X ids of the windows that can be seen."""
        return subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()

    def window(self):
        """The X id of the main window, made as large as the screen and given the keyboard: there is
        no window manager. The pointer goes where it brings up no tooltip."""
        found = wait_for("the window", self.windows)[-1]
        xdotool("mousemove", 10000, 10000)
        xdotool("windowsize", found, "100%", "100%", "windowmove", found, 0, 0, "windowfocus", found)
        time.sleep(0.5)
        return found

    def rest(self, seconds=0.5, most=30):
        """Waits until no frame was drawn for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            frames = self.lines("frame")
            if frames and time.monotonic_ns() - int(frames[-1][1]) > seconds * 1e9:
                return
            time.sleep(0.05)


def journals():
    """The journals of this home, the oldest first."""
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "frontdesk", "sessions", "*.journal")
    return sorted(glob.glob(folder), key=os.path.getmtime)


def records(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.endswith("\n")]


def begin_shift(watched):
    """Gives the start page a name; the journal is there when the shift has begun. Returns its path."""
    before = len(journals())
    xdotool("type", "--delay", 20, "Kim")
    xdotool("key", "Return")
    return wait_for("the shift to begin", lambda: journals()[before:])[0]


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def median(values):
    return percentile(values, 0.5)


HEAD = """format: 1
title: {title}
language: en
country: gb
level: beginner
lines: {lines}
duration: {duration}
organisation: Acme
people:
  - {{id: fay, name: Fay Reed, extension: 201}}
calls:
"""

CALL = (
    "  - {{id: c{n}, at: {at}, patience: {{ringing: {patience}, hold: {patience}, silence: "
    '{patience}}}, caller: {{given: Ann, surname: Wilde, phone: 01632 960011}}, says: {{opening: '
    '{{text: "Is Fay in, please?"}}}}, expect: {{do: transfer, to: fay}}}}\n'
)


def make_scenario(folder, moments, lines=12, patience=1000):
    """Writes a scenario with a call at each of the moments, in seconds."""
    path = pathlib.Path(folder, "scenario.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD.format(title="A measured shift", lines=lines, duration=max(moments) + 600))
        for n, at in enumerate(moments):
            file.write(CALL.format(n=n, at=at, patience=patience))
    return path
