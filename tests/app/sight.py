# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""What can be seen of a running program: its widgets, as the accessibility bus tells of them, and
where they lie on the screen. Nothing here acts; that is for hand.py and for those who use it.

Words are looked up in the program's own catalogue, so a test written in English holds in Swedish."""

import gettext
import os
import time
from collections import namedtuple

import gi

import patience

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  (the version comes first)

# Seconds to wait for anything on a loaded machine, unless said otherwise.
PATIENCE = 20 * patience.FACTOR
GLANCE = 0.05  # seconds between two looks

# A widget, and where it lies: x, y, width, height in pixels of the screen.
Thing = namedtuple("Thing", "role name x y width height node")


# The roles that are asked for, by the names they have when they are told of.
ROLES = {
    "push button": Atspi.Role.PUSH_BUTTON, "toggle button": Atspi.Role.TOGGLE_BUTTON,
    "check box": Atspi.Role.CHECK_BOX, "label": Atspi.Role.LABEL, "text": Atspi.Role.TEXT,
    "table cell": Atspi.Role.TABLE_CELL, "list item": Atspi.Role.LIST_ITEM,
}


def wait_for(what, look, seconds=PATIENCE):
    """What `look` returns as soon as it is true; an AssertionError that says `what` otherwise."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError("waited %d s in vain for %s" % (seconds, what))
        time.sleep(GLANCE)


def words_of(language, build):
    """The function that turns English into what the program says in `language`."""
    if language == "en":
        return lambda text: text
    catalogue = gettext.translation("frontdesk", os.path.join(build, "po"), [language])
    return catalogue.gettext


def plain(label):
    """A button's words without the mark of its mnemonic."""
    return label.replace("_", "")


class Sight:
    """The windows of the program whose process id is `pid`."""

    def __init__(self, pid):
        self.pid = pid
        self.program = wait_for("the program on the accessibility bus", self.find_program, 40)

    def find_program(self):
        desktop = Atspi.get_desktop(0)
        for n in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(n)
            if application is not None and application.get_process_id() == self.pid:
                return application if application.get_child_count() > 0 else None
        return None

    def windows(self):
        """Frames and dialogues that are shown, the one that was opened last at the end."""
        found = []
        for n in range(self.program.get_child_count()):
            window = self.program.get_child_at_index(n)
            if window is not None and window.get_state_set().contains(Atspi.StateType.SHOWING):
                found.append(window)
        return found

    def top(self):
        """The window that takes what is typed."""
        for window in reversed(self.windows()):
            if window.get_role_name() in ("dialog", "alert", "file chooser", "frame"):
                return window
        return None

    @staticmethod
    def rule(states, roles):
        return Atspi.MatchRule.new(
            Atspi.StateSet.new(states), Atspi.CollectionMatchType.ALL,
            {}, Atspi.CollectionMatchType.ALL, roles, Atspi.CollectionMatchType.ANY,
            [], Atspi.CollectionMatchType.ALL, False)

    def nodes(self, states, roles=()):
        """What has all the states and one of the roles, in all windows. It is showing, unless
        VISIBLE is among the states: that is what would be seen after scrolling, too."""
        wide = Atspi.StateType.VISIBLE in states
        rule = self.rule([*([] if wide else [Atspi.StateType.SHOWING]), *states], list(roles))
        found = []
        for window in self.windows():
            try:
                found += window.get_matches(rule, Atspi.CollectionSortOrder.CANONICAL, 0, True)
            except gi.repository.GLib.Error:  # it was closed meanwhile
                continue
        return found

    @staticmethod
    def look_at(node):
        """The thing that a node is, or None if it has gone meanwhile."""
        try:
            place = node.get_extents(Atspi.CoordType.SCREEN)
            return Thing(node.get_role_name(), node.get_name() or "", place.x, place.y,
                         place.width, place.height, node)
        except gi.repository.GLib.Error:
            return None

    def things(self, *states):
        """Everything that has the states."""
        seen = [self.look_at(node) for node in self.nodes(states)]
        return [thing for thing in seen if thing is not None]

    def find_named(self, role, name, *states):
        """The last one of that role with that name: the window on top comes last."""
        return self.find(role, name, *states, whole=True)

    def find(self, role, begins, *states, whole=False):
        """The last one of that role whose name begins so."""
        for node in reversed(self.nodes(states, [ROLES[role]])):
            try:
                name = node.get_name() or ""
                if name == begins or (name.startswith(begins) and not whole):
                    return self.look_at(node)
            except gi.repository.GLib.Error:
                continue
        return None

    def wait(self, role, begins, *states, seconds=PATIENCE):
        return wait_for("%s “%s”" % (role, begins), lambda: self.find(role, begins, *states),
                        seconds)

    def wait_gone(self, role, begins, seconds=PATIENCE):
        wait_for("%s “%s” to go" % (role, begins), lambda: not self.find(role, begins), seconds)

    def says(self, words):
        """Whether the words stand anywhere in sight: in a label or in what is written."""
        for node in self.nodes([]):
            try:
                if words in (node.get_name() or ""):
                    return True
            except gi.repository.GLib.Error:
                continue
        return False

    def wait_for_words(self, words, seconds=PATIENCE):
        wait_for("“%s”" % words, lambda: self.says(words), seconds)

    def focus(self):
        """What has the keyboard, or None."""
        found = self.things(Atspi.StateType.FOCUSED)
        return found[-1] if found else None

    def describe(self):
        """All that can be seen, for whoever must find out why a test failed."""
        return "\n".join("%s “%s” %d,%d %d×%d" % thing[:6] for thing in self.things() if thing.name)
