# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line on the sample centre: figures against the CSV files, all kinds out and in again, and secrets kept."""
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import sample_sums
import tap

place = centre.folder()
sample = centre.make_sample(os.path.join(place, "sample.convenant"))

# Passes the eleven-test, and is nobody's: the number that the tax office uses in its examples of forms.
BSN = "111222333"


def figures(year, file=sample):
    return json.loads(centre.must("--file", file, "--figures", year, "--json"))


def test_figures_equal_the_files():
    for year in (2018, 2019, 2020):
        got, want = figures(year), sample_sums.of_year(year)
        assert got["year"] == year
        for name in ("committed", "received", "fee_revenue", "fee_budget", "registrations", "result"):
            assert got[name] == want[name], (year, name, got[name], want[name])
        steps = {step: got["thermometer"][step]["amount"] for step in got["thermometer"]}
        assert steps == {step: want["received" if step == "paid" else step] for step in
                         ("pledged", "decided", "signed", "invoiced", "paid", "target")}, (year, steps)
        assert got["events"]["held"] | {"signed_up": 0} == {"amount": want["events_held"], "signed_up": 0,
                                                            "attended": want["events_attended"]}, got["events"]
        assert got["events"]["cancelled"]["amount"] == want["events_cancelled"]
        states = {"uitgevoerd": "delivered", "geboekt": "booked", "geannuleerd": "cancelled", "aangevraagd": "requested"}
        booked = {states[row["state"]]: {"number": row["number"], "amount": row["amount"]} for row in want["bookings_by_state"]}
        assert {state: row for state, row in got["bookings"].items() if row["number"]} == booked, got["bookings"]


def test_year_without_anything():
    got = figures(1987)
    assert all(got[name] == 0 for name in ("committed", "received", "fee_revenue", "registrations", "result")), got


def kinds():
    """All kinds that hold records, by the tables that the journal tells of."""
    return [row[0] for row in centre.query(sample, "SELECT DISTINCT kind FROM journal_change ORDER BY kind")]


def content(path):
    """Every record of every kind, but for what only says when it was last written."""
    return {kind: centre.query(path, f"SELECT * FROM {kind} ORDER BY id") for kind in kinds()}


def test_exports_come_back():
    """What is exported changes nothing when it is imported where it came from, in either language."""
    before = content(sample)
    assert len(before) > 25, len(before)
    problems = []
    for language in ("en", "nl"):
        for kind in kinds():
            out = os.path.join(place, f"{kind}.csv")
            centre.must("--file", sample, "--export", kind, "--output", out, language=language)
            done = centre.run("--file", sample, "--import", out)
            if done.returncode != centre.DONE or not done.stdout.startswith("0 added, 0 changed, "):
                problems.append((language, kind, done.returncode, done.stdout.strip(), done.stderr.strip()[:300]))
    assert not problems, "\n".join(map(str, problems))
    assert content(sample) == before
    assert len(centre.query(sample, "SELECT no FROM journal")) == 1
    centre.must("--file", sample, "--check")


def test_exports_fill_a_new_centre():
    """All exports together, as a folder, make the same centre once more."""
    around = centre.folder()
    for kind in kinds():
        centre.must("--file", sample, "--export", kind, "--output", os.path.join(around, f"{kind}.csv"))
    other = os.path.join(centre.folder(), "other.convenant")
    said = centre.must("--file", other, "--import", around)
    n = sum(len(rows) for rows in content(sample).values())
    assert said.startswith(f"{n} added, 0 changed, "), (said, n)
    for year in (2018, 2019, 2020):
        assert figures(year, other) == figures(year)
    centre.must("--file", other, "--check")


def test_both_languages():
    missing = os.path.join(place, "none.convenant")
    pairs = [(["--file", missing, "--check"], centre.UNREADABLE), (["--file", sample, "--export", "x", "--output", "y"], centre.USAGE),
             (["--file", sample, "--import", os.path.join(place, "none")], centre.REFUSED), (["--json"], centre.USAGE)]
    spoken = centre.run("--help", language="nl").stdout != centre.run("--help", language="en").stdout
    if not spoken:
        raise tap.Skip("this C library translates nothing in the locale C.UTF-8")
    for arguments, status in pairs:
        english, dutch = centre.run(*arguments, language="en"), centre.run(*arguments, language="nl")
        assert (english.returncode, dutch.returncode) == (status, status), (arguments, english, dutch)
        assert english.stderr and dutch.stderr and english.stderr != dutch.stderr, (english.stderr, dutch.stderr)
    assert re.search(r"€\s?31\.815,00", centre.must("--file", sample, "--figures", 2019, language="nl"))


def refuse(name, text, file):
    """Imports a CSV file that has a citizen service number in it; nothing of it may be kept or said."""
    source = os.path.join(centre.folder(), name)
    with open(source, "w", encoding="utf-8") as csv:
        csv.write(text)
    done = centre.run("--file", file, "--import", source)
    assert done.returncode == centre.REFUSED, (name, done)
    for form in (BSN, "1112.22.333", "111 222 333"):
        assert form not in done.stdout + done.stderr, (name, form, done)
        assert form.encode() not in centre.all_bytes(file), (name, form)
    assert "2333" in done.stderr or "•" in done.stderr, done
    return done.stderr


def test_secrets_are_not_kept():
    file = os.path.join(centre.folder(), "private.convenant")
    centre.must("--file", file, "--import", os.path.join(centre.SAMPLE, "organisaties.csv"))
    n = centre.query(file, "SELECT count(*) FROM organisation")
    said = refuse("organisaties.csv", f"org_id,naam,soort,opmerking\nok,Fine,other,\ntwo,Second,other,bsn {BSN}\n", file)
    assert "3" in said, said  # the line
    refuse("organisaties.csv", f"org_id,naam,soort,bsn\na,First,other,{BSN}\n", file)
    refuse("signalen.csv", f"signaal_id,datum,onderwerp,status\ns1,2020-01-01,Burgerservicenummer 1112.22.333 gemeld,actueel\n", file)
    refuse("risicos.csv", f"risico_id,titel_nl,kans,gevolg,maatregel_nl\nr1,Iets,1,1,BSN: 111 222 333\n", file)
    assert centre.query(file, "SELECT count(*) FROM organisation") == n
    assert centre.query(file, "SELECT count(*) FROM signal") == [(0,)]
    centre.must("--file", file, "--check")


def test_check_and_figures_write_nothing():
    before = centre.digest(sample)
    for year in (2018, 2019, 2020):
        figures(year)
    centre.must("--file", sample, "--check")
    assert centre.digest(sample) == before


sys.exit(tap.run("/e2e/commands", tap.cases_of(__name__)))
