#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
#
# without-opengl.sh PROGRAM: as the first program on a display it loads nothing of OpenGL. Run it inside
# with-display.

set -eu

"$1" &
program=$!
trap 'kill $program; wait $program || true' EXIT
xdotool search --sync --onlyvisible --pid "$program" >/dev/null
if grep -E 'libGLX|libEGL_|libLLVM|_dri[.]so' "/proc/$program/maps"; then
  echo "OpenGL was loaded" >&2
  exit 1
fi
