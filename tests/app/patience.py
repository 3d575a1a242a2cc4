# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""How many times as long a test waits for a program that is watched, and slow: tests/meson.build says."""

import os

FACTOR = float(os.environ.get("FRONTDESK_TEST_PATIENCE", "1"))
