# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak may only have these permissions: no file system, no session bus, no other device."""
import json

from lint import read, report

MANIFEST = "flatpak/org.convenant.Convenant.json"
ALLOWED = {"--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri",
           "--talk-name=org.freedesktop.secrets"}

manifest = json.loads(read(MANIFEST))
problems = [f"{MANIFEST}: {permission} is not on the list" for permission in manifest["finish-args"]
            if permission not in ALLOWED]
problems += [f"{MANIFEST}: {name} is {manifest.get(name)}, not {value}" for name, value in
             (("id", "org.convenant.Convenant"), ("command", "convenant")) if manifest.get(name) != value]
report(problems, "A new permission needs a reason in the pull request, and a line in tests/lint/flatpak.py.")
