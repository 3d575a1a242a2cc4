#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""`frontdesk class` as an instructor meets it: a folder that seats have written into, among them what
has no business there. Usage: classroom.py PROGRAM"""

import csv
import io
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
import xml.etree.ElementTree as tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts"))

import quiet_sessions  # noqa: E402  (of another folder)

PROGRAM = os.path.abspath(sys.argv.pop(1))


class Share(unittest.TestCase):
    """A folder that seats write into."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.share = self.home / "share"
        self.share.mkdir()
        self.cache = self.home / "cache"
        self.environment = dict(os.environ, HOME=str(self.home), XDG_CACHE_HOME=str(self.cache), TZ="UTC")
        self.environment.pop("LANGUAGE", None)

    def run_program(self, *arguments, status=0):
        result = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=60,
                                env=self.environment, stdin=subprocess.DEVNULL)
        self.assertEqual(result.returncode, status, result.stderr)
        return result.stdout.decode()

    def work(self, place, trainee, built_in="ideal", scenario="quiet", started="2026-11-23T09:00:00+01:00",
             mode="practice"):
        """Has a built-in trainee work a session, and gives it to `trainee`."""
        return quiet_sessions.write(self.share / place, quiet_sessions.model(PROGRAM, built_in, scenario),
                                    trainee=trainee, started=started, mode=mode)

    def read(self, *options):
        return json.loads(self.run_program("class", self.share, "--format", "json", *options))


class Classroom(Share):
    def test_the_table(self):
        self.work("a/1.journal", "Åsa", "absent", started="2026-11-16T09:00:00+01:00")
        self.work("a/2.journal", "Åsa")
        self.work("a/3.journal", "Åsa", scenario="second")
        self.work("b/deep/1.journal", "Bo", "absent")
        told = self.read()
        cells = {(cell["trainee"], cell["scenario"]): cell for cell in told["cells"]}
        self.assertEqual(set(cells), {("Åsa", "quiet"), ("Åsa", "second"), ("Bo", "quiet")})
        quiet = cells["Åsa", "quiet"]
        self.assertEqual((quiet["sessions"], quiet["latest"], quiet["best"], quiet["mean"]), (2, 100, 100, 50))
        self.assertEqual((quiet["message"], quiet["journal"]), (1, "a/2.journal"))
        self.assertEqual(quiet["asa_seconds"], 0)
        self.assertIsNone(cells["Bo", "quiet"]["asa_seconds"])
        self.assertEqual([(week["trainee"], week["week"], week["sessions"], week["score"]) for week in told["weeks"]],
                         [("Bo", "2026-W48", 1, 0), ("Åsa", "2026-W47", 1, 0), ("Åsa", "2026-W48", 2, 100)])

    def test_shared_mistakes_are_those_of_latest_sessions(self):
        self.work("1.journal", "Bo", "absent")
        self.work("2.journal", "Cy", "absent")
        self.work("3.journal", "Di")
        mistakes = self.read()["mistakes"]
        self.assertIn(("response", 2, 3), [(m["kind"], m["trainees"], m["of"]) for m in mistakes])
        self.work("4.journal", "Bo", started="2026-11-24T09:00:00+01:00")
        self.assertEqual(self.read()["mistakes"], [])

    def test_a_fact_is_told_by_itself(self):
        for place, trainee in ("1.journal", "Bo"), ("2.journal", "Cy"):
            path = self.work(place, trainee)
            path.write_text(path.read_text().replace('"text":"Invoice 4417."', '"text":"An invoice."'))
        facts = [(m["kind"], m["fact"], m["trainees"]) for m in self.read()["mistakes"] if m["fact"]]
        self.assertEqual(facts, [("facts", "number 4417", 2)])

    def test_what_has_no_business_there(self):
        good = self.work("good.journal", "Bo")
        text = good.read_text()
        (self.share / "again.journal").write_text(text)
        (self.share / "notes.txt").write_text("call the school")
        (self.share / "empty.journal").write_text("")
        (self.share / "foreign.journal").write_bytes(b"\xff\xfe<html>\n" * 40)
        (self.share / "running.journal").write_text("\n".join(text.split("\n")[:4]) + "\n")
        (self.share / "torn.journal").write_text(text[: len(text) // 2])
        (self.share / "deep.journal").write_text("[" * 100000)
        (self.share / "link.journal").symlink_to("/etc/passwd")
        (self.share / "out.journal").symlink_to(self.home)
        os.mkfifo(self.share / "pipe.journal")
        with socket.socket(socket.AF_UNIX) as plug:
            plug.bind(str(self.share / "plug.journal"))
        files = self.read()["files"]
        self.assertEqual((files["finished"], files["twice"], files["other"]), (1, 1, 1))
        self.assertEqual(files["unfinished"], ["running.journal", "torn.journal"])
        self.assertEqual([fault["path"] for fault in files["faults"]],
                         ["deep.journal", "empty.journal", "foreign.journal", "link.journal", "out.journal",
                          "pipe.journal", "plug.journal"])
        shown = self.run_program("class", self.share)
        self.assertIn("  link.journal: this is a link", shown)
        self.assertIn("  empty.journal:1: ", shown)
        self.assertIn("  foreign.journal:1: not a journal of Frontdesk: this is not JSON", shown)
        for fault in files["faults"]:  # to its last word: nothing stands behind it that it could push away
            self.assertIn(fault["reason"], shown)
        for fault in files["faults"]:
            self.assertNotIn(f"{fault['path']}: {fault['path']}", shown)
        self.assertTrue(all(fault["reason"] for fault in files["faults"]))

    def test_names_that_are_no_names(self):
        """No UTF-8, a folder that is called a journal, and letters that disturb a screen."""
        text = self.work("good.journal", "Bo").read_text()
        place = os.fsencode(self.share)
        for n, name in enumerate((b"\xff\xfe.journal", b"folder.journal/in it.journal", b"\x1b[2J\n.journal")):
            path = os.path.join(place, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.replace('"trainee": "Bo"', f'"trainee": "Cy{n}"'))
        with open(os.path.join(place, b"\xfe.journal"), "w", encoding="utf-8") as file:
            file.write("no journal")
        for _ in range(2):  # from the files, and from the cache
            told = self.read()
            self.assertEqual([cell["trainee"] for cell in told["cells"]], ["Bo", "Cy0", "Cy1", "Cy2"])
            self.assertEqual(len(told["files"]["faults"]), 1)
        for form in "text", "html", "csv":
            self.assertNotIn("\x1b", self.run_program("class", self.share, "--format", form))

    def test_a_journal_that_grows_while_it_is_read(self):
        """And for ever: what was there at the opening is read."""
        text = self.work("grows.journal", "Bo").read_text()
        ended = threading.Event()

        def grow():
            with open(self.share / "grows.journal", "a", encoding="utf-8") as file:
                while not ended.is_set():
                    file.write(text)
                    file.flush()

        writer = threading.Thread(target=grow)
        writer.start()
        try:
            files = self.read()["files"]
        finally:
            ended.set()
            writer.join()
        self.assertEqual(files["finished"], 0)
        self.assertEqual(len(files["unfinished"]) + len(files["faults"]), 1)

    def test_an_exam_without_checksums_is_told(self):
        self.work("exam.journal", "Bo", mode="exam")
        self.work("other.journal", "Bo", scenario="second")
        self.assertEqual([cell["unproved"] for cell in self.read()["cells"]], [True, False])
        self.assertEqual([cell["unproved"] for cell in self.read()["cells"]], [True, False])
        self.assertIn("without checksums", self.run_program("class", self.share))
        self.assertIn("without checksums", self.run_program("class", self.share, "--format", "html"))

    def test_what_is_set_apart_is_told(self):
        """More time, and a shift that was finished early: beside others, but not as if they were like them."""
        self.work("plain.journal", "Ada")
        path = self.work("adjusted.journal", "Bo")
        lines = path.read_text().split("\n")
        header = json.loads(lines[0])
        header["accommodations"] = ["time:1.5"]
        path.write_text("\n".join([json.dumps(header)] + lines[1:]))
        quiet = quiet_sessions.model(PROGRAM, "ideal").split("\n")
        early = [line for line in quiet[1:] if '"t":0' in line and "finish" not in line]
        early += ['{"t":1000,"command":"finish","early":true}', '{"t":1000,"event":"finished"}']
        header.update(trainee="Cy", accommodations=[])
        (self.share / "early.journal").write_text("\n".join([json.dumps(header)] + early) + "\n")
        for form in "text", "html":
            for _ in range(2):  # from the journals, and from the cache
                told = self.run_program("class", self.share, "--format", form)
                self.assertIn("time ×1.5", told)
                self.assertIn("finished early", told)
                self.assertIn("Put together with the others: 1 adjusted, 1 finished early.", told)

    def test_an_exam_that_was_changed_is_no_result(self):
        path = self.work("exam.journal", "Bo", mode="exam")
        lines = path.read_text().split("\n")
        lines[1] = lines[1][:-1] + ',"chain":"%s"}' % ("0" * 32)
        path.write_text("\n".join(lines))
        told = self.read()
        self.assertEqual((told["sessions"], [fault["path"] for fault in told["files"]["faults"]]), (0, ["exam.journal"]))

    def test_the_cache_is_only_a_cache(self):
        self.work("1.journal", "Bo")
        self.work("2.journal", "Cy", "absent")
        first = self.read()
        kept, = (self.cache / "frontdesk").iterdir()
        self.assertEqual(self.read(), first)
        self.assertEqual(self.read("--anew"), first)
        kept.write_bytes(b"no database" * 1000)
        self.assertEqual(self.read(), first)
        self.assertEqual(self.read(), first)
        kept.unlink()
        kept.mkdir()
        self.assertEqual(self.read(), first)

    def test_the_cache_follows_the_folder(self):
        one = self.work("1.journal", "Bo")
        two = self.work("2.journal", "Cy")
        self.assertEqual(self.read()["sessions"], 2)
        two.unlink()
        one.write_text(one.read_text().replace('"trainee": "Bo"', '"trainee": "Boel"'))
        told = self.read()
        self.assertEqual([cell["trainee"] for cell in told["cells"]], ["Boel"])

    def test_filters(self):
        self.work("1.journal", "Bo", started="2026-11-16T09:00:00+01:00")
        self.work("2.journal", "Cy", mode="guided")
        self.work("3.journal", "Di", mode="simulated")
        self.assertEqual(self.read()["sessions"], 2)
        self.assertEqual(self.read("--mode", "simulated")["sessions"], 1)
        self.assertEqual(self.read("--since", "2026-11-20")["cells"][0]["trainee"], "Cy")
        self.assertEqual(self.read("--until", "2026-11-16")["cells"][0]["trainee"], "Bo")
        self.assertEqual(self.read("--trainee", "Cy", "--scenario", "quiet")["sessions"], 1)
        self.assertEqual(self.read("--scenario", "none")["cells"], [])

    def test_hostile_names(self):
        names = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "\u202eoB", "a\x1b[31mb\nc", "%s%n", "x" * 5000]
        for n, name in enumerate(names):
            self.work("%d.journal" % n, name)
        rows = list(csv.DictReader(io.StringIO(self.run_program("class", self.share, "--format", "csv"))))
        self.assertEqual(len(rows), len(names))
        self.assertFalse([row for row in rows if row["trainee"][:1] in "=+-@"])
        page = self.run_program("class", self.share, "--format", "html")
        root = tree.fromstring(page.replace("<!DOCTYPE html>", ""))
        self.assertEqual([element for element in root.iter() if element.tag == "script"], [])
        self.assertNotIn("\u202e", page)
        self.assertNotIn("\x1b", self.run_program("class", self.share))
        printed = self.run_program("class", self.share, "--format", "json")
        self.assertNotIn("\u202e", printed)
        self.assertEqual({cell["trainee"] for cell in json.loads(printed)["cells"]}, set(names))

    def test_where_there_is_nothing(self):
        self.assertIn("no finished session", self.run_program("class", self.share))
        self.assertIn("no finished session", self.run_program("class", self.share, "--format", "html"))
        self.run_program("class", self.share / "gone", status=3)
        self.run_program("class", status=2)
        self.run_program("class", self.share, "--mode", "play", status=2)
        self.run_program("class", self.share, "--format", "pdf", status=2)

    def test_output(self):
        self.work("1.journal", "Bo")
        path = self.home / "class.html"
        self.assertEqual(self.run_program("class", self.share, "--format", "html", "--output", path), "")
        self.assertIn("Bo", path.read_text())
        self.run_program("class", self.share, "--output", self.home / "no" / "file", status=3)


class HandingIn(Share):
    """Sessions on their way from a seat to the share."""

    def setUp(self):
        super().setUp()
        self.sessions = self.home / "data" / "frontdesk" / "sessions"
        self.sessions.mkdir(parents=True)
        self.environment["XDG_DATA_HOME"] = str(self.home / "data")
        self.environment["FRONTDESK_SCHOOL"] = str(self.home / "school.conf")

    def work_here(self, name, *arguments, **keywords):
        path = self.work(name, *arguments, **keywords)
        return path.rename(self.sessions / name)

    def there(self):
        return sorted(path.name for path in self.share.iterdir())

    def test_whole_once_and_by_a_name_of_its_own(self):
        one = self.work_here("one.journal", "Bo")
        self.assertIn("1 session was handed in", self.run_program("class", "--hand-in", self.share))
        name, = self.there()
        self.assertRegex(name, r"^one-[0-9a-f]{12}\.journal$")
        self.assertEqual((self.share / name).read_bytes(), one.read_bytes())
        (self.share / name).rename(self.home / "archive")
        self.assertIn("0 sessions were handed in, 1 had been", self.run_program("class", "--hand-in", self.share))
        self.assertEqual(self.there(), [])

    def test_two_seats_with_one_name(self):
        for trainee in "Bo", "Cy":
            self.work_here("monday.journal", trainee)
            (self.home / "data" / "frontdesk" / "handed-in.db").unlink(missing_ok=True)
            self.run_program("class", "--hand-in", self.share)
        self.assertEqual([cell["trainee"] for cell in self.read()["cells"]], ["Bo", "Cy"])

    def test_killed_before_it_was_written_down(self):
        self.work_here("one.journal", "Bo")
        self.run_program("class", "--hand-in", self.share)
        (self.home / "data" / "frontdesk" / "handed-in.db").unlink()
        self.run_program("class", "--hand-in", self.share)
        self.assertEqual(len(self.there()), 1)

    def test_damaged_over_there(self):
        """What lies there by its name is not it."""
        one = self.work_here("one.journal", "Bo")
        self.run_program("class", "--hand-in", self.share)
        name, = self.there()
        (self.share / name).write_bytes(one.read_bytes()[:100])
        (self.home / "data" / "frontdesk" / "handed-in.db").unlink()
        self.run_program("class", "--hand-in", self.share)
        self.assertEqual([cell["trainee"] for cell in self.read()["cells"]], ["Bo"])
        self.assertEqual(len(self.there()), 2)
        # Where that name is taken as well it waits, and is told.
        for path in self.share.iterdir():
            path.unlink()
            path.mkdir()
        (self.home / "data" / "frontdesk" / "handed-in.db").unlink()
        self.assertIn("1 waits", self.run_program("class", "--hand-in", self.share, status=3))

    def test_late_where_the_share_was_away(self):
        self.work_here("one.journal", "Bo")
        self.share.rename(self.home / "away")
        self.assertIn("1 waits", self.run_program("class", "--hand-in", self.share, status=3))
        self.assertFalse(self.share.exists())
        (self.home / "away").rename(self.share)
        self.run_program("class", "--hand-in", self.share)
        self.assertEqual(len(self.there()), 1)

    def test_what_stays(self):
        whole = self.work_here("whole.journal", "Bo").read_text()
        self.work_here("robot.journal", "Bo", mode="simulated")
        (self.sessions / "imported").mkdir()
        self.work_here("other.journal", "Cy").rename(self.sessions / "imported" / "other.journal")
        (self.sessions / "running.journal").write_text("\n".join(whole.split("\n")[:4]) + "\n")
        (self.sessions / "broken.journal").write_text("no journal")
        self.run_program("class", "--hand-in", self.share)
        self.assertEqual([name.split("-")[0] for name in self.there()], ["whole"])

    def test_two_programs_at_once(self):
        for n in range(8):
            self.work_here("%d.journal" % n, "Bo%d" % n)
        seats = [subprocess.Popen([PROGRAM, "class", "--hand-in", self.share], env=self.environment,
                                  stdout=subprocess.DEVNULL) for _ in range(3)]
        self.assertEqual([seat.wait(60) for seat in seats], [0, 0, 0])
        self.assertEqual(len(self.there()), 8)

    def test_the_school_says_where(self):
        school = self.home / "school.conf"
        self.run_program("class", "--test", status=2)
        school.write_text("[results]\nfolder=%s\n" % self.share)
        self.assertIn("can be handed in", self.run_program("class", "--test"))
        self.assertEqual(self.there(), [])
        school.write_text("[results]\nfolder=%s/no\n" % self.share)
        self.assertIn("nothing can be handed in", self.run_program("class", "--test", status=3))
        school.write_text("[results]\nfolder=here\n")
        self.run_program("class", "--test", status=1)
        school.write_text("folder\n")
        self.run_program("class", "--test", status=1)

    def test_the_user_says_where(self):
        """As under Preferences; the school's word comes first."""
        self.environment.update(XDG_CONFIG_HOME=str(self.home / "config"), GSETTINGS_BACKEND="keyfile")
        settings = self.home / "config" / "glib-2.0" / "settings" / "keyfile"
        settings.parent.mkdir(parents=True)
        settings.write_text("[org/frontdesk/Frontdesk]\nresults-folder='%s'\n" % self.share.as_uri())
        self.assertIn("can be handed in", self.run_program("class", "--test"))
        self.work_here("one.journal", "Bo")
        self.assertIn("1 session was handed in", self.run_program("class", "--hand-in"))
        self.assertIn("Bo", self.run_program("class"))
        (self.home / "school.conf").write_text("[results]\nfolder=%s/no\n" % self.share)
        self.assertIn("nothing can be handed in", self.run_program("class", "--test", status=3))


if __name__ == "__main__":
    unittest.main(verbosity=2)
