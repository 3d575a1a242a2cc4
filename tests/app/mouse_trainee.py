# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A trainee who has nothing but the mouse. Letters cannot be written with one: those of the fields
are typed, once the field has been clicked into; no other key is touched, neither Tab nor Enter."""

import hand
import sight
from gi.repository import Atspi
from trainee import NAME, TICKS, Trainee, find_field, text_of


class MouseTrainee(Trainee):
    """Every deed is a click where the widget lies on the screen."""

    extra_clicks = 0

    # Pointing.

    def pane_of(self, thing):
        """The innermost scrolled area it lies in: x, y, width, height; or None."""
        node = thing.node.get_parent()
        while node is not None and node.get_role_name() not in ("frame", "dialog"):
            if node.get_role_name() == "scroll pane":
                return node.get_extents(Atspi.CoordType.SCREEN)
            node = node.get_parent()
        return None

    def reach(self, find):
        """Turns the wheel until what `find` finds lies in sight; returns it. Where it lies is not
        told of what is out of sight: it is looked for downwards, then upwards."""
        wheel = 5
        for _ in range(80):
            thing = sight.wait_for("what is to be clicked", find)
            pane = self.pane_of(thing)
            middle = thing.y + min(thing.height // 2, 20)
            if pane is None or pane.y <= middle < pane.y + pane.height:
                return thing
            if not self.turn(wheel, pane):
                wheel = 9 - wheel
        raise AssertionError("it cannot be scrolled to: %s" % (thing[:6],))

    def turn(self, wheel, pane):
        """Whether it moved what is seen; it does not at the end of a page."""
        def places():
            return [(thing.name, thing.y) for thing in self.sight.things()]
        before = places()
        hand.click(pane.x + pane.width // 2, pane.y + min(pane.height // 2, 60), wheel)
        try:
            return sight.wait_for("the page to scroll", lambda: places() != before, 1)
        except AssertionError:
            return False

    def at_rest(self, thing):
        """It again, once it lies still: a window that has just opened takes its size in steps."""
        places = [thing]

        def lies_still():
            places.append(self.sight.look_at(thing.node))
            last = places[-3:]
            return len(last) == 3 and None not in last and len({one[2:6] for one in last}) == 1
        sight.wait_for("“%s” to lie still" % thing.name, lies_still)
        return places[-1]

    def click_on(self, thing):
        """Where its words begin, as people point."""
        thing = self.at_rest(thing)
        hand.click(thing.x + min(thing.width // 2, 60), thing.y + min(thing.height // 2, 20))

    def click(self, label, role="push button"):
        self.click_on(self.reach(lambda: self.sight.find_named(
            role, label, Atspi.StateType.SENSITIVE, Atspi.StateType.VISIBLE)))

    def click_what_begins(self, begins, role):
        self.click_on(self.reach(lambda: self.sight.find(
            role, begins, Atspi.StateType.SENSITIVE, Atspi.StateType.VISIBLE)))

    def click_beside_words(self, begins, role):
        """At its right end, where nothing is written."""
        thing = self.at_rest(self.reach(lambda: self.sight.find(
            role, begins, Atspi.StateType.SENSITIVE, Atspi.StateType.VISIBLE)))
        hand.click(thing.x + thing.width - 40, thing.y + min(thing.height // 2, 16))

    def click_into(self, label, multi_line=False):
        """Until the field has the keyboard. A list of proposals that is open takes the first click
        for itself, and closes."""
        for _ in range(3):
            thing = self.reach(lambda: find_field(self.sight, label, multi_line))
            self.click_on(thing)
            try:
                sight.wait_for("the field “%s” to take the keyboard" % label,
                               lambda: find_field(self.sight, label, multi_line)
                               .node.get_state_set().contains(Atspi.StateType.FOCUSED), 2)
                return
            except AssertionError:
                self.extra_clicks += 1
        raise AssertionError("“%s” cannot be clicked into" % label)

    def fill(self, label, text, multi_line=False):
        self.click_into(label, multi_line)
        hand.write(text)
        sight.wait_for("“%s” in the field “%s”" % (text, label), lambda: text_of(
            find_field(self.sight, label, multi_line)) == text)

    # The shift.

    def begin(self):
        self.fill(self.words("_Your name"), NAME)
        self.click(self.words("Start the shift"))
        self.sight.wait("push button", self.say("Line %u, idle") % 1)

    def press_line(self, line):
        prefix = self.say("Line %u, idle") % line
        self.click_what_begins(prefix[:prefix.rindex(" ") + 1], "push button")

    def speak(self, line, phrase):
        self.act(phrase, lambda: self.click(self.labels[phrase]))

    def choose(self, person):
        """A click on the person's row of the directory."""
        def find():
            return self.sight.find("table cell", person["name"] + "  ", Atspi.StateType.VISIBLE)
        self.click_on(self.reach(find))
        words = "%s, %s" % (person["name"], person["extension"])
        sight.wait_for("“%s” to be chosen" % words, lambda: self.sight.find("label", words))

    def hand_on(self, what, person):
        """With the button beneath the directory, which tells whom it is about."""
        self.choose(person)
        words = {"Transfer": "Transfer to %s", "Consult": "Consult %s"}[what]
        self.click(self.say(words) % person["name"])

    def complete(self, call, line):
        self.act("completing", lambda: self.click(self.say("Complete")))

    def take_back(self, call, line):
        self.act("taking back", lambda: self.click(self.say("Take back")))

    def hold(self, call, line):
        self.act("holding", lambda: self.click(self.say("Hold")))
        self.see_line(line, "on hold")

    def release(self, call, line):
        self.act("releasing", lambda: self.click(self.say("Release")))

    def pause(self):
        self.act("pausing", lambda: self.click(self.say("Pause")))
        self.act("going on", lambda: self.click(self.say("Continue")))

    def write(self, call, slip):
        self.fill(self.say("To"), slip.to["name"])
        self.fill(self.say("Name"), slip.name)
        self.fill(self.say("Organisation"), slip.organisation)
        self.click(self.say("From display"))
        for tick in slip.ticks:
            self.tick(self.say(TICKS[tick]))
        self.fill(self.say("Text"), slip.text, multi_line=True)

    def tick(self, label):
        self.click(label, "check box")
        sight.wait_for("the tick “%s”" % label, lambda: self.sight.find(
            "check box", label, Atspi.StateType.CHECKED))

    def log(self, call):
        self.act("logging", lambda: self.click(self.say("Log message")))

    def finish_not_yet(self):
        self.click(self.say("Finish"))
        self.sight.wait_for_words(self.say("Finish the shift early?"))
        self.click(self.say("Keep working"))
        self.sight.wait_gone("push button", self.say("Keep working"))

    def finish(self):
        self.act("finishing", lambda: self.click(self.say("Finish")))

    # Afterwards.

    def look_back(self):
        """The summary: the second call's detail is opened, a report saved; then to the library and out."""
        self.sight.wait("push button", self.words("_Work it again"))
        row = self.say("Call %u, %s: %s, %.2f of 100 points").split("%u")[0] + "2"
        self.click_beside_words(row, "toggle button")
        self.reach(lambda: self.sight.find("label", self.say("Greeting"),
                                           Atspi.StateType.VISIBLE))
        self.click(self.words("_Save report…"))
        self.click(self.words("_Save"))
        self.sight.wait_for_words(self.say("Saved as %s").split("%")[0])
        self.click(self.words("A_ll scenarios"))
        self.click(self.say("Menu"), "toggle button")
        self.click(self.words("_Quit"))
        self.wait_for_the_end()

    def told(self):
        return "%d clicks that only closed a list" % self.extra_clicks
