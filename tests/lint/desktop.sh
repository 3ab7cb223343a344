#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The desktop file, the metainfo and the schema as built are valid, warnings included.
#   desktop.sh DESKTOP METAINFO VERSION
set -eu
desktop-file-validate --warn-kde "$1"
appstreamcli validate --no-net --strict "$2" || appstreamcli validate --no-net --explain "$2"
glib-compile-schemas --strict --dry-run "$CVN_SRCDIR/data"

newest=$(sed -n 's/.*<release [^>]*version="\([^"]*\)".*/\1/p' "$2" | head -n 1)
if [ "$newest" != "$3" ]; then
  echo "The newest release in the metainfo is $newest, but meson.build says $3."
  exit 1
fi
