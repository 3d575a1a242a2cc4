#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The manual pages and the shells' completions name every command and every option that the program
has, and no other. Usage: manual.py PROGRAM DATA"""

import functools
import os
import re
import shutil
import subprocess
import sys
import unittest

DATA = sys.argv.pop(2)
PROGRAM = os.path.abspath(sys.argv.pop(1))
COMMANDS = ["check", "simulate", "score", "render", "history", "class", "devices", "new"]


@functools.cache
def options_of(command):
    told = subprocess.run([PROGRAM, command, "--help"], capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")).stdout
    return set(re.findall(r"^ +(?:-\w, )?--([a-z-]+)", told, re.M)) - {"help"}


def read(*way):
    with open(os.path.join(DATA, *way), encoding="utf-8") as file:
        return file.read()


def complete_in_bash(line):
    """What bash offers for `line`, by the function that would be called at the Tab key."""
    script = f"""
      source /usr/share/bash-completion/bash_completion
      source {DATA}/completions/frontdesk.bash
      COMP_LINE='{line}' COMP_POINT=${{#COMP_LINE}}
      IFS=' ' read -ra COMP_WORDS <<< "$COMP_LINE"
      [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
      [[ $COMP_LINE == *=* ]] && COMP_WORDS=("${{COMP_WORDS[@]:0:${{#COMP_WORDS[@]}}-1}}" \
        "${{COMP_WORDS[-1]%%=*}}" = "${{COMP_WORDS[-1]#*=}}")
      COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
      compopt () {{ :; }}
      _frontdesk 2>/dev/null
      printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, PATH=os.path.dirname(PROGRAM) + ":" + os.environ["PATH"]))
    return set(done.stdout.split())


def complete_in_fish(line):
    done = subprocess.run(["fish", "--no-config", "-c",
                           f"source {DATA}/completions/frontdesk.fish; complete -C '{line}'"],
                          capture_output=True, text=True, timeout=60)
    assert done.stderr == "", done.stderr
    return {offer.split("\t")[0] for offer in done.stdout.splitlines()}


class Manual(unittest.TestCase):
    def test_pages_name_every_option(self):
        for page in ("frontdesk.1", "frontdesk.sv.1"):
            text = read("man", page).replace("\\-", "-")
            sections = re.split(r"^\.SS frontdesk (\w+)", text, flags=re.M)
            told = dict(zip(sections[1::2], sections[2::2]))
            self.assertEqual(list(told), COMMANDS)
            for command in COMMANDS:
                with self.subTest(f"{page}: {command}"):
                    body = told[command].split("\n.SH", 1)[0]
                    named = set(re.findall(r"^\.BR?I? .*", body, re.M))
                    named = set(re.findall(r"--([a-z-]+)", "\n".join(named)))
                    self.assertEqual(named, options_of(command))

    @unittest.skipUnless(shutil.which("man"), "there is no man here")
    def test_pages_are_well_formed(self):
        for page in ("frontdesk.1", "frontdesk.sv.1"):
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z",
                                   os.path.join(DATA, "man", page)],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_zsh_names_every_option(self):
        cases = re.split(r"^  (\w+)\)$", read("completions", "_frontdesk").split("rest)")[1], flags=re.M)
        told = dict(zip(cases[1::2], cases[2::2]))
        for command in COMMANDS:
            with self.subTest(command):
                self.assertEqual(set(re.findall(r"--([a-z-]+)", told[command])), options_of(command))

    @unittest.skipUnless(shutil.which("zsh"), "there is no zsh here")
    def test_zsh_can_read_it(self):
        subprocess.run(["zsh", "-n", os.path.join(DATA, "completions", "_frontdesk")], check=True, timeout=60)

    @unittest.skipUnless(os.path.exists("/usr/share/bash-completion/bash_completion"),
                         "there are no bash completions here")
    def test_bash_completes(self):
        self.assertLessEqual(set(COMMANDS), complete_in_bash("frontdesk "))
        for command in COMMANDS:
            with self.subTest(command):
                offered = {offer[2:].rstrip("=") for offer in complete_in_bash(f"frontdesk {command} --")}
                self.assertEqual(offered - {"help"}, options_of(command))
        self.assertEqual(complete_in_bash("frontdesk score --format="), {"text", "json", "csv", "html", "pdf"})

    @unittest.skipUnless(shutil.which("fish"), "there is no fish here")
    def test_fish_completes(self):
        self.assertLessEqual(set(COMMANDS), complete_in_fish("frontdesk "))
        for command in COMMANDS:
            with self.subTest(command):
                offered = {offer[2:].rstrip("=") for offer in complete_in_fish(f"frontdesk {command} --")}
                self.assertEqual(offered - {"help"}, options_of(command))
        self.assertEqual(complete_in_fish("frontdesk score --format="),
                         {f"--format={name}" for name in ("text", "json", "csv", "html", "pdf")})


if __name__ == "__main__":
    unittest.main()
