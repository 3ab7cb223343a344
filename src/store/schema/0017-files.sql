-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Files that belong to documents.

-- NAME|TYPE|LENGTH|SHA256, see cvn-attachment.h.
ALTER TABLE document ADD COLUMN file TEXT;
CREATE INDEX document_file ON document (substr (file, -64)) WHERE file IS NOT NULL;

-- What the files hold, once for each content, whatever names it.
CREATE TABLE file_content (
  no INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  length INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;

-- Files that the server has and this copy does not have yet.
CREATE TABLE sync_wanted (
  document TEXT NOT NULL,
  hash TEXT NOT NULL,
  revision TEXT NOT NULL,
  name TEXT NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (document, hash)
) STRICT, WITHOUT ROWID;
