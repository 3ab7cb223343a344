#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# po/POTFILES lists exactly the files that have something to translate.
set -eu
"$CVN_SRCDIR/tools/potfiles" --check
