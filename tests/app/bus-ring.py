#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The ring that is seen, as the desktop gets it: a notification while the window is not in front, which
goes when the call is answered. The test stands in for the desktop's notification service. Run it
inside with-display. Usage: bus-ring.py PROGRAM"""

import os
import subprocess
import sys
import tempfile
import traceback

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("GdkX11", "3.0")
from gi.repository import GdkX11, Gio, GLib, Gtk  # noqa: E402,F401  (the versions come first)

import bus_desk  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SCENARIO = """\
format: 1
title: One call
language: en
country: gb
lines: 2
duration: 0:30
organisation: Northwick
people: [{id: anna, name: Anna Reed, extension: 201}]
calls:
  - id: only
    at: 0:02
    display: {name: "Marlowe, Ada", number: 01632 960147}
    caller: {given: Ada}
    says: {opening: {text: "Good morning."}}
    expect: {do: transfer, to: anna}
"""
SERVICE = """<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface></node>"""


class Desktop:
    """The service; what it was asked for stands in `shown` and `closed`."""

    def __init__(self):
        self.shown, self.closed = [], []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        info = Gio.DBusNodeInfo.new_for_xml(SERVICE).interfaces[0]
        self.bus.register_object("/org/freedesktop/Notifications", info, self.on_call)
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                           "RequestName",
                           GLib.Variant("(su)", ("org.freedesktop.Notifications", 4)), None, 0, -1)

    def on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        values = parameters.unpack()
        if method == "Notify":
            self.shown.append((values[3], values[4]))
            invocation.return_value(GLib.Variant("(u)", (7,)))
        elif method == "CloseNotification":
            self.closed.append(values[0])
            invocation.return_value(None)
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
        else:
            invocation.return_value(GLib.Variant("(ssss)", ("test", "test", "1", "1.2")))


def put_in_front(desk, window):
    """Gives another window the focus, as when somebody writes in another program."""
    window.show()
    desk.sleep(0.3)
    subprocess.run(["xdotool", "windowfocus", str(window.get_window().get_xid())], check=True)


def ring(desktop, visual_ring):
    settings = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
    with open(settings, "a", encoding="utf-8") as file:
        file.write("\n[org/frontdesk/Frontdesk]\nvisual-ring=%s\n" % str(visual_ring).lower())
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
            file.write(SCENARIO)
        desk = bus_desk.Desk(PROGRAM, folder)
        try:
            desk.write("Your name", "Tess")
            desk.press("Start the shift")
            other = Gtk.Window(title="Another program")
            put_in_front(desk, other)
            desk.wait_to_hear("Line 1 ringing, Marlowe, Ada")
            desk.sleep(0.5)
            shown = list(desktop.shown)
            desk.press("Line 1, ringing", exactly=False)
            desk.wait_to_hear("Line 1 answered")
            desk.sleep(0.5)
            other.destroy()
            assert not desk.complaints(), "\n".join(desk.complaints())
        finally:
            desk.end()
    return shown


def main():
    desktop = Desktop()
    assert ring(desktop, False) == [], desktop.shown
    assert ring(desktop, True) == [("Line 1: Marlowe, Ada", "The telephone rings")], desktop.shown
    assert desktop.closed == [7], desktop.closed
    print("ok")


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        sys.exit(1)
