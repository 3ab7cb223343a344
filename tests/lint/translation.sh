#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Dutch translation is complete: nothing fuzzy, nothing untranslated, nothing in the sources that it lacks.
#   translation.sh program|help
set -euo pipefail
cd "$CVN_SRCDIR"
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

if [ "$1" = program ]; then
  po=po/nl.po
  tools/extract-strings >"$fresh/new.pot"
else
  po=help/nl/nl.po
  tools/extract-strings --help-pages >"$fresh/new.pot"
fi

msgfmt -c -o /dev/null "$po"
wrong=0
for kind in --untranslated --only-fuzzy; do
  msgattrib --no-obsolete "$kind" "$po" >"$fresh/bad.po"
  if [ -s "$fresh/bad.po" ]; then
    cat "$fresh/bad.po"
    wrong=1
  fi
done
if ! msgcmp "$po" "$fresh/new.pot" 2>"$fresh/missing"; then
  grep -v 'warning: this message is not used' "$fresh/missing" || true
  wrong=1
fi
if [ $wrong -ne 0 ]; then
  echo "$po is not complete: run tools/update-translations and translate what is empty or fuzzy."
fi
exit $wrong
