# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A shift in which any text may be an attack: its scenario as YAML, its commands as JSON Lines and the
journal they make. Each field has a marker of its own, by which it is found again in what is put out."""

import json
import os
import subprocess

# Every place of a scenario that takes free text.
SCENARIO_FIELDS = (
    "title", "organisation", "greeting", "briefing", "name", "role", "department", "nameaccept",
    "answer", "accepts", "refuses", "label", "display", "given", "surname", "firm", "surnameaccept",
    "opening", "matter", "spelling", "otherwise", "model", "fact", "factaccept")
# Every place of a journal that does.
JOURNAL_FIELDS = ("trainee", "slipname", "slipfirm", "slipphone", "sliptext", "granted", "draftname",
                  "drafttext")
FIELDS = SCENARIO_FIELDS + JOURNAL_FIELDS


def marker(field):
    """A word that stands nowhere else and is changed by nothing."""
    return "qz" + field


def plain(field):
    """What the field holds where it is not attacked."""
    return "x " + marker(field)


def attacked(text, only=None, behind=False):
    """The texts of all fields, or of `only` that one, with the attack before or behind the marker."""
    def place(field):
        if only is not None and field != only:
            return plain(field)
        return marker(field) + " " + text if behind else text + " " + marker(field)
    return {field: place(field) for field in FIELDS}


def quote(text):
    """As a scalar of YAML in double quotes, in which every letter can be written."""
    def letter(one):
        code = ord(one)
        if one in "\"\\":
            return "\\" + one
        if 0x20 <= code < 0x7f or 0xa0 <= code < 0xfffe and not 0xd800 <= code < 0xe000 and \
                code not in (0x2028, 0x2029, 0xfeff):
            return one
        return "\\U%08x" % code
    return '"' + "".join(map(letter, text)) + '"'


SCENARIO = """\
format: 1
title: {title}
language: en
country: gb
lines: 3
duration: 2:00
organisation: {organisation}
greeting: {greeting}
briefing: {briefing}
people:
  - id: anna
    name: {name}
    title: {role}
    department: {department}
    extension: 201
    answers_after: 1
    accept: [{nameaccept}]
    says:
      answer: {{text: {answer}}}
      accepts: {{text: {accepts}}}
      refuses: {{text: {refuses}, when: {{from: 1:30, to: 2:00}}}}
  - {{id: bert, name: Bert Cole, extension: 202, presence: [{{from: 0:00, is: away}}]}}
phrases:
  - {{id: own, label: {label}}}
calls:
  - id: order
    at: 0:02
    line: 1
    patience: {{ringing: 60, hold: 90, silence: 60}}
    display: {{name: {display}, number: 01632 960147}}
    caller:
      given: {given}
      surname: {surname}
      organisation: {firm}
      phone: 01632 960147
      accept: {{surname: [{surnameaccept}]}}
    says:
      opening: {{text: {opening}}}
      matter: {{text: {matter}}}
      spelling: {{text: {spelling}}}
      otherwise: {{text: {otherwise}}}
    expect:
      do: message
      to: anna
      ticks: [please_call]
      message: {model}
      facts: [{{number: "4417"}}, {{phrase: [{fact}], accept: [{factaccept}]}}]
  - id: own
    at: 0:04
    line: 2
    patience: {{ringing: 60, hold: 90, silence: 60}}
    caller: {{given: {given}}}
    says: {{opening: {{text: {opening}}}, own: {{text: {otherwise}}}}}
    expect: {{do: inform, say: [own]}}
  - id: put
    at: 0:06
    line: 3
    patience: {{ringing: 60, hold: 90, silence: 60}}
    display: withheld
    caller: {{surname: {surname}, organisation: {firm}}}
    says: {{opening: {{text: {opening}}}}}
    expect: {{do: transfer, to: anna}}
"""


def scenario(texts):
    """The YAML. A fact has to be heard, so the caller says it in the matter."""
    texts = dict(texts, matter="%s 4417 %s" % (texts["matter"], texts["fact"]))
    return SCENARIO.format(**{field: quote(texts[field]) for field in SCENARIO_FIELDS})


def commands(texts):
    slip = {"call": "order", "ticks": ["urgent"], "to": "anna", "name": texts["slipname"],
            "organisation": texts["slipfirm"], "phone": texts["slipphone"], "text": texts["sliptext"]}
    draft = dict(slip, name=texts["draftname"], text=texts["drafttext"])
    return [
        {"t": 3000, "command": "answer", "line": 1},
        {"t": 3500, "command": "say", "line": 1, "phrase": "greet"},
        {"t": 5000, "command": "say", "line": 1, "phrase": "ask_hold"},
        {"t": 6000, "command": "answer", "line": 2},
        {"t": 7000, "command": "say", "line": 2, "phrase": "own"},
        {"t": 8000, "command": "hold", "line": 3},
        {"t": 9000, "command": "release", "line": 2},
        {"t": 10000, "command": "resume", "line": 1},
        {"t": 11000, "command": "say", "line": 1, "phrase": "ask_matter"},
        {"t": 12000, "command": "draft", **draft},
        {"t": 13000, "command": "message", **slip},
        {"t": 14000, "command": "say", "line": 1, "phrase": "read_back"},
        {"t": 15000, "command": "release", "line": 1},
        {"t": 42000, "command": "answer", "line": 3},
        {"t": 43000, "command": "consult", "line": 3, "to": "anna"},
        {"t": 45000, "command": "say", "line": 3, "phrase": "announce"},
        {"t": 49000, "command": "complete", "line": 3},
        {"t": 60000, "command": "finish"},
    ]


class Folder:
    """A scenario, its script and its journal in a folder of its own."""

    def __init__(self, program, folder, texts):
        self.program, self.folder, self.texts = program, folder, texts
        self.journal = os.path.join(folder, "made.journal")
        self.write("scenario.yaml", scenario(texts))
        self.write("script.jsonl", "".join(json.dumps(line) + "\n" for line in commands(texts)))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def run(self, *arguments, **options):
        options.setdefault("timeout", 60)
        return subprocess.run([self.program, *arguments], capture_output=True, check=False, **options)

    def work(self):
        """Makes the journal, and gives it the trainee and the accommodation, which no script has."""
        done = self.run("simulate", self.folder, "--script", self.path("script.jsonl"), "--journal",
                        self.journal)
        if done.returncode != 0:
            return done
        with open(self.journal, encoding="utf-8") as file:
            first, rest = file.read().split("\n", 1)
        head = json.loads(first)
        head.update(trainee=self.texts["trainee"], accommodations=[self.texts["granted"]],
                    mode="practice")
        self.write("made.journal", json.dumps(head) + "\n" + rest)
        return done

    def score(self, form, **options):
        return self.run("score", self.journal, "--format", form, **options)
