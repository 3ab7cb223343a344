# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the sample centre, worked out from its CSV files by the sqlite3 shell.

Nothing of the program is used, and where the files hold a figure in another form, that form is taken: the fee revenue is
the column with the income of each count here, and paid registrations times the fee of the month in the program.
"""
import json
import os
import subprocess

FOLDER = os.path.join(os.environ["CVN_SRCDIR"], "data", "sample-centre")
TABLES = ("begroting", "bevolking", "evenementen", "facturen", "inschrijvingen", "organisaties", "overeenkomst_partijen",
          "programmaboekingen", "termijnen", "toezeggingen")

# What each single figure is; :year stands for the year.
SINGLE = {
    "committed": "SELECT sum(bedrag_cent) FROM toezeggingen WHERE jaar = :year",
    "received": """SELECT sum(t.bedrag_cent) FROM termijnen t JOIN toezeggingen z USING (toezegging_id)
                   WHERE z.jaar = :year AND t.betaald_op <> ''""",
    "fee_revenue": "SELECT sum(opbrengst_cent) FROM inschrijvingen WHERE maand LIKE ':year-%'",
    "fee_budget": """SELECT sum(coalesce(nullif(gewijzigde_begroting_cent, ''), begroting_cent)) FROM begroting
                     WHERE jaar = :year AND regel = 'B03'""",
    "registrations": "SELECT sum(aantal) FROM inschrijvingen WHERE maand LIKE ':year-%'",
    "result": """SELECT sum(CASE soort WHEN 'baten' THEN 1 ELSE -1 END *
                   coalesce(nullif(prognose_cent, ''), nullif(gewijzigde_begroting_cent, ''), begroting_cent))
                 FROM begroting WHERE jaar = :year""",
    "events_held": """SELECT count(*) FROM evenementen
                      WHERE begin LIKE ':year-%' AND status = 'gehouden' AND organisatievorm <> 'alleen gecommuniceerd'""",
    "events_attended": """SELECT sum(aanwezig) FROM evenementen
                          WHERE begin LIKE ':year-%' AND status = 'gehouden' AND organisatievorm <> 'alleen gecommuniceerd'""",
    "events_cancelled": """SELECT count(*) FROM evenementen
                           WHERE begin LIKE ':year-%' AND status = 'geannuleerd' AND organisatievorm <> 'alleen gecommuniceerd'""",
    "bookings": "SELECT count(*) FROM programmaboekingen WHERE datum LIKE ':year-%'",
    "bookings_worth": "SELECT coalesce(sum(bedrag_excl_cent), 0) FROM programmaboekingen WHERE datum LIKE ':year-%'",
    "invoiced": """SELECT sum(t.bedrag_cent) FROM termijnen t JOIN toezeggingen z USING (toezegging_id)
                   WHERE z.jaar = :year
                     AND t.factuurnummer IN (SELECT factuurnummer FROM facturen WHERE status <> 'concept')""",
    "target": """SELECT sum(coalesce(nullif(gewijzigde_begroting_cent, ''), begroting_cent)) FROM begroting
                 WHERE jaar = :year AND regel IN ('B01', 'B02')""",
}

# The last decision of each partner about each agreement says how far its commitments are.
LADDER = """SELECT coalesce(sum(z.bedrag_cent), 0) FROM toezeggingen z JOIN
  (SELECT overeenkomst_id, org_id, status, max(besluitdatum || printf('%06d', rowid)) FROM overeenkomst_partijen
   WHERE besluitdatum <= '2020-12-31' GROUP BY overeenkomst_id, org_id) p USING (overeenkomst_id, org_id)
  WHERE z.jaar = :year AND p.status IN ({})"""
SINGLE["pledged"] = LADDER.format("'toegezegd', 'positief besloten', 'getekend'")
SINGLE["decided"] = LADDER.format("'positief besloten', 'getekend'")
SINGLE["signed"] = LADDER.format("'getekend'")

# Figures of more than one row.
MANY = {
    "municipalities": """SELECT replace(o.naam, 'Gemeente ', '') AS place, sum(z.bedrag_cent) AS due,
          (SELECT coalesce(sum(t.bedrag_cent), 0) FROM termijnen t JOIN toezeggingen y USING (toezegging_id)
           WHERE t.org_id = z.org_id AND y.jaar = :year AND t.betaald_op <> '') AS received,
          CAST(round(1.0 * sum(z.bedrag_cent) / (SELECT inwoners FROM bevolking b
           WHERE b.gemeentecode = o.gemeentecode AND b.peildatum = ':year-01-01')) AS INTEGER) AS each
        FROM toezeggingen z JOIN organisaties o USING (org_id) WHERE z.jaar = :year AND o.soort = 'gemeente'
        GROUP BY z.org_id ORDER BY place""",
    "months": """SELECT CAST(substr(maand, 6, 2) AS INTEGER) AS month, sum(opbrengst_cent) AS revenue FROM inschrijvingen
        WHERE maand LIKE ':year-%' GROUP BY maand ORDER BY maand""",
    "months_before": """SELECT CAST(substr(maand, 6, 2) AS INTEGER) AS month, sum(opbrengst_cent) AS revenue
        FROM inschrijvingen WHERE maand LIKE (:year - 1) || '-%' GROUP BY maand ORDER BY maand""",
    "shares": """SELECT b.gemeente AS place,
          round(100.0 * (SELECT coalesce(sum(aantal), 0) FROM inschrijvingen i
            WHERE i.gemeentecode = b.gemeentecode AND maand LIKE ':year-%')
            / (SELECT sum(aantal) FROM inschrijvingen WHERE maand LIKE ':year-%'), 1) AS registrations,
          round(100.0 * inwoners / (SELECT sum(inwoners) FROM bevolking WHERE peildatum = ':year-01-01'), 1) AS inhabitants
        FROM bevolking b WHERE peildatum = ':year-01-01' ORDER BY place""",
    "bookings_by_state": """SELECT status AS state, count(*) AS number, sum(bedrag_excl_cent) AS amount
        FROM programmaboekingen WHERE datum LIKE ':year-%' GROUP BY status ORDER BY status""",
}


def ask(query):
    """The rows of a query about the CSV files, each a dictionary; all cells are texts unless the query sums them."""
    # .import would take absent files for pipes if they began with "|"; these are our own.
    script = [".mode csv", *(f'.import "{os.path.join(FOLDER, table)}.csv" {table}' for table in TABLES), ".mode json", query + ";"]
    done = subprocess.run(["sqlite3", "-batch", ":memory:"], input="\n".join(script), capture_output=True, text=True, check=True)
    if done.stderr:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout or "[]")


def of_year(year):
    """Every figure of a year, amounts in cents."""
    columns = ", ".join(f"({query}) AS {name}" for name, query in SINGLE.items())
    figures = ask(f"SELECT {columns}".replace(":year", str(year)))[0]
    for name, query in MANY.items():
        figures[name] = ask(query.replace(":year", str(year)))
    return figures
