-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH due (year, amount) AS (
  SELECT year, sum(amount) FROM commitment WHERE organisation = :record GROUP BY year
),
paid (year, amount) AS (
  SELECT c.year, sum(i.paid)
  FROM commitment AS c
  JOIN instalment_account AS i ON i.commitment = c.id
  WHERE c.organisation = :record
  GROUP BY c.year
)
SELECT printf('%04d', d.year) AS part, d.year, d.amount, coalesce(p.amount, 0) AS received
FROM due AS d
LEFT JOIN paid AS p ON p.year = d.year
ORDER BY d.year
