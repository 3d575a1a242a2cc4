#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Works a whole shift as somebody does who sees nothing and presses no key: by what the accessibility
bus tells, with the actions and texts that it offers, in English and in Swedish. What was announced is
compared with what has to be, word by word; the journal and the score with what was done. Run it inside
with-display. Usage: bus-shift.py PROGRAM en|sv"""

import glob
import json
import os
import subprocess
import sys
import tempfile
import traceback

import bus_desk
from bus_words import Words

PROGRAM = os.path.abspath(sys.argv[1])
LANGUAGE = sys.argv[2]
_ = Words(PROGRAM, LANGUAGE)

SPOKEN = {
    "en": {
        "country": "gb", "ada": "01632 960147", "away": "Good morning, may I leave word for Bert?",
        "hold": "Of course.", "matter": "Order 4417 has not arrived.", "right": "That is right.",
        "wrong": "No, that is wrong.", "bye": "Goodbye.", "tom": "Hello, Anna Reed, please.",
        "ok": "Thank you.", "reed": "Reed.", "yes": "Put her through.", "negated": "arrived",
    },
    "sv": {
        "country": "se", "ada": "070-174 06 05", "away": "God morgon, kan jag lämna bud till Bert?",
        "hold": "Visst.", "matter": "Order 4417 har inte kommit.", "right": "Det stämmer.",
        "wrong": "Nej, det är fel.", "bye": "Hej då.", "tom": "Hej, Anna Reed, tack.",
        "ok": "Tack.", "reed": "Reed.", "yes": "Koppla fram henne.", "negated": "kommit",
    },
}[LANGUAGE]

SCENARIO = """\
format: 1
title: By ear alone
language: {language}
country: {country}
lines: 3
duration: 0:30
organisation: Northwick
briefing: Three calls. Put one through, take a message from another, and let one go.
people:
  - id: anna
    name: Anna Reed
    extension: 201
    answers_after: 1
    says:
      answer: {{text: "{reed}"}}
      accepts: {{text: "{yes}"}}
  - {{id: bert, name: Bert Cole, extension: 202, presence: [{{from: 0:00, is: away}}]}}
  - {{id: cleo, name: Cleo Ash, extension: 203, presence: [{{from: 0:00, is: busy}}]}}
calls:
  - id: order
    at: 0:03
    line: 1
    patience: {{ringing: 60, hold: 90, silence: 60}}
    display: {{name: "Marlowe, Ada", number: {ada}}}
    caller: {{given: Ada, surname: Marlowe, organisation: Quill, phone: {ada}}}
    says:
      opening: {{text: "{away}"}}
      hold_yes: {{text: "{hold}"}}
      matter: {{text: "{matter}"}}
      read_back_right: {{text: "{right}"}}
      read_back_wrong: {{text: "{wrong}"}}
      goodbye: {{text: "{bye}"}}
    expect:
      do: message
      to: bert
      ticks: [please_call]
      message: "{matter}"
      facts: [{{number: "4417"}}, {{not: [{negated}]}}]
  - id: sales
    at: 0:09
    line: 2
    patience: {{ringing: 60, hold: 90, silence: 60}}
    display: withheld
    caller: {{given: Tom, surname: Reeve}}
    says:
      opening: {{text: "{tom}"}}
      transfer_ok: {{text: "{ok}"}}
    expect: {{do: transfer, to: anna}}
"""

HEARD = []  # what has to be announced, in order


def heard(desk):
    """What was announced of the shift. That there is no sound here is told whenever that is found out."""
    return [words for words in desk.heard
            if words != _("No sound output is connected. Sound starts as soon as one is.")]


def expect(desk, words, seconds=15):
    """The next thing that is announced is `words`."""
    HEARD.append(words)
    desk.wait("to hear “%s” (heard: %s)" % (words, desk.heard[-3:]),
              lambda: len(heard(desk)) >= len(HEARD), seconds)
    assert heard(desk)[:len(HEARD)] == HEARD, "heard %s, not %s" % (desk.heard, HEARD)


def line(number, state):
    """What the key of a line is called, up to the caller's name."""
    return _("Line %u, " + state + ", %s", number, "")


def press_line(desk, number, state):
    desk.press(line(number, state), exactly=False)


def say(desk, phrase, reply, seconds):
    desk.press(_(phrase))
    desk.wait_for_words(reply)
    desk.sleep(seconds)


def work(desk):
    desk.write(_("Your name"), "Tess")
    desk.press(_("Start the shift"))

    # Nobody calls yet, and the shift can stand still.
    desk.press(_("Line %u, idle", 3))
    expect(desk, _("Line %u is idle: nobody is calling on it.", 3))
    desk.press(_("Pause"))
    expect(desk, _("The shift is paused."))
    desk.press(_("Continue"))
    expect(desk, _("The shift goes on."))

    # The first caller is greeted, and asked to hold when a second one rings.
    expect(desk, _("Line %u ringing, %s", 1, "Marlowe, Ada"))
    press_line(desk, 1, "ringing")
    expect(desk, _("Line %u answered", 1))
    say(desk, "Greet", SPOKEN["away"], 2.9)
    expect(desk, _("Line %u ringing, %s", 2, _("Number withheld")))
    say(desk, "Ask to hold", SPOKEN["hold"], 1.2)
    desk.press(_("Hold"))
    expect(desk, _("Line %u on hold", 1))
    press_line(desk, 2, "ringing")
    expect(desk, _("Line %u answered", 2))
    say(desk, "Greet", SPOKEN["tom"], 1.8)
    say(desk, "Say you will put them through", SPOKEN["ok"], 1.2)

    # A colleague is looked up, asked, and takes the call.
    desk.write(_("Search"), "reed")
    desk.press(_("Consult %s", "Anna Reed"))
    expect(desk, _("Ringing %s; line %u is waiting", "Anna Reed", 2)
           if LANGUAGE == "en" else _("Ringing %s; line %u is waiting", "Anna Reed", 2))
    expect(desk, _("%s answers", "Anna Reed"))
    desk.wait_for_words(SPOKEN["reed"])
    desk.sleep(1.2)
    desk.press(_("Announce the caller"))
    expect(desk, _("%s will take the call", "Anna Reed"))
    desk.wait_for_words(SPOKEN["yes"])
    desk.sleep(1.4)
    desk.press(_("Complete"))
    expect(desk, _("Line %u put through to %s", 2, "Anna Reed"))

    # Back to the first caller, whose slip is written and read back.
    press_line(desk, 1, "on hold")
    expect(desk, _("Line %u resumed", 1))
    say(desk, "Ask what it is about", SPOKEN["matter"], 2.2)
    desk.write(_("To"), "Bert Cole")
    desk.write(_("Name"), "Ada Marlowe")
    desk.write(_("Organisation"), "Quill")
    desk.write(_("Phone"), SPOKEN["ada"])
    desk.write(_("Text"), SPOKEN["matter"])
    desk.press(_("Please call"))
    desk.sleep(0.5)
    say(desk, "Read the message back", SPOKEN["right"], 1.4)
    say(desk, "Say goodbye", SPOKEN["bye"], 1.2)
    desk.press(_("Release"))
    expect(desk, _("Line %u ended", 1))
    expect(desk, _("The last call is done. Log your last messages, then finish (%s).", "Ctrl+F"))
    desk.press(_("Log message"))
    desk.wait("the message to be logged", lambda: len(heard(desk)) > len(HEARD))
    HEARD.append(heard(desk)[len(HEARD)])  # the pad's words have the time of day in them
    desk.press(_("Finish"))
    expect(desk, _("The shift is finished."))


def check(desk, data):
    desk.wait_for_words(_("Response time"))
    paths = glob.glob(os.path.join(data, "frontdesk", "sessions", "*.journal"))
    assert len(paths) == 1, paths
    with open(paths[0], encoding="utf-8") as file:
        events = [record["event"] for record in map(json.loads, file) if "event" in record]
    assert events[-1] == "finished", events
    assert events.count("command-rejected") == 1, events
    for event in ("held", "resumed", "consulting", "colleague-accepts", "transferred",
                  "message-logged", "released", "paused", "unpaused"):
        assert events.count(event) == 1, (event, events)
    card = json.loads(subprocess.run([PROGRAM, "score", paths[0], "--format", "json"],
                                     capture_output=True, check=True, text=True).stdout)
    assert card["totals"]["transfers_right"] == 1, json.dumps(card, indent=1)
    assert card["score"] >= 95, json.dumps(card, indent=1)
    print("# scored %.2f by ear alone; %d announcements" % (card["score"], len(desk.heard)))


def main():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
            file.write(SCENARIO.format(language=LANGUAGE, **SPOKEN))
        desk = bus_desk.Desk(PROGRAM, folder, language=LANGUAGE)
        try:
            work(desk)
            check(desk, os.environ["XDG_DATA_HOME"])
            assert not desk.complaints(), "\n".join(desk.complaints())
        except AssertionError:
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
