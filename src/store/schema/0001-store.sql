-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What every centre's file has beside its records.

-- file_id: who this file is to others; search_no: the last journal_change that the search index knows.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value NOT NULL
) WITHOUT ROWID;

-- One entry for each change set. hash is SHA-256 over the hash before it, the entry and its changes (cvn-journal.c).
CREATE TABLE journal (
  no INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  kind TEXT,
  subject TEXT,
  reverses INTEGER,
  n_records INTEGER NOT NULL,
  hash TEXT NOT NULL
);

-- before and after: JSON of the fields that changed; before is NULL for a new record, after for a deleted one.
-- Kinds by the thousand are written down in packs when they are added: record_id is NULL, n rows were added with the numbers
-- seq, seq + 1 …, and after has a line "id hash" for each of them (the values are in the table, or in later changes).
CREATE TABLE journal_change (
  no INTEGER PRIMARY KEY,
  journal_no INTEGER NOT NULL,
  kind TEXT NOT NULL,
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL DEFAULT 1,
  record_id TEXT,
  before TEXT,
  after TEXT
);
CREATE INDEX journal_change_entry ON journal_change (journal_no);
CREATE INDEX journal_change_record ON journal_change (record_id) WHERE record_id IS NOT NULL;
CREATE INDEX journal_change_pack ON journal_change (kind, seq) WHERE record_id IS NULL;

-- The entries that can be undone (side 'undo') and redone ('redo'), the highest place first.
-- original: the entry whose words the button shows.
CREATE TABLE undo_stack (
  side TEXT NOT NULL,
  place INTEGER NOT NULL,
  journal_no INTEGER NOT NULL,
  original INTEGER NOT NULL,
  PRIMARY KEY (side, place)
) WITHOUT ROWID;

-- What the search box looks in: a title and the words of each record.
CREATE TABLE search_document (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (record_id, kind)
);
CREATE VIRTUAL TABLE search_words USING fts5 (
  title, text, content='search_document', content_rowid='seq',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE VIRTUAL TABLE search_grams USING fts5 (
  title, content='search_document', content_rowid='seq', tokenize='trigram'
);

-- Sums of registration_count, kept with it in the same transaction: dashboards read these few rows.
CREATE TABLE registration_summary (
  month INTEGER NOT NULL,
  municipality TEXT NOT NULL,
  group_code TEXT NOT NULL,
  n_rows INTEGER NOT NULL,
  count INTEGER NOT NULL,
  paid_count INTEGER NOT NULL,
  PRIMARY KEY (month, municipality, group_code)
) WITHOUT ROWID;
