-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Project cards with their parts, indicators, what a service costs and who pays for it, slip and measures.

CREATE TABLE project_card (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  half_year TEXT NOT NULL,
  edition INTEGER NOT NULL,
  title_nl TEXT,
  title_en TEXT,
  category TEXT,
  category_year INTEGER,
  created_on TEXT,
  changed_at TEXT,
  no_risks INTEGER,
  follows TEXT REFERENCES project_card (id) DEFERRABLE INITIALLY DEFERRED,
  signed_on TEXT,
  signed_by TEXT,
  frozen INTEGER,
  seal TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX project_card_project ON project_card (project);
CREATE INDEX project_card_follows ON project_card (follows);

CREATE TABLE card_section (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  card TEXT NOT NULL REFERENCES project_card (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  question TEXT,
  title_nl TEXT,
  title_en TEXT,
  text_nl TEXT,
  text_en TEXT,
  snapshot TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX card_section_card ON card_section (card);

CREATE TABLE card_line (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  card TEXT NOT NULL REFERENCES project_card (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  step TEXT REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED,
  milestone TEXT REFERENCES milestone (id) DEFERRABLE INITIALLY DEFERRED,
  risk TEXT REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  figure TEXT,
  text_nl TEXT,
  text_en TEXT,
  status TEXT,
  due TEXT,
  slip_days INTEGER,
  likelihood INTEGER,
  impact INTEGER,
  amount INTEGER,
  unit TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX card_line_card ON card_line (card);
CREATE INDEX card_line_step ON card_line (step);
CREATE INDEX card_line_milestone ON card_line (milestone);
CREATE INDEX card_line_risk ON card_line (risk);

CREATE TABLE card_quote (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  card TEXT NOT NULL REFERENCES project_card (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  role_nl TEXT,
  role_en TEXT,
  text_nl TEXT,
  text_en TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX card_quote_card ON card_quote (card);

CREATE TABLE card_role (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  card TEXT NOT NULL REFERENCES project_card (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  role_nl TEXT,
  role_en TEXT,
  party_nl TEXT,
  party_en TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX card_role_card ON card_role (card);

CREATE TABLE indicator (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  name_nl TEXT,
  name_en TEXT,
  unit TEXT,
  area TEXT,
  automatic TEXT,
  target TEXT,
  target_period TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX indicator_code_key ON indicator (code) WHERE code IS NOT NULL;

CREATE TABLE service_funding (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  roadmap_item TEXT NOT NULL REFERENCES roadmap_item (id) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX service_funding_roadmap_item ON service_funding (roadmap_item);
CREATE INDEX service_funding_organisation ON service_funding (organisation);

ALTER TABLE roadmap_item ADD COLUMN timing TEXT;
ALTER TABLE roadmap_item ADD COLUMN staff_hours INTEGER;
ALTER TABLE roadmap_item ADD COLUMN assigned_budget INTEGER;
ALTER TABLE roadmap_item ADD COLUMN assigned_hours INTEGER;
ALTER TABLE milestone ADD COLUMN first_planned TEXT;
ALTER TABLE milestone ADD COLUMN depends_on_milestone TEXT REFERENCES milestone (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX milestone_depends_on_milestone ON milestone (depends_on_milestone);
ALTER TABLE risk ADD COLUMN measure_status TEXT;
ALTER TABLE indicator_value ADD COLUMN definition TEXT REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX indicator_value_definition ON indicator_value (definition);
ALTER TABLE indicator_value ADD COLUMN circa INTEGER;
ALTER TABLE indicator_value ADD COLUMN organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX indicator_value_organisation ON indicator_value (organisation);
