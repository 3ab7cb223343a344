-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Half a cent is rounded away from zero: amounts here are never negative.
WITH due (organisation, amount) AS (
  SELECT organisation, sum(amount) FROM commitment WHERE year = :year GROUP BY organisation
),
paid (organisation, amount) AS (
  SELECT c.organisation, sum(i.paid)
  FROM commitment AS c
  JOIN instalment_account AS i ON i.commitment = c.id
  WHERE c.year = :year
  GROUP BY c.organisation
)
SELECT o.id AS part, 'organisation' AS kind, o.id, o.name_nl, o.name_en,
  d.amount, coalesce(p.amount, 0) AS received, n.inhabitants, n.estimated,
  (2 * d.amount + n.inhabitants) / (2 * n.inhabitants) AS per_inhabitant
FROM due AS d
JOIN organisation AS o ON o.id = d.organisation AND o.kind = 'municipality'
LEFT JOIN paid AS p ON p.organisation = o.id
LEFT JOIN population AS n ON n.municipality = o.id AND n.date = printf('%04d-01-01', :year)
ORDER BY d.amount DESC, o.id
