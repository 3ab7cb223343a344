# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview of the sample centre, read as a screen reader reads it, against sums over the CSV files."""
import itertools
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import sample_sums
import tap
from atspi_ui import App, wait

MONTHS = "January February March April May June July August September October November December".split()
TILES = ("Contributions", "Fee Revenue", "Bookings", "Events", "Expected Result")
CHARTS = ("Commitments", "Contributions per municipality", "Fee revenue per month", "Share of registrations and of inhabitants")
STATES = {"uitgevoerd": "delivered", "geboekt": "booked", "geannuleerd": "cancelled"}

sums = {year: sample_sums.of_year(year) for year in (2018, 2019, 2020)}
app = App([centre.PROGRAM, "--file", centre.make_sample(os.path.join(centre.folder(), "sample.convenant"))], "convenant")


def cents(text):
    """Cents of an amount in English, in whole euros or with two places."""
    found = re.fullmatch(r"([-−]?)€([\d,]+)(?:\.(\d\d))?", text)
    assert found, text
    amount = int(found[2].replace(",", "")) * 100 + int(found[3] or 0)
    return -amount if found[1] else amount


def exact(amount):
    """Cents as an amount with two places."""
    return f"{'−' if amount < 0 else ''}€{abs(amount) // 100:,}.{abs(amount) % 100:02}"


def short(amount):
    """Cents as the tiles write them: without the places when they say nothing."""
    return exact(amount).removesuffix(".00")


def tile(title, found={}):  # remembered: half a millisecond for each object on the way adds up
    if found.get(title) is None:
        found[title] = next((n for n in app.walk() if n.get_name().startswith(f"{title}: ")), None)
    return found[title]


def labels(node):
    return [n.get_name() for n in app.walk(node) if n.get_role_name() == "label"]


def tiles():
    """What each tile says: its value and its detail."""
    return {title: labels(tile(title))[1:] for title in TILES}


def table(title):
    """The rows of a chart's twin table; the first one has the names of the columns."""
    node = app.find("table", title, root=tile("Contributions").get_parent().get_parent())
    rows = [[]]
    for i in range(node.get_child_count()):
        cell = node.get_child_at_index(i)
        if "row header" in cell.get_role_name():
            rows.append([])
        rows[-1].append(cell.get_name())
    return rows


def year_in_focus():
    return int(tile("Year in focus").get_name().rsplit(" ", 1)[1])


def go_to(year):
    """Switches the year from the keyboard, and waits until its figures are there."""
    while year_in_focus() != year:
        before = year_in_focus()
        app.key("ctrl+Page_Up" if year < before else "ctrl+Page_Down")
        wait(lambda: year_in_focus() != before)
    wait(lambda: table("Fee revenue per month")[1][0].endswith(f" {year}"))


def check_tiles(want, got):
    assert cents(got["Contributions"][0]) == want["received"], got
    share = round(100 * want["received"] / want["committed"])
    assert got["Contributions"][1] == f"received of {short(want['committed'])} committed, {share}\u00a0%", got
    assert cents(got["Fee Revenue"][0]) == want["fee_revenue"], got
    assert f"of {short(want['fee_budget'])} budgeted" in got["Fee Revenue"][1], got
    assert int(got["Bookings"][0]) == want["bookings"], got
    assert not want["bookings"] or f"worth {short(want['bookings_worth'])}" in got["Bookings"][1], got
    for row in want["bookings_by_state"]:
        assert f", {row['number']} {STATES[row['state']]}" in got["Bookings"][1], got
    assert int(got["Events"][0]) == want["events_held"], got
    assert f"held, {want['events_attended']} attended" in got["Events"][1], got
    assert (f", {want['events_cancelled']} cancelled" in got["Events"][1]) == (want["events_cancelled"] > 0), got
    assert cents(got["Expected Result"][0]) == want["result"], got


def check_charts(year, want):
    ladder = {row[0]: cents(row[1]) for row in table(CHARTS[0])[1:]}
    steps = {step.capitalize(): want[step] for step in ("pledged", "decided", "signed", "invoiced", "target")}
    assert ladder == steps | {"Paid": want["received"]}, ladder

    places = {row[0]: [cents(c) for c in row[1:]] for row in table(CHARTS[1])[1:-1]}
    assert places == {f"{m['place']}, {short(m['each'])} per inhabitant": [m["due"], m["received"]]
                      for m in want["municipalities"]}, places

    header, *months, _ = table(CHARTS[2])
    assert [row[0] for row in months] == [f"{name} {year}" for name in MONTHS], months
    for column, figure in enumerate(("months", "months_before"), 1):
        counted = {m["month"]: m["revenue"] for m in want[figure]}
        if str(year - column + 1) in header:
            assert [cents(row[column]) for row in months] == [counted.get(m, 0) for m in range(1, 13)], months
        else:
            assert not any(counted.values()), header
    assert sum(cents(row[header.index("Budget") + 1]) for row in months) == want["fee_budget"], months

    shares = {row[0]: row[1:] for row in table(CHARTS[3])[1:]}
    assert shares == {s["place"]: [f"{s['registrations']}%", f"{s['inhabitants']}%"] for s in want["shares"]}, shares


def texts_of(rows):
    return [labels(rows.get_child_at_index(i)) for i in range(rows.get_child_count())]


def read_on(rows):
    """Newer GTK makes the rows that are on screen and a few more: the others come when it is scrolled."""
    found = at = texts_of(rows)
    while True:
        app.click(rows.get_parent(), button=5)
        try:
            wait(lambda: texts_of(rows) != at, 1)
        except AssertionError:
            return found
        at = texts_of(rows)
        known = next(n for n in range(len(at), -1, -1) if found[len(found) - n:] == at[:n])
        found = found + at[known:]


def after(node):
    """What comes last beside it, and beside what it is in, from near to far: where there are no rows, first the words that say so."""
    parent = node.get_parent()
    while parent is not None:
        last = parent.get_child_count() - 1
        if node.get_index_in_parent() != last:
            yield parent.get_child_at_index(last)
        node, parent = parent, parent.get_parent()


def check_rows(title, total, number):
    """The tile opens the rows that it counts, and they add up to it; back again with Alt+Left."""
    form = str if title == "Events" else exact
    app.press(tile(title))
    rows = app.get("list", "Rows behind the number")
    wait(lambda: any(form(total) in labels(place) for place in itertools.islice(after(rows.get_parent()), 2)))
    texts = texts_of(rows)
    amount = (lambda t: int(t[-1])) if title == "Events" else (lambda t: cents(t[-1]))
    if sum(map(amount, texts)) != total and len(texts) < 200:
        texts = read_on(rows)
    amounts = list(map(amount, texts))
    assert number is None or len(texts) == number, (title, texts)
    assert len(texts) >= 200 or sum(amounts) == total, (title, total, texts)  # a list makes no more rows at a time
    app.get("button", "Back")
    app.key("alt+Left")
    wait(lambda: app.find("button", "Back") is None)


def check_year(year):
    want = sums[year]
    go_to(year)
    check_tiles(want, tiles())
    check_charts(year, want)
    check_rows("Contributions", want["received"], None)
    check_rows("Fee Revenue", want["fee_revenue"], None)
    check_rows("Bookings", want["bookings_worth"], want["bookings"])
    check_rows("Events", want["events_held"], want["events_held"])
    check_rows("Expected Result", want["result"], None)


def test_has_twin_tables():
    wait(lambda: all(tile(title) for title in TILES))
    buttons = wait(lambda: [n for n in app.walk() if n.get_name() == "Show as Table" and n.get_n_actions() > 0])
    assert len(buttons) == len(CHARTS), len(buttons)
    for button in buttons:
        app.press(button)
    for title in CHARTS:
        app.get("table", title)


def test_figures_of_2020():
    check_year(2020)


def test_figures_of_2019():
    check_year(2019)


def test_figures_of_2018():
    check_year(2018)


def test_buttons_have_names():
    """What has no name is called after its class, which nobody understands who hears it."""
    named = [n.get_name() for n in app.walk() if n.get_role_name() in ("push button", "button", "toggle button", "entry", "text")]
    assert not [name for name in named if re.fullmatch(r"(Gtk|Adw|Cvn)\w+", name)], named


def test_quits_silently():
    status, said = app.finish()
    assert (status, said) == (0, []), (status, said)


sys.exit(tap.run("/e2e/overview", tap.cases_of(__name__)))
