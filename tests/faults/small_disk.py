# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A real disk, but a small one: a tmpfs that can be filled, emptied and made read-only. To be used inside
with-own-mounts."""

import errno
import os
import subprocess

BLOCK = 4096  # bytes: of a tmpfs, which has nothing smaller


class SmallDisk:
    """Mounted at `path`, of so many KiB, from `with` to its end."""

    def __init__(self, path, kib):
        self.path, self.kib = str(path), kib
        self.ballast = os.path.join(self.path, "ballast")

    def __enter__(self):
        os.makedirs(self.path, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%dk,mode=700" % self.kib, "none", self.path],
                       check=True)
        return self

    def __exit__(self, *trouble):
        subprocess.run(["umount", "--lazy", self.path], check=True)

    def fill(self, leave=0):
        """Until not a block is free, or until `leave` bytes are."""
        with open(self.ballast, "ab", buffering=0) as file:
            while self.free() > leave:
                try:
                    file.write(bytes(BLOCK))
                except OSError as error:
                    assert error.errno == errno.ENOSPC, error
                    break

    def free(self):
        status = os.statvfs(self.path)
        return status.f_bavail * status.f_frsize

    def make_room(self):
        os.unlink(self.ballast)

    def set_read_only(self, read_only):
        subprocess.run(["mount", "-o", "remount,%s" % ("ro" if read_only else "rw"), self.path],
                       check=True)
