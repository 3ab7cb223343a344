#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The help of each language is valid Mallard, every page is linked, and no link is broken.
#   help.sh FOLDER-OF-BUILT-HELP
set -eu
cd "$CVN_SRCDIR/help"
problems=$(
  for language in C nl; do
    pages=$language
    [ "$language" = C ] || pages=$1/$language
    yelp-check validate "$pages"/*.page 2>&1
    yelp-check links "$pages"/*.page 2>&1
    yelp-check orphans "$pages"/*.page 2>&1
    yelp-check ids "$pages"/*.page 2>&1
  done
)
if [ -n "$problems" ]; then
  echo "$problems"
  exit 1
fi
