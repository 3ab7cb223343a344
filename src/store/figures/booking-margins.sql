-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- By programme, with the price of today, of bookings that were confirmed or delivered; the margin counts those whose cost is known.
SELECT 'programme' AS kind, p.id, coalesce(p.name_nl, p.name_en, p.code) AS label, coalesce(p.name_en, p.name_nl, p.code) AS label_en,
  count(b.id) AS number, coalesce(sum(b.net), 0) AS amount, coalesce(sum(b.provider_cost), 0) AS cost,
  coalesce(sum(b.net - b.provider_cost), 0) AS margin, count(b.provider_cost) AS costed,
  CAST(round(avg(julianday(b.confirmed_on) - julianday(b.requested_on))) AS INTEGER) AS lead_days, p.unit,
  coalesce((SELECT r.price FROM programme_price AS r
    WHERE r.programme = p.id AND r.valid_from <= :today AND coalesce(r.valid_to, '9999') >= :today), p.price) AS price,
  (SELECT coalesce(v.name_nl, v.name_en) FROM organisation AS v WHERE v.id = p.provider) AS provider,
  (SELECT group_concat(coalesce(t.name_nl, t.name_en, t.code), ', ') FROM programme AS t WHERE t.part_of = p.id) AS parts,
  (SELECT group_concat(coalesce(t.name_en, t.name_nl, t.code), ', ') FROM programme AS t WHERE t.part_of = p.id) AS parts_en
FROM programme AS p
LEFT JOIN (
  SELECT b.id, b.programme, b.net, b.requested_on, b.confirmed_on,
    coalesce(b.cost, CASE p.unit WHEN 'employee' THEN p.cost * b.participants WHEN 'participant' THEN p.cost * b.participants WHEN 'hour' THEN (p.cost * b.minutes + 30) / 60 ELSE p.cost END) AS provider_cost
  FROM booking AS b
  JOIN programme AS p ON p.id = b.programme
  WHERE b.status IN ('booked', 'delivered') AND b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
) AS b ON b.programme = p.id
GROUP BY p.id
ORDER BY label COLLATE NOCASE
