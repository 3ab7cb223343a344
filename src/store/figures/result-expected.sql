-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Costs are negative, so that the result is the sum.
WITH
span (first, last) AS (
  SELECT :year - EXISTS (SELECT 1 FROM budget_line WHERE year = :year AND forecast_method = 'season'), :year
),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
SELECT p.column2 AS part, p.column3 * coalesce(s.amount, 0) AS amount, coalesce(s.number, 0) AS number, coalesce(s.whole, 0) AS without_forecast
FROM (VALUES (1, 'income', 1), (2, 'cost', -1)) AS p
LEFT JOIN (
  SELECT l.kind, sum(e.amount) AS amount, count(*) AS number, sum(w.method = 'whole') AS whole
  FROM line AS l
  JOIN way AS w ON w.line = l.id
  LEFT JOIN (SELECT line, sum(amount) AS amount FROM expected GROUP BY line) AS e ON e.line = l.id
  WHERE l.year = :year
  GROUP BY l.kind
) AS s ON s.kind = p.column2
ORDER BY p.column1
