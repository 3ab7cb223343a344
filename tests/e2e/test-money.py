# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a rule to the money, by keyboard: allocate, plan, invoice, send, book a part payment; undo, and what it refuses."""
import os
import sqlite3
import subprocess
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap
from atspi_ui import App, Atspi, is_role, same, wait

AGREEMENT = """overeenkomst_id,soort,titel,titel_en,van,tot,status,verlengt,bron
conv-2021,convenant,Convenant 2021-2024,Covenant 2021-2024,2021-01-01,2024-12-31,actief,conv-2019,verzonnen
"""
MUNICIPALITIES = ("leiden", "katwijk", "leiderdorp", "oegstgeest", "voorschoten", "zoeterwoude")
# 170,000 euros by the inhabitants of 1 January 2021, largest remainder, worked out from the file of the sample.
TOTAL = 17000000

folder = centre.folder()
app = None


def write(name, text):
    path = os.path.join(folder, "extra", name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def make_centre(name):
    """The sample, and a covenant from 2021 that six municipalities have signed."""
    path = centre.make_sample(os.path.join(folder, name))
    write("overeenkomsten.csv", AGREEMENT)
    write("overeenkomst_partijen.csv", "overeenkomst_id,org_id,status,besluitdatum,bron\n" +
          "".join(f"conv-2021,gem-{m},getekend,2020-11-01,verzonnen\n" for m in MUNICIPALITIES))
    centre.must("--file", path, "--import", os.path.join(folder, "extra"))
    return path


def start(path):
    global app
    app = App([centre.PROGRAM, "--file", path], "convenant")
    wait(lambda: app.find("label", "Fee revenue per month"))


def stop():
    status, said = app.finish()
    assert (status, said) == (0, []), (status, said)


def dump(path):
    """All that is kept of records: not the journal, nor what is worked out from the records."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10) as db:
        tables = [row[0] for row in db.execute("SELECT m.name FROM sqlite_master AS m WHERE m.type = 'table' AND "
                                               "(SELECT count(*) FROM pragma_table_info (m.name) WHERE name IN ('seq', 'hash')) = 2 ORDER BY m.name")]
        assert "invoice" in tables and "journal" not in tables
        return {name: db.execute(f'SELECT * FROM "{name}" ORDER BY seq').fetchall() for name in tables}


def steps(path):
    return centre.query(path, "SELECT count(*) FROM undo_stack WHERE side = 'undo'")[0][0]


def labels():
    return [n.get_name() for n in app.walk(prune=("tree table",)) if n.get_role_name() == "label" and app.on_screen(n)]


def says(text):
    return any(text in label for label in labels())


def focused(name):
    return any(n.get_state_set().contains(Atspi.StateType.FOCUSED) and n.get_name().replace("_", "").startswith(name)
               for n in app.walk(prune=("tree table",)))


def tab(name):
    app.press(app.get("page tab", name))


def one(path, sql, *values):
    return centre.query(path, sql, *values)[0][0]


def by_inhabitants():
    """Worked out a second time, in whole numbers: the cents of each municipality, the largest first."""
    import csv
    with open(os.path.join(centre.SAMPLE, "bevolking.csv"), encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["peildatum"] == "2021-01-01"]
    people = [int(r["inwoners"]) for r in rows]
    shares = [divmod(TOTAL * n, sum(people)) for n in people]
    left = TOTAL - sum(cents for cents, _ in shares)
    most = sorted(range(len(shares)), key=lambda i: -shares[i][1])[:left]
    return sorted((cents + (i in most) for i, (cents, _) in enumerate(shares)), reverse=True)


def set_rule(path):
    app.key("ctrl+3")
    app.get("page tab", "Contributions")
    app.key("ctrl+Next")
    tab("Contributions")
    wait(lambda: says("Nothing is committed for this year."))
    app.key("alt+r")
    app.get("text", "Total to divide")
    app.type("170000")
    app.key("Tab")
    wait(lambda: centre.query(path, "SELECT 1 FROM contribution_rule WHERE total = ?", TOTAL))
    app.key("Escape")
    wait(lambda: says("€170,000.00"))


def allocate(path):
    app.key("alt+a")
    wait(lambda: says("€170,000.00 in all, from 1 Jan 2021 until 31 Dec 2021: 6 new"))
    assert not centre.query(path, "SELECT 1 FROM commitment WHERE year = 2021")
    app.key("alt+a")
    wait(lambda: one(path, "SELECT count(*) FROM commitment WHERE year = 2021") == 6)
    assert [row[0] for row in centre.query(path, "SELECT amount FROM commitment WHERE year = 2021 ORDER BY amount DESC")] == by_inhabitants()
    wait(lambda: app.find("frame", "Proof of the division 2021"))
    app.key("Escape")
    wait(lambda: not app.find("frame", "Proof of the division 2021"))


def plan(path):
    app.key("alt+i")
    wait(lambda: says("12 new"))
    app.key("alt+p")
    wait(lambda: one(path, "SELECT count(*) FROM instalment AS i JOIN commitment AS c ON c.id = i.commitment WHERE c.year = 2021") == 12)
    wait(lambda: not says("12 new"))


def make_drafts(path):
    tab("Invoicing")
    wait(lambda: says("12 instalments are still to come: €170,000.00"))
    app.key("alt+m")
    wait(lambda: says("6 invoices, €85,000.02 in all"))
    app.key("alt+m")
    wait(lambda: one(path, "SELECT count(*) FROM invoice WHERE status = 'draft'") == 6)
    wait(lambda: not says("6 invoices, €85,000.02 in all"))


def open_first_draft():
    """The first row of the list of invoices: a draft for Leiden."""
    wait(lambda: focused("Municipality of Leiden, Draft of an invoice"))
    app.key("Return")
    wait(lambda: says("Draft of an invoice"))


def test_from_a_rule_to_drafts():
    global path
    path = make_centre("sent.convenant")
    start(path)
    set_rule(path)
    allocate(path)
    plan(path)
    make_drafts(path)


def test_sends_an_invoice():
    open_first_draft()
    app.key("alt+s")
    wait(lambda: says("From then on it cannot be changed"))
    app.key("alt+s")
    wait(lambda: centre.query(path, "SELECT number FROM invoice WHERE sent_on IS NOT NULL"))
    number, amount = centre.query(path, "SELECT number, total FROM invoice WHERE sent_on IS NOT NULL")[0]
    assert number == "2020-0071", number
    app.get("frame", f"Factuur {number}")  # in the customer's language
    app.key("Escape")
    wait(lambda: says(f"Invoice {number}"))
    pdf = os.path.join(folder, "invoice.pdf")
    centre.must("--file", path, "--report", "invoice", "--record", number, "--output", pdf)
    text = unicodedata.normalize("NFKC", subprocess.check_output(["pdftotext", "-layout", pdf, "-"], text=True))  # ligatures, spaces
    for words in (f"Factuur {number}", "Gemeente Leiden", "Bijdrage 2021, termijn 1", "€ 38.076,06", "buiten de heffing", "30 januari 2021"):
        assert words in text, (words, text)
    assert amount == 3807606


def received():
    """What the tile of the overview says."""
    return [n.get_name() for n in app.walk(prune=("tree table",)) if n.get_name().startswith("Contributions: €") and app.on_screen(n)]


def test_a_part_payment_changes_the_tile():
    app.key("alt+b")
    wait(lambda: says("For Which Invoices"))
    app.type("99999999")
    app.key("Return")
    wait(lambda: says("This is more than is open. Fill in what is open, or say that too much was paid."))
    assert not centre.query(path, "SELECT 1 FROM payment")
    app.key("ctrl+a")
    app.type("10000")
    app.key("Return")
    wait(lambda: one(path, "SELECT sum(amount) FROM settlement") == 1000000)
    wait(lambda: says("Partly paid"))
    wait(lambda: says("€28,076.06"))
    app.key("ctrl+1")
    wait(lambda: any("€10,000." in s for s in received()))


def test_undo_does_not_unsend():
    app.key("ctrl+z")
    wait(lambda: not centre.query(path, "SELECT 1 FROM payment"))
    wait(lambda: any("€0." in s for s in received()))
    before = dump(path)
    app.key("ctrl+z")
    wait(lambda: says("Invoice 2020-0071 has been sent and cannot be changed any more: make a credit note."))
    assert dump(path) == before
    app.press([n for n in app.walk(prune=("tree table",)) if is_role(n, "button") and same(n.get_name(), "Credit Note…")][-1])  # that of the toast
    wait(lambda: says("The credit note takes the whole invoice back"))
    app.key("alt+m")
    wait(lambda: centre.query(path, "SELECT 1 FROM invoice WHERE credits IS NOT NULL"))
    assert centre.query(path, "SELECT number, total FROM invoice WHERE credits IS NOT NULL") == [("2020-0072", -3807606)]
    assert one(path, "SELECT status FROM invoice WHERE number = '2020-0071'") == "credited"
    wait(lambda: says("Taken back by credit note 2020-0072"))
    stop()


def next_undo():
    """What the button says that it would undo."""
    return [n.get_name() for n in app.walk(prune=("tree table",)) if is_role(n, "button") and n.get_name().startswith("Undo")][:1]


def test_all_is_undone_when_nothing_was_sent():
    kept = make_centre("kept.convenant")
    before, first = dump(kept), steps(kept)
    start(kept)
    set_rule(kept)
    allocate(kept)
    plan(kept)
    make_drafts(kept)
    assert dump(kept) != before
    while steps(kept) > first:
        said = next_undo()
        app.key("ctrl+z")
        wait(lambda: next_undo() != said)  # the window knows of it a moment after the file
    assert dump(kept) == before
    stop()


sys.exit(tap.run("/e2e/money", tap.cases_of(__name__)))
