# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A booking by keyboard: one line, its price by the day, the quote on paper, confirmed, two sessions, its hours left, its
invoice; and undone to the same file again."""
import os
import sqlite3
import subprocess
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap
from atspi_ui import App, wait

PROGRAMMES = """programma_id,naam_nl,naam_en,prijs_excl_cent,eenheid,btw_categorie,minuten
taal,Taallessen (10 weken),Language lessons (10 weeks),189500,per groep,S,600
"""
PRICES = """programma_id,geldig_van,geldig_tot,prijs_excl_cent
taal,2020-01-01,2020-12-31,189500
taal,2021-01-01,,199500
"""

folder = centre.folder()
path = os.path.join(folder, "booked.convenant")
app = None
before = None
first = 0


def write(name, text):
    os.makedirs(os.path.join(folder, "extra"), exist_ok=True)
    with open(os.path.join(folder, "extra", name), "w", encoding="utf-8") as out:
        out.write(text)


def dump():
    """All that is kept of records: not the journal, nor what is worked out from the records."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10) as db:
        tables = [row[0] for row in db.execute("SELECT m.name FROM sqlite_master AS m WHERE m.type = 'table' AND "
                                               "(SELECT count(*) FROM pragma_table_info (m.name) WHERE name IN ('seq', 'hash')) = 2 ORDER BY m.name")]
        assert "booking" in tables and "journal" not in tables
        return {name: db.execute(f'SELECT * FROM "{name}" ORDER BY seq').fetchall() for name in tables}


def steps():
    return centre.query(path, "SELECT count(*) FROM undo_stack WHERE side = 'undo'")[0][0]


def says(text):
    return any(text in n.get_name() for n in app.walk(prune=("tree table",)) if n.get_role_name() == "label" and app.on_screen(n))


def booking(*columns):
    rows = centre.query(path, f"SELECT {', '.join(columns)} FROM booking WHERE date = '2021-05-12'")
    return rows[0] if rows else None


def one(sql):
    return centre.query(path, sql)[0][0]


def read_pdf(report, record, language):
    pdf = os.path.join(folder, f"{report}-{language}.pdf")
    centre.must("--file", path, "--report", report, "--record", record, "--output", pdf, language=language)
    return unicodedata.normalize("NFKC", subprocess.check_output(["pdftotext", "-layout", pdf, "-"], text=True))  # ligatures, spaces


def test_a_line_makes_a_booking_with_the_price_of_its_day():
    global app, before, first
    centre.make_sample(path)
    write("programmas.csv", PROGRAMMES)
    write("programmaprijzen.csv", PRICES)
    centre.must("--file", path, "--import", os.path.join(folder, "extra"))
    before, first = dump(), steps()
    app = App([centre.PROGRAM, "--file", path], "convenant")
    wait(lambda: says("Fee revenue per month"))
    app.key("ctrl+5")
    wait(lambda: says("Requested"))
    app.key("ctrl+k")
    app.get("frame", "Quick Add")
    app.type("booking Demo Biotech Alpha 8 language lessons 12 May 2021")
    wait(lambda: says("12 May 2021 · 8 people"))
    app.key("Return")
    wait(lambda: says("The price on that day is €1,995.00; it holds from 1 January 2021."))
    assert booking("net") is None
    app.key("Escape")
    wait(lambda: booking("net"))
    assert booking("net", "minutes", "participants", "status", "requested_on") == (199500, 600, 8, "requested", "2020-12-31")


def choose():
    """Back on the board, to the first column that has a card; the line below says which card that is."""
    def on_card():
        app.key("Left")
        return says("Demo Biotech Alpha B.V.: Language lessons (10 weeks), Requested")

    app.key("alt+Left")
    wait(on_card)


def test_quotes_and_confirms():
    choose()
    app.key("ctrl+Right")
    wait(lambda: booking("status") == ("quoted",))
    assert booking("quoted_on", "valid_until") == ("2020-12-31", "2021-01-30")
    app.key("Return")
    wait(lambda: says("Quoted since") and says("Quote valid until 30 Jan 2021"))
    app.key("alt+q")
    app.get("frame", "Quote")
    app.key("Escape")
    wait(lambda: not app.find("frame", "Quote"))
    app.key("alt+m")
    wait(lambda: booking("status", "confirmed_on") == ("booked", "2020-12-31"))


def test_the_quote_says_so_in_both_languages():
    record = booking("id")[0]
    for language, words in (("nl", ("Offerte", "Geldig tot en met", "30 januari 2021", "Taallessen (10 weken)", "€ 1.995,00", "€ 2.413,95", "Deelnemers")),
                            ("en", ("Quote", "Valid until", "30 January 2021", "Language lessons (10 weeks)", "€1,995.00", "€2,413.95", "Participants"))):
        text = read_pdf("quote", record, language)
        for word in words:
            assert word in text, (word, text)


def add_session(minutes):
    app.key("alt+s")
    app.get("text", "Minutes")
    app.key("Tab")
    app.key("ctrl+a")
    app.type(minutes)
    app.key("Return")


def test_two_sessions_leave_hours():
    wait(lambda: says("Confirmed since") and says("10 of 10 hours left"))
    add_session("120")
    wait(lambda: says("8 of 10 hours left") and not app.find("text", "Minutes"))
    add_session("601")
    wait(lambda: says("Only 480 minutes of what was booked are left."))
    assert one("SELECT count(*) FROM delivery_session") == 1
    app.key("ctrl+a")
    app.type("90")
    app.key("Return")
    wait(lambda: says("390 of 600 minutes left") and not app.find("text", "Minutes"))
    wait(lambda: says("6 h 30 min"))


def test_delivers_and_invoices():
    app.key("alt+m")
    wait(lambda: booking("status", "delivered_on") == ("delivered", "2020-12-31"))
    wait(lambda: says("Delivered since"))
    app.key("alt+m")
    wait(lambda: one("SELECT count(*) FROM invoice AS v JOIN booking AS b ON b.invoice = v.id WHERE b.date = '2021-05-12' AND v.total = 241395") == 1)
    wait(lambda: says("Invoiced since"))


def test_what_is_asked_for_each_head_is_counted():
    app.key("ctrl+k")
    app.get("frame", "Quick Add")
    app.type("booking Demo Biotech Beta 3 introduction pack 13 May 2021")
    wait(lambda: says("13 May 2021 · 3 people"))
    app.key("Return")
    wait(lambda: says("€65.00"))
    app.key("Escape")
    wait(lambda: one("SELECT count(*) FROM booking WHERE date = '2021-05-13' AND net = 3 * 6500") == 1)
    app.key("alt+Left")
    wait(lambda: says("Requested"))


def test_all_is_undone():
    assert dump() != before
    while steps() > first:
        left = steps()
        app.key("ctrl+z")
        wait(lambda: steps() < left)
    assert dump() == before
    status, said = app.finish()
    assert (status, said) == (0, []), (status, said)


sys.exit(tap.run("/e2e/programmes", tap.cases_of(__name__)))
