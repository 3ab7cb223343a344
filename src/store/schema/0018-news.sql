-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was said in a newsletter or on social media, also without an event: a benefit that was given can point at it.

CREATE TABLE news_item (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL REFERENCES channel (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  title_nl TEXT,
  title_en TEXT,
  issue TEXT,
  reach INTEGER,
  link TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX news_item_channel ON news_item (channel);
CREATE INDEX news_item_date ON news_item (date);

ALTER TABLE exposure ADD COLUMN news_item TEXT REFERENCES news_item (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX exposure_news_item ON exposure (news_item);
