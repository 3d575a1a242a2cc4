# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A scenario of any number of like calls, each of which wants a message."""

HEAD = """\
format: 1
title: A crowd
language: en
country: gb
level: %s
lines: %d
duration: 20:00
organisation: Hartwell
people:
  - {id: ada, name: Ada Marlowe, extension: 201}
calls:
"""

CALL = """\
  - id: c%d
    at: %d
    caller: {given: Ben, surname: Osgood, phone: "01632 960147"}
    says: {opening: {text: "Hello, Ben Osgood here, about invoice 4417."}}
    expect: {do: message, to: ada, message: "Invoice 4417.", facts: [{number: "4417"}]}
"""


def scenario(n_calls, every, lines, level="beginner", first=5):
    """Its YAML; a call every so many seconds."""
    return HEAD % (level, lines) + "".join(CALL % (n, first + n * every) for n in range(n_calls))
