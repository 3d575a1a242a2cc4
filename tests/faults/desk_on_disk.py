# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The window in a home that is made for one test, a short shift in it, and its journal as it stands on
the disk."""

import glob
import json
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "app"))

import bus_desk  # noqa: E402  (of another folder)
import patience  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

SCENARIO = """\
format: 1
title: One call
language: en
country: gb
lines: 2
duration: 0:30
organisation: Northwick
people:
  - {id: bert, name: Bert Cole, extension: 202, presence: [{from: 0:00, is: away}]}
calls:
  - id: order
    at: 0:01
    line: 1
    patience: {ringing: 300, hold: 300, silence: 300}
    caller: {given: Ada, surname: Marlowe, phone: 01632 960147}
    says:
      opening: {text: "Good morning, may I leave word for Bert Cole?"}
      matter: {text: "Order 4417 has not arrived."}
      still_there: {text: "Are you still there?"}
    expect:
      do: message
      to: bert
      message: "Order 4417 has not arrived."
      facts: [{number: "4417"}]
"""


def make_scenario(folder, text=SCENARIO):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
        file.write(text)
    return folder


class DeskOnDisk(bus_desk.Desk):
    """Its data lie in `data` (None: wherever the system says); `environment` changes what it sees of the
    system."""

    def __init__(self, program, scenario, data, **environment):
        self.data = str(data)
        if data is not None:
            environment.setdefault("XDG_DATA_HOME", self.data)
        super().__init__(program, *([str(scenario)] if scenario else []), environment=environment)

    def start_shift(self, name="Tess"):
        self.get("text", "Your name")
        self.write("Your name", name)
        self.press("Start the shift")

    def answer(self):
        self.press("Line 1, ringing", exactly=False, seconds=15)
        self.get(bus_desk.BUTTONS, "Line 1, connected", exactly=False)

    def dismiss(self, name="Close"):
        """Presses a button of the dialog that is open, and waits until it has gone."""
        button = self.wait("“%s” of a dialog" % name, lambda: self.find_in_dialog(name))
        self.act(button)
        self.wait("the dialog to go", lambda: self.find_in_dialog(name) is None)

    def find_in_dialog(self, name):
        return next((node for node, parents in self.nodes()
                     if bus_desk.role_of(node) == "push button" and bus_desk.name_of(node) == name
                     and any(bus_desk.role_of(one) in ("alert", "dialog", "file chooser") for one in parents)), None)

    def journals(self):
        return sorted(glob.glob(os.path.join(self.data, "frontdesk", "sessions", "*.journal")))

    def journal_bytes(self):
        with open(self.journals()[-1], "rb") as file:
            return file.read()

    def records(self):
        """All whole lines, the header first; every one must be sound."""
        return [json.loads(line) for line in self.journal_bytes().split(b"\n")[:-1]]

    def wait_for_record(self, seconds=10, **wanted):
        return self.wait("%s in the journal" % wanted, lambda: next(
            (one for one in self.records() if wanted.items() <= one.items()), None), seconds)

    def close_window(self):
        """By what stands behind the menu and its key."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        bus.call_sync("org.frontdesk.Frontdesk", "/org/frontdesk/Frontdesk", "org.gtk.Actions", "Activate",
                      GLib.Variant("(sava{sv})", ("quit", [], {})), None, Gio.DBusCallFlags.NONE, -1, None)

    def wait_for_end(self, seconds=15):
        end = time.monotonic() + seconds * patience.FACTOR
        while self.process.poll() is None and time.monotonic() < end:
            self.turn()
            time.sleep(0.05)
        assert self.process.poll() is not None, "the program does not end"
        return self.process.returncode
