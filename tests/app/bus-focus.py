#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Tabs through start page and console: every stop has a name, the picture changes where the focus is
(WCAG 2.4.7), stops come in the order of the columns (2.4.3), none holds the focus (2.1.2), and none is
hidden (2.4.11); a group of keys is one stop. Run it inside with-display. Usage: bus-focus.py PROGRAM"""

import os
import subprocess
import sys
import tempfile
import traceback

import gi

gi.require_version("Gdk", "3.0")
from gi.repository import Gdk  # noqa: E402  (the version comes first)

import bus_desk  # noqa: E402
from bus_desk import Atspi  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SCENARIO = """\
format: 1
title: One call
language: en
country: gb
lines: 3
duration: 0:30
organisation: Northwick
briefing: One call.
people:
  - {id: anna, name: Anna Reed, extension: 201}
  - {id: bert, name: Bert Cole, extension: 202}
calls:
  - id: only
    at: 0:01
    line: 1
    patience: {ringing: 200, hold: 300, silence: 300}
    display: {name: "Marlowe, Ada", number: 01632 960147}
    caller: {given: Ada}
    says: {opening: {text: "Good morning."}}
    expect: {do: transfer, to: anna}
"""
GROUPS = ("Lines", "Phrases")
MARGIN = 4  # a ring may lie outside of what it is about


def key(name):
    subprocess.run(["xdotool", "key", name], check=True)


class Stop:
    def __init__(self, node, parents):
        self.node, self.name = node, bus_desk.spoken_name(node)
        self.words = bus_desk.describe(node)
        self.place = tuple(filter(None, map(bus_desk.name_of, parents)))
        box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        self.box = (box.x, box.y, box.width, box.height)
        self.picture = None

    def key(self):
        return self.place, self.words.split(" [", maxsplit=1)[0]


def focused(desk):
    """The innermost node with the focus, or None."""
    found = None
    for node, parents in desk.nodes():
        if bus_desk.has(node, Atspi.StateType.FOCUSED) and bus_desk.role_of(node) != "frame":
            found = Stop(node, parents)
    return found


def picture(box):
    """What the screen shows there, and a little around it."""
    root = Gdk.get_default_root_window()
    left, top = max(0, box[0] - MARGIN), max(0, box[1] - MARGIN)
    width = min(root.get_width() - left, box[2] + 2 * MARGIN)
    height = min(root.get_height() - top, box[3] + 2 * MARGIN)
    if width <= 0 or height <= 0:
        return None
    return Gdk.pixbuf_get_from_window(root, left, top, width, height).get_pixels()


def tab_through(desk, page, most):
    stops, faults = [], []
    for _ in range(most):
        key("Tab")
        desk.sleep(0.15)
        stop = focused(desk)
        if stops:
            last = stops[-1]
            if last.picture is not None and last.picture == picture(last.box):
                faults.append("the focus is not seen on %s" % last.words)
        if stop is None:
            faults.append("the focus is nowhere after %s" % (stops[-1].words if stops else "Tab"))
            continue
        stop.picture = picture(stop.box)
        if stop.picture is None:
            faults.append("hidden: %s" % stop.words)
        if not stop.name:
            faults.append("no name: %s" % stop.words)
        if stops and stop.key() == stops[0].key():
            break
        stops.append(stop)
    else:
        faults.append("the focus does not come round in %d stops" % most)
    print("# %s: %d stops: %s" % (page, len(stops), ", ".join(stop.name for stop in stops)))
    return stops, ["%s: %s" % (page, fault) for fault in faults]


def check_columns(stops):
    """Lines, then the call, then directory and pad: the focus goes from left to right once."""
    columns = [0 if "Lines" in stop.place else 2 if {"Directory", "Message pad"} & set(stop.place)
               else 1 if {"Current call", "Phrases"} & set(stop.place) else None for stop in stops]
    columns = [column for column in columns if column is not None]
    backward = sum(1 for a, b in zip(columns, columns[1:]) if b < a)
    return [] if backward <= 1 else ["console: the focus goes to and fro: %s" % columns]


def check_groups(stops):
    """The line keys are one stop, and the phrases: arrows go on within."""
    counts = {group: sum(1 for stop in stops if group in stop.place) for group in GROUPS}
    return ["console: %d stops among %s" % (count, group) for group, count in counts.items()
            if count != 1]


def main():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
            file.write(SCENARIO)
        desk = bus_desk.Desk(PROGRAM, folder)
        try:
            window = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid",
                                     str(desk.process.pid)], capture_output=True, text=True,
                                    check=True).stdout.split()[-1]
            subprocess.run(["xdotool", "windowfocus", window], check=True)
            _, faults = tab_through(desk, "start", 30)
            desk.write("Your name", "Tess")
            desk.press("Start the shift")
            desk.press("Line 1, ringing", exactly=False)
            desk.press("Greet")
            desk.wait_for_words("Good morning.")
            desk.sleep(2)
            stops, more = tab_through(desk, "console", 90)
            faults += more + check_columns(stops) + check_groups(stops)
            faults += desk.complaints()
        except BaseException:
            bus_desk.print_tree(desk.root)
            raise
        finally:
            desk.end()
    for fault in faults:
        print("# " + fault)
    if faults:
        sys.exit(1)
    print("ok")


if __name__ == "__main__":
    try:
        main()
    except SystemExit:
        raise
    except BaseException:
        traceback.print_exc()
        sys.exit(1)
