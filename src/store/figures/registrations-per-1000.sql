-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Hundredths of a registration per 1,000 inhabitants, halves up.
WITH counted (municipality, amount) AS (
  SELECT municipality, sum(count) FROM registration_summary WHERE month BETWEEN :year * 12 AND :year * 12 + 11 GROUP BY municipality
),
people (municipality, inhabitants, estimated) AS (
  SELECT municipality, max(inhabitants), max(coalesce(estimated, 0)) FROM population WHERE date = printf('%04d-01-01', :year) GROUP BY municipality
)
SELECT 'organisation' AS kind, n.municipality AS id, printf('%04d', :year) AS date, coalesce(o.name_nl, o.name_en, n.municipality) AS label,
  coalesce(o.name_en, o.name_nl, n.municipality) AS label_en,
  coalesce(c.amount, 0) AS amount, n.inhabitants, n.estimated,
  (2 * 100000 * coalesce(c.amount, 0) + n.inhabitants) / (2 * n.inhabitants) AS per_thousand
FROM people AS n
LEFT JOIN counted AS c ON c.municipality = n.municipality
LEFT JOIN organisation AS o ON o.id = n.municipality
ORDER BY per_thousand DESC, n.municipality
