-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One table for each kind of records, its columns as src/core/kinds/ describes them. Beside them each row has its place
-- in this file (seq), the fields of newer versions (extra, JSON) and the hash that betrays a change made elsewhere.
-- The records of one change set are written in any order, so references are checked when it is committed.

CREATE TABLE organisation (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  name_nl TEXT,
  name_en TEXT,
  kind TEXT NOT NULL,
  role TEXT,
  sector TEXT,
  gm_code TEXT,
  kvk TEXT,
  rsin TEXT,
  oin TEXT,
  vat_id TEXT,
  iban TEXT,
  bic TEXT,
  peppol_scheme TEXT,
  peppol_id TEXT,
  email TEXT,
  phone TEXT,
  address TEXT,
  website TEXT,
  inactive INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX organisation_code_key ON organisation (code) WHERE code IS NOT NULL;
CREATE UNIQUE INDEX organisation_gm_code_key ON organisation (gm_code) WHERE gm_code IS NOT NULL;

CREATE TABLE contact (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  name TEXT,
  email TEXT,
  phone TEXT,
  lawful_basis TEXT,
  last_contact TEXT,
  delete_after TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_organisation ON contact (organisation);

CREATE TABLE interaction (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT,
  subject TEXT NOT NULL,
  note TEXT,
  follow_up TEXT,
  done INTEGER,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX interaction_organisation ON interaction (organisation);
CREATE INDEX interaction_date ON interaction (date);

CREATE TABLE agreement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  kind TEXT NOT NULL,
  title_nl TEXT,
  title_en TEXT,
  start_date TEXT NOT NULL,
  end_date TEXT,
  notice_date TEXT,
  status TEXT NOT NULL,
  extends TEXT REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  requires_all INTEGER,
  document TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX agreement_code_key ON agreement (code) WHERE code IS NOT NULL;
CREATE INDEX agreement_extends ON agreement (extends);

CREATE TABLE agreement_decision (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agreement TEXT NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL,
  date TEXT,
  body TEXT,
  document TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX agreement_decision_agreement_date ON agreement_decision (agreement, date);
CREATE INDEX agreement_decision_organisation ON agreement_decision (organisation);

CREATE TABLE commitment (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  agreement TEXT NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  basis TEXT,
  amount INTEGER NOT NULL,
  hours INTEGER,
  condition TEXT,
  vat_category TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX commitment_code_key ON commitment (code) WHERE code IS NOT NULL;
CREATE INDEX commitment_agreement ON commitment (agreement);
CREATE INDEX commitment_organisation ON commitment (organisation);
CREATE INDEX commitment_year ON commitment (year);

CREATE TABLE instalment (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  commitment TEXT NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER,
  due_date TEXT NOT NULL,
  amount INTEGER NOT NULL,
  invoice TEXT REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT,
  rf_reference TEXT,
  paid_on TEXT,
  status TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX instalment_code_key ON instalment (code) WHERE code IS NOT NULL;
CREATE INDEX instalment_commitment ON instalment (commitment);
CREATE INDEX instalment_organisation ON instalment (organisation);
CREATE INDEX instalment_invoice ON instalment (invoice);
CREATE INDEX instalment_due_date ON instalment (due_date);

CREATE TABLE invoice (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  kind TEXT,
  origin TEXT,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  due_date TEXT NOT NULL,
  net INTEGER NOT NULL,
  vat_category TEXT,
  vat_rate INTEGER,
  vat INTEGER,
  total INTEGER NOT NULL,
  reference TEXT,
  status TEXT,
  paid_on TEXT,
  credits TEXT REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
  order_reference TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX invoice_number_key ON invoice (number) WHERE number IS NOT NULL;
CREATE INDEX invoice_organisation ON invoice (organisation);
CREATE INDEX invoice_origin ON invoice (origin);
CREATE INDEX invoice_date ON invoice (date);
CREATE INDEX invoice_credits ON invoice (credits);

CREATE TABLE allocation_line (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  allocation_key TEXT NOT NULL,
  year INTEGER NOT NULL,
  method TEXT,
  total INTEGER NOT NULL,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  weight INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX allocation_line_organisation ON allocation_line (organisation);
CREATE INDEX allocation_line_allocation_key ON allocation_line (allocation_key);

CREATE TABLE population (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  municipality TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  inhabitants INTEGER NOT NULL,
  estimated INTEGER,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX population_municipality_date ON population (municipality, date);

CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  starts TEXT NOT NULL,
  ends TEXT,
  time_zone TEXT,
  all_day INTEGER,
  title_nl TEXT,
  title_en TEXT,
  mode TEXT,
  sponsored INTEGER,
  audience TEXT,
  axis TEXT,
  life_stage TEXT,
  location TEXT,
  online INTEGER,
  capacity INTEGER,
  signed_up INTEGER,
  attended INTEGER,
  cost INTEGER,
  income INTEGER,
  status TEXT,
  partners TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_code_key ON event (code) WHERE code IS NOT NULL;
CREATE INDEX event_starts ON event (starts);

CREATE TABLE programme (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  name_nl TEXT,
  name_en TEXT,
  price INTEGER NOT NULL,
  unit TEXT,
  vat_category TEXT,
  capacity INTEGER,
  description_nl TEXT,
  description_en TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX programme_code_key ON programme (code) WHERE code IS NOT NULL;

CREATE TABLE booking (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  participants INTEGER,
  net INTEGER NOT NULL,
  vat INTEGER,
  total INTEGER,
  status TEXT NOT NULL,
  invoice TEXT REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
  rf_reference TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX booking_code_key ON booking (code) WHERE code IS NOT NULL;
CREATE INDEX booking_organisation ON booking (organisation);
CREATE INDEX booking_programme ON booking (programme);
CREATE INDEX booking_invoice ON booking (invoice);
CREATE INDEX booking_date ON booking (date);

CREATE TABLE partner_package (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  package TEXT NOT NULL,
  price INTEGER NOT NULL,
  vat_category TEXT,
  vat_rate INTEGER,
  vat INTEGER,
  exposure TEXT,
  invoice TEXT REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX partner_package_code_key ON partner_package (code) WHERE code IS NOT NULL;
CREATE INDEX partner_package_organisation ON partner_package (organisation);
CREATE INDEX partner_package_invoice ON partner_package (invoice);
CREATE INDEX partner_package_year ON partner_package (year);

CREATE TABLE fee (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  service TEXT NOT NULL,
  payer TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  amount INTEGER NOT NULL,
  vat_category TEXT,
  decision TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX fee_code_key ON fee (code) WHERE code IS NOT NULL;

CREATE TABLE registration_count (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  month INTEGER NOT NULL,
  municipality TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  target_group TEXT NOT NULL,
  lives_or_works TEXT,
  count INTEGER NOT NULL,
  paid_count INTEGER,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX registration_count_month_municipality ON registration_count (month, municipality);

CREATE TABLE appointment_month (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  month INTEGER NOT NULL,
  offered INTEGER,
  booked_online INTEGER,
  served INTEGER,
  no_show INTEGER,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE budget_line (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  line TEXT NOT NULL,
  kind TEXT NOT NULL,
  description_nl TEXT,
  description_en TEXT,
  budget INTEGER NOT NULL,
  amended INTEGER,
  actual INTEGER,
  forecast INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_line_year ON budget_line (year);

CREATE TABLE bank_line (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  account TEXT,
  booking_date TEXT NOT NULL,
  value_date TEXT,
  amount INTEGER NOT NULL,
  counterparty TEXT,
  counter_account TEXT,
  reference TEXT,
  description TEXT,
  kind TEXT,
  matched_to TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX bank_line_code_key ON bank_line (code) WHERE code IS NOT NULL;
CREATE INDEX bank_line_booking_date ON bank_line (booking_date);
CREATE INDEX bank_line_matched_to ON bank_line (matched_to);

CREATE TABLE bank_balance (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  year INTEGER NOT NULL,
  opening INTEGER NOT NULL,
  closing INTEGER,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE roadmap_item (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  axis TEXT NOT NULL,
  name_nl TEXT,
  name_en TEXT,
  audience TEXT,
  activities TEXT,
  start_year INTEGER,
  maturity TEXT,
  budget TEXT,
  cost_estimate INTEGER,
  replaced_by TEXT REFERENCES roadmap_item (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX roadmap_item_code_key ON roadmap_item (code) WHERE code IS NOT NULL;

CREATE TABLE life_stage (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  scheme TEXT NOT NULL,
  position INTEGER NOT NULL,
  code TEXT,
  name_nl TEXT,
  name_en TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE project (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  name_nl TEXT,
  name_en TEXT,
  category TEXT,
  theme TEXT,
  cost_structure TEXT,
  allocation TEXT,
  budget INTEGER,
  part_of TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  start_date TEXT,
  end_date TEXT,
  source_line INTEGER,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX project_code_key ON project (code) WHERE code IS NOT NULL;

CREATE TABLE half_year (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  half_year TEXT NOT NULL,
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  closed INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX half_year_half_year_key ON half_year (half_year) WHERE half_year IS NOT NULL;

CREATE TABLE milestone (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  half_year TEXT,
  planned TEXT,
  title_nl TEXT,
  title_en TEXT,
  kind TEXT,
  depends_on TEXT,
  status TEXT NOT NULL,
  done_on TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX milestone_code_key ON milestone (code) WHERE code IS NOT NULL;
CREATE INDEX milestone_project ON milestone (project);

CREATE TABLE step (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  half_year TEXT,
  description_nl TEXT,
  description_en TEXT,
  owner_role TEXT,
  status TEXT NOT NULL,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX step_code_key ON step (code) WHERE code IS NOT NULL;
CREATE INDEX step_project ON step (project);

CREATE TABLE risk (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  title_nl TEXT,
  title_en TEXT,
  likelihood INTEGER,
  impact INTEGER,
  owner_role TEXT,
  measure_nl TEXT,
  measure_en TEXT,
  measure_due TEXT,
  status TEXT NOT NULL,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX risk_code_key ON risk (code) WHERE code IS NOT NULL;
CREATE INDEX risk_project ON risk (project);

CREATE TABLE signal (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT,
  date TEXT NOT NULL,
  subject_nl TEXT,
  subject_en TEXT,
  received_from TEXT,
  passed_to TEXT,
  status TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX signal_code_key ON signal (code) WHERE code IS NOT NULL;

CREATE TABLE indicator_value (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  indicator_nl TEXT,
  indicator_en TEXT,
  period TEXT,
  value TEXT NOT NULL,
  unit TEXT,
  area TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE document (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title_nl TEXT,
  title_en TEXT,
  date TEXT,
  kind TEXT,
  version TEXT,
  link TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE network (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name_nl TEXT,
  name_en TEXT,
  kind TEXT,
  participation TEXT,
  organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  start_date TEXT,
  end_date TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE channel (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name_nl TEXT,
  name_en TEXT,
  kind TEXT,
  reach INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE centre (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name_nl TEXT,
  name_en TEXT,
  organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  fiscal_month INTEGER,
  time_zone TEXT,
  viewed_on TEXT,
  iban TEXT,
  kvk TEXT,
  vat_id TEXT,
  email TEXT,
  phone TEXT,
  address TEXT,
  website TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
