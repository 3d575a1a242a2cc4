#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A disk that fills up under the window, and is emptied again: what is told, what is kept, and that
nothing is lost. Run it inside with-own-mounts and with-display. Usage: full-disk-window.py PROGRAM"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

from desk_on_disk import DeskOnDisk, make_scenario
from small_disk import SmallDisk

PROGRAM = os.path.abspath(sys.argv.pop(1))
CANNOT = "The session cannot be saved"
FULL = "No space left on device"


class FullDisk(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.disk = SmallDisk(self.folder / "data", 512)
        self.disk.__enter__()
        self.addCleanup(self.disk.__exit__)
        self.scenario = make_scenario(str(self.folder / "scenario"))

    def open(self, **environment):
        desk = DeskOnDisk(PROGRAM, self.scenario, self.disk.path, **environment)
        self.addCleanup(desk.end)
        return desk

    def write_until_told(self, desk):
        """Something is written on the slip until the disk is full, which must be told."""
        text = desk.get("text", "Text", 30).get_editable_text_iface()
        for n in range(30):
            text.set_text_contents("Order 4417 has not arrived. " * 20 + str(n))
            desk.sleep(0.5)
            if desk.has_words(CANNOT):
                return desk.wait_for_words(CANNOT)
        raise AssertionError("nothing is said of the full disk")

    def test_no_room_for_a_shift(self):
        desk = self.open()
        desk.get("text", "Your name")
        self.disk.fill()
        desk.start_shift()
        desk.wait_for_words("The shift cannot be saved, so it was not started.")
        desk.wait_for_words(FULL)
        self.assertEqual(desk.journals(), [])
        desk.dismiss()
        self.disk.make_room()
        desk.press("Start the shift")
        desk.answer()
        self.assertEqual(len(desk.journals()), 1)

    def test_journal_goes_on(self):
        desk = self.open()
        desk.start_shift()
        desk.answer()
        self.disk.fill()
        self.write_until_told(desk)
        self.assertTrue(any(CANNOT in said for said in desk.heard), desk.heard)
        begun = desk.journal_bytes()
        desk.records()
        desk.write("Name", "Ada Marlowe")
        desk.sleep(2.5)
        self.assertTrue(desk.journal_bytes().startswith(begun))
        self.disk.make_room()
        # It comes right by itself: nothing need happen on the line.
        desk.wait("the bar to go", lambda: not desk.has_words(CANNOT), 3)
        self.assertTrue(desk.journal_bytes().startswith(begun))
        desk.wait_for_record(command="draft", name="Ada Marlowe")
        self.assertTrue(desk.journal_bytes().endswith(b"\n"))
        self.finish(desk)
        self.assertEqual(desk.records()[-1]["event"], "finished")
        desk.wait("the session in the history", lambda: self.history())

    def finish(self, desk):
        desk.press("Finish", exactly=False)
        desk.press("Finish now")
        desk.wait_for_words("Response time")

    def test_ends_on_a_full_disk(self):
        """The summary comes, the rest is written when there is room, and closing asks before it is lost."""
        desk = self.open()
        desk.start_shift()
        desk.answer()
        self.disk.fill()
        self.write_until_told(desk)
        self.finish(desk)
        desk.wait_for_words("The end of the session is not on the disk yet.")
        desk.wait_for_words(FULL)
        desk.dismiss()
        self.assertFalse(any(one.get("event") == "finished" for one in desk.records()))
        desk.close_window()
        desk.wait_for_words("Close, and lose the end of the session?")
        desk.dismiss("Cancel")
        self.assertIsNone(desk.process.poll())
        self.disk.make_room()
        desk.wait_for_words("The session has been saved.", 5)
        self.assertEqual(desk.records()[-1]["event"], "finished")
        desk.wait("the session in the history", self.history)
        desk.dismiss()
        desk.close_window()
        self.assertEqual(desk.wait_for_end(), 0)

    def test_closed_on_a_full_disk(self):
        """A shift that is given up by closing the window does not take its end along."""
        desk = self.open()
        desk.start_shift()
        desk.answer()
        self.disk.fill()
        self.write_until_told(desk)
        desk.close_window()
        desk.press("Finish now")
        desk.wait_for_words("The end of the session is not on the disk yet.")
        desk.dismiss()
        self.disk.make_room()
        desk.wait_for_words("The session has been saved.", 5)
        self.assertEqual(desk.records()[-1]["event"], "finished")

    def test_closed_for_later_on_a_full_disk(self):
        """The window stays until all that was done is on the disk."""
        desk = self.open()
        desk.start_shift()
        desk.answer()
        self.disk.fill()
        self.write_until_told(desk)
        desk.close_window()
        desk.press("Close and continue later")
        desk.wait_for_words("so the window stays open")
        desk.dismiss()
        self.assertIsNone(desk.process.poll())
        self.disk.make_room()
        desk.wait("the bar to go", lambda: not desk.has_words(CANNOT), 3)
        desk.close_window()
        desk.press("Close and continue later")
        self.assertEqual(desk.wait_for_end(), 0)
        self.assertTrue(desk.journal_bytes().endswith(b"\n"))
        self.assertFalse(any(one.get("event") == "finished" for one in desk.records()))

    def test_history_does_not_fit(self):
        """The journal does, so that nothing is lost: it is told, and the next start makes up for it."""
        desk = self.open()
        desk.start_shift()
        desk.answer()
        self.disk.fill(leave=12 * 1024)
        self.finish(desk)
        desk.wait_for_words("could not be saved properly")
        desk.wait_for_words("full")
        self.assertEqual(desk.records()[-1]["event"], "finished")
        desk.dismiss()
        desk.close_window()
        self.assertEqual(desk.wait_for_end(), 0)
        self.disk.make_room()
        self.open()
        self.wait_for_history()

    def wait_for_history(self):
        end = time.monotonic() + 15
        while not self.history():
            self.assertLess(time.monotonic(), end, "the session does not come into the history")
            time.sleep(0.2)

    def test_report(self):
        """One that is there already stays whole when a new one does not fit over it."""
        with SmallDisk(self.folder / "reports", 256) as reports:
            desk = self.open()
            desk.start_shift()
            desk.answer()
            self.finish(desk)
            old = pathlib.Path(reports.path) / "report.html"
            old.write_text("<p>An old one.</p>")
            reports.fill()
            desk.press("Save report…")
            self.save_as(desk, str(old.with_name("new.html")))
            desk.wait_for_words(FULL)
            self.assertEqual(sorted(one.name for one in old.parent.iterdir()), ["ballast", "report.html"])
            self.assertEqual(old.read_text(), "<p>An old one.</p>")
            reports.make_room()
            desk.press("Save report…")
            self.save_as(desk, str(old.with_name("new.html")))
            desk.wait("the report", lambda: (old.with_name("new.html")).exists())
            self.assertTrue((old.with_name("new.html")).read_text().rstrip().endswith("</html>"))

    def save_as(self, desk, path):
        """Past the file chooser."""
        desk.write("Name:", path)
        button = desk.wait("the button that saves", lambda: desk.find_in_dialog("Save"))
        desk.act(button)

    def test_bundle(self):
        bundle = self.folder / "bundle.zip"
        with zipfile.ZipFile(bundle, "w") as file:
            file.write(os.path.join(self.scenario, "scenario.yaml"), "mine/scenario.yaml")
            file.writestr("mine/notes.txt", os.urandom(1024))
        own = pathlib.Path(self.disk.path) / "frontdesk" / "scenarios"
        own.mkdir(parents=True)
        self.disk.fill()
        desk = DeskOnDisk(PROGRAM, bundle, self.disk.path)
        self.addCleanup(desk.end)
        desk.wait_for_words("This bundle was not opened, and nothing of it was kept.")
        desk.wait_for_words(FULL)
        self.assertEqual(list(own.iterdir()), [])
        desk.dismiss()
        desk.end()
        self.disk.make_room()
        desk = DeskOnDisk(PROGRAM, bundle, self.disk.path)
        self.addCleanup(desk.end)
        desk.get("text", "Your name")
        self.assertEqual([one.name for one in own.iterdir()], ["mine"])

    def history(self):
        done = subprocess.run([PROGRAM, "history", "--format", "json"], capture_output=True, text=True,
                              env=dict(os.environ, XDG_DATA_HOME=self.disk.path), check=True)
        return json.loads(done.stdout)["sessions"]


unittest.main(verbosity=2)
