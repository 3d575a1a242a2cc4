# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""What strangers may write where a text is expected, and what may be seen of it afterwards."""

import unicodedata

REPLACED = "\ufffd"
MOST_MARKS = 30  # on a letter, as the "stream-safe" text format of Unicode has it

# Texts that are accepted wherever a text may stand. Those that bite at the beginning of a text alone
# stand there, for the marker of a field follows its attack.
ATTACKS = {
    "Pango markup": "<b>bold</b><span foreground='red'>red</span><big>",
    "broken markup": "</b></span> <b &amp; &lt; &#0; &bogus; <![CDATA[ ]]> <!-- -- --> <?x ?>",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>",
    "attributes": "\" onmouseover=\"alert(1)\" x=\"' onclick='alert(2)' style='position:fixed",
    "end of page": "</title></style></bdi></td></main></body></html><script src=//a.example/x></script>",
    "address": "javascript:alert(1) data:text/html,<b>x</b> http://a.example/ file:///etc/passwd",
    "link": "<a href=\"javascript:alert(1)\">go</a> [go](javascript:alert(1)) <base href=//a.example>",
    "formats": "%s%n%1$s%99999d%*c%%n{}{0}{trainee}$(id)`id`${HOME}\\n\\x1b",
    "formula =": "=HYPERLINK(\"http://a.example\",\"x\")",
    "formula +": "+1+cmd|' /C calc'!A0",
    "formula -": "-2+3+cmd|' /C calc'!A0",
    "formula @": "@SUM(1+9)*cmd|' /C calc'!A0",
    "formula wide": "\uff1d1+1",
    "table": "a\",\"b\",c;d\te|f",
    "overrides": "\u202egnp.exe\u202d\u202a\u202b x",
    "isolates": "\u2066\u2067\u2068 x",
    "unmatched ends": "\u202c\u2069\u202c\u2069 x",
    "Hebrew": "\u05d0\u05d1\u05d2 (1) \u05d3",
    "marks of direction": "\u200e\u200f\u061c x",
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg",
    "tags": "a\U000e0041\U000e0042\U000e007fb\ufe0f\U000e0100",
    "escapes": "\x1b[2J\x1b]0;title\x07\x1b[31mred\x1bP\x9b31m",
    "controls": "a\x01\x02\x07\x08\x0b\x0c\x0e\x7f\x80\x85\x9fb",
    "noncharacters": "a\ufffe\uffff\ufdd0\U0010ffffb\ue000",
    "line separators": "a\u2028b\u2029c",
    "line ends": "a\r\n\r\nb\rc\nd\te",
    "many line ends": "a" + "\n" * 300 + "b",
    "path up": "../../../../etc/passwd",
    "path down": "/etc/passwd",
    "path backwards": "..\\..\\C:\\Windows\\NUL.",
    "path dots": "...",
    "path home": "~/.ssh/authorized_keys",
    "option": "--output=/tmp/x -rf *",
    "pile of marks": "Z" + "\u0301\u0316\u0334" * 200,
    "marks alone": "\u0301\u0488\u20dd",
    "long word": "W" * 3000,
    "long text": "lorem ipsum " * 700,
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1f8\U0001f1ea\U0001f3fd",
    "astral": "\U0001d4d5\U00020000\U0001f600",
}

FORMULAS = [name for name in ATTACKS if name.startswith("formula")]

# All that are short, in one text.
ALL = " ".join(text for text in ATTACKS.values() if len(text) < 200)

# So long that only what is bounded ends, and yet all of them fit into one scenario.
HUGE = {
    "one word": "W" * (1 << 18),
    "words": "lorem ipsum " * ((1 << 18) // 12),
    "marks": "Z" + "\u0301" * (1 << 17),
    "line ends": "x\n" * (1 << 15),
}


def is_wild(letter):
    """Control characters, overrides and isolates, and what is no character."""
    code = ord(letter)
    return (unicodedata.category(letter) == "Cc" and letter not in "\n\t"
            or 0x202a <= code <= 0x202e or 0x2066 <= code <= 0x2069
            or 0xfdd0 <= code <= 0xfdef or code & 0xfffe == 0xfffe)


def tame(text):
    """What may be seen of a text: written down here once more, from the promise and not from the
    program."""
    seen, marks = [], 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter)[0] == "M" else 0
        if marks <= MOST_MARKS:
            seen.append(REPLACED if is_wild(letter) else letter)
    return "".join(seen)


def disturbs(text, breaks=True):
    """The letters of a text that has been put out that must not be in it; `breaks`: line ends and tabs
    may be."""
    return sorted({"U+%04X" % ord(letter) for letter in text
                   if is_wild(letter) or not breaks and letter in "\n\t"})


def most_marks(text):
    """The most marks on any letter of the text."""
    most = marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter)[0] == "M" else 0
        most = max(most, marks)
    return most
