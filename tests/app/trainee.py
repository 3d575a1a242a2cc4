# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A trainee who works a made-up shift in the real window. How the hands do it is for those who
inherit: MouseTrainee and KeyboardTrainee. What was done and what came of it is read in the journal,
what can be done is seen on the screen; nothing waits for a span of time."""

import glob
import json
import os
import re
import subprocess
import tempfile
import time

import gi
import hand
import sight

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  (the version comes first)

# The words on the buttons of the phrases that a made-up shift uses.
PHRASES = {
    "greet": "Greet", "ask_matter": "Ask what it is about", "ask_hold": "Ask to hold",
    "thank_holding": "Thank for holding", "offer_message": "Offer to take a message",
    "read_back": "Read the message back", "tell_transfer": "Say you will put them through",
    "announce": "Announce the caller", "apologise": "Apologise", "goodbye": "Say goodbye",
}
TICKS = {
    "telephoned": "Telephoned", "please_call": "Please call",
    "will_call_again": "Will call again", "returned_your_call": "Returned your call",
    "wants_to_see_you": "Wants to see you", "urgent": "Urgent",
}
NAME = "Tess Trainee"
TROUBLE = re.compile(r"(CRITICAL|WARNING|ERROR) \*\*|\*\* ?\(|^Traceback", re.MULTILINE)


class Trainee:
    """Works `shift` in `program`; `folder` is where the scenario goes."""

    def __init__(self, program, shift, folder):
        self.shift, self.folder = shift, folder
        self.program_path = program
        self.say = sight.words_of(shift.language, os.path.dirname(os.path.dirname(program)))
        self.program, self.sight = None, None
        self.complaints = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
        self.labels = {key: self.say(label) for key, label in PHRASES.items()}
        self.labels["opening_hours"] = self.scenario_label()

    def scenario_label(self):
        return re.search(r"^- id: opening_hours\n  label: (.*)$", self.shift.scenario,
                         re.MULTILINE).group(1)

    def words(self, label):
        return sight.plain(self.say(label))

    # The program.

    def start(self):
        with open(os.path.join(self.folder, "scenario.yaml"), "w", encoding="utf-8") as file:
            file.write(self.shift.scenario)
        self.program = subprocess.Popen([self.program_path, self.folder], stderr=self.complaints)
        self.sight = sight.Sight(self.program.pid)
        self.sight.wait("push button", self.words("Start the shift"))

    def end(self):
        if self.program is not None and self.program.poll() is None:
            self.program.terminate()
            self.program.wait(10)

    def wait_for_the_end(self):
        sight.wait_for("the program to end", lambda: self.program.poll() is not None)
        assert self.program.returncode == 0, self.program.returncode

    def standard_error(self):
        self.complaints.seek(0)
        return self.complaints.read()

    def check_complaints(self):
        text = self.standard_error()
        assert not TROUBLE.search(text), text

    # The journal.

    def journal_path(self):
        paths = glob.glob(os.path.join(os.environ["XDG_DATA_HOME"], "frontdesk", "sessions",
                                       "*.journal"))
        assert len(paths) <= 1, paths
        return paths[0] if paths else None

    def records(self):
        """All that was written whole."""
        path = self.journal_path()
        if path is None:
            return []
        with open(path, encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.endswith("\n")]

    def events(self, name, call=None):
        return [one for one in self.records()
                if one.get("event") == name and call in (None, one.get("call"))]

    def commands(self):
        """What was commanded, without drafts, and without what the shift does not foresee."""
        found = []
        for record in self.records():
            if record.get("command") in (None, "draft"):
                continue
            known = ("command", "line", "phrase", "to", "call", "ticks", "text")
            found.append({key: record[key] for key in known if key in record})
        return found

    def act(self, what, deed):
        """Does it, and waits until the journal holds one more command."""
        before = len(self.commands())
        assert self.commands() == self.shift.commands[:before], self.difference()
        deed()
        sight.wait_for("the command that %s should give" % what,
                       lambda: len(self.commands()) > before)

    def difference(self):
        for n, (is_, should) in enumerate(zip(self.commands(), self.shift.commands)):
            if is_ != should:
                return "command %d is %s and should be %s" % (n + 1, is_, should)
        return "there are %d commands and should be %d" % (len(self.commands()),
                                                          len(self.shift.commands))

    # The steps of a shift, by name.

    def answer(self, call, line):
        sight.wait_for("“%s” to ring" % call, lambda: len(self.events("ringing", call)) + len(
            self.events("recall", call)) > len(self.events("answered", call)), 40)
        self.act("answering", lambda: self.press_line(line))
        self.see_line(line, "connected")

    def resume(self, call, line):
        self.act("resuming", lambda: self.press_line(line))
        self.see_line(line, "connected")

    def hear(self, call, reply):
        """Until the caller has said it. Leave to hold counts when it was heard to its end."""
        name = "caller-done" if reply == "hold_yes" else "caller-speaks"
        sight.wait_for("%s of “%s”" % (reply, call), lambda: any(
            one["reply"].split("/")[-1] == reply and not one.get("cut")
            for one in self.events(name, call)))

    def wait(self, call, event):
        sight.wait_for("%s of “%s”" % (event, call), lambda: self.events(event, call), 40)

    def transfer(self, call, line, person):
        self.act("a transfer", lambda: self.hand_on("Transfer", self.person(person)))

    def consult(self, call, line, person):
        self.act("a consultation", lambda: self.hand_on("Consult", self.person(person)))
        self.see_line(line, "consulting")

    def person(self, key):
        return next(one for one in self.shift.people if one["id"] == key)

    def see_line(self, line, state):
        """Until the key of the line shows that state."""
        words = self.say("Line %%u, %s, %%s" % state) % (line, "")
        self.sight.wait("push button", words)

    def state_of(self, call):
        return self.events("message-logged", call)

    def play(self):
        """All steps; each is a method of that name."""
        for verb, *arguments in self.shift.steps:
            getattr(self, {"say": "speak"}.get(verb, verb).replace("-", "_"))(*arguments)

    # What came of it.

    def check(self):
        assert self.commands() == self.shift.commands, self.difference()
        assert not self.events("command-rejected"), self.events("command-rejected")
        card = self.run("score", self.journal_path(), "--format", "json")
        assert card["score"] >= self.shift.score, json.dumps(card, indent=1)
        past = sight.wait_for("the session in the history", lambda: self.run(
            "history", "--format", "json")["sessions"])
        assert [one["score"] for one in past] == [card["score"]], past
        assert past[0]["trainee"] == NAME, past
        return card

    def run(self, *arguments):
        return json.loads(subprocess.run([self.program_path, *arguments], check=True,
                                         capture_output=True, text=True).stdout)


def find_field(seen, label, multi_line=False):
    """The field that the label belongs to, by its own name or by its labeller's."""
    for thing in seen.things(Atspi.StateType.EDITABLE):
        if multi_line != thing.node.get_state_set().contains(Atspi.StateType.MULTI_LINE):
            continue
        names = [thing.name]
        for relation in thing.node.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                names += [relation.get_target(n).get_name()
                          for n in range(relation.get_n_targets())]
        if label in names:
            return thing
    return None


def text_of(thing):
    """What is written in a field."""
    return Atspi.Text.get_text(thing.node, 0, -1)


def measure(begun):
    return "%.0f s" % (time.monotonic() - begun)


assert hand  # for those who inherit
