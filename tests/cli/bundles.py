#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""Bundles as they come from elsewhere, good ones and hostile ones, given to `frontdesk check`: each fault
is one clear line and status 1, and nothing of it stays on the disk. Usage: bundles.py PROGRAM"""

import gzip
import io
import os
import struct
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile
import zlib

PROGRAM = os.path.abspath(sys.argv.pop(1))
HERE = os.path.dirname(os.path.abspath(__file__))

YAML = """\
format: 1
title: A parcel
language: en
country: gb
lines: 2
duration: 4:00
organisation: Hartwell
people:
  - {id: ada, name: Ada Marlowe, extension: 201}
calls:
  - id: parcel
    at: 0:10
    caller: {given: Ben, surname: Osgood, phone: "01632 960147"}
    says: {opening: {text: "Hello, Ben Osgood here, about invoice 4417."}}
    expect: {do: message, to: ada, message: "Invoice 4417.", facts: [{number: "4417"}]}
"""


class Bundles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.temporary = os.path.join(self.folder, "tmp")
        os.mkdir(self.temporary)

    def path(self, name):
        return os.path.join(self.folder, name)

    def zip(self, entries, name="bundle.zip", method=zipfile.ZIP_DEFLATED):
        """A zip of (name or ZipInfo, bytes), names as they are given."""
        path = self.path(name)
        with zipfile.ZipFile(path, "w", method) as archive:
            for entry, data in entries:
                archive.writestr(entry, data)
        return path

    def tar(self, members, mode="w", name="bundle.tar"):
        """A tar of (TarInfo, bytes or None)."""
        path = self.path(name)
        with tarfile.open(path, mode) as archive:
            for member, data in members:
                archive.addfile(member, io.BytesIO(data) if data is not None else None)
        return path

    def check(self, path, locale="C.UTF-8"):
        result = subprocess.run([PROGRAM, "check", path], capture_output=True, text=True, timeout=60,
                                env={**os.environ, "TMPDIR": self.temporary, "LC_ALL": locale})
        self.assertEqual(os.listdir(self.temporary), [], "something stayed behind")
        return result

    def accept(self, path, **options):
        result = self.check(path, **options)
        self.assertEqual((result.returncode, result.stderr.count("error:")), (0, 0), result.stderr)
        return result

    def refuse(self, path, words, **options):
        before = sorted(os.listdir(self.folder))
        result = self.check(path, **options)
        lines = result.stderr.splitlines()
        self.assertEqual((result.returncode, lines[1:]), (1, ["1 error"]), result.stderr)
        self.assertTrue(lines[0].startswith(path + ": error: "), lines[0])
        self.assertIn(words, lines[0])
        self.assertEqual(sorted(os.listdir(self.folder)), before)

    # What is right.

    def test_folder_and_contents(self):
        for name in ("parcel/scenario.yaml", "scenario.yaml", "a/b/parcel/scenario.yaml",
                     "./parcel/scenario.yaml", "påsk/scenario.yaml"):
            with self.subTest(name=name):
                self.accept(self.zip([(name, YAML)]))

    def test_stored_and_tar(self):
        self.accept(self.zip([("scenario.yaml", YAML)], method=zipfile.ZIP_STORED))
        for mode, name in (("w", "b.tar"), ("w:gz", "b.tar.gz"), ("w:gz", "b.tgz")):
            member = tarfile.TarInfo("parcel/scenario.yaml")
            member.size = len(YAML)
            self.accept(self.tar([(member, YAML.encode())], mode, name))

    def test_what_systems_strew_about(self):
        result = self.accept(self.zip([
            ("parcel/", b""), ("parcel/scenario.yaml", YAML), ("__MACOSX/parcel/._scenario.yaml", b"x"),
            ("parcel/.DS_Store", b"x"), ("parcel/Thumbs.db", b"x")]))
        self.assertEqual(result.stderr, "")

    def test_names_in_any_locale(self):
        self.accept(self.zip([("påsk/scenario.yaml", YAML), ("påsk/läs.txt", b"x")]), locale="C")

    def test_archives_inside_are_left_out(self):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as archive:
            archive.writestr("../../out.txt", "out")
        for name in ("inner.zip", "inner.TAR.GZ", "inner.7z"):
            result = self.accept(self.zip([("p/scenario.yaml", YAML), ("p/" + name, inner.getvalue())]))
            self.assertIn("“p/%s” was left out" % name, result.stderr)

    def test_faults_of_the_scenario(self):
        path = self.zip([("p/scenario.yaml", YAML.replace("lines: 2", "lines: many"))])
        result = self.check(path)
        self.assertEqual(result.returncode, 1)
        self.assertIn(path + "/scenario.yaml:5:8: error: ", result.stderr)

    # What is not.

    def test_names(self):
        for name, words in (
                ("../scenario.yaml", "it leads out of the folder"),
                ("p/../../out.txt", "it leads out of the folder"),
                ("p/..", "it leads out of the folder"),
                ("/etc/out.txt", "it begins at the root of the disk"),
                ("C:/out.txt", "it names a drive"),
                ("c:out.txt", "it names a drive"),
                ("p\\..\\..\\out.txt", "it leads out of the folder"),
                ("p/..\\..\\out.txt", "has a backslash"),
                ("p/a\nb.txt", "has a control character"),
                ("p/\x1b[2J.txt", "has a control character"),
                ("p/" + "a" * 256, "is too long"),
                ("p/" + "/".join(["b" * 200] * 6), "is too long"),
                ("p/" + "d/" * 16 + "x", "too many folders deep")):
            with self.subTest(name=name):
                info = zipfile.ZipInfo("x")
                info.filename = name  # as it is, without the module's own care
                self.refuse(self.zip([("p/scenario.yaml", YAML), (info, b"x")]), words)

    def test_names_that_meet(self):
        for one, other, words in (
                ("p/clips/a.opus", "p/clips/a.opus", "twice"),
                ("p/clips/a.opus", "p/clips/A.opus", "another spelling"),
                ("p/clips/a.opus", "p/Clips/b.opus", "another spelling"),
                ("p/å.txt", "p/a\u030a.txt", "twice"),
                ("p/clips", "p/clips/a.opus", "twice"),
                ("p/clips/a.opus", "p/clips", "twice")):
            with self.subTest(one=one, other=other), self.assertWarnsIf(one == other):
                self.refuse(self.zip([("p/scenario.yaml", YAML), (one, b"1"), (other, b"2")]), words)

    def assertWarnsIf(self, expected):
        """The module that makes the bundles complains of a name given twice."""
        import contextlib
        return self.assertWarns(UserWarning) if expected else contextlib.nullcontext()

    def test_bad_utf8(self):
        path = self.zip([("p/scenario.yaml", YAML), ("p/bad_name", b"x")])
        with open(path, "rb") as file:
            data = file.read()
        with open(path, "wb") as file:
            file.write(data.replace(b"bad_name", b"bad\xff\xfeame"))
        self.refuse(path, "is not UTF-8")

    def test_links_and_devices(self):
        info = zipfile.ZipInfo("p/link")
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        self.refuse(self.zip([("p/scenario.yaml", YAML), (info, "/etc/passwd")]), "“p/link” is a link")
        scenario = tarfile.TarInfo("p/scenario.yaml")
        scenario.size = len(YAML)
        for kind, words in ((tarfile.SYMTYPE, "is a link"), (tarfile.LNKTYPE, "is a link"),
                            (tarfile.CHRTYPE, "neither a file"), (tarfile.BLKTYPE, "neither a file"),
                            (tarfile.FIFOTYPE, "neither a file")):
            with self.subTest(kind=kind):
                member = tarfile.TarInfo("p/odd")
                member.type = kind
                member.linkname = "p/scenario.yaml" if kind == tarfile.LNKTYPE else "/etc/passwd"
                self.refuse(self.tar([(scenario, YAML.encode()), (member, None)]), words)

    def test_scenarios(self):
        self.refuse(self.zip([("p/readme.txt", b"x")]), "there is no scenario.yaml in it")
        self.refuse(self.zip([]), "no bundle at all")
        self.refuse(self.zip([("p/scenario.yaml/x", b"x")]), "there is no scenario.yaml in it")
        self.refuse(self.zip([("p/scenario.yaml", YAML), ("q/scenario.yaml", YAML)]),
                    "there are 2 scenarios in it")

    def test_bombs_of_size(self):
        zeros = bytes(1 << 20)
        with zipfile.ZipFile(self.path("bomb.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("p/scenario.yaml", YAML)
            with archive.open("p/clips/zeros.wav", "w", force_zip64=True) as entry:
                for _ in range(100):
                    entry.write(zeros)
        self.refuse(self.path("bomb.zip"), "times its size")

    def test_bomb_of_count(self):
        self.refuse(self.zip([("p/scenario.yaml", YAML)] + [("p/%d" % n, b"") for n in range(20000)]),
                    "more than 20000 files")

    def test_sparse_bomb(self):
        """An old GNU sparse file: half a kilobyte of data at the end of eight gibibytes."""
        member = tarfile.TarInfo("p/sparse")
        member.size = 512
        header = bytearray(member.tobuf(tarfile.GNU_FORMAT))
        header[156:157] = b"S"
        header[386:410] = b"%011o\0%011o\0" % ((8 << 30) - 1024, 512)
        header[483:495] = b"%011o\0" % ((8 << 30) - 512)
        header[148:156] = b" " * 8
        header[148:156] = b"%06o\0 " % sum(header)
        scenario = tarfile.TarInfo("p/scenario.yaml")
        scenario.size = len(YAML)
        path = self.tar([(scenario, YAML.encode())])
        with open(path, "rb") as file:
            data = file.read()
        with open(path, "wb") as file:
            file.write(data[:1024] + bytes(header) + b"x" * 512 + bytes(1024))
        self.refuse(path, "times its size")

    def test_sizes_that_lie(self):
        """The header says ten bytes, twenty mebibytes come of it."""
        packed = zlib.compressobj(9, zlib.DEFLATED, -15)
        real = bytes(20 << 20)
        data = packed.compress(real) + packed.flush()
        path = self.zip([("p/scenario.yaml", YAML), ("p/lie", real)])
        with open(path, "rb") as file:
            bundle = file.read()
        for claimed in (10, 0xfffffff0):
            lied = bundle.replace(struct.pack("<II", len(data), len(real)), struct.pack("<II", len(data), claimed))
            self.assertNotEqual(lied, bundle)
            with open(path, "wb") as file:
                file.write(lied)
            result = self.check(path)
            self.assertEqual(result.returncode, 1)
            self.assertEqual(result.stderr.count("error:"), 1, result.stderr)

    def test_damaged(self):
        path = self.zip([("p/scenario.yaml", YAML), ("p/noise", os.urandom(5000))])
        with open(path, "rb") as file:
            whole = file.read()
        for length in (0, 3, 100, len(whole) // 2, len(whole) - 10):
            with self.subTest(length=length):
                with open(path, "wb") as file:
                    file.write(whole[:length])
                self.refuse(path, "damaged, or no bundle at all")
        middle = bytearray(whole)
        middle[-3000] ^= 0xff
        with open(path, "wb") as file:
            file.write(middle)
        self.refuse(path, "damaged")
        with open(path, "w", encoding="utf-8") as file:
            file.write(YAML)
        self.refuse(path, "damaged, or no bundle at all")
        member = tarfile.TarInfo("p/scenario.yaml")
        member.size = len(YAML)
        path = self.tar([(member, YAML.encode())], "w:gz", "b.tar.gz")
        with open(path, "rb") as file:
            whole = file.read()
        with open(path, "wb") as file:
            file.write(whole[:len(whole) // 2])
        self.refuse(path, "damaged")

    def test_layers_within_layers(self):
        """Each could hide a thousand times what it takes."""
        member = tarfile.TarInfo("p/scenario.yaml")
        member.size = len(YAML)
        path = self.tar([(member, YAML.encode())], "w:gz", "b.tar.gz")
        with open(path, "rb") as file:
            layers = gzip.compress(gzip.compress(file.read()))
        with open(path, "wb") as file:
            file.write(layers)
        self.refuse(path, "damaged, or no bundle at all")

    def test_larger_than_any(self):
        path = self.path("b.zip")
        with open(path, "wb") as file:
            file.truncate(600 << 20)
        self.refuse(path, "larger than a scenario can be")

    def test_sweeps_only_its_own_floor(self):
        """What was left behind goes, but not from where others may have put it."""
        path = self.zip([("p/scenario.yaml", YAML)])
        for mode, stays in ((0o1777, True), (0o700, False)):
            os.chmod(self.temporary, mode)
            old = os.path.join(self.temporary, ".incoming-abcdef")
            os.makedirs(os.path.join(old, "p"), exist_ok=True)
            os.utime(old, (1, 1))
            subprocess.run([PROGRAM, "check", path], capture_output=True, timeout=60, check=True,
                           env={**os.environ, "TMPDIR": self.temporary})
            self.assertEqual(os.path.exists(old), stays)

    def test_encrypted(self):
        path = self.zip([("p/scenario.yaml", YAML)])
        with open(path, "rb") as file:
            data = bytearray(file.read())
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1
        with open(path, "wb") as file:
            file.write(data)
        self.refuse(path, "asks for a password")

    def test_other_methods(self):
        for method in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
            self.refuse(self.zip([("p/scenario.yaml", YAML * 20)], method=method), "make an ordinary zip")

    def test_no_file(self):
        os.mkfifo(self.path("pipe.zip"))
        self.refuse(self.path("pipe.zip"), "no file that a scenario")
        result = self.check(self.path("none.zip"))
        self.assertEqual(result.returncode, 1)
        self.assertIn("none.zip", result.stderr)


unittest.main(verbosity=2)
