# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Reports as readers that know nothing of Frontdesk see them: HTML by a parser of HTML and one of XML,
PDF by poppler, CSV and JSON by Python's own modules."""

import csv
import html.parser
import io
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
# Of the attributes that are asked for anything, which a report may have: links to its own parts.
OWN_ADDRESS = re.compile(r"#[a-z0-9-]+$")
ADDRESSES = ("action", "background", "cite", "data", "formaction", "href", "poster", "src", "srcset",
             "xlink:href")


class Page(html.parser.HTMLParser):
    """What a browser makes of the report: `shape` is the set of elements with their attributes, figures
    left out; `text` what can be read; `foreign` what no report may have."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.shape, self.pieces, self.foreign = set(), [], []
        self.feed(source)
        self.close()
        self.text = "".join(self.pieces)

    def handle_starttag(self, tag, attrs):
        self.shape.add((tag, tuple(sorted((name, NUMBER.sub("0", value or "")) for name, value in attrs
                                          if name != "aria-label"))))
        for name, value in attrs:
            if name.startswith("on") or name in ADDRESSES and not OWN_ADDRESS.match(value or ""):
                self.foreign.append((tag, name, value))

    def handle_data(self, data):
        self.pieces.append(data)

    def handle_comment(self, data):
        self.foreign.append(("comment", data))

    def handle_pi(self, data):
        self.foreign.append(("instruction", data))

    def unknown_decl(self, data):
        self.foreign.append(("declaration", data))


def labels(source):
    """The text that stands in attributes and is read aloud."""
    return [element.attrib["aria-label"] for element in xml_of(source).iter()
            if "aria-label" in element.attrib]


def xml_of(source):
    """The report is well-formed XML too, or this fails."""
    return xml.etree.ElementTree.fromstring(source.replace("<!DOCTYPE html>\n", "", 1))


def squeeze(text):
    """Without spaces and line ends, which a layout may put anywhere."""
    return "".join(text.split())


def poppler(tool, pdf, *arguments):
    """What a program of poppler's prints of the PDF; FAILS on any complaint."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        command = [tool, *arguments, file.name] + (["-"] if tool == "pdftotext" else [])
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    if done.returncode != 0 or done.stderr:
        raise AssertionError("%s: %s" % (tool, done.stderr.decode(errors="replace")[:500]))
    return done.stdout.decode("utf-8")


def table(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def listing(folder):
    """Every name below the folder."""
    return sorted(os.path.relpath(os.path.join(root, name), folder)
                  for root, folders, files in os.walk(folder) for name in folders + files)
