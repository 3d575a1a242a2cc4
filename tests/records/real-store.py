#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Thirty stations deliver ten sessions each to a learning record store that is not ours, over a line that breaks:
connections are cut at any byte, in either direction, the line is down for a while, the store stands still, and senders
are killed. Usage: real-store.py PROGRAM BUILD

The store keeps its statements in memory. Where it is itself killed it forgets, and what it forgot after it had said that
it took it nobody can send again by himself; what is proved of that is that the journals give all of it again."""

import collections
import concurrent.futures
import json
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request

import stub_store
from desk_of_a_school import Desk, kill

PROGRAM, BUILD = map(os.path.abspath, (sys.argv.pop(1), sys.argv.pop(1)))
SEED = int(os.environ.get("STORE_SEED", "11"))
N_STATIONS, N_SESSIONS, OF_A_SESSION = 30, 10, 5


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RealStore:
    def __init__(self, folder, place):
        self.port = free_port()
        self.folder = folder
        self.place = place
        self.start()

    def start(self):
        server = pathlib.Path(self.folder) / "node_modules/@learninglocker/xapi-statements/dist/server.js"
        environment = dict(os.environ, MODELS_REPO="memory", STORAGE_REPO="memory", AUTH_REPO="test", EVENTS_REPO="test",
                           EXPRESS_PORT=str(self.port), WINSTON_CONSOLE_LEVEL="error")
        self.process = subprocess.Popen(["node", str(server)], cwd=self.place, env=environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                self.ask("about")
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the store did not start")

    def ask(self, reference):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/xAPI/{reference}", headers={
            "X-Experience-API-Version": "1.0.3", "Authorization": stub_store.AUTHORIZATION})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=60) as answer:
            return json.load(answer)

    def ids(self):
        """Of all statements that it has, each as often as it has it."""
        found = []
        reference = "statements?limit=100"
        while reference:
            page = self.ask(reference)
            found += [statement["id"] for statement in page["statements"]]
            reference = page["more"].removeprefix("/xAPI/")
        return collections.Counter(found)


class Line:
    """Between the stations and the store; breaks by chance once it is told to."""

    def __init__(self, to):
        self.to = to
        self.chance = random.Random(SEED)
        self.breaks = True
        self.down = False
        self.n_cut = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            near, _ = self.listener.accept()
            if self.down:
                near.close()
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.to))
            except OSError:
                near.close()
                continue
            # After so many bytes of either direction it breaks; none: it holds.
            limit = self.chance.choice([None, None, *(self.chance.randrange(60000) for _ in range(3))])
            left = [limit if self.breaks else None]
            for one, other in (near, far), (far, near):
                threading.Thread(target=self.carry, args=(one, other, left), daemon=True).start()

    def carry(self, one, other, left):
        try:
            while piece := one.recv(4096):
                if left[0] is not None:
                    left[0] -= len(piece)
                    if left[0] < 0 or self.down:
                        other.sendall(piece[: len(piece) // 2])
                        self.n_cut += 1
                        break
                other.sendall(piece)
        except OSError:
            pass
        for end in one, other:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


class Thirty(unittest.TestCase):
    def setUp(self):
        got = subprocess.run([pathlib.Path(__file__).parent / "store" / "get-store", BUILD], capture_output=True, text=True)
        if got.returncode != 0:
            self.skipTest(got.stderr.strip())
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = pathlib.Path(folder.name)
        self.store = RealStore(got.stdout.strip(), self.place)
        self.addCleanup(lambda: kill(self.store.process))
        self.line = Line(self.store.port)
        self.stations = [self.station(n) for n in range(N_STATIONS)]

    def station(self, number):
        place = self.place / f"station-{number}"
        desk = Desk(PROGRAM, place)
        desk.set_up(f"http://127.0.0.1:{self.line.port}/xAPI/", account="name")
        if number == 0:
            self.text = desk.model("hurried", "quiet")
        head, rest = self.text.split("\n", 1)
        for n in range(N_SESSIONS):
            header = dict(json.loads(head), trainee=f"Trainee {number}", mode="practice",
                          started=f"2026-11-{10 + n}T09:00:00+00:00")
            (desk.sessions / f"{n}.journal").write_text(json.dumps(header) + "\n" + rest)
        return desk

    def deliver(self, desk):
        """Until it is said that nothing waits, with a killed sender now and then."""
        chance = random.Random(f"{SEED} {desk.home}")
        for n in range(200):
            if chance.random() < 0.3:
                process = desk.begin("class", "--send")
                time.sleep(chance.random() * 0.5)
                kill(process)
            if desk.send().returncode == 0:
                return n
        raise AssertionError(f"{desk.home} never came to an end")

    def disturb(self, until):
        chance = random.Random(SEED)
        while not until.is_set():
            until.wait(chance.random() * 2)
            if chance.random() < 0.5:
                self.store.process.send_signal(signal.SIGSTOP)
                until.wait(chance.random() * 2)
                self.store.process.send_signal(signal.SIGCONT)
            else:
                self.line.down = True
                until.wait(chance.random() * 2)
                self.line.down = False

    def deliver_all(self):
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            return sum(pool.map(self.deliver, self.stations))

    def expected(self):
        """What the program says of the journals, without a store."""
        ids = collections.Counter()
        for desk in self.stations:
            result = desk.run("class", "--statements", "--account", "name", *sorted(desk.sessions.glob("*.journal")))
            ids.update(statement["id"] for statement in json.loads(result.stdout))
        return ids

    def test_nothing_is_lost_and_nothing_doubled(self):
        done = threading.Event()
        disturber = threading.Thread(target=self.disturb, args=(done,))
        disturber.start()
        try:
            n_again = self.deliver_all()
        finally:
            done.set()
            disturber.join()
        print(f"{self.line.n_cut} connections were cut, {n_again} runs ended early", file=sys.stderr)
        self.assertGreater(self.line.n_cut, 20)
        expected = self.expected()
        self.assertEqual(len(expected), N_STATIONS * N_SESSIONS * OF_A_SESSION)
        self.assertEqual(self.store.ids(), expected)
        self.line.breaks = False
        told = json.loads(self.stations[0].run("class", "--store", "--format", "json").stdout)
        folder = json.loads(self.stations[0].run("class", self.place, "--format", "json").stdout)
        self.assertEqual((told["sessions"], folder["sessions"]), (300, 300))
        self.assertEqual(told["weeks"], folder["weeks"])
        self.assertEqual(told["mistakes"], folder["mistakes"])

    def test_a_store_that_lost_its_memory_gets_all_of_it_again(self):
        self.stations = self.stations[:6]
        self.line.breaks = False
        for desk in self.stations[:3]:
            self.assertEqual(desk.send().returncode, 0)
        kill(self.store.process)
        self.assertEqual(self.stations[3].send().returncode, 3)
        self.store.start()
        for desk in self.stations[3:]:
            self.assertEqual(desk.send().returncode, 0)
        self.assertEqual(sum(self.store.ids().values()), 3 * N_SESSIONS * OF_A_SESSION)
        for desk in self.stations:
            desk.outboxes()[0].unlink()
            self.assertEqual(desk.send().returncode, 0)
        self.assertEqual(self.store.ids(), self.expected())


# Sockets of threads that are still at work when the test ends are nobody's concern.
unittest.main(warnings="ignore")
