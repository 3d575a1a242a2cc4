# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A machine of a school, as tests need one: a home of its own, sessions of trainees, and a set-up."""

import hashlib
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts"))

import quiet_sessions  # noqa: E402  (of another folder)
import stub_store  # noqa: E402

# A process that is begun counts the memory of the one that begins it as its own, and the tests may hold much: this
# one holds little.
MEASURE = """
import os, sys
pid = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(pid, 0)
with open(sys.argv[1], "w") as told:
    told.write(str(usage.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Desk:
    """`program`: frontdesk. Everything lies in `folder`, a new temporary one unless it is given."""

    def __init__(self, program, folder=None):
        self.program = program
        self.temporary = None if folder else tempfile.TemporaryDirectory()
        self.home = pathlib.Path(folder or self.temporary.name)
        self.data = self.home / "data"
        self.sessions = self.data / "frontdesk" / "sessions"
        self.sessions.mkdir(parents=True)
        self.school = self.home / "frontdesk.conf"
        self.secret = self.write_secret("secret", stub_store.SECRET)
        self.salt = self.write_secret("salt", "0123456789abcdef0123456789abcdef")
        self.environment = dict(os.environ, HOME=str(self.home), XDG_DATA_HOME=str(self.data), TZ="UTC",
                                XDG_CONFIG_HOME=str(self.home / "config"), XDG_CACHE_HOME=str(self.home / "cache"),
                                FRONTDESK_SCHOOL=str(self.school), DBUS_SESSION_BUS_ADDRESS="disabled:",
                                GSETTINGS_BACKEND="memory", no_proxy="*")
        # A thread that ends while leaks are looked for is what the looking falls over.
        self.environment["ASAN_OPTIONS"] = "detect_leaks=0"
        self.environment.pop("LANGUAGE", None)

    def close(self):
        if self.temporary:
            self.temporary.cleanup()

    def write_secret(self, name, text):
        path = self.home / name
        path.write_text(text + "\n")
        path.chmod(0o640)
        return path

    def set_up(self, url, **more):
        """With None a key is left out."""
        self.url = url
        keys = dict({"url": url, "user": stub_store.USER, "secret-file": self.secret, "salt-file": self.salt,
                     "homepage": "https://school.example/people"}, **more)
        lines = [f"{key}={value}" for key, value in keys.items() if value is not None]
        self.school.write_text("[store]\n" + "\n".join(lines) + "\n")

    def command(self, *arguments):
        return [self.program, *map(str, arguments)]

    def run(self, *arguments, timeout=100):
        return subprocess.run(self.command(*arguments), capture_output=True, timeout=timeout, text=True,
                              env=self.environment, stdin=subprocess.DEVNULL)

    def measure(self, *arguments):
        """The exit status, all that was said, and the most memory that this one process had, in KiB: 0 where
        it is watched, and most of the memory is not its own."""
        told = self.home / "measured"
        done = subprocess.run([sys.executable, "-S", "-c", MEASURE, told, *self.command(*arguments)], timeout=200,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=self.environment,
                              stdin=subprocess.DEVNULL)
        watched = "FRONTDESK_TEST_PATIENCE" in os.environ
        return done.returncode, done.stdout, 0 if watched else int(told.read_text())

    def begin(self, *arguments):
        return subprocess.Popen(self.command(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                env=self.environment, stdin=subprocess.DEVNULL)

    def send(self, **more):
        return self.run("class", "--send", **more)

    def work(self, name, trainee, built_in="ideal", scenario="quiet", started="2026-11-23T09:00:00+01:00",
             mode="practice", place=None, calls=2):
        """Has a built-in trainee work a session, and gives it to `trainee`."""
        return quiet_sessions.write((place or self.sessions) / f"{name}.journal", self.model(built_in, scenario, calls),
                                    trainee=trainee, started=started, mode=mode)

    def model(self, built_in, scenario, calls=2):
        """A journal."""
        return quiet_sessions.model(self.program, built_in, scenario, calls=calls)

    def outboxes(self):
        return sorted(path for path in (self.data / "frontdesk").glob("outbox-*.db") if "damaged" not in path.name)

    def outbox(self):
        """That for the store that is set."""
        digest = hashlib.sha256(self.url.encode()).hexdigest()[:12]
        return self.data / "frontdesk" / f"outbox-{digest}.db"

    def forget_outbox(self):
        """As one that was lost."""
        self.outbox().unlink(missing_ok=True)

    def ask_outbox(self, question, *values):
        """The rows of an answer."""
        connection = sqlite3.connect(self.outbox())
        try:
            with connection:
                return connection.execute(question, values).fetchall()
        finally:
            connection.close()

    def rows(self, state):
        """How many statements are waiting (0), delivered (1) or refused (2)."""
        return self.ask_outbox("SELECT count(*) FROM statement WHERE state = ?", state)[0][0]

    def column(self, name, condition):
        return [row[0] for row in self.ask_outbox(f"SELECT {name} FROM statement WHERE {condition}")]


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait(10)
