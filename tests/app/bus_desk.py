# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The real program as a screen reader meets it: through AT-SPI alone. Names, roles, states and
announcements are read, actions done and texts written; no key is pressed and no pointer moved. To be
used inside with-display."""

import os
import re
import signal
import subprocess
import tempfile
import time
import warnings

import gi

import patience

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version comes first)

# The names of the interfaces changed, and the older ones are known to more machines.
warnings.filterwarnings("ignore", category=DeprecationWarning, message="Atspi")

BUTTONS = ("push button", "toggle button")
# What Gtk says of itself in Xvfb, which is about the machine and not about us.
HARMLESS = re.compile(r"dconf|Theme parsing|libEGL|MESA|cannot open display", re.I)
COMPLAINT = re.compile(r"(CRITICAL|WARNING|ERROR) \*\*|(Atk|Gtk|GLib|Gdk|Pango|dbind)[A-Za-z-]*-(CRITICAL|WARNING)")


def children(node):
    """What lies directly under it; one that has just gone is left out."""
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(min(count, 500)):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def walk(node, parents=()):
    """The node and all under it, in reading order, each with those above it."""
    yield node, parents
    for child in children(node):
        yield from walk(child, parents + (node,))


def has(node, *states):
    try:
        present = node.get_state_set()
    except GLib.Error:
        return False
    return all(present.contains(state) for state in states)


def is_showing(node):
    return has(node, Atspi.StateType.SHOWING, Atspi.StateType.VISIBLE)


# Hidden or not, what is in them may show. Of a viewport GTK says that it is not showing once it is
# scrolled by more than its height.
TRANSPARENT = ("application", "frame", "dialog", "alert", "viewport")


def walk_showing(node, parents=()):
    """As `walk`, but what is hidden hides what is in it."""
    yield node, parents
    for child in children(node):
        if is_showing(child) or child.get_role_name() in TRANSPARENT:
            yield from walk_showing(child, parents + (node,))


def name_of(node):
    try:
        return node.get_name() or ""
    except GLib.Error:
        return ""


def description_of(node):
    try:
        return node.get_description() or ""
    except GLib.Error:
        return ""


def role_of(node):
    try:
        return node.get_role_name()
    except GLib.Error:
        return "gone"


def text_of(node):
    """What a text holds, or ""."""
    try:
        text = node.get_text_iface()
        return text.get_text(0, text.get_character_count()) if text is not None else ""
    except (GLib.Error, AttributeError):
        return ""


def labels_of(node):
    """The names of what labels it."""
    try:
        relations = node.get_relation_set()
    except GLib.Error:
        return []
    return [name_of(relation.get_target(index)) for relation in relations
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for index in range(relation.get_n_targets())]


def spoken_name(node):
    """What a screen reader calls it."""
    return name_of(node) or " ".join(labels_of(node))


def describe(node):
    """Role, name, description, text and the states that matter, on one line."""
    states = [word for state, word in (
        (Atspi.StateType.FOCUSED, "focused"), (Atspi.StateType.CHECKED, "checked"),
        (Atspi.StateType.PRESSED, "pressed"), (Atspi.StateType.EXPANDED, "expanded"),
        (Atspi.StateType.SELECTED, "selected"), (Atspi.StateType.INVALID_ENTRY, "invalid"),
        (Atspi.StateType.FOCUSABLE, "focusable")) if has(node, state)]
    if not has(node, Atspi.StateType.SENSITIVE):
        states.append("insensitive")
    return "%s “%s”%s%s%s" % (
        role_of(node), name_of(node),
        " by %s" % labels_of(node) if labels_of(node) else "",
        " (%s)" % description_of(node) if description_of(node) else "",
        " [%s]" % ", ".join(states) if states else "")


class Desk:
    """One running program. Announcements gather in `heard`, in order."""

    def __init__(self, program, *arguments, language="en", environment=None):
        self.heard = []
        self.errors_path = tempfile.mktemp(suffix=".stderr")
        self.listener = Atspi.EventListener.new(self.on_event)
        self.listener.register("object:announcement")
        env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE=language, G_DEBUG="gc-friendly")
        env.update(environment or {})
        with open(self.errors_path, "wb") as errors:
            self.process = subprocess.Popen([program, *arguments], env=env, stderr=errors)
        self.root = self.wait("the program on the accessibility bus", self.find_program, 20)

    def on_event(self, event):
        # Read from the event itself: the object may be gone when this is dealt with.
        self.heard.append(event.any_data if isinstance(event.any_data, str) else str(event.any_data))

    @staticmethod
    def turn():
        """Lets what the bus has brought be dealt with."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def sleep(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.turn()
            time.sleep(0.01)

    def wait(self, what, find, seconds=10):
        seconds *= patience.FACTOR
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.turn()
            found = find()
            if found:
                return found
            if hasattr(self, "process") and self.process.poll() is not None:
                raise AssertionError("the program ended while waiting for %s" % what)
            time.sleep(0.05)
        raise AssertionError("waited %d s in vain for %s" % (seconds, what))

    def find_program(self):
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            try:
                if application.get_process_id() == self.process.pid and \
                        application.get_child_count() > 0:
                    return application
            except GLib.Error:
                continue
        return None

    # What is there.

    def nodes(self):
        return walk_showing(self.root)

    def find(self, roles, name, exactly=True):
        """The first showing node of one of the roles whose name is, or begins with, `name`."""
        roles = (roles,) if isinstance(roles, str) else roles
        for node, _ in self.nodes():
            said = spoken_name(node)
            if role_of(node) in roles and (said == name if exactly else said.startswith(name)):
                return node
        return None

    def get(self, roles, name, seconds=10, exactly=True):
        return self.wait("%s “%s”" % (roles, name), lambda: self.find(roles, name, exactly), seconds)

    def wait_for_words(self, words, seconds=10):
        return self.wait("“%s”" % words, lambda: next(
            (node for node, _ in self.nodes() if words in name_of(node) or words in text_of(node)),
            None), seconds)

    def has_words(self, words):
        return any(words in name_of(node) for node, _ in self.nodes())

    def wait_to_hear(self, words, seconds=10):
        self.wait("to hear “%s” (heard: %s)" % (words, self.heard),
                  lambda: any(words in said for said in self.heard), seconds)

    # What a user of a screen reader does.

    @staticmethod
    def act(node, index=0):
        if not node.get_action_iface().do_action(index):
            raise AssertionError("%s does nothing" % describe(node))

    def press(self, name, seconds=10, exactly=True):
        node = self.get(BUTTONS + ("check box", "radio button", "menu item"), name, seconds, exactly)
        self.wait("“%s” to be sensitive" % name,
                  lambda: has(node, Atspi.StateType.SENSITIVE), seconds)
        self.act(node)

    def write(self, label, words):
        node = self.get("text", label)
        if not node.get_editable_text_iface().set_text_contents(words):
            raise AssertionError("%s cannot be written in" % describe(node))

    # The end.

    def complaints(self):
        """What toolkit and bus complained of on standard error."""
        with open(self.errors_path, encoding="utf-8", errors="replace") as errors:
            return [line.rstrip() for line in errors
                    if COMPLAINT.search(line) and not HARMLESS.search(line)]

    def errors(self):
        with open(self.errors_path, encoding="utf-8", errors="replace") as errors:
            return errors.read()

    def end(self):
        self.listener.deregister("object:announcement")
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
        if os.path.exists(self.errors_path):
            os.unlink(self.errors_path)


def print_tree(root):
    for node, parents in walk_showing(root):
        print("  " * len(parents) + describe(node))
