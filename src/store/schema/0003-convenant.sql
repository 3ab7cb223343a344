-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Contribution rules, what a key has used, invoice lines and series, payments and reminders.

CREATE TABLE contribution_rule (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agreement TEXT NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  start_date TEXT NOT NULL,
  end_date TEXT,
  method TEXT NOT NULL,
  total INTEGER,
  rate INTEGER,
  fixed INTEGER,
  share INTEGER,
  index_name TEXT,
  base_year INTEGER,
  population_date TEXT,
  vat_category TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX contribution_rule_agreement ON contribution_rule (agreement);
CREATE INDEX contribution_rule_organisation ON contribution_rule (organisation);

CREATE TABLE index_value (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  per_mille INTEGER NOT NULL,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE invoice_series (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  prefix TEXT,
  kind TEXT,
  width INTEGER NOT NULL,
  restarts INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE invoice_line (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  invoice TEXT NOT NULL REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text_nl TEXT,
  text_en TEXT,
  quantity INTEGER NOT NULL,
  unit TEXT,
  unit_price INTEGER NOT NULL,
  vat_category TEXT NOT NULL,
  vat_rate INTEGER NOT NULL,
  net INTEGER NOT NULL,
  instalment TEXT REFERENCES instalment (id) DEFERRABLE INITIALLY DEFERRED,
  booking TEXT REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
  partner_package TEXT REFERENCES partner_package (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX invoice_line_invoice ON invoice_line (invoice);
CREATE INDEX invoice_line_instalment ON invoice_line (instalment);
CREATE INDEX invoice_line_booking ON invoice_line (booking);
CREATE INDEX invoice_line_partner_package ON invoice_line (partner_package);

CREATE TABLE payment (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount INTEGER NOT NULL,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  on_behalf_of TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT,
  bank_line TEXT REFERENCES bank_line (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX payment_organisation ON payment (organisation);
CREATE INDEX payment_on_behalf_of ON payment (on_behalf_of);
CREATE INDEX payment_bank_line ON payment (bank_line);

CREATE TABLE settlement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  payment TEXT NOT NULL REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED,
  invoice TEXT NOT NULL REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX settlement_payment ON settlement (payment);
CREATE INDEX settlement_invoice ON settlement (invoice);

CREATE TABLE reminder (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  invoice TEXT NOT NULL REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
  level INTEGER NOT NULL,
  date TEXT NOT NULL,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX reminder_invoice ON reminder (invoice);

ALTER TABLE agreement_decision ADD COLUMN attachment TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX agreement_decision_attachment ON agreement_decision (attachment);
ALTER TABLE commitment ADD COLUMN contribution_rule TEXT REFERENCES contribution_rule (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX commitment_contribution_rule ON commitment (contribution_rule);
ALTER TABLE commitment ADD COLUMN allocation_line TEXT REFERENCES allocation_line (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX commitment_allocation_line ON commitment (allocation_line);
ALTER TABLE allocation_line ADD COLUMN contribution_rule TEXT REFERENCES contribution_rule (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX allocation_line_contribution_rule ON allocation_line (contribution_rule);
ALTER TABLE allocation_line ADD COLUMN rate INTEGER;
ALTER TABLE allocation_line ADD COLUMN fixed INTEGER;
ALTER TABLE allocation_line ADD COLUMN index_year INTEGER;
ALTER TABLE allocation_line ADD COLUMN index_base INTEGER;
ALTER TABLE allocation_line ADD COLUMN population_date TEXT;
ALTER TABLE allocation_line ADD COLUMN population_source TEXT;
ALTER TABLE allocation_line ADD COLUMN numerator INTEGER;
ALTER TABLE allocation_line ADD COLUMN denominator INTEGER;
ALTER TABLE allocation_line ADD COLUMN floor INTEGER;
ALTER TABLE allocation_line ADD COLUMN remainder INTEGER;
ALTER TABLE allocation_line ADD COLUMN cent_given INTEGER;

-- A draft has no number yet. The rows come back under the same ids before the references to them are looked at.
CREATE TEMP TABLE old_invoice AS SELECT * FROM invoice;
DROP TABLE invoice;
CREATE TABLE invoice (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT,
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
  customer_reference TEXT,
  period TEXT,
  language TEXT,
  series TEXT REFERENCES invoice_series (id) DEFERRABLE INITIALLY DEFERRED,
  terms_days INTEGER,
  sent_on TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX invoice_number_key ON invoice (number) WHERE number IS NOT NULL;
CREATE INDEX invoice_organisation ON invoice (organisation);
CREATE INDEX invoice_credits ON invoice (credits);
CREATE INDEX invoice_in_series ON invoice (series);
CREATE INDEX invoice_origin ON invoice (origin);
CREATE INDEX invoice_date ON invoice (date);
INSERT INTO invoice (
  seq, id, number, kind, origin, organisation, date, due_date, net, vat_category, vat_rate, vat,
  total, reference, status, paid_on, credits, order_reference, note, source, extra, hash
)
SELECT
  seq, id, number, kind, origin, organisation, date, due_date, net, vat_category, vat_rate, vat,
  total, reference, status, paid_on, credits, order_reference, note, source, extra, hash
FROM old_invoice;
DROP TABLE old_invoice;

CREATE INDEX payment_date ON payment (date);
CREATE INDEX bank_line_reference ON bank_line (reference);
CREATE INDEX fee_valid_from ON fee (valid_from);
