#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Plays a made-up shift in the real window, with the mouse or with the keyboard alone, from the
start page to the saved report. Run it inside with-display; another shift is made up with another
SHIFT_SEED. Usage: play-a-shift.py PROGRAM mouse|keyboard en|sv"""

import glob
import os
import subprocess
import sys
import tempfile
import time
import traceback

import hand
import made_shift
from keyboard_trainee import KeyboardTrainee
from mouse_trainee import MouseTrainee

USUAL_SEED = 6
TRAINEES = {"mouse": MouseTrainee, "keyboard": KeyboardTrainee}
LOCALES = {"en": ("en_GB", "us"), "sv": ("sv_SE", "se")}


def speak(language, folder):
    """Makes the locale, for none may be installed, and lays the keys out as its people have them.
    Without locales the words are translated all the same, for LANGUAGE is asked first."""
    locale, keys = LOCALES[language]
    made = subprocess.run(["localedef", "-i", locale, "-f", "UTF-8",
                           os.path.join(folder, locale + ".UTF-8")], check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode < 2
    if made:
        os.environ.update(LOCPATH=folder, LC_ALL=locale + ".UTF-8")
    os.environ["LANGUAGE"] = language
    subprocess.run(["setxkbmap", keys], check=True)


def main():
    program, way, language = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    shift = made_shift.make(language, USUAL_SEED)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as locales, tempfile.TemporaryDirectory() as folder, \
            hand.Manager():
        speak(language, locales)
        trainee = TRAINEES[way](program, shift, folder)
        try:
            trainee.start()
            trainee.begin()
            trainee.play()
            trainee.look_back()
            card = trainee.check()
            trainee.check_complaints()
            reports = glob.glob(os.path.join(os.environ["HOME"], "**", "*.html"), recursive=True)
            assert len(reports) == 1 and os.path.getsize(reports[0]) > 10000, reports
        except BaseException:
            picture = os.path.join(os.environ.get("MESON_BUILD_ROOT", tempfile.gettempdir()),
                                   "play-a-shift-%s-%s.png" % (way, language))
            subprocess.run(["import", "-window", "root", picture], check=False)
            print("# %s\n%s" % (picture, trainee.standard_error()))
            if trainee.sight is not None and trainee.program.poll() is None:
                print(trainee.sight.describe())
            raise
        finally:
            trainee.end()
    print("# %d commands, %.2f points, %s, in %.0f s" % (
        len(shift.commands), card["score"], trainee.told(), time.monotonic() - begun))
    print("ok")


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        sys.exit(1)
