#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command with its own X server, session bus, HOME and settings; leaves nothing behind.
#   headless.sh [--a11y] [--size WxH] [--lang nl] COMMAND [ARGUMENT…]
# The build folder is $CVN_BUILDDIR (meson sets it). Everything is ended by process id.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
a11y=test size=1280x1024 lang=
while :; do
  case ${1-} in
    --a11y) a11y=atspi; shift ;;
    --size) size=$2; shift 2 ;;
    --lang) lang=$2; shift 2 ;;
    *) break ;;
  esac
done
if [ -z "${CVN_BUILDDIR-}" ] || [ $# -eq 0 ]; then
  echo "usage: CVN_BUILDDIR=FOLDER headless.sh [--a11y] [--size WxH] [--lang nl] COMMAND [ARGUMENT…]" >&2
  exit 2
fi

own=$(mktemp -d "${TMPDIR:-/tmp}/convenant-test.XXXXXX")
mkdir -p "$own"/{run,home,services,config/gtk-4.0,cache,data,state}
chmod 700 "$own/run"
server=
# shellcheck disable=SC2317  # called by the trap
finish () {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  fi
  rm -rf "$own"
  return 0
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

cat >"$own/config/gtk-4.0/settings.ini" <<'INI'
[Settings]
gtk-font-name=Cantarell 11
gtk-decoration-layout=:close
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
gtk-hint-font-metrics=true
INI

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GTK_THEME GTK_MODULES GTK_PATH GIO_EXTRA_MODULES LANGUAGE \
  AT_SPI_BUS_ADDRESS SESSION_MANAGER
export HOME="$own/home" XDG_RUNTIME_DIR="$own/run" XDG_CONFIG_HOME="$own/config" XDG_CACHE_HOME="$own/cache" \
  XDG_DATA_HOME="$own/data" XDG_STATE_HOME="$own/state" XDG_CURRENT_DESKTOP=GNOME \
  LC_ALL=C.UTF-8 TZ=UTC NO_COLOR=1 \
  GDK_BACKEND=x11 GSK_RENDERER="${GSK_RENDERER:-cairo}" GTK_A11Y="${GTK_A11Y:-$a11y}" \
  GSETTINGS_BACKEND=memory GIO_USE_VFS=local GIO_USE_PROXY_RESOLVER=dummy GIO_USE_PORTALS=0 ADW_DISABLE_PORTAL=1 \
  GTK_IM_MODULE=gtk-im-context-simple \
  GSETTINGS_SCHEMA_DIR="$CVN_BUILDDIR/data" CVN_LOCALEDIR="$CVN_BUILDDIR/po" \
  LIBGL_ALWAYS_SOFTWARE=1 MESA_SHADER_CACHE_DISABLE=true
# Without this GDK looks for OpenGL all the same, which costs time, and Mesa leaks. GTK 4.14 has another word for it.
if [ "$GSK_RENDERER" = cairo ]; then
  if pkg-config --atleast-version=4.14 gtk4 2>/dev/null; then
    export GDK_DISABLE="${GDK_DISABLE:+$GDK_DISABLE,}gl,vulkan"
  else
    export GDK_DEBUG="${GDK_DEBUG:+$GDK_DEBUG,}gl-disable"
  fi
fi
if [ -n "$lang" ]; then
  export LANGUAGE="$lang"
fi

# -displayfd picks a free display, so that tests side by side never collide.
exec 7>"$own/display"
Xvfb -displayfd 7 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset >"$own/xvfb.log" 2>&1 &
server=$!
exec 7>&-
for _ in $(seq 500); do
  [ -s "$own/display" ] && break
  kill -0 "$server" 2>/dev/null || { cat "$own/xvfb.log" >&2; exit 99; }
  sleep 0.02
done
DISPLAY=:$(cat "$own/display")
export DISPLAY CVN_DISPLAY_PID=$server

bus=none
if [ "$GTK_A11Y" = atspi ]; then
  bus=a11y
  cp /usr/share/dbus-1/services/org.a11y.Bus.service "$own/services/"
fi
sed "s|@SERVICES@|$own/services|; s|@DIR@|$own/run|" "$here/dbus-$bus.conf" >"$own/dbus.conf"

# The chatter of the bus and of what it starts goes to a file; the command's stdout and stderr stay the caller's.
status=0
# shellcheck disable=SC2016  # the inner shell's "$@"
dbus-run-session --config-file="$own/dbus.conf" -- \
  sh -c 'exec "$@" >&8 2>&9 8>&- 9>&-' sh "$@" 8>&1 9>&2 >"$own/dbus.log" 2>&1 || status=$?
if [ -n "${HEADLESS_DEBUG-}" ]; then
  cat "$own/dbus.log" "$own/xvfb.log" >&2
fi
exit $status
