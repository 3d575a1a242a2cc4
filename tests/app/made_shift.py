# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Makes up a shift: a scenario of six short calls, what a trainee should do in it, and what must come
of that. The same seed gives the same shift. Run by hand it prints one: made_shift.py [en|sv [SEED]]

Nothing in it hangs on the clock but the caller who gives up: all others are patient, so that a
trainee on a loaded machine has to be right, not fast."""

import os
import random
import sys
from collections import namedtuple

import yaml

# `steps` is what the trainee does, in order, each (VERB, arguments…); `commands` what the journal must
# hold of it, drafts left out; `score` the least that it earns.
Shift = namedtuple("Shift", "language seed scenario people steps commands score")
# What goes on a slip.
Slip = namedtuple("Slip", "to name organisation phone ticks text")

PATIENT = {"ringing": 300, "hold": 300, "silence": 300}
TICKS = ["telephoned", "please_call", "will_call_again", "returned_your_call",
         "wants_to_see_you", "urgent"]

WORDS = {
    "en": {
        "country": "gb",
        "organisations": ["Northwick Joinery", "Harbour Lettings", "Quill and Sons"],
        "firms": ["Fenn Supplies", "Mill Lane Garage", "Otter Books", "Ridgeway Farm"],
        "given": ["Ada", "Tom", "Grace", "Ivor", "Nell", "Hugh", "Mabel", "Oscar"],
        "surnames": ["Marlowe", "Reeve", "Pender", "Quince", "Tolley", "Hargrave", "Bexley",
                     "Winslow", "Carver", "Dunmore", "Eastman", "Fairley"],
        "departments": ["Sales", "Accounts", "Service", "Purchasing"],
        "counter": "The stores",
        "greeting": "{organisation}, {{trainee}} speaking.",
        "ask": "Good morning, {person}, please.",
        "leave": "May I leave word for {person}?",
        "question": "When are you open?",
        "answer": "Open from 8 to 5",
        "facts": [("Order {n} has not arrived.", "arrived"),
                  ("Invoice {n} is not paid.", "paid"),
                  ("Machine {n} does not start.", "start")],
        "by": "Ring before {time}.",
        "yes": "Yes, that is fine.",
        "accepts": "Put them through.",
        "refuses": "Not now, please.",
        "title": "A made-up shift at {organisation}",
        "number": lambda chance: "01632 960%03d" % chance.randrange(1000),
        "half": lambda hour: "%d:30" % hour,
    },
    "sv": {
        "country": "se",
        "organisations": ["Älvnäs Snickeri", "Hamnens Hyresbostäder", "Åsberg och Söner"],
        "firms": ["Björks Järnhandel", "Kvarngatans Bilverkstad", "Utterns Böcker", "Näs Gård"],
        "given": ["Åsa", "Björn", "Märta", "Östen", "Elin", "Håkan", "Lovisa", "Sören"],
        "surnames": ["Åkerlund", "Öberg", "Malmsten", "Ängström", "Sjölin", "Hägglund",
                     "Bergqvist", "Wallström", "Lindmark", "Dahlgren", "Edström", "Fälth"],
        "departments": ["Försäljning", "Ekonomi", "Service", "Inköp"],
        "counter": "Lagret",
        "greeting": "{organisation}, det är {{trainee}}.",
        "ask": "God morgon, kan jag få tala med {person}?",
        "leave": "Kan jag få lämna bud till {person}?",
        "question": "När har ni öppet?",
        "answer": "Öppet 8 till 17",
        "facts": [("Beställning {n} har inte kommit.", "kommit"),
                  ("Faktura {n} är inte betald.", "betald"),
                  ("Maskin {n} går inte.", "går")],
        "by": "Ring före {time}.",
        "yes": "Ja, det går bra.",
        "accepts": "Koppla in samtalet.",
        "refuses": "Inte nu, tack.",
        "title": "Ett påhittat pass på {organisation}",
        "number": lambda chance: "070-174 06 %02d" % chance.randrange(5, 100),
        "half": lambda hour: "%d.30" % hour,
    },
}


class Dumper(yaml.SafeDumper):
    """Writes out what is there twice, for a scenario has no aliases."""

    def ignore_aliases(self, data):
        return True


class Maker:
    """One made-up shift while it is being made."""

    def __init__(self, language, seed):
        self.language, self.seed = language, seed
        self.chance = random.Random("%s %d" % (language, seed))
        self.words = WORDS[language]
        self.organisation = self.chance.choice(self.words["organisations"])
        self.surnames = self.chance.sample(self.words["surnames"], 12)
        self.givens = self.chance.sample(self.words["given"], 8)
        self.lines = self.chance.sample(range(1, 7), 6)
        self.calls, self.people = [], []
        self.steps, self.commands = [], []

    # Who is there.

    def add_person(self, key, presence="available", **more):
        person = {"id": key, "name": "%s %s" % (self.givens.pop(), self.surnames.pop()),
                  "department": self.words["departments"][len(self.people) % 4],
                  "extension": str(201 + len(self.people)), "answers_after": 1,
                  "presence": [{"from": "0:00", "is": presence}], **more}
        self.people.append(person)
        return person

    def add_people(self):
        says = {"accepts": {"text": self.words["accepts"]},
                "refuses": {"text": self.words["refuses"],
                            "when": {"from": "0:00", "to": "10:00"}}}
        self.counter = self.add_person("counter", screens_calls="no")
        self.counter["name"] = self.words["counter"]
        self.taker = self.add_person("taker", says={"accepts": says["accepts"]})
        self.refuser = self.add_person("refuser", says=says)
        self.busy = self.add_person("busy", self.chance.choice(["busy", "do_not_disturb"]))

    # Who calls.

    def add_call(self, key, opening, expect, **more):
        caller = {"given": self.chance.choice(self.words["given"]),
                  "surname": self.surnames.pop(),
                  "organisation": self.chance.choice(self.words["firms"]),
                  "phone": self.words["number"](self.chance), "spells_name": "yes"}
        call = {"id": key, "line": self.lines.pop(), "patience": dict(PATIENT), "caller": caller,
                "says": {"opening": {"text": opening}, "hold_yes": {"text": self.words["yes"]}},
                "expect": expect, **more}
        self.calls.append(call)
        return call

    def add_message(self, call, person):
        """What the caller wants written down; the slip for it."""
        sentence, negated = self.chance.choice(self.words["facts"])
        number = str(self.chance.randrange(1200, 9800))
        time = self.words["half"](self.chance.randrange(9, 17))
        text = "%s %s" % (sentence.format(n=number), self.words["by"].format(time=time))
        ticks = sorted(self.chance.sample(TICKS, self.chance.choice([1, 2])), key=TICKS.index)
        call["says"]["matter"] = {"text": text}
        call["expect"].update(message=text, ticks=ticks, facts=[
            {"number": number, "weight": 2}, {"time": time.replace(".", ":")}, {"not": [negated]}])
        caller = call["caller"]
        return Slip(person, "%s %s" % (caller["given"], caller["surname"]),
                    caller["organisation"], caller["phone"], ticks, text)

    def add_calls(self):
        ask, leave = self.words["ask"], self.words["leave"]
        self.blind = self.add_call("blind", ask.format(person=self.counter["name"]),
                                   {"do": "transfer", "to": "counter"})
        self.consulted = self.add_call("consulted", ask.format(person=self.taker["name"]),
                                       {"do": "transfer", "to": "taker"})
        self.refused = self.add_call("refused", ask.format(person=self.refuser["name"]),
                                     {"do": "transfer", "to": "refuser", "otherwise": "message"})
        self.recalled = self.add_call("recalled", leave.format(person=self.busy["name"]),
                                      {"do": "transfer", "to": "busy", "otherwise": "message"})
        self.question = self.add_call("question", self.words["question"],
                                      {"do": "inform", "say": ["opening_hours"]})
        self.lost = self.add_call("lost", ask.format(person=self.taker["name"]),
                                  {"do": "transfer", "to": "taker"})
        self.lost["patience"]["ringing"] = 3

    # What the trainee does.

    def do(self, verb, *arguments):
        self.steps.append((verb, *arguments))

    def command(self, name, line=None, **more):
        self.commands.append({"command": name, **({"line": line} if line else {}), **more})

    def answer(self, call):
        self.do("answer", call["id"], call["line"])
        self.command("answer", call["line"])
        self.say(call, "greet")
        self.do("hear", call["id"], "opening")

    def say(self, call, phrase):
        self.do("say", call["line"], phrase)
        self.command("say", call["line"], phrase=phrase)

    def transfer(self, call, person):
        self.do("transfer", call["id"], call["line"], person["id"])
        self.command("transfer", call["line"], to=person["id"])

    def consult(self, call, person):
        self.do("consult", call["id"], call["line"], person["id"])
        self.command("consult", call["line"], to=person["id"])
        self.do("wait", call["id"], "colleague-answers")
        self.say(call, "announce")

    def take_message(self, call, person):
        self.say(call, "offer_message")
        self.say(call, "ask_matter")
        slip = self.add_message(call, person)
        self.do("write", call["id"], slip)
        self.say(call, "read_back")
        self.do("hear", call["id"], "read_back_right")
        self.say(call, "goodbye")
        self.release(call)
        self.do("log", call["id"])
        self.command("message", call=call["id"], to=person["id"], ticks=slip.ticks, text=slip.text)

    def release(self, call):
        self.do("release", call["id"], call["line"])
        self.command("release", call["line"])

    def work_blind(self):
        self.answer(self.blind)
        yield
        self.say(self.blind, "tell_transfer")
        self.transfer(self.blind, self.counter)
        self.do("wait", "blind", "transferred")

    def work_consulted(self):
        self.answer(self.consulted)
        yield
        self.say(self.consulted, "tell_transfer")
        self.consult(self.consulted, self.taker)
        self.do("wait", "consulted", "colleague-accepts")
        self.do("complete", "consulted", self.consulted["line"])
        self.command("complete", self.consulted["line"])
        self.do("wait", "consulted", "transferred")

    def work_refused(self):
        self.answer(self.refused)
        yield
        self.say(self.refused, "tell_transfer")
        self.consult(self.refused, self.refuser)
        self.do("wait", "refused", "colleague-refuses")
        self.do("take-back", "refused", self.refused["line"])
        self.command("cancel", self.refused["line"])
        self.take_message(self.refused, self.refuser)

    def work_recalled(self):
        self.answer(self.recalled)
        yield
        self.say(self.recalled, "tell_transfer")
        self.transfer(self.recalled, self.busy)
        self.do("wait", "recalled", "recall")
        self.do("answer", "recalled", self.recalled["line"])
        self.command("answer", self.recalled["line"])
        self.say(self.recalled, "apologise")
        self.take_message(self.recalled, self.busy)

    def work_question(self):
        """Comes in on another call, which is put on hold, with its leave, by the key of the line."""
        self.answer(self.question)
        self.say(self.question, "opening_hours")
        self.say(self.question, "goodbye")
        self.release(self.question)

    def hold_for_the_question(self, call, by_hand):
        self.do("wait", "question", "ringing")
        self.say(call, "ask_hold")
        self.do("hear", call["id"], "hold_yes")
        if by_hand:
            self.do("hold", call["id"], call["line"])
            self.command("hold", call["line"])
        self.work_question()
        self.do("resume", call["id"], call["line"])
        self.command("resume", call["line"])
        self.say(call, "thank_holding")

    def work(self):
        """All calls but the lost one, in an order of chance; the question comes in the midst of one
        of them, the trainee pauses once, and once asks to finish but thinks better of it."""
        works = {"blind": self.work_blind, "consulted": self.work_consulted,
                 "refused": self.work_refused, "recalled": self.work_recalled}
        order = self.chance.sample(sorted(works), len(works))
        held, paused = self.chance.choice(order), self.chance.choice(order)
        unfinished = self.chance.choice(order[:-1])
        for key in order:
            call = next(one for one in self.calls if one["id"] == key)
            work = works[key]()
            next(work)
            if key == held:
                self.hold_for_the_question(call, self.chance.choice([True, False]))
            if key == paused:
                self.do("pause")
                self.command("pause")
                self.command("unpause")
            if key == unfinished:
                self.do("finish-not-yet")
            for _ in work:
                pass
        self.do("wait", "lost", "abandoned")
        self.do("finish")
        self.command("finish")
        return order, held

    def set_times(self, order, held):
        """The first rings two seconds after the start, the others soon after one another; the one
        that is lost while there is something else to do."""
        for n, key in enumerate(order):
            self.at(key, 2 + 4 * n)
        self.at("question", 3 + 4 * order.index(held))
        self.at("lost", 5 + 4 * order.index(held))
        self.calls.sort(key=lambda call: call["at"])

    def at(self, key, seconds):
        next(call for call in self.calls if call["id"] == key)["at"] = "0:%02d" % seconds

    def scenario(self):
        for call in self.calls:
            # Of whom nothing is written down, only the name is known.
            if "message" not in call["expect"]:
                call["caller"].pop("organisation")
        return {
            "format": 1, "title": self.words["title"].format(organisation=self.organisation),
            "language": self.language, "country": self.words["country"], "level": "intermediate",
            "lines": 6, "duration": "1:00", "organisation": self.organisation,
            "greeting": self.words["greeting"].format(organisation=self.organisation),
            "targets": {"answer": 90, "hold": 60, "recall": 60}, "people": self.people,
            "phrases": [{"id": "opening_hours", "label": self.words["answer"]}],
            "calls": self.calls,
        }

    def make(self):
        self.add_people()
        self.add_calls()
        order, held = self.work()
        self.set_times(order, held)
        text = yaml.dump(self.scenario(), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000)
        # One call of six is lost on purpose, and all else is done as it should be.
        return Shift(self.language, self.seed, text, self.people, self.steps, self.commands,
                     100 * 5 / 6 - 0.01)


def make(language, usual_seed):
    """A shift in that language, by the seed of the environment's SHIFT_SEED or the usual one."""
    seed = int(os.environ.get("SHIFT_SEED") or usual_seed)
    print("# the shift made with SHIFT_SEED=%d" % seed, flush=True)
    return Maker(language, seed).make()


if __name__ == "__main__":
    made = make(sys.argv[1] if len(sys.argv) > 1 else "en", sys.argv[2] if len(sys.argv) > 2 else 1)
    print(made.scenario)
    for step in made.steps:
        print("#", *step)
