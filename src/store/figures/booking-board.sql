-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The cards of the board, at most sixty in each state: what is open first by its day, what is closed the latest first.
WITH staged AS MATERIALIZED (
  SELECT s.stage, s.since, s.seq,
    row_number() OVER (PARTITION BY s.stage ORDER BY CASE WHEN s.stage IN ('paid', 'cancelled') THEN NULL ELSE b.date END, b.date DESC, s.seq) AS place
  FROM booking_stage AS s
  JOIN booking AS b ON b.seq = s.seq
  WHERE s.stage NOT IN ('paid', 'cancelled') OR b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
)
SELECT s.stage, 'booking' AS kind, b.id, b.date, coalesce(o.name_nl, o.name_en, b.organisation) AS label,
  coalesce(o.name_en, o.name_nl, b.organisation) AS label_en, coalesce(p.name_nl, p.name_en, p.code) AS programme,
  coalesce(p.name_en, p.name_nl, p.code) AS programme_en, b.participants, b.net AS amount, s.since, b.valid_until, b.minutes,
  (SELECT sum(d.minutes) FROM delivery_session AS d WHERE d.booking = b.id) AS delivered,
  s.stage = 'quoted' AND b.valid_until < :today AS expired
FROM staged AS s
JOIN booking AS b ON b.seq = s.seq
LEFT JOIN organisation AS o ON o.id = b.organisation
LEFT JOIN programme AS p ON p.id = b.programme
WHERE s.place <= 60
ORDER BY s.stage, s.place
