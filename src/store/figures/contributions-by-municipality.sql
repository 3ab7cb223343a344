-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of those who contribute as one the inhabitants are added up. Half a cent is rounded away from zero: amounts here are never negative.
WITH due (organisation, amount) AS (
  SELECT organisation, sum(amount) FROM commitment WHERE year = :year GROUP BY organisation
),
paid (organisation, amount) AS (
  SELECT c.organisation, sum(i.paid)
  FROM commitment AS c
  JOIN instalment_account AS i ON i.commitment = c.id
  WHERE c.year = :year
  GROUP BY c.organisation
),
people (municipality, inhabitants, estimated) AS (
  SELECT municipality, inhabitants, estimated FROM population WHERE date = printf('%04d-01-01', :year)
  UNION ALL
  SELECT m.contributes_through, sum(n.inhabitants), max(n.estimated)
  FROM organisation AS m
  JOIN population AS n ON n.municipality = m.id AND n.date = printf('%04d-01-01', :year)
  WHERE m.contributes_through IS NOT NULL
  GROUP BY 1
)
SELECT o.id AS part, 'organisation' AS kind, o.id, o.name_nl, o.name_en,
  d.amount, coalesce(p.amount, 0) AS received, n.inhabitants, n.estimated,
  (2 * d.amount + n.inhabitants) / (2 * n.inhabitants) AS per_inhabitant
FROM due AS d
JOIN organisation AS o ON o.id = d.organisation
  AND (o.kind = 'municipality' OR EXISTS (SELECT 1 FROM organisation AS m WHERE m.contributes_through = o.id))
LEFT JOIN paid AS p ON p.organisation = o.id
LEFT JOIN people AS n ON n.municipality = o.id
ORDER BY d.amount DESC, o.id
