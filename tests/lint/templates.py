# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each template in ui/ has its class in src/ui with the same stem, is built in, and says what its fields are."""
import os
import re
import xml.etree.ElementTree as ElementTree

from lint import files, read, report

classes = {os.path.basename(path)[:-2] for path in files("src/ui", ".c")}
built = "".join(read(path) for path in files("src/ui", "meson.build", ".xml", ".xml.in"))
# Widgets that show no text of their own and so have to be named for a screen reader.
NAMELESS = {"GtkMenuButton", "GtkToggleButton", "GtkButton"}

problems = []
for path in files("ui", ".ui"):
    stem = os.path.basename(path)[:-3]
    tree = ElementTree.fromstring(read(path))
    if tree.find("template") is not None and stem not in classes:
        problems.append(f"{path}: there is no src/ui/…/{stem}.c for this template")
    if os.path.basename(path) not in built:
        problems.append(f"{path}: no meson.build below src/ui names it")
    for widget in tree.iter("object"):
        properties = {p.get("name") for p in widget.findall("property")}
        if widget.get("class") in NAMELESS and "icon-name" in properties and not properties & {"label", "child"}:
            named = any(p.get("name") in ("label", "labelled-by") for p in widget.findall("accessibility/*"))
            if not named and ("tooltip-text" not in properties or widget.get("class") == "GtkMenuButton"):
                icon = widget.findtext("property[@name='icon-name']")
                problems.append(f"{path}: the {widget.get('class')} with the icon {icon} has no accessible label")
    for text in re.findall(r'<property name="(?:label|title|subtitle|tooltip-text|placeholder-text)">([^<]*[A-Za-z]{2,}[^<]*)<',
                           read(path)):
        problems.append(f"{path}: “{text}” is not marked translatable")

report(problems, "Templates, classes and their tests share a stem; every control has a name.")
