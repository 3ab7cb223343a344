# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a new partner to its money, by keyboard: invite, sign, rule, plan, invoice, send, book a part payment; undo, and what it refuses."""
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
PARTNER = "Stichting Rijnstroom"
SENT = "Invoice 2020-0071 has been sent and cannot be changed any more: make a credit note."

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


def tab_to(name, key="Tab"):
    """By Tab until what is called so has the focus."""
    for _ in range(40):
        if focused(name):
            return
        app.key(key)
    raise AssertionError(name)


def choose(down):
    """From an open list of choices, by their place: it takes keys once one of them has the focus."""
    wait(lambda: any(n.get_state_set().contains(Atspi.StateType.FOCUSED) and n.get_role_name() == "list item" and not n.get_name()
                     for n in app.walk(prune=("tree table",))))
    app.key("Home", *["Down"] * down, "Return")


def add_partner(path):
    app.key("ctrl+2")
    wait(lambda: says("Signed"))
    app.key("ctrl+n")
    app.get("text", "Name (Dutch)")
    app.type(PARTNER)
    tab_to("Kind")
    app.key("Return")
    wait(lambda: says("Development agency"))
    app.key(*["Down"] * 4, "Return", "Tab")
    wait(lambda: centre.query(path, "SELECT 1 FROM organisation WHERE name_nl = ?", PARTNER))
    app.key("Escape")


def state(path):
    rows = centre.query(path, "SELECT d.status, d.date, d.document FROM agreement_decision AS d JOIN organisation AS o ON o.id = d.organisation "
                        "WHERE o.name_nl = ? ORDER BY d.seq DESC LIMIT 1", PARTNER)
    return rows[0] if rows else None


def invite(path):
    app.key("ctrl+3")
    app.get("page tab", "Contributions")
    app.key("ctrl+Next")
    wait(lambda: says("all 6 parties have signed"))
    app.key("ctrl+n")
    wait(lambda: focused("Partner to invite"))
    app.type(PARTNER)
    app.key("Return")
    wait(lambda: state(path) == ("invited", "2020-12-31", None))
    wait(lambda: says(f"{PARTNER} has not signed yet"))


def sign(path):
    """Up the ladder: twice in place, then with all that belongs to a signature."""
    tab_to("Municipality of Leiden")
    app.key("End")  # who owes nothing yet comes last
    wait(lambda: focused(PARTNER))
    for reached in ("pledged", "approved"):
        app.key("ctrl+Right")
        wait(lambda: state(path)[0] == reached)
        wait(lambda: focused(PARTNER))
    app.key("Return")
    wait(lambda: focused("Signed"))
    app.key("Tab")  # the bus tells of no focus within an AdwEntryRow
    app.type("1-1-2021")
    app.key("Return")
    wait(lambda: says("A decision cannot be dated in the future"))  # and nothing else is lost
    assert state(path)[0] == "approved"
    app.key("ctrl+a")
    app.type("31-12-2020")
    app.key("Tab")
    app.type("Directie")
    app.key("Tab")
    app.type("Brief 2020-117")
    app.key("Return")
    wait(lambda: state(path) == ("signed", "2020-12-31", "Brief 2020-117"))
    wait(lambda: says("all 7 parties have signed"))


def set_rule(path):
    """The partner pays a fixed amount."""
    tab("Contributions")
    wait(lambda: says("Nothing is committed for this year."))
    app.key("alt+r")
    app.get("text", "Total to divide")
    app.key("shift+Tab", "shift+Tab", "Return")
    wait(lambda: says("Agreed freely"))
    choose(3)
    wait(lambda: says("Fixed amount") and not says("Agreed freely"))
    app.key(*["shift+Tab"] * 6)  # over the row of the choice, two dates and their buttons
    app.type(PARTNER)
    wait(lambda: says(PARTNER))
    app.key("Return")
    wait(lambda: says(f"Covenant 2021-2024 · {PARTNER}"))
    app.key(*["Tab"] * 10)
    app.type("12000")
    app.key("Tab")
    wait(lambda: centre.query(path, "SELECT 1 FROM contribution_rule AS r JOIN organisation AS o ON o.id = r.organisation "
                              "WHERE r.method = 'fixed' AND r.fixed = 1200000 AND o.name_nl = ?", PARTNER))
    app.key("Escape")
    wait(lambda: says("€12,000.00"))


def allocate(path):
    app.key("alt+a")
    wait(lambda: says("€12,000.00 in all, from 1 Jan 2021 until 31 Dec 2021: 1 new"))
    assert not centre.query(path, "SELECT 1 FROM commitment WHERE year = 2021")
    app.key("alt+a")
    wait(lambda: centre.query(path, "SELECT amount FROM commitment WHERE year = 2021") == [(1200000,)])
    wait(lambda: app.find("frame", "Proof of the division 2021"))
    app.key("Escape")
    wait(lambda: not app.find("frame", "Proof of the division 2021"))


def plan(path):
    app.key("alt+i")
    wait(lambda: says("2 new"))
    app.key("alt+p")
    wait(lambda: one(path, "SELECT count(*) FROM instalment AS i JOIN commitment AS c ON c.id = i.commitment WHERE c.year = 2021") == 2)
    wait(lambda: not says("2 new"))


def make_draft(path):
    tab("Invoicing")
    wait(lambda: says("2 instalments are still to come: €12,000.00"))
    app.key("alt+m")
    wait(lambda: says("1 invoice, €6,000.00 in all"))
    app.key("alt+m")
    wait(lambda: one(path, "SELECT count(*) FROM invoice WHERE status = 'draft'") == 1)
    wait(lambda: not says("1 invoice, €6,000.00 in all"))


STEPS = (add_partner, invite, sign, set_rule, allocate, plan, make_draft)


def open_first_draft():
    """The first row of the list of invoices."""
    tab_to(f"{PARTNER}, Draft of an invoice")
    app.key("Return")
    wait(lambda: says("Draft of an invoice"))


def test_from_a_partner_to_a_draft():
    global path, first
    path = make_centre("sent.convenant")
    first = steps(path)
    start(path)
    for step in STEPS:
        step(path)


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
    for words in (f"Factuur {number}", PARTNER, "Bijdrage 2021, termijn 1", "€ 6.000,00", "buiten de heffing", "30 januari 2021"):
        assert words in text, (words, text)
    assert amount == 600000


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
    app.type("1000")
    app.key("Return")
    wait(lambda: one(path, "SELECT sum(amount) FROM settlement") == 100000)
    wait(lambda: says("Partly paid"))
    wait(lambda: says("€5,000.00"))
    app.key("ctrl+1")
    wait(lambda: any("€1,000." in s for s in received()))


def test_undo_does_not_unsend():
    app.key("ctrl+z")
    wait(lambda: not centre.query(path, "SELECT 1 FROM payment"))
    wait(lambda: any("€0." in s for s in received()))
    before = dump(path)
    refuse_to_undo(path, SENT)
    assert dump(path) == before
    app.press([n for n in app.walk(prune=("tree table",)) if is_role(n, "button") and same(n.get_name(), "Credit Note…")][-1])  # that of the toast
    wait(lambda: says("The credit note takes the whole invoice back"))
    app.key("alt+m")
    wait(lambda: centre.query(path, "SELECT 1 FROM invoice WHERE credits IS NOT NULL"))
    assert centre.query(path, "SELECT number, total FROM invoice WHERE credits IS NOT NULL") == [("2020-0072", -600000)]
    assert one(path, "SELECT status FROM invoice WHERE number = '2020-0071'") == "credited"
    wait(lambda: says("Taken back by credit note 2020-0072"))


def refuse_to_undo(path, sentence):
    """The step stays, the window says why, and the one before it is next."""
    n = steps(path)
    app.key("ctrl+z")
    wait(lambda: steps(path) == n - 1)
    wait(lambda: says(sentence))


def undo_until(path, left):
    while steps(path) > left:
        n = steps(path)
        wait(lambda: says("All changes saved"))  # the window knows of the last step a moment after the file
        app.key("ctrl+z")
        wait(lambda: steps(path) < n)


def test_the_rest_undoes_step_by_step():
    """What the invoices stand on stays, and is said to; what they do not stand on goes."""
    refuse_to_undo(path, "Credit note 2020-0072 has been sent and cannot be changed any more: make a new invoice.")
    refuse_to_undo(path, SENT)  # its draft
    undo_until(path, first)
    assert centre.query(path, "SELECT count(*) FROM commitment WHERE year = 2021") == [(0,)]
    assert centre.query(path, "SELECT count(*) FROM contribution_rule") == [(0,)]
    assert state(path) is None
    assert one(path, "SELECT count(*) FROM organisation WHERE name_nl = ?", PARTNER) == 1  # whom the invoices name
    assert one(path, "SELECT count(*) FROM invoice WHERE number IN ('2020-0071', '2020-0072')") == 2
    stop()


def test_all_is_undone_when_nothing_was_sent():
    kept = make_centre("kept.convenant")
    before, first = dump(kept), steps(kept)
    start(kept)
    for step in STEPS:
        step(kept)
    assert dump(kept) != before
    undo_until(kept, first)
    assert dump(kept) == before
    stop()


sys.exit(tap.run("/e2e/money", tap.cases_of(__name__)))
