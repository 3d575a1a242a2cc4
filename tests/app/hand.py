# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A hand on the mouse and one on the keyboard: events as the X server makes of real ones. The
windows stand under a window manager, for without one no window is brought to the front, closed by a
key, or told that it has the keyboard."""

import os
import subprocess
import tempfile

# No frame, so that a picture is all window; the keys of the manager that a user would have.
MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <keyboard>
    <keybind key="A-F4"><action name="Close"/></keybind>
  </keyboard>
  <mouse/>
  <applications>
    <application class="*"><decor>no</decor><focus>yes</focus></application>
    <application class="*" type="normal"><position force="yes"><x>0</x><y>0</y></position></application>
  </applications>
</openbox_config>
"""


def xdotool(*arguments):
    """Returns what it printed."""
    return subprocess.run(["xdotool", *[str(one) for one in arguments]], check=True,
                          capture_output=True, text=True).stdout.strip()


class Manager:
    """The window manager, from `with` to its end."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, "manager.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(MANAGER)
        self.process = subprocess.Popen(["openbox", "--sm-disable", "--config-file", path],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *trouble):
        self.process.terminate()
        self.process.wait(10)
        self.folder.cleanup()


def windows_of(pid):
    """The X ids of the program's windows that can be seen, the lowest first."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)],
                           capture_output=True, text=True, check=False).stdout.split()
    return [int(one) for one in found]


def press(*keys):
    """Presses keys as xdotool names them, one after the other: "F2", "ctrl+h"."""
    xdotool("key", "--clearmodifiers", *keys)


def write(text):
    """Types. Letters that no key has are put on a spare one by xdotool, which wants a moment."""
    xdotool("type", "--delay", "12", "--", text)


def pointer():
    """Where the mouse is."""
    place = dict(line.split("=") for line in xdotool("getmouselocation", "--shell").split())
    return int(place["X"]), int(place["Y"])


def point(x, y):
    xdotool("mousemove", x, y)


def click(x, y, button=1, times=1):
    xdotool("mousemove", x, y, "click", "--repeat", times, "--delay", 60, button)
