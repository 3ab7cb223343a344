# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the help says is written on a button or in a menu is written there, in each language.

Words in <gui> are compared with those of the program, without underscores and without the dots of "something is asked first"."""
import glob
import html
import os
import re
import sys

SOURCE = os.environ["CVN_SRCDIR"]
GUI = re.compile(r"<gui>(.*?)</gui>")
ENTRY = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[\d+\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)


def text(quoted):
    joined = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', quoted))
    return joined.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def read(path):
    """All that a catalogue has, as pairs of a text and its translation."""
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"\n\s*\n", file.read())
    for block in blocks:
        found = [(word, text(quoted)) for word, quoted in ENTRY.findall(block)]
        originals = [value for word, value in found if word.startswith("msgid")]
        for translation in (value for word, value in found if word.startswith("msgstr")):
            for original in originals:
                yield original, translation


def plain(words):
    return html.unescape(words).replace("_", "").removesuffix("…")


def main():
    problems = []
    for path in sorted(glob.glob(os.path.join(SOURCE, "help", "*", "*.po"))):
        language = os.path.basename(path).removesuffix(".po")
        said = {}
        for original, translation in read(os.path.join(SOURCE, "po", language + ".po")):
            said.setdefault(plain(original), set()).add(plain(translation))
        for original, translation in read(path):
            wanted = set()
            for words in map(plain, GUI.findall(original)):
                if words not in said:
                    problems.append(f"help/C: nothing is called “{words}”: {original[:60]}")
                wanted |= said.get(words, set())
            problems += [f"{path}: “{words}” is called otherwise: {sorted(wanted)}" for words in map(plain, GUI.findall(translation)) if words not in wanted]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
