#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""All attacks at once in every text of a scenario, worked in the real window: whatever the accessibility
bus tells of it is read. No letter of it disturbs, markup is what it was written as, the window stays on
its screen, the toolkit has nothing to complain of, and nothing is written but the journal and the
history. Run it inside with-display. Usage: window.py PROGRAM"""

import glob
import json
import os
import subprocess
import sys
import tempfile
import traceback
import wave

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../app"))

import bus_desk  # noqa: E402  (found by the path above)

import attack_table  # noqa: E402
import attacked_shift  # noqa: E402
import seen  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SCREEN = (1280, 800)  # what with-display has unless told otherwise

# What each page shows of the texts, and where it is not the whole of it.
SHOWN = {
    "start": {"title", "organisation", "briefing"},
    "console": {"title", "display", "name", "role", "department", "label", "opening", "matter"},
    "summary": {"title", "trainee", "given", "surname", "firm", "name", "model", "fact", "sliptext",
                "slipname", "slipfirm"},
    "history": {"title", "trainee"},
}


# Letters that are shown of a text, where there is not room for all.
CUT = {"trainee": 50, "slipname": 50, "slipfirm": 50, "fact": 30}


class Reader:
    """Reads pages, and gathers what is wrong with them."""

    def __init__(self, desk, texts):
        self.desk, self.texts, self.faults = desk, texts, []

    def texts_of(self, page):
        for node, _ in bus_desk.walk(self.desk.root):
            for text in (bus_desk.name_of(node), bus_desk.description_of(node),
                         bus_desk.text_of(node)):
                if text:
                    yield bus_desk.role_of(node), text
            self.measure(page, node)

    def measure(self, page, node):
        if bus_desk.role_of(node) not in ("frame", "dialog"):
            return
        place = node.get_component_iface().get_extents(0)
        if place.width > SCREEN[0] or place.height > SCREEN[1]:
            self.faults.append("%s: a window of %d × %d" % (page, place.width, place.height))

    def read(self, page):
        texts = list(self.texts_of(page))
        for role, text in texts:
            # What the trainee writes is the trainee's; an entry keeps it apart.
            if attack_table.disturbs(text) and role != "text":
                self.faults.append("%s: %s in the %s “%.60s”"
                                   % (page, attack_table.disturbs(text), role, text))
        everything = seen.squeeze("\n".join(text for _, text in texts))
        for field in sorted(SHOWN[page]):
            text = attack_table.tame(self.texts[field])
            if seen.squeeze(text[:CUT.get(field)]) not in everything:
                self.faults.append("%s: %s is not to be read as it was written" % (page, field))

    def check(self):
        self.faults += self.desk.complaints()
        if self.faults:
            raise AssertionError("\n".join(self.faults))


def write_scenario(folder):
    """With clips, for nobody has the patience to hear all attacks spoken."""
    os.mkdir(os.path.join(folder, "clips"))
    with wave.open(os.path.join(folder, "clips", "short.wav"), "wb") as clip:
        clip.setparams((1, 2, 8000, 0, "NONE", None))
        clip.writeframes(b"\0\x10" * 2000)
    yaml = attacked_shift.scenario(attacked_shift.attacked(attack_table.ALL))
    with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
        file.write(yaml.replace("{text: ", "{clip: short.wav, text: "))


def say(desk, phrase):
    desk.press(phrase, exactly=False)
    desk.sleep(0.2)


def unfold(desk, name):
    """Also where it has been scrolled out of sight."""
    desk.act(desk.wait("“%s”" % name, lambda: next(
        (node for node, _ in bus_desk.walk(desk.root)
         if bus_desk.role_of(node) == "toggle button" and bus_desk.name_of(node).startswith(name)), None)))


def work(desk, reader, texts):
    desk.wait_for_words(attacked_shift.marker("briefing"))
    reader.read("start")
    desk.write("Your name", texts["trainee"])
    desk.press("Start the shift")
    desk.press("Line 1, ringing", exactly=False, seconds=20)
    say(desk, "Greet")
    say(desk, "Ask what it is about")
    for label, field in (("To", None), ("Name", "slipname"), ("Organisation", "slipfirm"),
                         ("Phone", "slipphone"), ("Text", "sliptext")):
        desk.write(label, texts[field] if field is not None else "Bert Cole")
    reader.read("console")
    desk.press("Log message")
    desk.press("Release")
    desk.press("Line 2, ringing", exactly=False, seconds=20)
    desk.press("Release")
    desk.press("Line 3, ringing", exactly=False, seconds=20)
    desk.press("Release")
    desk.press("Finish", seconds=20)
    desk.wait_for_words("Response time", 20)
    unfold(desk, "Call 1, ")
    desk.sleep(1)
    reader.read("summary")
    desk.press("History and progress")
    desk.sleep(1)
    reader.read("history")


def check_files(texts):
    data = os.environ["XDG_DATA_HOME"]
    paths = glob.glob(os.path.join(data, "frontdesk", "sessions", "*.journal"))
    assert len(paths) == 1, paths
    with open(paths[0], encoding="utf-8") as file:
        trainee = json.loads(file.readline())["trainee"]
    assert len(trainee) > 30 and texts["trainee"].startswith(trainee), trainee
    print("# " + ", ".join(name for name in seen.listing(os.environ["FRONTDESK_TEST_HOME"])))


def main():
    texts = attacked_shift.attacked(attack_table.ALL)
    # What is typed has one line, and no more letters than its entry takes.
    typed = attacked_shift.attacked(" ".join(attack_table.ALL.split()))
    texts.update((field, typed[field]) for field in attacked_shift.JOURNAL_FIELDS)
    with tempfile.TemporaryDirectory() as folder:
        write_scenario(folder)
        before = seen.listing(folder)
        desk = bus_desk.Desk(PROGRAM, folder, environment={"G_DEBUG": "gc-friendly,fatal-warnings"})
        try:
            reader = Reader(desk, texts)
            work(desk, reader, texts)
            check_files(texts)
            assert seen.listing(folder) == before, seen.listing(folder)
            reader.check()
        except BaseException:
            print(desk.errors()[-2000:])
            subprocess.run(["import", "-window", "root", "/tmp/attacks-window.png"], check=False)
            bus_desk.print_tree(desk.root)
            raise
        finally:
            desk.end()
    print("ok")


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        sys.exit(1)
