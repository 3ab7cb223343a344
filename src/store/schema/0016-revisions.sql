-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The roadmap as it was kept on a day, under a name.

CREATE TABLE roadmap_revision (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL,
  name_nl TEXT,
  name_en TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;

CREATE TABLE roadmap_revision_item (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision TEXT NOT NULL REFERENCES roadmap_revision (id) DEFERRABLE INITIALLY DEFERRED,
  service TEXT NOT NULL,
  name_nl TEXT,
  name_en TEXT,
  axis TEXT,
  timing TEXT,
  start_year INTEGER,
  maturity TEXT,
  budget TEXT,
  cost_estimate INTEGER,
  staff_hours INTEGER,
  assigned_budget INTEGER,
  assigned_hours INTEGER,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX roadmap_revision_item_revision ON roadmap_revision_item (revision);
