-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a file remembers of the database that it is shared through. A file that is not shared has empty tables here.

-- Where it is shared, as whom, how far it got (cvn-sync-state.h has the names). Never a secret.
CREATE TABLE sync_state (
  name TEXT PRIMARY KEY,
  value NOT NULL
) WITHOUT ROWID;

-- The versions of a document that nobody has followed up: one, or several when people changed it at the same time.
-- path: the hashes of it and of its ancestors, 32 digits each, its own first, at most 1,000 of them.
-- body: JSON, NULL where it may not be kept. state: 0 the server has it, 1 to be sent, 2 sent but not confirmed, 3 refused.
CREATE TABLE sync_leaf (
  no INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  gen INTEGER NOT NULL,
  hash TEXT NOT NULL,
  path TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  body TEXT,
  state INTEGER NOT NULL,
  UNIQUE (document, gen, hash)
) STRICT;
CREATE INDEX sync_leaf_state ON sync_leaf (state) WHERE state <> 0;

-- Versions that have been followed up, the last few of each document: what two edits are compared with.
CREATE TABLE sync_former (
  no INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  gen INTEGER NOT NULL,
  hash TEXT NOT NULL,
  body TEXT,
  UNIQUE (document, gen, hash)
) STRICT;

-- Documents whose winning version is not what the record shows, and why. shown: the version that it does show, if any.
CREATE TABLE sync_waiting (
  document TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  field TEXT,
  message TEXT,
  shown_gen INTEGER,
  shown_hash TEXT
) STRICT, WITHOUT ROWID;

-- Documents with more than one version that is not deleted: somebody has to choose.
CREATE TABLE sync_conflict (
  document TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Versions that the server refused, and its words.
CREATE TABLE sync_refused (
  document TEXT NOT NULL,
  gen INTEGER NOT NULL,
  hash TEXT NOT NULL,
  code INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (document, gen, hash)
) STRICT, WITHOUT ROWID;

-- What happened that a person should know of, until the person has read it.
CREATE TABLE sync_notice (
  no INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  document TEXT NOT NULL,
  code TEXT NOT NULL,
  author TEXT
) STRICT;
