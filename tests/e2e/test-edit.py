# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing by keyboard alone: a partner found, renamed, undone and found again; a record added, refused, deleted."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap
from atspi_ui import App, Atspi, wait

OLD, NEW = "Municipality of Katwijk", "Katwijk by the Sea"
PROGRAMME = "Proefles Nederlands"
BSN = "111222333"  # passes the eleven-test, and is nobody's

file = centre.make_sample(os.path.join(centre.folder(), "sample.convenant"))
app = None


def start():
    global app
    app = App([centre.PROGRAM, "--file", file], "convenant")
    wait(lambda: app.find("label", "Fee revenue per month"))


def stop():
    status, said = app.finish()
    assert (status, said) == (0, []), (status, said)


def name_in_file():
    return centre.query(file, "SELECT name_en FROM organisation WHERE name_nl = 'Gemeente Katwijk'")[0][0]


def programmes():
    return centre.query(file, "SELECT name_nl, price FROM programme WHERE name_nl = ?", PROGRAMME)


def labels():
    return [n.get_name() for n in app.walk(prune=("tree table",)) if n.get_role_name() == "label" and app.on_screen(n)]


def focused(role, name):
    return any(n.get_state_set().contains(Atspi.StateType.FOCUSED) and n.get_role_name() == role and n.get_name().startswith(name)
               for n in app.walk(prune=("tree table",)))


def find_partner(words, title):
    """Ctrl+F, the words, down to the first result, and open it."""
    app.key("ctrl+f")
    wait(lambda: focused("entry", "Search everything"))
    app.key("ctrl+a")
    app.type(words)
    app.get("list item", f"{title}, Organisation")
    app.key("Down")
    wait(lambda: focused("list item", title))
    app.key("Return")
    wait(lambda: app.find("button", "Edit"))
    wait(lambda: title in labels())


def test_finds_and_renames_a_partner():
    start()
    find_partner("Katwijk", OLD)
    app.key("alt+e")
    app.get("text", "Name (English)")
    app.key("Tab", "ctrl+a")
    app.type(NEW)
    assert name_in_file() == OLD
    app.key("Tab")  # leaving the field saves it
    wait(lambda: name_in_file() == NEW)
    wait(lambda: NEW in labels())


def test_undoes_and_redoes():
    app.key("Escape")
    app.key("ctrl+z")
    wait(lambda: name_in_file() == OLD)
    wait(lambda: OLD in labels())
    app.key("ctrl+shift+z")
    wait(lambda: name_in_file() == NEW)
    wait(lambda: NEW in labels())


def test_finds_it_again_after_a_restart():
    stop()
    start()
    find_partner("by the Sea", NEW)
    app.key("ctrl+z")  # what was done before the restart can be undone as well
    wait(lambda: name_in_file() == OLD)
    app.key("ctrl+shift+z")
    wait(lambda: name_in_file() == NEW)


def back_to_price():
    """Over what is said about the price, which has a row of its own below it."""
    while focused("list item", "Unit") or not focused("list item", ""):
        app.key("shift+Tab")
        wait(lambda: not focused("list item", "Unit"))
    app.key("shift+Tab")
    wait(lambda: not focused("list item", ""))


def registers_tab():
    """Above the sidebar's entry of the same name."""
    found = [n for n in app.walk(prune=("tree table",)) if n.get_role_name() == "label" and n.get_name() == "Registers" and app.on_screen(n)]
    top = {n.get_extents(Atspi.CoordType.WINDOW).y: n for n in found}
    return top[min(top)] if len(top) > 1 else None


def test_adds_a_record():
    app.key("ctrl+5")
    app.click(wait(registers_tab))
    app.get("label", "5 records")
    app.key("ctrl+n")
    app.get("text", "Name (Dutch)")
    app.type(PROGRAMME)
    app.key("Tab", "Tab")
    before = labels()
    app.type("12,3,4")
    app.key("Tab")
    said = wait(lambda: [t for t in labels() if t not in before and t.endswith(".")])
    tap.note(said)
    assert programmes() == []  # nothing is kept of a record whose required amount is wrong
    back_to_price()
    app.key("ctrl+a")
    app.type("125.50")
    app.key("Tab")
    wait(lambda: programmes() == [(PROGRAMME, 12550)])
    wait(lambda: not [t for t in labels() if t in said])


def test_refuses_a_citizen_service_number():
    for _ in range(20):  # over unit, category, places, minutes, cost, provider, pack, code and source
        if not focused("text", "Description (Dutch)"):
            app.key("Tab")
    wait(lambda: focused("text", "Description (Dutch)"))
    before = labels()
    app.type(f"aanmelden met bsn {BSN}")
    app.key("Tab")
    said = wait(lambda: [t for t in labels() if t not in before and t.endswith(".")])
    tap.note(said)
    assert not [t for t in said if BSN in t], said
    app.key("Escape")
    app.get("label", "6 records")
    assert centre.query(file, "SELECT description_nl FROM programme WHERE name_nl = ?", PROGRAMME) == [(None,)]


def test_deletes_and_brings_back():
    app.key("Delete")
    wait(lambda: programmes() == [])
    app.press(app.get("button", "Undo"))  # of the toast: the one above is called after what it undoes
    wait(lambda: programmes() == [(PROGRAMME, 12550)])


def test_second_start_is_read_only():
    # Not byte by byte: the first program may still move what it wrote from the log into the file.
    before = centre.contents(file)
    other = App([centre.PROGRAM, "--file", file], "convenant")
    other.node = wait(lambda: next((a for a in applications() if a.get_process_id() == other.process.pid), None))
    wait(lambda: any(n.get_name().startswith("Read-only") for n in other.walk(prune=("tree table",))))
    refused = centre.run("--file", file, "--import", centre.SAMPLE)
    assert refused.returncode == centre.UNREADABLE and refused.stderr, refused
    other.process.terminate()
    other.process.communicate()
    assert centre.contents(file) == before


def applications():
    desk = Atspi.get_desktop(0)
    return [a for a in (desk.get_child_at_index(i) for i in range(desk.get_child_count())) if a and a.get_child_count() > 0]


def test_quits_silently_and_keeps_no_number():
    stop()
    assert BSN.encode() not in centre.all_bytes(file)
    centre.must("--file", file, "--check")
    assert name_in_file() == NEW


sys.exit(tap.run("/e2e/edit", tap.cases_of(__name__)))
