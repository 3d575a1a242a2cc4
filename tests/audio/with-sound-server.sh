#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
#
# with-sound-server.sh COMMAND...
#
# Runs COMMAND beside a private PulseAudio with one null sink, `line`, which plays in real time and
# can be recorded from `line.monitor`. Nothing of the user's own sound is touched. COMMAND finds
# $SOUND_SERVER_START, a program that starts the server (again), and $SOUND_SERVER_PID, the file that
# holds its process id. Without PulseAudio the test is skipped (77).

command -v pulseaudio >/dev/null && command -v parecord >/dev/null || exit 77

folder=$(mktemp -d) || exit 1
chmod 700 "$folder"
mkdir "$folder/home"

export XDG_RUNTIME_DIR="$folder" HOME="$folder/home"
export PULSE_SERVER="unix:$folder/server.sock"
export SOUND_SERVER_START="$folder/start" SOUND_SERVER_PID="$folder/pulse/pid"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY PULSE_SINK PULSE_SOURCE

printf 'pcm.!default { type pulse }\nctl.!default { type pulse }\n' > "$HOME/.asoundrc"

# A null sink left alone plays in steps of two seconds, and whoever joins it waits for the next. A
# listener who asks for 20 ms keeps it lively; it leaves with the server.
cat > "$SOUND_SERVER_START" <<END
#!/bin/sh
rm -f "$folder/pulse/pid"  # a server that was killed leaves it behind
env -u PULSE_SERVER pulseaudio -n --daemonize=yes --exit-idle-time=-1 --log-target=null \\
  -L "module-native-protocol-unix auth-anonymous=1 socket=$folder/server.sock" \\
  -L "module-null-sink sink_name=line rate=48000" || exit 1
listen='parecord --raw --latency-msec=20 -d line.monitor'
\$listen > /dev/null 2>&1 &
\$listen 2> /dev/null | head -c 9600 > /dev/null
END
chmod 700 "$SOUND_SERVER_START"

finish ()
{
  [ -f "$SOUND_SERVER_PID" ] && kill "$(cat "$SOUND_SERVER_PID")" 2>/dev/null
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 1' INT TERM HUP

"$SOUND_SERVER_START" 2>/dev/null || { echo 'Bail out! PulseAudio does not start'; exit 1; }
"$@"
