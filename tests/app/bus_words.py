# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The program's words in the language that it runs in, from the catalogue that was built with it."""

import gettext
import os


class Words:
    """`_` and `n` as in the program: by their English, which also stands in for what has no
    translation yet."""

    def __init__(self, program, language):
        folder = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(program))), "po")
        self.language = language
        self.catalogue = gettext.NullTranslations()
        if language != "en":
            self.catalogue = gettext.translation("frontdesk", folder, languages=[language])
        self.without_keys = {english.replace("_", ""): words.replace("_", "")
                             for english, words in getattr(self.catalogue, "_catalog", {}).items()
                             if isinstance(english, str)}

    def __call__(self, english, *values):
        words = self.catalogue.gettext(english)
        if words == english:
            words = self.without_keys.get(english, english)
        words = words.replace("%u", "%s")
        return words % values if values else words

    def n(self, one, many, number, *values):
        words = self.catalogue.ngettext(one, many, number).replace("%u", "%s")
        return words % (values or (number,))[:words.count("%s")]

    def left_in_english(self, name):
        """Whether `name` is English of which the catalogue knows a translation."""
        return self.language != "en" and self.catalogue.gettext(name) != name
