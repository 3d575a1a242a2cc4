#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""One program runs at a time: what a second start does, with a scenario, with faults, with a bundle,
during a shift, and where there is no session bus. A session manager of the test's own writes down what
the program keeps from sleeping. Run it inside with-display. Usage: one-program.py PROGRAM"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from dogtail.config import config

config.logDebugToStdOut = False
config.logDebugToFile = False

import gi  # noqa: E402

gi.require_version("Gio", "2.0")
import patience  # noqa: E402
from dogtail import tree  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

PROGRAM = os.path.abspath(sys.argv.pop(1))
HERE = os.path.dirname(os.path.abspath(__file__))
SHIFT = os.path.join(HERE, "shift", "scenario.yaml")
PATIENCE = 20 * patience.FACTOR
LOGOUT, SUSPEND, IDLE = 1, 4, 8

MANAGER = """
<node><interface name="org.gnome.SessionManager">
  <method name="RegisterClient"><arg type="s"/><arg type="s"/><arg type="o" direction="out"/></method>
  <method name="UnregisterClient"><arg type="o"/></method>
  <method name="Inhibit"><arg type="s"/><arg type="u"/><arg type="s"/><arg type="u"/>
    <arg type="u" direction="out"/></method>
  <method name="Uninhibit"><arg type="u"/></method>
  <method name="IsInhibited"><arg type="u"/><arg type="b" direction="out"/></method>
</interface></node>"""


class SessionManager:
    """org.gnome.SessionManager on this bus: cookie → flags of what is inhibited now."""

    def __init__(self):
        self.inhibited, self.reasons, self.next = {}, [], 1
        self.loop = GLib.MainLoop()
        started = threading.Event()
        threading.Thread(target=self.run, args=(started,), daemon=True).start()
        assert started.wait(PATIENCE)

    def run(self, started):
        context = GLib.MainContext.new()
        context.push_thread_default()
        bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        interface = Gio.DBusNodeInfo.new_for_xml(MANAGER).interfaces[0]
        bus.register_object("/org/gnome/SessionManager", interface, self.on_call, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                      "RequestName", GLib.Variant("(su)", ("org.gnome.SessionManager", 0)), None,
                      Gio.DBusCallFlags.NONE, -1, None)
        started.set()
        self.bus = bus
        while True:
            context.iteration(True)

    def on_call(self, bus, sender, path, interface, method, arguments, invocation):
        reply = None
        if method == "Inhibit":
            _, _, reason, flags = arguments.unpack()
            self.inhibited[self.next] = flags
            self.reasons.append(reason)
            reply = GLib.Variant("(u)", (self.next,))
            self.next += 1
        elif method == "Uninhibit":
            self.inhibited.pop(arguments.unpack()[0], None)
        elif method == "RegisterClient":
            reply = GLib.Variant("(o)", ("/client",))
        elif method == "IsInhibited":
            reply = GLib.Variant("(b)", (False,))
        invocation.return_value(reply)

    def flags(self):
        flags = 0
        for each in list(self.inhibited.values()):
            flags |= each
        return flags


def wait_for(what, find, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = find()
        except GLib.Error:  # a widget that went away while it was looked at
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("waited in vain for " + what)


def windows():
    return [application for application in tree.root.applications()
            if application.name == "frontdesk"]


def shown(words, role=None):
    for program in windows():
        for node in program.findChildren(
                lambda node: words in (node.name or "") and node.showing
                and role in (None, node.roleName), recursive=True):
            return node
    return None


def make_scenario(folder, title):
    os.makedirs(folder)
    with open(SHIFT, encoding="utf-8") as file:
        text = file.read()
    lines = [f"title: {title}" if line.startswith("title:") else line for line in text.splitlines()]
    with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return folder


class OneProgram(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.first = None
        self.one = make_scenario(os.path.join(self.folder, "one"), "The first title")
        self.two = make_scenario(os.path.join(self.folder, "two"), "The second title")
        self.faulty = os.path.join(self.folder, "faulty")
        os.mkdir(self.faulty)
        with open(os.path.join(self.faulty, "scenario.yaml"), "w", encoding="utf-8") as file:
            file.write("format: 1\ntitel: Wrong\n")

    def tearDown(self):
        ended = self.first is not None and self.first.poll() is not None
        words = self.end()
        self.assertFalse(ended, "the program ended by itself:\n" + words)
        wait_for("the program to be gone", lambda: not windows())
        shutil.rmtree(self.folder)

    def end(self):
        """What the first program wrote on its standard error."""
        if self.first is None:
            return ""
        self.first.kill()
        words = self.first.communicate()[1]
        self.first = None
        return words

    def start(self, *arguments, **environment):
        self.first = subprocess.Popen([PROGRAM, *arguments], stderr=subprocess.PIPE, text=True,
                                      env=dict(os.environ, **environment))
        wait_for("the window", lambda: windows() and windows()[0].children)

    def second(self, *arguments, folder=None):
        return subprocess.run([PROGRAM, *arguments], stderr=subprocess.PIPE, text=True,
                              timeout=PATIENCE, cwd=folder)

    def click(self, name):
        button = wait_for("“%s”" % name, lambda: shown(name, "push button"))
        wait_for("“%s” to be sensitive" % name, lambda: button.sensitive)
        button.doActionNamed("click")

    def begin_shift(self):
        entry = wait_for("the field for the name", lambda: next(iter(windows()[0].findChildren(
            lambda node: node.roleName == "text" and node.name == "Your name" and node.showing,
            recursive=True)), None))
        entry.text = "Tess"
        self.click("Start the shift")
        wait_for("the console", lambda: shown("Line 1", "push button"))

    def test_a_second_start_raises_the_window(self):
        self.start()
        done = self.second()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(len(windows()), 1)
        self.assertIsNone(self.first.poll())

    def test_a_scenario_opens_in_the_window_that_is_there(self):
        self.start(self.one)
        wait_for("the first", lambda: shown("The first title"))
        done = self.second("two", folder=self.folder)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        wait_for("the second", lambda: shown("The second title"))
        self.assertIsNone(shown("The first title"))

    def test_it_opens_over_the_history_too(self):
        self.start(self.one)
        self.click("History and progress")
        wait_for("the history", lambda: shown("Back", "push button"))
        self.assertEqual(self.second(self.two).returncode, 0)
        wait_for("the second", lambda: shown("The second title"))

    def test_faults_are_told_where_they_were_asked_for(self):
        self.start(self.one)
        done = self.second(self.faulty)
        self.assertEqual(done.returncode, 1)
        self.assertIn("scenario.yaml:2:1: error:", done.stderr)
        self.assertEqual(self.second(self.two).returncode, 0)
        self.assertNotIn("error:", self.end())

    def test_a_faulty_bundle_too(self):
        self.start()
        bundle = os.path.join(self.folder, "broken.zip")
        with open(bundle, "wb") as file:
            file.write(b"PK\x03\x04 and nothing")
        done = self.second(bundle)
        self.assertEqual(done.returncode, 1)
        self.assertIn("it is damaged, or no bundle at all", done.stderr)

    def test_a_bundle_opens(self):
        self.start()
        bundle = shutil.make_archive(os.path.join(self.folder, "packed"), "zip", self.two)
        done = self.second(bundle)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        wait_for("the second", lambda: shown("The second title"))

    def test_a_shift_is_not_interrupted_and_nothing_sleeps(self):
        self.start(self.one)
        self.assertEqual(manager.flags(), 0)
        self.begin_shift()
        wait_for("the screen saver to be kept off",
                 lambda: manager.flags() == LOGOUT | SUSPEND | IDLE)
        done = self.second(self.two)
        self.assertEqual(done.returncode, 3)
        self.assertIn("can open the scenario when it is over", done.stderr)
        # A second after the beginning, the console's notice that there is no sound takes the place of this
        # one: then it is asked for again.
        notice = "“two” can be opened when this shift is over."
        wait_for("the notice", lambda: shown(notice) or (self.second(self.two) and shown(notice)))
        done = self.second(self.faulty)
        self.assertEqual(done.returncode, 1)
        self.assertIn("scenario.yaml:2:1: error:", done.stderr)
        self.assertEqual(self.second().returncode, 0)
        self.assertIsNotNone(shown("Line 1", "push button"))
        self.click("Pause")
        wait_for("sleep to be allowed in a pause", lambda: manager.flags() == LOGOUT)
        sessions = os.path.join(os.environ["XDG_DATA_HOME"], "frontdesk", "sessions")
        journals = sorted(os.listdir(sessions))
        with open(os.path.join(sessions, journals[-1]), encoding="utf-8") as file:
            records = [json.loads(line) for line in file]
        self.assertEqual(records[-1]["event"], "paused")

    def test_without_a_session_bus_each_is_its_own(self):
        self.start(self.one, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        second = subprocess.Popen([PROGRAM, self.two], stderr=subprocess.DEVNULL, env=dict(
            os.environ, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent"))
        try:
            wait_for("two programs", lambda: len(windows()) == 2)
        finally:
            second.kill()
            second.wait()

    def test_without_a_display(self):
        environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        done = subprocess.run([PROGRAM, self.one], stderr=subprocess.PIPE, text=True,
                              env=environment, timeout=PATIENCE)
        self.assertEqual(done.returncode, 3)
        done = subprocess.run([PROGRAM, self.faulty], stderr=subprocess.PIPE, text=True,
                              env=environment, timeout=PATIENCE)
        self.assertEqual(done.returncode, 1)


manager = SessionManager()
unittest.main(verbosity=2)
