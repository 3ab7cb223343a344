-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- By programme, of bookings that were confirmed or delivered; the margin counts those whose cost is known.
SELECT 'programme' AS kind, p.id, coalesce(p.name_nl, p.name_en, p.code) AS label, coalesce(p.name_en, p.name_nl, p.code) AS label_en,
  count(b.id) AS number, coalesce(sum(b.net), 0) AS amount, coalesce(sum(b.cost), 0) AS cost,
  coalesce(sum(CASE WHEN b.cost IS NOT NULL THEN b.net - b.cost END), 0) AS margin, count(b.cost) AS costed,
  CAST(round(avg(julianday(b.confirmed_on) - julianday(b.requested_on))) AS INTEGER) AS lead_days, p.price, p.unit,
  (SELECT group_concat(coalesce(t.name_nl, t.name_en, t.code), ', ') FROM programme AS t WHERE t.part_of = p.id) AS parts
FROM programme AS p
LEFT JOIN booking AS b ON b.programme = p.id AND b.status IN ('booked', 'delivered')
  AND b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
GROUP BY p.id
ORDER BY label COLLATE NOCASE
