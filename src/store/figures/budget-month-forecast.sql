-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A part is the id of a line and the number of a month.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
,
of_month (line, month, amount) AS (
  SELECT line, month, sum(amount) FROM (SELECT line, month, kind, id, date, label, amount FROM expected) WHERE month > 0 GROUP BY line, month
)
SELECT l.id || ' ' || m.month AS part, m.amount
FROM line AS l
JOIN of_month AS m ON m.line = l.id
WHERE l.year = :year
ORDER BY l.kind = 'cost', l.line, l.seq, m.month
