-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The bookings of the board and the list: what is open first by its day, what is closed the latest first.
SELECT s.stage, 'booking' AS kind, b.id, b.code, b.date, coalesce(o.name_nl, o.name_en, b.organisation) AS label,
  coalesce(o.name_en, o.name_nl, b.organisation) AS label_en, coalesce(p.name_nl, p.name_en, p.code) AS programme,
  coalesce(p.name_en, p.name_nl, p.code) AS programme_en, b.participants, b.net AS amount,
  b.net - coalesce(b.cost, CASE p.unit WHEN 'employee' THEN p.cost * b.participants WHEN 'participant' THEN p.cost * b.participants WHEN 'hour' THEN (p.cost * b.minutes + 30) / 60 ELSE p.cost END) AS margin,
  s.since, b.requested_on, b.quoted_on, b.valid_until, b.confirmed_on, b.delivered_on, v.date AS invoiced_on, v.paid_on, b.cancelled_on, b.minutes,
  CASE WHEN s.stage IN ('booked', 'delivered') AND b.minutes IS NOT NULL THEN
    (SELECT sum(d.minutes) FROM delivery_session AS d WHERE d.booking = b.id)
  END AS delivered,
  s.stage = 'quoted' AND b.valid_until < :today AS expired
FROM booking_stage AS s
JOIN booking AS b ON b.seq = s.seq
LEFT JOIN organisation AS o ON o.id = b.organisation
LEFT JOIN programme AS p ON p.id = b.programme
LEFT JOIN invoice AS v ON v.id = b.invoice
WHERE s.stage NOT IN ('paid', 'cancelled') OR b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
ORDER BY CASE s.stage
    WHEN 'requested' THEN 1 WHEN 'quoted' THEN 2 WHEN 'booked' THEN 3 WHEN 'delivered' THEN 4 WHEN 'invoiced' THEN 5 WHEN 'paid' THEN 6 ELSE 7
  END, CASE WHEN s.stage IN ('paid', 'cancelled') THEN NULL ELSE b.date END, b.date DESC, b.seq
