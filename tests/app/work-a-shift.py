#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Works a shift in the real window, from the first ring to the summary, by mouse and by keys,
through the accessibility bus, while a recorder listens to the sound server. Run it inside
with-display and with-sound-server. Usage: work-a-shift.py PROGRAM"""

import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from dogtail.config import config

config.logDebugToStdOut = False
config.logDebugToFile = False

from dogtail import rawinput, tree  # noqa: E402  (the configuration comes first)

import heard  # noqa: E402
import patience  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
HERE = os.path.dirname(os.path.abspath(__file__))
TONES = {
    "order/opening": (620, 1.2), "order/hold_yes": (740, 0.6), "order/matter": (860, 1.0),
    "order/read_back_right": (980, 0.6), "order/goodbye": (1100, 0.5),
    "sales/opening": (1220, 1.0), "sales/transfer_ok": (1340, 0.6),
    "people/anna/answer": (1460, 0.6), "people/anna/accepts": (1580, 0.6),
}
CLIPS = {
    "order/opening": "order-opening", "order/hold_yes": "order-hold",
    "order/matter": "order-matter", "order/read_back_right": "order-right",
    "order/goodbye": "order-goodbye", "sales/opening": "sales-opening",
    "sales/transfer_ok": "sales-ok", "people/anna/answer": "anna-answer",
    "people/anna/accepts": "anna-accepts",
}


def wait_for(what, seconds, find):
    end = time.monotonic() + seconds * patience.FACTOR
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("waited %d s in vain for %s" % (seconds, what))


class Window:
    """The program's window as the accessibility bus shows it."""

    def __init__(self):
        self.program = wait_for("the program on the accessibility bus", 20, self.find_program)

    @staticmethod
    def find_program():
        for application in tree.root.applications():
            if application.name == "frontdesk":
                return application
        return None

    def find(self, role, begins):
        """The first showing and sensitive widget of that role whose name begins so, or None."""
        return next(iter(self.program.findChildren(
            lambda node: node.roleName == role and node.name.startswith(begins) and node.showing,
            recursive=True)), None)

    def wait(self, role, begins, seconds=10):
        return wait_for("%s “%s”" % (role, begins), seconds, lambda: self.find(role, begins))

    def press(self, name):
        button = self.wait("push button", name)
        wait_for("“%s” to be sensitive" % name, 10, lambda: button.sensitive)
        button.doActionNamed("click")

    def wait_for_line(self, line, state, seconds=15):
        return self.wait("push button", "Line %d, %s" % (line, state), seconds)

    def wait_for_words(self, words, seconds=10):
        """Until the words are shown somewhere in the window."""
        wait_for("“%s”" % words, seconds, lambda: self.program.findChildren(
            lambda node: words in (node.name or "") and node.showing, recursive=True))

    def write(self, label, text):
        entry = wait_for("the field “%s”" % label, 10, lambda: next(iter(
            self.program.findChildren(
                lambda node: node.roleName == "text" and node.showing
                and node.labeler and node.labeler.name == label, recursive=True)), None))
        entry.text = text


def key(name):
    subprocess.run(["xdotool", "key", name], check=True)


def journal_records(data):
    paths = glob.glob(os.path.join(data, "frontdesk", "sessions", "*.journal"))
    assert len(paths) == 1, paths
    with open(paths[0], encoding="utf-8") as file:
        return paths[0], [json.loads(line) for line in file]


def history():
    """The sessions that are kept; the window keeps one while it shows the summary."""
    return json.loads(subprocess.run([PROGRAM, "history", "--format", "json"],
                                     capture_output=True, check=True, text=True).stdout)["sessions"]


def make_scenario(folder):
    os.mkdir(os.path.join(folder, "clips"))
    shutil.copy(os.path.join(HERE, "shift", "scenario.yaml"), folder)
    for key_, (hertz, seconds) in TONES.items():
        subprocess.run(["sox", "-n", "-r", "48000",
                        os.path.join(folder, "clips", CLIPS[key_] + ".wav"),
                        "synth", str(seconds), "sine", str(hertz), "gain", "-6"], check=True)


def work(window):
    # The start: who works, and go.
    window.write("Your name", "Tess <b>Trainee</b>")
    window.press("Start the shift")

    # The first call, by mouse.
    window.wait_for_line(1, "ringing")
    window.press("Line 1, ringing")
    window.wait_for_line(1, "connected")
    window.press("Greet")
    window.wait_for_words("may I leave word for Bert Cole")

    # A second line rings; the first caller is asked, and the second answered by its key.
    window.wait_for_line(2, "ringing")
    window.wait_for_line(1, "connected")
    window.press("Ask to hold")
    window.wait_for_words("Of course.")
    time.sleep(0.8)
    key("F2")
    window.wait_for_line(2, "connected")
    window.wait_for_line(1, "on hold")
    key("alt+1")
    window.wait_for_words("Hello, Anna Reed, please.")
    time.sleep(1.2)
    window.press("Say you will put them through")
    time.sleep(0.8)

    # The colleague is asked, says yes, and gets the call.
    key("ctrl+k")
    rawinput.typeText("anna")
    key("shift+Return")
    window.wait_for_words("Reed.")
    time.sleep(0.8)
    window.press("Announce the caller")
    window.wait_for_words("Put her through.")
    time.sleep(0.8)
    key("ctrl+Return")
    window.wait_for_line(2, "idle")

    # Back to the first caller, whose slip is written and read back.
    key("F1")
    window.wait_for_line(1, "connected")
    window.press("Ask what it is about")
    window.wait_for_words("Order 4417 has not arrived.")
    window.write("To", "Bert Cole")
    window.write("Name", "Ada Marlowe")
    window.write("Organisation", "Quill & <b>Sons</b>")
    window.write("Phone", "01632 960147")
    window.write("Text", "Order 4417 has not arrived.")
    window.wait("check box", "Please call").doActionNamed("click")
    time.sleep(1.2)
    window.press("Read the message back")
    window.wait_for_words("That's right.")
    time.sleep(0.8)
    window.press("Say goodbye")
    window.wait_for_words("Goodbye.")
    time.sleep(0.7)
    window.press("Release")
    window.wait_for_line(1, "idle")
    window.press("Log message")
    window.wait_for_words("Logged")
    window.press("Finish")


def check_journal(records):
    """What the window did is what the journal holds."""
    events = [record["event"] for record in records if "event" in record]
    assert events[-1] == "finished", events[-1]
    assert "command-rejected" not in events, records
    slip = [record for record in records if record.get("command") == "message"][-1]
    assert slip["to"] == "bert" and slip["name"] == "Ada Marlowe", slip
    assert slip["ticks"] == ["please_call"], slip


def check_sound(records, listener):
    """Each clip was heard for as long as it lasts and when the journal says, within 0.25 s."""
    said = []
    for record in records:
        reply = record.get("reply")
        if not reply or record.get("event") == "caller-done":
            continue
        name = reply if reply in TONES else "%s/%s" % (record["call"], reply)
        if name in TONES:
            said.append((record["t"] / 1000, name))
    assert len(said) == len(TONES), said

    lead = None
    for t, name in said:
        hertz, seconds = TONES[name]
        spans = listener.spans(hertz)
        assert len(spans) == 1, "%s was heard at %s" % (name, spans)
        begin, end = spans[0]
        lead = begin - t if lead is None else lead
        assert abs(begin - t - lead) < 0.25, "%s came %.2f s off" % (name, begin - t - lead)
        assert abs(end - begin - seconds) < 0.15, "%s lasted %.2f s" % (name, end - begin)
        print("# heard %-24s %5.0f ms after the first, %4.0f ms long"
              % (name, 1000 * (begin - t - lead), 1000 * (end - begin)))


def main():
    data = os.environ["XDG_DATA_HOME"]
    with tempfile.TemporaryDirectory() as folder:
        make_scenario(folder)
        listener = heard.Listener(os.path.join(folder, "heard.raw"))
        program = subprocess.Popen([PROGRAM, folder])
        try:
            window = Window()
            work(window)
            window.wait_for_words("Response time")
            _, records = journal_records(data)
            card = json.loads(subprocess.run(
                [PROGRAM, "score", journal_records(data)[0], "--format", "json"],
                capture_output=True, check=True, text=True).stdout)
            window.wait_for_words("%.2f of 100 points" % card["score"])
            past = wait_for("the session in the history", 10, history)
        except AssertionError:
            subprocess.run(["import", "-window", "root",
                            os.path.join(tempfile.gettempdir(), "work-a-shift.png")], check=False)
            raise
        finally:
            program.terminate()
            program.wait(10)
            listener.stop()
        check_journal(records)
        check_sound(records, listener)
        assert [one["score"] for one in past] == [card["score"]], past
        assert card["score"] == 100, json.dumps(card, indent=1)
    print("ok")


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        sys.exit(1)
