-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Versions of a budget, its months, entries made by hand, weights of the forecast, scenarios.

ALTER TABLE budget_line ADD COLUMN ledger TEXT;
ALTER TABLE budget_line ADD COLUMN over_budget TEXT;
ALTER TABLE budget_line ADD COLUMN forecast_method TEXT;

CREATE TABLE budget_version (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  decision_date TEXT,
  body TEXT,
  reason TEXT,
  document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_version_document ON budget_version (document);

CREATE TABLE budget_amount (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  budget_version TEXT NOT NULL REFERENCES budget_version (id) DEFERRABLE INITIALLY DEFERRED,
  budget_line TEXT NOT NULL REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_amount_budget_version ON budget_amount (budget_version);
CREATE INDEX budget_amount_budget_line ON budget_amount (budget_line);

CREATE TABLE budget_plan (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  budget_line TEXT NOT NULL REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
  split TEXT NOT NULL,
  total INTEGER NOT NULL,
  month_1 INTEGER NOT NULL,
  month_2 INTEGER NOT NULL,
  month_3 INTEGER NOT NULL,
  month_4 INTEGER NOT NULL,
  month_5 INTEGER NOT NULL,
  month_6 INTEGER NOT NULL,
  month_7 INTEGER NOT NULL,
  month_8 INTEGER NOT NULL,
  month_9 INTEGER NOT NULL,
  month_10 INTEGER NOT NULL,
  month_11 INTEGER NOT NULL,
  month_12 INTEGER NOT NULL,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_plan_budget_line ON budget_plan (budget_line);

CREATE TABLE budget_entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  budget_line TEXT NOT NULL REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  description TEXT NOT NULL,
  amount INTEGER NOT NULL,
  status TEXT NOT NULL,
  document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_entry_budget_line ON budget_entry (budget_line);
CREATE INDEX budget_entry_document ON budget_entry (document);

CREATE TABLE forecast_weight (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  per_mille INTEGER NOT NULL,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE scenario (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  name_nl TEXT,
  name_en TEXT,
  promoted TEXT REFERENCES budget_version (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX scenario_promoted ON scenario (promoted);

CREATE TABLE scenario_change (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  scenario TEXT NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  change TEXT NOT NULL,
  budget_line TEXT REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER,
  per_mille INTEGER,
  month INTEGER,
  resplit INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX scenario_change_scenario ON scenario_change (scenario);
CREATE INDEX scenario_change_budget_line ON scenario_change (budget_line);
CREATE INDEX scenario_change_organisation ON scenario_change (organisation);

CREATE INDEX budget_version_year ON budget_version (year);
CREATE INDEX scenario_year ON scenario (year);

-- Where the amounts of a line come from. Lines that were brought in before this could be said follow the numbering that the
-- figures took for granted until then: municipalities, other parties and fees are the first three of the income.
CREATE VIEW budget_feed (budget_line, year, kind, ledger) AS
SELECT id, year, kind,
  coalesce(
    ledger,
    CASE
      WHEN kind <> 'income' THEN NULL
      WHEN line = 'B01' THEN 'contributions_municipal'
      WHEN line = 'B02' THEN 'contributions_other'
      WHEN line = 'B03' THEN 'fees'
    END,
    'manual'
  )
FROM budget_line;
