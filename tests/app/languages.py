#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Every page in English, in Swedish, and in a language whose words are 40 % longer than the English: no
text is left out, and all fit. Run it inside with-display. Usage: languages.py WALKER PO LANGUAGE"""

import gettext
import io
import math
import os
import re
import subprocess
import sys
import tempfile

WALKER, PO, LANGUAGE = sys.argv[1:]
LONGER = 0.4
HEADER = ("Content-Type: text/plain; charset=UTF-8\n"
          "Plural-Forms: nplurals=2; plural=(n != 1);\n")
UNTOUCHED = re.compile(r"^(?:manual\.md|(?:%[-.0-9]*[a-zA-Z%][ :,.×–-]*)*)$")


def compile_po(text):
    return subprocess.run(["msgfmt", "--output-file=-", "-"], input=text.encode(), check=True,
                          stdout=subprocess.PIPE).stdout


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def lengthen(text):
    """A mark, the words, and as many letters more as the length asks for, in words of four letters."""
    if UNTOUCHED.match(text) or "%-d" in text:
        return text
    body = text.strip("\n")
    more = math.ceil(len(re.sub(r"%[-0-9.]*l*[a-z]|\{\w+\}|_", "", body)) * LONGER)
    words = ("oooo " * more)[:max(more - 2, 1)].rstrip()
    before, _, after = text.partition(body)
    return before + "⟦" + body + " " + words + "⟧" + after


def pseudo_catalogue(sv):
    parts = ['msgid ""\nmsgstr ' + quote(HEADER)]
    for key in sv._catalog:
        text = key[0] if isinstance(key, tuple) else key
        if not text or (isinstance(key, tuple) and key[1] != 0):
            continue
        context, _, text = text.rpartition("\x04")
        head = f"msgctxt {quote(context)}\n" if context else ""
        if isinstance(key, tuple):
            parts.append(f"{head}msgid {quote(text)}\nmsgid_plural {quote(plurals[text])}\n"
                         f"msgstr[0] {quote(lengthen(text))}\nmsgstr[1] {quote(lengthen(plurals[text]))}")
        else:
            parts.append(f"{head}msgid {quote(text)}\nmsgstr {quote(lengthen(text))}")
    return compile_po("\n\n".join(parts) + "\n")


def read_plurals():
    """msgid → msgid_plural, which a compiled catalogue does not tell in Python."""
    text = subprocess.run(["msgcat", "--no-wrap", PO], check=True, stdout=subprocess.PIPE,
                          text=True).stdout
    literal = r'((?:"(?:[^"\\]|\\.)*"\n)+)'

    def join(lines):
        words = "".join(line[1:-1] for line in lines.strip().split("\n"))
        return words.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")

    return {join(one): join(many) for one, many in re.findall(
        r"^msgid " + literal + r"msgid_plural " + literal, text, re.M)}


def put(folder, language, compiled):
    place = os.path.join(folder, language, "LC_MESSAGES")
    os.makedirs(place)
    with open(os.path.join(place, "frontdesk.mo"), "wb") as file:
        file.write(compiled)


plurals = read_plurals()
with tempfile.TemporaryDirectory() as folder, open(PO, encoding="utf-8") as source:
    swedish = compile_po(source.read())
    put(folder, "sv", swedish)
    put(folder, "xx", pseudo_catalogue(gettext.GNUTranslations(io.BytesIO(swedish))))
    done = subprocess.run([WALKER], timeout=150, env=dict(
        os.environ, FRONTDESK_TEST_LOCALES=folder, LC_ALL="C.UTF-8", LANGUAGE=LANGUAGE))
sys.exit(done.returncode)
