# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An event from its template to its attendance, by keyboard: published, full, a party that waits, offered and ticked; and all of it undone."""
import datetime
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap
from atspi_ui import App, Atspi, same, wait

# A full event of 2021: 200 seats, taken by a family of three and 197 others.
EVENT = """evenement_id,begin,eind,tijdzone,titel_nl,titel_en,organisatievorm,doelgroep,locatie,capaciteit,status,bron
ev-90,2021-02-04T19:30,2021-02-04T21:30,Europe/Amsterdam,Volle avond,Full evening,eigen,internationals,Leiden,200,gepland,verzonnen
"""
SIGNUPS = [("Gezin uit Voorschoten", 3)] + [(f"Kenniswerker {n:03}", 1) for n in range(197)]

folder = centre.folder()
path = os.path.join(folder, "events.convenant")
app = None
first = {}


def write(name, text):
    target = os.path.join(folder, "extra", name)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as out:
        out.write(text)


def query(sql, *values):
    return centre.query(path, sql, *values)


def one(sql, *values):
    return query(sql, *values)[0][0]


def dump():
    """All that is kept of records: not the journal, nor what is worked out from the records."""
    tables = [row[0] for row in query("SELECT m.name FROM sqlite_master AS m WHERE m.type = 'table' AND "
                                      "(SELECT count(*) FROM pragma_table_info (m.name) WHERE name IN ('seq', 'hash')) = 2 ORDER BY m.name")]
    assert "event_signup" in tables and "journal" not in tables
    return {name: query(f'SELECT * FROM "{name}" ORDER BY seq') for name in tables}


def steps():
    return one("SELECT count(*) FROM undo_stack WHERE side = 'undo'")


def visible(node=None):
    """What is on screen, without a look at the pages behind it."""
    node = node or app.node
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child and (child.get_component_iface() is None or app.on_screen(child)):
            yield from visible(child)


def names():
    return [n.get_name() for n in visible() if n.get_name()]


def says(text):
    return any(text in name for name in names())


def gives_menus_no_names():
    """Newer GTK; then it has to do that a menu is open, or that one of its items has the focus."""
    return [int(n) for n in app.node.get_toolkit_version().split(".")[:2]] >= [4, 10]


def has_menu(text):
    return says(text) or (gives_menus_no_names() and any(n.get_role_name() == "menu item" for n in visible()))


def focus():
    """The name of what has the focus."""
    for n in visible():
        if n.get_state_set().contains(Atspi.StateType.FOCUSED) and n.get_role_name() not in ("frame", "filler"):
            return n.get_name().replace("_", "")
    return None


def is_at(name):
    at = focus()
    return at is not None and (at.startswith(name) or same(at, name))


def is_at_item(name):
    return is_at(name) or (gives_menus_no_names() and focused_role() == "menu item")


def tab_to(name, limit=40, key="Tab"):
    """Tab until something called so has the focus: that it can be reached is a part of the test."""
    for _ in range(limit):
        at = focus()
        if at is not None and (at.startswith(name) or same(at, name)):
            return
        app.key(key)
        try:
            wait(lambda: focus() not in (None, at), 1)
        except AssertionError:
            pass  # two neighbours of one name
    raise AssertionError(f"{name} cannot be reached; at {focus()}")


def is_there(sql, *values):
    wait(lambda: query(sql, *values), 30)


def focused_day():
    """The day of the month that has the focus."""
    words = (focus() or "").split(",")[0]
    try:
        return datetime.datetime.strptime(words, "%d %B %Y").date()
    except ValueError:
        return None


def go_to_day(day):
    """With the arrows and Page Up and Page Down, as in any calendar."""
    wait(lambda: focused_day() and focused_day().year == day.year)
    while focused_day() != day:
        at = focused_day()
        months = (day.year - at.year) * 12 + day.month - at.month
        app.key("Next" if months > 0 else "Prior" if months < 0 else "Right" if day > at else "Left")
        wait(lambda: focused_day() not in (None, at))


def open_by_search(words, title):
    app.key("ctrl+f")
    wait(lambda: focus() == "Search everything")
    app.key("ctrl+a")
    app.type(words)
    wait(lambda: says(f"{title}, Event"))
    app.key("Down")
    wait(lambda: is_at(title))
    app.key("Return")
    wait(lambda: app.find("button", "More for This Event"))
    wait(lambda: says(title))


def focused_role():
    return next((n.get_role_name() for n in visible() if n.get_state_set().contains(Atspi.StateType.FOCUSED)), None)


def show_part(name):
    """By Tab to the parts of the event, and on with the arrows, as newer GTK asks for."""
    for _ in range(20):
        if focused_role() == "page tab":
            break
        at = focus()
        app.key("Tab")
        wait(lambda: focus() != at)
    while not is_at(name) and not is_at("Details"):  # it begins with the part that is shown
        at = focus()
        app.key("Left")
        wait(lambda: focus() != at)
    tab_to(name, limit=8, key="Right")
    app.key("space")


def test_begins_with_a_full_event():
    centre.make_sample(path)
    write("evenementen.csv", EVENT)
    write("aanmeldingen.csv", "evenement_id,wie,aantal,status,aangemeld_op,bron\n" +
          "".join(f"ev-90,{who},{people},aangemeld,2020-12-01,verzonnen\n" for who, people in SIGNUPS))
    centre.must("--file", path, "--import", os.path.join(folder, "extra"))
    assert one("SELECT t.signed_up FROM event_total AS t JOIN event AS e ON e.id = t.event WHERE e.code = 'ev-90'") == 200
    global app
    first.update(dump=dump(), steps=steps())
    app = App([centre.PROGRAM, "--file", path], "convenant")
    wait(lambda: app.find("label", "Fee revenue per month"))


def test_makes_an_event_from_a_template():
    open_by_search("Tango Workshop", "Tango Workshop")
    tab_to("More for This Event")
    app.key("space")
    wait(lambda: has_menu("Make a Template"))
    app.key("t")
    is_there("SELECT 1 FROM event WHERE template = 1 AND title_en = 'Tango Workshop'")
    app.key("alt+Left")
    wait(lambda: is_at("Tango Workshop,"))
    app.key("Escape")  # from the event to its day
    wait(focused_day)
    app.key("ctrl+Prior", "ctrl+Next")  # the year in focus
    go_to_day(datetime.date(2021, 2, 4))
    tab_to("Add an Event", key="shift+Tab")
    app.key("space")
    wait(lambda: has_menu("From a Template"))
    app.key("Down", "Down")
    wait(lambda: is_at_item("Tango Workshop"))
    app.key("Return")
    is_there("SELECT 1 FROM event WHERE template IS NULL AND title_en = 'Tango Workshop' AND starts = '2021-02-04T20:00'")
    wait(lambda: app.find("button", "More for This Event"))


def test_is_planned_and_published():
    planned = "SELECT count(*), count(p.done_on) FROM event_publication AS p JOIN event AS e ON e.id = p.event WHERE e.starts = '2021-02-04T20:00'"
    assert query(planned) == [(5, 0)]
    show_part("Publications")
    tab_to("Expat Information")
    for n, channel in enumerate(("Expat Information", "Website", "Event page")):
        wait(lambda: is_at(channel))
        app.key("space")
        wait(lambda: query(planned) == [(5, n + 1)])
        wait(lambda: is_at(channel))  # where it was before the list was made anew
        app.key("Down")
    assert query("SELECT due FROM event_publication WHERE done_on IS NOT NULL ORDER BY due") == [("2020-12-31",), ("2021-01-07",), ("2021-01-14",)]


def status(label):
    return one("SELECT s.status FROM event_signup AS s JOIN event AS e ON e.id = s.event WHERE e.code = 'ev-90' AND s.label = ?", label)


def sign_up(who, people):
    app.key("ctrl+a")
    app.type(who)
    app.key("Tab", "ctrl+a")
    app.type(str(people))
    app.key("alt+s")
    is_there("SELECT 1 FROM event_signup WHERE label = ? AND party = ?", who, people)
    wait(lambda: is_at("Who signs up"))


def test_offers_seats_to_who_waits():
    open_by_search("Full evening", "Full evening")
    show_part("Sign-ups")
    wait(lambda: says("200 of 200 seats taken, 0 free"))
    tab_to("Who signs up")
    sign_up("Three researchers", 3)
    sign_up("One trainee", 1)
    assert (status("Three researchers"), status("One trainee")) == ("waiting", "waiting")
    wait(lambda: says("4 on the waiting list."))
    tab_to("Gezin uit Voorschoten")
    app.key("Down")
    wait(lambda: is_at("Kenniswerker 000"))
    app.key("Delete")  # one seat: not for three
    wait(lambda: status("Kenniswerker 000") == "cancelled")
    assert (status("Three researchers"), status("One trainee")) == ("waiting", "offered")
    app.key("Up")
    wait(lambda: is_at("Gezin uit Voorschoten"))
    app.key("Delete")
    wait(lambda: status("Gezin uit Voorschoten") == "cancelled")
    assert status("Three researchers") == "offered"
    wait(lambda: says("Three researchers, 3 people · seats offered until 7 Jan 2021"))
    app.key("End")
    wait(lambda: is_at("One trainee"))
    for who in ("One trainee", "Three researchers"):
        wait(lambda: is_at(who))
        app.key("t")
        wait(lambda: status(who) == "signed_up")
        app.key("Up")
    wait(lambda: says("200 of 200 seats taken, 0 free"))


def test_ticks_two_hundred():
    attended = "SELECT t.attended FROM event_total AS t JOIN event AS e ON e.id = t.event WHERE e.code = 'ev-90'"
    app.key("Home")
    wait(lambda: is_at("Gezin uit Voorschoten"))
    app.key("Down", "Down")
    wait(lambda: is_at("Kenniswerker 001"))
    app.key(*["Return"] * 198)
    wait(lambda: one(attended) == 200, 60)
    wait(lambda: says("200 people attended."))


def test_undoes_all_of_it():
    assert dump() != first["dump"]
    while steps() > first["steps"]:
        left = steps()
        n = min(20, left - first["steps"])
        app.key(*["ctrl+z"] * n)
        wait(lambda: steps() == left - n, 60)
    assert dump() == first["dump"]
    status, said = app.finish()
    assert (status, said) == (0, []), (status, said)


sys.exit(tap.run("/e2e/events", tap.cases_of(__name__)))
