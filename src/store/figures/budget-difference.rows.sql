-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is expected, and against it the budget of the line.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-rows
--include budget-rows
--include budget-forecast
,
both (line, month, kind, id, date, label, amount) AS (
  SELECT line, month, kind, id, date, label, amount FROM expected
  UNION ALL
  SELECT id, 13, 'budget_line', id, printf('%04d', year), label, -budget FROM line
)
SELECT l.id AS part, x.kind, x.id, x.date, x.label,
--include budget-label
  x.amount
FROM line AS l
JOIN both AS x ON x.line = l.id
WHERE l.year = :year
ORDER BY l.kind = 'cost', l.line, l.seq, x.month, x.date, x.id
