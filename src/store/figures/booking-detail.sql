-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- One booking: where it stands and since when, what it brings and costs, and what is left of its hours.
SELECT 'booking' AS kind, b.id, b.code, b.date, coalesce(o.name_nl, o.name_en, b.organisation) AS label,
  coalesce(o.name_en, o.name_nl, b.organisation) AS label_en, coalesce(p.name_nl, p.name_en, p.code) AS programme,
  coalesce(p.name_en, p.name_nl, p.code) AS programme_en, b.participants, b.net AS amount, b.vat, b.total,
  coalesce(b.cost, CASE p.unit WHEN 'employee' THEN p.cost * b.participants WHEN 'participant' THEN p.cost * b.participants WHEN 'hour' THEN (p.cost * b.minutes + 30) / 60 ELSE p.cost END) AS cost,
  b.net - coalesce(b.cost, CASE p.unit WHEN 'employee' THEN p.cost * b.participants WHEN 'participant' THEN p.cost * b.participants WHEN 'hour' THEN (p.cost * b.minutes + 30) / 60 ELSE p.cost END) AS margin,
  coalesce(v.name_nl, v.name_en) AS provider, coalesce(v.name_en, v.name_nl) AS provider_en, c.role AS contact,
  s.stage, s.since, b.requested_on, b.quoted_on, b.valid_until, b.confirmed_on, b.delivered_on, b.cancelled_on,
  s.stage = 'quoted' AND b.valid_until < :today AS expired, b.minutes,
  (SELECT coalesce(sum(d.minutes), 0) FROM delivery_session AS d WHERE d.booking = b.id) AS delivered,
  (SELECT count(*) FROM delivery_session AS d WHERE d.booking = b.id) AS sessions,
  i.id AS invoice, i.number, i.date AS invoiced_on, i.paid_on
FROM booking AS b
JOIN booking_stage AS s ON s.seq = b.seq
LEFT JOIN organisation AS o ON o.id = b.organisation
LEFT JOIN programme AS p ON p.id = b.programme
LEFT JOIN organisation AS v ON v.id = coalesce(b.provider, p.provider)
LEFT JOIN contact AS c ON c.id = b.contact
LEFT JOIN invoice AS i ON i.id = b.invoice
WHERE b.id = :record
