-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A row for each municipality and month that has figures in the year or the year before; "month" is year * 12 + month - 1.
WITH counted (municipality, month, n, paid, amount) AS (
  SELECT r.municipality, r.month, sum(r.count), sum(r.paid_count), sum(coalesce(r.paid_count * (
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', CASE r.group_code WHEN 'child' THEN 'child' ELSE 'adult' END)
      AND f.valid_from <= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  ), 0))
  FROM registration_summary AS r
  WHERE r.month BETWEEN (:year - 1) * 12 AND :year * 12 + 11
  GROUP BY r.municipality, r.month
),
cell (municipality, month) AS (
  SELECT DISTINCT municipality, CASE WHEN month < :year * 12 THEN month + 12 ELSE month END FROM counted
)
SELECT 'organisation' AS kind, c.municipality AS id, printf('%04d-%02d', c.month / 12, c.month % 12 + 1) AS date,
  coalesce(o.name_nl, o.name_en, c.municipality) AS label, c.month, now.n AS count, now.paid AS paid_count,
  coalesce(now.amount, 0) AS amount, past.n AS last_year, past.amount AS last_year_amount
FROM cell AS c
LEFT JOIN counted AS now ON now.municipality = c.municipality AND now.month = c.month
LEFT JOIN counted AS past ON past.municipality = c.municipality AND past.month = c.month - 12
LEFT JOIN organisation AS o ON o.id = c.municipality
ORDER BY label, c.municipality, c.month
