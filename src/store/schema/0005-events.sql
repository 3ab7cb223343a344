-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Events: who takes part in organising them, where they are published, who signs up, what they cost; and tasks.

CREATE TABLE event_partner (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  share INTEGER,
  pledged INTEGER,
  invoiced INTEGER,
  paid INTEGER,
  visibility TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX event_partner_event ON event_partner (event);
CREATE INDEX event_partner_organisation ON event_partner (organisation);

CREATE TABLE event_publication (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  channel TEXT NOT NULL REFERENCES channel (id) DEFERRABLE INITIALLY DEFERRED,
  due TEXT NOT NULL,
  done_on TEXT,
  link TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX event_publication_event ON event_publication (event);
CREATE INDEX event_publication_channel ON event_publication (channel);

CREATE TABLE event_signup (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL,
  party INTEGER NOT NULL,
  role TEXT,
  status TEXT NOT NULL,
  date TEXT,
  offer_until TEXT,
  attended INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX event_signup_event ON event_signup (event);

CREATE TABLE event_cost (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  budget INTEGER,
  amount INTEGER,
  date TEXT,
  organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX event_cost_event ON event_cost (event);
CREATE INDEX event_cost_organisation ON event_cost (organisation);

CREATE TABLE task (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  due TEXT,
  owner_role TEXT,
  reminder INTEGER,
  done_on TEXT,
  position INTEGER,
  event TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  booking TEXT REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX task_event ON task (event);
CREATE INDEX task_booking ON task (booking);
CREATE INDEX task_organisation ON task (organisation);
CREATE INDEX event_publication_due ON event_publication (due);
CREATE INDEX task_due ON task (due);

ALTER TABLE event ADD COLUMN cost_budget INTEGER;
ALTER TABLE event ADD COLUMN income_budget INTEGER;
ALTER TABLE event ADD COLUMN budget_code TEXT;
ALTER TABLE event ADD COLUMN own_share INTEGER;
ALTER TABLE event ADD COLUMN responsible TEXT;
ALTER TABLE event ADD COLUMN series TEXT;
ALTER TABLE event ADD COLUMN template INTEGER;
ALTER TABLE event ADD COLUMN lessons TEXT;
ALTER TABLE event ADD COLUMN waived TEXT;
ALTER TABLE event ADD COLUMN closed_on TEXT;
ALTER TABLE channel ADD COLUMN lead_days INTEGER;

-- What lies in a month is found without looking at the rest.
CREATE INDEX event_span ON event (starts, ends);
CREATE INDEX event_series ON event (series) WHERE series IS NOT NULL;

-- What an event comes to: of its lists where it has them, else as it was entered. Speakers and helpers take no seat. Cents.
CREATE VIEW event_total AS
SELECT e.id AS event,
  coalesce((SELECT sum(CASE WHEN s.status = 'signed_up' AND s.role IS NOT 'speaker' THEN s.party ELSE 0 END)
    FROM event_signup AS s WHERE s.event = e.id), e.signed_up) AS signed_up,
  (SELECT sum(s.party) FROM event_signup AS s WHERE s.event = e.id AND s.status = 'offered' AND s.role IS NOT 'speaker') AS offered,
  (SELECT sum(s.party) FROM event_signup AS s WHERE s.event = e.id AND s.status = 'waiting') AS waiting,
  coalesce(e.attended, (SELECT sum(s.attended)
    FROM event_signup AS s WHERE s.event = e.id AND s.status = 'signed_up' AND s.role IS NOT 'speaker')) AS attended,
  coalesce((SELECT sum(c.amount) FROM event_cost AS c WHERE c.event = e.id AND c.kind = 'cost'), e.cost) AS cost,
  coalesce((SELECT sum(c.amount) FROM event_cost AS c WHERE c.event = e.id AND c.kind = 'income'), e.income) AS income,
  coalesce((SELECT sum(c.budget) FROM event_cost AS c WHERE c.event = e.id AND c.kind = 'cost'), e.cost_budget) AS cost_budget,
  coalesce((SELECT sum(c.budget) FROM event_cost AS c WHERE c.event = e.id AND c.kind = 'income'), e.income_budget) AS income_budget,
  (SELECT sum(p.pledged) FROM event_partner AS p WHERE p.event = e.id AND p.role = 'sponsor') AS pledged,
  (SELECT sum(p.invoiced) FROM event_partner AS p WHERE p.event = e.id AND p.role = 'sponsor') AS invoiced,
  (SELECT sum(p.paid) FROM event_partner AS p WHERE p.event = e.id AND p.role = 'sponsor') AS paid
FROM event AS e;
