#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors

"""`frontdesk devices` beside a sound server of its own: devices.py PROGRAM"""

import json
import os
import subprocess
import sys
import unittest

PROGRAM = sys.argv.pop(1)
NAME = "Höger lur"


def run(*arguments, **environment):
    return subprocess.run([PROGRAM, "devices", *arguments], capture_output=True, text=True,
                          env={**os.environ, **environment}, timeout=60)


def as_json(*arguments):
    done = run("--format", "json", *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), done.stderr


def write_settings(text):
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "frontdesk", "settings.ini")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


class Devices(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        subprocess.run(["pactl", "load-module", "module-null-sink", "sink_name=lur", "rate=48000",
                        "norewinds=1", "sink_properties='device.description=\"%s\" "
                        "device.form_factor=headset'" % NAME], check=True, capture_output=True)

    def setUp(self):
        write_settings("")

    def test_lists(self):
        told, complaints = as_json()
        by_id = {device["id"]: device for device in told["devices"]}
        self.assertEqual(complaints, "")
        self.assertEqual(set(by_id), {"line", "lur"})
        self.assertEqual((by_id["lur"]["name"], by_id["lur"]["form"]), (NAME, "headset"))
        self.assertEqual(by_id["lur"]["api"], "PulseAudio")
        self.assertEqual((by_id["lur"]["outputs"], by_id["lur"]["inputs"]), (2, 0))
        self.assertTrue(by_id["line"]["default_output"])
        self.assertEqual(told["output"], by_id["line"]["name"])
        self.assertEqual(told["ringer"], told["output"])
        self.assertEqual((told["input"], told["test"]), (None, None))

    def test_settings_and_options(self):
        write_settings("[sound]\nheadset=lur\nmicrophone=lur.monitor\nringer=gone\n")
        told, _ = as_json()
        self.assertEqual(told["output"], NAME)
        self.assertEqual(told["input"], "Monitor of " + NAME)
        self.assertEqual(told["wanted"],
                         {"voices": "lur", "ringer": "gone", "microphone": "lur.monitor"})
        told, _ = as_json("--device", "line", "--ringer", NAME)
        self.assertEqual((told["output"], told["ringer"]), ("Null Output", NAME))
        self.assertIn("because “gone” is not connected", run().stdout)

    def test_columns(self):
        lines = [line for line in run().stdout.splitlines() if "PulseAudio" in line]
        self.assertEqual(len(lines), 2)
        self.assertEqual(*(line.index("PulseAudio") for line in lines))
        self.assertEqual([line[2] for line in sorted(lines)], [" ", "*"])

    def test_swedish_is_whole(self):
        # Whatever is translated so far: the table stands, and nothing is printed beside it.
        done = run(LANGUAGE="sv")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(NAME, done.stdout)

    def test_plays_rings_and_listens(self):
        told, complaints = as_json("--test", "--device", "line", "--ringer", "lur",
                                   "--microphone", "lur.monitor")
        self.assertEqual(complaints, "")
        for key, device in (("test", "Null Output"), ("test_ringer", NAME),
                            ("test_microphone", "Monitor of " + NAME)):
            with self.subTest(key=key):
                self.assertEqual(told[key]["device"], device)
                self.assertGreater(told[key]["callbacks"], 50)
                self.assertEqual(told[key]["frames"], told[key]["callbacks"] * 256)
                self.assertEqual(told[key]["full"], 0)
                self.assertGreater(told[key]["latency_ms"], 1)
                self.assertIn(told[key]["realtime"], ("system", "rtkit", "refused"))
        self.assertEqual(told["test_microphone"]["level"], 0)

    def test_realtime_can_be_turned_off(self):
        self.assertRegex(run("--test").stdout, "(?m)^Real-time scheduling: (yes|no), .*(system|RealtimeKit)")
        write_settings("[sound]\nrealtime=false\n")
        told, _ = as_json("--test")
        self.assertEqual(told["test"]["realtime"], "none")
        self.assertIn("Real-time scheduling: no, not asked for", run("--test").stdout)

    def test_one_output_is_tried_once(self):
        told, _ = as_json("--test")
        self.assertIsNone(told["test_ringer"])
        self.assertIsNone(told["test_microphone"])


if __name__ == "__main__":
    unittest.main()
