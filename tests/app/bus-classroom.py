#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The class page of the real window over the accessibility bus, as an instructor meets it: a folder that
seats have written into, among them what has no business there. Run it inside with-display. Usage:
bus-classroom.py PROGRAM"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

import hand
import made_class
import sight

from gi.repository import Atspi, Gio, GLib

PROGRAM = os.path.abspath(sys.argv.pop(1))
KEYFILE = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
COPIES = 8000  # of a journal, which take seconds to read
FIRST = "Anna Frome, First shift: 100 points, passed, 2 sessions"


def digest(folder):
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class ClassPage(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name) / "results"
        self.folder.mkdir()
        self.made = made_class.MadeClass(PROGRAM, self.folder)

    def start(self, folder=None, debug=None):
        """`debug`: what GLib does at a warning, which is to end the program unless said otherwise."""
        with open(KEYFILE, "w", encoding="utf-8") as file:
            file.write("[org/gnome/desktop/interface]\ntoolkit-accessibility=true\n\n"
                       "[org/frontdesk/Frontdesk]\nlanguage='en'\n")
            if folder is not None:
                file.write("class-folder='%s'\n" % folder.as_uri())
        program = subprocess.Popen([PROGRAM], cwd=self.folder.parent,
                                   env=dict(os.environ, **({"G_DEBUG": debug} if debug else {})))
        self.addCleanup(program.wait, 20)
        self.addCleanup(program.terminate)
        self.eye = sight.Sight(program.pid)
        sight.wait_for("the window", lambda: hand.windows_of(program.pid))
        self.visit()

    def visit(self):
        """By the menu's action, as the entry of the menu does."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync("org.frontdesk.Frontdesk", "/org/frontdesk/Frontdesk/window/1", "org.gtk.Actions",
                      "Activate", GLib.Variant("(sava{sv})", ("class", [], {})), None,
                      Gio.DBusCallFlags.NONE, 10000)

    def fill(self):
        self.made.add("a.journal", "Anna Frome", 0, "absent", "2026-11-16T09:00:00+01:00")
        self.made.add("b.journal", "Anna Frome", 0, "ideal", "2026-11-23T09:00:00+01:00")
        self.made.add("c.journal", "Anna Frome", 1, "absent", "2026-11-23T10:00:00+01:00")
        self.made.add("d/e.journal", "Åsa Öberg", 1, "absent", "2026-11-24T10:00:00+01:00")
        self.made.add_foreign()

    def press(self, begins, role="push button"):
        self.eye.wait(role, begins).node.do_action(0)

    def press_until(self, begins, shown):
        """What is pressed while the window still comes to rest may close again what it opened."""
        for _ in range(4):
            self.press(begins)
            try:
                self.eye.wait("push button", shown, seconds=4)
                return
            except AssertionError:
                pass

    def cells(self):
        """The names of all cells, whether they are scrolled into sight or not."""
        things = [self.eye.look_at(node)
                  for node in self.eye.nodes([Atspi.StateType.VISIBLE], [Atspi.Role.PUSH_BUTTON])]
        return {thing.name for thing in things if thing is not None and " points, " in thing.name}

    def test_no_folder(self):
        # The bridge to the accessibility bus tells of a menu that was first seen a moment ago, and has gone with the
        # page since: there the toolkit complains of itself (gtk_popover_get_modal).
        self.start(debug="gc-friendly")
        self.eye.wait_for_words("No class folder yet")
        self.assertIsNotNone(self.eye.find("push button", "Open a class folder"))
        hand.press("Escape")
        self.eye.wait("push button", "History and progress")

    def test_folder_that_is_gone(self):
        self.start(self.folder / "nowhere")
        self.eye.wait_for_words("The class cannot be shown")
        self.assertIsNotNone(self.eye.find("push button", "Try again"))

    def test_the_table_and_a_summary(self):
        self.fill()
        before = digest(self.folder)
        self.start(self.folder)
        self.eye.wait("push button", FIRST)
        self.assertEqual(self.cells(), {
            FIRST, "Anna Frome, Monday morning: 0 points, not passed, 1 session",
            "Åsa Öberg, Monday morning: 0 points, not passed, 1 session"})
        # The keyboard begins at the first cell; arrows go to the others, Enter opens.
        sight.wait_for("the first cell", lambda: getattr(self.eye.focus(), "name", "") == FIRST)
        hand.press("Right")
        second = "Anna Frome, Monday morning: 0 points"
        sight.wait_for("the arrow", lambda: getattr(self.eye.focus(), "name", "").startswith(second))
        hand.press("Return")
        self.eye.wait("push button", "Save report")
        self.eye.wait_for_words("Monday morning")
        hand.press("Escape")
        sight.wait_for("the same cell again",
                       lambda: getattr(self.eye.focus(), "name", "").startswith(second))
        # Nothing in the folder was touched.
        self.assertEqual(digest(self.folder), before)

    def test_journals_without_a_result(self):
        self.fill()
        self.start(self.folder)
        self.press("3 journals without a result")
        for words in ("torn.journal: not finished", "garbage.journal", "changed.journal"):
            sight.wait_for(words, lambda: any(
                words in Atspi.Text.get_text(node, 0, -1) for node in self.eye.nodes([])
                if node.get_role_name() == "text"))

    def test_who_made_a_mistake(self):
        self.fill()
        self.start(self.folder)
        self.press_until("Response. 2 of 2 trainees", "Åsa Öberg")
        self.press("Åsa Öberg")
        self.eye.wait("push button", "Save report")
        self.eye.wait_for_words("Åsa Öberg")

    def test_what_is_new_comes_by_f5(self):
        self.fill()
        self.start(self.folder)
        self.eye.wait("push button", FIRST)
        self.made.add("new.journal", "Kim Andersson", 0, "ideal", "2026-11-25T09:00:00+01:00")
        hand.press("F5")
        self.eye.wait("push button", "Kim Andersson, First shift: 100 points, passed, 1 session")
        # The cell that had the keyboard has it still.
        sight.wait_for("the cell", lambda: getattr(self.eye.focus(), "name", "") == FIRST)

    def test_the_class_is_saved(self):
        """The ending says how."""
        self.fill()
        self.start(self.folder)
        self.eye.wait("push button", FIRST)
        for ending, begins in (("json", "{"), ("csv", '"trainee"'), ("html", "<!DOCTYPE html>")):
            path = self.folder.parent / ("class." + ending)
            self.save(path)
            sight.wait_for("the file", path.exists)
            self.eye.wait_for_words("Saved as %s" % path)
            text = path.read_text(encoding="utf-8")
            self.assertEqual(text[:len(begins)], begins)
            self.assertIn("Åsa Öberg", text)
        self.assertEqual(json.loads((self.folder.parent / "class.json").read_text(encoding="utf-8"))["sessions"],
                         4)
        self.press("Close", "push button")
        self.eye.wait("push button", FIRST)
        self.made.add("new.journal", "Kim Andersson", 0, "ideal", "2026-11-25T09:00:00+01:00")
        hand.press("F5")  # which somebody has to hear
        self.eye.wait("push button", "Kim Andersson, First shift: 100 points, passed, 1 session")

    def test_the_class_is_printed(self):
        """To a file, as the dialogue of the toolkit offers it, and what stands there is read back."""
        self.fill()
        # The toolkit's own dialogue asks for the words of pages that have none.
        self.start(self.folder, "gc-friendly")
        self.eye.wait("push button", FIRST)
        self.open_menu("Print…")
        self.press_item("Print…")
        printer = sight.wait_for("the printers", lambda: next(
            (node for node in self.eye.nodes([], [Atspi.Role.TABLE_CELL]) if node.get_name() == "Print to File"), None))
        Atspi.Table.add_row_selection(printer.get_parent(), 0)
        sight.wait_for("the button", lambda: self.eye.find_named("push button", "Print", Atspi.StateType.SENSITIVE))
        self.eye.find_named("push button", "Print").node.do_action(0)
        path = self.folder.parent / "output.pdf"
        self.eye.wait_for_words("Printed")
        told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        for words in "Anna Frome", "Åsa Öberg", "First shift", "passed · 2 sessions", "Page 1 of 1":
            self.assertIn(words, told)
        size = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        self.assertRegex(size, r"Page size: +84[12](\.\d+)? x 595")

    def test_a_folder_is_chosen(self):
        """Written into the dialogue, as one who knows where it is does."""
        self.fill()
        self.start(debug="gc-friendly")  # the toolkit's own dialogue complains of itself
        self.press("Open a class folder")
        sight.wait_for("the dialogue", lambda: any(
            window.get_role_name() == "file chooser" for window in self.eye.windows()))
        self.open_field()
        sight.wait_for("the path to be written", lambda: self.write_path(str(self.folder)))
        self.press("Open")
        self.eye.wait("push button", FIRST)
        with open(KEYFILE, encoding="utf-8") as file:
            self.assertIn("class-folder='%s'" % self.folder.as_uri(), file.read())

    def test_a_trainee_is_chosen(self):
        self.fill()
        self.start(self.folder)
        self.eye.wait("push button", FIRST)
        # The window may still come to rest, and what changes meanwhile is passed over.
        boxes = sight.wait_for("the choice of a trainee", lambda: [
            node for node in self.eye.nodes([], [Atspi.Role.COMBO_BOX]) if node.get_name() == "Trainee"])
        self.assertEqual(len(boxes), 1)
        Atspi.Selection.select_child(boxes[0], 2)
        only = {"Åsa Öberg, Monday morning: 0 points, not passed, 1 session"}
        sight.wait_for("the cells of one", lambda: self.cells() == only)
        Atspi.Selection.select_child(boxes[0], 0)
        sight.wait_for("the cells of all", lambda: len(self.cells()) == 3)

    def test_reading_is_cancelled(self):
        """Copies take as long to read as others, and count once."""
        one = self.made.add("a.journal", "Anna Frome", 0, "ideal", "2026-11-23T09:00:00+01:00")
        for number in range(COPIES):
            os.link(one, self.folder / ("copy-%05d.journal" % number))
        self.start(self.folder)
        self.press("Cancel")
        self.eye.wait_for_words("The reading was cancelled. What was read is remembered.")
        self.press("Try again")
        self.eye.wait("push button", "Anna Frome, First shift: 100 points, passed, 1 session", seconds=60)

    def save(self, path):
        self.open_menu("Save as a page")
        self.press_item("Save as a page")
        sight.wait_for("the dialogue", lambda: any(
            window.get_role_name() == "file chooser" for window in self.eye.windows()))
        sight.wait_for("the path to be written", lambda: self.write_path(str(path)))
        hand.press("Return")

    def open_field(self):
        """A slash opens the field for a path; where the dialogue does not have the keyboard yet it is lost. One that is
        only late must not be pressed again, for it would be written into the path."""
        for _ in range(5):
            hand.press("slash")
            try:
                sight.wait_for("the field", lambda: getattr(self.eye.focus(), "role", "") == "text", seconds=4)
                return
            except AssertionError:
                pass

    def write_path(self, path):
        """The dialogue fills in its own name while it comes up, over what was written early. All at once: the field
        completes what is typed once it has read the folder, and where that is slow it puts what it knows of
        "/tmp/t" behind a "/tmp/tmp" that was typed meanwhile, each time anew."""
        focus = self.eye.focus()
        if not focus or focus.role != "text":
            return False
        Atspi.EditableText.set_text_contents(focus.node, path)
        time.sleep(0.5)
        # A folder is completed by its slash.
        return Atspi.Text.get_text(focus.node, 0, -1).rstrip("/") == path

    def open_menu(self, shown):
        """A menu that is still closing would be closed again by what should open it."""
        for _ in range(4):
            self.press("Folder and reports", "toggle button")
            try:
                return sight.wait_for(shown, lambda: self.find_item(shown), 4)
            except AssertionError:
                pass
        raise AssertionError("the menu does not open")

    def find_item(self, begins):
        for node in self.eye.nodes([]):
            if (node.get_name() or "").startswith(begins):
                return node
        return None

    def press_item(self, begins):
        sight.wait_for(begins, lambda: self.find_item(begins)).do_action(0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
