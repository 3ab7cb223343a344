-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Costs are negative, so that the result is the sum.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
SELECT p.column2 AS part,
  p.column3 * coalesce((SELECT sum(e.amount) FROM line AS l JOIN expected AS e ON e.line = l.id WHERE l.year = :year AND l.kind = p.column2), 0) AS amount,
  (SELECT count(*) FROM line AS l WHERE l.year = :year AND l.kind = p.column2) AS number,
  (SELECT count(*) FROM line AS l JOIN way AS w ON w.line = l.id WHERE l.year = :year AND l.kind = p.column2 AND w.method = 'whole') AS without_forecast
FROM (VALUES (1, 'income', 1), (2, 'cost', -1)) AS p
ORDER BY p.column1
