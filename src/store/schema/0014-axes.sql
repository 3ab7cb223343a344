-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The axes of the vision as records; the codes that services and events hold stay as they are.

CREATE TABLE axis (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  name_nl TEXT,
  name_en TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX axis_code_key ON axis (code) WHERE code IS NOT NULL;

ALTER TABLE milestone ADD COLUMN axis TEXT;
