-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-rows
--include budget-rows
--include budget-forecast
,
of_month (line, month, kind, id, date, label, amount) AS (
  SELECT line, month, kind, id, date, label, amount FROM expected
)
SELECT l.id || ' ' || x.month AS part, x.kind, x.id, x.date, x.label,
--include budget-label
  x.amount
FROM line AS l
JOIN of_month AS x ON x.line = l.id
WHERE l.year = :year AND x.month > 0
ORDER BY l.kind = 'cost', l.line, l.seq, x.month, x.date, x.id
