#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Reads every page as a screen reader has it, in English and in Swedish, and tells of each widget that
can be worked and has no name, of two that cannot be told apart, of names that are for machines or were
left in English, of targets smaller than 24 by 24 pixels (WCAG 2.5.8), and of every complaint of the
toolkit on standard error. Run it inside with-display.
Usage: bus-tree.py PROGRAM [--show]"""

import os
import re
import sys
import tempfile
import traceback

import bus_desk
from bus_desk import Atspi, role_of
from bus_words import Words

PROGRAM = os.path.abspath(sys.argv[1])
SHOW = "--show" in sys.argv
SCENARIO = """\
format: 1
title: Qwx morning
language: en
country: gb
lines: 3
duration: 0:40
organisation: Zyx & Co
greeting: "Zyx, {trainee}."
briefing: Vqx calls.
people:
  - {id: anna, name: Anna Rxd, title: Qvxstor, department: Szxl, extension: 201}
  - {id: bert, name: Bert Cxl, extension: 202, presence: [{from: 0:00, is: away}]}
phrases:
  - {id: hours, label: "Wxhours 8 17"}
calls:
  - id: one
    at: 0:01
    line: 1
    patience: {ringing: 60, hold: 90, silence: 60}
    display: {name: "Mxrlowe, Axra", number: 01632 960147}
    caller: {given: Axra, surname: Mxrlowe}
    says: {opening: {text: "Gvxd."}}
    expect: {do: message, to: bert}
  - id: two
    at: 0:02
    line: 2
    patience: {ringing: 60, hold: 90, silence: 60}
    display: withheld
    caller: {given: Tom}
    says: {opening: {text: "Hvx."}}
    expect: {do: transfer, to: anna}
"""
FAULTY = "format: 1\ntitle: Qwx\nlanguage: en\ncountry: gb\nlines: 99\n"

WORKED = {"push button", "toggle button", "check box", "radio button", "menu item",
          "check menu item", "radio menu item", "menu", "combo box", "text", "password text", "entry",
          "spin button", "slider", "link", "page tab"}
PICTURES = {"chart", "canvas", "drawing area"}
# They say something of themselves where they can have the focus.
SPEAK_WITH_FOCUS = {"list item", "scroll pane", "image", "icon", "panel", "unknown", "filler",
                    "table", "tree table", "list box", "tree", "icon view"}
TARGETS = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
           "spin button", "menu item", "list item", "page tab"}
FOR_MACHINES = re.compile(r"-symbolic$|^gtk-|<[a-z/]|\b_[A-Za-z]|^[a-z]+(-[a-z]+)+$")


class Page:
    """What was found on one page in one language."""

    def __init__(self, name, words):
        self.name, self.words = name, words
        self.names, self.faults, self.seen = set(), [], {}

    def fault(self, what, node, parents):
        way = " › ".join(filter(None, (bus_desk.name_of(parent) for parent in parents)))
        self.faults.append("%s (%s): %s: %s, in %s"
                           % (self.name, self.words.language, what, bus_desk.describe(node), way))

    def read(self, root):
        for node, parents in bus_desk.walk_showing(root):
            role, name = role_of(node), bus_desk.spoken_name(node)
            # A cell says nothing where its neighbours in the row speak; a row is looked at whole.
            if role == "table cell":
                continue
            if name:
                self.names.add(name)
                if FOR_MACHINES.search(name) and bus_desk.has(node, Atspi.StateType.SENSITIVE):
                    self.fault("a name for machines", node, parents)
            self.read_worked(node, parents, role, name)
            if role in ("invalid", "redundant object"):
                self.fault("no role", node, parents)

    def read_worked(self, node, parents, role, name):
        focusable = bus_desk.has(node, Atspi.StateType.FOCUSABLE)
        if role == "text" and not bus_desk.has(node, Atspi.StateType.EDITABLE) and not focusable:
            return
        # A pane takes the focus only where nothing in it does.
        passed = role == "scroll pane" and self.has_focusable(node)
        if not name and (role in WORKED or role in PICTURES
                         or role in SPEAK_WITH_FOCUS and focusable and not passed):
            self.fault("no name", node, parents)
        if role == "table" and focusable:
            self.read_rows(node, parents)
        if role in WORKED:
            self.compare(node, parents, role, name)
        if role in TARGETS and focusable:
            self.measure(node, parents)

    @staticmethod
    def has_focusable(node):
        return any(bus_desk.has(child, Atspi.StateType.FOCUSABLE)
                   for child, _ in bus_desk.walk_showing(node) if child != node)

    def read_rows(self, table, parents):
        table_ = table.get_table_iface()
        if table_ is None:
            return
        for row in range(min(table_.get_n_rows(), 20)):
            cells = [table_.get_accessible_at(row, column)
                     for column in range(table_.get_n_columns())]
            said = " ".join(bus_desk.name_of(node) for cell in cells if cell is not None
                            for node, _ in bus_desk.walk(cell))
            if not said.strip():
                self.fault("row %d says nothing" % row, table, parents)

    def compare(self, node, parents, role, name):
        place = tuple(filter(None, (bus_desk.name_of(parent) for parent in parents)))
        key = (role, name, place)
        if name and key in self.seen:
            self.fault("cannot be told from another", node, parents)
        self.seen[key] = node

    def measure(self, node, parents):
        component = node.get_component_iface()
        if component is None or not bus_desk.has(node, Atspi.StateType.SHOWING):
            return
        box = component.get_extents(Atspi.CoordType.WINDOW)
        # What is folded away has no place yet; rows of the transcript are read and not pressed.
        if box.width <= 1 or self.words("What was said") in map(bus_desk.name_of, parents):
            return
        if box.height < 24 or box.width < 24:
            self.fault("%d by %d pixels" % (box.width, box.height), node, parents)


class Reader:
    """Walks the program from page to page."""

    def __init__(self, language):
        self.words = Words(PROGRAM, language)
        self.pages = {}
        self.faults = []

    def read(self, desk, name):
        desk.sleep(0.5)
        page = Page(name, self.words)
        page.read(desk.root)
        # And all that is hidden, as a reader that keeps a copy of the tree asks for it.
        hidden = sum(1 for node, _ in bus_desk.walk(desk.root)
                     if bus_desk.describe(node) is not None)
        self.pages[name] = page
        self.faults += page.faults
        if SHOW:
            print("== %s (%s), %d nodes" % (name, self.words.language, hidden))
            bus_desk.print_tree(desk.root)

    def run(self, walk_pages, *arguments):
        desk = bus_desk.Desk(PROGRAM, *arguments, language=self.words.language)
        try:
            walk_pages(desk)
            self.faults += ["on standard error: " + line for line in desk.complaints()]
        except BaseException:
            bus_desk.print_tree(desk.root)
            raise
        finally:
            desk.end()

    def library(self, desk):
        self.read(desk, "library")

    def faulty(self, desk):
        self.read(desk, "faults")

    def sound_check(self, desk):
        desk.press(self.words("Check the sound…"))
        self.read(desk, "sound check")

    def history(self, desk):
        desk.press(self.words("History and progress"))
        desk.get(("table", "tree table"), self.words("Sessions"))
        self.read(desk, "history")

    def preferences(self, desk):
        desk.press(self.words("Preferences"))
        desk.sleep(0.5)
        rows = [node for node, _ in desk.nodes() if role_of(node) == "list item"
                and bus_desk.has(node, Atspi.StateType.SELECTABLE)]
        for number, row in enumerate(rows):
            row.get_parent().get_selection_iface().select_child(row.get_index_in_parent())
            self.read(desk, "preferences %d" % number)
        if not rows:
            self.read(desk, "preferences")

    def shift(self, desk):
        _ = self.words
        self.read(desk, "start")
        desk.write(_("Your name"), "Tvx")
        desk.press(_("Start the shift"))
        self.read(desk, "console, nobody calls")
        desk.get("push button", _("Line %u, ringing, %s", 1, ""), exactly=False)
        self.read(desk, "console, ringing")
        desk.press(_("Line %u, ringing, %s", 1, ""), exactly=False)
        desk.press(_("Greet"))
        desk.write(_("Search"), "anna")
        self.read(desk, "console, connected")
        desk.press(_("Hold"))
        self.read(desk, "console, on hold")
        desk.press(_("Line %u, ringing, %s", 2, ""), exactly=False)
        desk.write(_("Search"), "anna")
        desk.press(_("Consult %s", "Anna Rxd"))
        self.read(desk, "console, consulting")
        desk.press(_("Take back"))
        for name in ("Volume", "Briefing"):
            desk.press(_(name))
            self.read(desk, "console, " + name.lower())
            desk.press(_(name))
        desk.press(_("Pause"))
        self.read(desk, "console, paused")
        desk.press(_("Continue"))
        desk.press(_("Finish"))
        desk.get("push button", _("Finish now"))
        self.read(desk, "question")
        desk.press(_("Finish now"))
        desk.wait_for_words(_("Response time"))
        self.read(desk, "summary")


def left_in_english(english, swedish):
    """Names that are the same in both languages and are not somebody's."""
    for name in sorted(english.names & swedish.names):
        # What comes from the scenario is made of letters that no language has together.
        parts = [part for part in re.split(r"[\n:·–,(]", name)
                 if re.search(r"[A-Za-z]{3}", part) and not re.search(r"[qvwxz]x|xr|Z|[A-Z]x", part)]
        known = swedish.words.without_keys
        if any(part.strip() not in known and not is_of_machine(part.strip()) for part in parts) \
                and name not in known:
            yield "%s: “%s” is the same in English and Swedish" % (swedish.name, name)


def is_of_machine(part):
    """Keys, paths, and the program's own name."""
    return re.match(r"^(Frontdesk|frontdesk|(Ctrl|Shift|Alt)\b.*|F\d+.*|/.*|[\w./-]+\.yaml.*|Tvx)$",
                    part) is not None


def main():
    readers = []
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("good", SCENARIO), ("bad", FAULTY)):
            os.mkdir(os.path.join(folder, name))
            with open(os.path.join(folder, name, "scenario.yaml"), "w", encoding="utf-8") as file:
                file.write(text)
        good, bad = os.path.join(folder, "good"), os.path.join(folder, "bad")
        for language in ("en", "sv"):
            reader = Reader(language)
            reader.run(reader.shift, good)
            reader.run(reader.history, good)
            reader.run(reader.preferences, good)
            reader.run(reader.sound_check, good)
            reader.run(reader.faulty, bad)
            reader.run(reader.library)
            readers.append(reader)
    english, swedish = readers
    faults = english.faults + swedish.faults
    for name, page in english.pages.items():
        if name not in ("library", "faults"):  # scenarios are in the languages of their authors
            faults += left_in_english(page, swedish.pages[name])
    for fault in dict.fromkeys(faults):
        print("# " + fault)
    print("# %d pages, %d names" % (len(english.pages) + len(swedish.pages),
                                    sum(len(page.names) for reader in readers
                                        for page in reader.pages.values())))
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
