-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Shares per mille of all registrations and of all inhabitants of the municipalities that have a figure, halves up.
WITH counted (municipality, amount) AS (
  SELECT municipality, sum(count) FROM registration_summary WHERE month BETWEEN :year * 12 AND :year * 12 + 11 GROUP BY municipality
),
people (municipality, inhabitants) AS (
  SELECT municipality, max(inhabitants) FROM population WHERE date = printf('%04d-01-01', :year) GROUP BY municipality
),
places (municipality) AS (
  SELECT municipality FROM counted UNION SELECT municipality FROM people
),
totals (amount, inhabitants) AS (
  SELECT (SELECT sum(amount) FROM counted), (SELECT sum(inhabitants) FROM people)
)
SELECT p.municipality AS part, 'organisation' AS kind, p.municipality AS id, o.name_nl, o.name_en,
  coalesce(c.amount, 0) AS amount, n.inhabitants,
  CASE WHEN t.amount > 0 THEN (2000 * coalesce(c.amount, 0) + t.amount) / (2 * t.amount) END AS share,
  CASE WHEN t.inhabitants > 0 THEN (2000 * n.inhabitants + t.inhabitants) / (2 * t.inhabitants) END AS population_share
FROM places AS p
CROSS JOIN totals AS t
LEFT JOIN counted AS c ON c.municipality = p.municipality
LEFT JOIN people AS n ON n.municipality = p.municipality
LEFT JOIN organisation AS o ON o.id = p.municipality
ORDER BY coalesce(n.inhabitants, 0) DESC, coalesce(c.amount, 0) DESC, p.municipality
