# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A trainee who has nothing but the keyboard. The mouse lies in a corner, and must lie there still
at the end."""

import hand
import sight
from gi.repository import Atspi
from trainee import NAME, TICKS, Trainee, find_field, text_of

# The keys as the program has them unless they are changed, by what they do.
KEYS = {
    "hold": "ctrl+h", "release": "ctrl+r", "transfer": "ctrl+t", "consult": "ctrl+k",
    "complete": "ctrl+Return", "take-back": "ctrl+b", "message": "ctrl+m", "log": "ctrl+s",
    "pause": "ctrl+p", "finish": "ctrl+f", "preferences": "ctrl+comma", "close": "Escape",
    "quit": "ctrl+q",
}
# The phrases lie on the two upper rows of figures and letters, in this order; own ones on the figures
# with Ctrl.
PHRASES = ["greet", "ask_name", "ask_spelling", "ask_organisation", "ask_number", "ask_matter",
           "ask_recipient", "ask_hold", "thank_holding", "offer_message", "read_back",
           "tell_transfer", "announce", "apologise", "ask_repeat", "goodbye"]
PHRASE_KEYS = dict(zip(PHRASES, ["alt+" + key for key in "1234567890qwerty"]),
                   opening_hours="ctrl+1")
# The ticks lie on the home row, in the order of the slip.
TICK_KEYS = dict(zip(TICKS, ["alt+" + key for key in "asdfgh"]))
CORNER = (1279, 799)
MANY = 80  # presses of Tab after which something cannot be reached


class KeyboardTrainee(Trainee):
    """Every deed is a key, or letters in whatever has the keyboard."""

    tabs = 0

    def start(self):
        hand.point(*CORNER)
        super().start()

    def told(self):
        assert hand.pointer() == CORNER, "the mouse was moved to %s" % (hand.pointer(),)
        return "%d times Tab" % self.tabs

    # Going about.

    def focused(self):
        thing = self.sight.focus()
        return (thing.role, thing.name) if thing is not None else None

    def tab_to(self, what, is_it, back=False):
        """Presses Tab until what has the keyboard is what is wanted."""
        def waits():
            thing = self.sight.focus()
            return thing if thing is not None and is_it(thing) else None
        for _ in range(MANY):
            if waits():
                return
            before = self.look_for_focus()
            hand.press("shift+Tab" if back else "Tab")
            self.tabs += 1
            self.wait_for_move(place_of(before))
        raise AssertionError("%s cannot be reached by Tab" % what)

    def look_for_focus(self):
        """What has the keyboard, or None of what does not tell: a combo box. It is None for a moment
        too, while the focus moves."""
        try:
            return sight.wait_for("what has the keyboard", self.sight.focus, 0.5)
        except AssertionError:
            return None

    def wait_for_move(self, place):
        """Until something elsewhere has the keyboard, or nothing that tells of it."""
        try:
            sight.wait_for("the focus to move", lambda: self.place() not in (None, place), 2)
        except AssertionError:
            pass

    def place(self):
        return place_of(self.sight.focus())

    def go_down_to(self, row):
        """Presses Down in a list until the row has the keyboard."""
        self.tab_to("a list", lambda thing: thing.role == "list item")
        for _ in range(MANY):
            if self.focused() == ("list item", row):
                return
            before = self.place()
            hand.press("Down")
            sight.wait_for("the next row", lambda at=before: self.place() not in (None, at))
        raise AssertionError("there is no row “%s”" % row)

    def tab_to_button(self, label, role="push button"):
        self.tab_to("“%s”" % label, lambda thing: thing.role == role and thing.name.startswith(
            label))

    def tab_to_field(self, label, multi_line=False):
        def is_it(thing):
            found = find_field(self.sight, label, multi_line)
            return found is not None and place_of(found) == place_of(thing)
        self.tab_to("the field “%s”" % label, is_it)

    def fill(self, label, text, multi_line=False):
        self.tab_to_field(label, multi_line)
        hand.write(text)
        sight.wait_for("“%s” in the field “%s”" % (text, label), lambda: text_of(
            find_field(self.sight, label, multi_line)) == text)

    # The shift.

    def begin(self):
        """By way of the preferences, which are looked through and closed."""
        hand.press(KEYS["preferences"])
        title = self.say("Preferences")
        sight.wait_for("the preferences", lambda: self.sight.windows()[-1].get_name() == title)
        self.go_down_to(self.say("Sound"))
        self.tab_to("the volume", lambda thing: thing.role == "slider")
        hand.press(KEYS["close"])
        sight.wait_for("the preferences to go", lambda: len(self.sight.windows()) == 1)
        self.fill(self.words("_Your name"), NAME)
        hand.press("Return")
        self.sight.wait("push button", self.say("Line %u, idle") % 1)

    def press_line(self, line):
        hand.press("F%d" % line)

    def speak(self, line, phrase):
        self.act(phrase, lambda: hand.press(PHRASE_KEYS[phrase]))

    def hand_on(self, what, person):
        """To the directory, the name, and the key that says what becomes of the call."""
        hand.press(KEYS["transfer" if what == "Transfer" else "consult"])
        sight.wait_for("the search to have the keyboard", lambda: (self.focused() or ("", ""))[0] == "text")
        hand.write(person["name"])
        words = "%s, %s" % (person["name"], person["extension"])
        sight.wait_for("“%s” to be chosen" % words, lambda: self.sight.find("label", words))
        hand.press("Return" if what == "Transfer" else "shift+Return")

    def complete(self, call, line):
        self.act("completing", lambda: hand.press(KEYS["complete"]))

    def take_back(self, call, line):
        self.act("taking back", lambda: hand.press(KEYS["take-back"]))

    def hold(self, call, line):
        self.act("holding", lambda: hand.press(KEYS["hold"]))
        self.see_line(line, "on hold")

    def release(self, call, line):
        self.act("releasing", lambda: hand.press(KEYS["release"]))

    def pause(self):
        self.act("pausing", lambda: hand.press(KEYS["pause"]))
        self.act("going on", lambda: hand.press(KEYS["pause"]))

    def write(self, call, slip):
        hand.press(KEYS["message"])
        sight.wait_for("the slip to have the keyboard", lambda: self.place() is not None
                       and self.place() == place_of(find_field(self.sight, self.say("To"))))
        self.fill(self.say("To"), slip.to["name"])
        self.fill(self.say("Name"), slip.name)
        self.fill(self.say("Organisation"), slip.organisation)
        self.fill(self.say("Phone"), slip.phone)
        for tick in slip.ticks:
            self.tick(tick)
        self.fill(self.say("Text"), slip.text, multi_line=True)

    def tick(self, tick):
        """By its key, from whatever field is written in."""
        hand.press(TICK_KEYS[tick])
        sight.wait_for("the tick “%s”" % tick, lambda: self.sight.find(
            "check box", self.say(TICKS[tick]), Atspi.StateType.CHECKED))

    def log(self, call):
        self.act("logging", lambda: hand.press(KEYS["log"]))

    def finish_not_yet(self):
        hand.press(KEYS["finish"])
        self.sight.wait_for_words(self.say("Finish the shift early?"))
        self.tab_to_button(self.say("Keep working"))
        hand.press("space")
        self.sight.wait_gone("push button", self.say("Keep working"))

    def finish(self):
        self.act("finishing", lambda: hand.press(KEYS["finish"]))

    # Afterwards.

    def look_back(self):
        """The summary: the second call's detail is opened, a report saved; then to the library and out."""
        self.sight.wait("push button", self.words("_Work it again"))
        row = self.say("Call %u, %s: %s, %.2f of 100 points").split("%u")[0] + "2"
        self.tab_to_button(row, "toggle button")
        hand.press("space")
        sight.wait_for("the detail", lambda: self.sight.find(
            "label", self.say("Greeting"), Atspi.StateType.VISIBLE))
        self.tab_to_button(self.words("_Save report…"))
        hand.press("space")
        sight.wait_for("the question where to save", lambda: self.sight.find_named(
            "push button", self.words("_Save")))
        hand.press("Return")
        self.sight.wait_for_words(self.say("Saved as %s").split("%")[0])
        self.tab_to_button(self.words("A_ll scenarios"))
        hand.press("space")
        self.sight.wait("toggle button", self.say("Menu"))
        hand.press(KEYS["quit"])
        self.wait_for_the_end()


def place_of(thing):
    """Where it lies: what tells two widgets of the same name apart."""
    return thing[2:6] if thing is not None else None
