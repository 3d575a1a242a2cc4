# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A made-up class: a folder of journals as seats hand them in, among them what has no business there.
made_class.py PROGRAM FOLDER TRAINEES SCENARIOS ROUNDS makes one to look at."""

import datetime
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts"))

import quiet_sessions  # noqa: E402  (of another folder)

TITLES = ["First shift", "Monday morning", "Two at once",
          "A very long title of a scenario that nobody could read in a narrow column", "<b>Bold</b> & Co"]

NAMES = ["Anna Frome", "Åsa Öberg", "Kim Andersson", "Ibrahim Yılmaz",
         "Alexandra Charlotta Wilhelmina von Hohenstaufen-Löwenskiöld af Ridderstad", "يوسف المنصوري"]

MANNERS = ["hurried", "absent", "steady", "ideal"]


def title_of(number):
    return TITLES[number] if number < len(TITLES) else "Scenario %02d" % (number + 1)


def name_of(number):
    return NAMES[number] if number < len(NAMES) else "Trainee %02d" % (number + 1)


class MadeClass:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)

    def add(self, place, trainee, number, manner, started, **header):
        """The path of the journal."""
        journal = quiet_sessions.model(self.program, manner, "scenario-%02d" % (number + 1), title_of(number))
        header.setdefault("mode", "practice")
        return quiet_sessions.write(self.folder / place, journal, trainee=trainee, started=started, **header)

    def add_foreign(self):
        """What an instructor finds there as well: torn, unfinished, foreign, hostile."""
        whole = self.add("torn.journal", "Torn", 0, "ideal", "2026-11-20T09:00:00+01:00")
        text = whole.read_text(encoding="utf-8")
        whole.write_text(text[:len(text) // 2], encoding="utf-8")
        (self.folder / "garbage.journal").write_bytes(os.urandom(4000))
        (self.folder / "holiday.jpg").write_bytes(b"\xff\xd8\xff")
        (self.folder / "changed.journal").write_text(text.replace('"answer"', '"vanish"'), encoding="utf-8")

    def adjust(self, who, what):
        """Some had a coach beside them, and some more time."""
        return dict(mode="guided" if who % 7 == 1 and what == 1 else "practice",
                    accommodations=["captions", "time:1.5"] if who % 4 == 2 else [])

    def fill(self, trainees, scenarios, rounds):
        """Everybody gets better from week to week; not everybody worked everything."""
        first = datetime.datetime(2026, 9, 7, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
        for who in range(trainees):
            for what in range(scenarios):
                for turn in range(rounds if (who + what) % 7 else min(1, rounds - 1)):
                    moment = first + datetime.timedelta(days=7 * turn + what % 5, hours=who % 8, minutes=who,
                                                        seconds=what)
                    manner = MANNERS[min((turn + who * 3 + what) % 5, 3)] if turn < rounds - 1 else \
                        MANNERS[1 + (who + what) % 3]
                    self.add("seat-%02d/%02d-%02d.journal" % (who, what, turn), name_of(who), what, manner,
                             moment.isoformat(), **self.adjust(who, what))


if __name__ == "__main__":
    made = MadeClass(os.path.abspath(sys.argv[1]), sys.argv[2])
    made.fill(*(int(number) for number in sys.argv[3:6]))
    made.add_foreign()
