-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Programmes: prices, the pipeline of bookings, sessions, what providers can deliver; what partners were promised and got.

ALTER TABLE programme ADD COLUMN minutes INTEGER;
ALTER TABLE programme ADD COLUMN cost INTEGER;
ALTER TABLE programme ADD COLUMN provider TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE programme ADD COLUMN part_of TEXT REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX programme_provider ON programme (provider);
CREATE INDEX programme_part_of ON programme (part_of);

ALTER TABLE booking ADD COLUMN minutes INTEGER;
ALTER TABLE booking ADD COLUMN provider TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE booking ADD COLUMN cost INTEGER;
ALTER TABLE booking ADD COLUMN contact TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE booking ADD COLUMN requested_on TEXT;
ALTER TABLE booking ADD COLUMN quoted_on TEXT;
ALTER TABLE booking ADD COLUMN valid_until TEXT;
ALTER TABLE booking ADD COLUMN confirmed_on TEXT;
ALTER TABLE booking ADD COLUMN delivered_on TEXT;
ALTER TABLE booking ADD COLUMN cancelled_on TEXT;
CREATE INDEX booking_provider ON booking (provider);
CREATE INDEX booking_contact ON booking (contact);
CREATE INDEX booking_status ON booking (status, date);

CREATE TABLE programme_price (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  price INTEGER NOT NULL,
  cost INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX programme_price_programme ON programme_price (programme);

CREATE TABLE delivery_session (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  booking TEXT NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  trainer TEXT,
  participants INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_session_booking ON delivery_session (booking);

CREATE TABLE provider_capacity (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  provider TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  per_month INTEGER NOT NULL,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX provider_capacity_provider ON provider_capacity (provider);

CREATE TABLE benefit (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  level TEXT NOT NULL,
  title_nl TEXT,
  title_en TEXT,
  channel TEXT REFERENCES channel (id) DEFERRABLE INITIALLY DEFERRED,
  times INTEGER,
  due_month INTEGER,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX benefit_level ON benefit (level);
CREATE INDEX benefit_channel ON benefit (channel);

CREATE TABLE exposure (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  package TEXT NOT NULL REFERENCES partner_package (id) DEFERRABLE INITIALLY DEFERRED,
  title_nl TEXT,
  title_en TEXT,
  channel TEXT REFERENCES channel (id) DEFERRABLE INITIALLY DEFERRED,
  due TEXT NOT NULL,
  planned_on TEXT,
  delivered_on TEXT,
  item TEXT,
  event TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  link TEXT,
  note TEXT,
  source TEXT,
  extra TEXT,
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX exposure_package ON exposure (package);
CREATE INDEX exposure_channel ON exposure (channel);
CREATE INDEX exposure_event ON exposure (event);
CREATE INDEX exposure_open ON exposure (due) WHERE delivered_on IS NULL;

-- Where a booking stands: what is delivered goes on as its invoice does. Minutes of sessions; cents of the margin.
CREATE VIEW booking_stage AS
SELECT b.seq, b.id,
  CASE
    WHEN b.status = 'delivered' AND (v.paid_on IS NOT NULL OR v.status IS 'paid') THEN 'paid'
    WHEN b.status = 'delivered' AND b.invoice IS NOT NULL THEN 'invoiced'
    ELSE b.status
  END AS stage,
  CASE
    WHEN b.status = 'delivered' AND v.paid_on IS NOT NULL THEN v.paid_on
    WHEN b.status = 'delivered' AND b.invoice IS NOT NULL THEN v.date
    WHEN b.status = 'delivered' THEN b.delivered_on
    WHEN b.status = 'booked' THEN b.confirmed_on
    WHEN b.status = 'quoted' THEN b.quoted_on
    WHEN b.status = 'requested' THEN b.requested_on
    ELSE b.cancelled_on
  END AS since
FROM booking AS b
LEFT JOIN invoice AS v ON v.id = b.invoice;
