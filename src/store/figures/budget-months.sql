-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The lines of the year by month; month 0 is an amount for the whole year.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
SELECT l.id AS line, m.month,
  coalesce((SELECT sum(p.amount) FROM plan AS p WHERE p.line = l.id AND p.month = m.month), 0) AS budget,
  coalesce((SELECT sum(b.amount) FROM booked AS b WHERE b.line = l.id AND b.month = m.month AND b.state = 'actual'), 0) AS actual,
  coalesce((SELECT sum(b.amount) FROM booked AS b WHERE b.line = l.id AND b.month = m.month AND b.state = 'committed'), 0) AS committed,
  coalesce((SELECT sum(e.amount) FROM expected AS e WHERE e.line = l.id AND e.month = m.month), 0) AS forecast
FROM line AS l
CROSS JOIN (SELECT 0 AS month UNION ALL SELECT month FROM month_of_year) AS m
WHERE l.year = :year
ORDER BY l.kind = 'cost', l.line, l.seq, m.month
